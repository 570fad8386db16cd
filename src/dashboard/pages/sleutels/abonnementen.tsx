import type { VNode } from 'preact';
import type { Sleutel } from '../../../access/keys/contract.ts';
import { goesOnWith, type Subscription } from '../../../gateway/people/subscriptions.ts';
import type { PageRequest } from '../../page.ts';

/** Subscriptions that were made with a key. */
export async function subscriptionsBy(
  { api, principal }: PageRequest,
  keyId: string,
): Promise<readonly Subscription[]> {
  const all = await api.gateway.subscriptions.list(principal);
  return all.filter(({ door }) => door === keyId);
}

/** Ends them too, where that was ticked when their key ended. */
export async function endTicked(request: PageRequest, keyId: string): Promise<void> {
  if (request.form.text('abonnementen') !== 'ja') return;
  for (const { id } of await subscriptionsBy(request, keyId)) {
    await request.api.gateway.subscriptions.end(request.principal, id);
  }
}

/**
 * What becomes of them when their key ends, said before it does: who is warned by one would not notice that it fell silent, and
 * what was made with a stolen key should not go on unseen.
 */
export function Abonnementen(props: {
  readonly van: readonly Subscription[];
  /** The other keys that are in force. */
  readonly andere: readonly Sleutel[];
}): VNode | null {
  const { van, andere } = props;
  if (van.length === 0) return null;
  return (
    <>
      <p>Met deze sleutel {van.length === 1 ? 'is een abonnement' : `zijn ${van.length} abonnementen`} genomen:</p>
      <ul>
        {van.map((een) => (
          <li>
            naar {een.adres}: {watWordt(een, andere)}
          </li>
        ))}
      </ul>
      <p class="keuze">
        <input type="checkbox" id="veld-abonnementen" name="abonnementen" value="ja" />
        <label for="veld-abonnementen">
          Beëindig ook wat met deze sleutel is genomen, bijvoorbeeld omdat de sleutel in verkeerde handen is
        </label>
      </p>
    </>
  );
}

function watWordt(een: Subscription, andere: readonly Sleutel[]): string {
  if (goesOnWith(andere, een)) return 'gaat door, want de partij heeft een andere geldige sleutel.';
  return een.partijen === null
    ? 'stopt. Neem het zo nodig opnieuw met een andere sleutel.'
    : 'stopt tot er weer een sleutel van deze partij is, en gaat dan verder waar het was.';
}
