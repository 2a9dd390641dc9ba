import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { BUNDLED } from '../base/bundled-packages.ts';
import { ROOT } from '../base/paths.ts';
import { STORE } from './stage.ts';

/** A package of others whose code is in ours. */
export type Component = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The words of its licence; empty: it brings none. */
  readonly text: string;
};

const described = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** What the bundles in `dist` are made of, and the store. */
export function componentsOf(dist: string): readonly Component[] {
  const lists = globSync(`${BUNDLED}/*.json`, { cwd: dist }).map((list) =>
    z.array(z.string()).parse(JSON.parse(readFileSync(join(dist, list), 'utf8'))),
  );
  const folders = new Set([...lists.flat(), `node_modules/${STORE}`]);
  const found = [...folders].map((folder) => componentIn(join(ROOT, folder)));
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function componentIn(folder: string): Component {
  const own = described.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return { name: own.name, version: own.version, license: own.license, text };
}

const keyOf = ({ name, version }: Pick<Component, 'name' | 'version'>): string => `${name}@${version}`;

/** Our licence and those of everything in the package, for whoever has only the package. */
export function licenceList(components: readonly Component[]): string {
  const others = components.map((component) =>
    [`${keyOf(component)} (${component.license})`, component.text].filter(Boolean).join('\n\n'),
  );
  const electron =
    'Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html beside the program';
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  return `${[`Penghubung (MIT)\n\n${own}`, electron, ...others].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

const bill = z.looseObject({
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** npm's bill of materials in the form of CycloneDX, less what is in no package, and with the runtime. */
export function billOfMaterials(components: readonly Component[], electron: string): unknown {
  // The bundler leaves NODE_ENV=production behind, for which npm would keep silent of the page's packages.
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'];
  const npm = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    shell: process.platform === 'win32',
  });
  const whole = bill.parse(JSON.parse(npm));
  const packed = new Set(components.map(keyOf));
  const listed = new Set(whole.components.map((one) => one['bom-ref']));
  const lacking = [...packed].filter((ref) => !listed.has(ref));
  if (lacking.length > 0) throw new Error(`npm sbom does not know ${lacking.join(', ')}`);
  const own = whole.dependencies.find(({ ref }) => ref.startsWith('penghubung@'))?.ref;
  const kept = (ref: string): boolean => packed.has(ref) || ref === own;
  return {
    ...whole,
    components: [...whole.components.filter((one) => kept(one['bom-ref'])), runtimeComponent(electron)],
    dependencies: whole.dependencies
      .filter(({ ref }) => kept(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(kept) })),
  };
}

const runtimeComponent = (version: string) => ({
  'bom-ref': `electron-runtime@${version}`,
  type: 'framework',
  name: 'electron',
  version,
  purl: `pkg:github/electron/electron@v${version}`,
  licenses: [{ license: { id: 'MIT' } }],
});
