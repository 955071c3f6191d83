/** Whether the console can be worked with here: on a screen with room for it. */
export const canOpenConsole = () => window.matchMedia('(min-width: 960px)').matches;

/** Goes to the console, which is made for a desk. */
export const openConsole = () => window.location.assign('/admin/');
