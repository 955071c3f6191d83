/** The mark: goods on one tray. */
export const BrandMark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#0f766e" />
    <path d="M6 20.5h20l-2.2 4.6a2 2 0 0 1-1.8 1.1H10a2 2 0 0 1-1.8-1.1z" fill="#fff" />
    <rect x="9" y="11.5" width="6" height="7" rx="1.2" fill="#99f6e4" />
    <rect x="17" y="7" width="6" height="11.5" rx="1.2" fill="#fff" />
  </svg>
);
