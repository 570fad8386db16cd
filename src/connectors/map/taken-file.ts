/** A message as `GET /berichten/{id}` shows it, as far as it is looked at here. */
export interface MessageJson {
  readonly status: string;
}

/** A file whose messages are stored. */
export type TakenFile =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'bundle'; readonly messages: readonly { readonly naam: string; readonly id: string }[] };

/** What stands beside a file whose messages are judged, and where it goes. */
export interface Outcome {
  readonly to: 'verwerkt' | 'geweigerd';
  readonly json: unknown;
}

export function idsOf(taken: TakenFile): readonly string[] {
  return taken.kind === 'message' ? [taken.id] : taken.messages.map(({ id }) => id);
}

/** A zip is refused when everything in it is; else its sender finds each message's own status in the JSON. */
export function outcomeOf(taken: TakenFile, judged: readonly MessageJson[]): Outcome {
  const to = judged.every(({ status }) => status === 'geweigerd') ? 'geweigerd' : 'verwerkt';
  if (taken.kind === 'message') return { to, json: judged[0] };
  return { to, json: { berichten: taken.messages.map(({ naam }, nr) => ({ naam, ...judged[nr] })) } };
}
