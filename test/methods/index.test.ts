import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMethod, methods } from '../../src/methods/index.ts';

test('the table holds the seven methods under their canonical names', () => {
  const names = ['cam', 'grad-cam', 'grad-cam++', 'hires-cam', 'layer-cam', 'xgrad-cam', 'eigen-cam'];
  const listed = methods.map(method => method.name);
  assert.deepEqual(listed.slice(0, names.length), names);
  assert.equal(new Set(listed).size, listed.length);
});

for (const method of methods) {
  test(`${method.name} is found by its name and by its title`, () => {
    assert.equal(findMethod(method.name), method);
    assert.equal(findMethod(method.title), method);
  });
}

for (const spelling of [
  'grad-cam++',
  'GradCAM++',
  'gradcampp',
  'grad_cam_pp',
  'Grad-CAM plus plus',
  'grad-cam-plus-plus',
  'gradcam_plusplus',
]) {
  test(`"${spelling}" is Grad-CAM++`, () => {
    assert.equal(findMethod(spelling)?.name, 'grad-cam++');
  });
}

for (const [spelling, name] of [
  ['GradCAM', 'grad-cam'],
  ['Hi-Res CAM', 'hires-cam'],
  ['eigencam', 'eigen-cam'],
  ['XGradCAM', 'xgrad-cam'],
] as const) {
  test(`"${spelling}" is ${name}`, () => {
    assert.equal(findMethod(spelling)?.name, name);
  });
}

for (const unknown of ['', 'score-cam', 'grad', '++', 'cam++', 'constructor']) {
  test(`"${unknown}" is not a method`, () => {
    assert.equal(findMethod(unknown), undefined);
  });
}
