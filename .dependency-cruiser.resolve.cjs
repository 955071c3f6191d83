const path = require('node:path');

/** How the mini-program's build finds files: its own `@`, and a file per platform where platforms differ. */
module.exports = {
  resolve: {
    alias: { '@': path.resolve(__dirname, 'miniapp/src') },
    extensions: [
      '.ts',
      '.tsx',
      '.h5.ts',
      '.h5.tsx',
      '.weapp.ts',
      '.weapp.tsx',
      '.mjs',
      '.cjs',
      '.js',
      '.json',
    ],
  },
};
