"""The public scenarios with other gemeenten, products, tariffs, budgets and percentage: a gateway that knows them by heart fails.

Run by run_scenarios.py --module redrawn, with REDRAWN_SEED in the environment. The source of the scenarios is read as a
syntax tree and its constants are replaced, everywhere or in one function; a constant that is not found any more is an error.
"""
import ast
import importlib.util
import os
import random

SEED = os.environ['REDRAWN_SEED']
draw = random.Random(SEED)

OLD_GEMEENTEN = ['0358', '0362', '0363', '0384', '0437', '0451', '0385', '0415', '0431', '0439', '0852', '0880', '0479']
# Codes that were given out long before 2015 and are in use still.
OTHER_GEMEENTEN = ['0034', '0153', '0164', '0193', '0200', '0202', '0268', '0289', '0307', '0344', '0361', '0400', '0503', '0505', '0518',
                   '0546', '0599', '0637', '0687', '0758', '0772', '0855', '0917', '0935', '0995']
OLD_CATEGORIES = ['45', '44', '46', '54', '50']
OTHER_CATEGORIES = ['40', '41', '42', '43', '51', '52', '53', '55', '44', '45', '46', '54', '50']
OLD_CODES = ['45A01', '45A02', '45A03', '45A99', '45Z01', '44A01', '46A01', '54D01', '50B01']


def half_up(teller, noemer):
    return (2 * teller + noemer) // (2 * noemer)


def other_codes():
    letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
    codes = set()
    while len(codes) < len(OLD_CODES):
        codes.add(f'{draw.randrange(10, 99)}{draw.choice(letters)}{draw.randrange(10, 99)}')
    return draw.sample(sorted(codes), len(codes))


tarief, zawa, verblijf, crisis = draw.randrange(101, 240), draw.randrange(80, 200), draw.randrange(5000, 12000), draw.randrange(15000, 30000)
budget = draw.randrange(250_000, 900_000)
percentage = draw.randrange(40, 95)
dagen, leeftijd, dyslexie_tot = draw.randrange(20, 60), draw.randrange(16, 21), draw.randrange(9, 13)
uren = draw.randrange(1, 8)
uurtarief = next(u for u in iter(lambda: draw.randrange(6001, 12000), None) if half_up(u * 50, 60) != 50 * half_up(u, 60))
per_minuut = half_up(uurtarief, 60)
onder = (percentage * budget - 1) // (100 * tarief)     # minutes that stay just below the percentage
erbij = 2                                               # and these cross it
euros, eerste = draw.randrange(500_000, 900_000), draw.randrange(200_000, 400_000)

EVERYWHERE = {
    **dict(zip(OLD_GEMEENTEN, draw.sample(OTHER_GEMEENTEN, len(OLD_GEMEENTEN)))),
    **dict(zip(OLD_CATEGORIES, draw.sample(OTHER_CATEGORIES, len(OLD_CATEGORIES)))),
    **dict(zip(OLD_CODES, other_codes())),
    18: leeftijd, 42: dagen,
}
WITHIN = {
    'agreements': {150: tarief, 8500: uurtarief, 9000: verblijf, 25000: crisis, 120: zawa, 500000: budget, 75: percentage, 13: dyslexie_tot},
    'SCENARIOS': {43: dagen + 1},
    'line': {150: tarief},
    'vot_honoured': {'3333': str(budget // tarief)},
    'vot_above_signaalbudget': {4000: budget // tarief + 1},
    'declaration_granted': {'15000': str(100 * tarief)},
    'declaration_partly_refused': {'30000': str(200 * tarief), '15000': str(100 * tarief)},
    'declaration_wrong_tariff': {160: tarief + draw.choice([-1, 1, 10])},
    'declaration_total_wrong': {14999: 100 * tarief - 1},
    'credit_and_again': {'3000': str(20 * tarief)},
    'hour_tariff_in_minutes': {142: per_minuut, 7083: half_up(uurtarief * 50, 60), 7100: 50 * per_minuut},
    'hours_a_week': {3: uren, 721: 240 * uren + 1, 720: 240 * uren, 142: per_minuut, 102142: half_up(uurtarief * (240 * uren + 1), 60), 102000: 4 * uren * uurtarief},
    'signal_at_75': {500000: budget, 2490: onder, 20: erbij, 75: percentage, 900000: budget + 400_000, 376500: (onder + erbij) * tarief},
    'declaration_303': {600000: euros, 420000: eerste, '420000': str(eerste), 200000: euros - eerste + 1},
}


class Redraw(ast.NodeTransformer):
    def __init__(self):
        self.within, self.seen = [{}], set()

    def visit_FunctionDef(self, node):
        return self.inside(node.name, node)

    def visit_Assign(self, node):
        return self.inside(getattr(node.targets[0], 'id', ''), node)

    def inside(self, name, node):
        self.within.append({k: (name, v) for k, v in WITHIN.get(name, {}).items()} or self.within[-1])
        node = self.generic_visit(node)
        self.within.pop()
        return node

    def visit_Constant(self, node):
        if type(node.value) not in (int, str):
            return node
        if node.value in self.within[-1]:
            name, value = self.within[-1][node.value]
            self.seen.add((name, node.value))
        elif node.value in EVERYWHERE:
            value = EVERYWHERE[node.value]
            self.seen.add(('', node.value))
        else:
            return node
        return ast.copy_location(ast.Constant(value), node)


redraw = Redraw()
spec = importlib.util.find_spec('scenarios')
with open(spec.origin, encoding='utf-8') as source:
    tree = ast.fix_missing_locations(redraw.visit(ast.parse(source.read())))
wanted = {('', k) for k in EVERYWHERE} | {(name, k) for name, values in WITHIN.items() for k in values}
assert redraw.seen == wanted, f'not in the scenarios any more: {sorted(map(str, wanted - redraw.seen))}'
assert (onder + erbij) * tarief <= budget
exec(compile(tree, spec.origin, 'exec'), globals())
print(f'redrawn by {SEED}: {OLD_GEMEENTEN[1]} is {EVERYWHERE["0362"]}, 45A01 is {EVERYWHERE["45A01"]} at {tarief} cents, budget {budget}, {percentage} %, {uurtarief} an hour')
