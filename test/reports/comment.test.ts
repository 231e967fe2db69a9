import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesFor } from '../../src/reports/comment/comment.ts';
import { attributes, rendered, unsanitized } from '../support/comment-html.ts';
import { broken, fixture, model, readReason } from '../support/results.ts';
import { audited, change, fresh, passing, pictured, say } from './_comment-requests.ts';

const failed = model([pictured('low.png', 0.1), pictured('high.png', 0.411), fixture('still.png', 0.01)], {
  predictions: { compared: 3, flipped: 0, accuracy: { labelled: 3, baseline: 1, candidate: 1 } },
});
const lines = (body: string) => body.split('\n').filter(Boolean);

test('verdict, what changed in plain words, what to do, the clearest picture: the first five lines', () => {
  const { body } = say(audited(failed));
  const [, heading, why, next, caption, picture, numbers, reason, facts] = lines(body);
  assert.equal(heading, '### ❌ camdrift: fail – attention moved in shoes');
  assert.match(
    why!,
    /^The new model looks at other parts of the picture on 2 of 3 pictures\. \*\*Accuracy stayed at 100 %\*\* on 3 labelled fixtures, so accuracy alone/,
  );
  assert.equal(
    next,
    '**What to do**: look at the pictures. If this is not meant, fix the model or what it was trained on.',
  );
  assert.deepEqual(
    [numbers, reason],
    ['<details><summary>Numbers, and 1 more picture</summary>', '- Attention moved.'],
  );
  assert.equal(facts, '2 of 3 fixtures moved, at most 30.0 %, no prediction flipped.');
  assert.match(caption!, /^\*\*high\.png\*\*: answered \*\*hat\*\*, as before$/);
  assert.match(
    picture!,
    /^<a href="https:[^"]+high-png\.webp\?raw=true"><img src="https:[^"]+" width="680" alt="high\.png: /,
  );
});

test('the table is sorted by drift, names the limit, and shows a flip with both classes', () => {
  const flipped = fixture('flip.png', 0.2, {
    flipped: true,
    candidate: { predicted: { index: 1, label: 'shoe', probability: 0.9 }, explained: { index: 0 } },
  });
  const { body } = say(audited(model([fixture('a.png', 0.1), flipped])));
  assert.ok(
    body.includes(
      [
        '| status | fixture | attention shift (limit 8.0 %) | overlap | towards | prediction |',
        '| --- | --- | --: | --: | --- | --- |',
        '| ❌ moved | flip.png | 20.0 % | 80 % | right | hat 71 % → shoe 90 % |',
        '| ❌ moved | a.png | 10.0 % | 90 % | right | hat 55 % |',
      ].join('\n'),
    ),
    body,
  );
});

test('a metric with a limit of its own gets a column', () => {
  const strict = model([fixture('a.png', 0.2)], {
    judged: { method: 'grad-cam', thresholds: { overlap: 0.3, ssim: 0.1 } },
  });
  assert.match(
    say(audited(strict)).body,
    /\| attention shift \| overlap \(limit 70 %\) \| structural similarity \(SSIM\) \(limit 0\.80\) \| towards \|/,
  );
});

test('accuracy that rose is named, accuracy that fell excuses nothing', () => {
  const at = (candidate: number) =>
    say(
      audited({
        ...failed,
        predictions: { compared: 3, flipped: 1, accuracy: { labelled: 8, baseline: 0.75, candidate } },
      }),
    ).body;
  assert.match(at(0.875), /\*\*Accuracy rose from 75 % to 87\.5 %\*\* on 8 labelled fixtures/);
  assert.doesNotMatch(at(0.5), /accuracy alone/);
  assert.match(at(0.5), /1 prediction flipped, accuracy 75 % → 50 %\./);
});

test('several models: worst first, and how each ended in one line', () => {
  const { body } = say(audited(passing([fixture('a.png', 0.01)]), failed));
  assert.match(
    body,
    /### ❌ camdrift: fail – attention moved in 1 of 2 models\n\n❌ \*\*shoes\*\* fail · ✅ \*\*retrained\*\* pass\n/,
  );
  assert.ok(
    body.indexOf('#### ❌ shoes: fail') < body.indexOf('#### ✅ retrained: pass\n\nAttention shift 14.2 % on average'),
  );
});

test('steady fixtures, warnings and what the numbers mean wait behind clicks', () => {
  const warned = {
    ...failed,
    reasons: [...failed.reasons, readReason('warn', 'prediction-drift', 'Probabilities diverge.')],
  };
  const { body } = say(audited(warned));
  for (const summary of ['✅ 1 steady fixture', '⚠️ 1 warning', 'How to read this'])
    assert.ok(body.includes(`<details><summary>${summary}</summary>`), summary);
  assert.match(body, /- \*\*Attention shift\*\*: How far the heat had to travel/);
});

test('a steady fixture whose prediction flipped is shown', () => {
  const { body } = say(audited(passing([pictured('f.png', 0.01, { flipped: true })], { verdict: 'warn' })));
  assert.match(body, /\| ⚠️ flipped \| f\.png \|/);
  assert.equal(attributes(body, 'alt').length, 1);
});

test('what moved in a model that passed is behind a click', () => {
  const { body } = say({ ...audited(passing([pictured('a.png', 0.2)])), verdict: 'pass' });
  assert.match(body, /### ✅ camdrift: pass – attention stayed in retrained\n/);
  assert.match(body, /<details><summary>⚠️ 1 fixture to look at, in a model that passed<\/summary>\n\n\*\*a\.png/);
});

test('a new model is shown and not judged', () => {
  const { body } = say({
    ...audited(fresh([pictured('a.png', 0, { status: 'new', maps: undefined })])),
    verdict: 'pass',
  });
  assert.match(body, /### 🆕 camdrift: new – nothing to compare newcomer with yet/);
  assert.match(body, /<details><summary>1 picture shown, not judged<\/summary>[\s\S]*width="344"/);
});

test('that a stored baseline was stale stands beside the numbers, whatever the verdict', () => {
  const stale = readReason('pass', 'baseline-stale', 'The stored baseline was not used.');
  const passed = passing([pictured('a.png', 0.01)]);
  const calm = say({ ...audited({ ...passed, reasons: [stale] }), verdict: 'pass' });
  assert.match(calm.body, /\nAttention shift .* on average, limit .*\n\nThe stored baseline was not used\.\n/);
  const failed = readReason('fail', 'attention-regression', 'Attention moved.');
  const bad = say(audited({ ...passed, verdict: 'fail', reasons: [stale, failed] }));
  assert.match(
    bad.body,
    /\nThe new model looks a little elsewhere .*\n\nThe stored baseline was not used\.\n[\s\S]*\n- Attention moved\.\n/,
  );
});

test('an incomplete model says what is missing and what to do', () => {
  const error = {
    code: 'baseline-unavailable',
    message: 'It is gone.',
    remedy: 'Run `camdrift baseline`.',
    exitCode: 4,
  };
  const { body } = say({ ...audited(broken(error)), verdict: 'incomplete' });
  assert.match(
    body,
    /### ❔ camdrift: incomplete – no verdict on shoes\n\nIt is gone\.\n\n\*\*To do\*\*: Run “camdrift baseline”\./,
  );
  assert.doesNotMatch(body, /undefined|NaN/);
});

test('a fixture that cannot be compared is listed with its reason', () => {
  const { body } = say(
    audited(model([fixture('bad.png', 0, { status: 'failed', reason: 'It is cut short.', maps: undefined })])),
  );
  assert.match(
    body,
    /<summary>1 fixture not compared<\/summary>[\s\S]*\| ❔ unreadable \| bad\.png \| \\- \| It is cut short\. \|/,
  );
});

test('a change to the yardstick stands above the models', () => {
  const settings = [{ model: 'shoes', setting: 'attention-shift limit', before: '0.08', after: '0.4' }];
  const edits = ['a', 'b'].map(name => ({
    what: 'fixture' as const,
    path: `images/${name}.png`,
    status: 'removed' as const,
  }));
  const found = { ...audited(failed), change: change({ settings, edits, policyFrom: 'base' }) };
  const { body } = say(found);
  assert.match(
    body,
    /⚠️ \*\*This pull request also changes how it is judged\*\*, and is judged by the settings of main:/,
  );
  assert.match(
    body,
    /- \*\*attention\\-shift limit\*\*: 0\.08 → 0\.4 \(model shoes\)\n- \*\*fixtures removed\*\*: images\/a\.png, images\/b\.png\n/,
  );
  assert.ok(body.indexOf('how it is judged') < body.indexOf('high.png'));
});

test('models that went, moved or stayed are named', () => {
  const found = {
    ...audited(failed),
    change: change({
      removed: [{ name: 'old', path: 'models/old' }],
      renamed: [{ name: 'shoes', from: 'm1', to: 'm2' }],
      unchanged: ['hats', 'bags'],
    }),
  };
  const { body } = say(found);
  assert.match(body, /➖ \*\*1 model removed\*\*: old \\\(models\/old\\\)/);
  assert.match(body, /➡️ \*\*1 model renamed\*\*: shoes \\\(m1 → m2\\\)/);
  assert.match(body, /✅ \*\*2 models unchanged, not audited\*\*: hats, bags/);
});

test('the footer says where the numbers come from', () => {
  const { body } = say(audited(failed));
  const url = 'https://github.com/o/r';
  const [, footer] = /<sub>(.*)<\/sub>\n\n<!-- camdrift part=\S+ data=\S+ -->\n$/.exec(body) ?? [];
  assert.match(
    footer!,
    /^head \[`9c1e5b7`\]\(https:\/\/github\.com\/o\/r\/commit\/9c1e5b70{33}\) · base \[`a41f09c`\]/,
  );
  assert.match(
    footer!,
    / of main · baseline stored · layer conv \\\(8 x 6\\\) · method grad\\-cam · engine tfjs 4 · camdrift 0 · /,
  );
  assert.ok(footer!.endsWith(`[run](${url}/actions/runs/7)`));
});

test('where the output folder was uploaded, its report is a click away, and what is left out is there', () => {
  const found = audited(model([pictured('high.png', 0.3)]));
  const links = { repository: 'https://github.com/o/r', run: 'https://github.com/o/r/actions/runs/7' };
  const archive = (id: number) => ({ address: `${links.run}/artifacts/${id}`, as: 'archive' }) as const;
  const report = archive(12);
  const { body, part } = say(found, { pictures: new Map(), links: { ...links, report }, withoutPictures: 'no' });
  assert.match(
    body,
    /\[All pictures at full size\]\(\S+\/artifacts\/12\), with filters [^.]+: report\.html in this archive\./,
  );
  assert.ok(body.includes(`The [report](${report.address}) has everything.`), body);
  assert.doesNotMatch(body, /gone after the job|#model=/);
  const again = say(found, { links: { ...links, report: archive(99) } }).part;
  const same = say(found, { links: { ...links, report } }).part;
  assert.equal(again.content, same.content, 'another upload of the same is no news');
  assert.notEqual(part.content, say(found, { links }).part.content);
});

test('the footer says how the models descend from their baselines', () => {
  const lineage = { kind: 'fine-tuned', words: 'All point where they did.', source: 'detected' } as const;
  const { body } = say(audited({ ...failed, lineage }));
  assert.match(body, / · baseline stored · \[lineage\]\(\S+glossary\.md\) fine\\-tuned · layer conv /);
  const configured = { ...lineage, kind: 'retrained', source: 'configured' } as const;
  assert.match(
    say(audited({ ...failed, lineage: configured })).body,
    / · \[lineage\]\(\S+\) retrained, as configured · layer /,
  );
});

test('numbers of somebody else are said to be claims, and pass under no green tick', () => {
  const { body } = say({ ...audited(passing([fixture('a.png', 0)])), verdict: 'pass' }, { claimed: true });
  assert.match(body, /### ❔ camdrift: claimed pass – attention stayed in retrained\n\n⚠️ \*\*Claimed, not checked\*\*/);
});

test('without pictures the reader learns why, and the numbers stay', () => {
  const { body, shown } = say(audited(failed), { pictures: new Map(), withoutPictures: 'the branch is protected' });
  assert.match(
    body,
    /\*\*No pictures here\*\*: the branch is protected\. The output folder of the \[run\]\(\S+\) has everything; it is gone after the job unless a step uploads it\.\n/,
  );
  assert.match(body, /\| ❌ moved \| high\.png \| 41\.1 % \|/);
  assert.deepEqual(shown, []);
});

test('a picture that was not published is said to be missing', () => {
  const { body, leftOut, shown } = say(audited(failed), {
    pictures: new Map([['m/high-png.webp', 'https://x.test/h.webp']]),
  });
  assert.deepEqual(leftOut, ['1 picture not published']);
  assert.match(body, /\*\*1 picture not published\.\*\* The output folder of the \[run\]/);
  assert.deepEqual(shown, ['m/high-png.webp']);
});

test('only the worst pictures are asked for', () => {
  const found = audited(failed, passing([pictured('further.png', 0.5)]));
  assert.deepEqual(picturesFor(found, 60_000, 10), ['m/high-png.webp', 'm/low-png.webp', 'm/further-png.webp']);
  assert.deepEqual(picturesFor(found, 60_000, 1), ['m/high-png.webp']);
});

test('results of a run outside a pull request have a comment too', () => {
  const { change: _, ...local } = audited(failed);
  assert.match(say(local).body, /head=none[\s\S]*<sub>baseline stored/);
});

test('no models at all', () => {
  const { body } = say({ ...audited(), verdict: 'pass' });
  assert.match(body, /### ✅ camdrift: pass – no model to compare\n/);
});

test('our own markup passes the sanitizer whole, and no line break falls into a paragraph', () => {
  const all = audited(
    failed,
    passing([pictured('p.png', 0.2)]),
    fresh([pictured('n.png', 0, { status: 'new', maps: undefined })]),
  );
  const { body } = say({
    ...all,
    change: change({ settings: [{ model: 'a', setting: 'b', before: 'c', after: 'd' }] }),
  });
  assert.equal(rendered(body), unsanitized(body));
  for (const [, paragraph] of rendered(body).matchAll(/<p>(.*?)<\/p>/gs)) assert.doesNotMatch(paragraph!, /\n/);
});

test('what was accepted is struck, and what could not be judged is not', () => {
  const accepted = { by: 'mona', why: 'meant', url: 'https://github.com/acme/models/pull/1#issuecomment-1', named: [] };
  const missing = readReason('incomplete', 'fixture-failed', 'b.png could not be read.');
  const failed = readReason('fail', 'attention-regression', 'Attention moved.');
  const told = (verdict: 'accepted' | 'incomplete', reasons: (typeof failed)[]) =>
    say({ ...audited(model([fixture('a.png', 0.142)], { verdict, reasons, accepted })), verdict }).body;
  const whole = told('accepted', [failed]);
  assert.match(whole, /\*\*Accepted\*\* by \[mona\]\([^)]*\): meant\. What was accepted:\n\n- ~~Attention moved\.~~/);
  const partly = told('incomplete', [failed, missing]);
  assert.match(partly, /^b\.png could not be read\.$/m, 'in sight, as the reason');
  assert.match(partly, /^- ~~Attention moved\.~~$/m);
  assert.doesNotMatch(partly, /~~b\.png/);
  assert.equal(partly.match(/Attention moved\./g)?.length, 1);
});
