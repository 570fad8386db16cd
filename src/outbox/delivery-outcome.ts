/**
 * transient: it did not arrive, and may later. ambiguous: nobody knows whether it arrived (the line was lost after it was
 * sent); it goes again under the same id, by which the party knows it. permanent: it will never be taken.
 */
export type FailureClass = 'transient' | 'ambiguous' | 'permanent';

/** What became of one attempt to deliver. */
export type DeliveryOutcome =
  /** The party has it. */
  | { readonly kind: 'confirmed' }
  /** It lies where the party takes it and says so later (a folder); the next may go. */
  | { readonly kind: 'offered' }
  /** `code` tells of the fault and of nobody: it is kept and shown. */
  | { readonly kind: 'failed'; readonly class: FailureClass; readonly code: string };
