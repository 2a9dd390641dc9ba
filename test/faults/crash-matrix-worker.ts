import { crashAtEveryCommit, type MatrixOptions } from './crash-matrix.ts';

// A process of the crash matrix: plays the hour, and tries its share of the crashes. The last line is the
// complaint.
const [options] = process.argv.slice(2);
if (options === undefined) throw new Error('crash-matrix-worker.ts OPTIONS');
const parsed: MatrixOptions = JSON.parse(options);
console.log(JSON.stringify(await crashAtEveryCommit(parsed)));
