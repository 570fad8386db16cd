/** What the command line can do, in Dutch, as `help` shows it. */
export const GEBRUIK = `ijw-gateway <opdracht>

  serve [--role all|api|worker|delivery] [--regio AA,ZAWA]
                            start de gateway op de voorgrond
  check PAD…                toets bestanden, mappen of de standaardinvoer (-), zonder gateway:
                            0 alles geldig, 1 iets afgekeurd, 2 verkeerd gebruik, niets te toetsen of iets onleesbaar
  agreements validate BESTAND
                            toets een afsprakendocument, zonder gateway
  agreements import BESTAND vervang het afsprakendocument; met --proef: toon alleen wat dat verandert
  agreements export         toon het afsprakendocument
  why ID                    vertel wat er met een bericht gebeurde en waarom
  replay ID…                laat vastgelopen of geweigerde berichten opnieuw beoordelen
  generate TYPE…            maak voorbeeldberichten met fictieve personen
  generate keten            maak een keten van berichten over één kind
  generate --rule CODE|all  maak per regel een bericht dat haar overtreedt en een dat slaagt
  rules [CODE…]             toon alle regels, of die met deze regel- of retourcode
  data                      toon wat de database bewaart, over wie en hoe lang
  keys rotate               maak een nieuwe datasleutel, ook terwijl de gateway draait
  client export|erase       toon of verwijder alles over één kind; het BSN op de standaardinvoer
  purge [--dry-run]         verwijder wat zo lang is bewaard als mag, of toon het eerst
  audit verify              toets of de audit nog is zoals zij is geschreven
  store export BESTAND      zet alles van de database in een versleuteld bestand; de gateway staat stil
  store import BESTAND      vul een lege database uit zo'n bestand
  help                      toon dit overzicht; OPDRACHT --help toont de opties van een opdracht

agreements, why en replay spreken een draaiende gateway aan: zet IJW_URL (http://127.0.0.1:8080) en IJW_SLEUTEL.
keys, client, purge, audit en store nemen de omgeving van de gateway zelf: DATA_DIR of DATABASE_URL, en DATA_SLEUTEL.
`;
