import { z } from 'zod';

export const Text = (length: number) => z.string().trim().min(1).max(length);
export const Phone = z.string().trim().min(7).max(24);
export const TownCode = z.string().regex(/^\d{9}$/);
export const LoginName = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,31}$/);
export const Reason = Text(200);
