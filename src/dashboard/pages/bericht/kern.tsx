import type { VNode } from 'preact';
import { toonBericht } from '../../../api/weergave.ts';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Judged } from '../../kit/judged.tsx';
import { Feiten } from '../../kit/lijst.tsx';
import { Sent } from '../../kit/sent.tsx';
import { Moment } from '../../kit/value.tsx';
import { saysMeans, statusMeans, VIA_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { deliveryOf, isSent } from '../../words/sent.ts';
import { misschienVol } from './volume.ts';

/** What came, from where, and what became of it: at the head of the page, and on paper the proof of receipt. */
export function Kern(props: {
  readonly bericht: BerichtBeeld;
  readonly names: Names;
  /** What became of the request in it, in place of what the status means. */
  readonly stand: VNode | null;
  /** Status of the message that this one answers; undefined where it answers none in sight. */
  readonly beantwoord: BerichtBeeld['status'] | undefined;
  /** Of a declaratie whose text may be shown: what it declares. */
  readonly declaratie: readonly (readonly [string, string | null])[];
}): VNode {
  const { bericht, names, stand, beantwoord, declaratie } = props;
  const b = toonBericht(bericht);
  const uit = isSent(bericht);
  return (
    <>
      <p class="bericht-vak">
        {uit ? (
          <>
            <Sent van={bericht} beantwoord={beantwoord} /> {saysMeans(bericht)}
          </>
        ) : null}
        {uit
          ? null
          : (stand ?? (
              <>
                <Judged van={bericht} /> {saysMeans(bericht) ?? statusMeans(b.status, b.type)}
                {misschienVol(bericht)}
              </>
            ))}
      </p>
      <Feiten
        van={[
          ['Van', names.party(b.afzender)],
          ['Aan', names.party(b.ontvanger)],
          [uit ? 'Samengesteld' : 'Ontvangen', <Moment op={b.ontvangenOp} />],
          ['Beoordeeld', uit ? null : b.beoordeeldOp === null ? 'nog niet' : <Moment op={b.beoordeeldOp} />],
          ['Identificatie', b.identificatie],
          ...declaratie,
          ['Regio', names.region(b.regio)],
          ['Release', b.release === null ? null : `iJW ${b.release}`],
          ['Binnengekomen langs', b.via === null ? null : VIA_NAMES[b.via]],
          ['Samengesteld door', uit ? 'de gateway' : null],
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
      <p class="uitleg alleen-scherm">
        {uit
          ? 'Druk deze pagina af voor een afschrift, met hoe ver de aflevering is.'
          : 'Druk deze pagina af: op papier is zij een bewijs van ontvangst.'}
      </p>
      <p class="alleen-papier">
        {uit
          ? `Dit is een afschrift van een bericht dat de gateway samenstelde, afgedrukt uit de iJW-gateway. Aflevering: ${deliveryOf(bericht).wat}.`
          : 'Dit is een bewijs van ontvangst, afgedrukt uit de iJW-gateway.'}
      </p>
    </>
  );
}
