import type { VNode } from 'preact';
import { toonBericht } from '../../../api/weergave.ts';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Feiten } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Moment } from '../../kit/value.tsx';
import { statusMeans, VIA_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';

/** What came, from where, and what became of it: at the head of the page, and on paper the proof of receipt. */
export function Kern(props: {
  readonly bericht: BerichtBeeld;
  readonly names: Names;
  /** What became of the request in it, in place of what the status means. */
  readonly stand: VNode | null;
}): VNode {
  const { bericht, names, stand } = props;
  const b = toonBericht(bericht);
  return (
    <>
      <p class="bericht-vak">
        {stand ?? (
          <>
            <Status is={b.status} /> {statusMeans(b.status, b.type)}
          </>
        )}
      </p>
      <Feiten
        van={[
          ['Van', names.party(b.afzender)],
          ['Aan', names.party(b.ontvanger)],
          ['Ontvangen', <Moment op={b.ontvangenOp} />],
          ['Beoordeeld', b.beoordeeldOp === null ? 'nog niet' : <Moment op={b.beoordeeldOp} />],
          ['Identificatie', b.identificatie],
          ['Regio', names.region(b.regio)],
          ['Release', b.release === null ? null : `iJW ${b.release}`],
          ['Binnengekomen langs', b.via === null ? 'samengesteld door de gateway' : VIA_NAMES[b.via]],
          ['Eigen kenmerk van de afzender', b.transportId],
          [
            'Antwoord op',
            b.inAntwoordOp === null ? null : (
              <a href={`/berichten/${b.inAntwoordOp}`}>het bericht dat hiermee is beantwoord</a>
            ),
          ],
          [
            'Beoordeeld met',
            b.afsprakenVersie === null
              ? null
              : `afspraken ${b.afsprakenVersie}${bericht.regelsVersie === null ? '' : `, regels ${bericht.regelsVersie}`}`,
          ],
          ['Nummer in de gateway', <code>{b.id}</code>],
        ]}
      />
      <p class="alleen-papier">Dit is een bewijs van ontvangst, afgedrukt uit de iJW-gateway.</p>
    </>
  );
}
