import type { BerichtType, Release } from './message-types.ts';
import { MESSAGES } from './messages/index.ts';
import type { MessageDescriptor } from './messages/message-descriptor.ts';

/** The namespace of a message; the base schema's where type is null. */
export function namespaceOf(release: Release, type: BerichtType | null): string {
  const part = type === null ? 'basisschema' : type.toLowerCase();
  return `http://www.istandaarden.nl/ijw/${release.replace('.', '_')}/${part}/schema`;
}

/** The message that a root namespace names, or null when no supported release has it. */
export function messageOfNamespace(namespace: string): { type: BerichtType; release: Release } | null {
  const match = /^http:\/\/www\.istandaarden\.nl\/ijw\/(\d)_(\d)\/(jw\d{3})\/schema$/.exec(namespace);
  if (match === null) return null;
  const release = `${match[1]}.${match[2]}`;
  const type = (match[3] ?? '').toUpperCase();
  const message = (MESSAGES as Record<string, MessageDescriptor | undefined>)[type];
  const known = message?.releases.find((r) => r === release);
  return message === undefined || known === undefined ? null : { type: message.type, release: known };
}
