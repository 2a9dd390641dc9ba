import module from 'node:module';

// What V8 compiles of the backend is kept in this folder for the next start; an older Node.js, as that of
// Electron 33, cannot. It must be on before the backend is loaded.
module.enableCompileCache?.(process.argv[2]);
await import('./main.ts');
