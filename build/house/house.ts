import { ROOT } from '../base/paths.ts';
import { LIMITS } from './limits.ts';
import { figuresOf } from './measure.ts';
import { writePicture } from './picture.ts';
import { readTree } from './read-tree.ts';
import { asJson, asText } from './report.ts';

// `npm run house`: how the code is built, in figures, with the worst places of each. `-- --all`: every place.
// `-- --json`: the figures alone, in one line. `-- --write`: draws the rooms in docs/architecture.md anew.
const { house, imports } = readTree(ROOT);
const has = (flag: string): boolean => process.argv.includes(flag);
if (has('--write')) writePicture(ROOT, imports);
if (has('--json')) console.log(asJson(figuresOf(house)));
else console.log(asText(house, LIMITS, has('--all') ? Number.POSITIVE_INFINITY : 10));
