import manifest from '../package.json' with { type: 'json' };

export const tool = `camdrift ${manifest.version}`;
