import { z } from 'zod';

/** What a tester may change while the stand-in runs. Waits are divided by `timeScale`. */
export const SettingsShape = z.strictObject({
  /** How many times faster than in life the waits pass: retries, refunds on their way, the minute between refunds. */
  timeScale: z.number().positive().max(1_000_000),
  /** Added to the clock of trade: orders, expiry, bills, tokens. Signatures keep the true time. */
  clockShiftMs: z.int(),
  /** Added to the clock of signatures, in both directions. */
  signingSkewMs: z.int(),
  callbacks: z.enum(['on', 'off']),
  /** Between a refund's acceptance and its end. */
  refundMs: z.int().nonnegative(),
  /** The least time between two refunds of one payment. */
  refundSpacingMs: z.int().nonnegative(),
  /** How long after a payment the platform's shipping knows of it. */
  shippingLagMs: z.int().nonnegative(),
  /** How long a merchant may take to answer a callback. */
  callbackTimeoutMs: z.int().positive(),
  /** H5 payment is opened from a registered page only, which the browser's Referer shows. */
  requireReferer: z.boolean(),
  /** The product's public origin; its host is the registered one. */
  notifyUrl: z.url(),
  /** Where callbacks go instead of their own origin, path kept: so an https notify_url is tried on this machine. */
  callbackOrigin: z.url().nullable(),
});
export type Settings = z.infer<typeof SettingsShape>;

export const usualSettings = (notifyUrl: string): Settings => ({
  timeScale: 1,
  clockShiftMs: 0,
  signingSkewMs: 0,
  callbacks: 'on',
  refundMs: 3_000,
  refundSpacingMs: 60_000,
  shippingLagMs: 60_000,
  callbackTimeoutMs: 5_000,
  requireReferer: true,
  notifyUrl,
  callbackOrigin: null,
});
