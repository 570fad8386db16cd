/** What the command line can do, in Dutch, as `help` shows it. */
export const GEBRUIK = `ijw-gateway <opdracht>

  serve [--role all|api|worker|delivery] [--regio AA,ZAWA]
                            start de gateway op de voorgrond
  check [--json] PAD…       toets bestanden, zonder gateway: 0 alles goed, 1 iets afgekeurd, 2 verkeerd gebruik
  agreements import BESTAND vervang het afsprakendocument
  agreements export         toon het afsprakendocument
  why ID                    vertel wat er met een bericht gebeurde en waarom
  replay ID…                laat vastgelopen of afgekeurde berichten opnieuw beoordelen
  generate TYPE…            maak geldige voorbeeldberichten met fictieve burgerservicenummers
  generate --rule CODE|all  maak per regel een bericht dat haar overtreedt en een dat slaagt
  rules                     toon de lijst van regels

agreements, why en replay spreken een draaiende gateway aan: zet IJW_URL (http://127.0.0.1:8080) en IJW_SLEUTEL.
`;
