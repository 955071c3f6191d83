export interface DayFieldProps {
  id: string;
  label: string;
  /** `YYYY-MM-DD`. */
  value: string;
  /** The first day there is to choose. */
  from?: string;
  /** The last one. */
  until?: string;
  onChange: (day: string) => void;
}
