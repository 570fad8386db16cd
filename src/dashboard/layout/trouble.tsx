import type { ApiReply } from '../../api/reply.ts';
import type { View } from '../page.ts';

/** What went wrong, in the words of the API's problems, as a page. */
export function troublePage({ status, body }: ApiReply): View {
  const { title, detail } = body as { readonly title: string; readonly detail: string };
  return troubleOf(status, title, detail);
}

export function troubleOf(status: number, title: string, detail: string): View {
  return {
    kind: 'view',
    status,
    title,
    body: (
      <>
        <p class="bericht-vak">{detail}</p>
        <p>
          <a href="/">Naar het overzicht</a>
        </p>
      </>
    ),
  };
}

export const NOT_FOUND = troubleOf(
  404,
  'Niet gevonden',
  'Deze pagina bestaat niet, of u mag haar niet zien. Kijk of het adres klopt.',
);
export const NO_TOKEN = troubleOf(
  403,
  'Geweigerd',
  'Dit formulier is verlopen of kwam van een andere website. Ga terug, ververs de pagina en verstuur het opnieuw. Er is niets gewijzigd.',
);
export const BUSY = troubleOf(
  429,
  'Even geduld',
  'Er lopen al zoveel van deze vragen als tegelijk kunnen. Ververs de pagina over een paar seconden.',
);
