const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/**
 * Lets the keyboard walk through the fields of a table: Enter and the arrows go to the same field of the row below or
 * above. Tab goes from field to field by itself. Returns how to stop.
 */
export function walkRows(tableId: string, rowSelector: string) {
  const table = document.getElementById(tableId);
  const listener = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const field = event.target;
    if (step === undefined || event.isComposing || !(field instanceof HTMLInputElement)) return;
    const row = field.closest(rowSelector);
    if (!table || !row) return;
    // In a field of numbers the arrows would count, at the ends of the table too.
    event.preventDefault();
    const at = Array.from(row.querySelectorAll('input')).indexOf(field);
    const rows = Array.from(table.querySelectorAll(rowSelector));
    for (let next = rows.indexOf(row) + step; next >= 0 && next < rows.length; next += step) {
      const fields = Array.from(rows[next]?.querySelectorAll('input') ?? []);
      const aim = fields[at] ?? fields[fields.length - 1];
      if (!aim) continue;
      aim.focus();
      aim.select();
      return;
    }
  };
  // On the way down: Taro's fields keep their keys to themselves.
  table?.addEventListener('keydown', listener, true);
  return () => table?.removeEventListener('keydown', listener, true);
}
