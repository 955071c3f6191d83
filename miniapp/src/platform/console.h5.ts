/** Whether the desktop console can be opened from here. */
export const canOpenConsole = true;

/** Goes to the console, which is made for a desk. */
export const openConsole = () => window.location.assign('/admin/');
