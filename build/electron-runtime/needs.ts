/** A program in the path or a library of the system, and the package of Debian that brings it. */
export type Need = { readonly file: string; readonly debian: string };

const need = (file: string, debian: string): Need => ({ file, debian });

/** To make the runtime out of what the registry gives. */
export const TO_PREPARE: readonly Need[] = [need('unzip', 'unzip'), need('g++', 'g++')];

/** Electron's libraries, a desktop that nobody looks at, and the means to be an ordinary user or its IT. */
export const TO_TEST_WINDOWS: readonly Need[] = [
  need('libgtk-3.so.0', 'libgtk-3-0'),
  need('libgbm.so.1', 'libgbm1'),
  // Its library has another package in newer systems; this one brings it in all of them.
  need('libasound.so.2', 'libasound2-dev'),
  need('libnss3.so', 'libnss3'),
  need('Xvfb', 'xvfb'),
  need('setpriv', 'util-linux'),
  need('dbus-daemon', 'dbus'),
  // Shows notifications.
  need('dunst', 'dunst'),
  // Puts a certificate where Chromium looks for those of this PC.
  need('certutil', 'libnss3-tools'),
];

/**
 * @param has is there such a program?
 * @param libraries what `ldconfig -p` prints
 */
export function missing(
  needs: readonly Need[],
  has: (program: string) => boolean,
  libraries: string,
): Need[] {
  return needs.filter(({ file }) => (file.includes('.so') ? !libraries.includes(`\t${file} `) : !has(file)));
}
