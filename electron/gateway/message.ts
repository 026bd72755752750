import { z } from 'zod';
import type { FromData } from '../data/messages.ts';

/** Enough of a message's shape to tell it from anything else; the gateway holds its contents to the contract. */
const messageShape = z.looseObject({ type: z.enum(['started', 'answer', 'event', 'stopped']) });

/** A message of the data process, or undefined for anything else. */
export function asMessage(message: unknown): FromData | undefined {
  return messageShape.safeParse(message).success ? (message as FromData) : undefined;
}
