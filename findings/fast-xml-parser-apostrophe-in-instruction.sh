#!/usr/bin/env bash
# fast-xml-parser 5.12.1, on well-formed XML with an apostrophe in a processing instruction.
#
# Expected: an instruction ends at its first `?>`, whatever stands in it (XML 1.0, section 2.6); an apostrophe is an ordinary
#   character there. xmllint reads all three elements.
# Behaviour: a quote in an instruction is taken for the start of a value, so the parser reads on to the next quote. With one
#   such instruction it throws "Pi Tag is not closed."; with two, all elements between them are gone, without an error.
# Seen:      well-formed by xmllint · one instruction: throws · two: {"care":{"stop":"2026-03-01"}} (start is lost)
#
# Needs node, npm and xmllint. Exits 1 when the behaviour has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact fast-xml-parser@5.12.1 >/dev/null
printf '%s' "<care><?note it's?><start>2026-01-05</start><?note that's?><stop>2026-03-01</stop></care>" > two.xml
printf '%s' "<care><?note it's?><start>2026-01-05</start><stop>2026-03-01</stop></care>" > one.xml
if command -v xmllint >/dev/null; then xmllint --noout one.xml two.xml && echo 'well-formed by xmllint'; fi
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
const read = (file) => {
  try {
    return JSON.stringify(new XMLParser({ ignorePiTags: true }).parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return `throws ${error.message}`;
  }
};
const [one, two] = [read('one.xml'), read('two.xml')];
console.log(`one instruction: ${one}\ntwo: ${two}`);
process.exit(one === 'throws Pi Tag is not closed.' && !two.includes('start') && two.includes('stop') ? 0 : 1);
JS
node read.mjs || { echo 'CHANGED'; exit 1; }
