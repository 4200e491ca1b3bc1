import * as z from 'zod/mini';

/** Answer of what has nothing to tell but that it was done. */
export const successBody = z.object({ success: z.literal(true) });

/** Answer of `GET /health`. */
export const healthBody = z.object({ status: z.literal('ok') });
