/** A photo somebody has chosen, still on the device. */
export interface PickedPhoto {
  /** What an image shows it by; empty when it cannot be shown before it is uploaded. */
  readonly preview: string;
  /** Its bytes, small enough to send. */
  readonly base64: () => Promise<string>;
}
