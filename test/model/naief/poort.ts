import type { HeenBericht, ModelBericht, Uitkomst } from '../bericht.ts';
import { VANDAAG } from '../wereld.ts';
import { antwoord } from './antwoord.ts';
import { jw303 } from './declaratie/jw303.ts';
import { jw323 } from './declaratie/jw323.ts';
import { ontvangen } from './ontvangen.ts';
import { RETOUR, retour, VAN_GEMEENTE } from './oordeel.ts';
import { oudeKop } from './oude-kop.ts';
import { regie } from './regie.ts';
import { Stand } from './stand.ts';
import { toewijzing } from './toewijzing.ts';
import { type Uitgegeven, vot } from './vot.ts';
import { vow } from './vow.ts';

/** A gateway of a few pages, written from the standard alone: what a message does, and what is answered. */
export class NaievePoort {
  readonly stand = new Stand();
  #teller = 0;

  /** `identificaties`: of the answers that the gateway gave, as only it can know them. */
  ontvang(bericht: ModelBericht, uitgegeven: Uitgegeven, identificaties: readonly string[]): Uitkomst {
    this.stand.nu = String(++this.#teller);
    if ('kopcodes' in bericht || 'echo' in bericht) return ontvangen(bericht, this.stand);
    const uitkomst = this.#heen(bericht, uitgegeven);
    this.#bewaar(bericht, uitkomst, identificaties);
    return uitkomst;
  }

  #bewaar(bericht: HeenBericht, { status, antwoorden }: Uitkomst, identificaties: readonly string[]): void {
    const { gemeente, aanbieder, release, type, identificatie, dagtekening } = bericht;
    const partijen = { gemeente, aanbieder, release };
    const declaratie = this.stand.declaraties.some((d) => d.bericht === this.stand.nu);
    const bezorgd = status !== 'afgekeurd' || declaratie;
    const nu = this.stand.nu;
    this.stand.berichten.push({ ...partijen, type, identificatie, dagtekening, bericht: nu, heen: bericht, bezorgd });
    antwoorden.forEach((a, i) => {
      if (RETOUR[a.type] === undefined) return;
      const kop = { type: a.type, identificatie: identificaties[i] ?? '', dagtekening: VANDAAG, heen: null };
      this.stand.berichten.push({ ...partijen, ...kop, bericht: `${nu}/${i}`, bezorgd: true });
    });
  }

  #heen(bericht: HeenBericht, uitgegeven: Uitgegeven): Uitkomst {
    // Its header has no Identificatie, and rules of its own.
    if (bericht.type === 'JW303') return jw303(bericht, this.stand);
    const kop: string[] = [];
    const zender = VAN_GEMEENTE.includes(bericht.type) ? bericht.gemeente : bericht.aanbieder;
    const sleutel = `${zender} ${bericht.type} ${bericht.identificatie}`;
    if (this.stand.identificaties.has(sleutel)) kop.push('9056');
    if (bericht.dagtekening > VANDAAG) kop.push('8848');
    this.stand.identificaties.add(sleutel);
    kop.push(...oudeKop(bericht, this.stand));
    // Levels run in order: what the message holds comes before what was sent earlier.
    if (kop.length === 0) return this.#beoordeel(bericht, this.stand, uitgegeven);
    const los = this.#beoordeel(bericht, new Stand(), () => 0);
    if (los.antwoorden[0]?.codes[0] === 'Header 0001') return los;
    return bericht.type === 'JW323'
      ? { status: 'afgekeurd', antwoorden: [{ type: 'JW325', codes: [`Header ${kop.join(' ')}`], inhoud: [] }] }
      : retour(bericht, kop, null);
  }

  #beoordeel(bericht: HeenBericht, stand: Stand, uitgegeven: Uitgegeven): Uitkomst {
    switch (bericht.type) {
      case 'JW301':
        return toewijzing(bericht, stand);
      case 'JW303':
        return jw303(bericht, stand);
      case 'JW305':
      case 'JW307':
        return regie(bericht, stand);
      case 'JW315':
        return vot(bericht, stand, uitgegeven);
      case 'JW317':
        return vow(bericht, stand);
      case 'JW319':
        return antwoord(bericht, stand);
      case 'JW323':
        return jw323(bericht, stand);
    }
  }
}
