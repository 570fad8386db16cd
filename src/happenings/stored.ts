import type { BerichtType } from '../standard/message-types.ts';
import type { EindStatus, SignaalSoort } from '../verdict/verdict.ts';
import type { Happening } from './happening.ts';

/** A row of `gebeurtenis`, as each build since the first wrote them. */
export interface GebeurtenisRij {
  readonly soort: string;
  readonly laan: string | null;
  readonly onderwerp: string | null;
  readonly gegevens: Readonly<Record<string, unknown>> | null;
}

/** What a row tells; null for a soort that a newer build writes and this one does not know. */
export function happeningOf({ soort, laan, onderwerp, gegevens }: GebeurtenisRij): Happening | null {
  const g = gegevens ?? {};
  const about = { subject: onderwerp, lane: laan };
  switch (soort) {
    case 'ontvangen':
    case 'opnieuw-ontvangen':
      return { type: 'message.received', ...about, again: soort === 'opnieuw-ontvangen' };
    case 'opnieuw-aangeboden':
      return { type: 'message.replayed', ...about };
    case 'beoordeeld':
      return {
        ...{ type: 'message.judged', ...about, status: g.status as EindStatus, answers: ids(g.antwoorden) },
        ...{ agreements: Number(g.afspraken), ruleset: text(g.regels) },
        messageType: (g.type ?? null) as BerichtType | null,
      };
    case 'vastgelopen':
      return {
        ...{ type: 'message.quarantined', ...about, reason: text(g.reden) },
        work: g.werk === 'opdracht' ? 'opdracht' : 'bericht',
      };
    case 'opdracht':
      return { type: 'command.received', ...about, kind: text(g.soort), party: text(g.partij) };
    case 'besloten':
      return {
        type: isDecision(g.soort) ? 'decision.made' : 'command.done',
        ...{ ...about, state: g.stand === 'geweigerd' ? 'geweigerd' : 'gedaan', answers: ids(g.antwoorden) },
      };
    case 'aangeboden':
      return { type: 'delivery.offered', ...about, ...delivery(g) };
    case 'afgeleverd':
      return { type: 'delivery.confirmed', ...about, ...delivery(g) };
    case 'mislukt':
      return { type: 'delivery.failed', ...about, ...delivery(g), error: text(g.fout) };
    case 'signaal':
      return {
        ...{ type: 'signal.raised', ...about, ...signal(g), kind: g.soort as SignaalSoort },
        ...('regio' in g ? { regio: textOrNull(g.regio) } : {}),
      };
    case 'termijn':
      return { type: 'term.due', ...about, ...signal(g), term: textOrNull(g.termijn), over: g.verstreken === true };
    case 'afspraken':
      return { type: 'agreements.replaced', ...about, version: Number(g.versie), by: text(g.door) };
    case 'sleutel-gemaakt':
      return { type: 'key.created', ...about, role: text(g.rol), party: g.partij == null ? null : text(g.partij) };
    case 'sleutel-beeindigd':
      return { type: 'key.ended', ...about };
    case 'geopend':
      return { type: 'body.opened', ...about, by: text(g.door) };
    default:
      return null;
  }
}

/** The soort of a command that decides on a request, of this build and of older ones. */
export function isDecision(soort: unknown): boolean {
  return soort === 'besluit';
}

function delivery(g: Readonly<Record<string, unknown>>) {
  return { party: text(g.partij), channel: text(g.kanaal ?? 'ophalen') };
}

function signal(g: Readonly<Record<string, unknown>>) {
  return { signal: text(g.signaal), gemeente: text(g.gemeente), aanbieder: text(g.aanbieder) };
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function textOrNull(value: unknown): string | null {
  return value == null ? null : text(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value ?? '');
}
