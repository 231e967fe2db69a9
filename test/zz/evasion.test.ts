import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { claimant, claimsOf, json, whitewashed } from '../support/forged.ts';
import { fixture } from '../support/results.ts';
import {
  configText,
  marked,
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  runIn,
  scene,
  shortcut,
} from '../support/scene.ts';
import { finishedRun, fork, speakFor, zipped } from '../support/second-workflow.ts';

const show = (name: string, ran: any, extra: any = '') =>
  console.log(
    `## ${name}: exit ${ran.code}, verdict ${ran.outputs.verdict}, audited ${ran.outputs.audited}`,
    ran.results
      ? JSON.stringify(
          ran.results.models.map((m: any) => [m.name, m.verdict, m.reasons.map((r: any) => `${r.level} ${r.code}`)]),
        )
      : '',
    extra,
  );

test('control: shortcut in place fails', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  show('control', await s.run());
});

test('1 model behind a symlinked folder: the PR retargets the link', async t => {
  const config = stringify({
    models: [{ name: 'tiny', path: 'models/current' }],
    engine: 'wasm',
    jobs: 1,
    preprocess: 'unit',
    fixtures: ['images/*'],
    probes: 'none',
  });
  const before = {
    ...(await modelFiles('models/v1')),
    ...(await pictureFiles(marked())),
    'camdrift.yml': config,
    'models/current': { symlink: 'v1' },
  } as any;
  const after = { ...(await modelFiles('models/v2', shortcut)), 'models/current': { symlink: 'v2' } } as any;
  const s = await scene(t, { before, after });
  const r = await s.run();
  show('symlink retargeted', r, '\ncomments: ' + s.comments().length + '\n' + r.stdout.slice(0, 600));
});
test('2 model behind a symlinked folder: the PR changes the files behind it', async t => {
  const config = stringify({
    models: [{ name: 'tiny', path: 'models/current' }],
    engine: 'wasm',
    jobs: 1,
    preprocess: 'unit',
    fixtures: ['images/*'],
    probes: 'none',
  });
  const before = {
    ...(await modelFiles('models/v1')),
    ...(await pictureFiles(marked())),
    'camdrift.yml': config,
    'models/current': { symlink: 'v1' },
  } as any;
  const s = await scene(t, { before, after: await modelFiles('models/v1', shortcut) });
  const r = await s.run();
  show('behind symlink changed', r, '\ncomments: ' + s.comments().length + '\n' + r.stdout.slice(0, 600));
});
test('2b weights file is a symlink, PR changes its target', async t => {
  const m1: any = await modelFiles('models/tiny');
  const m2: any = await modelFiles('models/tiny', shortcut);
  const w = Object.keys(m1).find(k => k.endsWith('.bin'))!;
  const before = { ...(await projectFiles()), [w]: { symlink: '../../store/w1.bin' }, 'store/w1.bin': m1[w] } as any;
  const s = await scene(t, { before, after: { 'store/w1.bin': m2[w] } as any });
  const r = await s.run();
  show('weights symlink to store (outside model folder)', r, '\n' + r.stdout.slice(0, 400));
  const before2 = {
    ...(await projectFiles()),
    [w]: { symlink: 'store/w1.bin' },
    'models/tiny/store/w1.bin': m1[w],
  } as any;
  const s2 = await scene(t, { before: before2, after: { 'models/tiny/store/w1.bin': m2[w] } as any });
  const r2 = await s2.run();
  show('weights symlink inside model folder', r2, '\n' + r2.stdout.slice(0, 400));
});
test('2c fixtures via symlinked folder', async t => {
  const imgs = await pictureFiles(marked());
  const moved = Object.fromEntries(Object.entries(imgs).map(([k, v]) => [k.replace('images/', 'data/'), v]));
  const before: any = {
    ...(await modelFiles('models/tiny')),
    ...moved,
    images: { symlink: 'data' },
    'camdrift.yml': configText(['tiny'], { fixtures: ['images/*'] }),
  };
  const s = await scene(t, {
    before,
    after: { ...(await modelFiles('models/tiny', shortcut)), 'data/1.png': null, 'data/2.png': null },
  });
  const r = await s.run();
  show('fixtures behind link removed', r, JSON.stringify(r.results?.change?.edits));
});
test('3 DVC: the model is fetched by a step, only its .dvc pointer is in git', async t => {
  const config = configText(['tiny']);
  const before: any = {
    ...(await pictureFiles(marked())),
    'camdrift.yml': config,
    'models/tiny.dvc': 'outs:\n- md5: 1\n',
    '.gitignore': 'models/tiny\n',
  };
  const s = await scene(t, { before, after: { 'models/tiny.dvc': 'outs:\n- md5: 2\n' } });
  const files: any = await modelFiles('models/tiny', shortcut);
  const r = await s.run({
    prepare: async w => {
      for (const [p, b] of Object.entries(files)) {
        await mkdir(join(w, p, '..'), { recursive: true });
        await writeFile(join(w, p), b as any);
      }
    },
  });
  show('DVC pointer changed', r, '\ncomments: ' + s.comments().length + '\n' + r.stdout.slice(0, 500));
});
test('4 policy-from: base, the PR sets layer', async t => {
  for (const extra of [
    {},
    { layer: 'conv' },
    { fit: 'contain' },
    { size: '8x8' },
    { preprocess: { scale: 0 } },
    { preprocess: { scale: 1e-9 } },
    { labels: ['a', 'b', 'c'] },
    { output: 'x' },
    { 'baseline-preprocess': { scale: 0 } },
  ]) {
    const s = await scene(t, {
      before: await projectFiles(),
      after: { ...(await modelFiles('models/tiny', shortcut)), 'camdrift.yml': configText(['tiny'], extra) },
    });
    const r = await s.run({ inputs: { 'policy-from': 'base' } });
    show(
      'policy-from base + ' + JSON.stringify(extra),
      r,
      JSON.stringify(r.results?.models?.[0]?.drift?.['grad-cam']?.['attention-shift']) +
        ' ' +
        (r.results?.models?.[0]?.error?.message ?? '') +
        ' settings ' +
        JSON.stringify(r.results?.change?.settings),
    );
  }
});
test('5 policy-from: base, renamed model on another path', async t => {
  const before = await projectFiles();
  const gone = Object.fromEntries(
    Object.keys(before)
      .filter(k => k.startsWith('models/tiny/'))
      .map(k => [k, null]),
  );
  const after = {
    ...gone,
    ...(await modelFiles('models/tiny2', { ...shortcut, seed: 99, noise: 0.01 } as any)),
    'camdrift.yml': configText(['tiny2']),
  };
  const s = await scene(t, { before, after });
  for (const inputs of [{ 'policy-from': 'base' }, { 'policy-from': 'base', 'fail-on': 'new' }]) {
    const r = await s.run({ inputs });
    show(
      'renamed model ' + JSON.stringify(inputs),
      r,
      JSON.stringify(r.results?.change?.removed) +
        JSON.stringify(r.results?.change?.renamed) +
        '\n' +
        s.comments().at(-1)?.slice(0, 400),
    );
  }
});
test('5b renamed in config only, model kept at old path (dead), new path used', async t => {
  const after = { ...(await modelFiles('models/tiny2', shortcut)), 'camdrift.yml': configText(['tiny2']) };
  const s = await scene(t, { before: await projectFiles(), after });
  const r = await s.run({ inputs: { 'policy-from': 'base' } });
  show('config points elsewhere under another name', r, JSON.stringify(r.results?.change?.removed));
});
test('6 policy-from: base, every fixture replaced by blank pictures', async t => {
  const blank = await pictureFiles(Object.fromEntries(Object.keys(marked()).map(k => [k, []])) as any);
  const s = await scene(t, {
    before: await projectFiles(),
    after: { ...(await modelFiles('models/tiny', shortcut)), ...blank },
  });
  const r = await s.run({ inputs: { 'policy-from': 'base' } });
  show('fixtures blanked', r, '\n' + s.comments().at(-1)?.slice(0, 500));
  const s2 = await scene(t, {
    before: await projectFiles(),
    after: {
      ...(await modelFiles('models/tiny', shortcut)),
      ...(await pictureFiles({
        'images/1.png': [['red', 1, 1]],
        'images/2.png': [['red', 2, 0]],
        'images/3.png': [['red', 0, 2]],
      })),
    },
  });
  const r2 = await s2.run({ inputs: { 'policy-from': 'base' } });
  show('watermark removed from fixtures', r2);
  const s3 = await scene(t, {
    before: await projectFiles({ images: marked(8) }),
    after: {
      ...(await modelFiles('models/tiny', shortcut)),
      ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`images/${i + 1}.png`, null])),
      'images/8.png': (await pictureFiles({ 'images/8.png': [['red', 0, 1]] }))['images/8.png']!,
    },
  });
  const r3 = await s3.run({ inputs: { 'policy-from': 'base' } });
  show('7 of 8 fixtures removed and the last changed', r3);
});
test('7 forged artifact with gate: status', async t => {
  const s = await claimant(t);
  const run = finishedRun(s, { 'results.json': json(whitewashed(s)) });
  const r = await speakFor(t, s.github, run, { inputs: { gate: 'status', 'image-branch': '' } });
  show(
    'forged zero... 0.3 claimed steady',
    r,
    JSON.stringify(
      s.github
        .statuses(s.github.pullRequest(s.number).head)
        .map(({ state, context, description }: any) => [state, context, description]),
    ),
  );
  const s2 = await claimant(t);
  const forged = claimsOf(
    s2,
    [fixture('images/1.png', 0.001), fixture('images/2.png', 0.001), fixture('images/3.png', 0.002)],
    { verdict: 'pass', reasons: [] },
  );
  const r2 = await speakFor(t, s2.github, finishedRun(s2, { 'results.json': json(forged) }), {
    inputs: { gate: 'status', 'image-branch': '' },
  });
  show(
    'forged small numbers',
    r2,
    JSON.stringify(
      s2.github
        .statuses(s2.github.pullRequest(s2.number).head)
        .map(({ state, context, description }: any) => [state, context, description]),
    ) +
      '\n' +
      s2.comments().at(-1)?.slice(0, 500),
  );
});
