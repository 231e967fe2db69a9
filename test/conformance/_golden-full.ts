import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { methods } from '../../src/methods/index.ts';
import { type Evidence, isRefusal } from '../../src/methods/method.ts';
import { loadModel } from '../../src/models/index.ts';
import type { Score } from '../../src/models/model.ts';
import { goldenNames } from '../support/golden.ts';
import { Deviations, deviation, logitTolerance, mapTolerance, strength } from '../support/maps.ts';
import { parseNpy, row } from '../support/npy.ts';
import { type Archive, readNpz } from '../support/npz.ts';
import { reference, whyNoReference } from '../support/reference.ts';

interface Target {
  readonly file: string;
  readonly layer: string;
  readonly cam_weights: string | null;
  readonly activation_min: number;
}

interface Meta {
  readonly class_index: Readonly<Record<string, readonly number[]>>;
  readonly targets: readonly Target[];
}

/** One golden model, one layer, three images with a class each, one score. */
interface Case {
  readonly where: string;
  readonly archive: Archive;
  readonly target: Target;
  readonly label: string;
  readonly score: Score;
}

const images = [0, 1, 2];

/** Runs every golden model beside the repository on one engine, in this process. */
export function goldenFull(
  name: string,
  start: () => Promise<Engine>,
  skip: string | false = false,
  written = forms,
): void {
  for (const form of written) {
    test(`evidence and maps are those of the golden models, all images, layers, classes and scores: ${name} engine, ${form}`, {
      skip: whyNoReference || skip,
    }, async t => {
      const engine = await start();
      const deviations = new Deviations();
      for (const folder of readdirSync(reference('golden')).filter(entry => entry.startsWith('m')))
        await t.test(folder, tt => compareModel(tt, join(folder, form), engine, deviations));
      t.diagnostic(String(deviations));
      assert.equal(deviations.count, 768);
    });
  }
}

/** The same weights as TensorFlow.js and as Keras 3 write them. */
const forms = ['tfjs-layers', 'model.keras', 'model.h5'];

async function compareModel(t: TestContext, path: string, engine: Engine, deviations: Deviations): Promise<void> {
  const folder = dirname(path);
  const meta: Meta = JSON.parse(readFileSync(reference('golden', folder, 'meta.json'), 'utf8'));
  const batch = images.map(index => {
    const { data } = parseNpy(readFileSync(reference('golden', folder, `input${index}.npy`)));
    return data as Float32Array;
  });
  const outputs = readNpz(reference('golden', folder, 'outputs.npz'));
  using model = await loadModel(reference('golden', path), engine, {});
  for (const target of meta.targets) {
    const archive = readNpz(reference('golden', folder, target.file));
    for (const [label, classes] of Object.entries(meta.class_index)) {
      for (const score of ['logit', 'probability'] as const) {
        const where = `${folder} ${target.layer} ${label}`;
        const evidence = model.explain(batch, { layer: target.layer, classes, score });
        compareEvidence({ where, archive, target, label, score }, evidence, outputs, t, deviations);
      }
    }
  }
}

function compareEvidence(
  given: Case,
  evidence: readonly Evidence[],
  outputs: Archive,
  t: TestContext,
  deviations: Deviations,
): void {
  const { where, archive, label, score } = given;
  const gradients = archive.array(`grad_${score === 'logit' ? 'logit' : 'prob'}.${label}`);
  const activations = archive.array('activations');
  for (const image of images) {
    const found = evidence[image]!;
    const about = `${where} ${image}`;
    deviations.check(
      'logits',
      about,
      deviation(found.logits, row(outputs.array('logits64'), image)),
      logitTolerance(found.logits),
    );
    deviations.check('activations', about, deviation(found.activations.data, row(activations, image)), 1e-5);
    const truth = row(gradients, image);
    if (score === 'probability' && strength(truth) < 1e-6) {
      t.diagnostic(`left out, it underflows: gradient of the probability, ${about}, largest value ${strength(truth)}`);
      continue;
    }
    deviations.check(
      `gradients of the ${score}`,
      about,
      deviation(found.gradients.data, truth),
      score === 'logit' ? 1e-5 : 1e-4,
    );
    if (score === 'logit') compareMaps(given, image, found, deviations);
  }
}

function compareMaps(
  { where, archive, target, label }: Case,
  image: number,
  evidence: Evidence,
  deviations: Deviations,
): void {
  const signed = target.activation_min < 0;
  for (const method of methods) {
    const map = method.explain(evidence);
    const about = `${where} ${image}`;
    if ((method.name === 'cam' && target.cam_weights === null) || (method.name === 'grad-cam++' && signed)) {
      assert.ok(isRefusal(map), `${method.name} must refuse ${about}`);
      continue;
    }
    assert.ok(!isRefusal(map), `${method.name} ${about}: ${JSON.stringify(map)}`);
    const truth = row(archive.array(mapKey(method.name, label)), image);
    deviations.check(method.name, about, deviation(map.data, truth), mapTolerance(method.name, { signed }));
  }
}

function mapKey(method: string, label: string): string {
  const theirs = goldenNames[method]!;
  if (theirs === 'eigencam') return 'map.eigencam';
  return theirs === 'cam' ? `map.${label}.cam` : `map.logit.${label}.${theirs}`;
}
