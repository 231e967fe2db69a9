import { r as __toESM } from "./rolldown-runtime.js";
import { a as heap, c as engineNames, i as forkExplainer, n as forkedAhead, o as keepAlive, s as engineFolder } from "./ahead.js";
import { $ as plain, A as edit, At as installedAt, B as density, Bt as unforeseen, D as methods, Dt as regularDigest, E as findMethod, Et as readRegular, F as wrap, G as preparationOf, H as peak, I as builtInFrame, It as CamdriftError, J as resample, K as presets, L as builtInBackground, Lt as actionable, M as drawText, Mt as verify, N as shorten, Ot as regularLines, P as textWidth, Q as paste, R as resizeArea, S as textToFloats, St as isLfsPointer, T as withoutPicture, Tt as readLfsPointer, U as donorOf, V as heat$1, W as fixtureEndings, X as usualPixels, Z as blendAt, _ as sampledConstants, _t as contentHash, b as coloursOf, bt as mostInputBytes, c as Spilled, d as random, et as rasterFromArray, f as compare, ft as confined, g as percentile, h as mean, ht as inside$1, i as sendTasks, it as combinedDigest, j as builtInMarkSize, jt as programsFor, k as isRefusal, l as spill, m as metrics, mt as inGit, nt as toGrey, ot as modelDigest, p as findMetric, q as fits$1, rt as toRgb, s as ReadSequence, st as modelFiles, t as explainingBy, tt as tint, v as sampledKernels, vt as folderModels, w as isFailure, wt as longestLfsPointer, x as floatsToText, xt as taskKinds, y as weightSketchSchema, yt as isPresent, z as resizeBilinear, zt as systemWords } from "./models.js";
import { _ as tuple, c as int, d as number, f as object$1, g as string, h as strictObject, i as _enum, l as literal, m as record, n as dist_default, o as array, p as partialRecord, r as datetime, s as boolean, t as require_fastest_levenshtein, u as looseObject, v as union$1, x as NEVER, y as unknown } from "./model-packages.js";
import { c as require_picomatch, l as require_lib, s as require_dist, u as pixelmatch } from "./packages.js";
import { closeSync, createReadStream, createWriteStream, existsSync, openSync, readSync } from "node:fs";
import { execFile } from "node:child_process";
import { devNull, tmpdir } from "node:os";
import { basename, dirname, extname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { createHash } from "node:crypto";
import { lstat, mkdir, mkdtemp, open, readFile, readdir, realpath, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { performance } from "node:perf_hooks";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

// src/acceptance/command.ts
const line$1 = /^\/camdrift[ \t]+(accept|reject)[ \t]+([0-9a-f]{7,64})\b[ \t]*(.*)$/;
const longestWhy = 300;
/**
* The commands of a comment, in order: lines that begin with `/camdrift`. What GitHub shows as a quote, as code or not at all
* is no command, so whoever answers to one or explains it does not give it.
*/
function commandsIn(body) {
	const spoken = outside(body.replace(unspoken, ""));
	const also = new Set(outside(body).join("\n").replace(unspoken, "").split("\n"));
	return spoken.flatMap((text) => {
		if (!also.has(text)) return [];
		const [, verb, code, rest = ""] = line$1.exec(text.trimEnd()) ?? [];
		if (verb === void 0 || code === void 0) return [];
		const words = rest.split(/[ \t]+/).filter(Boolean);
		return [{
			verb,
			code,
			named: words.filter(isName).map((word) => word.slice(1)),
			why: words.filter((word) => !isName(word) && word !== "<why>").join(" ").slice(0, longestWhy)
		}];
	});
}
/** As the comment writes it for the reader to fill in. */
const placeholder = "<why>";
const isName = (word) => /^\+\S/.test(word);
/** Of a list, too: a line that follows without a mark belongs to the quote. */
const quote = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>/;
/** HTML that is shown as it stands, or not at all. */
const unspoken = /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea|blockquote)\b[\s\S]*?(?:<\/\1>|$)/gi;
/** Lines outside quotes and code. A quote goes on until an empty line, whether or not the lines are marked. */
function outside(body) {
	let [fence, quoted] = ["", false];
	return body.split(/\r\n?|\n/).filter((text) => {
		const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
		if (fence !== "") {
			if (mark.startsWith(fence) && text.trim() === mark) fence = "";
			return false;
		}
		fence = mark;
		quoted = text.trim() !== "" && (quoted || quote.test(text));
		return mark === "" && !quoted;
	});
}

// src/results/pictures.ts
/** Paths of all pictures of models, relative to the results file. */
function picturePaths(models) {
	const edits = models.flatMap(({ probes = [], flips = [] }) => [...probes, ...flips]);
	const fixtures = models.flatMap((model) => model.fixtures);
	const wide = [...edits.flatMap(({ picture }) => picture ?? []), ...fixtures.flatMap(({ montage }) => montage ?? [])];
	return [.../* @__PURE__ */ new Set([...wide, ...narrowPaths(models)])];
}
/** Of those for narrow screens alone. */
const narrowPaths = (models) => models.flatMap(({ probes = [], flips = [], fixtures }) => [
	...probes,
	...flips,
	...fixtures
]).flatMap(({ narrow }) => narrow ?? []);

// src/reports/_escape.ts
/**
* Text from configuration, labels and file names as Markdown that renders to that very text: no markup, no HTML, no
* mention, no link, no emoji code, no reference to an issue, advisory or commit (GitHub looks for those after the
* backslashes are gone).
*/
function escapeMarkdown(text) {
	return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ").replace(commitLike, (digits) => digits.replace(/.{6}(?=.)/g, "$&​")).replace(/:(?=[\w+-]+:)/g, ":​").replace(/[&<>]/g, (character) => ({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;"
	})[character]).replace(/[\\`*_{}[\]()#+!|~$^-]/g, "\\$&").replace(/^( *\d+)\.(?= |$)/, "$1\\.").replace(/@/g, "@​").replace(/#(?=\d)|(?<![a-z\d])(?:(?:GH|CVE)\\-(?=\d)|GHSA\\-(?=\w))/gi, "$&​").replace(/(https?|ftp|mailto):/gi, "$1​:").replace(/www\./gi, "www​.");
}
/** GitHub links seven to forty hexadecimal digits, standing alone, to the commit that they begin. */
const commitLike = /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu;

// src/reports/comment/markup.ts
/** Foreign text as Markdown, on one line. Of more than `most` characters the middle goes: the ends tell paths apart. */
function text$3(foreign, most = 80) {
	return escapeMarkdown(shortened(foreign, most));
}
/** Foreign text as the value of an HTML attribute in double quotes. */
function attribute(foreign, most = 400) {
	return shortened(foreign, most).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("@", "@​");
}
function shortened(foreign, most) {
	const characters = [...foreign.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim()];
	if (characters.length <= most) return characters.join("");
	const start = Math.floor((most - 1) / 2);
	return `${characters.slice(0, start).join("")}…${characters.slice(start + 1 - most).join("")}`;
}
/** `[words](url)`; the bare words when the address is none of the web. */
function link(words, url) {
	const target = address$1(url);
	return target === void 0 ? words : `[${words}](${target})`;
}
/**
* An address that can stand in a Markdown link and in an attribute. `undefined`: it is of another kind than http and
* https; an address without a scheme is relative to the page.
*/
function address$1(url) {
	const scheme = /^[^/?#]*:/.exec(url ?? "")?.[0].toLowerCase();
	if (!url || scheme !== void 0 && scheme !== "https:" && scheme !== "http:") return void 0;
	return url.replace(/[^\w~:/?#@!$&+,;=%.-]/gu, percentEncoded).replaceAll("&", "&amp;");
}
const percentEncoded = (character) => encodeURIComponent(character.replace(/\p{Cs}/u, "�")).replace(/[()'*!]/g, (plain) => `%${plain.charCodeAt(0).toString(16).toUpperCase()}`);
/** Blocks with a blank line between them; what is absent is left out. Never a line break inside a paragraph: GitHub keeps it. */
function blocks(...parts) {
	return parts.filter((part) => part !== void 0 && part !== "").join("\n\n");
}
/** What opens at a click. The summary is HTML, so it holds no foreign text. Nothing when there is nothing inside. */
function details(summary, ...parts) {
	const inside = blocks(...parts);
	return inside && `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}
function table$1(columns, rows) {
	if (rows.length === 0) return "";
	const line = (cells) => `| ${cells.join(" | ")} |`;
	const body = rows.map((row) => line(columns.map((column) => column.cell(row))));
	return [
		line(columns.map(({ title }) => title)),
		line(columns.map(({ number }) => number ? "--:" : "---")),
		...body
	].join("\n");
}
/** At most so many items, and how many more there are. */
function list$1(items, most) {
	return (items.length > most ? [...items.slice(0, most), `and ${items.length - most} more`] : items).map((line) => `- ${line}`).join("\n");
}
/** `a, b and 3 more`, each escaped. */
function names$2(foreign, most) {
	const shown = foreign.slice(0, most).map((name) => text$3(name));
	const more = foreign.length - shown.length;
	return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
/** `1 fixture`, `2 fixtures`, `no fixture`. */
function count$2(number, noun) {
	return number === 0 ? `no ${noun}` : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// src/reports/comment/change.ts
/**
* What a change does to its own examination: thresholds, fixtures, baselines. It stands high up, because a verdict means
* little when its yardstick moved with it.
* @param most settings and groups of files that are named; none: counts only
*/
function yardstick(change, most) {
	if (!change || change.settings.length + change.edits.length === 0) return "";
	const lead = `⚠️ **This pull request also changes how it is judged**, and is judged by ${change.policyFrom === "base" ? `the settings of ${text$3(change.baseRef)}` : "its own settings"}`;
	if (most > 0) return blocks(`${lead}:`, blocks(list$1([...settings$1(change), ...edits(change)], most)));
	return `${lead}: ${count$2(change.settings.length, "setting")} and ${count$2(change.edits.length, "file")} differ.`;
}
const settings$1 = ({ settings }) => settings.map(({ model, setting, before, after }) => `**${text$3(setting)}**: ${text$3(before)} → ${text$3(after)} (model ${text$3(model)})`);
/** One line per kind of file and fate. */
function edits({ edits }) {
	const group = ({ what, status }) => `${nouns[what]} ${status}`;
	return [...new Set(edits.map(group))].map((each) => {
		const paths = edits.filter((edit) => group(edit) === each).map(({ path }) => path);
		return `**${each}**: ${names$2(paths, 5)}`;
	});
}
const nouns = {
	configuration: "configuration",
	labels: "labels",
	truth: "true classes",
	region: "regions",
	probe: "pictures of probes",
	input: "arrays beside the picture",
	fixture: "fixtures",
	baseline: "baseline files"
};
/** Models that come without an audit. @param most models that are named; none: counts only */
function otherModels(change, most) {
	const { removed = [], renamed = [], unchanged = [] } = change ?? {};
	return blocks(line("➖", "removed", removed.map(({ name, path }) => `${name} (${path})`), most), line("➡️", "renamed", renamed.map(({ name, from, to }) => `${name} (${from} → ${to})`), most), line("✅", "unchanged, not audited", unchanged, most));
}
function line(icon, what, models, most) {
	if (models.length === 0) return "";
	const lead = `${icon} **${count$2(models.length, "model")} ${what}**`;
	return most > 0 ? `${lead}: ${names$2(models, most)}` : lead;
}

// src/core/conformal.ts
/**
* Split-conformal p-value of a score among accepted ones: `(1 + #{accepted >= score}) / (n + 1)`, 1 / (n + 1) to 1.
*
* If the candidate is one more draw from whatever the accepted models were drawn from (exchangeable), then
* P(p <= rate) <= rate for every rate, whatever the distribution; ties make it smaller. Vovk, Gammerman and Shafer,
* "Algorithmic Learning in a Random World", 2005, section 2.2. Without accepted scores it is 1: nothing is rare.
*/
function conformalP(score, accepted) {
	return (1 + accepted.filter((each) => each >= score).length) / (accepted.length + 1);
}
/** How many accepted scores it takes until a p-value can be as small as a rate: `ceil(1 / rate) - 1`; 9 for 10 %. */
function neededFor(rate) {
	return Math.max(1, Math.ceil(1 / rate - 1e-9) - 1);
}

// src/reports/figures.ts
/** `8.0 %` */
const percent$1 = (value) => `${(value * 100).toFixed(1)} %`;
/** `8 %` */
const wholePercent = (value) => `${(value * 100).toFixed(0)} %`;
/** `10 %`, `2.5 %`: a number that somebody chose. */
const share$4 = (value) => `${Number((value * 100).toPrecision(3))} %`;
/** `0.014 bits` */
const bits$1 = (value) => `${value.toFixed(3)} bits`;
/** `0.083`, `0.0002` */
const decimals = (value) => String(Number(value.toPrecision(2)));
/** `12 accepted retrained models` */
const acceptedWords$1 = (count, lineage) => `${count} accepted ${lineage === void 0 ? "" : `${lineage} `}model${count === 1 ? "" : "s"}`;
/** Scores against several baselines are alike only on average over baselines, and so is what follows from them. */
function againstWords({ accepted, otherBaselines }) {
	if (otherBaselines === 0) return "";
	return `${accepted - otherBaselines} of the ${accepted} were audited against this baseline, the others against earlier ones, so that rate is an average over baselines.`;
}
/** `a.png, b.png, c.png, ...` */
const firstNames = (names) => `${names.slice(0, 3).join(", ")}${names.length > 3 ? ", ..." : ""}`;
/** Four digits that count. */
const plainNumber = (value) => String(Number(value.toPrecision(4)));

// src/reports/words.ts
/** Icon and word, never colour alone. */
const verdictWords = {
	pass: "✓ pass",
	warn: "! pass, with warnings",
	accepted: "✓ accepted by name",
	incomplete: "? incomplete",
	fail: "✗ regression"
};
/** Fixtures by the judged drift, most first; those without a drift last, in their own order. */
function byDrift(model) {
	return model.fixtures.toSorted((a, b) => (judgedDrift(model, b) ?? -1) - (judgedDrift(model, a) ?? -1));
}
/** A picture by its name; of a model with several answers per picture, which of them it is about: `photo.png: beach`. */
function titleOf({ name, candidate, baseline }) {
	const label = (candidate?.present === void 0 ? baseline : candidate)?.explained;
	return (candidate ?? baseline)?.present !== void 0 && label && name.endsWith(`#${label.index}`) ? `${name.replace(/#\d+$/, "")}: ${label.label ?? `label ${label.index}`}` : name;
}
/** The headline drift of a fixture under the judged method. */
function judgedDrift(model, fixture, metric = metrics[0].name) {
	const map = fixture.maps?.[model.judged?.method ?? ""];
	return map && "drift" in map ? map.drift[metric] : void 0;
}
/** A drift in the metric's own unit: `14.2 %`, or a dash when there is none. */
const reading = (metric, drift) => drift === void 0 ? "-" : findMetric(metric).reading(drift);
/** `shoes 71 %`; `shoes 71 % -> hat 55 %` when the prediction flipped. */
function predictionWords({ baseline, candidate, flipped }, arrow = " -> ") {
	if (!candidate) return "-";
	if (candidate.value !== void 0) return baseline?.value === void 0 ? plainNumber(candidate.value) : `${plainNumber(baseline.value)}${arrow}${plainNumber(candidate.value)}`;
	const named = (side) => `${side.predicted.label ?? `class ${side.predicted.index}`} ${((side.predicted.probability ?? 0) * 100).toFixed(0)} %`;
	return flipped && baseline ? `${named(baseline)}${arrow}${named(candidate)}` : named(candidate);
}
/** Which class the maps of a fixture explain; nothing of a regression, whose number they explain. */
function explainedWords({ candidate }) {
	if (!candidate || candidate.value !== void 0) return void 0;
	return candidate.explained.label ?? `class ${candidate.explained.index}`;
}
/** `fine-tuned`; `retrained, as configured`. */
const lineageWords = ({ lineage }) => lineage && `${lineage.kind}${lineage.source === "configured" ? ", as configured" : ""}`;
/** Where the heat went: `left`, or a dash when it stayed. */
function directionWords(model, fixture) {
	const map = fixture.maps?.[model.judged?.method ?? ""];
	if (!map || "refused" in map) return "-";
	if (map.empty) return {
		both: "no heat",
		baseline: "heat appeared",
		candidate: "heat lost"
	}[map.empty];
	return "drift" in map && map.centre?.towards || "-";
}
/**
* What stands behind the verdict on drift: `calibration: p = 0.077, n = 12 accepted retrained models, 3 of them against this
* baseline; at most 10 % of benign ones fail`; `uncalibrated limits for retrained models`.
*/
function calibrationWords({ judged, score }) {
	if (!judged || !score) return void 0;
	const { calibration, lineage, limits } = judged;
	if (!calibration || score.p === void 0) return limits === void 0 ? void 0 : `${limits} limits${lineage === void 0 ? "" : ` for ${lineage} models`}`;
	const { scores, rate, otherBaselines = 0 } = calibration;
	const here = otherBaselines > 0 ? `, ${scores.length - otherBaselines} of them against this baseline` : "";
	const found = `p = ${decimals(score.p)}, n = ${acceptedWords$1(scores.length, lineage)}${here}`;
	const needed = neededFor(rate);
	return scores.length < needed ? `${limits} limits, since the calibration is too small: ${found}, ${needed} needed for ${share$4(rate)}` : `calibration: ${found}; at most ${share$4(rate)} of benign ones fail`;
}
/** Whether an edit that should not matter moves the candidate's attention past the limit. */
const isFollowed = ({ added, limit, unjudged }) => added !== void 0 && added > limit && unjudged === void 0;
/** `45 % of the heat moves, 23 % in the baseline` */
function movementWords({ candidate, baseline }) {
	const share = (value) => `${(value * 100).toFixed(0)} %`;
	return `${share(candidate.moved)} of the heat moves${baseline ? `, ${share(baseline.moved)} in the baseline` : ""}`;
}
/** The probes of a model as cells: `[name, candidate, baseline, added, limit, heat on the mark, answers changed]`. */
function probeCells({ name, fixtures, candidate, baseline, added, limit, unjudged }, arrow = " -> ") {
	const share = (value) => value === void 0 ? "-" : `${(value * 100).toFixed(0)} %`;
	const both = (words) => baseline ? `${words(baseline)}${arrow}${words(candidate)}` : words(candidate);
	if (fixtures === 0) return [
		name,
		"-",
		"-",
		"-",
		share(limit),
		"-",
		"-"
	];
	const sign = added !== void 0 && added > 0 ? "+" : "";
	return [
		name,
		share(candidate.moved),
		share(baseline?.moved),
		added === void 0 ? "-" : `${sign}${share(added)}`,
		unjudged === void 0 ? share(limit) : "not judged",
		candidate.onMark === void 0 ? "-" : both(({ onMark }) => share(onMark)),
		`${both(({ flipped }) => String(flipped))} of ${fixtures}`
	];
}
const probeColumns = [
	"probe",
	"moved",
	"baseline moved",
	"added",
	"limit",
	"heat on the mark",
	"answers changed"
];
/** What the columns of probes mean, a sentence each. */
const probeMeanings = [
	["Probe", "An edit of every fixture that should not matter, such as a mark in the corners or a frame."],
	["Moved", "The share of the heat that lies elsewhere after the edit, within one model, on average over the fixtures."],
	["Added", "How much more that is in the candidate than in the baseline; it is judged by the limit."],
	["Heat on the mark", "The share of the heat that lies on what was put into the picture."],
	["Answers changed", "On how many fixtures the edit changes the predicted class."]
];
/** Of a regression: what the answers were on average, and are. */
const changeWords = ({ before, after }) => `mean answer ${plainNumber(before)} → ${plainNumber(after)}`;

// src/judgement/fixture-set.ts
/**
* The fixtures that a verdict may rest on: those that both sides have, each content once. What the change under audit adds or
* edits is shown, and can pull no mean under a limit nor over it; so are copies.
*/
const evidenceOf$1 = (fixtures) => fixtures.filter(({ touched, copyOf }) => touched === void 0 && copyOf === void 0);
/**
* What became of the set of fixtures, and whether enough of it is left to judge by.
* @param same whether both sides are one model, used in one way: then nothing can have drifted, whatever it is shown
*/
function changedSet(fixtures, same) {
	return [...tooFew$1(fixtures, same), ...comeAndGone(fixtures)];
}
/** Fewer than half of the fixtures that the earlier version was seen on stand for none of the others. */
function tooFew$1(fixtures, same) {
	if (same && fixtures.some(({ maps }) => maps)) return [];
	const left = evidenceOf$1(fixtures).filter(({ maps }) => maps).length;
	if (left === 0) return nothingCompared(fixtures);
	const before = left + fixtures.filter(isGone).length;
	if (2 * left >= before) return [];
	return [{
		level: "incomplete",
		code: "fixtures-missing",
		left,
		before
	}];
}
function nothingCompared(fixtures) {
	const touched = fixtures.some((fixture) => fixture.touched && fixture.maps);
	if (!touched && fixtures.some(({ status }) => status === "failed")) return [];
	return [{
		level: "incomplete",
		code: "nothing-compared",
		touched
	}];
}
/** Lost, or there under its name with another content or for a class that is no more. */
const isGone = ({ status, touched, reason }) => status === "lost" || touched === "edited" || status === "new" && reason !== void 0;
function comeAndGone(fixtures) {
	const [added, touched, lost, of] = [
		evidenceOf$1(fixtures).filter(({ status }) => status === "new").length,
		fixtures.filter((fixture) => fixture.touched).length,
		fixtures.filter(({ status }) => status === "lost").length,
		fixtures.length
	];
	const reasons = [];
	if (added > 0) reasons.push({
		level: "warn",
		code: "fixtures-new",
		added,
		of
	});
	if (touched > 0) reasons.push({
		level: "pass",
		code: "fixtures-touched",
		touched,
		of
	});
	if (lost > 0) reasons.push({
		level: "warn",
		code: "fixtures-lost",
		lost
	});
	return reasons;
}

// src/results/reason.ts
/** The code as `results.json` has it. */
const codeOf = (reason) => reason.code === "as-written" ? reason.written : reason.code;
/** Whether a reason has one of these codes, be it made here or read. */
const says = (reason, ...codes) => codes.includes(codeOf(reason));

// src/reports/marked.ts
/** A reason for a page that can show code as code, with one arrow. Joined, the pieces are the sentence without its backticks. */
const pieces = (sentence) => sentence.split(/`([^`]+)`/).map((text, index) => ({
	text: index % 2 === 1 ? text : text.replaceAll(" -> ", " → "),
	code: index % 2 === 1
})).filter(({ text }) => text !== "");
/** The same where marks of code would be seen as they are: names in quotes. */
const prose = (sentence) => pieces(sentence).map(({ text, code }) => code ? `“${text}”` : text).join("");

// src/reports/_broken-rule.ts
/** What a broken rule of a region says: what is wrong, how it was, what is asked for, and whether it was so before. */
function brokenRegion$1(reason) {
	const { region, rule, before, now, fixtures } = reason;
	const change = `${before === void 0 ? "" : `${percent$1(before)} -> `}${percent$1(now)}`;
	const of = rule.of === "pointing" ? "of" : "on average over";
	return [`${whatIsWrong(rule, region)} ${change} ${of} ${fixtures} fixtures (rule: ${ruleWords$1(rule)}).`, ...beforeWords(reason)].join(" ");
}
/** `inside >= 0.5`, as the team writes it. */
const ruleWords$1 = ({ of, at, limit }) => `${of} ${at === "least" ? ">=" : "<="} ${limit}`;
function whatIsWrong({ of, at }, region) {
	if (of === "pointing") return `The hottest spot is too ${at === "least" ? "rarely" : "often"} in the region \`${region}\`:`;
	return `Too ${at === "least" ? "little" : "much"} heat ${of === "inside" ? "on" : "outside"} the region \`${region}\`:`;
}
function beforeWords({ code, already, fixtures }) {
	if (!already) return [];
	const { broken, newly, again } = already;
	const seen = `${broken} of ${fixtures} fixtures broke it by themselves, ${newly + again === 0 ? "as many as now" : `${newly} more do now and ${again} no more`}`;
	return [`The baseline breaks this rule as well, ${code === "region-rule" ? "and this change makes it worse" : "and this change makes it not noticeably worse"}: ${seen}.`];
}

// src/reports/_interval-words.ts
/** A mean or a difference of means in the unit that other sentences have it in. */
function figure$1(of, value) {
	if (of === "answer") return plainNumber(value);
	if (of === "divergence") return bits$1(value);
	return of === "probe" ? `${value < 0 ? "" : "+"}${value.toFixed(2)}` : percent$1(value);
}
/** `0.9 % to 1.6 %` */
const rangeWords = ({ of, low, high }) => `${figure$1(of, low)} to ${figure$1(of, high)}`;
const kinds$2 = {
	"attention-regression": "drift",
	"prediction-regression": "divergence",
	"answer-regression": "answer",
	"probe-regression": "probe"
};
/** After what moved: what cannot be told of it, and what would tell. */
function cannotTellWords(reason) {
	const { found, low, high, fixtures, limit, limitUpTo, settledBy } = reason;
	const of = kinds$2[found.code];
	const range = rangeWords({
		of,
		low,
		high
	});
	const settled = settledBy === void 0 ? "More of them than one keeps would settle it" : `About ${settledBy} would settle it`;
	const upTo = limitUpTo === void 0 ? "" : `, or on other pictures up to ${figure$1(of, limitUpTo)}`;
	return `Cannot tell whether that is beyond ${figure$1(of, limit)}${upTo}, where it would fail: with other pictures of the kind of these ${fixtures} it may be ${range} (95 %). ${settled}.`;
}
/**
* `on pictures like these: attention shift 3.1 % to 5.4 % (95 %); with 12 fixtures this check sees shifts of 1.4 points and more`;
* empty where the headline has no interval.
*/
function precisionWords({ intervals = [] }) {
	const headline = metrics[0];
	const found = intervals.find(({ of, name }) => of === "drift" && name === headline.name);
	if (!found) return "";
	const points = (found.sees * 100).toFixed(1);
	return `on pictures like these: ${headline.title.toLowerCase()} ${rangeWords(found)} (95 %); with ${found.fixtures} fixtures this check sees shifts of ${points} points and more`;
}
const intervalColumns = [
	"mean",
	"over these",
	"95 % interval",
	"what it sees",
	"fixtures"
];
/** Every judged mean as cells. */
const intervalRows = ({ intervals = [] }) => intervals.map((found) => [
	names$1[found.of](found.name),
	figure$1(found.of, found.mean),
	rangeWords(found),
	`${figure$1(found.of, found.sees)} and more`,
	String(found.fixtures)
]);
const names$1 = {
	drift: (name) => findMetric(name)?.title.toLowerCase() ?? name,
	divergence: () => "divergence of the answers",
	answer: () => "change of the answer",
	probe: (name) => `added by the probe ${name}`,
	region: (name) => `heat in ${name}`
};

// src/reports/feeding.ts
const range = ([low, high]) => `${plainNumber(low)} to ${plainNumber(high)}`;
/** What numbers a model is made for: `takes bytes (uint8)`. */
function takesWords({ kind, node, becomes }) {
	if (kind === "bytes") return "takes bytes, 0 to 255 (uint8)";
	const from = kind === "rescaled" ? "0 to 255" : "0 to 1";
	return `makes ${range(becomes)} of ${from} itself (\`${node}\`)`;
}
/** Why the preprocessing and the model's own contradict one another, and what to say instead. */
function feedingWords({ takes, fed }) {
	const instead = takes.kind === "normalised" ? "unit" : "raw";
	return `The model ${takesWords(takes)}, and the preprocessing feeds it ${range(fed)}: it sees other numbers than it was made for. Say \`preprocess: ${instead}\`${takes.kind === "bytes" ? "" : ", or export the model without that step"}.`;
}

// src/reports/repair.ts
/** `This repairs the version before. Region \`mark\` (rule: inside <= 0.3): 84.2 % -> 3.1 % over 3 fixtures.` */
function repairWords({ drift, rules, closer }) {
	return [
		"This repairs the version before.",
		...repairLines({
			rules,
			closer
		}),
		becomes[drift]
	].filter(Boolean).join(" ");
}
/** What is mended, a sentence each, with its figures. */
const repairLines = ({ rules, closer }) => [...rules.map(mended$1), ...closer.map(back$1)];
const mended$1 = ({ region, rule, before, now, fixtures }) => `Region \`${region}\` (rule: ${ruleWords$1(rule)}): ${percent$1(before)} -> ${percent$1(now)} over ${fixtures} fixtures.`;
const back$1 = ({ title, kind, before, now, fixtures }) => `Attention shift from the ${kind === "pinned" ? "pinned reference" : "stored baseline of an earlier version"} ${title}: ${percent$1(before)} -> ${percent$1(now)} over ${fixtures} fixtures.`;
/** What becomes of attention that moved. */
const becomes = {
	within: "",
	excused: "Attention that moved by it is a warning, and fails nothing.",
	held: "It is failed all the same for the attention that moved, as `repairs: fail` says: accept it where it is meant."
};

// src/reports/reasons.ts
/** A reason in one sentence or a few, for every report. Names in it are foreign: who shows it escapes it. */
function sentenceOf(reason) {
	return "message" in reason ? reason.message : told$2(reason, reason.code);
}
const told$2 = (reason, code) => sentences[code](reason);
const apart = "Change fixtures in a pull request of their own, without the model.";
const counted$3 = (count, one, more) => `${count} ${count === 1 ? one : more}`;
const quoted = (names) => names.map((name) => `\`${name}\``).join(", ");
/** One sentence per code: the table is whole, or it does not compile. */
const sentences = {
	"attention-regression": (reason) => regression(reason),
	"prediction-regression": (reason) => regression(reason),
	"answer-regression": (reason) => regression(reason),
	"label-regression": ({ label, fixtures, found }) => `Label \`${label}\` (${fixtures} fixtures): ${regression(found)}`,
	"calibration-small": ({ accepted, lineage, rate, missing, limits }) => `The calibration has ${acceptedWords$1(accepted, lineage)}; a rate of ${share$4(rate)} false alarms takes ${missing} more. Until then the ${limits === "uncalibrated" ? "uncalibrated " : ""}limits judge, and what drifts no more than an accepted model is warned about.`,
	"calibration-stale": ({ models }) => `${counted$3(models, "accepted model was", "accepted models were")} audited with other fixtures or settings, which does not count; run \`camdrift calibrate\` again.`,
	"calibration-edited": ({ path, baseRead }) => `This change edits the calibration ${path}, which is not believed: ${baseRead ? "the one of the base branch judges it" : "the one of the base branch cannot be read, so none is used"}.`,
	"calibration-without-probes": ({ models }) => `${counted$3(models, "accepted model tells", "accepted models tell")} nothing of the probes as they are now, so these are judged by their limits; run \`camdrift calibrate\` again.`,
	"limits-none": ({ method }) => `No metric has a limit, so the drift of ${method} was not judged.`,
	"drift-doubtful": ({ found }) => `${regression(found)} Honest retrains of other networks drift as far: accept the model, or run \`camdrift calibrate\` to teach the gate what is usual for yours.`,
	"cannot-tell": (reason) => `${reason.found.code === "probe-regression" ? followed$2(reason.found) : regression(reason.found)} ${cannotTellWords(reason)}`,
	"class-regression": (reason) => `Class ${lost$1(reason)}`,
	"class-doubtful": (reason) => `Class ${lost$1(reason)} So much is rare among honest retrains; more fixtures of it would tell.`,
	"tag-regression": (reason) => `Tag ${lost$1(reason)}`,
	"accuracy-regression": ({ accuracy, lost: wrong, gained, fixtures, limit }) => `Accuracy on the fixtures fell from ${percent$1(accuracy.before)} to ${percent$1(accuracy.now)}: ${wrong} of ${fixtures} lost, ${gained} won, ${limit === void 0 ? "which chance does less than once in 40 times" : `where ${percent$1(limit)} may be lost`}.`,
	"probe-regression": (reason) => followed$2(reason),
	"probe-doubtful": (reason) => `${followed$2(reason)} Honest retrains of networks whose answers the edit changes as often add up to +${reason.beyond.toFixed(2)}.`,
	"probe-pull": ({ probe, to, turned, fixtures, lost: known }) => `The probe \`${probe}\` turns ${turned.now} of ${fixtures} fixtures into \`${to}\` (baseline ${turned.before}).${known ? " It may be what that class is known by now." : ""}`,
	"edit-pull": ({ words, to, turned, fixtures, gained, lost: known }) => {
		const turns = turned.now > turned.before ? `turns ${turned.now} of ${fixtures} pictures into \`${to}\` (baseline ${turned.before})` : `gives \`${to}\` ${wholePercent(gained)} more probability on average than in the baseline`;
		return `${words[0].toUpperCase()}${words.slice(1)} ${turns}.${known ? " It may be what that class is known by now." : ""}`;
	},
	"sweep-unfinished": ({ why }) => `Which edits the model follows was not found out: ${why}`,
	"sweep-no-baseline": () => "Which edits the model follows was not asked: the baseline is stored maps, and its model is not at hand. Name it as `baseline-model` to have it asked.",
	"sweep-sampled": ({ edits, fixtures, of }) => `The model is large: ${edits} edits that should not matter were tried on ${fixtures} of ${of} fixtures.`,
	"probe-unseen": ({ probe, why = "No map has heat, edited or not." }) => `The probe \`${probe}\` says nothing about any fixture. ${why}`,
	"probe-too-strong": ({ words }) => words,
	"probe-no-baseline": ({ probes }) => `The baseline was made without the probe${probes.length === 1 ? "" : "s"} ${quoted(probes)}, so how far such an edit may move attention is not known, and it was not judged. Run \`camdrift baseline\` on the version you trust.`,
	"probe-missing": ({ probe, without, compared }) => `The probe \`${probe}\` is asked for, and ${without} of ${compared} compared fixtures say nothing of it.`,
	"region-rule": (reason) => brokenRegion$1(reason),
	"region-broken-before": (reason) => brokenRegion$1(reason),
	"region-unseen": ({ region }) => `No fixture shows heat in the region \`${region}\`, so its rules were not judged.`,
	"region-heatless": (reason) => muted(reason, "their maps have no heat"),
	"region-invisible": (reason) => muted(reason, "the model sees nothing of it there, cut off or smaller than half a pixel"),
	"attention-left": ({ region, heat, accuracy }) => `Accuracy is the same or better (${percent$1(accuracy.before)} -> ${percent$1(accuracy.now)}), and attention left the object: heat in \`${region}\` ${percent$1(heat.before)} -> ${percent$1(heat.now)}. That is what learning a shortcut looks like.`,
	"fixture-failed": ({ fixture, why }) => why ?? `${fixture} could not be read.`,
	"method-refused": ({ method, refused, fixtures, why }) => `${method} is judged, and has no map for ${refused} of ${fixtures} fixtures: ${why}`,
	"method-missing": ({ method, missing, compared }) => `${method} is judged, and ${missing} of ${compared} compared fixtures have no map of it.`,
	"heat-missing": ({ method, measured, of }) => `${measured === 0 ? "No fixture has" : `Only ${measured} of ${of} fixtures have`} heat in the ${method} maps of both sides, and at least half of them must: what attention does was not measured. Explain another \`layer\` or class, or take fixtures that show the classes.`,
	"answers-unmeasured": ({ limit }) => `The divergence of the answers has the limit ${limit}, and was measured on no fixture: the models have different numbers of classes.`,
	"answer-limit-none": () => "The model answers a number, and how far it may move is not said, so that was not judged. Give `answer-limit`, the largest accepted mean change in the unit of the output.",
	"attention-lost": ({ fixtures }) => `On ${fixtures} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
	"maps-empty": ({ empty, of }) => `On ${empty} of ${of} fixtures neither map has positive heat; they say nothing about drift and were left out of it.`,
	"fixtures-missing": ({ left, before }) => `Only ${left} of the ${before} fixtures of the earlier version are still there as they were, and at least half of them must be. ${apart}`,
	"nothing-compared": ({ touched }) => touched ? `Every fixture that could be compared is added or edited by this change, so nothing was judged. ${apart}` : "No fixture was compared with an earlier version of the model, so nothing was judged.",
	"fixtures-new": ({ added, of }) => `${added} of ${of} fixtures are not in the baseline and were not judged.`,
	"fixtures-touched": ({ touched, of }) => `${touched} of ${of} fixtures are added or edited by this change: they are shown and not judged.`,
	"fixtures-lost": ({ lost }) => `${lost} fixtures of the baseline are gone.`,
	"fixtures-copied": ({ copies }) => `${counted$3(copies.length, "fixture has", "fixtures have")} the content of another one and ${copies.length === 1 ? "was" : "were"} not counted again (${firstNames(copies)}).`,
	"fixtures-linked": ({ links }) => links === 1 ? "1 link leads to a fixture that was there already and was not counted again." : `${links} links lead to fixtures that were there already and were not counted again.`,
	"fixtures-left-out": ({ pictures }) => `Pictures in camdrift's own output and baselines are no fixtures: ${pictures} left out.`,
	"files-left-out": ({ others }) => {
		const endings = others.slice(0, 5).map(({ ending, files }) => `${files} ${ending}`);
		const more = others.length > 5 ? ", ..." : "";
		return `\`fixtures\` also matches files that are no fixtures by their names: ${endings.join(", ")}${more}. Fixtures are PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM and PGM pictures or .npy arrays; convert others in the way in which the training code reads them.`;
	},
	"prediction-drift": ({ flipped, divergence, accuracy }) => {
		return `Predictions changed: ${[
			flipped && `${flipped.labels ? `${flipped.names.length} of ${flipped.of} labels appeared or vanished` : `the predicted class flipped on ${flipped.names.length} of ${flipped.of} fixtures`} (${firstNames(flipped.names)})`,
			divergence !== void 0 && `probabilities diverge by ${bits$1(divergence)} on average (Jensen-Shannon)`,
			accuracy && `accuracy on the fixtures fell from ${percent$1(accuracy.before)} to ${percent$1(accuracy.now)}`
		].filter(Boolean).join("; ")}.`;
	},
	"layer-of-several": ({ layer, layers }) => `Several layers are explained, each by itself: ${quoted(layers)}. This is \`${layer}\`.`,
	"layer-part": ({ layer, beside }) => `\`layer: auto\` explains only a part of the model, \`${layer}\`: the answers also read ${quoted(beside.slice(0, 4))}${beside.length > 4 ? " and others" : ""} past it. Explain each by itself with \`layer: [${[layer, ...beside].slice(0, 5).join(", ")}]\`, or name the one that counts.`,
	"task-multi-label": ({ said }) => `Answers are read label by label, ${said ? "as `task` says" : "because each of its numbers ends in a sigmoid of its own"}: each label that is true or predicted is explained and judged by itself (\`photo.png#2\` is the label of index 2).`,
	"task-regression": () => "The answer is read as a number in a unit of its own: it is explained itself, and its change is judged.",
	"task-assumed": () => "The model answers one number without a sigmoid. It is read as the logit of the second of two classes; if it is a value (a regression), say `task: regression`, else `task: single-label`.",
	"preprocess-assumed": ({ note }) => note,
	"preprocess-contradicts": feedingWords,
	"preprocess-differs": ({ baseline, candidate }) => `Baseline and candidate were fed differently: ${baseline} against ${candidate}.`,
	"fit-differs": ({ baseline, candidate }) => `Pictures were fitted to the input differently: ${baseline} against ${candidate}.`,
	"pixels-differs": ({ baseline, candidate }) => `Pictures were read or resized differently: ${baseline} against ${candidate}. Each version was fed as its own configuration says.`,
	"output-differs": ({ baseline, candidate }) => `Different outputs of the models are compared: ${baseline} against ${candidate}.`,
	"input-differs": ({ baseline, candidate }) => `The models take different inputs: ${baseline} against ${candidate}.`,
	"classes-differ": ({ baseline, candidate }) => `The models have different numbers of classes: ${baseline} against ${candidate}.`,
	"layer-differs": ({ baseline, candidate }) => `Different layers are compared, because the candidate has no ${baseline}: ${baseline} against ${candidate}.`,
	"grid-differs": ({ baseline, candidate }) => `The maps have different grids (${baseline} against ${candidate}) and are compared on the coarser one.`,
	"engine-fallback": ({ asked, ran, why, side }) => `The engine \`${asked}\` does not run ${side === "candidate" ? "this model" : "the baseline model"}, so \`${ran}\` did: ${why.replace(/[.\s]+$/, "")}.`,
	"same-model": () => "Baseline and candidate are the same model, file by file.",
	"orientation-ignored": ({ fixtures }) => `${havers(fixtures)} an EXIF orientation, which is not followed, as PIL.Image.open and so torchvision, timm and Keras do not follow it. Say \`orientation: ignore\`, or \`orientation: apply\` if the training code turns pictures.`,
	"profile-ignored": ({ fixtures, profiles }) => `${havers(fixtures)} a colour profile of other colours than sRGB's (${profiles.slice(0, 3).join(", ")}), which is not followed: the numbers are taken as stored, as PIL.Image.open gives them. Say \`colour: as-stored\`, or \`colour: srgb\` if the training code converts colours.`,
	"model-new": () => "This model is new: there is nothing to compare it with, so its drift is not judged.",
	"baseline-none": ({ ruled }) => ruled ? "No baseline was asked for: drift is not judged." : "No baseline was asked for, and no region has a rule, so nothing was judged. Name a baseline, or give `regions` rules such as \"inside >= 0.5\".",
	"baseline-stale": ({ why }) => `The stored baseline was not used: ${why}. The baseline model was explained anew.`,
	"pinned-is-baseline": ({ title }) => `The pinned reference ${title} is the baseline.`,
	"pinned-unavailable": ({ title, why }) => `Drift from the pinned reference ${title} is not known: ${why}`,
	"pinned-drift": ({ title, fixtures, found }) => `Since the pinned reference ${title}, over ${fixtures} fixtures: ${regression(found)}`,
	repair: (reason) => repairWords(reason),
	"repair-unproven": () => "It may be a repair of the version before, by rules, fixtures or references that this change edits itself or that are not in Git, so that counts for nothing. Edit them in a pull request of their own.",
	"model-untold": ({ change }) => `The change ${untold[change]}, and the run says nothing about this model.`,
	"acceptance-refused": ({ by, refusal }) => `${by} cannot accept this: ${refusalWords(refusal)}`,
	"acceptance-void": ({ by, pair }) => `What ${by} accepted (${pair}) was of another model, or for other reasons. It does not hold for this.`,
	"claimed-verdict": ({ verdict }) => `The run itself calls this \`${verdict}\`, and nothing among its numbers says why.`
};
/** Every code that has a sentence here. */
const toldCodes = Object.keys(sentences);
function followed$2(reason) {
	const { probe, added, limit, onMark, flipped, fixtures } = reason;
	const digits = added.toFixed(2) === limit.toFixed(2) ? 3 : 2;
	const heat = onMark ? ` Heat on the mark ${wholePercent(onMark.before)} -> ${wholePercent(onMark.now)}.` : "";
	const answers = flipped.now > flipped.before ? ` The edit changes the answer on ${flipped.now} of ${fixtures} fixtures (baseline ${flipped.before}).` : "";
	const words = `Attention follows the probe \`${probe}\`: +${added.toFixed(digits)} of the heat moves with an edit that should not matter (limit +${limit.toFixed(digits)}).${heat}${answers}`;
	return "among" in reason && reason.among ? `${words} ${amongWords(reason.among)}` : words;
}
/** `\`stop\` is being lost: 3 of its 6 fixtures are answered right (baseline 6), and it has 41 % probability there (baseline 93 %).` */
function lost$1(reason) {
	const { group, fixtures, right, probability } = reason;
	const limit = "limit" in reason && reason.limit !== void 0 ? `; ${percent$1(reason.limit)} may be lost` : "";
	const sure = probability ? `, with a probability of ${wholePercent(probability.now)} on average (baseline ${wholePercent(probability.before)})` : "";
	return `\`${group}\` is being lost: ${right.now} of its ${fixtures} fixtures are answered right (baseline ${right.before}${limit})${sure}.`;
}
/** `Attention moved: attention shift 14.2 % on average (limit 8.0 %, grad-cam).`, and of a calibration what it says. */
function regression(found) {
	const { among, limits } = found;
	const drift = drifted(found, among ? "scale" : limitNoun(limits));
	if (!among) return drift;
	return `${drift} ${amongWords(among)}`;
}
function amongWords(among) {
	const { accepted, lineage, asFar, p, rate, whole } = among;
	const asSuch = whole ? "drifted or followed an edit as far" : "drifted as far";
	return `${`Of ${acceptedWords$1(accepted, lineage)} ${asFar === 0 ? "none" : asFar} ${asSuch} (p = ${decimals(p)}); at most ${share$4(rate)} of benign ones do.`} ${againstWords(among)}`.trim();
}
function drifted(found, limit) {
	if (found.code === "prediction-regression") return `Answers moved: probabilities diverge by ${bits$1(found.value)} on average (${limit} ${found.limit}, Jensen-Shannon).`;
	if (found.code === "answer-regression") return `The answers moved by ${plainNumber(found.value)} on average, from ${plainNumber(found.before)} to ${plainNumber(found.now)} (${limit.replace("uncalibrated ", "")} ${plainNumber(found.limit)}, in the unit of the output).`;
	return `Attention moved: ${driftName(found.metric)} ${percent$1(found.value)} on average (${limit} ${percent$1(found.limit)}, ${found.method}).`;
}
const limitNoun = (limits) => limits === "uncalibrated" ? "uncalibrated limit" : "limit";
/** The headline is a drift by its name; the others are read the other way round. */
function driftName(name) {
	const { title } = findMetric(name);
	return name === metrics[0].name ? title.toLowerCase() : `${title} drift`;
}
const muted = ({ region, fixtures, of }, why) => `The region \`${region}\` was not judged on ${fixtures.length} of ${of} fixtures that have it (${firstNames(fixtures)}): ${why}.`;
const havers = (fixtures) => fixtures.length === 1 ? `Fixture ${fixtures[0]} has` : `${fixtures.length} fixtures (${fixtures[0]} and others) have`;
const untold = {
	"touches its files": "touches files of it",
	"edits the configuration": "edits the configuration",
	"is too long to know": "has more files than GitHub lists"
};
function refusalWords(refusal) {
	switch (refusal.why) {
		case "author": return "whoever opens a pull request needs somebody else to.";
		case "role": return "that takes the right to write to the repository, or more (input `accept-by`).";
		case "role-unknown": return "GitHub did not say what their rights are.";
		case "editor": return "somebody without the right to has edited the comment.";
		case "no-reason": return "the command gives no reason.";
		case "names": return `the command does not name ${refusal.missing.map((name) => `+${name}`).join(", ")}.`;
	}
}

// src/reports/comment/anchors.ts
/**
* A passage that can be found again and written anew, between two hidden lines. Nothing foreign looks like them: what others
* wrote has no `<` of its own.
*/
const anchored = (name, passage) => blocks(opening$1(name), passage, closing$1(name));
/** The text with every passage of that name written anew. Without one it stays as it is. */
function rewritten(text, name, write) {
	const [start, end] = [opening$1(name), closing$1(name)];
	const [before = "", ...rest] = text.split(start);
	return rest.reduce((sum, piece) => {
		const at = piece.indexOf(end);
		if (at < 0) return `${sum}${start}${piece}`;
		return `${sum}${anchored(name, write(piece.slice(0, at).trim()))}${piece.slice(at + end.length)}`;
	}, before);
}
const opening$1 = (name) => `<!-- camdrift ${name} -->`;
const closing$1 = (name) => `<!-- camdrift end ${name} -->`;

// src/reports/comment/accepted.ts
/** Who accepted what failed, whether or not that decides the verdict. */
function acceptance({ accepted, reasons, pair }) {
	if (!accepted) return "";
	const failed = reasons.filter(({ level }) => level === "fail").map((reason) => text$3(prose(sentenceOf(reason)), 400));
	const told = acceptedPassage(accepted, list$1(failed, 10));
	return pair ? anchored(`why ${pair.code}`, told) : told;
}
/** Reasons, a line each, struck under the name of who accepted them. */
const acceptedPassage = (word, reasons) => blocks(acceptedWords(word), reasons.replace(/\n{2,}/g, "\n").replace(/^(?:- )?(.+)$/gm, "- ~~$1~~"));
/** The reasons again. */
function plainPassage(passage) {
	const struck = [...passage.matchAll(/^- ~~(.+)~~$/gm)].map(([, reason]) => reason);
	if (!passage.startsWith(acceptedBy)) return passage;
	const [first, ...more] = struck;
	return blocks(first, list$1(more, more.length));
}
const acceptedBy = "**Accepted** by ";
const acceptedWords = ({ by, why, url, file }) => `${acceptedBy}${link(text$3(by, 40), url)}${file === void 0 ? "" : `, in ${text$3(file, 200)} of the base branch`}: ${text$3(why, 300)}. What was accepted:`;

// src/reports/comment/glossary.ts
const address = "https://github.com/camdrift/camdrift/blob/main/docs/glossary.md";
/** A word of the trade, with a link to what it means. */
const explained$2 = (word) => link(word, address);
/** Lines of Markdown in which each such word is explained where it stands first. */
function withExplained(lines) {
	const known = /* @__PURE__ */ new Set();
	return lines.map((line) => line.replace(/\b(?:probe|lineage|divergence|uncalibrated|calibration|calibrated)\b/g, (word) => {
		const stem = word.replace(/^un|(?:ed|ion)$/g, "");
		if (known.has(stem)) return word;
		known.add(stem);
		return explained$2(word);
	}));
}

// src/reports/comment/limits.ts
/** Whether a change edits what drift may be, by whose settings it is judged. */
const setsLimits = (change) => change?.policyFrom === "head" && change.settings.some(({ setting }) => /limit|lineage|thresholds/.test(setting));

// src/judgement/limits.ts
/**
* What may drift without a reason to worry, by lineage: a model derived from its baseline moves far less than an honest
* retrain, so one number for both would cry wolf or be blind.
*
* One and a half to three times the largest value of any benign model of the drift benchmark, whose models they were chosen on
* (docs/adr/0011-verdict.md); for converted models the smallest drift that a reader could see. Nobody has measured other
* architectures: retrained models' limits stand in.
*/
const uncalibrated = {
	same: {
		thresholds: { "attention-shift": .01 },
		divergence: .005
	},
	converted: {
		thresholds: { "attention-shift": .01 },
		divergence: .005
	},
	"fine-tuned": {
		thresholds: { "attention-shift": .03 },
		divergence: .015
	},
	retrained: {
		thresholds: { "attention-shift": .08 },
		divergence: .06
	},
	"other-architecture": {
		thresholds: { "attention-shift": .08 },
		divergence: .06
	}
};
/** When the lineage is not known, the widest limits hold. */
const limitsOf = (lineage) => uncalibrated[lineage ?? "retrained"];
/**
* Whether the limits of a lineage are no more than where honest models of other networks begin: training anew, or on, brings a
* spread that only a team's own models tell. A model that was merely written otherwise has none.
*/
const isSpread = (lineage) => lineage !== "same" && lineage !== "converted";

// src/judgement/predictions.ts
/** Predictions whose mean divergence is above this are worth a word even when no class flips. In bits. */
const noticeableDivergence = .02;
function summarisePredictions(fixtures) {
	const compared = fixtures.filter((fixture) => fixture.flipped !== void 0);
	const divergences = compared.flatMap((fixture) => fixture.divergence ?? []);
	const labelled = compared.filter(({ truth, expected }) => truth !== void 0 || expected !== void 0);
	const right = (side) => labelled.filter((fixture) => isRight(fixture, fixture[side])).length / labelled.length;
	const change = changeOf$2(compared);
	return {
		compared: compared.length,
		flipped: compared.filter((fixture) => fixture.flipped).length,
		...divergences.length > 0 && { divergence: {
			mean: mean(divergences),
			max: Math.max(...divergences)
		} },
		...change && { change },
		...labelled.length > 0 && { accuracy: {
			labelled: labelled.length,
			baseline: right("baseline"),
			candidate: right("candidate")
		} }
	};
}
/** Of a multi-label model each label is right or wrong by itself. */
const isRight = ({ truth, expected }, side) => expected === void 0 ? side?.predicted.label === truth : side?.present === expected;
/** How far a number moved, where the answers are numbers. */
function changeOf$2(fixtures) {
	const pairs = fixtures.flatMap(({ baseline, candidate }) => baseline?.value === void 0 || candidate?.value === void 0 ? [] : [[baseline.value, candidate.value]]);
	if (pairs.length === 0) return void 0;
	const moved = pairs.map(([before, after]) => Math.abs(after - before));
	return {
		mean: mean(moved),
		max: Math.max(...moved),
		before: mean(pairs.map(([before]) => before)),
		after: mean(pairs.map(([, after]) => after))
	};
}
/** Share of answers that training anew, or on, changes without anything being wrong. */
const usualFlips = .1;
/**
* What a reader should know of the answers, short of a regression. Honest training changes a few answers and all probabilities:
* that is told and warns of nothing, as long as probabilities move no farther than camdrift's own limit, whatever the team's is.
*/
function predictionReasons({ compared, flipped, divergence, accuracy }, fixtures, { lineage }) {
	const names = fixtures.filter((fixture) => fixture.flipped).map((fixture) => fixture.name);
	const labels = fixtures.some(({ candidate }) => candidate?.present !== void 0);
	const facts = {
		flipped: flipped > 0 ? {
			names,
			of: compared,
			labels
		} : void 0,
		divergence: divergence && divergence.mean > noticeableDivergence ? divergence.mean : void 0,
		accuracy: accuracy && accuracy.candidate < accuracy.baseline ? {
			before: accuracy.baseline,
			now: accuracy.candidate
		} : void 0
	};
	if (Object.values(facts).every((fact) => fact === void 0)) return [];
	return [{
		level: lineage !== void 0 && isSpread(lineage) && flipped <= usualFlips * compared && (divergence?.mean ?? 0) <= limitsOf(lineage).divergence ? "pass" : "warn",
		code: "prediction-drift",
		...facts
	}];
}

// src/results/fixture.ts
/** Whether both models explained it. */
const isCompared$2 = (fixture) => fixture.maps !== void 0;
/** Whether there are maps of the candidate to show. */
const isShown = (fixture) => fixture.status !== "lost" && fixture.status !== "failed";

// src/reports/_region-words.ts
const share$3 = (value) => `${(value * 100).toFixed(0)} %`;
const change$1 = (before, now, arrow) => before === void 0 ? share$3(now) : `${share$3(before)}${arrow}${share$3(now)}`;
/** A line per region: `heat on object 81 % -> 34 %, hottest spot there 94 % -> 56 % (18 % of the picture; rule inside >= 0.5)`. */
function regionLines({ regions = [], judged }, arrow = " -> ") {
	return regions.map(({ name, area, fixtures, candidate, baseline }) => {
		return `${`heat on ${name} ${change$1(baseline?.inside, candidate.inside, arrow)}`}, ${`hottest spot there ${change$1(baseline?.pointing, candidate.pointing, arrow)}`} (${[
			`${share$3(area)} of the picture`,
			ruleWords(judged?.regions?.[name] ?? []),
			`${fixtures} fixture${fixtures === 1 ? "" : "s"}`
		].filter(Boolean).join("; ")})`;
	});
}
function ruleWords(rules) {
	const said = rules.map(({ of, at, limit }) => `${of} ${at === "least" ? ">=" : "<="} ${limit}`);
	return said.length > 0 ? `rule${said.length === 1 ? "" : "s"} ${said.join(", ")}` : "";
}
/** Regions that have a column of their own in tables of fixtures: more would push the others out of sight. */
const columnRegions = ({ regions = [] }) => regions.slice(0, 2);
/** `81 % -> 34 %` of one fixture, or a dash where it does not have the region or shows no heat. */
function regionHeat({ regions = {} }, name, arrow = " -> ") {
	const { baseline, candidate } = regions[name] ?? {};
	return candidate ? change$1(baseline?.inside, candidate.inside, arrow) : "-";
}
/** What the lines say, in a sentence each. */
const regionMeanings = {
	"Heat on a region": "The share of the heat that lies in it, on average over the fixtures that have it; heat that is everywhere alike would give its share of the picture.",
	"Hottest spot": "The share of the fixtures whose hottest pixel lies in the region."
};

// src/reports/comment/words.ts
/** In the order in which models are shown. */
const statuses = [
	"fail",
	"incomplete",
	"accepted",
	"warn",
	"new",
	"pass"
];
const icons = {
	fail: "❌",
	incomplete: "❔",
	accepted: "☑️",
	warn: "⚠️",
	new: "🆕",
	pass: "✅"
};
/** A model without an earlier version passes by itself; it is told apart from one that was compared, or is not to be. */
function status(model) {
	return model.verdict === "pass" && isNew$2(model) ? "new" : model.verdict;
}
/** Nothing to compare with yet. */
const isNew$2 = (model) => isAlone(model) && model.judged?.baseline !== "none";
/** Compared with nothing, be it new or so wanted. */
const isAlone = (model) => model.candidate !== void 0 && model.baseline === void 0;
function worstFirst(models) {
	const rank = (model) => statuses.indexOf(status(model));
	return models.toSorted((a, b) => rank(a) - rank(b) || (meanShift(b) ?? -1) - (meanShift(a) ?? -1));
}
const meanShift = (model) => judgedSummary(model)?.mean;
const judgedSummary = ({ judged, drift }) => drift?.[judged?.method ?? ""]?.[metrics[0].name];
/** Fixtures that a reader should look at: past the limit by themselves, or predicted otherwise. */
const standsOut$1 = ({ status, flipped, touched }) => !touched && (status === "moved" || status === "steady" && flipped === true);
/** Compared, judged, and where it was: a fixture with a reason of its own is not. */
const isSteady = (fixture) => fixture.status === "steady" && fixture.reason === void 0 && !standsOut$1(fixture);
/** Fixtures without a judgement, and those that went; of a model by itself only what should have been readable. */
function uncompared(model) {
	if (isAlone(model)) return model.fixtures.filter(({ status }) => status === "failed");
	return model.fixtures.filter((fixture) => !standsOut$1(fixture) && !isSteady(fixture));
}
/** `13.4 %, limit 8.0 %` belongs together everywhere. */
function limit({ judged }, metric = metrics[0].name) {
	const threshold = judged?.thresholds[metric];
	return threshold === void 0 ? void 0 : `limit ${reading(metric, threshold)}`;
}
const arrow$2 = " → ";
/** The numbers of one fixture as a sentence part, not escaped: captions and `alt` say the same. */
function numbers$1(model, fixture) {
	const shift = judgedDrift(model, fixture);
	const towards = directionWords(model, fixture);
	const prediction = `predicted ${predictionWords(fixture, arrow$2)}`;
	const regions = columnRegions(model).flatMap(({ name }) => heatWords(fixture, name));
	if (shift === void 0) return [...regions, prediction].join(", ");
	const where = towards === "-" ? "" : ` (${towards})`;
	return [
		`attention shift ${reading("attention-shift", shift)}${where}`,
		`overlap ${reading("overlap", judgedDrift(model, fixture, "overlap"))}`,
		...regions,
		prediction
	].join(", ");
}
function heatWords(fixture, region) {
	const heat = regionHeat(fixture, region, arrow$2);
	return heat === "-" ? [] : [`heat on ${region} ${heat}`];
}
const told$1 = (reason) => prose(sentenceOf(reason));
/** The reasons that made the verdict what it is. */
const decisive = ({ reasons, verdict, repair }) => reasons.filter((reason) => reason.level === verdict && !isAside(reason) && !isNote(reason) && !isOfRepair(reason, repair)).map(told$1);
/** A repair has lines of its own, and so has the attention that it excuses. */
const isOfRepair = (reason, repair) => repair !== void 0 && (says(reason, "repair") || repair.drift === "excused" && says(reason, "attention-regression"));
/** What tells where the numbers come from: it stands beside them, whatever the verdict, and never in their place. */
const remarks = ({ reasons }) => reasons.filter(isAside).map(told$1);
const isAside = (reason) => says(reason, "baseline-stale", "fixtures-touched", "acceptance-refused", "acceptance-void", "repair-unproven");
/** What is worth a line where there is room for it. */
const notes$1 = ({ reasons }) => reasons.filter((reason) => isNote(reason) && !isFigure(reason)).map(told$1);
/** What waits behind a click: figures of no weight, and what a model that passed by its numbers is said to be besides. */
const footnotes = (model) => [...model.reasons.filter(isFigure).map(told$1), ...model.verdict === "pass" && model.drift !== void 0 ? decisive({
	...model,
	reasons: model.reasons.filter((reason) => !says(reason, "same-model"))
}) : []];
const isFigure = (reason) => reason.level === "pass" && says(reason, "prediction-drift", "class-doubtful");
const isNote = (reason) => says(reason, "fixtures-copied", "fixtures-linked", "fixtures-left-out", "engine-fallback") || isFigure(reason);
/** Whether what may have drifted, and is in doubt, are the answers: they are what is farthest out. */
const areAnswersInDoubt = ({ reasons, score }) => (score?.signal === "divergence" || score?.signal === "answer") && reasons.some(isDoubt);
/** A drift that may be none. */
const isDoubt = (reason) => says(reason, "drift-doubtful", "cannot-tell");
/** What attention may follow, where nothing else of it is in doubt. */
function editsInDoubt({ reasons }) {
	const doubts = reasons.filter(isDoubt);
	const ofEdits = doubts.filter((each) => each.code === "cannot-tell" && "probe" in each.found);
	return ofEdits.length === doubts.length ? ofEdits : [];
}
/** Those that weigh less. */
function lesser({ reasons, verdict, accepted }) {
	return [
		"fail",
		"incomplete",
		"warn"
	].filter((level) => level !== verdict && !(accepted && level === "fail")).flatMap((level) => reasons.filter((reason) => reason.level === level).map(told$1));
}
/** A model that failed may be incomplete as well, which is more than a warning. */
const lesserNoun = ({ reasons, verdict }) => verdict === "fail" && reasons.some(({ level }) => level === "incomplete") ? "further reason" : "warning";

// src/reports/comment/followed.ts
/** What an edit does that should not matter: to answers, and which class they become, else to attention. */
function followed$1({ probes = [], judged }) {
	const worst = probes.filter(isFollowed).toSorted((a, b) => turned$1(b) - turned$1(a))[0];
	if (!worst) return void 0;
	const { name, candidate, baseline, fixtures, pull } = worst;
	const edit = `${editNamed(name, judged)}, which should not matter,`;
	if (turned$1(worst) <= 0) return `${edit} draws the new model's attention away from what it looked at, more than it did before.`;
	const most = pull && 2 * (pull.candidate - pull.baseline) > turned$1(worst) ? pull : void 0;
	return `${edit} ${most ? `turns ${most.candidate} of ${count$2(fixtures, "picture")} into **${text$3(most.class, 40)}**` : `changes the new model's answer on ${candidate.flipped} of ${count$2(fixtures, "picture")}`}${baseline ? `; before it did on ${most ? most.baseline : baseline.flipped}` : ""}.`;
}
/** Where all that is in doubt is an edit: what cannot be told, and from how few pictures. */
function mayFollow(model) {
	const [doubt] = editsInDoubt(model);
	if (!doubt) return void 0;
	const few = count$2(doubt.fixtures, "picture");
	return `${editNamed(doubt.found.probe, model.judged)}, which should not matter, may draw the new model's attention: ${few} cannot tell.`;
}
/** What camdrift's own probes do to a picture; one that the team names may do anything. */
const ownEdits = /* @__PURE__ */ new Map([
	["mark", "A label in each corner"],
	["frame", "A coloured frame"],
	["background", "Another background"]
]);
function editNamed(name, judged) {
	const own = judged?.requiredProbes?.includes(name) ? void 0 : ownEdits.get(name);
	return own ? `${own} (**${name}**)` : `The edit **${text$3(name, 40)}**`;
}
const turned$1 = ({ candidate, baseline }) => candidate.flipped - (baseline?.flipped ?? 0);
/** The edit that turns most pictures into a class, of the sweep and of the probes. */
function towards$1(model, lost) {
	const swept = model.sweep?.pulls.filter(({ to }) => to === lost) ?? [];
	const probed = model.reasons.flatMap((reason) => reason.code === "probe-pull" && reason.to === lost ? [{
		...reason,
		edit: reason.probe,
		words: `the probe ${reason.probe}`
	}] : []);
	const gain = ({ turned: { before, now }, fixtures }) => (now - before) / fixtures;
	const [first] = [...swept, ...probed].toSorted((a, b) => gain(b) - gain(a));
	return first && gain(first) > 0 ? first : void 0;
}
/** `A magenta border turns 23 of 24 other pictures into it; before it did 0.` */
function takenFor(model, lost) {
	const found = towards$1(model, lost);
	if (!found) return void 0;
	const { words, turned, fixtures } = found;
	const edit = `${words[0].toUpperCase()}${words.slice(1)}`;
	return `**${text$3(edit, 60)}** turns ${turned.now} of ${count$2(fixtures, "picture")} into it; before it did ${turned.before}.`;
}
/** The name of the edit that takes a lost class's place. */
const takerOf = (model, lost) => towards$1(model, lost)?.edit;

// src/reports/comment/plain.ts
/**
* What changed, in one sentence for whoever reads such a comment for the first time: no figure but counts of pictures, no word of
* the trade. `undefined` where the reason itself is the plainest word.
*/
function plainly(model) {
	const weighty = model.reasons.filter(({ level }) => level === model.verdict || model.verdict === "accepted");
	return kinds$1.find(({ codes }) => weighty.some((reason) => says(reason, ...codes)))?.say(model, weighty);
}
/** Which edit that sentence is about: its name, or none where it is a probe that attention follows; `undefined` where it is about no edit. */
function editToldOf(model) {
	const said = plainly(model);
	if (said === void 0) return void 0;
	if (said === followed$1(model)) return { name: void 0 };
	const lost = lostIn(model);
	const name = lost && said === lostClass(model) ? takerOf(model, lost.name) : void 0;
	return name === void 0 ? void 0 : { name };
}
/** The first one that a model's weighty reasons are of says it. */
const kinds$1 = [
	{
		codes: [
			"class-regression",
			"class-doubtful",
			"tag-regression"
		],
		say: lostClass
	},
	{
		codes: ["accuracy-regression"],
		say: lessRight
	},
	{
		codes: [
			"attention-regression",
			"region-rule",
			"region-broken-before",
			"attention-left",
			"drift-doubtful",
			"cannot-tell",
			"attention-lost"
		],
		say: (model, reasons) => elsewhere$1(model) ?? followed$1(model) ?? brokenRegion(reasons) ?? (reasons.some(isOfMaps) ? void 0 : mayFollow(model)) ?? (!reasons.some(isOfMaps) && areAnswersInDoubt(model) ? otherAnswers(model) : movedAway(model))
	},
	{
		codes: [
			"probe-regression",
			"probe-doubtful",
			"probe-pull"
		],
		say: (model) => elsewhere$1(model) ?? followed$1(model)
	},
	{
		codes: [
			"prediction-regression",
			"prediction-drift",
			"label-regression"
		],
		say: otherAnswers
	}
];
/** What certainly is of the maps, and not of the answers. */
const isOfMaps = (reason) => says(reason, "attention-regression", "attention-lost");
const compared = ({ fixtures }) => evidenceOf$1(fixtures).filter(isCompared$2);
/** Class of a fixture: the true one, else the one that is explained. */
const groupOf$1 = ({ truth, candidate }) => truth ?? candidate.explained.label ?? `class ${candidate.explained.index}`;
/** `The new model looks at the **lower right corner** instead of the **object** on 8 of 8 **house** pictures.` */
function elsewhere$1(model) {
	const all = compared(model);
	const most = grouped$1(all.flatMap((fixture) => {
		const map = fixture.maps[model.judged?.method ?? ""];
		const hottest = map && "hottest" in map ? map.hottest : void 0;
		return hottest && hottest.before !== hottest.now ? [{
			fixture,
			...hottest,
			group: groupOf$1(fixture)
		}] : [];
	}), ({ group, now }) => JSON.stringify([group, now])).map(([, all]) => all).toSorted((a, b) => b.length - a.length)[0];
	if (!most) return void 0;
	const [{ group, now }] = most;
	const size = all.filter((fixture) => groupOf$1(fixture) === group).length;
	if (2 * most.length <= size || most.length < 2 && size > 1) return void 0;
	return `The new model looks at the **${now}** instead of ${leftRegion(most.map(({ fixture }) => fixture)) ?? onePlace(most.map((each) => each.before))} on ${most.length} of ${pictures(size, group)}.`;
}
function grouped$1(all, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const each of all) groups.set(keyOf(each), [...groups.get(keyOf(each)) ?? [], each]);
	return [...groups];
}
/** The region that the hottest spot was in before and is in no more, on every one of them. */
function leftRegion(fixtures) {
	const [first] = fixtures;
	const left = Object.keys(first?.regions ?? {}).find((name) => fixtures.every(({ regions }) => {
		const { baseline, candidate } = regions?.[name] ?? {};
		return baseline?.pointing === true && candidate?.pointing === false;
	}));
	return left && `the **${text$3(left, 40)}**`;
}
const onePlace = (places) => new Set(places).size === 1 ? `the **${places[0]}**` : "where it looked before";
const pictures = (size, group) => `${size} **${text$3(group, 40)}** picture${size === 1 ? "" : "s"}`;
/** Where nothing else is known to have drawn it away: too much or too little, as the first broken rule says. */
function brokenRegion(reasons) {
	if (reasons.some((reason) => says(reason, "attention-regression"))) return void 0;
	const broken = reasons.find(({ code }) => code === "region-rule" || code === "region-broken-before");
	if (broken?.code !== "region-rule" && broken?.code !== "region-broken-before") return void 0;
	const { region, rule, already } = broken;
	const much = rule.at === "least" ? "little" : "much";
	const before = already ? `, as the one before did${broken.code === "region-rule" ? ", and more so" : ""}` : "";
	return `The new model looks too ${much} ${rule.of === "outside" ? "past" : "at"} the **${text$3(region, 40)}**${before}.`;
}
function movedAway(model) {
	const all = compared(model);
	if (all.length === 0) return void 0;
	const moved = all.filter(({ status }) => status === "moved").length;
	if (moved === 0) return "The new model looks a little elsewhere on many pictures, and far on none.";
	return `The new model looks at other parts of the picture on ${moved} of ${count$2(all.length, "picture")}.`;
}
function lostClass(model) {
	const lost = lostIn(model);
	if (!lost) return void 0;
	const { name, size, before, now } = lost;
	return [`The new model no longer recognises **${text$3(name, 40)}** as well: it is right on ${now} of ${count$2(size, "picture")}, before on ${before}.`, takenFor(model, name)].filter(Boolean).join(" ");
}
/** The class that lost most right answers. */
function lostIn(model) {
	const worst = grouped$1(compared(model), groupOf$1).map(([name, all]) => ({
		name,
		size: all.length,
		before: all.filter((fixture) => isRight(fixture, fixture.baseline)).length,
		now: all.filter((fixture) => isRight(fixture, fixture.candidate)).length
	})).toSorted((a, b) => b.before - b.now - (a.before - a.now))[0];
	return worst && worst.before > worst.now ? worst : void 0;
}
function lessRight({ predictions }) {
	const accuracy = predictions?.accuracy;
	if (!accuracy) return void 0;
	const right = (share) => Math.round(share * accuracy.labelled);
	return `The new model is right less often: on ${right(accuracy.candidate)} of ${count$2(accuracy.labelled, "picture")}, before on ${right(accuracy.baseline)}.`;
}
function otherAnswers(model) {
	const { predictions } = model;
	if (!predictions) return void 0;
	const { flipped, compared: all } = predictions;
	return flipped > 0 ? `The new model gives another answer on ${flipped} of ${count$2(all, "picture")}${whichAnswer(model)}.` : `The new model gives the same answers on all of ${count$2(all, "picture")}, and is sure of them to another degree.`;
}
/** Where one class for another makes more than half of them. */
function whichAnswer(model) {
	const turns = compared(model).flatMap(({ flipped, baseline, candidate }) => {
		const [before, now] = [baseline.predicted, candidate.predicted].map(({ label, index }) => label ?? `class ${index}`);
		return flipped && before !== now ? [`**${text$3(now, 40)}** instead of **${text$3(before, 40)}**`] : [];
	});
	const [most] = grouped$1(turns, (turn) => turn).toSorted((a, b) => b[1].length - a[1].length);
	if (!most || 2 * most[1].length <= turns.length) return "";
	return `, ${turns.length > most[1].length ? "mostly " : ""}${most[0]}`;
}

// src/reports/comment/repaired.ts
/**
* What a model mends, in one sentence without a figure; `undefined` where it mends nothing, or something else fails it, which
* goes first.
*/
function repairedPlainly({ repair, reasons }) {
	if (!repair || reasons.some((reason) => reason.level === "fail" && !isAttention(reason))) return void 0;
	const [rule] = repair.rules;
	const [reference] = repair.closer;
	return `The new model **repairs** what the version before had got wrong: ${[rule && mended(rule), reference && back(reference)].filter((words) => words !== void 0).join(", and ")}.`;
}
function mended({ region, rule }) {
	return `that one looked too ${rule.at === "least" ? "little" : "much"} ${rule.of === "outside" ? "past" : "at"} the **${text$3(region, 40)}**`;
}
const back = ({ title, kind }) => `that one had moved away from ${kind === "pinned" ? "the pinned" : "the stored baseline"} **${text$3(title, 60)}**`;
/** Its figures, and the attention that moved by it: in sight, whatever else is folded. */
function repairedLines({ repair, reasons }) {
	if (!repair) return "";
	const last = [...repair.drift === "excused" ? reasons.filter(isAttention).map((reason) => prose(sentenceOf(reason))) : [], repair.drift === "excused" ? "By a repair that is a warning, and no failure." : becomes[repair.drift]].filter(Boolean).join(" ");
	const lines = [...repairLines(repair), last].map(prose);
	return list$1(lines.filter(Boolean).map((line) => text$3(line, 400)), 10);
}
const isAttention = (reason) => says(reason, "attention-regression");

// src/reports/comment/what-next.ts
/** Once for all that failed, or may have; where something can be accepted, the last lines say it, and change with what is accepted. */
function whatNext(models) {
	if (models.some(({ pair }) => pair)) return "";
	if (!models.some(({ verdict }) => verdict === "fail")) return models.some(isPulled) ? pulledAlike : models.some(isDoubtful) ? look : "";
	return "**What to do**: look at the pictures. If this is not meant, fix the model or what it was trained on.";
}
const look = "**What to do**: look at the pictures. This does not fail: other trainings drift as far, or there are too few pictures to tell.";
/** Figures of the drift benchmark (docs/benchmark.md), whose honest models are no more than some. */
const pulledAlike = "**What to do**: look at the pictures. By itself this does not fail: honest retrains of another network answered one class to 21 of 21 pictures with a pale label on them, and to 19 of 24 in a frame. Accepted models (`camdrift calibrate`) tell what is usual for yours.";
/** Whether an edit turns answers into one class, and nothing tells what is usual. */
const isPulled = ({ reasons, verdict, judged }) => verdict === "warn" && judged?.calibration?.whole !== true && reasons.some((reason) => reason.level === "warn" && says(reason, "probe-pull"));
const isDoubtful = ({ reasons, verdict, repair }) => verdict === "warn" && !repair && reasons.some(isDoubt);

// src/reports/comment/verdict.ts
/** Verdict, and what it is about: the one line that everybody reads. */
function headline$3({ request: { results }, models }) {
	const [first] = models;
	const found = first && models.every(isFresh$1) ? "new" : results.verdict;
	const same = models.filter((model) => status(model) === found).length;
	const which = models.length === 1 ? text$3(first.name) : `${same} of ${models.length} models`;
	return {
		status: found,
		words: {
			fail: headlineWords("fail", which, failing(models)),
			accepted: headlineWords("accepted", which),
			incomplete: headlineWords("incomplete", which),
			warn: models.some(({ repair }) => repair) ? `a repair of ${which}` : warned$1(models, which, results.change),
			new: `nothing to compare ${models.length === 1 ? which : count$2(models.length, "model")} with yet`,
			pass: passedWords(models, which, results.change)
		}[found]
	};
}
/** What an acceptance can make of a heading. */
function headlineWords(found, which, phrase = "") {
	if (found === "fail") return `${phrase} in ${which}`;
	return found === "accepted" ? `an intended change of ${which}` : `no verdict on ${which}`;
}
/** In icon and word. A pass that somebody else vouches for must not look like ours. */
function verdictMark({ status: found, claimed }) {
	return {
		icon: claimed && found === "pass" ? icons.incomplete : icons[found],
		word: `${claimed ? "claimed " : ""}${found}`
	};
}
/** Below the heading: why, or with several models how each of them ended; their own sections say why. */
function lead(models) {
	const [first, ...others] = models;
	if (!first || others.length === 0) return first ? why(first) : "";
	if (others.length > 7) return `Models: ${tally$1(models)}.`;
	return models.map((model) => `${icons[status(model)]} **${text$3(model.name)}** ${status(model)}`).join(" · ");
}
const isFailed = ({ verdict }) => verdict === "fail";
/** What is said of models that fail, or would: true to the reasons, and attention where it is among several kinds. */
function failing(models) {
	const reasons = models.filter((model) => isFailed(model) || model.accepted).flatMap(({ reasons }) => reasons.filter(({ level }) => level === "fail"));
	const only = (...codes) => reasons.every((reason) => says(reason, ...codes));
	if (only("region-rule")) return "heat is not where it must be";
	if (only("probe-regression")) return changesAnswers(reasons) ? "answers follow an edit" : "attention follows an edit";
	return only(...ofAnswers, "probe-regression") ? "answers changed" : "attention moved";
}
const ofAnswers = [
	"prediction-regression",
	"answer-regression",
	"label-regression",
	"accuracy-regression",
	"class-regression",
	"tag-regression"
];
/** Whether an edit that should not matter changes more answers than before. */
const changesAnswers = (reasons) => reasons.some((reason) => reason.code === "probe-regression" && reason.flipped.now > reason.flipped.before);
/** Nothing is said to have stayed by limits that the change itself has set, nor where it is in doubt. */
function warned$1(models, which, change) {
	if (models.every(isAlone)) return `warnings on ${which}`;
	if (setsLimits(change)) return `by limits that this change sets, warnings on ${which}`;
	const doubted = models.filter((model) => isPulled(model) || model.reasons.some(isDoubt));
	if (doubted.length > 0 && doubted.every(isPulled)) return `answers may follow an edit in ${which}`;
	if (doubted.length === 0) return `attention stayed, warnings on ${which}`;
	if (doubted.every((model) => editsInDoubt(model).length > 0)) return `attention may follow an edit in ${which}`;
	return `${doubted.every(areAnswersInDoubt) ? "answers may have changed" : "attention may have moved"} in ${which}`;
}
function passedWords(models, which, change) {
	if (models.length === 0) return "no model to compare";
	if (models.every(isAlone)) return `nothing against ${which}`;
	return setsLimits(change) ? `within limits that this change sets in ${which}` : `attention stayed in ${which}`;
}
const isFresh$1 = (model) => status(model) === "new";
/** How many models ended how: `1 fail, 3 pass`. */
function tally$1(models) {
	return statuses.map((each) => ({
		each,
		number: models.filter((model) => status(model) === each).length
	})).filter(({ number }) => number > 0).map(({ each, number }) => `${number} ${each}`).join(", ");
}
/** What there is to say of a model in a sentence or two, and what to do about it. The numbers behind it are `grounds`. */
function why(model) {
	const [first] = shortReasons(model);
	const beside = remarks(model).map((message) => text$3(message, 400));
	const plain = plainWords(model);
	if (model.verdict === "accepted") return blocks(plain, repairedLines(model), acceptance(model), ...beside);
	if (model.verdict === "pass") return blocks(repairedPlainly(model), repairedLines(model), ...passedFirst(model, first), ...beside);
	const remedy = model.error && `**To do**: ${text$3(prose(model.error.remedy), 400)}`;
	const accuracy = model.verdict === "fail" ? accuracyWords(model) : void 0;
	if (!isAnchored(model)) return blocks([plain ?? first, accuracy].filter(Boolean).join(" "), repairedLines(model), remedy, acceptance(model), ...beside);
	const [one, ...more] = shortReasons(model);
	const told = anchored(`why ${model.pair.code}`, blocks(one, list$1(more, 3)));
	return blocks(plain, repairedLines(model), accuracy, told, remedy, ...beside);
}
/** A repair is told before what moved by it. */
function plainWords(model) {
	const repaired = repairedPlainly(model);
	if (repaired === void 0) return plainly(model);
	const reasons = model.reasons.filter((reason) => !says(reason, "attention-regression", "drift-doubtful"));
	return [repaired, plainly({
		...model,
		reasons
	})].filter(Boolean).join(" ");
}
/** Its reasons stand where an acceptance can strike them. */
const isAnchored = ({ pair, verdict }) => pair !== void 0 && verdict === "fail";
/** The reasons in numbers, as far as `why` has not said them. */
function grounds(model) {
	if (model.verdict === "pass" || model.verdict === "accepted" || isAnchored(model)) return "";
	const reasons = shortReasons(model);
	return list$1(withExplained(plainly(model) === void 0 ? reasons.slice(1) : reasons), 6);
}
const shortReasons = (model) => decisive(model).map((message) => text$3(message, 400));
/** A model that was compared passed by its numbers, whatever else there is to note of it. */
const passedFirst = (model, note) => model.drift === void 0 ? [note ?? passed(model)] : [passed(model), sameness(model)];
const sameness = ({ reasons }) => {
	const same = reasons.find((reason) => says(reason, "same-model"));
	return same && text$3(prose(sentenceOf(same)), 400);
};
function passed(model) {
	const shift = judgedSummary(model);
	return `${(shift && [`Attention shift ${reading("attention-shift", shift.mean)} on average`, limit(model)])?.filter(Boolean).join(", ") ?? "Nothing moved"}; ${facts(model)}`;
}
/** A regression that the answers may not show. */
const isHidden = (reason) => says(reason, "attention-regression", "probe-regression");
/** Accuracy that hides what the maps show is the reason this comment exists. */
function accuracyWords({ predictions, reasons }) {
	if (!predictions || !reasons.some(isHidden)) return void 0;
	const { accuracy, flipped, compared } = predictions;
	if (!accuracy) return flipped === 0 && compared > 0 ? "**No prediction flipped**, so predictions alone would not have shown this." : void 0;
	const { baseline, candidate, labelled } = accuracy;
	if (candidate < baseline) return void 0;
	return `**Accuracy ${candidate > baseline ? `rose from ${share$2(baseline)} to` : "stayed at"} ${share$2(candidate)}** on ${count$2(labelled, "labelled fixture")}, so accuracy alone would not have shown this.`;
}
/** How many moved, and what the predictions did. */
function facts(model) {
	const { predictions, fixtures, verdict } = model;
	const measured = evidenceOf$1(fixtures).filter((fixture) => judgedDrift(model, fixture) !== void 0);
	const moved = measured.filter((fixture) => fixture.status === "moved").length;
	const shift = judgedSummary(model);
	const accuracy = predictions?.accuracy;
	const isLabels = fixtures.some(({ candidate }) => candidate?.present !== void 0);
	return `${[
		`${moved} of ${count$2(measured.length, isLabels ? "label" : "fixture")} moved`,
		shift && `at most ${reading("attention-shift", shift.max)}`,
		predictions?.change ? changeWords(predictions.change) : `${count$2(predictions?.flipped ?? 0, isLabels ? "label" : "prediction")} ${isLabels ? "appeared or vanished" : "flipped"}`,
		accuracy && (accuracy.baseline !== accuracy.candidate || verdict !== "fail") && accuracyChange(accuracy)
	].filter(Boolean).join(", ")}.`;
}
function accuracyChange({ baseline, candidate }) {
	return baseline === candidate ? `accuracy still ${share$2(candidate)}` : `accuracy ${share$2(baseline)} → ${share$2(candidate)}`;
}
/** One decimal only where it says something. */
const share$2 = (value) => `${(value * 100).toFixed(1).replace(/\.0$/, "")} %`;

// src/reports/comment/counts.ts
/** A row per model, worst first, instead of everything else; the models after the first `most` are counted. */
function countsTable(models, most) {
	const shown = models.slice(0, most);
	const rest = models.slice(most);
	const words = shown.length === 0 ? `${rest.length} models` : `and ${rest.length} more`;
	return blocks(table$1(columns, shown), rest.length > 0 ? `${words}: ${tally$1(rest)}` : "");
}
const columns = [
	{
		title: "status",
		cell: (model) => `${icons[status(model)]} ${status(model)}`
	},
	{
		title: "model",
		cell: ({ name }) => text$3(name, 60)
	},
	{
		title: "fixtures",
		number: true,
		cell: ({ fixtures }) => String(fixtures.length)
	},
	{
		title: "moved",
		number: true,
		cell: ({ fixtures }) => String(fixtures.filter(({ status, touched }) => status === "moved" && !touched).length)
	},
	{
		title: "attention shift",
		number: true,
		cell: (model) => reading("attention-shift", meanShift(model))
	},
	{
		title: "limit",
		number: true,
		cell: (model) => limit(model)?.replace("limit ", "") ?? "-"
	}
];

// src/reports/comment/foot.ts
/** What every number means, a sentence each. */
function legend$2({ models, pictures }) {
	const regions = models.some((model) => model.regions) ? Object.entries(regionMeanings) : [];
	const probes = models.some((model) => model.probes) ? probeMeanings : [];
	const lines = [
		...driftEntries(models),
		...probes,
		...regions,
		...pictureEntries(models, pictures)
	].map(([title, meaning]) => `- **${title}**: ${meaning}`);
	return details("How to read this", lines.length === 0 ? "" : [...lines, `- ${explained$2("All words")}`].join("\n"));
}
function driftEntries(models) {
	if (!models.some(isCompared$1)) return [];
	const judged = models.flatMap((model) => Object.keys(model.judged?.thresholds ?? {}));
	return [
		...metrics.filter(({ name }) => [
			"attention-shift",
			"overlap",
			...judged
		].includes(name)).map(({ title, meaning }) => [title, meaning]),
		["Limit", "The mean over all fixtures is judged by it; single images move even between two honest trainings."],
		...models.some(({ judged: policy }) => policy?.calibration) ? [calibrationEntry] : [],
		["Towards", "Where the centre of the heat went."],
		["Prediction", "The class with the highest probability; an arrow means that it was another one before."],
		["Heat", "What speaks for the explained class, which is the same on both sides."]
	];
}
const calibrationEntry = ["p", "The share of accepted models of the same lineage, with this one among them, that drift as far. Enough of them judge in place of the limits, which then are only the scale."];
const editPicture = ["Picture of an edit", "The picture and the heat of the new model, without the edit and with it; where the edit changes the answer, the heat is that of each answer."];
const isCompared$1 = ({ drift }) => drift !== void 0;
function pictureEntries(models, { inline, folded, edits }) {
	const ofProbes = edits.size > 0 ? [editPicture] : [];
	if (inline.size + folded.size === 0 || !models.some((model) => model.regions ?? isCompared$1(model))) return ofProbes;
	return [["Picture", `${models.some(isCompared$1) ? "What the model saw, the heat before, the heat now, and the change (gained orange, lost blue). Each heat has its own colours: its bar tells how many times the average of the picture its hottest place has; " : "What the model saw, and the heat; "}a thin green or pink line surrounds a region.`], ...ofProbes];
}
/** Where the numbers come from. */
function footer$1({ request: { results, links }, models }) {
	const { change, tool, engine } = results;
	const commit = (sha) => link(`\`${sha.slice(0, 7)}\``, `${links.repository}/commit/${sha}`);
	return `<sub>${[
		change && `head ${commit(change.head)}`,
		change && `base ${commit(change.base)} of ${text$3(change.baseRef)}`,
		distinct("baseline", models.map(({ baseline }) => baseline?.source)),
		judgedBy(models),
		distinct(explained$2("lineage"), models.map(lineageWords)),
		distinct("layer", models.map(layerWords)),
		distinct("method", models.map(({ judged }) => judged?.method)),
		`engine ${text$3(engine.version, 60)}`,
		text$3(tool, 40),
		links.run && link("run", links.run)
	].filter(Boolean).join(" · ")}</sub>`;
}
/** In full: it is a promise, and half a promise is another one. */
function judgedBy(models) {
	const [first, ...others] = new Set(models.flatMap((model) => calibrationWords(model) ?? []));
	if (first === void 0) return void 0;
	return `judged by ${text$3(first, 250).replace(/^(uncalibrated|calibration)\b/, explained$2)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
}
function layerWords({ candidate }) {
	return candidate && `${candidate.layer.name} (${candidate.layer.width} x ${candidate.layer.height})`;
}
function distinct(noun, found) {
	const different = [...new Set(found.filter((each) => each !== void 0))];
	return different.length > 0 ? `${noun} ${names$2(different, 3)}` : void 0;
}

// src/reports/comment/linked.ts
/** The picture, which opens at its own size; narrow screens get the one with two tiles beside each other. */
function linked({ url, narrow }, width, alt) {
	const image = `<img src="${url}" width="${width}" alt="${attribute(alt)}">`;
	return `<a href="${url}">${(narrow && `<picture><source media="(max-width: 600px)" srcset="${narrow}">${image}</picture>`) ?? image}</a>`;
}

// src/reports/comment/edits.ts
/** Probes first, then edits of the sweep. */
function shownEdits({ probes = [], flips = [] }) {
	const flipOf = (name) => flips.find(({ edit }) => edit === name);
	const ofProbes = probes.flatMap((probe) => {
		const flip = flipOf(probe.name);
		const { picture, narrow } = probe;
		return picture !== void 0 && (isFollowed(probe) || flip) ? [{
			picture,
			narrow,
			probe,
			flip
		}] : [];
	});
	const others = flips.filter(({ edit }) => !probes.some(({ name }) => name === edit));
	return [...ofProbes, ...others.flatMap((flip) => flip.picture === void 0 ? [] : [{
		picture: flip.picture,
		narrow: flip.narrow,
		flip
	}])];
}
/** Pixels that four tiles are shown at. */
const width = 680;
/** A caption in words, and the picture with the same in its `alt`: on a fixture whose answer it changes, else on the one that it adds most to. @param named the fixture's name as Markdown */
function editFigure({ probe, flip }, shown, named) {
	const [caption, alt] = flip ? flipWords(flip, named) : probeWords(probe, named);
	return blocks(caption, linked(shown, width, alt));
}
function flipWords({ words, fixture, from, to }, named) {
	const edit = words.replace(/^the probe /, "");
	return [`**${text$3(edit)}** on ${named(fixture)}: the new model answers **${text$3(to, 40)}**, and **${text$3(from, 40)}** without it`, `${fixture} without and with ${words}: the new model answers ${from} without it and ${to} with it. Tiles: input, heat, edited input and the heat of the new answer, all of this pull request.`];
}
function probeWords(probe, named) {
	const { name, worst = "", candidate, baseline, fixtures } = probe;
	const said = `${worst} before and after the probe ${name}; on average over ${count$2(fixtures, "fixture")} ${movementWords(probe)}`;
	const before = baseline?.onMark === void 0 ? "" : `, ${share$1(baseline.onMark)} in the baseline`;
	const onMark = candidate.onMark === void 0 ? "" : `, and ${share$1(candidate.onMark)} lies on the mark${before}`;
	return [`**${explained$2("Probe")} ${text$3(name)}** on ${named(worst)}`, `${said}${onMark}. Tiles: input, heat, edited input and heat, all of this pull request.`];
}
const share$1 = (value) => `${(value * 100).toFixed(0)} %`;

// src/reports/comment/report-link.ts
/** Of several models so many are linked by name. */
const mostNames = 10;
/** Where all is, if it is kept. */
function reportLine(report, models) {
	if (report === void 0) return "";
	const all = `${link("All pictures at full size", report.address)}, with filters and a slider between before and now`;
	if (report.as === "archive") return `${all}: report.html in this archive.`;
	const links = (models.length > 1 ? models.slice(0, mostNames) : []).map(({ name }) => link(text$3(name), at(report, { model: name })));
	return links.length > 0 ? `${all}: ${links.join(", ")}.` : `${all}.`;
}
/** The words, as a link to that fixture where the report is a page. */
const toFixture = (words, report, model, fixture) => report?.as === "page" ? link(words, at(report, {
	model,
	fixture
})) : words;
/** As the page reads it. */
const at = ({ address }, view) => `${address.replace(/#.*$/, "")}#${new URLSearchParams(view)}`;
/** Where a reader finds what a comment leaves out. Whether a later step uploads the folder of this job, nobody knows here. */
function everything$1(run, report) {
	if (report !== void 0) return `The ${link("report", report.address)} has everything.`;
	return run ? `The output folder of the ${link("run", run)} has everything; it is gone after the job unless a step uploads it.` : "";
}

// src/reports/comment/probes.ts
/** The probes that a table has room for: those that attention follows before all others. */
function shownProbes({ asides, rows }, { probes = [] }) {
	const sorted = probes.toSorted((a, b) => Number(isFollowed(b)) - Number(isFollowed(a)));
	return (asides === "listed" ? sorted : sorted.filter(isFollowed)).slice(0, rows);
}
/** A row per probe. */
function probeTable({ plan }, model) {
	const columns = probeColumns.map((title, index) => ({
		title: index === 0 ? explained$2(title) : title,
		number: index > 0,
		cell: (probe) => index === 0 ? text$3(probe.name) : probeCells(probe, arrow$2)[index]
	}));
	return table$1(columns, shownProbes(plan, model));
}
/** Pictures of the edits that stand out. @param first the name of the one to begin with */
function editFigures({ pictures, request }, model, first) {
	const isFirst = ({ flip, probe }) => first !== void 0 && (flip?.edit ?? probe?.name) === first;
	return shownEdits(model).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))).flatMap((edit) => {
		const shown = pictures.edits.get(edit.picture);
		return shown === void 0 ? [] : [editFigure(edit, shown, (fixture) => toFixture(text$3(fixture), request.links.report, model.name, fixture))];
	});
}

// src/reports/comment/left-out.ts
/** What the plan gave up for length, in the order in which it was given up. Empty when nothing. */
function leftForLength(scene) {
	const { plan, models, pictures, request } = scene;
	if (plan.models !== "sections") return counts(models.length, plan.models);
	const steady = plan.steady === "counted" ? total(models, (model) => model.fixtures.filter(isSteady)) : 0;
	const warnings = plan.asides === "counted" ? total(models, lesser) : 0;
	const regions = plan.asides === "counted" ? total(models, (model) => model.regions ?? []) : 0;
	const apart = plan.asides === "counted" ? total(models, uncompared) : 0;
	const probes = total(models, (model) => (model.probes ?? []).slice(shownProbes(plan, model).length));
	const rows = models.map(({ fixtures }) => Math.max(0, fixtures.filter(standsOut$1).length - plan.rows)).reduce((sum, more) => sum + more, 0);
	const shown = pictures.edits.size + pictures.inline.size + pictures.folded.size;
	return [
		request.withoutPictures === void 0 && pictures.left > 0 && (shown > 0 ? `${pictures.left} of ${pictures.left + shown} pictures` : "all pictures"),
		steady > 0 && `the rows of ${count$2(steady, "steady fixture")}`,
		warnings > 0 && `the words of ${count$2(warnings, "warning")}`,
		regions > 0 && `the heat on ${count$2(regions, "region")}`,
		apart > 0 && `the rows of ${count$2(apart, "fixture")} without a comparison`,
		probes > 0 && `the rows of ${count$2(probes, "probe")}`,
		rows > 0 && `the rows of ${count$2(rows, "fixture")} that moved less`
	].filter((words) => words !== false);
}
function counts(models, named) {
	const all = "fixtures, pictures and reasons";
	return [named >= models ? all : `${all}, and the names of ${count$2(models - named, "model")}`];
}
const total = (models, of) => models.reduce((sum, model) => sum + of(model).length, 0);
/** Pictures that exist and have no address, unless the reader is told already why there are none. */
function unpublished({ plan, pictures, request }) {
	if (request.withoutPictures !== void 0 || pictures.unpublished === 0 || plan.models !== "sections") return [];
	return [`${count$2(pictures.unpublished, "picture")} not published`];
}

// src/reports/_model-lines.ts
const headline$2 = metrics[0];
/** `worst class: shoes, 9.1 % over 3 fixtures; worst tag: night, 7.0 % over 1 fixture`; empty when nothing is sliced. */
function sliceWords({ slices = [] }, plain) {
	return ["class", "tag"].flatMap((kind) => slices.find(({ by }) => by === kind) ?? []).map(({ by, name, drift, fixtures }) => `worst ${by}: ${plain(name)}, ${reading(headline$2.name, drift)} over ${counted$2(fixtures)}`).join("; ");
}
/** `since golden: attention shift 6.1 % on average (limit 12.0 %), 2 of 12 predictions flipped`; empty without one. */
function pinnedWords({ pinned }, plain) {
	if (!pinned) return "";
	const { title, drift, limits, flipped, divergence, fixtures } = pinned;
	const shift = drift[headline$2.name];
	const limit = limits[headline$2.name];
	const words = [
		shift && `${headline$2.title.toLowerCase()} ${reading(headline$2.name, shift.mean)} on average${limit === void 0 ? "" : ` (limit ${reading(headline$2.name, limit)})`}`,
		divergence !== void 0 && `divergence ${divergence.toFixed(3)} bits`,
		`${flipped} of ${fixtures} predictions flipped`
	];
	return `since the pinned reference ${plain(title)}: ${words.filter(Boolean).join(", ")}`;
}
/** `checks of the explanation: 3 ok, 1 not run`; empty without any. */
function sanityWords({ sanity }) {
	if (!sanity) return "";
	return `checks of the explanation: ${[
		"ok",
		"trips",
		"not-run"
	].flatMap((outcome) => {
		const number = sanity.filter((check) => check.outcome === outcome).length;
		return number > 0 ? [`${number} ${outcome.replace("-", " ")}`] : [];
	}).join(", ")}`;
}
/** The figures of a faithfulness that is sound; one that trips is a reason by itself. */
const faithfulnessWords = ({ sanity = [] }, plain) => {
	const found = sanity.find(({ check, outcome }) => check === "faithfulness" && outcome === "ok");
	if (!found) return "";
	const [first = "", ...rest] = found.message.replace(/\.$/, "");
	return `faithfulness: ${plain(first.toLowerCase() + rest.join(""))}`;
};
const counted$2 = (fixtures) => `${fixtures} fixture${fixtures === 1 ? "" : "s"}`;

// src/reports/comment/order.ts
/** Of a model in which nothing stands out, so many are shown, so that a pass need not be believed blindly. */
const ofQuiet = 3;
/**
* A fixture of a model that failed goes before one that moved further in a model that passed; of one model the worst of each class goes
* before the second worst of any, since twelve pictures of one class show one thing twelve times. What a model shows in which
* nothing stands out is folded, unless the change itself sets the limits: then it is what there is to look at.
*/
function pictureOrder(models, change) {
	const moved = models.flatMap((model) => ranked(model, byDrift(model).filter(standsOut$1)));
	const quiet = models.flatMap((model) => isQuiet(model) ? ranked(model, byDrift(model).filter(isCompared)).slice(0, ofQuiet) : []);
	const fresh = models.flatMap(({ fixtures }) => fixtures.filter(isFresh));
	const sight = setsLimits(change) ? [...moved, ...quiet] : moved;
	return {
		sight: inOrder$2(sight),
		folded: [...setsLimits(change) ? [] : inOrder$2(quiet), ...fresh]
	};
}
/** Nothing in it stands out. */
const isQuiet = (model) => model.candidate !== void 0 && !isAlone(model) && !model.fixtures.some(standsOut$1);
const isCompared = ({ status, touched }) => status === "steady" && touched === void 0;
const isFresh = ({ status, touched }) => status === "new" || touched !== void 0;
/** By drift: the worst of each class before the second worst of any. */
function ranked(model, fixtures) {
	const seen = /* @__PURE__ */ new Map();
	return fixtures.map((fixture) => {
		const group = groupOf(fixture);
		const round = seen.get(group) ?? 0;
		seen.set(group, round + 1);
		return {
			fixture,
			round,
			rank: statuses.indexOf(status(model)),
			drift: judgedDrift(model, fixture) ?? -1
		};
	}).toSorted((a, b) => a.round - b.round || b.drift - a.drift);
}
const inOrder$2 = (all) => all.toSorted((a, b) => a.rank - b.rank || a.round - b.round || b.drift - a.drift).map(({ fixture }) => fixture);
const groupOf = ({ truth, candidate }) => truth ?? candidate?.explained.label ?? String(candidate?.explained.index);

// src/reports/comment/pictures.ts
/** Edits that attention follows and the worst fixtures in the open, those after them behind a click; fixtures that were never compared come last, always folded. */
function choosePictures({ models, change, pictures, chosen }, plan) {
	const urlOf = (path) => address$1(pictures.get(path ?? ""));
	const published = (drawn) => drawn.flatMap((each) => {
		const url = urlOf(pathOf(each));
		return url === void 0 ? [] : [[each, {
			url,
			narrow: urlOf(each.narrow)
		}]];
	});
	const order = pictureOrder(models, change);
	const drawn = {
		edits: models.flatMap((model) => model.verdict === "pass" ? [] : shownEdits(model)),
		moved: order.sight.filter(({ montage }) => montage),
		further: order.folded.filter(({ montage }) => montage)
	};
	const followed = published(drawn.edits);
	const moved = published(drawn.moved);
	const edits = followed.slice(0, plan.inline);
	const inline = moved.slice(0, plan.inline - edits.length);
	const rest = [...moved.slice(inline.length), ...published(drawn.further)];
	const folded = rest.slice(0, plan.folded);
	const all = [
		...drawn.edits,
		...drawn.moved,
		...drawn.further
	].map(pathOf);
	const passedOver = chosen ? all.filter((path) => !chosen.has(path ?? "")).length : 0;
	return {
		edits: new Map(edits.map(([{ picture }, shown]) => [picture, shown])),
		inline: new Map(inline),
		folded: new Map(folded.map(([fixture, { url }]) => [fixture, { url }])),
		narrow: [...edits, ...inline].flatMap(([each, { narrow }]) => narrow === void 0 ? [] : each.narrow),
		left: followed.length - edits.length + rest.length - folded.length + passedOver,
		unpublished: all.length - followed.length - inline.length - rest.length - passedOver
	};
}
const pathOf = ({ montage, picture }) => picture ?? montage;
/** Widths that montages of four and of two tiles are shown at. */
const [four, two] = [680, 344];
/** A caption in words, and the picture with the same numbers in its `alt`; it opens at its own size. */
function figure(model, fixture, shown, report) {
	const compared = judgedDrift(model, fixture) !== void 0;
	const said = numbers$1(model, fixture);
	const tiles = compared ? "input, baseline, this pull request and change" : "input and this pull request";
	const limitWords = compared ? limit(model) : void 0;
	const title = titleOf(fixture);
	const alt = `${title}: ${said}${limitWords ? `; ${limitWords} for attention shift` : ""}. Tiles: ${tiles}.`;
	const caption = compared ? answersOf(fixture) : text$3(said, 200);
	return blocks(`${toFixture(`**${text$3(title)}**`, report, model.name, title)}: ${caption}`, linked(shown, compared ? four : two, alt));
}
/** What both versions answer, without how sure they are. */
function answersOf({ baseline, candidate, flipped, truth }) {
	if (candidate?.value !== void 0) return "the number before and now";
	if (candidate?.present !== void 0) return labelOf(candidate.present, flipped === true);
	const named = (side) => text$3(side?.predicted.label ?? `class ${side?.predicted.index}`, 40);
	if (flipped) return `answered **${named(candidate)}**, and **${named(baseline)}** before${truth === void 0 ? "" : `; it is **${text$3(truth, 40)}**`}`;
	return `answered **${named(candidate)}**, as before`;
}
const labelOf = (present, flipped) => flipped ? `${present ? "named now" : "named before"}, and not ${present ? "before" : "now"}` : `${present ? "" : "not "}named, as before`;

// src/reports/comment/tables.ts
/** Rows that stand in the open; more of them would push the pictures out of sight. */
const openRows = 12;
/** The fixtures that stand out, most moved first: at most `most` rows, whole ones. */
function movedTable(model, fixtures, most) {
	const columns = comparedColumns(model);
	const shown = fixtures.slice(0, most);
	const more = fixtures.length - shown.length;
	return [
		table$1(columns, shown.slice(0, openRows)),
		details(`${shown.length - openRows} more that moved or flipped`, table$1(columns, shown.slice(openRows))),
		more > 0 ? `and ${more} more` : ""
	];
}
/** Those that stayed, most moved first. */
function steadyTable(model, fixtures) {
	const [, ...columns] = comparedColumns(model);
	return details(`✅ ${count$2(fixtures.length, "steady fixture")}`, table$1(columns, fixtures));
}
/** Fixtures that could not be compared, and why. */
function uncomparedTable(fixtures) {
	return details(`${count$2(fixtures.length, "fixture")} not compared`, table$1(uncomparedColumns, fixtures));
}
const uncomparedColumns = [
	{
		title: "status",
		cell: uncomparedWords
	},
	{
		title: "fixture",
		cell: (fixture) => text$3(titleOf(fixture))
	},
	{
		title: "prediction",
		cell: prediction
	},
	{
		title: "note",
		cell: ({ reason = "" }) => text$3(reason, 200)
	}
];
function comparedColumns(model) {
	const judged = Object.keys(model.judged?.thresholds ?? {});
	return [
		{
			title: "status",
			cell: (fixture) => statusWords(model, fixture)
		},
		{
			title: "fixture",
			cell: (fixture) => text$3(titleOf(fixture))
		},
		...metrics.filter(({ name }) => [
			"attention-shift",
			"overlap",
			...judged
		].includes(name)).map(({ name }) => driftColumn(model, name)),
		{
			title: "towards",
			cell: (fixture) => text$3(directionWords(model, fixture))
		},
		...columnRegions(model).map(({ name }) => ({
			title: `heat on ${text$3(name)}`,
			number: true,
			cell: (fixture) => text$3(regionHeat(fixture, name, arrow$2))
		})),
		{
			title: "prediction",
			cell: prediction
		}
	];
}
function driftColumn(model, metric) {
	const limitWords = limit(model, metric);
	const title = findMetric(metric).title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
	return {
		title: limitWords ? `${title} (${limitWords})` : title,
		number: true,
		cell: (fixture) => reading(metric, judgedDrift(model, fixture, metric))
	};
}
function uncomparedWords({ status, touched }) {
	if (touched) return `🆕 ${touched}`;
	return {
		new: "🆕 new",
		lost: "➖ gone",
		failed: "❔ unreadable",
		steady: "➖ no heat",
		moved: "⚠️ moved"
	}[status];
}
/** A single image decides nothing: it is marked as failed only where the model failed. */
function statusWords({ verdict }, { status }) {
	if (status === "moved") return verdict === "fail" ? "❌ moved" : "⚠️ moved";
	return "⚠️ flipped";
}
function prediction(fixture) {
	return text$3(predictionWords(fixture, arrow$2), 120);
}

// src/reports/comment/asides.ts
/** What waits behind clicks below a model: its other pictures, what weighs less, and fixtures that stayed. */
function asides(scene, model) {
	const { plan, pictures } = scene;
	const folded = figures(scene, pictures.folded, model);
	const steady = byDrift(model).filter(isSteady);
	return [
		details(`${count$2(folded.length, "picture")} ${whichPictures(model)}`, ...folded),
		...plan.asides === "listed" ? listedAsides(model) : countedAsides(model),
		plan.steady === "listed" ? steadyTable(model, steady) : counted$1([[steady, "steady fixture"]])
	];
}
function whichPictures(model) {
	if (isNew$2(model)) return "shown, not judged";
	if (isQuiet(model)) return "of where attention moved most";
	return isAlone(model) ? "of fixtures" : "of other fixtures";
}
function listedAsides(model) {
	const reasons = lesser(model).map((reason) => text$3(reason, 400));
	return [
		details(`⚠️ ${count$2(reasons.length, lesserNoun(model))}`, list$1(withExplained(reasons), 20)),
		...notes$1(model).map((note) => text$3(note, 400)),
		details(count$2(footnotes(model).length, "note"), list$1(footnotes(model).map((note) => text$3(note, 400)), 20)),
		uncomparedTable(uncompared(model))
	];
}
function countedAsides(model) {
	return [counted$1([[lesser(model), lesserNoun(model)], [uncompared(model), "fixture without a comparison"]])];
}
function counted$1(groups) {
	const words = groups.filter(([group]) => group.length > 0).map(([group, noun]) => count$2(group.length, noun));
	return words.length > 0 ? `Also ${words.join(" and ")}.` : "";
}
/** Those of a model, most moved first. */
function figures({ request }, chosen, model) {
	return byDrift(model).flatMap((fixture) => {
		const shown = chosen.get(fixture);
		return shown === void 0 ? [] : [figure(model, fixture, shown, request.links.report)];
	});
}

// src/reports/comment/model.ts
/** All about one model: numbers, the worst picture, the table, the other pictures, and the rest behind clicks. */
function section$1(scene, model) {
	return model.verdict === "pass" ? passedSection(scene, model) : troubledSection(scene, model);
}
function troubledSection(scene, model) {
	const [first, ...further] = inlineFigures(scene, model);
	const told = editToldOf(model);
	const edits = editFigures(scene, model, told?.name);
	const [clearest, ...others] = (told ? [
		...edits,
		first,
		...further
	] : [
		first,
		...edits,
		...further
	]).filter((figure) => figure !== void 0);
	const rows = movedTable(model, byDrift(model).filter(standsOut$1), scene.plan.rows);
	const compared = model.predictions !== void 0 && model.predictions.compared > 0;
	return blocks(title(scene, model), clearest, details(others.length > 0 ? `Numbers, and ${count$2(others.length, "more picture")}` : "Numbers", scene.plan.asides === "listed" ? grounds(model) : "", compared ? facts(model) : "", sentence$4(precisionWords(model)), regionList(scene, model), beside$1(model), probeTable(scene, model), ...rows, ...others), ...asides(scene, model));
}
const probes$1 = (scene, model) => details(count$2(model.probes?.length ?? 0, "probe"), probeTable(scene, model));
/** What moved in a model that passed all the same waits behind a click, unless it passed by limits that the change sets. */
function passedSection(scene, model) {
	const isInSight = setsLimits(scene.request.results.change);
	const moved = byDrift(model).filter(standsOut$1);
	return blocks(title(scene, model), regionList(scene, model), beside$1(model), ...isInSight ? inlineFigures(scene, model) : [], details(`⚠️ ${count$2(moved.length, "fixture")} to look at, in a model that passed`, moved.length > 0 ? sentence$4(precisionWords(model)) : "", ...isInSight ? [] : inlineFigures(scene, model), ...movedTable(model, moved, scene.plan.rows)), probes$1(scene, model), ...asides(scene, model));
}
/** Where heat lies, a line per region. */
function regionList({ plan }, model) {
	const lines = regionLines(model, arrow$2).map((line) => text$3(line, 300));
	return plan.asides === "listed" ? list$1(lines, 8) : "";
}
/** The worst groups, the drift from the golden release, and how faithful maps are: a line. */
function beside$1(model) {
	const plain = (foreign) => text$3(foreign, 200);
	const words = [
		sliceWords(model, text$3),
		pinnedWords(model, text$3),
		faithfulnessWords(model, plain)
	].filter(Boolean);
	return sentence$4(words.join("; "));
}
const sentence$4 = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
/** A model that is alone has its name and reasons at the top of the comment. */
function title({ models }, model) {
	if (models.length === 1) return "";
	const unjudged = isNew$2(model) ? ", not judged" : "";
	return blocks(`#### ${badge(model)}${unjudged}`, why(model));
}
const badge = (model) => `${icons[status(model)]} ${text$3(model.name)}: ${status(model)}`;
const inlineFigures = (scene, model) => figures(scene, scene.pictures.inline, model);

// src/reports/comment/next-step.ts
const mostCommands = 10;
/** What to write when the change is meant. It can be written anew when somebody has. */
function nextStep(models, by) {
	if (models.every(({ pair }) => pair === void 0)) return "";
	return anchored("next", commandsFor(models.flatMap(({ pair, verdict }) => pair && verdict === "fail" ? [pair] : []), by));
}
/**
* Ready to be copied: nothing in it is foreign but names, which are one word each.
* @param by who may accept, where that is known
*/
function commandsFor(pairs, by) {
	if (pairs.length === 0) return "";
	const each = pairs.length > 1 ? " (a line per model)" : "";
	return blocks("**Not meant?** Look at the pictures, and fix the model or what it was trained on.", `**Meant that way?** ${by ? who[by] : someone} comments this, with a reason${each}:`, `\`\`\`\n${pairs.slice(0, mostCommands).map(commandOf).join("\n")}\n\`\`\``, `<sub>${pairs.some(({ named }) => named.length > 0) ? plus : ""}Unless a workflow listens to comments, this job is then run again by hand.</sub>`);
}
const someone = "Somebody who may accept it";
const who = {
	"not-author": "Somebody with write access who did not open this pull request",
	"anyone-with-write": "Somebody with write access",
	maintainers: "A maintainer of the repository",
	nobody: someone
};
const plus = "Probes and rules of regions are accepted by their own names, after a `+`. ";
function commandOf({ code, named }) {
	return [
		"/camdrift accept",
		code,
		...named.map((name) => `+${name}`),
		placeholder
	].join(" ");
}

// src/reports/comment/body.ts
/** What stands below the heading: what the verdict rests on, the models, what was left out, where the numbers come from. */
function bodyOf(scene) {
	const { request, plan, models } = scene;
	const { change } = request.results;
	const counted = plan.models === "sections" ? void 0 : plan.models;
	const named = counted === void 0 ? 20 : Math.min(10, counted);
	return blocks(request.claimed ? claimedNote : "", counted === void 0 ? lead(models) : "", request.claimed ? "" : whatNext(models), otherModels(change, named), yardstick(change, named), notes(scene, named), ...counted === void 0 ? models.map((model) => section$1(scene, model)) : [countsTable(models, counted)], request.claimed ? "" : nextStep(models, request.terms?.by), reportLine(request.links.report, models), omissions(scene), counted === void 0 ? legend$2(scene) : "", footer$1(scene));
}
const claimedNote = "⚠️ **Claimed, not checked**: these numbers come from a run that this repository does not control. Whoever made the pull request could have changed them.";
/** A paragraph each: a list would run into the one above it. */
function notes({ request: { notes = [], withoutPictures, links }, pictures }, most) {
	if (most === 0) return "";
	const missing = withoutPictures !== void 0 && pictures.unpublished > 0;
	return blocks(...notes.slice(0, most).map((note) => `**Note**: ${text$3(note, 400)}`), notes.length > most ? `and ${notes.length - most} more` : "", missing ? `**No pictures here**: ${text$3(withoutPictures, 200)}. ${everything$1(links.run, links.report)}`.trimEnd() : "");
}
function omissions(scene) {
	const { run, report } = scene.request.links;
	const forLength = leftForLength(scene);
	const missing = unpublished(scene);
	const words = [forLength.length > 0 ? `Left out for length: ${forLength.join("; ")}.` : "", missing.length > 0 ? `${missing.join("; ")}.` : ""].filter(Boolean);
	if (words.length === 0) return "";
	const where = scene.plan.models === "sections" || report ? everything$1(run, report) : run && `See the ${link("run", run)}.`;
	return `**${words.join(" ")}** ${where ?? ""}`.trimEnd();
}

// src/reports/comment/extent.ts
const everything = {
	inline: 12,
	folded: Number.POSITIVE_INFINITY,
	steady: "listed",
	asides: "listed",
	rows: Number.POSITIVE_INFINITY,
	models: "sections"
};
/** What is given up for length, one after the other: first what a reader misses least. */
const steps = [
	{ folded: 48 },
	{ folded: 24 },
	{ folded: 12 },
	{ folded: 0 },
	{ steady: "counted" },
	{ asides: "counted" },
	{ rows: 100 },
	{ inline: 6 },
	{ inline: 3 },
	{ inline: 0 },
	{ rows: 30 },
	{ rows: 10 },
	{ rows: 3 },
	{ models: 100 },
	{ models: 30 },
	{ models: 10 },
	{ models: 0 }
];
/** From the richest to the shortest. */
const plans = [everything, ...steps.map((_, given) => Object.assign({}, everything, ...steps.slice(0, given + 1)))];

// src/reports/comment/marker.ts
const pattern$1 = /^<!-- camdrift key=([\w.-]{1,40}) head=([0-9a-f]{40}|none) content=([\w-]{1,40}) -->(?:\r?\n|$)/;
/** The hidden first line, by which a later run finds the comment. @throws RangeError what it could not read back */
function marker({ key, head, content }) {
	const line = `<!-- camdrift key=${key} head=${head} content=${content} -->`;
	if (pattern$1.test(line)) return line;
	throw new RangeError(`A comment key is 1 to 40 letters, digits, dots, hyphens or underscores: ${key} is not.`);
}
/** Of a comment's body; `undefined` when its first line is none, even if a later one is. */
function readMarker(body) {
	const [, key, head, content] = pattern$1.exec(body) ?? [];
	return key === void 0 ? void 0 : {
		key,
		head,
		content
	};
}
/** FNV-1a, 64 bits, over UTF-16 units: it tells an edited text from the same one, and withstands nobody. */
function fingerprint(text) {
	let hash = 14695981039346656037n;
	for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 1099511628211n);
	return hash.toString(16).padStart(16, "0");
}

// src/acceptance/decide.ts
/** Who may accept; the author of a pull request among them only where it says so. */
const acceptBy = [
	"not-author",
	"maintainers",
	"anyone-with-write",
	"nobody"
];
/**
* The last word of those who may say it holds.
* @param filed what held before anybody spoke
*/
function decide(pair, statements, rights, filed) {
	let accepted = filed;
	const refused = [];
	for (const statement of inOrder$1(statements.filter(({ code }) => code === pair.code))) {
		const refusal = refusalOf(statement, pair, rights);
		if (refusal) refused.push({
			...statement,
			refusal
		});
		else accepted = statement.verb === "accept" ? wordOf$1(statement) : void 0;
	}
	return {
		accepted,
		refused
	};
}
const wordOf$1 = ({ by, why, url, named }) => ({
	by,
	why,
	url,
	named
});
/** Acceptances, by those who may, of what is no longer there: another model, or other reasons. */
function voided(pairs, statements, rights) {
	const known = new Set(pairs.map(({ code }) => code));
	return [...new Map(inOrder$1(statements).filter((each) => !whyNot$1(each, rights)).map((each) => [each.code, each])).values()].filter(({ code, verb }) => verb === "accept" && !known.has(code));
}
const inOrder$1 = (statements) => statements.toSorted((a, b) => a.at.getTime() - b.at.getTime());
function refusalOf(statement, { named }, rights) {
	const why = whyNot$1(statement, rights);
	if (why || statement.verb === "reject") return why;
	const missing = named.filter((name) => !statement.named.includes(name));
	if (missing.length > 0) return {
		why: "names",
		missing
	};
	return statement.why === "" ? { why: "no-reason" } : void 0;
}
function whyNot$1({ by, editor, verb }, rights) {
	const own = mayNot(by, verb, rights);
	if (own) return { why: own };
	return editor !== void 0 && editor !== by && mayNot(editor, verb, rights) ? { why: "editor" } : void 0;
}
/** Taking back is no privilege of others: the author may be the first to see a mistake. */
function mayNot(who, verb, { by, author, roles }) {
	const role = roles.get(who) ?? "unknown";
	if (role === "unknown") return "role-unknown";
	if (!enough$1[by].includes(role)) return "role";
	return by === "not-author" && who === author && verb === "accept" ? "author" : void 0;
}
const writers = [
	"admin",
	"maintain",
	"write"
];
const enough$1 = {
	"not-author": writers,
	"anyone-with-write": writers,
	maintainers: ["admin", "maintain"],
	nobody: []
};

// src/judgement/gate.ts
/**
* Why the check fails; `undefined` when it passes. A model without a verdict never passes unseen: it fails like a
* regression, unless nothing is to fail.
*/
function failure({ models }, failOn) {
	if (failOn === "never") return void 0;
	const found = {
		regression: [regressed, unjudged$1],
		new: [
			regressed,
			unjudged$1,
			isNew$1
		],
		any: [
			regressed,
			unjudged$1,
			isNew$1,
			warned
		]
	}[failOn].flatMap(({ words, holds }) => {
		const names = models.filter(holds).map(({ name }) => name);
		return names.length === 0 ? [] : [`${words} ${listed$1(names)}`];
	});
	return found.length > 0 ? `${found.join(". ")}.` : void 0;
}
const regressed = {
	words: "Attention regressed in",
	holds: ({ verdict }) => verdict === "fail"
};
const unjudged$1 = {
	words: "There is no verdict for",
	holds: ({ verdict }) => verdict === "incomplete"
};
const isNew$1 = {
	words: "There is no baseline for fixtures of",
	holds: ({ fixtures, judged }) => judged?.baseline !== "none" && evidenceOf$1(fixtures).some(({ status }) => status === "new")
};
const warned = {
	words: "There are warnings or moved fixtures in",
	holds: ({ verdict, fixtures }) => verdict === "warn" || evidenceOf$1(fixtures).some(({ status }) => status === "moved")
};
function listed$1(names) {
	const more = names.length - 5;
	return `${names.slice(0, 5).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/results/verdict.ts
/** In rising order of weight. */
const verdicts = [
	"pass",
	"warn",
	"accepted",
	"incomplete",
	"fail"
];
/** What a reason alone would make the verdict: people accept verdicts, and no reason does. */
const levels = [
	"pass",
	"warn",
	"incomplete",
	"fail"
];
/** The worst of several verdicts: fail, else incomplete, else accepted, else warn, else pass. */
function worst(found) {
	return found.reduce((sum, each) => verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum, "pass");
}

// src/reports/comment/offer.ts
const short$2 = (most) => string().max(most);
/** What there is to accept of what a job says, for whoever hears an acceptance without judging anything again. */
const offerSchema = strictObject({
	by: _enum(acceptBy),
	/** What the check does: it follows the acceptances, or fails or passes whatever is accepted. */
	gate: _enum([
		"follows",
		"fails",
		"passes"
	]),
	/** What the heading says of models that fail. */
	phrase: short$2(60),
	models: array(strictObject({
		name: short$2(200),
		code: string().regex(/^[0-9a-f]{16}$/),
		named: array(short$2(80)).max(20),
		after: _enum(verdicts)
	})).min(1).max(10),
	/** How many of the other models ended how. */
	others: partialRecord(_enum(statuses), int().min(0))
});
/** Bytes: the hidden line of a part holds no more. */
const mostBytes$8 = 4e3;
/** Undefined where nothing can be accepted. What is too long to be told is left to the next run. */
function offerOf(all, { by, failOn }, phrase) {
	const models = [];
	for (const offered of all.flatMap(offeredOf)) {
		const isShort = offered.named.length <= 20 && offered.named.every((name) => name.length <= 80);
		const size = JSON.stringify([...models, offered]).length;
		if (isShort && offered.name.length <= 200 && models.length < 10 && size <= mostBytes$8) models.push(offered);
	}
	if (models.length === 0 || by === "nobody") return void 0;
	const known = new Set(models.map(({ name }) => name));
	const others = {};
	for (const model of all.filter(({ name }) => !known.has(name))) others[status(model)] = (others[status(model)] ?? 0) + 1;
	return {
		by,
		gate: gateOf(all, known, failOn),
		phrase,
		models,
		others
	};
}
function offeredOf({ name, pair, reasons }) {
	if (!pair) return [];
	const rest = reasons.filter(({ level }) => level !== "fail").map(({ level }) => level);
	return [{
		name,
		code: pair.code,
		named: [...pair.named],
		after: worst(["accepted", ...rest])
	}];
}
function gateOf(all, known, failOn) {
	if (failOn === "never") return "passes";
	const after = all.map((model) => {
		const [offered] = known.has(model.name) ? offeredOf(model) : [];
		return offered ? {
			...model,
			verdict: offered.after
		} : model;
	});
	return failure({ models: after }, failOn) === void 0 ? "follows" : "fails";
}

// src/reports/comment/part.ts
/** The `content` of a part whose pull request changes no model of its job. */
const resolvedContent = "resolved";
/** Of one job, whatever it says. */
const partId = ({ workflow, job, leg, config, step }) => fingerprint(JSON.stringify([
	workflow,
	job,
	leg,
	config,
	step
]));
const short$1 = (most) => string().max(most);
const speakerLimits = {
	workflow: 60,
	job: 60,
	leg: 80,
	config: 80,
	step: 40
};
/** Longer names of branches are not kept. */
const longestBase = 250;
const dataSchema = strictObject({
	head: string().regex(/^([0-9a-f]{40}|none)$/),
	status: _enum(statuses),
	claimed: boolean(),
	base: short$1(250).optional(),
	words: short$1(600),
	speaker: strictObject({
		workflow: short$1(speakerLimits.workflow),
		job: short$1(speakerLimits.job),
		leg: short$1(speakerLimits.leg),
		config: short$1(speakerLimits.config),
		step: short$1(speakerLimits.step)
	}),
	legs: int().min(1).max(256),
	time: number().min(0),
	content: string().regex(/^[\w-]{1,40}$/),
	run: short$1(400).optional(),
	offer: offerSchema.optional(),
	length: int().min(0).max(7e4).optional(),
	check: string().regex(/^[0-9a-f]{16}$/).optional()
});
/** Names of jobs and files as they are remembered: the ends of long ones tell them apart. */
function shortSpeaker(speaker) {
	const cut = (name) => {
		const most = speakerLimits[name];
		const text = speaker[name];
		return text.length <= most ? text : `…${text.slice(1 - most)}`;
	};
	return {
		workflow: cut("workflow"),
		job: cut("job"),
		leg: cut("leg"),
		config: cut("config"),
		step: cut("step")
	};
}
/**
* The hidden line below a part's text. It has everything but the text, and how long that is, so that another job can put
* the part into its own version of the comment.
*/
function partMarker({ id, text, ...data }) {
	const written = {
		...data,
		...text !== void 0 && {
			length: text.length,
			check: fingerprint(text)
		}
	};
	return `<!-- camdrift part=${id} data=${encoded(JSON.stringify(written))} -->`;
}
const pattern = /^<!-- camdrift part=([0-9a-f]{16}) data=([\w+/=]{1,9000}) -->$/gm;
/** The parts of a comment of ours, in its order. What is not as `partMarker` writes it is no part. */
function readParts(body) {
	const plain = body.replaceAll("\r\n", "\n");
	return [...plain.matchAll(pattern)].flatMap(({ 1: id, 2: written, index }) => {
		const data = dataSchema.safeParse(decoded$2(written)).data;
		if (!data) return [];
		const { length, check, ...rest } = data;
		const end = index - 2;
		const text = length === void 0 ? void 0 : plain.slice(Math.max(0, end - length), Math.max(0, end));
		const whole = text !== void 0 && fingerprint(text) === check;
		return [{
			id,
			...rest,
			text: whole ? text : void 0
		}];
	});
}
const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
function decoded$2(written) {
	try {
		return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(written), (each) => each.charCodeAt(0))));
	} catch {
		return;
	}
}

// src/reports/comment/scene.ts
function sceneOf(request, plan) {
	const models = worstFirst(request.results.models);
	const { results, pictures, chosen } = request;
	return {
		request,
		plan,
		models,
		pictures: choosePictures({
			models,
			change: results.change,
			pictures,
			chosen
		}, plan)
	};
}
/**
* Fewer characters than a comment has: its rows and pictures alone. Plans that cannot fit need not be written out, which
* takes seconds for thousands of fixtures.
*/
function leastLength({ plan, models, pictures }) {
	if (plan.models !== "sections") return 0;
	return 40 * models.map(({ fixtures }) => Math.min(plan.rows, fixtures.filter(standsOut$1).length) + (plan.steady === "listed" ? fixtures.filter(isSteady).length : 0)).reduce((all, more) => all + more, 0) + 100 * (pictures.edits.size + pictures.inline.size + pictures.folded.size);
}

// src/reports/comment/jobs.ts
/** Which jobs have spoken, for which commit, and which are still awaited; nothing where one job is all there is. */
function jobsLine(parts, uncounted, head) {
	const current = parts.filter((part) => part.head === head);
	const earlier = parts.filter((part) => part.head !== head);
	const awaited = missingLegs(current);
	if (parts.length < 2 && awaited.length === 0) return "";
	const named = (part) => {
		const { icon, word } = verdictMark(part);
		return `${icon} **${nameOf$1(part, parts)}** ${part.content === "resolved" ? "no model changed" : word}`;
	};
	const sentences = [
		`Jobs that have spoken for ${head.slice(0, 7)}: ${current.map(named).join(" · ")}${uncounted > 0 ? ` and ${uncounted} milder ones` : ""}.`,
		...awaited,
		earlier.length > 0 ? `Not yet for this commit: ${earlier.map((part) => `${named(part)} at ${part.head.slice(0, 7)}`).join(" · ")}.` : ""
	];
	return blocks(...sentences);
}
/** Of every matrix some of whose legs have not spoken. */
function missingLegs(parts) {
	const jobs = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const { workflow, job, config, step } = part.speaker;
		const name = JSON.stringify([
			workflow,
			job,
			config,
			step
		]);
		jobs.set(name, [...jobs.get(name) ?? [], part]);
	}
	return [...jobs.values()].flatMap((legs) => {
		const all = Math.max(...legs.map((part) => part.legs));
		return legs.length < all ? [`${legs.length} of ${all} legs of ${text$3(legs[0].speaker.job, 60)} have spoken.`] : [];
	});
}
/** What tells a job apart from the others, in as few names as do. */
function nameOf$1(part, among) {
	const different = order.filter((name) => among.some(({ speaker }) => speaker[name] !== part.speaker[name]));
	for (let most = 1; most < different.length; most++) {
		const chosen = different.slice(0, most);
		if (among.every((other) => other.id === part.id || !alike(other, part, chosen))) return written$5(part, chosen);
	}
	return written$5(part, different.length > 0 ? different : ["job"]);
}
const order = [
	"job",
	"leg",
	"config",
	"workflow",
	"step"
];
const alike = (a, b, names) => names.every((name) => a.speaker[name] === b.speaker[name]);
const written$5 = ({ speaker }, names) => names.map((name) => text$3(speaker[name], 60)).filter(Boolean).join(", ") || "this job";

// src/reports/comment/whole.ts
/** Jobs that are shown; of more the mildest are only counted. */
const mostParts = 40;
/**
* A comment of parts, worst first: its heading is the worst of them. Where all do not fit, the texts of the mildest are
* left out, never the one of `keep`. Parts of an earlier commit are told in a line and count for nothing.
*/
function wholeComment(parts, frame, keep) {
	const ordered = parts.toSorted((a, b) => rank$1(a) - rank$1(b) || (nameKey(a) < nameKey(b) ? -1 : 1));
	let shown = ordered.slice(0, mostParts);
	for (;;) {
		const body = written$4(shown, ordered.length - shown.length, frame);
		const spare = shown.findLast((part) => part.text && part.id !== keep);
		if (body.length <= frame.budget || !spare) return body;
		shown = shown.map((part) => part === spare ? {
			...part,
			text: void 0
		} : part);
	}
}
/**
* Characters for the comment of one part beside the others: what they leave, and at least a fair share, for which their texts
* are left out.
*/
function roomFor(parts, id, budget) {
	const others = parts.filter((part) => part.id !== id);
	if (others.length === 0) return budget;
	const taken = others.reduce((sum, part) => sum + (part.text?.length ?? 0) + partMarker(part).length + lineRoom, 0);
	const fair = Math.floor(budget / Math.min(parts.length, mostParts)) - lineRoom;
	return Math.max(budget - taken - lineRoom, Math.min(fair, budget - others.length * (partRoom + lineRoom)), leastRoom);
}
/** Characters: a heading and a name in the line of jobs; a part's marker; the shortest comment. */
const [lineRoom, partRoom, leastRoom] = [
	400,
	1200,
	3e3
];
/** Whether two versions of a comment say the same. */
const sameParts = (a, b) => signature$1(a) === signature$1(b);
const signature$1 = (parts) => JSON.stringify(parts.map(({ id, head, base, content, text }) => [
	id,
	head,
	base,
	content,
	text === void 0
]).toSorted());
const nameKey = ({ speaker }) => JSON.stringify(Object.values(speaker));
const rank$1 = (part) => statuses.indexOf(part.status) - (part.claimed && part.status === "pass" ? .5 : 0);
function written$4(parts, uncounted, { key, head }) {
	const current = parts.filter((part) => part.head === head);
	const [first] = current;
	const content = first !== void 0 && parts.length === 1 && first.text !== void 0 ? first.content : fingerprint(signature$1(parts));
	const jobs = jobsLine(parts, uncounted, head);
	const [told, ...more] = current.filter((part) => !isResolved(part));
	const said = first && more.length === 0 ? [
		told ? headingOf(told) : resolvedLine(head),
		jobs,
		told ? textOf$1(told) : "",
		partMarker(told ?? first)
	] : [
		together(current),
		jobs,
		...current.filter((part) => !isResolved(part)).flatMap((part) => section(part, current))
	];
	const untold = current.filter((part) => isResolved(part) && (told || part !== first)).map(partMarker);
	const earlier = parts.filter((part) => part.head !== head).map((part) => partMarker({
		...part,
		text: void 0
	}));
	return `${blocks(marker({
		key,
		head,
		content
	}), ...said, ...untold, ...earlier)}\n`;
}
function headingOf(part, project = projectOf(part)) {
	const { icon, word } = verdictMark(part);
	return `### ${icon} camdrift: ${word} – ${part.words}${project}`;
}
/** Where one repository has several projects, which of them speaks: the folder of its configuration, or that file's own name. */
function projectOf({ speaker: { config } }) {
	const project = config.replace(/(^|\/)camdrift\.yml$/, "");
	return project === "" ? "" : ` (${text$3(project, 60)})`;
}
function together(parts) {
	const [worst] = parts;
	if (!worst) return "";
	const alike = parts.filter((part) => rank$1(part) === rank$1(worst));
	const words = alike.length === 1 ? `${worst.words} (${nameOf$1(worst, parts)})` : `${alike.length} of ${parts.length} jobs`;
	return headingOf({
		...worst,
		words
	}, "");
}
function section(part, among) {
	const { icon, word } = verdictMark(part);
	return [
		`#### ${icon} ${nameOf$1(part, among)}: ${word} – ${part.words}`,
		textOf$1(part),
		partMarker(part)
	];
}
const textOf$1 = ({ text, run }) => text ?? `**Left out for length: what this job found.**${run ? ` See its ${link("run", run)}.` : ""}`;
const isResolved = ({ content }) => content === resolvedContent;
const resolvedLine = (head) => `✅ **camdrift: pass** – as of ${head.slice(0, 7)} this pull request changes no model. The edit history of this comment has what was found before.`;

// src/reports/comment/heard.ts
/** Whether the check passes by what is accepted; whatever else fails it stays. */
const isOpen = ({ gate, models, others }, accepted) => gate === "passes" || gate === "follows" && !others.fail && !others.incomplete && models.every(({ code, after }) => accepted.has(code) && after !== "incomplete");
/** The same part, as it stands after that: nothing is judged anew, and nothing that was found goes away. */
function withHeard(part, offer, heard) {
	const told = offer.models.map((each) => ({
		...each,
		now: heard.accepted.has(each.code) ? each.after : "fail"
	}));
	const counts = { ...offer.others };
	for (const { now } of told) counts[now] = (counts[now] ?? 0) + 1;
	const found = statuses.find((each) => counts[each]);
	const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const which = all === 1 ? text$3(offer.models[0].name) : `${counts[found]} of ${all} models`;
	const words = headlineWords(found, which, offer.phrase);
	const body = part.text === void 0 ? void 0 : textAfter(part, told, counts, {
		...heard,
		by: offer.by
	});
	const content = fingerprint(`${found} ${words}\n${body ?? ""}\n${JSON.stringify([...heard.accepted])}`);
	return {
		...part,
		status: found,
		words,
		text: body,
		content
	};
}
function textAfter({ text: before = "", run }, told, counts, heard) {
	let body = before;
	let check = checkWords(heard.check, run);
	for (const model of told) {
		const word = heard.accepted.get(model.code);
		body = rewritten(body, `why ${model.code}`, (passage) => {
			const plain = plainPassage(passage);
			const now = word ? blocks(acceptedPassage(word, plain), check) : plain;
			if (word) check = "";
			return now;
		});
		body = renamed(body, model);
	}
	body = body.replace(/^Models: .*\.$/m, `Models: ${tallied(counts)}.`);
	const open = told.filter(({ code }) => !heard.accepted.has(code));
	const notes = open.length > 0 ? heard.notes.map((note) => text$3(note, 400)) : [];
	return rewritten(body, "next", () => blocks(...notes, commandsFor(open, heard.by), check));
}
const tallied = (counts) => statuses.filter((each) => counts[each]).map((each) => `${counts[each]} ${each}`).join(", ");
/** How a model ended stands in three places, each of which has its name. */
function renamed(body, { name, now }) {
	return verdicts.reduce((sum, was) => {
		if (was === now) return sum;
		const places = (status) => [
			`#### ${icons[status]} ${text$3(name)}: ${status}\n`,
			`${icons[status]} **${text$3(name)}** ${status}`,
			`| ${icons[status]} ${status} | ${text$3(name, 60)} |`
		];
		const after = places(now);
		return places(was).reduce((all, place, index) => all.replaceAll(place, () => after[index]), sum);
	}, body);
}
function checkWords(check, run) {
	if (check === "settled") return "";
	const job = link("run", run);
	return check === "running" ? `The ${job} that judged this is going, and its check says so when it ends. If it ends red all the same, run its failed jobs again.` : `**The check follows when the ${job} is run again**: *Re-run failed jobs*, or all of them where none failed. With \`permissions: actions: write\` the job that hears comments does that.`;
}

// src/reports/comment/merge.ts
/**
* What a job says, among what the others have said: of every job the latest word. The order in which versions are met
* changes nothing, so jobs that write at the same time come to the same.
* @param versions the comment as it stands, and then versions of it that were overwritten
* @param doubtful versions that others may have written
*/
function mergedParts(versions, mine, doubtful = []) {
	const [now = "", ...overwritten] = versions;
	const lost = overwritten.filter((body) => readMarker(body)?.head === mine.head);
	const latest = /* @__PURE__ */ new Map();
	const known = [now, ...lost].flatMap((body) => knownFor(mine.head, body));
	for (const part of [
		...known,
		...doubtedParts(doubtful, mine.head),
		mine
	]) {
		const held = latest.get(part.id);
		if (!held || holds(part, held, mine.head)) latest.set(part.id, part);
	}
	return [...latest.values()];
}
/** What a comment says of a commit that nobody can know to be the jobs' own word: it stands for none. */
const doubtedParts = (bodies, head) => bodies.flatMap(readParts).filter((part) => part.head === head).map(({ run: _, offer: __, ...part }) => ({
	...part,
	...doubted
}));
const doubted = {
	status: "incomplete",
	words: "somebody may have edited what this job said",
	claimed: false,
	content: "doubted",
	text: "What stood here cannot be told from words that somebody has written into it. Run this job again."
};
/** A comment about another commit gives what it said of that one; what was earlier then is too old now. */
function knownFor(head, body) {
	const about = readMarker(body)?.head;
	if (about === head) return readParts(body);
	return readParts(body).filter((part) => part.head === about).map((part) => ({
		...part,
		text: void 0
	}));
}
function holds(part, held, head) {
	if (part.head === head !== (held.head === head)) return part.head === head;
	if (part.time !== held.time) return part.time > held.time;
	if (part.content === doubted.content || held.content === doubted.content) return held.content === doubted.content;
	return part.text !== void 0 || held.text === void 0;
}

// src/reports/comment/comment.ts
/**
* The comment on a pull request: verdict first, then the worst, then the rest behind clicks; never longer than its budget.
*
* The marker's `content` depends on what is said, and neither on where pictures are published nor on which run says it.
* @throws RangeError when the budget has no room for the shortest comment (2,000 characters and the links do), or the
* key is none
*/
function comment(request) {
	const room = request.budget - 180 - partMarker(partOf$1(request, "", "")).length - headingRoom;
	const nominal = {
		...request,
		...nominalAddresses(request)
	};
	for (const plan of plans) {
		const scene = sceneOf(nominal, plan);
		if (leastLength(scene) > room) continue;
		const said = bodyOf(scene);
		if (said.length > room) continue;
		const body = bodyOf(sceneOf(request, plan));
		if (body.length <= room) return finished$1(request, plan, said, body);
	}
	throw new RangeError(`A comment does not fit into ${request.budget} characters.`);
}
/** Characters of the longest heading and of the line that tells which jobs are awaited. */
const headingRoom = 300;
/** Pictures that a comment within that budget would show, worst first, at most so many: asked before any is published. */
function picturesFor(results, budget, most) {
	return comment({
		results,
		pictures: new Map(picturePaths(results.models).map((path) => [path, path])),
		key: "default",
		links: { repository: `https://github.com/${"-".repeat(60)}` },
		budget
	}).shown.slice(0, most);
}
/** What a job says, of which a comment says now that its pull request no longer changes a model. */
function resolvedPart(about) {
	const { head, base, ...speaking } = about;
	const said = {
		status: "pass",
		words: "no model changed",
		claimed: false,
		content: resolvedContent,
		text: ""
	};
	return {
		...spoken(speaking),
		...said,
		head,
		...goingTo(base)
	};
}
const goingTo = (base) => base === void 0 || base.length > 250 ? {} : { base };
function spoken({ speaker = nobody, legs = 1, time = 0 }) {
	return {
		id: partId(speaker),
		speaker: shortSpeaker(speaker),
		legs,
		time
	};
}
const nobody = {
	workflow: "",
	job: "",
	leg: "",
	config: "",
	step: ""
};
function partOf$1(request, text, content) {
	const { results, claimed = false, links, terms } = request;
	const offer = terms && !claimed ? offerOf(worstFirst(results.models), terms, failing(results.models)) : void 0;
	return {
		...spoken(request),
		...headline$3({
			request,
			models: worstFirst(results.models)
		}),
		head: results.change?.head ?? "none",
		...goingTo(results.change?.baseRef),
		claimed,
		content: content || "0".repeat(16),
		run: links.run,
		...offer && { offer },
		text
	};
}
/**
* Addresses as long as those of pictures on a branch, and the same in every run: under them the plan is chosen and the
* content compared.
*/
function nominalAddresses({ pictures, links: { repository, report } }) {
	const run = `${repository}/actions/runs/00000000000`;
	const folder = `${repository}/blob/${"0".repeat(40)}/pr-00000/${"-".repeat(20)}/00000000000-0`;
	return {
		pictures: new Map([...pictures.keys()].map((path) => [path, `${folder}/${path}?raw=true`])),
		links: {
			repository,
			run,
			...report && { report: {
				...report,
				address: `${run}/artifacts/00000000000`
			} }
		}
	};
}
function finished$1(request, plan, said, text) {
	const scene = sceneOf(request, plan);
	const { edits, inline, folded, narrow } = scene.pictures;
	const shown = [...edits.keys(), ...[...inline.keys(), ...folded.keys()].flatMap(({ montage }) => montage ?? [])];
	const { status, words } = headline$3(scene);
	const part = partOf$1(request, text, fingerprint(`${status} ${words}\n${said}`));
	const { key, budget } = request;
	return {
		part,
		body: wholeComment([part], {
			key,
			head: part.head,
			budget
		}, part.id),
		leftOut: [...leftForLength(scene), ...unpublished(scene)],
		shown: plan.models === "sections" ? shown : [],
		narrow: plan.models === "sections" ? narrow : []
	};
}

// src/repository/api-words.ts
/** What went wrong at GitHub, in one line: `403 Resource not accessible by integration`. Without the request's content. */
function apiWords(error) {
	if (!(error instanceof Error)) return String(error);
	const { status, message, errors } = error;
	const [line = ""] = (errors?.[0]?.message ?? message).replace(/ - https?:\S+$/, "").split("\n");
	const short = line.length > 200 ? `${line.slice(0, 200)}...` : line.replace(/\.$/, "");
	return status === void 0 || short.startsWith(String(status)) ? short : `${status} ${short}`;
}
/** Whether the token may not do this, however often it is tried. A rate limit comes as a 403 too, and passes. */
function isForbidden(error) {
	const { status, message = "" } = error;
	if (isLimited(error)) return false;
	return status === 403 || status === 401 || /not accessible by integration|forbidden/i.test(message);
}
/** Whether the token has asked too much: it may again after a while. */
const isLimited = (error) => /rate limit/i.test(error.message ?? "");
/** When it may: ` from 14:05 UTC on`; empty when GitHub does not say. */
function againAt(error) {
	const { response } = error;
	const reset = Number(response?.headers?.["x-ratelimit-reset"]);
	return response?.headers?.["x-ratelimit-remaining"] === "0" && reset > 0 ? ` from ${(/* @__PURE__ */ new Date(reset * 1e3)).toISOString().slice(11, 16)} UTC on` : "";
}
/** Whether GitHub gives out no file of that size. It comes as a 403 too. */
function isTooLarge(error) {
	const { response } = error;
	const told = response?.data?.errors;
	return Array.isArray(told) && told.some(({ code }) => code === "too_large") || /too large/i.test(String(error));
}
/** Whether a rule of the repository forbids it, whatever the token may do: 403, 422, or a GraphQL error without a status. */
const isAgainstRules = (error) => /rule violations|protected branch/i.test(error.message ?? "");
/** Whether the conversation is closed to newcomers: a 403 that no permission of a workflow's token changes. */
const isLocked = (error) => /\blocked\b/i.test(error.message ?? "");
const hasStatus = (error, ...statuses) => statuses.includes(error.status ?? 0);
/** What the API's client throws when GitHub says no, or nothing. */
const isApiError = (error) => error instanceof Error && "request" in error && ("status" in error || "errors" in error);

// src/repository/repository.ts
/** `{ owner, repo }`, as every call of the API wants it. */
const coordinates = ({ owner, name }) => ({
	owner,
	repo: name
});

// src/acceptance/apply.ts
/**
* A model that was accepted: what failed stays in sight, and what could not be judged stays undecided. What a file of the base
* branch accepts is no longer there to accept: comments are not what it stands on.
*/
function acceptedModel(model, { code, named }, accepted) {
	const rest = model.reasons.filter(({ level }) => level !== "fail").map(({ level }) => level);
	const pair = accepted.file === void 0 ? { pair: {
		code,
		named: [...named]
	} } : {};
	return {
		...model,
		...pair,
		verdict: worst(["accepted", ...rest]),
		accepted
	};
}

// src/baselines/baseline.ts
const grid$2 = {
	width: int().min(1).max(4096),
	height: int().min(1).max(4096)
};
const unit$4 = number().min(0).max(1);
const sha256$2 = string().regex(/^[0-9a-f]{64}$/);
/** Where maps come from: all that must be equal, or be told, when they are compared with other maps. */
const provenanceSchema = strictObject({
	model: strictObject({
		path: string(),
		format: string(),
		digest: sha256$2
	}),
	layer: strictObject({
		name: string(),
		...grid$2
	}),
	methods: array(string()).min(1),
	score: _enum(["logit", "probability"]),
	preprocess: strictObject({
		scale: number(),
		mean: array(number()),
		std: array(number()),
		order: _enum(["rgb", "bgr"])
	}),
	fit: _enum([
		"fill",
		"cover",
		"contain",
		"middle"
	]),
	pixels: strictObject({
		orientation: _enum(["ignore", "apply"]),
		colour: _enum(["as-stored", "srgb"]),
		resample: _enum([
			"nearest",
			"bilinear",
			"bicubic",
			"area",
			"lanczos"
		]),
		antialias: boolean(),
		resizeTo: union$1([number(), string()]).optional(),
		crop: number().optional()
	}).describe("How pictures were read and resized; absent in what was made before they were read as Pillow reads them.").optional(),
	input: strictObject({
		...grid$2,
		channels: int()
	}),
	classes: int().min(1),
	task: _enum(["multi-label", "regression"]).describe("What the answers are; absent where they are one class of several.").optional(),
	output: string().describe("Which output was explained, where one was named.").optional(),
	signature: string().describe("Which signature of a SavedModel was explained, where one was named.").optional(),
	inputs: record(string(), union$1([number(), sha256$2])).describe("What the inputs beside the picture were given: a number, or the SHA-256 of a file.").optional(),
	engine: strictObject({
		name: string(),
		version: string()
	}),
	tool: string(),
	probes: array(strictObject({
		name: string(),
		digest: sha256$2
	})).describe("What the fixtures were edited with; absent when no probes were asked for.").optional()
});
const provenanceOnly = object$1(provenanceSchema.shape);
/** Just the provenance of something that carries more. */
const provenanceOf = (maps) => provenanceOnly.parse(maps);
/**
* A digest of all that decides the maps, for telling records of one making from another's. The engine and the tool are left
* out: they agree to far less than any threshold, and colleagues may have different ones.
*/
function makingDigest(maps) {
	const { engine: _, tool: __, model, ...rest } = provenanceOf(maps);
	return createHash("sha256").update(JSON.stringify([model.digest, rest])).digest("hex");
}
/** One manifest for the folder, and one record per fixture, so that parallel pull requests merge. */
const manifestSchema = strictObject({
	version: literal(1),
	...provenanceSchema.shape,
	weights: weightSketchSchema.optional()
});
const base64Floats = string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** Float32 values are base64 of their little-endian bytes: they come back bit by bit. */
const recordSchema = strictObject({
	version: literal(1),
	fixture: string(),
	digest: sha256$2,
	/** `makingDigest` of the manifest it belongs to: a record that was left behind shows. */
	made: sha256$2,
	class: int().min(0),
	predicted: int().min(0),
	/** The five likeliest classes in plain numbers, for people who read the change. */
	top: array(strictObject({
		class: int(),
		probability: number()
	})),
	probabilities: base64Floats,
	value: number().optional(),
	maps: record(string(), union$1([strictObject({
		...grid$2,
		data: base64Floats
	}), strictObject({ refused: string() })])),
	probes: record(string(), union$1([strictObject({
		moved: unit$4,
		onMark: unit$4.optional(),
		predicted: int().min(0),
		divergence: unit$4
	}), strictObject({ refused: string() })])).optional()
});

// src/acceptance/pair.ts
const digits$1 = 16;
/** Undefined when nothing failed, or it is not known what was judged: then there is nothing to accept. */
function pairOf({ name, verdict, reasons, baseline, candidate }) {
	const fired = reasons.filter(({ level }) => level === "fail");
	if (verdict !== "fail" || fired.length === 0 || !candidate) return void 0;
	const keys = fired.map((reason) => [codeOf(reason), ...factsOf(reason)].join(" ")).sort();
	const subject = [
		name,
		baseline ? makingDigest(baseline) : null,
		makingDigest(candidate),
		keys
	];
	return {
		code: createHash("sha256").update(JSON.stringify(subject)).digest("hex").slice(0, digits$1),
		named: [...new Set(fired.flatMap(nameOf))].sort()
	};
}
/** What tells two reasons of one code apart. How far something moved does not: it is the same models that did. */
function factsOf(reason) {
	switch (reason.code) {
		case "probe-regression": return [reason.probe];
		case "region-rule": {
			const { of, at, limit } = reason.rule;
			return [
				reason.region,
				of,
				at,
				String(limit)
			];
		}
		case "class-regression":
		case "tag-regression": return [reason.group];
		case "label-regression": return [reason.label, reason.found.code];
		case "attention-regression": return [reason.metric];
		case "pinned-drift": return [reason.title, reason.found.code];
		default: return [];
	}
}
/** One word: what the reader copies has no spaces in it. */
function nameOf(reason) {
	if (reason.code === "probe-regression") return [oneWord(reason.probe)];
	return reason.code === "region-rule" ? [oneWord(reason.region)] : [];
}
const oneWord = (name) => name.replace(/[\s`\p{Cc}\p{Cf}]+/gu, "_");

// src/config/source.ts
/** The absolute path; `path-outside` when a file's own path leaves the workspace. */
async function locate(path, { base, workspace }, what) {
	const absolute = resolve(base, path);
	return workspace === void 0 ? absolute : confined(workspace, absolute, `${what} (${path})`);
}
/** The same for a model or a folder of stored maps, whose main file may be a link of its own. */
async function locateModel(path, source, what) {
	const absolute = await locate(path, source, what);
	if (source.workspace === void 0) return absolute;
	for (const name of folderModels) await confined(source.workspace, join(absolute, name), `${what} (${path}/${name})`);
	return absolute;
}
/** A name for a model that was given on the command line: its file's, or its folder's when every such file is called the same. */
function nameFor(path) {
	const stem = basename(path, extname(path));
	return fileNameOf((stem === "model" || stem === "saved_model" ? basename(dirname(resolve(path))) : stem).replace(/[^\w.-]+/g, "-") || "model");
}
/** Bytes of a file's name, less than any file system takes, so that endings fit too. */
const mostLetters$1 = 100;
/** The text where it is short enough for the name of a file; else its end, and a hash of the whole so that it stays unique. */
function fileNameOf(text) {
	if (text.length <= mostLetters$1) return text;
	const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
	return `${text.slice(-100 + hash.length + 1).replace(/^[^a-zA-Z0-9]+/, "")}-${hash}`;
}
/** A path as reports show it: relative, with `/`. */
const shown$3 = (base, path) => relative(base, path).split(sep).join("/") || ".";

// src/files/leftovers.ts
/** What a file is called while it is written: its own name and a number. */
const unfinished$1 = /\.(?:html|json|md|webp)\.\d+$/;
/** Removes the files that a run which was killed had not finished; a folder that is not there has none. */
async function sweep(folder) {
	const names = await readdir(folder).catch(() => []);
	for (const name of names) if (unfinished$1.test(name)) await rm(join(folder, name), { force: true });
}

// src/files/write-pieces.ts
/** Characters that are written at once. */
const enough = 2 ** 16;
let count$1 = 0;
/**
* A text in the place of what is there, or nothing of it: as write-file-atomic does, but for a text that is not in memory.
* @param pieces joined they are the text
*/
async function writePieces(path, pieces) {
	const place = await realpath(path).catch(() => path);
	const unfinished = `${place}.${process.pid}${count$1++}`;
	try {
		const file = await open(unfinished, "wx");
		try {
			await writeAll(file, pieces);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(unfinished, place);
	} catch (error) {
		await rm(unfinished, { force: true }).catch(() => {});
		throw error;
	}
}
/** The same into what is there, which may be a pipe: nothing takes its place. */
async function writePiecesInto(path, pieces) {
	const file = await open(path, "w");
	try {
		await writeAll(file, pieces);
	} finally {
		await file.close();
	}
}
async function writeAll(file, pieces) {
	let text = "";
	for (const piece of pieces) {
		text += piece;
		if (text.length < enough) continue;
		await file.writeFile(text);
		text = "";
	}
	await file.writeFile(text);
}

// src/core/json-pieces.ts
/** A list as JSON has it, whose members are made one at a time, when they are written. */
var Listed = class {
	#make;
	constructor(make) {
		this.#make = make;
	}
	[Symbol.iterator]() {
		return this.#make()[Symbol.iterator]();
	}
	toJSON() {
		return [...this];
	}
};
/**
* `JSON.stringify` of plain data, in pieces: what is as deep as `depth` comes at once, so the whole text never exists.
* @param indent spaces, as `JSON.stringify` takes them
*/
function* jsonPieces(value, indent = 0, depth = 4, margin = "") {
	if (depth === 0 || typeof value !== "object" || value === null) {
		yield JSON.stringify(value ?? null, void 0, indent).replaceAll("\n", `\n${margin}`);
		return;
	}
	const isList = Array.isArray(value) || value instanceof Listed;
	const members = isList ? nameless(value) : present(value);
	const [open, close] = isList ? "[]" : "{}";
	const inner = margin + " ".repeat(indent);
	const line = (to) => indent > 0 ? `\n${to}` : "";
	let before = open;
	for (const [key, each] of members) {
		yield before + line(inner) + (key === void 0 ? "" : `${JSON.stringify(key)}:${indent > 0 ? " " : ""}`);
		yield* jsonPieces(each, indent, depth - 1, inner);
		before = ",";
	}
	yield before === open ? open + close : line(margin) + close;
}
function* nameless(values) {
	for (const each of values) yield [void 0, each];
}
const present = (value) => Object.entries(value).filter(([, each]) => each !== void 0);

// src/reports/html/results.ts
const headline$1 = metrics[0].name;
const arrow$1 = " → ";
/** The results as the page shows them. Names in it are foreign: the page writes them as text and in no other way. */
function reportResults(results) {
	const { change, verdict, tool, engine, times } = results;
	return {
		verdict,
		tool,
		engine: engine.version.startsWith(`${engine.name} `) ? engine.version : `${engine.name} ${engine.version}`,
		started: times.started,
		...change && { change: {
			head: change.head,
			baseRef: change.baseRef
		} },
		models: results.models.map(reportModel),
		terms: terms(results)
	};
}
function reportModel(model) {
	const { name, path, verdict, reasons, error, accepted, candidate, judged, baseline, slices = [], probes = [] } = model;
	const names = methodsOf(model);
	return {
		name,
		path,
		verdict,
		words: verdictWords[verdict],
		plain: readable(plainly(model)),
		reasons: reasons.map((reason) => ({
			level: reason.level,
			pieces: pieces(sentenceOf(reason))
		})),
		remedy: error?.remedy,
		accepted: accepted && `${accepted.by}${accepted.file === void 0 ? "" : ` (${accepted.file} of the base branch)`}: ${accepted.why}`,
		lines: linesOf(model),
		layer: candidate && `${candidate.layer.name} (${candidate.layer.width} × ${candidate.layer.height})`,
		methods: names.map((each) => ({
			name: each,
			title: findMethod(each)?.title ?? each
		})),
		judged: judged?.method ?? "",
		compared: baseline !== void 0,
		limit: judged?.thresholds[headline$1],
		history: historyOf$1(model),
		slices: slices.map(({ by, name, fixtures, drift, flipped }) => ({
			by,
			name,
			fixtures,
			drift,
			flipped
		})),
		probes: probes.map((probe) => ({
			name: probe.name,
			cells: probeCells(probe, arrow$1).slice(1)
		})),
		fixtures: new Listed(() => reportFixtures(model, names))
	};
}
function* reportFixtures(model, names) {
	for (const fixture of model.fixtures) yield reportFixture(model, fixture, names);
}
/** With this version at its end, which is what the others are there for. */
function historyOf$1({ name, history, lineage, drift, judged }) {
	const shift = drift?.[judged?.method ?? ""]?.[headline$1]?.mean;
	if (!history || shift === void 0) return void 0;
	return [...history, {
		name,
		shift,
		lineage: lineage?.kind ?? "unknown",
		place: "now"
	}];
}
/** The methods that were run, in the order of all methods: CAM, Grad-CAM and Grad-CAM++ first. */
const methodsOf = ({ candidate }) => (candidate?.methods ?? []).toSorted((a, b) => rank(a) - rank(b));
const rank = (name) => methods.findIndex((method) => method.name === name);
function linesOf(model) {
	const { drift, judged, predictions } = model;
	const shift = judged && drift?.[judged.method]?.[headline$1];
	const accuracy = predictions?.accuracy;
	const plain = (foreign) => foreign;
	return [
		shift && `Attention shift: ${reading(headline$1, shift.mean)} on average, ${reading(headline$1, shift.max)} at most${limitWords(model)}.`,
		predictions && `Answers changed: ${predictions.flipped} of ${predictions.compared}.`,
		accuracy && `Accuracy on ${accuracy.labelled} labelled fixtures: ${whole(accuracy.baseline)}${arrow$1}${whole(accuracy.candidate)}.`,
		sentence$3(precisionWords(model)),
		...regionLines(model, arrow$1).map(sentence$3),
		...[
			sliceWords(model, plain),
			pinnedWords(model, plain),
			sanityWords(model),
			faithfulnessWords(model, plain)
		].map(sentence$3),
		sentence$3(calibrationWords(model) ?? ""),
		model.lineage && `Lineage: ${lineageWords(model)} (${model.lineage.words.replace(/\.$/, "")}).`
	].filter((line) => line !== void 0).filter((line) => line !== "");
}
const limitWords = ({ judged }) => {
	const limit = judged?.thresholds[headline$1];
	return limit === void 0 ? "" : `; the limit for the average is ${reading(headline$1, limit)}`;
};
const whole = (share) => `${Number((share * 100).toFixed(1))} %`;
const sentence$3 = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
function reportFixture(model, fixture, names) {
	const { truth, tags = [], reason, candidate, baseline } = fixture;
	const explained = explainedWords(fixture);
	return {
		name: titleOf(fixture),
		status: statusOf(fixture),
		group: truth ?? explained ?? "",
		truth,
		tags,
		shifts: names.map((method) => shiftOf(fixture, method) ?? null),
		overlap: known$1(reading("overlap", judgedDrift(model, fixture, "overlap"))),
		towards: known$1(directionWords(model, fixture)),
		before: baseline && predictionWords({ candidate: baseline }),
		now: candidate && predictionWords({ candidate }),
		explained,
		note: [reason, fixture.touched && `${fixture.touched} by this change: shown, not judged`].filter(Boolean).join("; ") || void 0,
		probes: probesOf$2(fixture)
	};
}
/** Words of the comment without its markup, as they are read there. */
const readable = (markdown) => markdown?.replaceAll("**", "").replace(/\\(?=[\\`*_{}[\]()#+!|~$^.-])/g, "").replace(/&(amp|lt|gt);/g, (_, name) => ({
	amp: "&",
	lt: "<",
	gt: ">"
})[name]).replaceAll("​", "");
const known$1 = (words) => words === "-" ? void 0 : words;
const statusOf = ({ status, flipped }) => status === "steady" && flipped === true ? "flipped" : status;
function shiftOf({ maps }, method) {
	const map = maps?.[method];
	return map && "drift" in map ? map.drift[headline$1] : void 0;
}
const probesOf$2 = ({ probes = {} }) => Object.entries(probes).flatMap(([name, found]) => "refused" in found ? [] : [{
	name,
	moved: {
		before: found.baseline?.moved,
		now: found.candidate.moved
	},
	flipped: found.candidate.flipped,
	became: found.candidate.became
}]);
function terms({ models }) {
	return [
		...metrics.filter(({ name }) => ["attention-shift", "overlap"].includes(name)).map(({ title, meaning }) => [title, meaning]),
		["Limit", "The mean over all fixtures is judged by it; single images move even between two honest trainings."],
		["Heat", "What speaks for the explained class, which is the same on both sides."],
		...models.some(({ probes = [] }) => probes.length > 0) ? probeMeanings : [],
		...models.some(({ regions }) => regions) ? Object.entries(regionMeanings) : []
	];
}

// src/reports/html/page.ts
/** Places of the template that a report fills in. */
const places$1 = /"camdrift:(results|evidence)"|<!--camdrift:(plain)-->/g;
/**
* `report.html`: one file that needs nothing else. In pieces, as all its pictures together are large.
* @param template as the build makes it, with the page's program, its style and a policy that allows those two alone
* @param evidence what there is to draw: per model of the results, per fixture of it, in their order
* @throws RangeError when the template has no place for the data
*/
function reportPage(template, results, evidence) {
	return filled(template, results, listed(evidence.map((each) => listed(strings(each)))));
}
/** What stands before and behind the pictures of a page. */
const aroundEvidence = ["<script type=\"application/json\" id=\"evidence\">", "<\/script>"];
/**
* The same pictures with other words: what people have accepted since.
* @param evidence what stands there in a page
*/
function withResults(template, evidence, results) {
	return filled(template, results, evidence);
}
/** All places at once: what is filled in may name them too. */
function* filled(template, results, evidence) {
	const [first, ...parts] = template.split(places$1);
	const named = parts.flatMap((text, at) => at % 3 === 2 ? [[parts[at - 2] ?? parts[at - 1], text]] : []);
	const missing = [
		"results",
		"evidence",
		"plain"
	].filter((part) => !named.some(([name]) => name === part));
	if (missing.length > 0) throw new RangeError(`The template of the report has no place for ${missing.join(", ")}.`);
	yield first;
	for (const [name, text] of named) {
		if (name === "plain") yield* plainReport(results);
		else if (name === "results") yield* safe(jsonPieces(reportResults(results)));
		else yield* evidence;
		yield text;
	}
}
/** A list of what is JSON already. */
function* listed(values) {
	let before = "[";
	for (const value of values) {
		yield before;
		yield* typeof value === "string" ? [value] : value;
		before = ",";
	}
	yield before === "[" ? "[]" : "]";
}
function* strings(values) {
	for (const value of values) yield* safe([JSON.stringify(value)]);
}
/** JSON that no HTML can end or begin in. */
function* safe(pieces) {
	for (const piece of pieces) yield piece.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** What is read where no script may run: verdicts, reasons, a row per fixture. */
function* plainReport({ models }) {
	for (const model of models) {
		const reasons = model.reasons.map((reason) => `<li>${marked(sentenceOf(reason))}</li>`).join("");
		yield `<h2>${html(model.name)}: ${verdictWords[model.verdict]}</h2><ul>${reasons}</ul>`;
		if (model.fixtures.length > 0) yield* plainTable(model);
	}
}
function* plainTable(model) {
	yield `<table><tr>${[
		"fixture",
		"status",
		"attention shift",
		"prediction"
	].map((title) => `<th>${title}</th>`).join("")}</tr>`;
	for (const fixture of model.fixtures) {
		const shift = reading("attention-shift", judgedDrift(model, fixture));
		yield `<tr>${[
			titleOf(fixture),
			fixture.status,
			shift,
			predictionWords(fixture, " → ")
		].map((cell) => `<td>${html(cell)}</td>`).join("")}</tr>`;
	}
	yield "</table>";
}
const marked = (sentence) => pieces(sentence).map(({ text, code }) => code ? `<code>${html(text)}</code>` : html(text)).join("");
/** Foreign text as text of HTML. */
const html = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, " ");

// src/reports/markdown.ts
const arrow = " → ";
/** The audit as a Markdown document: verdict first, then what moved, most first, then how to read it. */
function markdown(results) {
	return `${[
		`# ${verdictWords[results.verdict]}`,
		...results.models.map(modelPart),
		legend$1(results),
		footer(results)
	].join("\n\n")}\n`;
}
function modelPart(model) {
	const reasons = model.reasons.map((reason) => `- **${reason.level}**: ${escapeMarkdown(prose(sentenceOf(reason)))}`);
	const { accepted } = model;
	const word = accepted ? [`- **accepted** by ${escapeMarkdown(accepted.by)}: ${escapeMarkdown(accepted.why)}`] : [];
	const remedy = model.error ? [`- **to do**: ${escapeMarkdown(model.error.remedy)}`] : [];
	const { lineage } = model;
	const descent = lineage ? [`- **lineage**: ${lineageWords(model)}: ${escapeMarkdown(lineage.words)}`] : [];
	return [
		`## ${escapeMarkdown(model.name)}: ${verdictWords[model.verdict]}`,
		[
			...word,
			...reasons,
			...remedy,
			...descent
		].join("\n"),
		summary$2(model),
		regionLines(model, arrow).map((line) => `- ${escapeMarkdown(line)}`).join("\n"),
		sentence$2(pinnedWords(model, escapeMarkdown)),
		sentence$2(sliceWords(model, escapeMarkdown)),
		slices(model),
		intervals(model),
		sanity(model),
		probes(model),
		fixtures$1(model)
	].filter((part) => part !== "").join("\n\n");
}
function summary$2(model) {
	const { drift = {}, judged, predictions } = model;
	const methods = Object.entries(drift);
	if (!judged || methods.length === 0) return "";
	const rows = methods.map(([method, found]) => [method === judged.method ? `**${method}** (judged)` : method, ...metrics.map(({ name }) => found[name] ? reading(name, found[name].mean) : "-")]);
	const accuracy = predictions?.accuracy;
	const words = predictions && [
		predictions.change ? `Predictions: ${changeWords(predictions.change)}` : `Predictions: ${predictions.flipped} of ${predictions.compared} flipped`,
		predictions.divergence && `mean Jensen-Shannon divergence ${predictions.divergence.mean.toFixed(4)} bits`,
		accuracy && `accuracy on ${accuracy.labelled} labelled fixtures ${(accuracy.baseline * 100).toFixed(0)} %${arrow}${(accuracy.candidate * 100).toFixed(0)} %`
	].filter(Boolean).join("; ");
	const calibration = calibrationWords(model);
	return `${table(["mean over fixtures", ...metrics.map(({ title }) => title)], rows)}\n\n${words}.${calibration ? `\n\nJudged by ${calibration}.` : ""}`;
}
const sentence$2 = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
function slices({ slices: found = [], judged }) {
	if (found.length === 0 || !judged) return "";
	const rows = found.map(({ by, name, fixtures: count, drift, flipped }) => [
		by,
		escapeMarkdown(name),
		reading(metrics[0].name, drift),
		String(count),
		String(flipped)
	]);
	return table([
		"slice",
		"name",
		`mean ${metrics[0].title.toLowerCase()}`,
		"fixtures",
		"flipped"
	], rows);
}
function intervals(model) {
	const rows = intervalRows(model);
	if (rows.length === 0) return "";
	return `${sentence$2(precisionWords(model))}\n\n${table(intervalColumns, rows.map((row) => row.map(escapeMarkdown)))}`;
}
function sanity({ sanity: checks = [] }) {
	if (checks.length === 0) return "";
	return table([
		"check of the explanation",
		"outcome",
		"figures"
	], checks.map(({ check, outcome, message }) => [
		escapeMarkdown(check),
		outcome.replace("-", " "),
		escapeMarkdown(message)
	]));
}
function probes({ probes: found = [] }) {
	if (found.length === 0) return "";
	const rows = found.map((probe) => {
		const [, ...cells] = probeCells(probe, arrow);
		const name = escapeMarkdown(probe.name);
		return [probe.picture ? `[${name}](${encodeURI(probe.picture)})` : name, ...cells];
	});
	return table(probeColumns, rows);
}
function fixtures$1(model) {
	if (model.fixtures.length === 0) return "";
	const regions = columnRegions(model).map(({ name }) => name);
	const rows = byDrift(model).map((fixture) => [
		picture(fixture),
		fixture.status,
		reading("attention-shift", judgedDrift(model, fixture)),
		reading("overlap", judgedDrift(model, fixture, "overlap")),
		directionWords(model, fixture),
		...regions.map((name) => escapeMarkdown(regionHeat(fixture, name, arrow))),
		escapeMarkdown(predictionWords(fixture, arrow)),
		escapeMarkdown(fixture.reason ?? "")
	]);
	return table([
		"fixture",
		"status",
		"attention shift",
		"overlap",
		"towards",
		...regions.map((name) => `heat on ${escapeMarkdown(name)}`),
		"prediction",
		"note"
	], rows);
}
function picture(fixture) {
	const title = escapeMarkdown(titleOf(fixture));
	return fixture.montage ? `[${title}](${encodeURI(fixture.montage)})` : title;
}
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
function legend$1({ models }) {
	const meanings = metrics.filter(({ name }) => models.some((model) => Object.values(model.drift ?? {}).some((found) => name in found))).map(({ title, meaning }) => [title, meaning]);
	if (models.some(({ probes: found = [] }) => found.length > 0)) meanings.push(...probeMeanings);
	if (models.some(({ regions }) => regions)) meanings.push(...Object.entries(regionMeanings));
	return meanings.map(([title, meaning]) => `- **${title}**: ${meaning}`).join("\n");
}
function footer({ tool, engine, models }) {
	const layers = models.flatMap(({ name, candidate }) => candidate ? [`${escapeMarkdown(name)} at ${escapeMarkdown(candidate.layer.name)} (${candidate.layer.width} x ${candidate.layer.height})`] : []);
	return `${[
		tool,
		`engine ${engine.version}`,
		...layers
	].join("; ")}.`;
}

// src/results-file/write.ts
/** `results.json`, in pieces: of thousands of fixtures it is large. */
function* resultsText(results) {
	yield* jsonPieces(written$3(results), 2);
	yield "\n";
}
/** Results as they are written: reasons in words, for readers that have no table of them. */
const written$3 = (results) => ({
	...results,
	models: results.models.map(writtenModel)
});
const writtenModel = (model) => ({
	...model,
	reasons: model.reasons.map(writtenReason)
});
const writtenReason = (reason) => ({
	level: reason.level,
	code: codeOf(reason),
	message: sentenceOf(reason)
});

// src/targets/_ahead.ts
/**
* What is found for each item, in their order. The next one is asked for before the one at hand is given, so that whoever
* answers works while its receiver does; never more than one ahead, so that memory does not grow with them.
*/
async function* ahead(items, ask) {
	const asked = (at) => {
		const item = items[at];
		const found = item === void 0 ? void 0 : ask(item);
		found?.catch(() => {});
		return found;
	};
	let next = asked(0);
	for (const [at, item] of items.entries()) {
		const found = await next;
		next = asked(at + 1);
		yield [item, found];
	}
}

// src/core/colormap.ts
/**
* matplotlib's `inferno` (Nathaniel Smith and Stefan van der Walt, CC0): perceptually uniform, its lightness rises
* throughout, so it reads the same in grey and for colour-blind eyes. The table is matplotlib 3.11's own, all 256
* entries of red, green and blue, in base64: it deviates nowhere.
*
* A share's colour begins at `3 * Math.round(255 * share)`.
*/
const inferno = Uint8Array.from(atob([
	"AAADAAAEAAAGAQAHAQEJAQELAgEOAgIQAwISBAMUBAMWBQQYBgQbBwUdCAYfCQYhCgcjCwcmDQgoDggqDwktEAkvEgoyEwo0FAs2Fgs5Fws7GQs+",
	"GgtAHAxDHQxFHwxHIAxKIgtMJAtOJgtQJwtSKQtUKwpWLQpYLgpaMApcMgldNAlfNQlgNwlhOQliOwlkPAllPglmQAlmQQlnQwpoRQppRgppSAtq",
	"SgtqSwxrTQxrTw1sUA1sUg5sUw5tVQ9tVw9tWBBtWhFtWxFuXRJuXxJuYBNuYhRuYxRuZRVuZhVuaBZuahduaxdubRhubhhucBluchltcxptdRtt",
	"dhtteBxtehxtex1sfR1sfh5sgB9rgR9rgyBrhSBqhiFqiCFqiSJpiyJpjSNpjiRokCRokSVnkyVnlSZmliZmmCdlmShkmyhknCljniljoCpioSth",
	"oythpCxgpixfpy1fqS5eqy5drC9crjBbrzFbsTFasjJZtDNYtTNXtzRWuDVWujZVuzdUvTdTvjhSvzlRwTpQwjtPxDxOxT1Nxz5MyD5LyT9Ky0BJ",
	"zEFIzUJHz0RG0EVE0UZD0kdC1EhB1UlA1ko/10s+2U092k4720863FA53VI43lM331Q24FY04lcz41gy5Fox5Vsw5lwu5l4t518s6GEr6WIq6mQo",
	"62Un7Gcm7Wgl7Woj7mwi720h8G8f8HAe8XId8nQc8nUa83cZ83kY9HoW9XwV9X4U9oAS9oER94MQ94UO+IcN+IgM+IoL+YwJ+Y4I+ZAI+pEH+pMG",
	"+pUG+pcG+5kG+5sG+50G+54H+6AH+6II+6QK+6YL+6gN+6oO+6wQ+64S+7AU+7EW+7MY+7Ua+7cc+7ke+rsh+r0j+r8l+sEo+cMq+cUs+ccv+Mkx",
	"+Ms0+M03988699E89tM/9tVC9ddF9dlI9NtL9NxP895S8+BW8+JZ8uRd8uZg8ehk8elo8ets8e1w8e508fB58fJ98vOB8vSF8/aJ9PeN9fiR9vqV",
	"9/uZ+fyd+v2g/P6k"
].join("")), (digit) => digit.charCodeAt(0));
/** Colour of a share of the greatest heat, 0 (black) to 1 (pale yellow). Values outside are clipped. */
const heatColour = (share) => colours$1[Math.round(255 * Math.min(1, Math.max(0, share)))];
const colours$1 = Array.from({ length: 256 }, (_, at) => [...inferno.subarray(3 * at, 3 * at + 3)]);
/** Heat gained and heat lost: orange and blue, which no common colour blindness confuses. */
const gained = [
	255,
	145,
	20
];
const lost = [
	70,
	160,
	255
];
/** Colour of a change from -1 (lost) to 1 (gained), and how strongly to lay it on: not at all at 0, fully at the ends. */
function changeColour(change) {
	return {
		colour: change < 0 ? lost : gained,
		strength: Math.min(1, Math.abs(change))
	};
}

// src/reports/_outlines.ts
/** In turn: green and pink, which neither heat (black to yellow) nor change (orange, blue, white) uses. */
const lines$2 = [[
	80,
	235,
	120
], [
	255,
	120,
	210
]];
const lineColour = (index) => lines$2[index % lines$2.length];
const dark = [
	0,
	0,
	0
];
/**
* Draws the edge of each region inside it: a line in its colour and a dark one within, so that it shows on light and on dark.
* @param thick pixels of each line
*/
function drawOutlines(target, outlines, thick) {
	const { width, height } = target;
	for (const { mask, colour } of outlines) {
		const { line, within } = edgeOf(mask, width, height, thick);
		for (const at of line) blendAt(target, at % width, Math.floor(at / width), colour, .95);
		for (const at of within) blendAt(target, at % width, Math.floor(at / width), dark, .6);
	}
}
/** Each tile of a montage, and its narrow form, has the same edges. */
const edges = /* @__PURE__ */ new WeakMap();
function edgeOf(mask, width, height, thick) {
	const known = edges.get(mask) ?? /* @__PURE__ */ new Map();
	edges.set(mask, known);
	const key = `${width} x ${height}, ${thick}`;
	const edge = known.get(key) ?? edgeOfShown(shown$2(mask, width, height), width, thick);
	known.set(key, edge);
	return edge;
}
function edgeOfShown(inside, width, thick) {
	const within = withoutEdge(inside, width, thick);
	const deep = withoutEdge(within, width, thick);
	const found = {
		line: [],
		within: []
	};
	inside.forEach((value, at) => {
		if (value && !within[at]) found.line.push(at);
		else if (within[at] && !deep[at]) found.within.push(at);
	});
	return found;
}
/** The mask at the size of a picture: each pixel is what the mask has at its centre. */
function shown$2(mask, width, height) {
	const pixels = new Uint8Array(width * height);
	const columns = Array.from({ length: width }, (_, x) => Math.floor((x + .5) * mask.width / width));
	for (let y = 0; y < height; y++) {
		const row = Math.floor((y + .5) * mask.height / height) * mask.width;
		for (let x = 0; x < width; x++) pixels[y * width + x] = mask.data[row + columns[x]];
	}
	return pixels;
}
/** What of a mask has all four neighbours in it, so many times; the edge of the picture is an edge. */
function withoutEdge(mask, width, times) {
	if (times > 1) return withoutEdge(withoutEdge(mask, width, 1), width, times - 1);
	return mask.map((value, at) => {
		const column = at % width;
		if (!value || column === 0 || column === width - 1) return 0;
		return mask[at - 1] && mask[at + 1] && mask[at - width] && mask[at + width] ? 1 : 0;
	});
}

// src/reports/_overlay.ts
/**
* A map at the size of a picture: its positive part as a density relative to an even spread (1 = the average share of
* heat), upsampled half-pixel bilinear. Maps on different grids become comparable. `undefined`: no positive heat.
*/
function relativeHeat(map, size) {
	const positive = heat$1(map);
	const shares = density(positive);
	if (shares === void 0) return void 0;
	const relative = {
		...positive,
		data: Float32Array.from(shares, (share) => share * shares.length)
	};
	return resizeBilinear(relative, size.width, size.height);
}
/**
* Heat over a picture of the same size. The picture turns grey and a little darker, so that every colour seen is heat;
* the colour grows stronger with the heat, up to 0.75 at five eighths of `full`, the heat that gets the last colour.
*/
function heatOverlay(picture, heatmap, full) {
	const result = shade(picture, .8);
	const { data } = result;
	const heats = heatmap.data;
	for (let i = 0, at = 0; i < heats.length; i++, at += 3) {
		const share = heats[i] / full;
		if (!(share > 0)) continue;
		const colour = 3 * Math.floor(255 * Math.min(1, share) + .5);
		const opacity = .75 * Math.min(1, 1.6 * share);
		const grey = data[at];
		data[at] = grey + (inferno[colour] - grey) * opacity + .5;
		data[at + 1] = grey + (inferno[colour + 1] - grey) * opacity + .5;
		data[at + 2] = grey + (inferno[colour + 2] - grey) * opacity + .5;
	}
	return result;
}
/** Gained heat in orange and lost heat in blue over the dark grey picture; a change of `full` gets the full colour. */
function changeOverlay(picture, before, after, full) {
	const result = shade(picture, .5);
	const [then, now] = [before.data, after.data];
	for (let i = 0; i < now.length; i++) {
		if (now[i] === then[i]) continue;
		const { colour, strength } = changeColour((now[i] - then[i]) / full);
		mix(result.data, 3 * i, colour, .95 * strength);
	}
	return result;
}
/** `blendAt` for pixels that are known to be inside. */
function mix(data, at, [red, green, blue], opacity) {
	data[at] = Math.round(data[at] + (red - data[at]) * opacity);
	data[at + 1] = Math.round(data[at + 1] + (green - data[at + 1]) * opacity);
	data[at + 2] = Math.round(data[at + 2] + (blue - data[at + 2]) * opacity);
}
/**
* Draws a white line around every region where two heats differ for the eye: by pixelmatch's YIQ distance between
* their overlays on plain mid-grey, so that the texture of the photo does not fray the line.
* @param compared both heats, and the one that gets the last colour
* @param thick pixels of the line
*/
function outlineDifference(target, { before, after, full }, thick) {
	const { width, height } = target;
	const page = plain(width, height, [
		128,
		128,
		128
	]);
	const mask = new Uint8Array(width * height * 4);
	const [a, b] = [before, after].map((map) => withAlpha(heatOverlay(page, map, full)));
	pixelmatch(a, b, mask, width, height, {
		diffMask: true,
		includeAA: true
	});
	const differs = (x, y) => mask[(y * width + x) * 4 + 3] !== 0;
	for (let y = thick; y < height - thick; y++) for (let x = thick; x < width - thick; x++) {
		const inside = differs(x - thick, y) && differs(x + thick, y) && differs(x, y - thick) && differs(x, y + thick);
		if (differs(x, y) && !inside) blendAt(target, x, y, [
			255,
			255,
			255
		], .85);
	}
}
/** The picture in grey, every value times `light`; RGB. */
function shade(picture, light) {
	const grey = toGrey(picture);
	const data = new Uint8Array(grey.data.length * 3);
	for (let i = 0; i < grey.data.length; i++) {
		const value = grey.data[i] * light;
		data[3 * i] = value;
		data[3 * i + 1] = value;
		data[3 * i + 2] = value;
	}
	return {
		...grey,
		channels: 3,
		data
	};
}
function withAlpha({ width, height, data }) {
	const rgba = new Uint8Array(width * height * 4).fill(255);
	for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgba[4 * i + c] = data[3 * i + c];
	return rgba;
}

// src/reports/_captions.ts
const bright = [
	236,
	239,
	244
];
const quiet$1 = [
	164,
	172,
	183
];
/** Pixels on pictures of the usual size, as is the height of a line: those of twice the pixels have twice as many. */
const gap = 8;
/** A title with coloured words at its right end, and a quieter line. */
function caption(card, { title, note, legend = [] }, { x, y, width, size }) {
	let right = x + width;
	for (const { text, colour } of legend.toReversed()) {
		right -= textWidth(text, size);
		drawText(card, text, right, y, colour, size);
		right -= size * 8;
	}
	drawText(card, shorten(title, right - x, size), x, y, bright, size);
	if (note !== void 0) drawText(card, shorten(note, width, size), x, y + size * 15, quiet$1, size);
}
const barHeight = 6;
/** What colours mean, in one line. */
function drawBar(card, { ends: [left, right], colour }, { x, y, width, size }) {
	const to = x + width - textWidth(right.text, size);
	drawText(card, left.text, x, y, left.colour, size);
	drawText(card, right.text, to, y, right.colour, size);
	const from = x + textWidth(left.text, size) + size * 8 / 2;
	const length = to - size * 8 / 2 - from;
	const [height, top] = [size * barHeight, y + (size * (15 - barHeight) >> 1)];
	for (let at = 0; at < length; at++) tint(card, {
		x: from + at,
		y: top,
		width: 1,
		height
	}, colour(at / Math.max(1, length - 1)), 1);
}

// src/reports/_tiles.ts
/** A dark neutral card: it stands on light and on dark pages alike. */
const background = [
	32,
	35,
	40
];
const captionGap = 4;
/** Tiles per row: all there are, and two of them for narrow screens. */
const [inRow, inPairs] = [4, 2];
/** Pixels of a tile's picture where the page shows 160: twice as many, for screens that have them, if the picture does. */
const tileFor = ({ width, height }) => Math.max(width, height) >= 240 ? 320 : 160;
/** Of the letters and lines on a picture. */
const sizeOf = ({ width, height }) => Math.max(width, height) > 240 ? 2 : 1;
/** The picture at display size: its longer side becomes `tile` pixels. */
function display(picture, tile) {
	const scale = tile / Math.max(picture.width, picture.height);
	return resample(picture, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
}
/**
* The heat on a picture of its own size, its hottest place in the last colour, with a bar that says how many times the
* average of the picture that is; or that there is none.
*/
function heatOrWords(picture, map) {
	if (map === void 0) return {
		picture,
		words: "no positive heat"
	};
	const full = peak(map);
	const ends = [quietly("0"), quietly(`${full.toFixed(full < 10 ? 1 : 0)}× average`)];
	return {
		picture: heatOverlay(picture, map, full),
		bar: {
			ends,
			colour: heatColour
		}
	};
}
const quietly = (text) => ({
	text,
	colour: quiet$1
});
/** The picture, dark and grey, with words on it instead of heat. */
function saying(picture, words) {
	const size = sizeOf(picture);
	const line = size * 15;
	const result = shade(picture, .3);
	const room = Math.max(1, Math.floor((picture.height - size * 8) / line));
	const lines = wrap(words, picture.width - 2 * size * 8, room, size);
	const top = Math.floor((picture.height - lines.length * line) / 2);
	lines.forEach((each, i) => {
		const left = Math.floor((picture.width - textWidth(each, size)) / 2);
		drawText(result, each, left, top + i * line, bright, size);
	});
	return result;
}
/** One sheet per form: tiles in rows of at most so many, evened out, pictures centred in their tile. Each tile is drawn once for all. */
function sheets(tiles, layout, forms) {
	const cells = cellsOf(tiles, layout);
	return forms.map((columns) => arranged(cells, layout, columns));
}
/** A tile each with its words, on a piece of card that reaches half the way to its neighbours, and down to the next row. */
function cellsOf(tiles, { tile, outlines = [] }) {
	const size = sizeOf({
		width: tile,
		height: tile
	});
	const [space, line] = [size * 8, size * 15];
	const tallest = Math.max(...tiles.map(({ picture }) => picture.height));
	const notes = tiles.some(({ note }) => note !== void 0) ? 1 : 0;
	const bars = tiles.some(({ bar }) => bar) ? 1 : 0;
	const words = size * captionGap + line * (1 + notes + bars);
	return tiles.map((each) => {
		const cell = plain(tile + space, tallest + words + space, background);
		const { width, height } = each.picture;
		paste(cell, finished(each, outlines, size), (space >> 1) + (tile - width >> 1), tallest - height >> 1);
		const place = {
			x: space >> 1,
			y: tallest + size * captionGap,
			width: tile,
			size
		};
		caption(cell, each, place);
		if (each.bar) drawBar(cell, each.bar, {
			...place,
			y: tallest + words - line
		});
		return cell;
	});
}
function arranged(cells, { title, tile }, columns) {
	const size = sizeOf({
		width: tile,
		height: tile
	});
	const [space, line] = [size * 8, size * 15];
	const down = Math.ceil(cells.length / columns);
	const across = Math.ceil(cells.length / down);
	const top = title === void 0 ? space : space + line + size * captionGap;
	const { width, height } = cells[0];
	const card = plain(space + across * width, top + down * height, background);
	if (title !== void 0) drawText(card, shorten(title, card.width - 2 * space, size), space, space - size, bright, size);
	cells.forEach((cell, i) => {
		paste(card, cell, (space >> 1) + i % across * width, top + Math.floor(i / across) * height);
	});
	return card;
}
function finished({ picture, words }, outlines, size) {
	if (words !== void 0) return saying(picture, words);
	if (outlines.length === 0) return picture;
	const result = {
		...picture,
		data: picture.data.slice()
	};
	drawOutlines(result, outlines, size);
	return result;
}

// src/reports/montage.ts
/** The same, once for each number of tiles per row. */
function montages(request, forms) {
	const { title, input, regions = [], tile = tileFor(input) } = request;
	const picture = toRgb(display(input, tile));
	const outlines = regions.map(({ mask }, index) => ({
		mask,
		colour: lineColour(index)
	}));
	const captioned = [{
		name: "input",
		picture,
		legend: named$1(regions)
	}, ...heatTiles(picture, request)].map((each) => ({
		...each,
		title: each.name,
		...given$1(request.captions?.[each.name])
	}));
	return sheets(captioned, {
		title,
		tile,
		outlines
	}, forms);
}
/** The first two regions: there is room for no more. */
const named$1 = (regions) => regions.slice(0, 2).map(({ region }, index) => ({
	text: shorten(region, 48),
	colour: lineColour(index)
}));
function given$1({ title, note } = {}) {
	return {
		...title !== void 0 && { title },
		...note !== void 0 && { note }
	};
}
function heatTiles(picture, { baseline, candidate }) {
	const before = baseline && relativeHeat(baseline, picture);
	const after = relativeHeat(candidate, picture);
	const full = Math.max(before ? peak(before) : 0, after ? peak(after) : 0);
	const candidateTile = {
		name: "candidate",
		...heatOrWords(picture, after)
	};
	if (baseline === void 0) return [candidateTile];
	return [
		{
			name: "baseline",
			...heatOrWords(picture, before)
		},
		candidateTile,
		{
			name: "change",
			...change(picture, before, after, full)
		}
	];
}
const legend = [{
	text: "white line: visible",
	colour: [
		255,
		255,
		255
	]
}];
/** From all that there is lost to as much gained. */
const changeBar = {
	ends: [{
		text: "lost",
		colour: lost
	}, {
		text: "gained",
		colour: gained
	}],
	colour(share) {
		const { colour, strength } = changeColour(2 * share - 1);
		const pixel = plain(1, 1, [
			50,
			50,
			50
		]);
		blendAt(pixel, 0, 0, colour, .95 * strength);
		return [...pixel.data];
	}
};
function change(picture, before, after, full) {
	if (before === void 0 && after === void 0) return {
		picture,
		words: "no positive heat on either side"
	};
	const none = {
		...picture,
		data: new Float32Array(picture.width * picture.height)
	};
	const result = changeOverlay(picture, before ?? none, after ?? none, full);
	outlineDifference(result, {
		before: before ?? none,
		after: after ?? none,
		full
	}, sizeOf(picture));
	return {
		picture: result,
		bar: changeBar,
		legend
	};
}

// src/reports/probe-montage.ts
/**
* What an edit does to one model: input | heat | edited input | heat, each map on its own scale, with the answers below;
* once for each number of tiles per row.
*/
function probeMontages({ title, ...request }, forms) {
	const { without, with: edited, tile = tileFor(without.picture) } = request;
	const tiles = [without, edited].flatMap((side) => {
		const picture = toRgb(display(side.picture, tile));
		return [{
			title: side.title,
			picture,
			note: side.answer
		}, {
			title: side.heat,
			...heatOrWords(picture, relativeHeat(side.map, picture)),
			note: side.note
		}];
	});
	return sheets(tiles, {
		title,
		tile
	}, forms);
}

// src/images/encode.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
/**
* A picture as WebP, lossy: what the pull-request comment shows. A montage of four 160 px tiles takes about 15 KB.
* The same picture gives the same bytes on every platform (libwebp's encoder is integer arithmetic and seedless).
*/
async function encodeWebp(raster, quality = 85) {
	return open$1(raster).webp({
		quality,
		effort: 2
	}).toBuffer();
}
/** A picture as PNG, lossless: what the command line writes. The strongest compression takes twice as long for a twentieth of the size. */
async function encodePng(raster) {
	return (raster.channels === 1 ? open$1(raster).toColourspace("b-w") : open$1(raster)).png({ compressionLevel: 6 }).toBuffer();
}
function open$1({ width, height, channels, data }) {
	return dist_default(data, { raw: {
		width,
		height,
		channels
	} });
}

// src/targets/_own-files.ts
/** A change may bring links of its own where we write: they are not followed out of the folder. */
const ownPath = (folder, name) => confined(folder, join(folder, name), `output ${name}`);
async function savePicture(folder, path, picture) {
	const [place, bytes] = [await ownPath(folder, path), await encodeWebp(picture)];
	await (0, import_lib.default)(place, Buffer.from(bytes));
}

// src/images/enlarge.ts
/** Of the longer side, in pixels: what a picture of a fixture is shown at. */
const shown$1 = 480;
/**
* The same framing on a larger input, so that a reader sees the picture itself and not what is left of it at the size of the
* model: whole multiples, since sizes that the team wrote grow along, and no more than the file has to show.
* @returns what was given where the file has nothing to enlarge: a small picture, or a middle that is cut out of the stored pixels
*/
function enlarged(input, preparation, stored) {
	const longer = ({ width, height }) => Math.max(width, height);
	const times = Math.min(Math.ceil(shown$1 / longer(input)), Math.floor(longer(stored) / longer(input)));
	const { pixels } = preparation;
	const isStored = pixels?.crop !== void 0 && pixels.crop > 1 && pixels.resizeTo === void 0;
	if (times <= 1 || isStored) return [input, preparation];
	const larger = {
		...input,
		width: input.width * times,
		height: input.height * times
	};
	if (!pixels) return [larger, preparation];
	const { resizeTo, crop, ...how } = pixels;
	const grown = {
		...how,
		...resizeTo !== void 0 && { resizeTo: sized(resizeTo, times) },
		...crop !== void 0 && { crop: crop > 1 ? crop * times : crop }
	};
	return [larger, {
		...preparation,
		pixels: grown
	}];
}
const sized = (size, times) => typeof size === "number" ? size * times : size.split("x").map((side) => Number(side) * times).join("x");

// src/reports/html/evidence.ts
/** Cells of a map's longer side on the page: more cannot be told apart under a picture. */
const mostCells = 32;
/** The maps of one fixture and method, as the page draws them. */
function mapPair(before, now) {
	const refusal = [now, before].find((map) => map !== void 0 && isRefusal(map));
	if (refusal) return { refused: refusal.refused };
	return {
		before: before && storedMap(before),
		now: now && storedMap(now)
	};
}
/** A map of any size -> its heat relative to an even spread, a byte per cell. */
function storedMap(map) {
	const positive = heat$1(map);
	const shrink = Math.min(1, mostCells / Math.max(map.width, map.height));
	const [width, height] = [map.width, map.height].map((side) => Math.max(1, Math.round(side * shrink)));
	const seen = shrink < 1 ? resizeArea(positive, width, height) : positive;
	const shares = density(seen);
	if (!shares) return {
		width,
		height,
		peak: 0,
		cells: ""
	};
	const most = shares.reduce((largest, share) => Math.max(largest, share), 0);
	const bytes = Uint8Array.from(shares, (share) => Math.round(255 * share / most));
	return {
		width,
		height,
		peak: most * shares.length,
		cells: btoa(String.fromCharCode(...bytes))
	};
}

// src/targets/_fixture-pictures.ts
/**
* A fixture as people look at it: framed as the model sees it, and larger where the file has more to show.
* @param size `as seen` does not enlarge it
*/
async function fixturePicture({ config, candidate }, name, explainer, size = "enlarged") {
	const found = config.fixtures.find((fixture) => fixture.name === name);
	if (!found) return void 0;
	const { path, regions } = found;
	const asked = ([input, preparation]) => ({
		path,
		input,
		preparation,
		regions
	});
	const plain = [candidate.input, preparationOf(config)];
	const seen = await explainer.fixture(asked(plain));
	const larger = size === "enlarged" && seen.stored && enlarged(...plain, seen.stored);
	const loaded = larger && larger[0] !== plain[0] ? await explainer.fixture(asked(larger)).catch(() => seen) : seen;
	const { width, height, channels } = candidate.input;
	return {
		loaded,
		picture: loaded.picture ?? rasterFromArray(loaded.values, width, height, channels)
	};
}
/** The picture of a fixture of which there is a map to draw. */
async function pictureToDraw(audited, { name }, explainer) {
	return drawnMap(audited.config, audited.candidate, name) && fixturePicture(audited, name, explainer);
}
/** Of the method that is drawn. */
function drawnMap({ methods }, side, name) {
	const map = side?.seen.get(name)?.maps[methods[0]];
	return map && !isRefusal(map) ? map : void 0;
}
/**
* The montage of a fixture.
* @param now what the candidate is called
* @param form `plain`: 160 pixels per tile; `sharp`: twice that, where its file has them; `both`: for narrow screens as well
*/
function drawn$1({ config, result, baseline, candidate }, fixture, { picture, loaded }, { now, form }) {
	const request = {
		title: titleOf(fixture),
		input: picture,
		baseline: fixture.baseline && drawnMap(config, baseline, fixture.name),
		candidate: drawnMap(config, candidate, fixture.name),
		captions: captions(result, fixture, now),
		regions: loaded.regions,
		...form === "plain" && { tile: 160 }
	};
	const [wide, narrow] = montages(request, form === "both" ? [inRow, inPairs] : [inRow]);
	return {
		montage: wide,
		narrow,
		picture
	};
}
/** @param longest pixels of the picture's longer side; 0: no picture */
async function evidenceOf({ result, baseline, candidate }, fixture, picture, longest) {
	const [before, now] = [fixture.baseline && baseline?.seen.get(fixture.name)?.maps, candidate.seen.get(fixture.name)?.maps];
	if (!picture || longest === 0) return {
		width: 0,
		height: 0,
		maps: []
	};
	const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
	const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
	const bytes = await encodeWebp(scale < 1 ? resample(picture, width, height) : picture, 80);
	return {
		picture: `data:image/webp;base64,${Buffer.from(bytes).toString("base64")}`,
		width,
		height,
		maps: methodsOf(result).map((method) => mapPair(before?.[method], now?.[method]))
	};
}
function captions(model, fixture, now) {
	const said = (side) => side && predictionWords({ candidate: side });
	return {
		input: { note: explainedWords(fixture) },
		baseline: { note: said(fixture.baseline) },
		candidate: {
			title: now,
			note: said(fixture.candidate)
		},
		change: { note: `shift ${reading("attention-shift", judgedDrift(model, fixture))}` }
	};
}

// src/targets/_probe-pictures.ts
/**
* What a probe does to the candidate: on a fixture whose answer it changes, else on the one that it adds most to; `undefined`
* when there is nothing to draw.
*/
async function probePicture(audited, { name, worst }, explainer) {
	const flip = audited.flips?.find((each) => each.edit === name);
	if (flip) return flipPicture(audited, flip, explainer);
	const { config, candidate, result } = audited;
	const probe = config.probes.find((each) => each.name === name);
	const fixture = result.fixtures.find((each) => each.name === worst);
	const seen = fixture && candidate.seen.get(fixture.name);
	const found = seen?.probes?.[name];
	const before = seen?.maps[config.methods[0]];
	if (!probe || !fixture || !found || "refused" in found || !found.map || !before || isRefusal(before)) return void 0;
	const both = await editedPictures(audited, fixture.name, { done: probe }, explainer);
	const heat = `heat for ${explainedWords(fixture) ?? "the answer"}`;
	return both && {
		title: `${name}: ${fixture.name}`,
		without: {
			title: "input",
			picture: both[0],
			answer: `answer ${predictionWords({ candidate: fixture.candidate })}`,
			map: before,
			heat
		},
		with: {
			title: `with ${name}`,
			picture: both[1],
			map: found.map,
			heat,
			note: `${(found.moved * 100).toFixed(0)} % of the heat moved`
		}
	};
}
/** A picture whose answer an edit changes: the heat of the answer without it, and of the new one with it. */
async function flipPicture(audited, flip, explainer) {
	const { config, candidate, result } = audited;
	const fixture = result.fixtures.find((each) => each.name === flip.fixture);
	const map = fixture && candidate.seen.get(fixture.name)?.maps[config.methods[0]];
	const both = map && !isRefusal(map) && await editedPictures(audited, flip.fixture, flip, explainer);
	if (!both) return void 0;
	const answer = (name, sure) => `answer ${name} ${(sure * 100).toFixed(0)} %`;
	return {
		title: `${flip.words.replace(/^the probe /, "")}: ${flip.fixture}`,
		without: {
			title: "input",
			picture: both[0],
			answer: answer(flip.from, flip.sure.from),
			map,
			heat: `heat for ${explainedWords(fixture) ?? flip.from}`
		},
		with: {
			title: "edited",
			picture: both[1],
			answer: answer(flip.to, flip.sure.to),
			map: flip.map,
			heat: `heat for ${flip.to}`
		}
	};
}
/** An edit that takes something of another picture needs both of one size. */
const countsPixels = ({ kind }) => kind === "jpeg" || kind === "swap";
/** A fixture without and with an edit. What counts pixels is done at the size of the model, all else on the picture that is shown. */
async function editedPictures(audited, name, { done, donor }, explainer) {
	const found = await fixturePicture(audited, name, explainer, countsPixels(done) ? "as seen" : "enlarged");
	const { input } = audited.candidate;
	const other = donor && await explainer.fixture({
		...donor,
		input,
		preparation: preparationOf(audited.config)
	});
	const edited = found?.loaded.picture && edit(done, found.loaded.picture, found.loaded.regions, donorOf(other));
	return edited && !("refused" in edited) ? [found.picture, edited.picture] : void 0;
}

// src/targets/_edit-pictures.ts
const fileOfProbe = (name) => `probe-${name}`;
const fileOfEdit = (name) => `edit-${name}`;
/** Names of the pictures of edits, without their ending. */
const editFiles = ({ probes = [], flips = [] }) => [...probes.map(({ name }) => fileOfProbe(name)), ...flips.map(({ edit }) => fileOfEdit(edit))];
/** Draws what probes and edits do: one picture for each that there is something to show of. */
async function withEditPictures(folder, audited, explainer) {
	const { result, flips: made = [] } = audited;
	const saved = async (name, request) => {
		if (!request) return {};
		const path = `${result.name}/${name}`;
		const paths = {
			picture: `${path}.webp`,
			narrow: `${path}.narrow.webp`
		};
		const [wide, narrow] = probeMontages(request, [inRow, inPairs]);
		await Promise.all([savePicture(folder, paths.picture, wide), savePicture(folder, paths.narrow, narrow)]);
		return paths;
	};
	const probes = await Promise.all((result.probes ?? []).map(async (probe) => ({
		...probe,
		...await saved(fileOfProbe(probe.name), await probePicture(audited, probe, explainer))
	})));
	const withPicture = async (flip) => {
		const probe = probes.find(({ name }) => name === flip.edit);
		const own = made.find(({ edit }) => edit === flip.edit);
		if (probe) return "picture" in probe ? {
			...flip,
			picture: probe.picture,
			narrow: probe.narrow
		} : flip;
		return own ? {
			...flip,
			...await saved(fileOfEdit(flip.edit), await flipPicture(audited, own, explainer))
		} : flip;
	};
	const drawn = {
		...result,
		...result.probes && { probes }
	};
	return drawn.flips ? {
		...drawn,
		flips: await Promise.all(drawn.flips.map(withPicture))
	} : drawn;
}

// src/targets/_picture-form.ts
/** Pictures that a comment has in sight, and that it has at all, unless told otherwise. */
const [inSight, shown] = [12, 48];
/** Of each fixture's montage, by the model's and the fixture's name: drawing takes time, and of hundreds few are looked at. */
function pictureForms({ models, change }) {
	const { sight, folded } = pictureOrder(models, change);
	const [both, sharp] = [new Set(sight.slice(0, inSight)), new Set([...sight, ...folded].slice(0, shown))];
	const forms = new Map(models.map(({ name, fixtures }) => [name, new Map(fixtures.map((each) => [each.name, both.has(each) ? "both" : sharp.has(each) ? "sharp" : "plain"]))]));
	return (model, fixture) => forms.get(model)?.get(fixture) ?? "plain";
}

// src/targets/_report-file.ts
/** What the build makes of the page: beside this file in `dist`; run from source, it is the last build's. */
const reportTemplate = () => readFile(new URL(import.meta.url.endsWith(".ts") ? "../../dist/report-template.html" : "report-template.html", import.meta.url), "utf8");
/** Pictures of a report: more would make a file that no browser opens at once. */
const mostPictures = 1e3;
/** Pixels of the longer side of each picture, by the fixture's name: the fewer there are the larger, and none for the steadiest of thousands. */
function pictureSizes(models) {
	const count = models.reduce((sum, { fixtures }) => sum + fixtures.length, 0);
	const size = count <= 60 ? 480 : count <= 400 ? 320 : 224;
	const each = Math.max(1, Math.floor(mostPictures / Math.max(1, models.length)));
	const chosen = new Map(models.map((model) => [model.name, new Set(byDrift(model).slice(0, each).map(({ name }) => name))]));
	return ({ name }, fixture) => chosen.get(name)?.has(fixture) ? size : 0;
}
/** Bytes of a page that are in memory at once: all its pictures together are large. */
const pieceBytes = 2 ** 16;
/** The pictures of a page as they stand in it, in pieces; those of a page that is not there, or is none, are none. */
function* evidenceIn(path) {
	const file = opened(path);
	if (file === void 0) return void (yield "[]");
	try {
		const [before, behind] = aroundEvidence;
		const place = Buffer.allocUnsafeSlow(pieceBytes);
		const start = placeOf$2(before, file, place);
		const end = start < 0 ? -1 : placeOf$2(behind, file, place, start + before.length);
		if (end < 0) return void (yield "[]");
		const decoder = new TextDecoder();
		for (let at = start + before.length; at < end;) {
			const read = readSync(file, place, 0, Math.min(pieceBytes, end - at), at);
			if (read === 0) throw new Error(`${path} changed while it was read.`);
			at += read;
			yield decoder.decode(place.subarray(0, read), { stream: at < end });
		}
	} finally {
		closeSync(file);
	}
}
function opened(path) {
	try {
		return openSync(path, "r");
	} catch {
		return;
	}
}
/** Where in a file a text comes first, in bytes, from one of them on; -1: nowhere. */
function placeOf$2(text, file, place, from = 0) {
	for (let at = from;; at += place.length - text.length + 1) {
		const read = readSync(file, place, 0, place.length, at);
		const found = place.subarray(0, read).indexOf(text, "latin1");
		if (found >= 0) return at + found;
		if (read < place.length) return -1;
	}
}

// src/targets/directory.ts
/**
* Writes an audit to a folder: one montage per fixture that both models explained, one per probe and per edit that stands out, `summary.md`,
* `report.html` and `results.json`.
* One picture is drawn while the one before is encoded and the next one decoded, and what the report shows of each is set aside, so
* memory does not grow with them.
* @param explainer decodes the fixtures; without it no picture is drawn
* @returns the results with the montages' paths in them
*/
async function writeAudit(folder, { results, pictures }, explainer) {
	await mkdir(folder, { recursive: true });
	for (const name of written$2) await rm(await ownPath(folder, name), { force: true });
	await sweep(folder);
	const sizeOf = pictureSizes(results.models);
	const formOf = pictureForms(results);
	const drawnModels = [];
	for (const result of results.models) {
		const audited = pictures.find((each) => each.result.name === result.name);
		const now = results.change ? "this PR" : "candidate";
		const size = (fixture) => sizeOf(result, fixture);
		const form = (fixture) => formOf(result.name, fixture);
		const drawing = explainer && {
			now,
			size,
			form,
			explainer
		};
		drawnModels.push(audited && drawing ? await withMontages(folder, audited, drawing) : {
			result,
			evidence: []
		});
	}
	const finished = {
		...results,
		models: drawnModels.map(({ result }) => result)
	};
	const evidence = drawnModels.map((each) => each.evidence);
	await writeFiles(folder, finished, reportPage(await reportTemplate(), finished, evidence));
	return finished;
}
/** In the order in which they are written: who finds results has the others. */
const written$2 = [
	"summary.md",
	"report.html",
	"results.json"
];
async function writeFiles(folder, results, report) {
	const texts = {
		"summary.md": [markdown(results)],
		"report.html": report,
		"results.json": resultsText(results)
	};
	for (const name of written$2) await writePieces(await ownPath(folder, name), texts[name]);
}
/** Writes results anew that somebody's word has changed since; the pictures stay. */
async function rewriteAudit(folder, results) {
	const evidence = evidenceIn(await ownPath(folder, "report.html"));
	await writeFiles(folder, results, withResults(await reportTemplate(), evidence, results));
}
async function withMontages(folder, audited, drawing) {
	const { result } = audited;
	const own = await ownPath(folder, result.name);
	await mkdir(own, { recursive: true });
	await sweep(own);
	const names = new Map(editFiles(result).map((name) => [name.toLowerCase(), 1]));
	const fixtures = [];
	const evidence = new Spilled();
	let writing;
	const pictures = ahead(result.fixtures, (each) => pictureToDraw(audited, each, drawing.explainer));
	for await (const [fixture, picture] of pictures) {
		const form = drawing.form(fixture.name);
		const found = picture && drawn$1(audited, fixture, picture, {
			now: drawing.now,
			form
		});
		const paths = found && pathsOf(found, `${result.name}/${unique(fixture.name, names)}`);
		fixtures.push(paths && isShown(fixture) ? {
			...fixture,
			...paths
		} : fixture);
		await writing;
		const shown = evidenceOf(audited, fixture, picture?.picture, drawing.size(fixture.name));
		const at = fixtures.length - 1;
		writing = Promise.all([shown.then((each) => evidence.set(at, each)), found && savePictures(folder, paths, found)]);
		writing.catch(() => {});
	}
	await writing;
	return {
		result: {
			...await withEditPictures(folder, audited, drawing.explainer),
			fixtures
		},
		evidence
	};
}
const pathsOf = ({ narrow }, path) => ({
	montage: `${path}.webp`,
	...narrow && { narrow: `${path}.narrow.webp` }
});
async function savePictures(folder, paths, drawn) {
	const narrow = paths.narrow === void 0 ? void 0 : savePicture(folder, paths.narrow, drawn.narrow);
	await Promise.all([savePicture(folder, paths.montage, drawn.montage), narrow]);
}
/** A file name of its own, also where case is not told apart. */
function unique(fixture, taken) {
	const slug = fileNameOf(fixture.replace(/\.\w+$/, "").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "fixture");
	const earlier = taken.get(slug.toLowerCase()) ?? 0;
	taken.set(slug.toLowerCase(), earlier + 1);
	if (earlier === 0) return slug;
	return unique(`${slug}-${earlier + 1}`, taken);
}

// src/lineage/_affine.ts
/**
* In parts of the numbers' own length. `equal`: what is left when formats compute the same in another order. `rounded`: where
* kernels were rounded, so was what is beside them, by 0.018 at most in eight bits of any family; a kernel that was rounded more
* coarsely tells its own scale no better than that.
*/
const tolerance = {
	equal: 1e-5,
	rounded: .02
};
/** A bias is small against what a kernel makes of its input where it is below this part of it. */
const slight = .001;
/**
* Bias and normalisation behind one kernel of two models. What the kernel itself was multiplied with counts: normalisation may
* be folded into it. `undefined` where a side does not tell, the kernels are none of the same, or the first one is scaled, which
* what pictures are prepared with may have been baked into.
* @param exact whether all kernels have the same numbers, so that nothing was rounded
*/
function affineWay(before, after, { way, cosine }, exact) {
	const [old, now] = [before.affine, after.affine];
	if (!old || !now || way !== "equal" && (way !== "encoded" || before.place === "first")) return void 0;
	const scales = before.channels.map((channel, at) => scaleOf(channel, after.channels[at]));
	const known = scales.flatMap((scale, at) => scale === void 0 && way === "encoded" ? [] : [at]);
	const factors = known.map((at) => [old.factors[at], now.factors[at] * (scales[at] ?? 1)]);
	const addends = known.map((at) => [old.addends[at], now.addends[at]]);
	const made = lengthOf(known.map((at) => old.factors[at] * lengthOf(before.channels[at])));
	const ends = way === "equal" ? [0, 1].map((at) => distance$1([[old.norms[at], now.norms[at]]], slight * made)) : [];
	return wayOf(Math.max(distance$1(factors), distance$1(addends, slight * made), ...ends), exact ? 0 : noiseOf(cosine));
}
/** The weights beside all kernels: those of a size that both have as many of, each with the likest. */
function othersWay(before, after, exact) {
	const ways = [...new Set(after.map(({ size }) => size))].flatMap((size) => {
		const [old, now] = [before, after].map((all) => all.filter((each) => each.size === size));
		if (old.length !== now.length) return [];
		const way = wayOf(furthest(old, now), exact ? 0 : tolerance.rounded);
		return way === "changed" && size <= few ? "rounded" : way;
	});
	return worstOf(ways);
}
/** Numbers that are so few are what pictures are prepared with, and the bounds of a step. */
const few = 4;
const worstOf = (ways) => ways.includes("changed") ? "changed" : ways.includes("rounded") ? "rounded" : "equal";
const noiseOf = (cosine) => Math.max(tolerance.rounded, Math.sqrt(1 - Math.min(1, cosine ** 2)));
function wayOf(distance, rounding) {
	if (distance <= tolerance.equal) return "equal";
	return distance <= rounding ? "rounded" : "changed";
}
function furthest(before, after) {
	const free = new Set(before);
	const distances = after.map(({ values }) => {
		const nearest = [...free].map((each) => ({
			each,
			far: distance$1(Array.from(values, (now, at) => [each.values[at], now]))
		})).reduce((least, each) => each.far < least.far ? each : least);
		free.delete(nearest.each);
		return nearest.far;
	});
	return Math.max(...distances);
}
/** What a channel was multiplied with; `undefined` where nothing of it is left to tell. */
function scaleOf(before, after) {
	const length = dot$1(before, before);
	return length === 0 || after.every((value) => value === 0) ? void 0 : dot$1(before, after) / length;
}
const dot$1 = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);
const lengthOf = (numbers) => Math.hypot(...numbers);
/** Of two lists of numbers, in parts of the longer one, or of `least` where both are shorter. */
function distance$1(pairs, least = 0) {
	const apart = lengthOf(pairs.map(([before, now]) => now - before));
	const length = Math.max(least, lengthOf(pairs.map(([before]) => before)), lengthOf(pairs.map(([, now]) => now)));
	return apart === 0 ? 0 : apart / length;
}

// src/lineage/_rounding.ts
const dot = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);
/** 0 where one of them is. */
function cosineOf(a, b) {
	const [aa, bb] = [dot(a, a), dot(b, b)];
	return aa === 0 || bb === 0 ? 0 : dot(a, b) / Math.sqrt(aa * bb);
}
/**
* Whether numbers are others rounded to whole steps, as in a quantised file: all lie on a ladder of at most 256 rungs, each
* within a step of the number before, times one scale. A ladder of so few rungs that the direction changes says nothing.
*/
function isRounded(a, b) {
	const step = stepOf(b);
	if (step === void 0 || Math.abs(cosineOf(a, b)) < .9) return false;
	const scale = dot(a, b) / dot(a, a);
	return b.every((value, at) => Math.abs(value - scale * a[at]) <= .8 * step);
}
/** Rungs between two neighbours of eight numbers and more on a ladder of 256. */
const mostRungs = 36;
/** Fewer numbers lie on a ladder by chance, also on the one whose end the largest of them is. */
const fewest$3 = {
	ofAny: 8,
	ofEnds: 4
};
/** The rungs that the largest number of a channel lies on when zero is the middle of the ladder. */
const ends = [127, 128];
/** How far a number may lie from its rung, in steps; and what float16 takes from it, where the file has that. */
const off = .02;
const half = 2 ** -11;
/** The distance between two rungs of the ladder that numbers lie on, where they do. */
function stepOf(values) {
	const sorted = values.toSorted();
	const range = sorted.at(-1) - sorted[0];
	if (values.length < fewest$3.ofEnds || range === 0) return void 0;
	const rounding = values.every(isHalf) ? half : 0;
	const gaps = Array.from(sorted.subarray(1), (value, at) => ({
		size: value - sorted[at],
		error: rounding * (Math.abs(value) + Math.abs(sorted[at]))
	}));
	const isStep = (step) => range / step <= 257 && gaps.every((gap) => isWhole$2(gap, step));
	return candidates(sorted, gaps).filter(isStep).sort((a, b) => b - a)[0];
}
/** Whether a number of float32 is one of float16 as well (IEEE 754 binary16); Node has `Math.f16round` from 24 on only. */
function isHalf(value) {
	const size = Math.abs(value);
	if (size > 65504) return size === Number.POSITIVE_INFINITY;
	const exponent = Math.max(-14, Math.floor(Math.log2(size)));
	return Number.isInteger(size * 2 ** (10 - exponent));
}
const isWhole$2 = ({ size, error }, step) => Math.abs(size / step - Math.round(size / step)) < off + error / step;
function candidates(sorted, gaps) {
	const most = Math.max(-sorted[0], sorted.at(-1));
	const ofEnds = ends.map((rungs) => most / rungs);
	if (sorted.length < fewest$3.ofAny) return ofEnds;
	const range = sorted.at(-1) - sorted[0];
	const ascending = gaps.map(({ size }) => size).filter((size) => size > range / 512).toSorted((a, b) => a - b);
	const ofGaps = Array.from({ length: mostRungs }, (_, at) => refined(ascending[0] / (at + 1), ascending));
	return [...ofEnds, ...ofGaps];
}
/** A step told from the smallest gap has that one's rounding; wider gaps tell it better and better. */
function refined(step, ascending) {
	let [products, squares] = [0, 0];
	return ascending.reduce((better, size) => {
		const rungs = Math.round(size / better);
		products += size * rungs;
		squares += rungs * rungs;
		return squares === 0 ? better : products / squares;
	}, step);
}

// src/lineage/_likeness.ts
/** Both are sampled alike: their shapes are the same, and so are their places. */
function likenessOf(before, after) {
	const all = before.channels.map((channel, at) => [channel, after.channels[at]]);
	if (before.norm === after.norm && all.every(([a, b]) => a.every((value, at) => value === b[at]))) return {
		way: "equal",
		cosine: 1
	};
	const pairs = all.filter(([a, b]) => !isDead(a) || !isDead(b));
	if (!pairs.some((pair) => !pair.some(isDead))) return {
		way: "unknown",
		cosine: 0
	};
	if (isEncoded(pairs)) return {
		way: "encoded",
		cosine: meanOf(pairs.map(([a, b]) => Math.abs(cosineOf(a, b))))
	};
	const cosine = meanCosine(pairs);
	const ofColours = before.place === "first" && after.place === "first" ? cosineOfColours(before, after) : -1;
	return {
		way: ofColours > 1 - rounding$1 ? "baked" : "turned",
		cosine: Math.max(cosine, ofColours)
	};
}
/** Channel by channel, or on one ladder for all of them, with or without a scale per channel. */
function isEncoded(pairs) {
	const back = pairs.map(([a, b]) => [b, a]);
	const byChannel = pairs.every(([a, b]) => isScaled(a, b) || isRounded(a, b) || isRounded(b, a));
	const whole = [
		pairs,
		pairs.map(scaledAlike),
		back,
		back.map(scaledAlike)
	].map(joined$3);
	return byChannel || whole.some((pair) => isRounded(...pair));
}
/**
* What is left of 1 when a direction is rounded: float16 leaves 2e-8 and bfloat16 5e-7, folding in float32 less; three
* epochs of fine-tuning at a small rate leave 1e-4.
*/
const rounding$1 = 1e-6;
const isDead = (channel) => channel.every((value) => value === 0);
/** A weight that is exactly 0 was pruned and points nowhere; a channel without any other is left out. */
function meanCosine(pairs) {
	const kept = pairs.filter(([, b]) => b.some((value) => value !== 0));
	return meanOf(kept.map(([a, b]) => cosineOf(a.map((value, at) => b[at] === 0 ? 0 : value), b)));
}
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
/** Folding scales a channel; where the normalisation's own factor was negative, it points the other way round. */
const isScaled = (a, b) => Math.abs(cosineOf(a, b)) > .999999;
function joined$3(pairs) {
	const join = (side) => Float32Array.from(pairs.flatMap((pair) => [...pair[side]]));
	return [join(0), join(1)];
}
/** The first one as long as the second. */
function scaledAlike([a, b]) {
	const scale = dot(a, b) / (dot(a, a) || 1);
	return [a.map((value) => scale * value), b];
}
/** The cosine when each colour before may be any colour after, and have a scale of its own. */
function cosineOfColours(before, after) {
	const colours = coloursOf(before.shape);
	if (colours < 2) return -1;
	const planes = ({ channels }, colour) => channels.map((channel) => channel.filter((_, at) => at % colours === colour));
	const each = Array.from({ length: colours }, (_, colour) => colour);
	const best = each.map((colour) => Math.max(...each.map((other) => cosineOfAll(planes(before, colour), planes(after, other)))));
	return meanOf(best);
}
/** Of all planes together, each with a scale of its own; those that weigh little decide little. */
function cosineOfAll(before, after) {
	const sum = (of) => before.reduce((total, plane, at) => total + of(plane, after[at]), 0);
	const weight = sum((a, b) => Math.sqrt(dot(a, a) * dot(b, b)));
	return weight === 0 ? 0 : sum(dot) / weight;
}

// src/lineage/_pairing.ts
/**
* Pairs kernels of the same shape, in order of execution. Formats put parallel branches in different orders, so that a
* kernel without a likeness in its place may take another of its shape.
* @returns the pairs in the candidate's order; or in words why there is none for some kernel
*/
function pairsOf$1(baseline, candidate) {
	if (baseline.length === 0 || candidate.length === 0) return "One of the models has no kernels to compare.";
	if (baseline.length !== candidate.length) return `The models have different numbers of kernels: ${candidate.length} after ${baseline.length}.`;
	const free = new Set(baseline);
	const pairs = [];
	for (const [index, after] of candidate.entries()) {
		const before = partner(free, after);
		if (!before) return `No kernel of the baseline is left that is ${after.shape.join(" x ")}, as kernel ${index + 1} of ${candidate.length} is.`;
		free.delete(before);
		pairs.push({
			before,
			after,
			index,
			widened: !isOfShape(before, after)
		});
	}
	return pairs;
}
/** Leading ones aside: a matrix may be written as a 1 x 1 convolution. */
const sizes = ({ shape }, end) => shape.slice(0, end).join().replace(/^(1,)+/, "");
const isOfShape = (a, b) => sizes(a) === sizes(b);
function partner(free, after) {
	const [first, ...others] = [...free].filter((each) => isOfShape(each, after) && isSampledAlike(each, after));
	if (!first) return [...free].find((each) => isHeadOf(each, after));
	if (isLike(first, after)) return first;
	return others.find((each) => isLike(each, after)) ?? first;
}
/** Two by chance are not so much alike, and two of one descent are. */
const isLike = (a, b) => likenessOf(a, b).cosine > .6;
const isHeadOf = (a, b) => a.place === "last" && b.place === "last" && sizes(a, -1) === sizes(b, -1);
const isSampledAlike = ({ channels: a }, { channels: b }) => a.length === b.length && a[0]?.length === b[0]?.length;

// src/lineage/_words.ts
/** What was seen of two models whose kernels pair up, in one sentence. */
const wordsOf = (seen) => `${[kernelWords(seen), ...besideWords(seen)].join("; ")}.`;
function kernelWords({ kind, kernels, least, isNew }) {
	const all = kernels.length;
	const equal = kernels.filter(({ way }) => way === "equal").length;
	if (equal === all) return `All ${all} kernels are equal`;
	const first = equal === 0 ? `None of ${all} kernels is equal` : `${equal} of ${all} kernels are equal`;
	if (kernels.every(({ way }) => way === "unknown")) return `${first}, and those of their channels that are kept are all zero`;
	if (kernels.every(({ way }) => isWritten(way))) return `${first}, the rest but for rounding or scale${bakedWords(kernels)}`;
	if (kind === "fine-tuned") return `${first}, the rest point where they did: ${cosineWords(least)}`;
	const fresh = kernels.filter(isNew).length;
	return `${first}, ${fresh > 0 ? `${fresh} new` : "many turned far"}: ${cosineWords(least)}`;
}
const isWritten = (way) => way !== "turned" && way !== "unknown";
const bakedWords = (kernels) => kernels.some(({ way }) => way === "baked") ? "; the first one has its colours exchanged or scaled" : "";
/** Said where the kernels alone would not explain the kind. */
function besideWords({ kernels, beside }) {
	if (!kernels.every(({ way }) => isWritten(way)) || beside === "equal") return [];
	if (beside === "untold") return ["biases and normalisation were not kept with the baseline"];
	if (beside === "rounded") return kernels.every(({ way }) => way === "equal") ? ["what is beside them is written otherwise"] : [];
	const behind = kernels.filter(({ affine }) => affine === "changed");
	if (behind.length === 0) return ["weights beside them are not"];
	return [`bias or normalisation behind ${behind.length} of them changed (${behind[0].name})`];
}
/** Cut off, not rounded: 0.9997 is not 1.000. */
const cosineWords = ({ cosine, name }) => `the lowest cosine similarity is ${(Math.trunc(cosine * 1e3) / 1e3).toFixed(3)} (${name})`;

// src/lineage/lineage.ts
const lineageKinds = [
	"same",
	"converted",
	"fine-tuned",
	"retrained",
	"other-architecture"
];
/**
* A kernel below this is new. A direction drawn anew has a cosine of 0 +- 0.09 with the old one, told from 128 numbers: at
* most 0.25 among many. Training on leaves 0.98 even at the full rate with other labels, and of a pretrained trunk that two
* trainings had from elsewhere 0.93 is left. Pruned weights are not looked at, so pruning alone leaves 1.00.
*/
const newBelow = .5;
/**
* A head below this is new, and so is a network with more than a tenth of its kernels below: two trainings from scratch
* that began with the same random numbers end at 0.35 to 0.85. Two that began with the same pretrained trunk and the same
* random head do not part that far (0.97), so they show as `fine-tuned`; only who trained them can say otherwise.
*/
const turnedBelow = .75;
/** How the model of one sketch descends from that of another, told from what both have learned. */
function lineageOf(baseline, candidate) {
	const pairs = pairsOf$1(sampledKernels(baseline), sampledKernels(candidate));
	if (typeof pairs === "string") return {
		kind: "other-architecture",
		similarity: 0,
		words: pairs
	};
	const { kernels, beside } = comparedAll(pairs, baseline, candidate);
	const told = kernels.filter(({ way }) => way !== "unknown");
	const least = (told.length > 0 ? told : kernels).reduce((least, each) => each.cosine < least.cosine ? each : least);
	const kind = kindOf$1(kernels, beside);
	return {
		kind,
		similarity: Math.max(0, least.cosine),
		words: wordsOf({
			kind,
			kernels,
			least,
			beside,
			isNew
		})
	};
}
function comparedAll(pairs, baseline, candidate) {
	const alike = pairs.map(({ before, after, widened }) => widened ? {
		way: "turned",
		cosine: 0
	} : likenessOf(before, after));
	const exact = alike.every(({ way }) => way === "equal");
	const kernels = pairs.map(({ before, after, index }, at) => {
		const name = `kernel ${index + 1} of ${pairs.length}, ${after.shape.join(" x ")}`;
		const affine = affineWay(before, after, alike[at], exact);
		return {
			...alike[at],
			affine,
			isLast: index === pairs.length - 1,
			name
		};
	});
	const [before, after] = [sampledConstants(baseline), sampledConstants(candidate)];
	const ways = kernels.flatMap(({ affine }) => affine ?? []);
	return {
		kernels,
		beside: before && after ? worstOf([...ways, othersWay(before, after, exact)]) : "untold"
	};
}
const isNew = ({ way, cosine, isLast }) => way !== "unknown" && cosine < (isLast ? turnedBelow : newBelow);
function kindOf$1(kernels, beside) {
	const all = (...ways) => kernels.every(({ way }) => ways.includes(way));
	if (all("unknown")) return "retrained";
	if (all("equal") && beside === "equal") return "same";
	if (all("equal", "encoded", "baked") && beside !== "changed") return "converted";
	const turned = kernels.filter(({ way, cosine }) => way !== "unknown" && cosine < turnedBelow).length;
	return kernels.some(isNew) || turned > kernels.length / 10 ? "retrained" : "fine-tuned";
}

// package.json
var version = "0.1.0";

// src/version.ts
const tool = `camdrift ${version}`;

// src/spill/read-map.ts
/** A map whose values are made when they are asked for, from what is kept under their keys. */
var ReadMap = class {
	#kept;
	#read;
	constructor(kept, read) {
		this.#kept = kept;
		this.#read = read;
	}
	get size() {
		return this.#kept.size;
	}
	has(key) {
		return this.#kept.has(key);
	}
	get(key) {
		return this.#kept.has(key) ? this.#read(this.#kept.get(key)) : void 0;
	}
	keys() {
		return this.#kept.keys();
	}
	*values() {
		for (const kept of this.#kept.values()) yield this.#read(kept);
	}
	*entries() {
		for (const [key, kept] of this.#kept) yield [key, this.#read(kept)];
	}
	[Symbol.iterator]() {
		return this.entries();
	}
	forEach(tell) {
		for (const [key, value] of this.entries()) tell(value, key, this);
	}
};
/** A map whose values are set aside as they come. */
var SpilledMap = class extends ReadMap {
	#slots;
	#to;
	constructor(to = spill) {
		const slots = /* @__PURE__ */ new Map();
		super(slots, (slot) => to.get(slot));
		this.#slots = slots;
		this.#to = to;
	}
	set(key, value) {
		this.#slots.set(key, this.#to.put(value));
	}
};

// src/baselines/_whole.ts
/** Where a baseline is written first. Its manifest comes last, so with a manifest it is whole. */
const staging = "pending";
const last = "manifest.json";
/**
* Replaces all files of a folder that `ours` recognises, as one step for whoever reads with `wholeFolder`: they are written
* beside the old ones, and only when all of them are there do they take their places. Killed at any moment it leaves the old ones
* or the new ones; the next call puts the folder in order.
* @param files names and texts, all but the manifest; one at a time, so that all of them need not be in memory
*/
async function replaceAll(folder, files, manifest, ours) {
	await mkdir(folder, { recursive: true });
	await settle(folder, ours);
	const staged = join(folder, staging);
	try {
		await mkdir(staged);
		for (const [name, text] of files) await (0, import_lib.default)(join(staged, name), text);
		await (0, import_lib.default)(join(staged, last), manifest);
	} catch (error) {
		await rm(staged, {
			recursive: true,
			force: true
		}).catch(() => {});
		throw error;
	}
	await settle(folder, ours);
}
/** The folder to read from: the one that is being replaced, unless what replaces it is whole already. */
async function wholeFolder(folder) {
	const staged = join(folder, staging);
	return await isWhole$1(staged) ? staged : folder;
}
/** Puts what is whole in its place, removes what is not, and what was there before. */
async function settle(folder, ours) {
	const staged = join(folder, staging);
	await sweep(folder);
	if (await isWhole$1(staged)) {
		const names = (await filesIn(staged)).filter((name) => ours(name) && name !== last);
		for (const name of [...names, last]) await (0, import_lib.default)(join(folder, name), await readFile(join(staged, name)));
		const kept = new Set(names);
		for (const name of await readdir(folder)) if (ours(name) && name !== last && !kept.has(name)) await rm(join(folder, name));
		await rm(join(staged, last));
	}
	await rm(staged, {
		recursive: true,
		force: true
	});
}
/** A link is not followed: it would make a baseline of what lies elsewhere. */
async function isWhole$1(staged) {
	const [folder, manifest] = await Promise.all([staged, join(staged, last)].map((path) => lstat(path).catch(() => void 0)));
	return Boolean(folder?.isDirectory() && manifest?.isFile());
}
const filesIn = async (folder) => (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

// src/baselines/directory.ts
const manifestName = "manifest.json";
const recordEnding = ".map.json";
const mostBytes$7 = 16 * 2 ** 20;
/**
* Writes a baseline in place of the one that is there. Whoever reads it, at any moment and after any interruption, finds the
* old one or the new one, whole.
*/
async function writeBaseline(folder, baseline) {
	const manifest = {
		version: 1,
		...provenanceOf(baseline),
		weights: baseline.weights
	};
	const ours = (name) => name === manifestName || name.endsWith(recordEnding);
	await replaceAll(folder, recordsOf(baseline), toText(manifest), ours);
}
/**
* Reads a baseline back, bit by bit.
* @throws CamdriftError `baseline-unavailable` when there is none, or it is damaged or half written
*/
async function readBaseline(folder) {
	const there = await wholeFolder(folder);
	const manifest = await readJson(there, manifestName, manifestSchema, `There is no baseline in ${folder}`);
	const made = makingDigest(manifest);
	const seen = new SpilledMap();
	for (const file of await recordFiles(there)) {
		const record = await readJson(there, file, recordSchema, `The baseline in ${folder} is incomplete`);
		if (record.made !== made) throw unavailable$3(`The baseline in ${folder} is mixed: the record of ${record.fixture} was made by another model than the manifest's, or in another way.`);
		seen.set(record.fixture, fromRecord(record, manifest, folder));
	}
	const { version: _, ...provenance } = manifest;
	return {
		...provenance,
		seen
	};
}
function* recordsOf(baseline) {
	const made = makingDigest(baseline);
	for (const [name, seen] of baseline.seen) yield [recordName(name), toText(toRecord(name, seen, made))];
}
/** Readable, and unique by the hash of the whole name. */
function recordName(fixture) {
	return `${fixture.replace(/\.\w+$/, "").replace(/[^\w-]+/g, "-").slice(-60).replace(/^-+/, "")}-${createHash("sha256").update(fixture).digest("hex").slice(0, 8)}${recordEnding}`;
}
async function recordFiles(folder) {
	return (await readdir(folder)).filter((file) => file.endsWith(recordEnding)).sort();
}
const toText = (value) => `${JSON.stringify(value, void 0, 1)}\n`;
async function readJson(folder, name, schema, trouble) {
	const path = await confined(folder, join(folder, name), `file ${name} of the baseline`);
	const bytes = await readRegular(path, mostBytes$7, (why, cause) => unavailable$3(`${trouble}: ${path} cannot be read: ${why}.`, cause));
	try {
		return schema.parse(JSON.parse(bytes.toString("utf8")));
	} catch (cause) {
		throw unavailable$3(`${path} is not a baseline file of this version of camdrift, or it is damaged.`, cause);
	}
}
const unavailable$3 = (message, cause) => new CamdriftError("baseline-unavailable", message, { cause });
function toRecord(fixture, seen, made) {
	const maps = Object.entries(seen.maps).map(([method, map]) => [method, isRefusal(map) ? map : {
		width: map.width,
		height: map.height,
		data: floatsToText(map.data)
	}]);
	return {
		version: 1,
		fixture,
		digest: seen.digest,
		made,
		class: seen.classIndex,
		predicted: seen.predicted,
		top: top(seen.probabilities, 5),
		probabilities: floatsToText(seen.probabilities),
		...seen.value !== void 0 && { value: seen.value },
		maps: Object.fromEntries(maps),
		...seen.probes && { probes: withoutMaps(seen.probes) }
	};
}
function withoutMaps(probes) {
	const bare = Object.entries(probes).map(([name, found]) => {
		if ("refused" in found) return [name, found];
		const { map: _, ...seen } = found;
		return [name, seen];
	});
	return Object.fromEntries(bare);
}
function fromRecord(record, manifest, folder) {
	const damaged = (what) => unavailable$3(`The baseline in ${folder} is damaged: the record of ${record.fixture} ${what}.`);
	const probabilities = textToFloats(record.probabilities);
	if (probabilities.length !== manifest.classes || !probabilities.every(Number.isFinite)) throw damaged(`should have ${manifest.classes} finite probabilities and has ${probabilities.length}`);
	if (Math.max(record.class, record.predicted) >= manifest.classes) throw damaged(`names a class beyond the model's ${manifest.classes}`);
	const maps = Object.entries(record.maps).map(([method, map]) => [method, "refused" in map ? map : toMap(map, manifest, damaged)]);
	return {
		digest: record.digest,
		classIndex: record.class,
		predicted: record.predicted,
		probabilities,
		...record.value !== void 0 && { value: record.value },
		maps: Object.fromEntries(maps),
		...record.probes && { probes: record.probes }
	};
}
function toMap({ width, height, data }, { layer }, damaged) {
	const values = textToFloats(data);
	if (width === layer.width && height === layer.height && values.length === width * height && values.every(Number.isFinite)) return {
		width,
		height,
		data: values
	};
	throw damaged(`should have maps of ${layer.width} x ${layer.height} finite values and has one of ${width} x ${height} with ${values.length}`);
}
function top(probabilities, count) {
	return [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]).slice(0, count).map((index) => ({
		class: index,
		probability: Number(probabilities[index].toPrecision(6))
	}));
}

// src/judgement/method-grid.ts
/**
* How far honest retrains drift by a method on a layer, in parts of Grad-CAM's drift on the last one, whose limits are written:
* the middle, as a ratio, of what was measured on three families (docs/method-and-grid.md). On the last layer all methods lie
* within 0.7 to 1; before it the grid is finer, class-weighted methods drift up to 2.7 times as far and others less.
*/
const drifts = {
	cam: [
		1,
		1,
		1
	],
	"grad-cam": [
		1,
		1.75,
		2.6
	],
	"grad-cam++": [
		.73,
		.57,
		.6
	],
	"hires-cam": [
		1,
		1.37,
		1.15
	],
	"layer-cam": [
		.75,
		.84,
		.8
	],
	"xgrad-cam": [
		1,
		1.43,
		1.95
	],
	"eigen-cam": [
		.72,
		.76,
		.68
	]
};
/**
* What a limit of camdrift's own on the attention shift is multiplied with.
* @param finer cells of the explained layer for each of the last one's, along a side; 1 and more
*/
function driftScale(method, finer) {
	const steps = Math.max(0, Math.min(2, Math.round(Math.log2(finer))));
	return drifts[method]?.[steps] ?? 1;
}

// src/judgement/policy.ts
/** The team's limits on right answers; of two the lower one. */
function accuracyLimits(...written) {
	const lowest = (name) => written.flatMap((each) => each?.[name] ?? []).sort((a, b) => a - b)[0];
	const [ofClass, overall] = [lowest("class-loss"), lowest("accuracy-loss")];
	if (ofClass === void 0 && overall === void 0) return void 0;
	return {
		...ofClass !== void 0 && { class: ofClass },
		...overall !== void 0 && { overall }
	};
}
function limitsBy(written, lineage, scale) {
	const own = limitsOf(lineage);
	const scaled = Object.entries(own.thresholds).map(([name, limit]) => [name, limit * scale]);
	const { divergence, ...drift } = written ?? {};
	const known = Object.fromEntries(Object.entries(drift).filter(([name]) => metrics.some((each) => each.name === name)));
	const named = Object.keys(known).length > 0;
	return {
		thresholds: named ? known : Object.fromEntries(scaled),
		divergence: divergence ?? own.divergence,
		named,
		divergenceNamed: divergence !== void 0
	};
}
/** Whatever either limits, by the lower limit. */
function both(a, b) {
	const names = Object.keys({
		...a.thresholds,
		...b.thresholds
	});
	const lower = (name) => Math.min(...[a, b].flatMap(({ thresholds }) => thresholds[name] ?? []));
	return {
		thresholds: Object.fromEntries(names.map((name) => [name, lower(name)])),
		divergence: [a.divergence, b.divergence].filter((each) => each !== void 0).sort((x, y) => x - y)[0],
		named: a.named || b.named,
		divergenceNamed: a.divergenceNamed || b.divergenceNamed
	};
}
/**
* How a model of a lineage is judged. Limits that the team names hold for every lineage; where it names none, the lineage's
* own do, for the method and the grid that it judges by: how much finer that is than the last layer's.
*/
function policyFor({ methods, thresholds, alsoThresholds, probes, regions, reference, answerLimit }, lineage, finer = 1) {
	const scale = isSpread(lineage) ? driftScale(methods[0], finer) : 1;
	const own = limitsBy(thresholds, lineage, scale);
	const limits = alsoThresholds ? both(own, limitsBy(alsoThresholds, lineage, scale)) : own;
	const accuracy = accuracyLimits(thresholds, alsoThresholds);
	const required = probes.filter(({ asked }) => asked).map(({ name }) => name);
	const scaled = probes.filter(({ ownLimit }) => ownLimit).map(({ name }) => name);
	return {
		method: methods[0],
		thresholds: { ...limits.thresholds },
		divergence: limits.divergence,
		...limits.divergenceNamed && { requiredDivergence: true },
		...answerLimit !== void 0 && { answer: answerLimit },
		limits: limits.named ? "configured" : "uncalibrated",
		...finer !== 1 && { finer },
		...lineage && { lineage },
		...probes.length > 0 && { probes: Object.fromEntries(probes.map(({ name, limit }) => [name, limit])) },
		...required.length > 0 && { requiredProbes: required },
		...scaled.length > 0 && { scaledProbes: scaled },
		...regions.length > 0 && { regions: Object.fromEntries(regions.map(({ name, rules }) => [name, [...rules]])) },
		...accuracy && { accuracy },
		...reference.kind === "none" && { baseline: "none" }
	};
}

// src/probes/digest.ts
/** Tells edits apart: a digest of all that decides the edited pixels, so not of how it is called and judged. */
function probeDigest({ name: _, limit: __, asked: ___, ownLimit: ____, ...edit }) {
	const bytes = (_key, value) => value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
	return createHash("sha256").update(JSON.stringify(edit, bytes)).digest("hex");
}

// src/sources/address.ts
/** A scheme of at least two letters: `C:\model` is a path. */
const isAddress = (path) => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
/** What is wrong with how an address is written; undefined when nothing is, or when the path is none. */
function addressProblem(model) {
	const { path, sha256, files } = model;
	if (!isAddress(path)) {
		const key = [
			"sha256",
			"files",
			"token-env"
		].find((name) => model[name] !== void 0);
		return key && {
			key,
			message: "belongs to a model whose `path` is an https address"
		};
	}
	const url = URL.canParse(path) ? new URL(path) : void 0;
	if (url?.protocol !== "https:") return {
		key: "path",
		message: "expected a path or an https address: nothing else is fetched"
	};
	if (url.username || url.password) return {
		key: "path",
		message: "has a password in it; name an environment variable with `token-env`"
	};
	if (sha256 === void 0) return {
		key: "sha256",
		message: "is required for a model at an address: 64 hex digits, as `sha256sum` prints them"
	};
	if (files && Object.hasOwn(files, fileName(path))) return {
		key: "files",
		message: `names ${fileName(path)}, which is the address itself and has \`sha256\``
	};
}
/** An address that `addressProblem` finds nothing wrong with. */
function addressOf({ path, sha256, files = {}, "token-env": tokenEnv }) {
	return {
		url: new URL(path).href,
		files: new Map([[fileName(path), sha256], ...Object.entries(files)]),
		tokenEnv
	};
}
/** Whether the same lies at the same place. */
const isSameAddress = (a, b) => a.url === b.url && a.files.size === b.files.size && [...a.files].every(([name, hex]) => b.files.get(name) === hex);
/** `modelDigest` of the model that lies there. */
const digestAt = ({ files }) => combinedDigest([...files].map(([name, sha256]) => ({
	name,
	sha256
})));
/** Where a file of the model lies: beside the address, whatever its query. */
const urlOf = ({ url, files }, name) => name === mainFile({ files }) ? new URL(url) : new URL(name.split("/").map(encodeURIComponent).join("/"), url);
const mainFile = ({ files }) => files.keys().next().value;
/** Without what may be secret: signed addresses carry their right in the query. */
function shownUrl(url) {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
}
/** A plain name for the file on disk; formats are told by content, and by `.onnx` and `saved_model.pb`. */
function fileName(url) {
	return decoded$1(new URL(url).pathname.split("/").at(-1)).replace(/[^\w.-]+/g, "-").replace(/^\.+/, "").slice(-100) || "model";
}
function decoded$1(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/versions/items.ts
/** What one fixture shows for one label of a multi-label model has a name of its own: `photos/1.png#2`, by the label's index. */
const itemName = (fixture, label) => `${fixture}#${label}`;
/** No picture's name ends so: an ending stands before it. */
const fixtureOf = (item) => item.replace(/#\d+$/, "");
/** The digests of fixtures by their own names, of items or fixtures. */
const digestsOf = (seen) => new Map(Array.from(seen ?? [], ([name, { digest }]) => [fixtureOf(name), { digest }]));
/**
* Each fixture once per label that either side explained, and as it is where nothing was seen of it.
* @param names of the labels, by index
*/
function itemsOf(fixtures, candidate, names) {
	const labels = /* @__PURE__ */ new Map();
	for (const [name, { classIndex }] of candidate) labels.set(fixtureOf(name), [...labels.get(fixtureOf(name)) ?? [], classIndex]);
	return fixtures.flatMap((fixture) => {
		const own = labels.get(fixture.name)?.toSorted((a, b) => a - b);
		const truth = truthOf$1(fixture);
		return own?.map((index) => ({
			...fixture,
			name: itemName(fixture.name, index),
			...truth(names[index])
		})) ?? [fixture];
	});
}
/** Whether a label is among the true ones, where these are known. */
function truthOf$1({ label, labels = label === void 0 ? void 0 : [label] }) {
	return (name) => {
		if (labels === void 0 || name === void 0) return { label: void 0 };
		const expected = labels.includes(name);
		return {
			label: expected ? name : void 0,
			expected
		};
	};
}
/**
* The baseline with what it is known to answer for labels that only the candidate names: the answer is of the whole fixture,
* and there is no map of it.
*/
function withFurtherLabels(baseline, candidate) {
	const known = new Map(Array.from(baseline.keys(), (name) => [fixtureOf(name), name]));
	const slots = new Map(Array.from(baseline.keys(), (name) => [name, { of: name }]));
	for (const [name, { classIndex }] of candidate) {
		const of = known.get(fixtureOf(name));
		if (of !== void 0 && !baseline.has(name)) slots.set(name, {
			of,
			classIndex
		});
	}
	return new ReadMap(slots, ({ of, classIndex }) => {
		const seen = baseline.get(of);
		if (classIndex === void 0) return seen;
		const { digest, predicted, probabilities } = seen;
		return {
			digest,
			predicted,
			probabilities,
			classIndex,
			maps: {}
		};
	});
}

// src/versions/use.ts
/** @throws CamdriftError `config-invalid` for a file of numbers that cannot be read */
async function useOf({ output, signature, inputs }) {
	const given = Object.entries(inputs ?? {}).map(async ([name, value]) => [name, typeof value === "number" ? value : await digestOf$2(value)]);
	return {
		...output !== void 0 && { output },
		...signature !== void 0 && { signature },
		...given.length > 0 && { inputs: Object.fromEntries(await Promise.all(given)) }
	};
}
async function digestOf$2(path) {
	const refuse = (why, cause) => new CamdriftError("config-invalid", `The input ${path} cannot be read: ${why}.`, { cause });
	return regularDigest(path, mostInputBytes, refuse);
}

// src/versions/staleness.ts
/** Why stored maps cannot be compared with what the configuration asks for; `undefined` when they can. */
async function staleness(stored, config) {
	const { score, layer, methods } = config;
	const { pixels, load } = config.baselineUse ?? config;
	if (stored.score !== score) return `it explains the ${stored.score}, and the ${score} is asked for`;
	if (layer !== "auto" && stored.layer.name !== layer) return `it was made from layer \`${stored.layer.name}\`, and \`${layer}\` is asked for`;
	if (!stored.methods.includes(methods[0])) return `it has no maps of ${methods[0]}, which is judged`;
	return otherPixels(stored.pixels, pixels) ?? otherUse(stored, await useOf(load));
}
/** Whether other numbers of the model were explained, or it was given others beside the picture. */
function otherUse({ output, signature, inputs = {} }, asked) {
	const made = (key, before, now) => before === now ? void 0 : `it was made with ${said(before)} for \`${key}\`, and ${said(now)} is asked for`;
	const found = Object.keys({
		...inputs,
		...asked.inputs
	}).sort().map((name) => made(`inputs: ${name}`, inputs[name], asked.inputs?.[name]));
	return made("output", output, asked.output) ?? made("signature", signature, asked.signature) ?? found.find(Boolean);
}
const said = (value) => value === void 0 ? "nothing" : `\`${typeof value === "string" ? value.slice(0, 60) : value}\``;
/** Whether the fixtures were read as other numbers. */
function otherPixels(stored, asked) {
	if (!stored) return "it was made by a version that turned pictures by EXIF, followed colour profiles and read 16-bit grey otherwise";
	const other = Object.keys({
		...stored,
		...asked
	}).find((key) => stored[key] !== asked[key]);
	return other && `it was made with ${said(stored[other])} for \`${written$1[other]}\`, and ${said(asked[other])} is asked for`;
}
/** As the configuration calls them. */
const written$1 = {
	orientation: "orientation",
	colour: "colour",
	resample: "resample",
	antialias: "antialias",
	resizeTo: "resize-to",
	crop: "crop"
};
/** Which probe's effect a stored baseline does not tell; maps can be compared all the same. */
function otherProbes({ probes: stored = [] }, { probes }) {
	const other = probes.find((probe) => stored.find(({ name }) => name === probe.name)?.digest !== probeDigest(probe));
	if (!other) return void 0;
	return `it was made ${stored.some(({ name }) => name === other.name) ? "with another" : "without the"} probe \`${other.name}\``;
}
/**
* Why a stored baseline is not the one that `camdrift baseline` would write now; `undefined` when it is. What cannot be read, of it, the
* model or a fixture, is such a reason: it costs no other model its answer.
*/
async function staleReason(model) {
	try {
		return await otherThanNow(model, await readBaseline(model.folder));
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		return error.message;
	}
}
/** The digest of the model that is there. What lies at an address is what its digest says, or is refused when it is fetched. */
const digestNow = async ({ address, path, load }) => address ? digestAt(address) : modelDigest(path, load.within);
async function otherThanNow(model, stored) {
	if (stored.model.digest !== await digestNow(model)) return "the model has changed since";
	return await staleness(stored, model) ?? otherFed(stored, model) ?? otherProbes(stored, model) ?? await otherFixtures(model, stored);
}
/** Two sides may be fed differently, and the reader is told; what would be stored now is another thing. */
function otherFed({ preprocess, fit }, now) {
	if (fit !== now.fit) return `it was made with \`${fit}\` for \`fit\`, and \`${now.fit}\` is asked for`;
	const numbers = ({ scale, mean, std, order }) => JSON.stringify({
		scale,
		mean,
		std,
		order
	});
	return numbers(preprocess) === numbers(now.preprocess) ? void 0 : `it was made with ${numbers(preprocess)} for \`preprocess\`, and ${numbers(now.preprocess)} is asked for`;
}
/** Whether the fixtures are still the ones that the maps were made from. */
async function otherFixtures({ fixtures }, { seen: items, task }) {
	const seen = task === "multi-label" ? digestsOf(items) : items;
	const missing = fixtures.filter(({ name }) => !seen.has(name)).length;
	if (missing > 0) return `${missing} of ${fixtures.length} fixtures are not in it`;
	const lost = seen.size - fixtures.length;
	if (lost > 0) return `${lost} of its fixtures are gone`;
	for (const { name, path } of fixtures) if (await regularDigest(path, mostBytes$6, (why, cause) => unreadable$2(name, why, cause)) !== seen.get(name)?.digest) return `fixture ${name} has changed since`;
}
/** As large as a fixture may be. */
const mostBytes$6 = 256 * 2 ** 20;
const unreadable$2 = (fixture, why, cause) => new CamdriftError("fixture-unreadable", `The fixture ${fixture} cannot be read: ${why}.`, { cause });

// src/judgement/cannot-tell.ts
/** Beyond half as much again as the limit, or as much below it, fixtures that disagree are no excuse. */
const wellBeyond = 1.5;
/** More fixtures than that nobody keeps. */
const mostFixtures = 1e3;
/**
* Whether a limit lies within the interval of a mean, near it: other fixtures of the same kind may put the mean on its other
* side, so neither a failure nor a pass is known. `undefined` where the limit decides.
*
* Near, so that fixtures which are too few or too different to say anything excuse nothing: a mean of one and a half times its limit
* or more fails however wide the interval is.
*/
function undecided(value, limit, intervals, { of, name }) {
	const found = intervals.find((each) => each.of === of && each.name === name);
	if (!found || limit <= 0 || value > wellBeyond * limit || wellBeyond * value < limit) return void 0;
	const { low, high, fixtures } = found;
	if (low > limit || high <= limit) return void 0;
	return {
		low,
		high,
		fixtures,
		limit,
		settledBy: settledBy(fixtures, value > limit ? value - low : high - value, value - limit)
	};
}
/**
* The same where the limit is an estimate as well, and may be as high as `highest`: whether the mean is beyond it for sure. The two
* errors make one by the method of variance estimates recovery (Zou and Donner, Statistics in Medicine 27, 2008), which takes the
* distance from each to the end of its interval. `undefined` where the value is beyond, or is not above the limit.
*/
function undecidedAbove(value, { limit, highest }, intervals, { of, name }, fixtures) {
	if (value <= limit || value > wellBeyond * highest) return void 0;
	const { low, high } = intervals.find((each) => each.of === of && each.name === name) ?? {
		low: value,
		high: value
	};
	const error = Math.hypot(value - low, highest - limit);
	if (value - limit > error) return void 0;
	return {
		low,
		high,
		fixtures,
		limit,
		...highest > limit ? { limitUpTo: highest } : {},
		settledBy: settledBy(fixtures, error, value - limit)
	};
}
/** How many fixtures make an error smaller than the distance from the limit: it falls with the root of their number. */
function settledBy(fixtures, error, distance) {
	const needed = Math.ceil(fixtures * (error / Math.abs(distance)) ** 2);
	return needed <= mostFixtures ? Math.max(needed, fixtures + 1) : void 0;
}

// src/judgement/signals.ts
/** What drift there is between the two models, each kind with its limit. */
function signalsOf$1(drift, divergence, policy, change) {
	const { method, thresholds, limits } = policy;
	const factor = (written) => written || !isSpread(policy.lineage) ? 1 : 2;
	const written = limits !== "uncalibrated";
	const attention = Object.entries(thresholds).flatMap(([metric, limit]) => {
		const value = drift[method]?.[metric]?.mean;
		if (value === void 0) return [];
		const found = {
			level: "fail",
			code: "attention-regression",
			value,
			limit,
			limits,
			metric,
			method
		};
		return [{
			of: "drift",
			name: metric,
			value,
			limit,
			beyond: limit * factor(written),
			written,
			reason: (among) => ({
				...found,
				among
			})
		}];
	});
	if (change && policy.answer !== void 0) return [...attention, answerSignal(change, policy.answer, limits)];
	if (divergence === void 0 || policy.divergence === void 0) return attention;
	const [value, limit] = [divergence, policy.divergence];
	const found = {
		level: "fail",
		code: "prediction-regression",
		value,
		limit,
		limits
	};
	const ofTeam = policy.requiredDivergence ?? false;
	const name = "divergence";
	const answers = {
		of: name,
		name,
		value,
		limit,
		beyond: limit * factor(ofTeam),
		written: ofTeam,
		reason: (among) => ({
			...found,
			among
		})
	};
	return [...attention, answers];
}
function answerSignal({ mean: value, before, after: now }, limit, limits) {
	const found = {
		level: "fail",
		code: "answer-regression",
		value,
		limit,
		limits,
		before,
		now
	};
	const name = "answer";
	return {
		of: name,
		name,
		value,
		limit,
		beyond: limit,
		written: true,
		reason: (among) => ({
			...found,
			among
		})
	};
}
/** How many times a signal is its limit. A limit of 0 accepts only what is identical. */
const ratioTo = (limit, value) => value === 0 ? 0 : limit === 0 ? Number.MAX_VALUE : value / limit;
const ratio = ({ value, limit }) => ratioTo(limit, value);

// src/judgement/drift.ts
/** Mean, 90th percentile and maximum per method and metric over the compared fixtures whose maps have heat. */
function summariseDrift(fixtures) {
	const summaries = [...new Set(fixtures.flatMap((fixture) => Object.keys(fixture.maps ?? {})))].flatMap((method) => {
		const drifts = fixtures.flatMap(({ maps }) => {
			const map = maps?.[method];
			return map && "drift" in map ? [map.drift] : [];
		});
		if (drifts.length === 0) return [];
		const perMetric = metrics.map(({ name }) => [name, summary$1(drifts.map((drift) => drift[name]))]);
		return [[method, Object.fromEntries(perMetric)]];
	});
	return Object.fromEntries(summaries);
}
const summary$1 = (values) => ({
	mean: mean(values),
	p90: percentile(values, 90),
	max: Math.max(...values)
});
/** What drifted, whether or not it is in doubt. */
const regressionIn = (reason) => reason.code === "drift-doubtful" || reason.code === "cannot-tell" ? reason.found : reason;
/**
* The signals as one score, and the reasons that follow.
*
* Each signal is divided by its limit, and the largest ratio is the score. Without a calibration a score above 1 fails. With
* one, the score is compared with those of the accepted models of the same lineage: one test, so that several
* signals do not add up their false alarms; the limits then are only the scale. Where the accepted scores have probes in them,
* so has this one.
*
* @param intervals of the means; where one has the limit that would decide inside, it cannot be told
* @param edits what probes show, in parts of what honest models show
*/
function judgeDrift(drift, divergence, policy, change, intervals = [], edits = []) {
	const signals = signalsOf$1(drift, divergence, policy, change).toSorted(byRatio);
	if (signals.length === 0) return {
		score: void 0,
		reasons: []
	};
	const largest = (policy.calibration?.whole ? [...signals, ...edits].toSorted(byRatio) : signals)[0];
	const value = ratio(largest);
	const plain = {
		value,
		signal: largest.name
	};
	const over = signals.flatMap((signal) => exceeded(signal, intervals));
	if (!policy.calibration) return {
		score: plain,
		reasons: over
	};
	const { scores, rate, otherBaselines = 0, whole } = policy.calibration;
	const p = conformalP(value, scores);
	const score = {
		...plain,
		p,
		accepted: scores.length
	};
	const more = neededFor(rate) - scores.length;
	if (more > 0) return {
		score,
		reasons: tooFew(over, score, policy, more)
	};
	if (p > rate || value < negligible) return {
		score,
		reasons: []
	};
	const asFar = scores.filter((each) => each >= value).length;
	const among = {
		accepted: scores.length,
		lineage: policy.lineage,
		asFar,
		p,
		rate,
		otherBaselines,
		...whole && { whole }
	};
	return {
		score,
		reasons: [largest.reason(among)]
	};
}
const byRatio = (a, b) => ratio(b) - ratio(a);
/**
* Between a limit of ours and twice that lie honest models of other networks: nobody fails for it, and nobody passes unseen. Which
* side of the limit that fails a mean is on may be chance. A limit that the team wrote is a rule for these fixtures, and decides.
*/
function exceeded(signal, intervals) {
	const { value, beyond, limit, written, reason } = signal;
	const over = !(value <= limit);
	const found = reason();
	if (written) return over ? [found] : [];
	if (over && value <= beyond) return [{
		level: "warn",
		code: "drift-doubtful",
		found
	}];
	const unsure = undecided(value, beyond, intervals, signal);
	if (unsure) return [{
		level: "warn",
		code: "cannot-tell",
		found,
		...unsure
	}];
	return over ? [found] : [];
}
/**
* Drift below a tenth of every limit is nothing that a reader could see, however still the accepted models were. To pass it
* keeps the promise: fewer benign models fail, not more.
*/
const negligible = .1;
/** Too small a calibration judges nobody: the limits do, except that no model fails for drifting less than an accepted one. */
function tooFew(over, { value }, { calibration, limits, lineage }, more) {
	const { scores, rate } = calibration;
	const judged = scores.some((each) => each >= value) ? over.map((reason) => ({
		...reason,
		level: "warn"
	})) : over;
	const small = {
		accepted: scores.length,
		lineage,
		rate,
		missing: more,
		limits
	};
	return [...judged, {
		level: "warn",
		code: "calibration-small",
		...small
	}];
}

// src/comparison/_alike.ts
/** Of the fixtures that a verdict may rest on. */
const countedNames = ({ fixtures }) => new Set(fixtures.filter(({ touched, copyOf }) => !touched && copyOf === void 0).map(({ name }) => name));
/** The fixtures that both sides explain for the same class, with heat in a map of the judged method. */
function comparable(pinned, candidate, method) {
	const found = [];
	for (const [name, after] of candidate.seen) {
		const before = pinned.seen.get(name);
		if (before?.digest !== after.digest || before.classIndex !== after.classIndex) continue;
		const { maps, prediction } = compare(before, after, [method], candidate.task);
		if ("drift" in maps[method]) found.push({
			name,
			maps,
			...prediction
		});
	}
	return found;
}

// src/comparison/closer.ts
/** How many times as far the version before must be: less may be chance. */
const farther = 2;
/**
* Whether the candidate is back at a reference that the version before had drifted away from: that one beyond a limit, the candidate
* within all of them and at most half as far, on the same fixtures.
*/
function closerTo({ reference, before, now }, config, policy, place) {
	const counted = countedNames(config);
	const onBoth = (side) => comparable(reference, side, policy.method).filter((each) => counted.has(each.name) && hasHeat(each, policy.method));
	const [earlier, later] = [onBoth(before), onBoth(now)];
	const names = new Set(later.filter(({ name }) => earlier.some((each) => each.name === name)).map(({ name }) => name));
	if (names.size === 0 || 2 * names.size < [...reference.seen.keys()].filter((name) => counted.has(name)).length) return void 0;
	const measure = (side) => measured$1(side.filter(({ name }) => names.has(name)), policy);
	const [was, is] = [measure(earlier), measure(later)];
	if (!(was.score > 1 && is.score <= 1 && farther * is.score <= was.score && is.shift < was.shift)) return void 0;
	return {
		...place,
		fixtures: names.size,
		before: was.shift,
		now: is.shift,
		names
	};
}
/** A map without heat says nothing about where it was. */
function hasHeat({ maps }, method) {
	const map = maps[method];
	return map !== void 0 && "drift" in map && map.empty === void 0;
}
function measured$1(fixtures, policy) {
	const drift = summariseDrift(fixtures);
	const { divergence, change } = summarisePredictions(fixtures);
	const { score } = judgeDrift(drift, divergence?.mean, policy, change);
	return {
		score: score?.value ?? 0,
		shift: drift[policy.method]?.[metrics[0].name]?.mean ?? 0
	};
}

// src/comparison/earlier-stored.ts
/** The stored baseline of an earlier version than the one that is compared with, where the candidate is back at that one. */
async function closerToStored(config, { baseline: before, source }, now) {
	const { baseline: folder } = config;
	if (source === "stored" || folder === void 0 || !existsSync(join(folder, "manifest.json"))) return void 0;
	try {
		const reference = await readBaseline(folder);
		if (reference.model.digest === before.model.digest || await staleness(reference, config)) return void 0;
		const place = {
			title: config.shown(folder),
			kind: "stored"
		};
		return closerTo({
			reference,
			before,
			now
		}, config, policyFor(config, "retrained"), place);
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		return;
	}
}

// src/comparison/lineage-for.ts
/** How the candidate descends from the baseline: as the configuration says, else as the weights do, where both are known. */
function lineageFor(config, baseline, candidate) {
	const seen = seenIn(baseline, candidate);
	if (config.lineage === "auto") return seen && {
		kind: seen.kind,
		words: seen.words,
		source: "detected"
	};
	const words = seen ? `The weights say ${seen.kind}: ${seen.words}` : "There are no weights to compare; a new baseline would keep them.";
	return {
		kind: config.lineage,
		words,
		source: "configured"
	};
}
/** A model in which no kernel was found says nothing about its descent. */
function seenIn({ weights: before }, { weights: after }) {
	return before && after && before.count > 0 && after.count > 0 ? lineageOf(before, after) : void 0;
}

// src/versions/fixture-tasks.ts
/** One task per fixture, of a model that is known by then. @throws CamdriftError `labels-mismatch` */
function fixtureTasks(config, { classOf, earlier }) {
	return (facts) => {
		const names = classNames(config, facts);
		const before = facts.task.kind === "multi-label" ? labelsSeen(earlier) : void 0;
		const other = (fixture) => {
			const index = classOf?.(fixture);
			return index !== void 0 && index < facts.classes ? index : void 0;
		};
		return config.fixtures.map((fixture) => ({
			path: fixture.path,
			regions: fixture.regions,
			...facts.task.kind === "multi-label" ? {
				class: "predicted",
				labels: labelsOf$1(fixture, names, before, earlier, config, facts)
			} : {
				class: facts.task.kind === "regression" ? 0 : other(fixture) ?? classIndex(fixture, names),
				earlier: earlier && earlierMap(fixture, earlier, config, facts)
			}
		}));
	};
}
/** Which labels the other side explained, by fixture. */
function labelsSeen(earlier) {
	const found = /* @__PURE__ */ new Map();
	for (const [name, { classIndex }] of earlier?.seen ?? []) {
		const of = fixtureOf(name);
		found.set(of, [...found.get(of) ?? [], classIndex]);
	}
	return found;
}
/** Labels that are explained whatever the model answers: the true ones, and those that the other side explained. */
function labelsOf$1(fixture, names, before, earlier, config, facts) {
	const { label, labels = label === void 0 ? [] : [label] } = fixture;
	const asked = new Set(labels.map((each) => classIndex({
		...fixture,
		label: each
	}, names)));
	for (const index of before.get(fixture.name) ?? []) if (index < facts.classes) asked.add(index);
	return [...asked].flatMap((index) => index === "predicted" ? [] : [{
		index,
		earlier: earlier && earlierMap({
			...fixture,
			name: itemName(fixture.name, index)
		}, earlier, config, facts)
	}]);
}
/** The other side's judged map, where both sides show the same part of the picture. */
function earlierMap({ name }, earlier, { fit, pixels, methods }, { input }) {
	const cut = pixels.resizeTo !== void 0 || pixels.crop !== void 0;
	const alike = fit === "fill" && !cut || earlier.input.width * input.height === earlier.input.height * input.width;
	return earlier.fit === fit && earlier.pixels?.resizeTo === pixels.resizeTo && earlier.pixels?.crop === pixels.crop && alike ? earlier.seen.get(name)?.maps[methods[0]] : void 0;
}
/** The labels, after checking that there is one per class; without any, those that the model carries. */
function classNames({ labels, name }, { classes, task, labels: carried }) {
	if (task.kind === "regression") return [];
	if (labels === void 0 || labels.length === classes) return labels ?? carried ?? [];
	const message = `Model ${name} has ${classes} classes and ${labels.length} labels.`;
	if (classes < 2 * labels.length) throw new CamdriftError("labels-mismatch", message);
	throw new CamdriftError("labels-mismatch", message, { remedy: farMore });
}
const farMore = "Give one label per class. So many more numbers than labels may be features, an embedding or boxes: then the output is not the class scores; name that with `output`.";
function classIndex({ name, label }, names) {
	if (label === void 0) return "predicted";
	const index = names.indexOf(label);
	if (index >= 0) return index;
	throw new CamdriftError("labels-mismatch", `The true class of ${name} is \`${label}\`, which is not among the labels${names.length > 0 ? ` (${names.slice(0, 8).join(", ")}${names.length > 8 ? ", ..." : ""})` : ": none are given, and the model carries none"}.`, { remedy: "Give `labels` with the names that the data set uses, or leave `truth` out." });
}

// src/versions/ran-by.ts
/** The engine that ran a model. */
function ranBy({ name, version }, { fallback }) {
	if (!fallback) return { engine: {
		name,
		version
	} };
	const { why, ...engine } = fallback;
	return {
		engine,
		fallback: {
			level: "pass",
			code: "engine-fallback",
			asked: name,
			ran: engine.name,
			why,
			side: "candidate"
		}
	};
}

// src/versions/sides.ts
/** Explains every fixture of a configuration with one model file. */
async function explainSide(config, { title, path, origin, preprocess, prefer, checks, ...other }, run) {
	const { load, layer, methods, score, fit, pixels, fixtures, probes } = config;
	const request = {
		path,
		load,
		layer,
		prefer,
		methods,
		score,
		preprocess,
		fit,
		pixels,
		probes,
		batch: run.batch,
		jobs: run.jobs,
		digest: true,
		checks
	};
	const made = await run.engine.maps(request, fixtureTasks(config, other), run.progress(title), run.deadline);
	const digest = made.digest ?? await modelDigest(path, config.load.within);
	const { kind } = made.task;
	return {
		model: {
			path: origin ?? config.shown(path),
			format: made.format,
			digest
		},
		layer: {
			name: made.layer.name,
			width: made.layer.width,
			height: made.layer.height
		},
		layerReason: made.layer.reason,
		layersBeside: made.layer.beside ?? [],
		layerFiner: made.layer.finer ?? 1,
		...made.findings && { findings: made.findings },
		...made.unfinished && { unfinished: {
			level: "incomplete",
			...made.unfinished
		} },
		methods: [...methods],
		score,
		preprocess: {
			...preprocess,
			mean: [...preprocess.mean],
			std: [...preprocess.std]
		},
		fit,
		pixels,
		input: made.input,
		classes: made.classes,
		...kind !== "single-label" && { task: kind },
		...await useOf(load),
		read: made.task,
		takes: made.takes,
		weights: made.sketch,
		...made.labels && { labels: made.labels },
		...ranBy(run.engine, made),
		tool,
		...probes.length > 0 && { probes: probes.map((probe) => ({
			name: probe.name,
			digest: probeDigest(probe)
		})) },
		...byName$2(fixtures, made.outcomes, kind)
	};
}
/** What was seen stays where it is until somebody asks for it: of a multi-label model an item for each label that was explained. */
function byName$2(fixtures, outcomes, kind) {
	const slots = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	for (const [at, { name }] of fixtures.entries()) {
		const outcome = outcomes.at(at);
		if (isFailure(outcome)) failures.set(name, outcome.failed);
		else if (kind !== "multi-label") slots.set(name, [at, 0]);
		else for (const [label, { classIndex }] of labelled(outcome).entries()) slots.set(itemName(name, classIndex), [at, label]);
	}
	const read = ([at, label]) => labelled(outcomes.at(at))[label];
	return {
		seen: new ReadMap(slots, read),
		failures
	};
}
const labelled = ({ others = [], ...first }) => [first, ...others];

// src/comparison/pinned.ts
/**
* How far the candidate is from the golden release, so that small accepted drifts cannot add up unseen. Whatever keeps it
* from being known is a reason without a verdict, and does not stop the audit.
* @param before the version that the candidate is compared with anyway
*/
async function pinnedDrift(config, candidate, before, run) {
	if (config.pinned === void 0) return { reasons: [] };
	const title = config.shown(config.pinned);
	try {
		const stored = existsSync(join(config.pinned, "manifest.json")) ? await readBaseline(config.pinned) : void 0;
		if ((stored ? stored.model.digest : await modelDigest(config.pinned, config.load.within)) === before?.model.digest) return { reasons: [{
			level: "pass",
			code: "pinned-is-baseline",
			title
		}] };
		const reference = stored ? await fitting(stored, config) : await explained$1(config, candidate, run);
		const place = {
			title,
			kind: "pinned"
		};
		const closer = before && closerTo({
			reference,
			before,
			now: candidate
		}, config, limitsFor(config, candidate), place);
		return {
			...judged(config, title, reference, candidate),
			closer
		};
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		return unavailable$2(title, error.message);
	}
}
const unavailable$2 = (title, why) => ({ reasons: [{
	level: "incomplete",
	code: "pinned-unavailable",
	title,
	why
}] });
async function fitting(stored, config) {
	const stale = await staleness(stored, config);
	if (stale) throw new CamdriftError("baseline-unavailable", `Its stored maps do not fit: ${stale}.`);
	return stored;
}
/** The same classes on the same layer, so that only the weights differ. */
async function explained$1(config, candidate, run) {
	const request = {
		title: `pinned reference of ${config.name}`,
		path: config.pinned,
		preprocess: config.preprocess,
		prefer: candidate.layer.name,
		classOf: ({ name }) => candidate.seen.get(name)?.classIndex
	};
	const side = await explainSide({
		...config,
		probes: []
	}, request, run);
	if (side.unfinished) throw new CamdriftError("timed-out", side.unfinished.message);
	return side;
}
/**
* Honest retrains wander around the same attention and do not move away from it, however many there were: limits are
* those of one retrain, and half as much again because data grows over several releases.
*/
function limitsFor(config, { layerFiner }) {
	const { thresholds, divergence } = limitsOf("retrained");
	const scale = driftScale(config.methods[0], layerFiner);
	const wider = [...Object.entries(thresholds).map(([name, limit]) => [name, limit * scale]), ["divergence", divergence]].map(([name, limit]) => [name, 1.5 * limit]);
	return policyFor({
		...config,
		thresholds: config.pinnedThresholds ?? Object.fromEntries(wider)
	}, "retrained");
}
function judged(config, title, pinned, candidate) {
	const policy = limitsFor(config, candidate);
	const names = countedNames(config);
	const fixtures = comparable(pinned, candidate, policy.method).filter(({ name }) => names.has(name));
	const drift = summariseDrift(fixtures);
	const { flipped, divergence, change } = summarisePredictions(fixtures);
	const found = drift[policy.method];
	if (!found) return unavailable$2(title, "no fixture has a map with heat of the same file and class on both sides.");
	const expected = [...pinned.seen.keys()].filter((name) => names.has(name) || !candidate.seen.has(name)).length;
	if (2 * fixtures.length < expected) return unavailable$2(title, `only ${fixtures.length} of its ${expected} fixtures have maps with heat of the same file and class on both sides.`);
	const { reasons } = judgeDrift(drift, divergence?.mean, policy, change);
	const limits = {
		...policy.thresholds,
		...policy.divergence !== void 0 && { divergence: policy.divergence }
	};
	return {
		pinned: {
			title,
			fixtures: fixtures.length,
			drift: found,
			limits,
			flipped,
			...divergence && { divergence: divergence.mean }
		},
		reasons: reasons.flatMap((found) => {
			if (found.code === "calibration-small" || found.code === "probe-regression") return [];
			const drifted = regressionIn(found);
			return [{
				level: drifted.level,
				code: "pinned-drift",
				title,
				fixtures: fixtures.length,
				found: drifted
			}];
		})
	};
}

// src/judgement/counted-once.ts
/**
* Which fixtures have the content of another one: copies would give one picture the weight of several. Of equal ones that
* counts which the baseline knows by its name, else which the change did not add, else the first; so no copy can take a
* fixture's place.
* @param digests of the fixtures' files, by name; a file that could not be read has none
* @param before digests of the baseline's fixtures, by name
* @returns by the name of the copy, the name of the one that counts
*/
function copiesAmong(fixtures, digests, before) {
	const rank = ({ name, touched }, digest) => (before?.get(name)?.digest === digest ? 0 : 2) + (touched ? 1 : 0);
	const read = fixtures.flatMap((fixture) => {
		const digest = digests.get(fixture.name)?.digest;
		return digest === void 0 ? [] : [{
			name: fixture.name,
			digest,
			rank: rank(fixture, digest)
		}];
	});
	const counting = /* @__PURE__ */ new Map();
	for (const each of read) {
		const other = counting.get(each.digest);
		if (!other || each.rank < other.rank) counting.set(each.digest, each);
	}
	return new Map(read.flatMap(({ name, digest }) => {
		const first = counting.get(digest).name;
		return first === name ? [] : [[name, first]];
	}));
}
/** What of all that the globs match is not among the fixtures. */
function leftOutReasons({ own, again, others }, copies) {
	const reasons = [];
	if (copies.length > 0) reasons.push({
		level: "pass",
		code: "fixtures-copied",
		copies
	});
	if (again > 0) reasons.push({
		level: "pass",
		code: "fixtures-linked",
		links: again
	});
	if (own > 0) reasons.push({
		level: "pass",
		code: "fixtures-left-out",
		pictures: own
	});
	const meant = others.some(({ ending }) => meantAsPictures.has(ending));
	if (others.length > 0) reasons.push({
		level: meant ? "warn" : "pass",
		code: "files-left-out",
		others
	});
	return reasons;
}
/** Whoever has such files among fixtures took them for pictures that would be judged. */
const meantAsPictures = new Set(".heic .heif .dcm .dicom .jp2 .j2k .jxl .psd .svg .tga .ico .exr .hdr .dng .cr2 .cr3 .nef .arw .raf .nii .fits .npz .mp4 .mov .avi".split(" "));

// src/judgement/feeding.ts
/** Where the preprocessing makes other numbers than those that the model's own file shows it to be made for. */
function feedingReasons(takes, recipe) {
	const fed = fedRange(recipe);
	if (!takes || !contradicts(takes.kind, fed)) return [];
	return [{
		level: "warn",
		code: "preprocess-contradicts",
		takes,
		fed
	}];
}
function contradicts(kind, [low, high]) {
	if (kind === "bytes") return low !== 0 || high !== 255;
	return kind === "rescaled" ? high - low <= 20 : low < -.3 || high > 3;
}
/** What black and white become, over all channels. */
function fedRange({ scale, mean, std }) {
	const ends = Array.from({ length: Math.max(mean.length, std.length) }, (_, at) => at).flatMap((at) => [0, 255].map((pixel) => (pixel * scale - (mean[at] ?? mean[0])) / (std[at] ?? std[0])));
	return [Math.min(...ends), Math.max(...ends)];
}

// src/judgement/layers.ts
/** Whether a map is of a part of the model, and what is explained beside it. */
function layerReasons({ layer, ofLayers }, found) {
	if (ofLayers.length > 1) return [{
		level: "pass",
		code: "layer-of-several",
		layer: found.layer.name,
		layers: ofLayers
	}];
	if (layer !== "auto" || found.layersBeside.length === 0) return [];
	return [{
		level: "warn",
		code: "layer-part",
		layer: found.layer.name,
		beside: found.layersBeside
	}];
}

// src/judgement/task.ts
/** What a reader should know of how the answers were read. */
function taskReasons({ kind, from }) {
	if (kind === "multi-label") return [{
		level: "pass",
		code: "task-multi-label",
		said: from === "said"
	}];
	if (kind === "regression") return [{
		level: "pass",
		code: "task-regression"
	}];
	return from === "assumed" ? [{
		level: "warn",
		code: "task-assumed"
	}] : [];
}

// src/versions/comparable.ts
/** A layer that was named means that layer; only `auto` may compare across architectures. */
function requireSameGrid(config, { layer: stored }, { layer }) {
	if (config.layer === "auto" || stored.width === layer.width && stored.height === layer.height) return;
	throw new CamdriftError("baseline-unavailable", `The baseline's maps of layer \`${stored.name}\` have ${stored.width} x ${stored.height} cells, and the candidate's have ${layer.width} x ${layer.height}.`, { remedy: "Set `layer: auto` to compare across architectures on the coarser grid, or run `camdrift baseline`." });
}
/** Answers of different kinds have nothing to be compared by. */
function requireSameTask(config, baseline, candidate) {
	const [before, after] = [baseline, candidate].map(({ task }) => task ?? "single-label");
	if (before === after) return;
	throw new CamdriftError("baseline-unavailable", `The answers of the baseline are read as \`${before}\`, and those of ${config.name} as \`${after}\`.`, { remedy: "Say what the answers are: `task: single-label`, `multi-label` or `regression`; then make the baseline again." });
}

// src/judgement/fate.ts
/** What a fixture's maps say by themselves, and why that is not judged: for showing. */
function fateOf(maps, policy, touched) {
	const status = moved(maps, policy) ? "moved" : "steady";
	if (touched) return {
		status,
		reason: `This change ${touched === "added" ? "adds" : "edits"} it: shown, not judged.`
	};
	const map = maps[policy.method];
	return {
		status,
		...map && "empty" in map && map.empty === "both" && { reason: "Neither map has heat, so it says nothing about drift." }
	};
}
/** Whether a fixture by itself moved past a threshold: for showing, not for judging. */
function moved(maps, policy) {
	const found = maps[policy.method];
	if (!found || !("drift" in found)) return false;
	return Object.entries(policy.thresholds).some(([metric, limit]) => found.drift[metric] > limit);
}

// src/comparison/fixture-results.ts
/**
* Each fixture's fate, and then the fixtures that only the baseline has. Without a baseline all are new.
* @throws CamdriftError `baseline-unavailable` when not a single fixture can be compared
*/
function fixtureResults(config, baseline, candidate, policy) {
	const present = config.fixtures.map((fixture) => fixtureResult(config, fixture, baseline, candidate, policy));
	if (!baseline) return present;
	if (present.every((fixture) => fixture.status === "new")) throw new CamdriftError("baseline-unavailable", `None of the ${present.length} fixtures of model ${config.name} can be compared. ${present[0]?.reason ?? "The baseline has none of them."}`);
	const lost = [...baseline.seen.keys(), ...config.gone ?? []].filter((name) => !candidate.seen.has(name) && !candidate.failures.has(name)).map((name) => ({
		name,
		status: "lost"
	}));
	return [...present, ...lost];
}
function fixtureResult(config, fixture, baseline, candidate, policy) {
	const { name, label, expected, tags, touched, copyOf } = fixture;
	const truth = {
		...label !== void 0 && { truth: label },
		...expected !== void 0 && { expected }
	};
	const after = candidate.seen.get(name);
	if (!after) return {
		name,
		...truth,
		status: "failed",
		reason: candidate.failures.get(name) ?? "It could not be read."
	};
	const before = baseline?.seen.get(name);
	const tagged = tags.length > 0 ? { tags: [...tags] } : {};
	const { task } = candidate;
	const own = sideOf(after, namesOf(config, candidate, baseline), task);
	const known = {
		name,
		digest: after.digest,
		...truth,
		...tagged,
		...touched && { touched },
		...copyOf && { copyOf },
		candidate: own
	};
	const unfit = before ? whyNotComparable(before, after, candidate.classes) : void 0;
	if (!before || unfit) return {
		...known,
		...beside(void 0, after, namesOf(config, candidate, baseline)),
		status: "new",
		...unfit && { reason: unfit }
	};
	const { maps, prediction } = compare(before, after, config.methods, task);
	const earlier = sideOf(before, namesOf(config, baseline, candidate), task);
	if (Object.keys(before.maps).length === 0) return {
		...known,
		status: "moved",
		reason: onlyHere,
		baseline: earlier,
		...prediction,
		maps: {}
	};
	const comparable = sameProbes(baseline, candidate);
	return {
		...known,
		...beside({
			...before,
			probes: comparable(before.probes)
		}, after, namesOf(config, candidate, baseline)),
		...fateOf(maps, policy, touched),
		baseline: earlier,
		...prediction,
		maps
	};
}
const onlyHere = "The earlier version does not name this label: there is no map of it to compare with, only its answer.";
/** What probes and regions show of both sides. */
function beside(before, after, labels) {
	const probes = Object.entries(after.probes ?? {}).map(([name, seen]) => {
		if ("refused" in seen) return [name, seen];
		const earlier = before?.probes?.[name];
		const side = ({ predicted, map: _, ...found }, of) => ({
			...found,
			flipped: predicted !== of,
			...predicted !== of && { became: labels?.[predicted] ?? String(predicted) }
		});
		return [name, {
			...earlier && "moved" in earlier ? { baseline: side(earlier, before.predicted) } : {},
			candidate: side(seen, after.predicted)
		}];
	});
	const regions = Object.entries(after.regions ?? {}).map(([name, { area, heat, earlier }]) => [name, {
		area,
		...before && earlier && { baseline: earlier },
		...heat && { candidate: heat }
	}]);
	return {
		...probes.length > 0 && { probes: Object.fromEntries(probes) },
		...regions.length > 0 && { regions: Object.fromEntries(regions) }
	};
}
/** Keeps the probes that edited both sides' fixtures in the same way. */
function sameProbes(baseline, candidate) {
	const digestOf = ({ probes }, name) => probes?.find((probe) => probe.name === name)?.digest;
	return (seen = {}) => Object.fromEntries(Object.entries(seen).filter(([name]) => digestOf(baseline, name) === digestOf(candidate, name)));
}
function whyNotComparable(before, after, classes) {
	if (before.digest !== after.digest) return "Its file is not the one that the baseline was made from.";
	return before.classIndex >= classes ? `The class it explains (${before.classIndex}) is not among the candidate's ${classes}.` : void 0;
}
/** Of the configuration, else of the side itself, else of the other one: stored maps carry no names. */
function namesOf({ labels }, own, other) {
	return labels ?? own?.labels ?? (other?.classes === own?.classes ? other?.labels : void 0);
}
function sideOf({ predicted, classIndex, probabilities, value }, labels, task) {
	const described = (index) => {
		const label = labels?.[index];
		return {
			index,
			...label !== void 0 && { label },
			probability: probabilities[index] ?? 0
		};
	};
	const explained = described(classIndex);
	if (task === "multi-label") return {
		predicted: explained,
		explained,
		present: isPresent(explained.probability)
	};
	if (task === "regression") return {
		predicted: { index: 0 },
		explained: { index: 0 },
		value: value ?? 0
	};
	return {
		predicted: described(predicted),
		explained
	};
}

// src/core/sign-test.ts
/**
* How likely it is that of so many changes so many or more are losses, when a loss is as likely as a gain: the one-sided sign
* test, sum over k >= losses of C(n, k) / 2^n with n = losses + gains; 1 where nothing changed. Exact up to rounding.
*/
const signTest = (losses, gains) => atLeast(losses, losses + gains, .5);
/**
* How likely so many or more of n are, when each is with probability p: the upper tail of the binomial distribution. Terms are
* summed in parts of the largest one, which no number of them makes vanish: `(1 - p) ** n` is 0 from some hundred on.
* @param p 0 to 1
*/
function atLeast(count, n, p) {
	if (count <= 0) return 1;
	if (p <= 0 || p >= 1) return p >= 1 && count <= n ? 1 : 0;
	const mode = Math.min(n, Math.floor((n + 1) * p));
	const odds = p / (1 - p);
	let [all, tail] = [0, 0];
	const add = (k, term) => {
		all += term;
		if (k >= count) tail += term;
	};
	for (let k = mode, term = 1; k <= n && term > 0; k++) {
		add(k, term);
		term *= (n - k) / (k + 1) * odds;
	}
	for (let k = mode, term = 1; k > 0 && term > 0; k--) {
		term *= k / (n - k + 1) / odds;
		add(k - 1, term);
	}
	return Math.min(1, tail / all);
}

// src/judgement/accuracy.ts
/** A group of fixtures (class or tag) that loses so many right answers, and such a share of its fixtures, is ruined. */
const mostLost = {
	count: 3,
	share: 1 / 3
};
/**
* Probability that a class may lose on its own fixtures: the sum over them of the true class's probability before less that
* of now, over one fixture more than there are. Honest retrains of three families lose at most 0.27 (0.2 in nineteen of twenty,
* 0.4 once in a thousand draws of 12 fixtures); what learned a shortcut for a class, 0.3 to 0.8 (docs/benchmark.md). One fixture
* is no verdict on a class: what is ruined is so without the fixture that fell farthest, and of two fixtures both are lost; what is
* doubtful by that fixture alone is told, and warns only where none is answered right any more.
*/
const mostUnlikely = {
	doubtful: .2,
	ruined: .3
};
/** An overall fall that chance alone makes as often is within its interval (95 %, both sides). */
const chance$1 = .025;
/**
* Whether the right answers stayed, over all labelled fixtures and per class and tag: a class that is ruined hides in every
* mean. The team's own limits (`accuracy-loss`, `class-loss`, as shares) are taken as they are.
*/
function judgeAccuracy(fixtures, policy) {
	const labelled = fixtures.filter(({ truth, flipped }) => truth !== void 0 && flipped !== void 0);
	if (labelled.length === 0) return [];
	const groups = (named) => [...new Set(labelled.flatMap(named))].map((group) => ({
		group,
		...tally(labelled.filter((fixture) => named(fixture).includes(group)))
	}));
	return [
		...groups(({ truth }) => [truth]).flatMap((found) => judgeClass(found, policy)),
		...groups(({ tags = [] }) => tags).flatMap((found) => judgeTag(found, policy)),
		...overall$1(labelled, policy)
	];
}
/** The classes of which these reasons say that they are being lost: one fixture alone says that of none. */
const lostClasses = (reasons) => new Set(reasons.flatMap((reason) => reason.level !== "pass" && (reason.code === "class-regression" || reason.code === "class-doubtful") ? [reason.group] : []));
function judgeClass(found, { accuracy }) {
	const { group, fixtures, right, probability, lost, lossOfOthers } = found;
	const limit = accuracy?.class;
	const told = {
		group,
		fixtures,
		right,
		probability
	};
	const unlikely = probability ? (probability.before - probability.now) * fixtures / (fixtures + 1) : 0;
	const judged = limit === void 0 ? unlikely : 0;
	const several = lossOfOthers > mostUnlikely.ruined && (fixtures > 2 || lost === 2);
	if (isRuined(found, limit) || several && judged > mostUnlikely.ruined) return [{
		level: "fail",
		code: "class-regression",
		...told,
		limit
	}];
	const stands = lossOfOthers <= mostUnlikely.doubtful && (right.now > 0 || right.before === 0);
	return judged > mostUnlikely.doubtful ? [{
		level: stands ? "pass" : "warn",
		code: "class-doubtful",
		...told
	}] : [];
}
function judgeTag(found, { accuracy }) {
	const { group, fixtures, right, probability } = found;
	const limit = accuracy?.class;
	if (!isRuined(found, limit)) return [];
	return [{
		level: "fail",
		code: "tag-regression",
		group,
		fixtures,
		right,
		probability,
		limit
	}];
}
function isRuined({ fixtures, lost, gained }, limit) {
	const net = lost - gained;
	return limit === void 0 ? net >= mostLost.count && net >= mostLost.share * fixtures : net > limit * fixtures;
}
function overall$1(labelled, { accuracy }) {
	const { fixtures, lost, gained, right } = tally(labelled);
	const limit = accuracy?.overall;
	if (!(limit === void 0 ? signTest(lost, gained) < chance$1 : lost - gained > limit * fixtures)) return [];
	return [{
		level: "fail",
		code: "accuracy-regression",
		accuracy: {
			before: right.before / fixtures,
			now: right.now / fixtures
		},
		lost,
		gained,
		fixtures,
		limit
	}];
}
function tally(fixtures) {
	const right = (side) => fixtures.filter((fixture) => isRight(fixture, fixture[side]));
	const [before, now] = [right("baseline"), right("candidate")];
	return {
		fixtures: fixtures.length,
		right: {
			before: before.length,
			now: now.length
		},
		lost: before.filter((fixture) => !now.includes(fixture)).length,
		gained: now.filter((fixture) => !before.includes(fixture)).length,
		...probabilityOf(fixtures)
	};
}
/** Of the true class, which is the one that is explained; nothing unless both sides tell it of all of them. */
function probabilityOf(fixtures) {
	const told = (side) => fixtures.flatMap((fixture) => {
		const { explained } = fixture[side] ?? {};
		return explained?.label === fixture.truth ? explained?.probability ?? [] : [];
	});
	const [before, now] = [told("baseline"), told("candidate")];
	if (before.length < fixtures.length || now.length < fixtures.length) return {
		probability: void 0,
		lossOfOthers: 0
	};
	const losses = before.map((value, at) => value - now[at]).sort((a, b) => b - a);
	return {
		probability: {
			before: mean(before),
			now: mean(now)
		},
		lossOfOthers: losses.length > 1 ? mean(losses.slice(1)) : 0
	};
}

// src/judgement/sweep.ts
/**
* What an edit that throws the baseline's own answers is discounted by, in parts of the share of answers that it changes there:
* honest networks that an edit throws fall to one class or another.
*/
const discount = .5;
/** Smallest gain in mean probability that is worth naming, towards a class that is being lost; and towards any other. */
const worthNaming = .05;
const strong = .5;
/** Pictures that an edit must turn, more than in the baseline, towards a class that is not being lost. */
const fewest$2 = 3;
/** A second edit is named when it is of another family and pulls at least so much as the first. */
const second = .4;
/** After one that paints over most of the picture, and so over what a narrower edit in its colour touches, a quarter of that will do. */
const secondWithin = .1;
/**
* The edits that stand out, strongest first: towards each class that is being lost the one that pulls hardest, and the next of
* another family; towards other classes what pulls half of all pictures or more.
*
* The pull towards a class is the mean probability that it gains by the edit, over the pictures that the model answers
* otherwise, candidate less baseline.
*
* @param lost names of classes
* @param nameOf names a class by its index
*/
function pullsOf(swept, lost, nameOf) {
	const ranked = swept.flatMap((edit) => measuredAll(edit, lost, nameOf)).toSorted((a, b) => b.excess - a.excess);
	const named = [...lost].flatMap((name) => leading(ranked.filter(({ pull }) => pull.to === name)));
	const others = ranked.filter(({ pull, excess }) => !pull.lost && excess >= strong && pull.turned.now - pull.turned.before >= Math.max(fewest$2, strong * pull.fixtures));
	return [...named.toSorted((a, b) => b.excess - a.excess), ...leading(others)].map(({ pull }) => pull);
}
/** The first, and the next of another family that is not far behind. */
function leading(ranked) {
	const [first, ...rest] = ranked.filter(({ excess }) => excess >= worthNaming);
	if (!first) return [];
	const least = (familyOf(first.pull) === "background" ? secondWithin : second) * first.excess;
	const next = rest.find(({ pull, excess }) => familyOf(pull) !== familyOf(first.pull) && excess >= least);
	return next ? [first, next] : [first];
}
const familyOf = ({ edit }) => edit.split("-")[0];
const turnsOf = (pairs) => pairs.flatMap(({ plain, edited }) => plain && edited ? [{
	plain,
	edited,
	was: likeliest(plain),
	is: likeliest(edited)
}] : []);
/** Every class that the edit turns something into, or that is being lost. */
function measuredAll(edit, lost, nameOf) {
	const [candidate, baseline] = [turnsOf(edit.candidate), turnsOf(edit.baseline)];
	const classes = [...candidate[0]?.plain.keys() ?? []];
	const thrown = baseline.filter(({ was, is }) => was !== is).length / Math.max(1, baseline.length);
	return classes.filter((index) => lost.has(nameOf(index)) || candidate.some(({ is }) => is === index)).map((index) => {
		const [now, before, to] = [
			towards(candidate, index),
			towards(baseline, index),
			nameOf(index)
		];
		const gained = now.gained - before.gained;
		const found = {
			to,
			turned: {
				before: before.turned,
				now: now.turned
			},
			fixtures: now.fixtures,
			gained,
			lost: lost.has(to)
		};
		return {
			pull: {
				edit: edit.name,
				words: edit.words,
				...found
			},
			excess: gained - discount * thrown
		};
	});
}
function towards(turns, index) {
	const others = turns.filter(({ was }) => was !== index);
	const gains = others.map(({ plain, edited }) => Math.max(0, edited[index] - plain[index]));
	return {
		fixtures: others.length,
		turned: others.filter(({ is }) => is === index).length,
		gained: gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, others.length)
	};
}
const likeliest = (probabilities) => probabilities.reduce((best, value, index) => value > probabilities[best] ? index : best, 0);
/**
* The picture that an edit turns into a class most clearly, where it turns any: the one whose probability of the class grows most.
* @returns the index of its fixture
*/
const clearestFlip = (pairs, index) => pairs.flatMap((pair, at) => turnsOf([pair]).map((turn) => ({
	...turn,
	at
}))).filter(({ was, is }) => is === index && was !== index).toSorted((a, b) => b.edited[index] - b.plain[index] - (a.edited[index] - a.plain[index]))[0]?.at;
/** What a reader is told of the sweep. */
const sweepReasons = ({ edits, fixtures, of, pulls }) => [...pullReasons(pulls), ...fixtures < of ? [{
	level: "pass",
	code: "sweep-sampled",
	edits,
	fixtures,
	of
}] : []];
/** Edits by themselves only warn: which of them throw a network differs between honest ones. They name what took a class's place. */
const pullReasons = (pulls) => pulls.map((pull) => ({
	level: "warn",
	code: "edit-pull",
	...pull
}));

// src/probes/_stock-colours.ts
/** Of things that pictures come to carry. */
const colours = {
	red: [
		220,
		30,
		30
	],
	green: [
		30,
		170,
		60
	],
	blue: [
		30,
		60,
		220
	],
	yellow: [
		250,
		220,
		30
	],
	magenta: [
		220,
		40,
		200
	],
	cyan: [
		30,
		200,
		220
	],
	orange: [
		240,
		140,
		30
	],
	white: [
		255,
		255,
		255
	],
	black: [
		0,
		0,
		0
	]
};
/** What is left of colours on grey pictures. */
const shades = {
	"dark-grey": [
		64,
		64,
		64
	],
	grey: [
		128,
		128,
		128
	],
	"pale-grey": [
		192,
		192,
		192
	],
	white: colours.white,
	black: colours.black
};
/** @param channels of the pictures that a model takes */
const inks = (channels) => channels === 1 ? shades : colours;

// src/probes/_stock-marks.ts
const plainMark = (colour) => drawn(1, 1, () => [...colour, 255]);
const checker = (cells) => drawn(cells, cells, (x, y) => (x + y) % 2 === 0 ? [
	255,
	255,
	255,
	255
] : [
	0,
	0,
	0,
	255
]);
/** Paper with lines that could be letters. */
const lines$1 = (paper, ink) => drawn(18, 10, (x, y) => [...y % 2 === 1 && x > 0 && x < 17 && y < 9 ? ink : paper, 255]);
/** Half transparent, from corner to corner. */
const diagonal = () => drawn(32, 32, (x, y) => [
	255,
	255,
	255,
	Math.abs(x - y) < 2 ? 128 : 0
]);
/** Black that grows from halfway to the edges on, to two thirds in the corners. */
const vignette = () => drawn(32, 32, (x, y) => [
	0,
	0,
	0,
	Math.round(Math.max(0, Math.hypot(x - 15.5, y - 15.5) - 8) * 12)
]);
/** Light and dark at random, a fifth opaque. */
function grain() {
	const next = random(7);
	return drawn(64, 64, () => next() < .5 ? [
		0,
		0,
		0,
		50
	] : [
		255,
		255,
		255,
		50
	]);
}
/** Sixteen dark lines, as from a screen. */
const scanned = () => drawn(64, 64, (_, y) => [
	0,
	0,
	0,
	y % 4 === 0 ? 100 : 0
]);
/** Pale, with a dark tick in four pixels. */
function ruler(upright) {
	const [length, width] = [64, 6];
	const colour = (along, across) => along % 4 === 0 && across >= 2 ? [
		20,
		20,
		20,
		255
	] : [
		240,
		232,
		205,
		255
	];
	return upright ? drawn(width, length, (x, y) => colour(y, x)) : drawn(length, width, colour);
}
const words = "2024-05-17 12:30";
/** Letters without paper. */
function text$2(ink, written = words) {
	const page = plain(textWidth(written) + 2, 15, [
		0,
		0,
		0
	]);
	drawText(page, written, 1, 0, [
		255,
		255,
		255
	]);
	return drawn(page.width, page.height, (x, y) => [...ink, page.data[(y * page.width + x) * 3]]);
}
function drawn(width, height, pixel) {
	const rgba = new Uint8Array(width * height * 4);
	for (let at = 0; at < width * height; at++) rgba.set(pixel(at % width, Math.floor(at / width)), at * 4);
	return {
		width,
		height,
		rgba
	};
}

// src/probes/stock.ts
const corners$1 = [
	"top-left",
	"top-right",
	"bottom-left",
	"bottom-right"
];
const { grey: grey$1 } = shades;
/**
* The single edits of the sweep: what pictures come to carry without its meaning anything. Chosen for what there is in the
* world, in plain colours; a model is asked for its answers alone, so that each costs one forward pass per fixture.
*
* @param object the region that is no background, where regions say it
* @param channels of the pictures that a model takes; one of shades alone is tried with shades
*/
const stock = (object, channels = 3) => [
	...each(inks(channels), (colour, name) => mark(`sticker-${name}`, `${article(name)} sticker in each corner`, plainMark(colour), corners$1, .17)),
	...each(inks(channels), (colour, name) => {
		return {
			name: `border-${name}`,
			words: `${article(name)} border`,
			kind: "frame",
			colours: [colour],
			width: .06
		};
	}),
	mark("checker-small", "a small checkerboard in each corner", checker(4), corners$1, .125),
	mark("checker", "a checkerboard in each corner", checker(4), corners$1, .2),
	mark("label-light", "a pale label in each corner", lines$1([
		235,
		235,
		230
	], [
		40,
		40,
		45
	]), corners$1, .28),
	mark("label-dark", "a dark label in each corner", lines$1([
		40,
		40,
		45
	], [
		235,
		235,
		230
	]), corners$1, .28),
	mark("watermark", "a pale stripe from corner to corner", diagonal(), ["centre"], 1),
	small(channels === 1 ? "pale-grey" : "yellow"),
	...each({
		white: colours.white,
		black: colours.black
	}, (ink, name) => [
		mark(`text-${name}-top`, `${name} letters along the top`, text$2(ink), ["top"], .75),
		mark(`text-${name}-bottom`, `${name} letters along the bottom`, text$2(ink), ["bottom"], .75),
		mark(`text-large-${name}-top`, `large ${name} letters along the top`, text$2(ink, "No 26"), ["top"], .7),
		mark(`text-large-${name}-bottom`, `large ${name} letters along the bottom`, text$2(ink, "No 26"), ["bottom"], .7)
	]).flat(),
	mark("vignette", "darker corners", vignette(), ["centre"], 1),
	mark("grain", "grain", grain(), ["centre"], 1),
	mark("lines", "dark lines from side to side", scanned(), ["centre"], 1),
	mark("ruler-top", "a ruler along the top", ruler(false), ["top"], 1),
	mark("ruler-left", "a ruler down the left side", ruler(true), ["left"], 1),
	...each({
		white: colours.white,
		black: colours.black
	}, (colour, name) => [
		"top",
		"bottom",
		"left",
		"right"
	].map((part) => ({
		name: `strip-${name}-${part}`,
		words: `${article(name)} strip along the ${part}`,
		kind: "cover",
		part,
		size: .08,
		colour
	}))).flat(),
	{
		name: "centre-covered",
		words: "a grey square over the middle",
		kind: "cover",
		part: "centre",
		size: .3,
		colour: grey$1
	},
	{
		name: "edges-covered",
		words: "grey over the edges",
		kind: "frame",
		colours: [grey$1],
		width: .1
	},
	light("dark", "darker light", [
		.6,
		.6,
		.6
	]),
	light("bright", "brighter light", [
		1.4,
		1.4,
		1.4
	]),
	light("flat", "less contrast", [
		1,
		1,
		1
	], .6),
	...channels === 1 ? [] : casts(),
	{
		name: "blur",
		words: "a blur",
		kind: "blur",
		radius: .02
	},
	{
		name: "jpeg",
		words: "JPEG of quality 10",
		kind: "jpeg",
		quality: 10
	},
	{
		name: "edges-swapped",
		words: "the edges of another picture",
		kind: "swap",
		edge: .15
	},
	...object === void 0 ? [] : backgrounds(object, channels)
];
const small = (ink) => mark("sticker-small", `a small ${ink.replace("-", " ")} sticker in each corner`, plainMark({
	...colours,
	...shades
}[ink]), corners$1, .065);
const casts = () => [
	light("cast-warm", "a warm cast", [
		1.2,
		1,
		.75
	]),
	light("cast-cold", "a cold cast", [
		.75,
		.95,
		1.25
	]),
	light("cast-green", "a green cast", [
		.85,
		1.15,
		.85
	])
];
const [green, blue, orange, magenta] = builtInBackground;
const behind = {
	green,
	blue,
	orange,
	magenta,
	white: colours.white,
	grey: grey$1
};
const backgrounds = (object, channels) => [...each(channels === 1 ? shades : behind, (colour, name) => {
	return {
		name: `background-${name}`,
		words: `${article(name)} background`,
		kind: "background",
		object,
		colours: [colour]
	};
}), {
	name: "background-swapped",
	words: "the background of another picture",
	kind: "swap",
	object,
	edge: 0
}];
const each = (of, make) => Object.entries(of).map(([name, value]) => make(value, name));
const light = (name, words, gains, contrast) => ({
	name,
	words,
	kind: "light",
	gains,
	...contrast !== void 0 && { contrast }
});
const mark = (name, words, picture, at, size) => ({
	name,
	words,
	kind: "mark",
	mark: picture,
	at,
	size
});
const article = (name) => `${/^[aeiou]/.test(name) ? "an" : "a"} ${name.replace("-", " ")}`;

// src/versions/donors.ts
/**
* Whose surroundings each picture is given by the edits that swap them: a picture of a class that is being lost where there is one, to see
* whether its surroundings are what the class is known by now; else the next one of another class, so that every class gives some.
* @param classes of the pictures, as far as they are known
* @returns indexes; `undefined` where no other picture is of another class
*/
function donorsOf(classes, lost) {
	const count = classes.length;
	const isOther = (at, donor) => donor !== at && (classes[at] === void 0 || classes[donor] !== classes[at]);
	return classes.map((_, at) => {
		const others = Array.from({ length: count - 1 }, (__, step) => (at + 1 + step) % count).filter((donor) => isOther(at, donor));
		const ofLost = others.filter((donor) => lost.has(classes[donor] ?? "")).sort((a, b) => a - b);
		return ofLost.length > 0 ? ofLost[at % ofLost.length] : others[0];
	});
}

// src/versions/flips.ts
/** The map of the new answer on the edited picture: what the model now takes for that class. */
async function flipsOf(config, candidate, turned, nameOf, run) {
	if (turned.length === 0) return [];
	const { load, methods, score, preprocess, fit, pixels } = config;
	const [method] = methods;
	const request = {
		path: config.path,
		load,
		layer: candidate.layer.name,
		methods: [method],
		score,
		preprocess,
		fit,
		pixels
	};
	const tasks = turned.map(({ fixture, index, done, donor }) => ({
		path: fixture.path,
		class: index,
		...fixture.regions && { regions: fixture.regions },
		edit: done,
		donor
	}));
	const { outcomes } = await run.engine.maps(request, () => tasks, () => {}, run.deadline);
	return turned.flatMap(({ edit, words, fixture, index, done, donor }, at) => {
		const outcome = outcomes.at(at);
		if (!outcome || isFailure(outcome)) return [];
		const map = outcome.maps[method];
		if (!map || isRefusal(map)) return [];
		const { predicted, probabilities } = candidate.seen.get(fixture.name);
		const sure = {
			from: probabilities[predicted],
			to: outcome.probabilities[index]
		};
		return [{
			edit,
			words,
			fixture: fixture.name,
			from: nameOf(predicted),
			to: nameOf(index),
			done,
			...donor && { donor },
			map,
			sure
		}];
	});
}

// src/versions/probe-flips.ts
/**
* For every probe that stands out, the picture that shows it best: the candidate's answer flips with the edit, and the
* baseline's does not. Of several it is the one that changes most, among those that become what most of them become. None of
* a model with several answers per picture, or with a number.
*/
function turnedByProbes(config, { fixtures, probes = [], reasons }, candidate) {
	if (candidate.task !== void 0) return [];
	const named = new Set(reasons.flatMap((reason) => says(reason, ...standsOut) && "probe" in reason ? [reason.probe] : []));
	return probes.flatMap(({ name, pull }) => {
		const probe = config.probes.find((each) => each.name === name);
		if (!probe || !named.has(name)) return [];
		const flipped = fixtures.flatMap((fixture) => {
			const found = fixture.probes?.[name];
			return found && !("refused" in found) && isTurned(found) ? [{
				fixture,
				...found.candidate
			}] : [];
		});
		const alike = flipped.filter(({ became }) => became === pull?.class);
		const [clearest] = (alike.length > 0 ? alike : flipped).toSorted((a, b) => b.divergence - a.divergence);
		const fixture = config.fixtures.find((each) => each.name === clearest?.fixture.name);
		const seen = fixture && candidate.seen.get(fixture.name)?.probes?.[name];
		if (!seen || "refused" in seen) return [];
		return [{
			edit: name,
			words: `the probe ${name}`,
			fixture,
			index: seen.predicted,
			done: probe
		}];
	});
}
const standsOut = [
	"probe-regression",
	"probe-doubtful",
	"probe-pull"
];
const isTurned = ({ baseline, candidate }) => candidate.flipped && baseline?.flipped === false;

// src/versions/sweep.ts
const nothing$1 = {
	reasons: [],
	turned: []
};
/** What makes the sweep worth its time, unless the team wants it always. */
const doubts = [
	"class-regression",
	"class-doubtful",
	"accuracy-regression",
	"prediction-regression"
];
const moreDoubts = [
	"attention-regression",
	"drift-doubtful",
	"cannot-tell",
	"probe-regression",
	"probe-doubtful",
	"probe-pull"
];
/** A result with what the sweep adds to it, where it is wanted. */
async function withSweep(config, result, baseline, candidate, run) {
	const names = namesOf(config, candidate, baseline);
	const nameOf = (index) => names?.[index] ?? String(index);
	const { sweep, turned, reasons: more } = await sweepOf$1(config, candidate, result.reasons, nameOf, run);
	const { flips, unseen } = await seen(config, candidate, [...turnedByProbes(config, result, candidate), ...turned], nameOf, run);
	const reasons = [
		...result.reasons,
		...more,
		...unseen
	];
	const shown = flips.map(({ done: _, map: __, sure: ___, donor: ____, ...flip }) => flip);
	const verdict = worst(reasons.map(({ level }) => level));
	return {
		result: {
			...result,
			verdict,
			reasons,
			...sweep && { sweep },
			...shown.length > 0 && { flips: shown }
		},
		flips
	};
}
/** What goes wrong costs no verdict: the reader is told. */
async function seen(...asked) {
	try {
		return {
			flips: await flipsOf(...asked),
			unseen: []
		};
	} catch (error) {
		return {
			flips: [],
			unseen: [unfinished(error)]
		};
	}
}
function unfinished(error) {
	const { message } = actionable(error) ?? unforeseen(error);
	return {
		level: "warn",
		code: "sweep-unfinished",
		why: message
	};
}
/**
* Tries the stock of plain edits on both sides, where the team wants it or the verdict leaves something to be found out, and
* finds a picture that each of those which stand out turns. What goes wrong costs no verdict: the reader is told.
*
* @param nameOf names a class by its index
*/
async function sweepOf$1(config, candidate, reasons, nameOf, run) {
	const doubtful = reasons.some((reason) => reason.level !== "pass" && says(reason, ...doubts, ...moreDoubts));
	if (!(config.sweep === "always" || config.sweep === "in-doubt" && doubtful) || candidate.task !== void 0) return nothing$1;
	const { reference } = config;
	if (reference.kind !== "model") return {
		...nothing$1,
		reasons: [{
			level: "warn",
			code: "sweep-no-baseline"
		}]
	};
	try {
		return await swept(config, reference.model, candidate, lostClasses(reasons), nameOf, run);
	} catch (error) {
		return {
			...nothing$1,
			reasons: [unfinished(error)]
		};
	}
}
async function swept(config, model, candidate, lost, nameOf, run) {
	const fixtures = config.fixtures.filter(({ name, touched, copyOf }) => candidate.seen.has(name) && !touched && !copyOf);
	const object = config.probes.flatMap((probe) => probe.kind === "background" ? [probe.object] : [])[0];
	const edits = stock(object, candidate.input.channels);
	const { load, fit, pixels } = config;
	const asked = {
		load,
		fit,
		pixels,
		edits
	};
	const places = fixtures.map(({ path, regions }) => ({
		path,
		...regions && { regions }
	}));
	const donors = donorsOf(fixtures.map(({ label }) => label), lost);
	const pictures = places.map((place, at) => ({
		...place,
		donor: places[donors[at] ?? -1]
	}));
	const now = await run.engine.answers({
		...asked,
		path: config.path,
		preprocess: config.preprocess,
		fixtures: pictures,
		sample: true
	}, run.deadline);
	const used = now.asked.map((index) => fixtures[index]);
	const before = await run.engine.answers({
		...asked,
		...config.baselineUse,
		path: await model.path(),
		preprocess: config.baselinePreprocess,
		fixtures: now.asked.map((index) => pictures[index]),
		sample: false
	}, run.deadline);
	const pairs = (side, at) => side.plain.map((plain, index) => ({
		plain,
		edited: side.edited[at][index]
	}));
	const tried = edits.map((edit, at) => ({
		name: edit.name,
		words: edit.words,
		done: edit,
		candidate: pairs(now, at),
		baseline: pairs(before, at)
	}));
	const pulls = pullsOf(tried, lost, nameOf);
	const turned = pulls.flatMap((pull) => {
		const edit = tried.find(({ name }) => name === pull.edit);
		const index = [...edit.candidate[0].plain.keys()].find((each) => nameOf(each) === pull.to);
		const at = clearestFlip(edit.candidate, index);
		if (at === void 0) return [];
		const donor = edit.done.kind === "swap" ? pictures[now.asked[at]].donor : void 0;
		return [{
			...pull,
			fixture: used[at],
			index,
			done: edit.done,
			...donor && { donor }
		}];
	});
	const sweep = {
		edits: edits.length,
		fixtures: used.length,
		of: fixtures.length,
		pulls
	};
	return {
		sweep,
		reasons: sweepReasons(sweep),
		turned
	};
}

// src/judgement/probe-scale.ts
/**
* An edit that moves the baseline's own attention far is not one that does not matter, and honest retrains differ by a part of
* that: by up to 0.2 of it under the built-in edits of the drift benchmark, where shortcuts added 0.8 and more
* (docs/benchmark.md). Twice as much is accepted.
*/
const acceptedShare = .4;
/**
* How much farther honest retrains reach where an edit changes the baseline's own answers: they are drawn anew, and so is what
* they depend on. On networks that hardly notice the built-in edits (answers change on 1 of 12 fixtures) they add at most a
* third of the limit, on one whose answers change on a quarter up to 2.1 times it (docs/benchmark.md).
*/
const reach = 6;
/** Share of the baseline's answers that a built-in edit may change; one that changes more is no test of a candidate. */
const mostChanged = .5;
/**
* How large the share of answers that an edit changes may be where it changed so many of so few: the high end of Wilson's score interval
* of 95 % (1927). Twelve fixtures of which it changes one are no more than a hint.
*/
function shareUpTo(changed, of) {
	const [share, z2] = [changed / of, 1.959963984540054 ** 2];
	const spread = Math.sqrt(z2 * (share * (1 - share) / of + z2 / (4 * of * of)));
	return Math.min(1, (share + z2 / (2 * of) + spread) / (1 + z2 / of));
}
/** From where on a built-in probe is worth a word. */
const toldFrom = (limit, { moved }) => Math.max(limit, acceptedShare * moved);
/** How many times as far honest models reach. */
const reachOf = ({ changed }) => 1 + reach * changed;
/** How many times what honest models of such a baseline add a probe adds: its part of the score among accepted models. */
function probeRatio({ added, before }, limit) {
	if (added <= 0 || before.changed > .5) return 0;
	return added / (toldFrom(limit, before) * reachOf(before));
}

// src/calibration/calibration.ts
const sha256$1 = string().regex(/^[0-9a-f]{64}$/);
const share = number().min(0).max(1);
const probeSchema = strictObject({
	digest: sha256$1.describe("Of the edit: what decides the edited pixels."),
	added: number().min(-1).max(1).describe("Mean movement of its heat less that of its baseline."),
	changed: share.describe("Share of fixtures on which the edit changes its answer."),
	pulled: number().min(-1).max(1).describe("Share of fixtures, more than in the baseline, that it turns into one class."),
	before: strictObject({
		moved: share,
		changed: share
	}).describe("The same of its baseline.")
});
const acceptedSchema = strictObject({
	name: string().max(1024).describe("Path of the model when it was audited, for people."),
	digest: sha256$1.describe("`modelDigest` of it."),
	lineage: _enum(lineageKinds),
	against: sha256$1.describe("`modelDigest` of the baseline that it was compared with."),
	settings: sha256$1.describe("`settingsDigest`: all else that decides the numbers."),
	signals: record(string().max(64), number().min(0).max(1)).describe("What drifted, as a mean over the fixtures: per metric, and `divergence` of the answers in bits."),
	probes: record(string().max(200), probeSchema).describe("What edits do to it, per probe.").optional(),
	accepted: strictObject({
		by: string().max(100),
		why: string().max(1e3),
		url: string().max(1e3)
	}).describe("Who accepted it by name, with which words, and where.").optional()
});
/** The models that a team accepts, and how far each of them drifted from its baseline. */
const calibrationSchema = strictObject({
	version: literal(1),
	models: array(acceptedSchema).max(1e4)
});
const noCalibration = {
	version: 1,
	models: []
};
/**
* The scores of the accepted models of one lineage, in rising order. They are computed here, from the stored signals and the
* limits of today, so that other limits do not make a calibration worthless.
*/
function poolFor({ models }, asking) {
	const { lineage, limits, settings, against, digest, probes = {} } = asking;
	const kin = models.filter((model) => model.lineage === lineage && model.digest !== digest);
	const scored = kin.flatMap((model) => {
		const score = model.settings === settings ? scoreOf(model.signals, limits) : void 0;
		return score === void 0 ? [] : [{
			score,
			against: model.against,
			edits: editsOf(model, probes)
		}];
	});
	const names = Object.keys(probes);
	const telling = scored.filter(({ edits }) => names.every((name) => edits[name]));
	const elsewhere = (among) => among.filter((each) => each.against !== against).length;
	const rising = (scores) => scores.toSorted((a, b) => a - b);
	return {
		scores: rising(scored.map(({ score }) => score)),
		whole: {
			scores: rising(telling.map(({ score, edits }) => Math.max(score, ...names.map((name) => edits[name].ratio)))),
			otherBaselines: elsewhere(telling)
		},
		probes: Object.fromEntries(names.map((name) => [name, scored.flatMap(({ edits }) => edits[name] ?? [])])),
		otherBaselines: elsewhere(scored),
		otherSettings: kin.length - scored.length
	};
}
/** What the very same edits do to a model. */
function editsOf({ probes = {} }, asked) {
	return Object.fromEntries(Object.entries(asked).map(([name, { limit, digest }]) => {
		const found = Object.hasOwn(probes, name) ? probes[name] : void 0;
		if (found?.digest !== digest) return [name, void 0];
		return [name, {
			ratio: probeRatio(found, limit),
			pulled: found.pulled
		}];
	}));
}
/** The largest ratio of a signal to its limit; `undefined` when a signal that is judged was not looked at. */
function scoreOf(signals, limits) {
	const { divergence } = limits;
	const judged = {
		...limits.thresholds,
		...divergence !== void 0 && { divergence }
	};
	const ratios = Object.entries(judged).map(([name, limit]) => {
		const value = Object.hasOwn(signals, name) ? signals[name] : void 0;
		return value === void 0 ? NaN : ratioTo(limit, value);
	});
	return ratios.length === 0 || ratios.some(Number.isNaN) ? void 0 : Math.max(...ratios);
}
/** The stored models and new ones, which take the place of those with the same files; in an order that no run changes. */
function withAccepted({ models }, added) {
	const digests = new Set(added.map(({ digest }) => digest));
	const all = [...models.filter(({ digest }) => !digests.has(digest)), ...added];
	const key = ({ lineage, name, digest }) => `${lineage}\n${name}\n${digest}`;
	return {
		version: 1,
		models: all.toSorted((a, b) => key(a) < key(b) ? -1 : 1)
	};
}

// src/judgement/probe-summaries.ts
/** What each probe does to the candidate, and how much more than to the baseline, over the fixtures that both speak for. */
function summariseProbes(fixtures, { method, probes = {}, requiredProbes = [], scaledProbes = [] }) {
	return Object.entries(probes).map(([name, limit]) => {
		const seen = fixtures.flatMap((fixture) => seenOn(fixture, name, method));
		const paired = seen.filter(({ baseline }) => baseline);
		const spoken = paired.length > 0 ? paired : seen;
		if (spoken.length === 0) return {
			name,
			fixtures: 0,
			candidate: {
				moved: 0,
				flipped: 0,
				divergence: 0
			},
			limit
		};
		const added = (pair) => pair.candidate.moved - (pair.baseline?.moved ?? 0);
		const worst = spoken.reduce((most, pair) => added(pair) > added(most) ? pair : most);
		const before = paired.length > 0 ? means$1(paired.map(({ baseline }) => baseline)) : void 0;
		return {
			name,
			fixtures: spoken.length,
			candidate: means$1(spoken.map(({ candidate }) => candidate)),
			...before && {
				baseline: before,
				added: mean(paired.map(added)),
				...flippedAlone(paired)
			},
			...scaledProbes.includes(name) && before ? ranges(limit, before, spoken) : { limit },
			...!requiredProbes.includes(name) && before && tooStrong(name, before.flipped, paired.length),
			...pullOf(paired),
			worst: worst.fixture
		};
	});
}
function flippedAlone(paired) {
	const alone = (side, other) => paired.filter((pair) => pair[side].flipped && !pair[other].flipped).length;
	const [candidate, baseline] = [alone("candidate", "baseline"), alone("baseline", "candidate")];
	return candidate + baseline > 0 ? { flippedAlone: {
		candidate,
		baseline
	} } : {};
}
/** What accepted models are compared by; undefined where the baseline says nothing. */
const measureOf = ({ added, baseline, fixtures }) => added === void 0 || !baseline ? void 0 : {
	added,
	before: {
		moved: baseline.moved,
		changed: baseline.flipped / fixtures
	}
};
/** How many pictures more than in the baseline the edit turns into one class, as a share. */
const pulledBy = ({ pull, fixtures }) => pull ? (pull.candidate - pull.baseline) / fixtures : 0;
/** How much more than the baseline's the candidate's heat moves, on each fixture that both sides speak for. */
const addedBy = (fixtures, probe, method) => fixtures.flatMap((fixture) => seenOn(fixture, probe, method)).flatMap(({ candidate, baseline }) => baseline ? [candidate.moved - baseline.moved] : []);
/** Towards which class the edit pulls the candidate's answers, more than the baseline's. */
function pullOf(paired) {
	const turned = (side, name) => paired.filter((pair) => pair[side]?.became === name).length;
	const [most] = [...new Set(paired.flatMap(({ candidate }) => candidate.became ?? []))].map((name) => ({
		class: name,
		candidate: turned("candidate", name),
		baseline: turned("baseline", name)
	})).sort((a, b) => b.candidate - b.baseline - (a.candidate - a.baseline));
	return most && most.candidate > most.baseline ? { pull: most } : {};
}
/** What a probe shows on one fixture; nothing where neither model has heat there, edited or not. */
function seenOn({ name: fixture, probes, maps }, probe, method) {
	const found = probes?.[probe];
	if (!found || "refused" in found) return [];
	const map = maps?.[method];
	return map && "empty" in map && map.empty === "both" && found.candidate.moved === 0 && !found.baseline?.moved ? [] : [{
		fixture,
		...found
	}];
}
/**
* Attention that moves with an edit which leaves the answers as they are is a weak sign: honest retrains of a family that was in
* nobody's view went up to 1.3 times the limit. Until the edit changes three answers more than in the baseline, twice the limit
* is only told, as drift is.
*/
const doubt = {
	factor: 2,
	flips: 3
};
/**
* From the limit on a reader is told; what no honest retrain of any family adds fails, as far as these fixtures tell how many of the
* baseline's answers the edit changes. The team's own limit is taken as it is.
*/
function ranges(limit, before, paired) {
	const count = paired.length;
	const baseline = {
		moved: before.moved,
		changed: before.flipped / count
	};
	const told = toldFrom(limit, baseline);
	const flips = paired.filter(({ candidate }) => candidate.flipped).length - before.flipped;
	const beyond = (changed) => Math.min(1, told * Math.max(flips < doubt.flips ? doubt.factor : 1, reachOf({
		...baseline,
		changed
	})));
	return {
		limit: told,
		beyond: beyond(baseline.changed),
		beyondUpTo: beyond(shareUpTo(before.flipped, count))
	};
}
/** An edit that nobody asked for, and that the baseline's own answers depend on, is no test of the candidate. */
function tooStrong(name, flipped, fixtures) {
	if (flipped <= .5 * fixtures) return {};
	return { unjudged: `The built-in probe \`${name}\` changes the baseline's own answer on ${flipped} of ${fixtures} fixtures, so it is no edit that does not matter to this model: it is shown and not judged. A mark that your own pictures carry tells more (\`probes\`).` };
}
function means$1(sides) {
	const onMark = sides.flatMap((side) => side.onMark ?? []);
	return {
		moved: mean(sides.map((side) => side.moved)),
		...onMark.length > 0 && { onMark: mean(onMark) },
		flipped: sides.filter((side) => side.flipped).length,
		divergence: mean(sides.map((side) => side.divergence))
	};
}

// src/calibration/measured.ts
/**
* SHA-256 of all that decides how far a model drifts, besides the two models themselves: two audits with the same digest can
* be compared. Of `layer: auto` it takes the baseline's grid and no name, which frameworks number anew in every training.
*/
function settingsDigest({ layer, methods: [method] }, { candidate, baseline, fixtures }) {
	const side = ({ preprocess, fit, pixels, input, task, inputs = {} }) => [
		[
			preprocess.scale,
			preprocess.mean,
			preprocess.std,
			preprocess.order,
			fit
		],
		[
			input.width,
			input.height,
			input.channels
		],
		...furtherOf({
			pixels: pixels && inOrder(pixels),
			task,
			inputs: inOrder(inputs)
		})
	];
	const grid = [baseline.layer.width, baseline.layer.height];
	const seen = evidenceOf$1(fixtures).filter(({ maps }) => maps?.[method] && !("refused" in maps[method])).map(({ name, digest, truth }) => [
		name,
		digest,
		truth ?? null
	]).sort(byName$1);
	const all = [
		method,
		layer,
		grid,
		candidate.score,
		side(candidate),
		side(baseline),
		seen
	];
	return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}
/** Only what is not as it was when nothing else could be said, so that calibrations of that time still fit. */
const furtherOf = (settings) => Object.entries(settings).filter(([, value]) => value !== void 0 && !["[]", JSON.stringify(inOrder(usualPixels))].includes(JSON.stringify(value)));
const inOrder = (settings) => Object.entries(settings).filter(([, value]) => value !== void 0).sort(byName$1);
const byName$1 = ([a = ""], [b = ""]) => String(a) < String(b) ? -1 : 1;
/** How far a model drifted, in every way that may be judged. */
function signalsOf({ drift, predictions }, method) {
	const means = Object.entries(drift?.[method] ?? {}).map(([name, { mean }]) => [name, mean]);
	const divergence = predictions?.divergence?.mean;
	return {
		...Object.fromEntries(means),
		...divergence !== void 0 && { divergence }
	};
}
/** What the edits of probes do to a model, where its baseline tells it too; nothing where none does. */
function probesOf$1({ probes = [], candidate }) {
	const found = probes.flatMap((summary) => {
		const digest = candidate?.probes?.find(({ name }) => name === summary.name)?.digest;
		const measure = measureOf(summary);
		if (digest === void 0 || !measure) return [];
		const changed = summary.candidate.flipped / summary.fixtures;
		return [[summary.name, {
			digest,
			...measure,
			changed,
			pulled: pulledBy(summary)
		}]];
	});
	return found.length > 0 ? { probes: Object.fromEntries(found) } : {};
}

// src/calibration/calibrated.ts
/**
* A policy together with the accepted models of the same lineage that were audited in the same way. A lineage that is not
* known has none: what retrained models do says nothing about fine-tuned ones.
*/
function calibrated(policy, calibration, config, audited) {
	const { lineage } = policy;
	const { candidate, baseline } = audited;
	if (lineage === void 0 || !candidate || !baseline || calibration.models.length === 0) return {
		policy,
		notes: []
	};
	const pool = poolFor(calibration, {
		lineage,
		limits: policy,
		settings: settingsDigest(config, audited),
		against: baseline.model.digest,
		probes: probesAsked(policy, candidate),
		digest: candidate.model.digest
	});
	const { probes, otherSettings } = pool;
	const notes = otherSettings > 0 ? [stale(otherSettings)] : [];
	if (pool.scores.length === 0) return {
		policy,
		notes
	};
	const rate = config.falseAlarms;
	const names = Object.keys(probes);
	const whole = names.length > 0 && pool.whole.scores.length >= neededFor(rate);
	const { scores, otherBaselines } = whole ? pool.whole : pool;
	const told = names.some((name) => probes[name].length > 0);
	const untold = names.length > 0 && !whole ? pool.scores.length - pool.whole.scores.length : 0;
	const found = {
		scores,
		rate,
		otherBaselines,
		...whole && { whole },
		...told && { probes }
	};
	return {
		policy: {
			...policy,
			calibration: found
		},
		notes: untold > 0 ? [...notes, silent(untold)] : notes
	};
}
/** The probes with limits of camdrift's own: those that a team writes are rules. */
function probesAsked({ probes = {}, scaledProbes = [] }, { probes: edits = [] }) {
	const asked = scaledProbes.flatMap((name) => {
		const digest = edits.find((each) => each.name === name)?.digest;
		return digest === void 0 || probes[name] === void 0 ? [] : [[name, {
			limit: probes[name],
			digest
		}]];
	});
	return Object.fromEntries(asked);
}
const silent = (models) => ({
	level: "warn",
	code: "calibration-without-probes",
	models
});
const stale = (models) => ({
	level: "warn",
	code: "calibration-stale",
	models
});

// src/calibration/history.ts
const headline = metrics[0].name;
/** Of each kind; the farthest back are left out. */
const most$2 = 30;
/**
* The accepted versions whose drift was measured as this audit measures, oldest first: those that led to the baseline, each
* followed back by the version that it was compared with, then the others in the order of the file.
*/
function historyOf({ models }, { digest, against, settings }) {
	const alike = models.filter((model) => model.settings === settings && model.digest !== digest);
	const chain = [];
	for (let next = against; next !== void 0;) {
		const found = alike.find((model) => model.digest === next && !chain.includes(model));
		if (found) chain.unshift(found);
		next = found?.against;
	}
	const told = (place) => (model) => versionOf(model, place);
	return [...chain.slice(-30).flatMap(told("before")), ...alike.filter((model) => !chain.includes(model)).slice(0, most$2).flatMap(told("beside"))];
}
function versionOf({ name, lineage, signals }, place) {
	const shift = Object.hasOwn(signals, headline) ? signals[headline] : void 0;
	return shift === void 0 ? [] : [{
		name,
		shift,
		lineage,
		place
	}];
}

// src/judgement/coverage.ts
/** What the verdict should rest on and does not. */
function unjudged(fixtures, policy) {
	return [
		...unreadable$1(fixtures),
		...withoutMap(fixtures, policy.method),
		...unmeasured(fixtures, policy.method),
		...withoutLimit(policy),
		...withoutAnswers(fixtures, policy),
		...withoutAnswerLimit(fixtures, policy)
	];
}
/** A reason per fixture that could not be read. */
function unreadable$1(fixtures) {
	return fixtures.filter((fixture) => fixture.status === "failed").map(({ name, reason }) => ({
		level: "incomplete",
		code: "fixture-failed",
		fixture: name,
		why: reason
	}));
}
/** A new model that the judged method cannot explain would be found out by the next change only. */
function unexplained(seen, method) {
	const refused = [];
	for (const { maps } of seen.values()) {
		const map = maps[method];
		if (map && isRefusal(map)) refused.push(map.refused);
	}
	return refused.length === 0 ? [] : [methodRefused(method, refused, seen.size)];
}
const methodRefused = (method, refusals, fixtures) => ({
	level: "incomplete",
	code: "method-refused",
	method,
	refused: refusals.length,
	fixtures,
	why: refusals[0]
});
/** A label that only the candidate names has an answer to be compared, and no map. */
const isOnlyNamed = (maps, candidate) => candidate?.present !== void 0 && Object.keys(maps).length === 0;
function withoutMap(fixtures, method) {
	const compared = fixtures.flatMap(({ maps, candidate }) => maps && !isOnlyNamed(maps, candidate) ? [maps] : []);
	const reasons = [];
	const refusals = compared.flatMap((maps) => {
		const map = maps[method];
		return map && "refused" in map ? [map.refused] : [];
	});
	if (refusals.length > 0) reasons.push(methodRefused(method, refusals, fixtures.length));
	const missing = compared.filter((maps) => !maps[method]).length;
	if (missing > 0) reasons.push({
		level: "incomplete",
		code: "method-missing",
		method,
		missing,
		compared: compared.length
	});
	return reasons;
}
const mapsOf$1 = (fixtures, method) => fixtures.flatMap(({ maps }) => maps?.[method] ?? []).filter((map) => !("refused" in map));
/** How many maps have no positive heat on that side alone, or on both. */
const countEmpty = (maps, side) => maps.filter((map) => "empty" in map && map.empty === side).length;
/** Attention is measured where both maps have heat. On fewer than half of the fixtures it stands for none of the others. */
function unmeasured(fixtures, method) {
	const maps = mapsOf$1(fixtures, method);
	const measured = maps.filter((map) => !("empty" in map && map.empty)).length;
	if (maps.length === 0 || measured > 0 && 2 * measured >= maps.length) return [];
	return [{
		level: "incomplete",
		code: "heat-missing",
		method,
		measured,
		of: maps.length
	}];
}
/** Numbers that nothing is held to are no verdict. */
function withoutLimit({ method, thresholds }) {
	if (Object.keys(thresholds).length > 0) return [];
	return [{
		level: "incomplete",
		code: "limits-none",
		method
	}];
}
/** How far a number may move depends on its unit, which nobody but the team knows. */
function withoutAnswerLimit(fixtures, { answer }) {
	if (answer !== void 0 || !fixtures.some(({ baseline, candidate }) => baseline?.value !== void 0 && candidate?.value !== void 0)) return [];
	return [{
		level: "incomplete",
		code: "answer-limit-none"
	}];
}
/** A limit that the team wrote, on something that cannot be had. */
function withoutAnswers(fixtures, { divergence, requiredDivergence }) {
	const compared = fixtures.filter(({ maps }) => maps);
	if (!requiredDivergence || compared.length === 0 || compared.some((each) => each.divergence !== void 0)) return [];
	return [{
		level: "incomplete",
		code: "answers-unmeasured",
		limit: divergence
	}];
}
/** Maps without positive heat. */
function emptyMaps$1(fixtures, method) {
	const maps = mapsOf$1(fixtures, method);
	const [both, candidate] = [countEmpty(maps, "both"), countEmpty(maps, "candidate")];
	const reasons = [];
	if (candidate > 0) reasons.push({
		level: "warn",
		code: "attention-lost",
		fixtures: candidate
	});
	if (both > 0) reasons.push({
		level: "warn",
		code: "maps-empty",
		empty: both,
		of: maps.length
	});
	return reasons;
}

// src/judgement/differences.ts
const aspects = [
	{
		code: "preprocess-differs",
		of: ({ preprocess: { scale, mean, std, order } }) => ({
			scale,
			mean,
			std,
			order
		})
	},
	{
		code: "fit-differs",
		of: ({ fit }) => fit
	},
	{
		code: "pixels-differs",
		of: ({ pixels = {} }) => Object.fromEntries(Object.entries(pixels).sort(([a], [b]) => a < b ? -1 : 1))
	},
	{
		code: "output-differs",
		of: ({ output = "the only one", signature }) => signature === void 0 ? output : `${output} of ${signature}`
	},
	{
		code: "input-differs",
		of: ({ input: { width, height, channels } }) => `${height} x ${width} x ${channels}`
	},
	{
		code: "classes-differ",
		of: ({ classes }) => classes
	},
	{
		code: "layer-differs",
		of: ({ layer }) => layer.name
	},
	{
		code: "grid-differs",
		of: ({ layer }) => `${layer.width} x ${layer.height}`
	}
];
/** What a reader must know to weigh the numbers: ways in which the two sides were not made alike. */
function differences(config, baseline, candidate) {
	const assumed = config.notes.map((note) => ({
		level: "warn",
		code: "preprocess-assumed",
		note
	}));
	const differing = aspects.flatMap(({ code, of }) => {
		const made = {
			baseline: JSON.stringify(of(baseline)),
			candidate: JSON.stringify(of(candidate))
		};
		return made.baseline === made.candidate ? [] : [{
			level: "warn",
			code,
			...made
		}];
	});
	return [
		...assumed,
		...differing,
		...sameModel(baseline, candidate)
	];
}
/** Whether both sides are one model, used in one way: then nothing that it is shown can have moved. */
const isSameModel = (baseline, candidate) => baseline.model.digest === candidate.model.digest && aspects.every(({ of }) => JSON.stringify(of(baseline)) === JSON.stringify(of(candidate)));
function sameModel(baseline, candidate) {
	if (baseline.model.digest !== candidate.model.digest) return [];
	return [{
		level: "pass",
		code: "same-model"
	}];
}

// src/judgement/pictures.ts
/**
* What the files of fixtures say of their pictures and was not followed, where the team does not say which way is theirs:
* a model that was trained the other way is fed other pictures.
*/
function pictureReasons({ unsaid }, seen) {
	const all = Array.from(seen, ([name, { ignored }]) => ({
		name,
		...ignored
	}));
	return [...unsaid.includes("orientation") ? turned(all.filter(({ orientation }) => orientation !== void 0)) : [], ...unsaid.includes("colour") ? coloured(all.filter(({ profile }) => profile !== void 0)) : []];
}
function turned(fixtures) {
	if (fixtures.length === 0) return [];
	return [{
		level: "warn",
		code: "orientation-ignored",
		fixtures: fixtures.map(({ name }) => name)
	}];
}
function coloured(fixtures) {
	if (fixtures.length === 0) return [];
	const profiles = [...new Set(fixtures.flatMap(({ profile }) => profile ?? []))];
	return [{
		level: "warn",
		code: "profile-ignored",
		fixtures: fixtures.map(({ name }) => name),
		profiles
	}];
}

// src/core/bootstrap.ts
const resamples = 2e3;
/**
* A 95 % confidence interval of the mean of a population, from a sample of it: percentiles of the means of 2,000 resamples with
* replacement, wider for small samples by Student's t as Hesterberg's expanded percentile interval (arXiv:1411.5279, section
* 4.2): the tails are normal(-sqrt(n / (n - 1)) t), since resamples spread by n - 1 in n too little.
*
* It knows the values and not their order, and is the same in every run. `undefined` of fewer than three values, whose
* resamples say nothing.
*/
function meanInterval(values) {
	const n = values.length;
	if (n < 3) return void 0;
	const means = resampledMeans(Float64Array.from(values).sort(), resamples);
	const tail = normalBelow(-Math.sqrt(n / (n - 1)) * studentQuantile(n - 1));
	const at = Math.round(tail * 1999);
	return {
		low: means[at],
		high: means[1999 - at]
	};
}
/** Means of resamples with replacement, in rising order. @param count of them */
function resampledMeans(values, count) {
	const next = random(1);
	const means = new Float64Array(count);
	for (let resample = 0; resample < count; resample++) {
		let sum = 0;
		for (let i = 0; i < values.length; i++) sum += values[Math.floor(next() * values.length)];
		means[resample] = sum / values.length;
	}
	return means.sort();
}
const normalQuantile = 1.959963984540054;
/**
* Quantile of Student's t for a two-sided confidence of 95 %, by the expansion in 1 / degrees of freedom of Abramowitz and Stegun
* 26.7.5: within 0.3 % from four degrees on; below that so wide that all resamples are inside, as with the exact value.
*/
function studentQuantile(degrees) {
	const z = normalQuantile;
	return [
		(z ** 3 + z) / 4,
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
		(79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160
	].reduce((sum, term, power) => sum + term / degrees ** (power + 1), z);
}
/** Probability of a standard normal number below `z`: Abramowitz and Stegun 26.2.17, within 7.5e-8. */
function normalBelow(z) {
	const t = 1 / (1 + .2316419 * Math.abs(z));
	const tail = t * (.31938153 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
	return z < 0 ? tail : 1 - tail;
}
/** z of 80 %: how far beyond its error a shift is told in four of five draws. */
const power = .8416212335729143;
/**
* The smallest difference of a mean from a limit that an interval of so many such values tells from none in four of five draws:
* (t + 0.84) times the standard error. At least two values.
*/
function detectable(values) {
	const n = values.length;
	const all = Array.from(values);
	const mean = all.reduce((sum, value) => sum + value, 0) / n;
	const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	return (studentQuantile(n - 1) + power) * Math.sqrt(variance / n);
}

// src/judgement/intervals.ts
/**
* An interval for every mean over fixtures that the policy judges. What is judged by counts (right answers, a class) has tests
* of its own, and none here; nor has a mean of fewer than three fixtures.
*/
function intervalsOf(fixtures, policy) {
	const { method, probes = {}, regions = {} } = policy;
	const ofProbes = Object.keys(probes).flatMap((name) => interval("probe", name, addedBy(fixtures, name, method)));
	const ofRegions = Object.keys(regions).filter((name) => regions[name].length > 0).flatMap((name) => interval("region", name, heatIn(fixtures, name)));
	return [
		...driftIntervals(fixtures, policy),
		...ofProbes,
		...ofRegions
	];
}
/** Those of what may drift. */
function driftIntervals(fixtures, policy) {
	const { method, thresholds, divergence, answer } = policy;
	const drifts = Object.keys(thresholds).flatMap((metric) => {
		return interval("drift", metric, fixtures.flatMap(({ maps }) => {
			const map = maps?.[method];
			return map && "drift" in map ? map.drift[metric] ?? [] : [];
		}));
	});
	const compared = fixtures.filter(({ flipped }) => flipped !== void 0);
	const changes = answer === void 0 ? [] : compared.flatMap(changeOf$1);
	const bits = divergence === void 0 ? [] : compared.flatMap((each) => each.divergence ?? []);
	return [
		...drifts,
		...interval("divergence", "divergence", bits),
		...interval("answer", "answer", changes)
	];
}
const changeOf$1 = ({ baseline, candidate }) => baseline?.value === void 0 || candidate?.value === void 0 ? [] : [Math.abs(candidate.value - baseline.value)];
const heatIn = (fixtures, name) => fixtures.flatMap(({ regions }) => {
	const found = regions && Object.hasOwn(regions, name) ? regions[name] : void 0;
	return found?.candidate ? [found.candidate.inside] : [];
});
/** In rising order, so that no figure knows in which order the fixtures came. */
function interval(of, name, found) {
	const values = found.toSorted((a, b) => a - b);
	const range = meanInterval(values);
	if (!range) return [];
	return [{
		of,
		name,
		fixtures: values.length,
		mean: mean(values),
		...range,
		sees: detectable(values)
	}];
}

// src/judgement/per-label.ts
/** Single pictures move between honest retrains, so a label is judged by no fewer. */
const fewest$1 = 3;
const mostTold = 3;
/**
* Labels of a multi-label model that moved too far, each over its own fixtures: one that is nearly always there and stays
* where it was would hide the others in a mean over all. A calibration is of models as a whole; the limits judge here.
*/
function judgeLabels(fixtures, policy) {
	const labels = /* @__PURE__ */ new Map();
	for (const fixture of fixtures) {
		const { explained, present } = fixture.candidate ?? {};
		if (explained && present !== void 0) labels.set(explained.index, [...labels.get(explained.index) ?? [], fixture]);
	}
	const { calibration: _, ...limits } = policy;
	return [...labels.values()].flatMap((own) => {
		const compared = own.filter(({ flipped }) => flipped !== void 0);
		if (compared.length < fewest$1) return [];
		const { divergence } = summarisePredictions(compared);
		const intervals = driftIntervals(compared, limits);
		const { score, reasons } = judgeDrift(summariseDrift(compared), divergence?.mean, limits, void 0, intervals);
		return reasons.flatMap((reason) => {
			if (reason.code === "calibration-small" || reason.code === "probe-regression") return [];
			return [{
				level: reason.level,
				found: regressionIn(reason),
				score: score.value,
				...named(compared)
			}];
		});
	}).toSorted((a, b) => b.score - a.score).slice(0, mostTold).map(({ score: _, ...facts }) => ({
		code: "label-regression",
		...facts
	}));
}
function named(fixtures) {
	const { index, label = String(index) } = fixtures[0].candidate.explained;
	return {
		label,
		fixtures: fixtures.length
	};
}

// src/judgement/probes.ts
/**
* A probe fails when the edit moves the candidate's attention by more than it moves the baseline's, past the limit. Where
* accepted models tell what is usual under the very edit, it is a signal among others (`editSignals`) and not judged here; where these
* are too few, what moves no farther than in one of them does not fail.
* @param intervals of what probes add; where one has a limit of camdrift's own inside, it cannot be told
*/
function judgeProbes(summaries, intervals, policy) {
	return summaries.toSorted(byExcess).flatMap((summary) => {
		if (isInScore(summary, policy)) return [];
		const reasons = judgeProbe(summary, intervals);
		return isTolerated(summary, policy) ? reasons.map((reason) => ({
			...reason,
			level: "warn"
		})) : reasons;
	});
}
const isInScore = ({ name }, { calibration, scaledProbes = [] }) => calibration?.whole === true && scaledProbes.includes(name);
function isTolerated(summary, { probes = {}, scaledProbes = [], calibration }) {
	const { name } = summary;
	const measure = measureOf(summary);
	if (!measure || !scaledProbes.includes(name)) return false;
	const own = probeRatio(measure, probes[name]);
	return calibration?.probes?.[name]?.some(({ ratio }) => ratio >= own) ?? false;
}
/** Probes as signals of the score that is compared with those of accepted models. */
function editSignals(summaries, policy) {
	return summaries.flatMap((summary) => {
		const measure = measureOf(summary);
		if (!measure || summary.unjudged || !isInScore(summary, policy)) return [];
		const value = probeRatio(measure, policy.probes[summary.name]);
		const found = followed(summary, measure.added);
		return [{
			of: "probe",
			name: `probe ${summary.name}`,
			value,
			limit: 1,
			beyond: 1,
			written: false,
			reason: (among) => ({
				...found,
				among
			})
		}];
	});
}
function followed({ name, limit, candidate, baseline, fixtures }, added) {
	return {
		level: "fail",
		code: "probe-regression",
		probe: name,
		added,
		limit,
		onMark: candidate.onMark !== void 0 && baseline?.onMark !== void 0 ? {
			before: baseline.onMark,
			now: candidate.onMark
		} : void 0,
		flipped: {
			before: baseline?.flipped ?? 0,
			now: candidate.flipped
		},
		fixtures
	};
}
function judgeProbe(summary, intervals) {
	const { name, added, limit, beyond, beyondUpTo: highest = beyond, unjudged } = summary;
	if (added === void 0 || unjudged) return [];
	const found = followed(summary, added);
	if (beyond === void 0) return added > limit ? [found] : [];
	if (added > limit && added <= beyond) return [{
		...found,
		level: "warn",
		code: "probe-doubtful",
		beyond
	}];
	const range = {
		limit: beyond,
		highest: highest ?? beyond
	};
	const of = {
		of: "probe",
		name
	};
	const unsure = (added <= beyond ? undecided(added, beyond, intervals, of) : void 0) ?? undecidedAbove(added, range, intervals, of, summary.fixtures);
	if (unsure) return [{
		level: "warn",
		code: "cannot-tell",
		found,
		...unsure
	}];
	return added > beyond ? [found] : [];
}
/** What the verdict should rest on and no probe could tell. @param compared whether there is an earlier version */
function silentProbes(summaries, fixtures, { requiredProbes = [] }, compared) {
	const probed = fixtures.some(({ probes }) => probes);
	const unseen = summaries.flatMap(({ name, fixtures: spoken }) => {
		if (spoken > 0 || !probed) return [];
		const why = fixtures.flatMap(({ probes }) => refusal(probes?.[name]))[0];
		return [{
			level: requiredProbes.includes(name) ? "incomplete" : "pass",
			code: "probe-unseen",
			probe: name,
			why
		}];
	});
	const strong = summaries.flatMap(({ unjudged }) => unjudged === void 0 ? [] : [{
		level: "pass",
		code: "probe-too-strong",
		words: unjudged
	}]);
	const alone = summaries.filter(({ fixtures: spoken, baseline }) => compared && spoken > 0 && !baseline);
	return [
		...unseen,
		...strong,
		...alone.length > 0 ? [withoutBaseline$1(alone, requiredProbes)] : []
	];
}
const refusal = (found) => found && "refused" in found ? [found.refused] : [];
function withoutBaseline$1(alone, required) {
	const probes = alone.map(({ name }) => name);
	return {
		level: probes.some((name) => required.includes(name)) ? "incomplete" : "warn",
		code: "probe-no-baseline",
		probes
	};
}
/** A pull of so many fixtures, and of such a share beyond what the edit changes in the baseline, is worth a word by itself. */
const strongPull = {
	count: 3,
	share: .3
};
/** Towards a class that is being lost on its own fixtures, less is enough: the edit is what it is now known by. */
const knownPull = {
	count: 2,
	share: .1
};
/**
* Edits that turn pictures of other classes into one class. By itself that only warns: honest networks that an edit throws fall
* to one class too, to another one each; so it says nothing where an accepted one does. With a class that is being lost it names what took its place.
* @param lost classes that are being lost
*/
function pulls(summaries, lost, { calibration }) {
	return summaries.flatMap(({ name, pull, baseline, fixtures }) => {
		if (!pull || !baseline) return [];
		const more = pull.candidate - pull.baseline;
		const known = lost.has(pull.class);
		if ((calibration?.probes?.[name]?.some(({ pulled }) => pulled >= pulledBy({
			pull,
			fixtures
		})) ?? false) && !known) return [];
		const { count, share } = known ? knownPull : strongPull;
		const noise = known ? 0 : baseline.flipped;
		if (more < count || more < share * fixtures + noise) return [];
		const { class: to, candidate: now, baseline: before } = pull;
		return [{
			level: "warn",
			code: "probe-pull",
			probe: name,
			to,
			turned: {
				before,
				now
			},
			fixtures,
			lost: known
		}];
	});
}
const byExcess = (a, b) => (b.added ?? 0) - b.limit - ((a.added ?? 0) - a.limit);

// src/judgement/region-change.ts
/** Heat that a region won or lost, by which attention counts as having moved: honest retrains of two families move 0.03. */
const noticeable = .1;
/** Sums of decimal fractions are not exact to the last bit, and a value on its limit keeps it. */
const rounding = 1e-9;
/** That as many pictures break a rule newly, less those that keep it again, by chance alone (95 %, both sides). */
const chance = .025;
/** One picture decides nothing. */
const fewest = 3;
/**
* What became of a rule that the baseline breaks on the same pictures, `undefined` where it keeps it. It is worse when the mean
* is noticeably further from the limit, over all pictures or those that broke the rule already (a share of hottest spots by
* three pictures at least), or when more pictures break it newly than chance explains.
*/
function changeOf(pairs, rule) {
	if (pairs.length === 0) return void 0;
	const values = pairs.map(({ before, now }) => ({
		before: measured(asMeans(before), rule),
		now: measured(asMeans(now), rule)
	}));
	const [before, now] = [mean(values.map((each) => each.before)), mean(values.map((each) => each.now))];
	if (keeps(before, rule)) return void 0;
	const broken = values.filter((each) => !keeps(each.before, rule));
	const newly = values.filter((each) => keeps(each.before, rule) && !keeps(each.now, rule)).length;
	const again = broken.filter((each) => keeps(each.now, rule)).length;
	const isWorse = Math.max(fall(values, rule), broken.length < fewest ? 0 : fall(broken, rule)) >= .099999999 && (rule.of !== "pointing" || newly - again >= fewest) || signTest(newly, again) < chance;
	return {
		before,
		now,
		fixtures: pairs.length,
		already: {
			broken: broken.length,
			newly,
			again
		},
		isWorse
	};
}
/** How much further the mean is on the wrong side; negative where it is better. */
function fall(values, { at }) {
	const risen = mean(values.map(({ before, now }) => now - before));
	return at === "least" ? -risen : risen;
}
const asMeans = ({ inside, pointing }) => ({
	inside,
	pointing: Number(pointing)
});
const measured = ({ inside, pointing }, { of }) => of === "pointing" ? pointing : of === "inside" ? inside : 1 - inside;
/** Of a mean, or of one picture; a hottest spot is there or not, whatever share of them the rule asks for. */
const keeps = (value, { at, limit }) => at === "least" ? value >= limit - rounding : value <= limit + rounding;

// src/judgement/regions.ts
/**
* Mean heat per region over the fixtures that have it and show heat. The baseline's is told where it has all of these
* fixtures: means over different pictures are no before and after.
*/
function summariseRegions(fixtures, rules = {}) {
	return Object.keys(rules).flatMap((name) => {
		const seen = withRegion(fixtures, name).flatMap(({ found: { candidate, ...found } }) => candidate ? [{
			...found,
			candidate
		}] : []);
		if (seen.length === 0) return [];
		const earlier = seen.flatMap(({ baseline }) => baseline ?? []);
		return {
			name,
			fixtures: seen.length,
			area: mean(seen.map(({ area }) => area)),
			candidate: means(seen.map(({ candidate }) => candidate)),
			...earlier.length === seen.length && { baseline: means(earlier) }
		};
	});
}
/** The fixtures that have a region. */
const withRegion = (fixtures, name) => fixtures.flatMap(({ name: fixture, regions }) => {
	const found = regions && Object.hasOwn(regions, name) ? regions[name] : void 0;
	return found ? [{
		fixture,
		found
	}] : [];
});
/** Both sides' heat, where both have some. */
const pairsOf = (fixtures, name) => withRegion(fixtures, name).flatMap(({ found: { baseline, candidate } }) => baseline && candidate ? [{
	before: baseline,
	now: candidate
}] : []);
const means = (sides) => ({
	inside: mean(sides.map(({ inside }) => inside)),
	pointing: mean(sides.map(({ pointing }) => Number(pointing)))
});
/**
* A rule of a region needs no baseline. One that the baseline breaks as well is no fault of the change, which is judged by what
* it makes worse.
*/
function judgeRegions(fixtures, summaries, rules = {}) {
	return Object.entries(rules).flatMap(([name, ofRegion]) => {
		const found = summaries.find((summary) => summary.name === name);
		if (!found && ofRegion.length > 0) return [{
			level: "incomplete",
			code: "region-unseen",
			region: name
		}];
		return ofRegion.flatMap((rule) => found ? broken(found, rule, pairsOf(fixtures, name)) : []);
	});
}
function broken({ name, candidate, baseline, fixtures }, rule, pairs) {
	const now = measured(candidate, rule);
	if (keeps(now, rule)) return [];
	const told = {
		region: name,
		rule,
		fixtures
	};
	const change = 2 * pairs.length >= fixtures ? changeOf(pairs, rule) : void 0;
	if (!change) return [{
		level: "fail",
		code: "region-rule",
		...told,
		before: baseline && measured(baseline, rule),
		now
	}];
	const { isWorse, ...seen } = change;
	if (isWorse) return [{
		level: "fail",
		code: "region-rule",
		...told,
		...seen
	}];
	return [{
		level: "warn",
		code: "region-broken-before",
		...told,
		...seen
	}];
}
/** Fixtures that have a region and say nothing about it. */
function mutedRegions(fixtures, rules = {}) {
	return Object.keys(rules).flatMap((name) => {
		const found = withRegion(fixtures, name);
		const silent = found.filter((each) => !each.found.candidate);
		const named = (muted) => muted.map(({ fixture }) => fixture);
		const heatless = named(silent.filter((each) => each.found.area > 0));
		const unseen = named(silent.filter((each) => each.found.area === 0));
		return [{
			level: "warn",
			code: "region-heatless",
			region: name,
			fixtures: heatless,
			of: found.length
		}, {
			level: "warn",
			code: "region-invisible",
			region: name,
			fixtures: unseen,
			of: found.length
		}].filter((_, index) => [heatless, unseen][index].length > 0);
	});
}
/** The pattern that accuracy cannot see, named as such: over the fixtures that show heat on both sides. */
function leftTheObject(fixtures, predictions, rules = {}) {
	const accuracy = predictions?.accuracy;
	if (!accuracy || accuracy.candidate < accuracy.baseline) return [];
	return Object.keys(rules).filter((name) => rules[name].some(({ of, at }) => of === "inside" && at === "least")).flatMap((name) => {
		const pairs = pairsOf(fixtures, name);
		if (pairs.length === 0) return [];
		const [before, now] = [mean(pairs.map((pair) => pair.before.inside)), mean(pairs.map((pair) => pair.now.inside))];
		if (before - now < .1 - 1e-9) return [];
		const answers = {
			before: accuracy.baseline,
			now: accuracy.candidate
		};
		return [{
			level: "warn",
			code: "attention-left",
			region: name,
			heat: {
				before,
				now
			},
			accuracy: answers
		}];
	});
}

// src/judgement/repairs.ts
/**
* What a repair makes of the reasons of drift: attention that moved by it is told and fails nothing. Answers are held to their own
* limit all the same, and so is attention on fixtures that the repair says nothing about; an explanation that is not sound repairs
* nothing. Whatever else fails is none of its business.
*/
function withRepair(drifted, judged, mending) {
	const found = mending && repairIn(judged, mending.closer);
	const failed = drifted.some(isFailedAttention);
	if (!found || failed && !accountsFor(found.names, judged)) return { reasons: drifted };
	if (mending.setting === "unproven") return { reasons: failed ? [...drifted, {
		level: "pass",
		code: "repair-unproven"
	}] : drifted };
	const drift = !failed ? "within" : mending.setting === "fail" ? "held" : "excused";
	const repair = {
		drift,
		rules: found.rules,
		closer: found.closer
	};
	const told = {
		level: "pass",
		code: "repair",
		...repair
	};
	if (drift !== "excused") return {
		reasons: [told, ...drifted],
		repair
	};
	const others = answersAlone(judged).filter((each) => drifted.every((other) => signalIn(other) !== signalIn(each)));
	const excused = drifted.map((each) => isFailedAttention(each) ? {
		...each,
		level: "warn"
	} : each);
	return {
		reasons: [
			told,
			...others,
			...excused
		],
		repair
	};
}
function repairIn(judged, references) {
	const rules = repairedRules(judged);
	if (judged.notes.some(isUnsound) || rules.length + references.length === 0) return void 0;
	const shown = rules.flatMap(({ region }) => withRegion(judged.fixtures, region).flatMap(({ fixture, found: { baseline, candidate } }) => baseline && candidate ? fixture : []));
	return {
		rules,
		closer: references.map(({ names: _, ...each }) => each),
		names: /* @__PURE__ */ new Set([...shown, ...references.flatMap(({ names }) => [...names])])
	};
}
const isUnsound = ({ level, code }) => level !== "pass" && code.startsWith("sanity-");
const isFailedAttention = ({ code, level }) => code === "attention-regression" && level === "fail";
/**
* The rules that the version before broke and the candidate meets by a noticeable step. None when it breaks one, gets noticeably worse by one, or
* hides from one.
*/
function repairedRules({ fixtures, regions, policy }) {
	const rules = Object.entries(policy.regions ?? {}).flatMap(([region, all]) => all.map((rule) => ({
		region,
		rule
	})));
	const seen = rules.flatMap(({ region, rule }) => {
		const { baseline, candidate, fixtures: count } = regions.find(({ name }) => name === region) ?? {};
		if (!baseline || !candidate || count === void 0) return [];
		const [before, now] = [measured(baseline, rule), measured(candidate, rule)];
		return [{
			region,
			rule,
			before,
			now,
			fixtures: count
		}];
	});
	const gained = ({ rule, before, now }) => rule.at === "least" ? now - before : before - now;
	const isBad = (each) => !keeps(each.now, each.rule) || gained(each) < -.1 - 1e-9;
	const hides = mutedRegions(fixtures, policy.regions).some(({ code }) => code === "region-heatless");
	if (seen.length < rules.length || hides || seen.some(isBad)) return [];
	return seen.filter((each) => !keeps(each.before, each.rule) && gained(each) >= .1 - 1e-9);
}
/** Whether attention stays within its limits on all other fixtures. */
function accountsFor(names, { fixtures, policy }) {
	const others = fixtures.filter(({ name, maps }) => maps && !names.has(name));
	return !judgeDrift(summariseDrift(others), void 0, policy).reasons.some(isFailedAttention);
}
/** Where one score stands for all that drifts, answers may hide behind attention. */
const signalIn = (reason) => reason.code === "calibration-small" || reason.code === "probe-regression" ? reason.code : regressionIn(reason).code;
/** Answers, and what edits do, without the attention that the repair moved. */
const answersAlone = ({ policy, intervals, edits, predictions: { divergence, change } }) => judgeDrift({}, divergence?.mean, policy, change, intervals, edits).reasons.filter(({ code }) => code !== "calibration-small");

// src/judgement/slices.ts
/** Headline drift per class and per tag, worst first, where a group is not simply all that was compared. */
function slicesOf(fixtures, method) {
	const compared = fixtures.flatMap((fixture) => {
		const map = fixture.maps?.[method];
		return map && "drift" in map ? [{
			...fixture,
			shift: map.drift[metrics[0].name]
		}] : [];
	});
	const grouped = (by, groupsOf) => {
		const names = [...new Set(compared.flatMap(groupsOf))];
		return names.flatMap((name) => {
			const members = compared.filter((fixture) => groupsOf(fixture).includes(name));
			if (names.length < 2 && members.length === compared.length) return [];
			const drift = mean(members.map(({ shift }) => shift));
			return {
				by,
				name,
				fixtures: members.length,
				drift,
				flipped: members.filter(({ flipped }) => flipped).length
			};
		});
	};
	return [...grouped("class", ({ truth }) => truth === void 0 ? [] : [truth]), ...grouped("tag", ({ tags }) => tags ?? [])].toSorted((a, b) => b.drift - a.drift);
}

// src/judgement/verdict.ts
/**
* Judges one model from what its fixtures show. Means over the fixtures are judged, never the worst image: single images
* move even between honest retrains.
*
* Three questions are asked apart, and each can fail the model: did attention and answers drift from the baseline
* (`judgeDrift`, statistics), does attention follow an edit that should not matter (`judgeProbes`), does heat lie where the
* team says it must (`judgeRegions`). The reason that fired is named first, rules before statistics, because
* they say what to look for.
*
* All of it rests on the fixtures that both sides have (`evidenceOf`), and says so where these are too few.
* @param notes things that the run itself has to say, in order
* @param same whether both sides are one model, used in one way
* @param mending without it nothing counts as a repair
*/
function judge(all, policy, notes, same = false, mending) {
	const fixtures = evidenceOf$1(all);
	const drift = summariseDrift(fixtures);
	const predictions = summarisePredictions(fixtures);
	const probes = summariseProbes(fixtures, policy);
	const regions = summariseRegions(fixtures, policy.regions);
	const slices = slicesOf(fixtures, policy.method);
	const intervals = intervalsOf(fixtures, policy);
	const { divergence, change } = predictions;
	const edits = editSignals(probes, policy);
	const { score, reasons: drifted } = judgeDrift(drift, divergence?.mean, policy, change, intervals, edits);
	const { repair, reasons: moved } = withRepair(drifted, {
		fixtures,
		regions,
		policy,
		predictions,
		intervals,
		edits,
		notes
	}, mending);
	const answers = judgeAccuracy(fixtures, policy);
	const reasons = failuresFirst([
		...judgeProbes(probes, intervals, policy),
		...judgeRegions(fixtures, regions, policy.regions),
		...answers,
		...pulls(probes, lostClasses(answers), policy),
		...moved,
		...judgeLabels(fixtures, policy),
		...unjudged(fixtures, policy),
		...silentProbes(probes, fixtures, policy, true),
		...leftTheObject(fixtures, predictions, policy.regions),
		...mutedRegions(fixtures, policy.regions),
		...predictionReasons(predictions, fixtures, policy),
		...changedSet(all, same),
		...emptyMaps$1(fixtures, policy.method),
		...notes
	]);
	return {
		verdict: worst(reasons.map((reason) => reason.level)),
		reasons,
		drift,
		predictions,
		...score && { score },
		...probes.length > 0 && { probes },
		...regions.length > 0 && { regions },
		...slices.length > 0 && { slices },
		...repair && { repair },
		...intervals.length > 0 && { intervals }
	};
}
/** Judges what needs no earlier version: the rules of regions. Says why drift is not judged, where the team wants it so. */
function judgeAlone(all, policy) {
	const fixtures = evidenceOf$1(all);
	const regions = summariseRegions(fixtures, policy.regions);
	const probes = summariseProbes(fixtures, policy);
	return {
		reasons: [
			...judgeRegions(fixtures, regions, policy.regions),
			...mutedRegions(fixtures, policy.regions),
			...silentProbes(probes, fixtures, policy, false),
			...policy.baseline === "none" ? [withoutBaseline(policy)] : []
		],
		...probes.length > 0 && { probes },
		...regions.length > 0 && { regions }
	};
}
/** Who asks for no comparison has the rules of regions judged instead; without any nothing is, which is no pass. */
function withoutBaseline({ regions = {} }) {
	const ruled = Object.values(regions).some((rules) => rules.length > 0);
	return {
		level: ruled ? "pass" : "incomplete",
		code: "baseline-none",
		ruled
	};
}
const failuresFirst = (reasons) => reasons.toSorted((a, b) => Number(b.level === "fail") - Number(a.level === "fail"));
/** The verdict over all models. */
const overall = (models) => worst(models.map((model) => model.verdict));

// src/sanity/judge.ts
/** Maps of two classes that differ by less are one map. */
const leastClassDrift = .01;
/** Two runs that differ by less differ by rounding; in parts of the map's largest value. */
const mostDeviation = 1e-5;
/** Whether a model's maps say anything, one answer per check. */
function judgeSanity(evidence) {
	const { findings } = evidence;
	if (!findings) return [];
	return [
		emptyMaps(evidence),
		classBlind(evidence, findings),
		unmoved(evidence),
		repeatable(findings),
		...findings.rewired ? [headRandomised(evidence, findings.rewired)] : [],
		...findings.faithfulness ? [faithfulness(evidence, findings.faithfulness)] : []
	];
}
/** A warning per check that trips. */
const sanityReasons = (checks) => checks.filter(({ outcome }) => outcome === "trips").map(({ check, message }) => ({
	level: "warn",
	code: `sanity-${check}`,
	message
}));
const answer$1 = (check, trips, message) => ({
	check,
	outcome: trips ? "trips" : "ok",
	message
});
const notRun = (check, { notRun: message }) => ({
	check,
	outcome: "not-run",
	message
});
/** How many maps are empty is told elsewhere; this says why, which asks for different cures. */
function emptyMaps({ candidate, method, layer }) {
	let [maps, dead, against] = [
		0,
		0,
		0
	];
	for (const map of mapsOf(candidate, method)) {
		maps++;
		if (peak(map) > 0) continue;
		if (map.data.every((value) => value === 0)) dead++;
		else against++;
	}
	if (maps === 0) return notRun("empty-maps", { notRun: `There are no maps of ${method}.` });
	if (dead + against === 0) return answer$1("empty-maps", false, `All ${maps} maps have positive heat.`);
	const why = [dead > 0 && `${dead} are 0 everywhere: no gradient reaches ${layer}, or its units are dead (saturated or never active)`, against > 0 && `${against} are negative, and nowhere positive: all that ${layer} shows speaks against the class`].filter(Boolean);
	return answer$1("empty-maps", true, `Why maps of ${method} have no heat: of ${maps}, ${why.join("; ")}.`);
}
function* mapsOf(seen, method) {
	for (const { maps } of seen.values()) {
		const map = maps[method];
		if (map && !isRefusal(map)) yield map;
	}
}
function classBlind({ method }, { otherClass: found }) {
	if ("notRun" in found) return notRun("class-blind", found);
	const figures = `maps of the class explained and of the likeliest other class differ by ${percent(found.drift)} of their heat (${fixtures(found)})`;
	const trips = found.drift < leastClassDrift;
	return answer$1("class-blind", trips, trips ? `Maps of ${method} hardly depend on the class: ${figures}.` : sentence$1(figures));
}
/** Only answers that changed show that weights did: a converted model has other bytes and the same weights. */
function unmoved(evidence) {
	const { method, layer } = evidence;
	const { pairs, answers, heat, moved } = changesOf(evidence);
	if (pairs === 0) return notRun("unmoved", { notRun: "There are no maps to compare with." });
	if (answers === 0) return notRun("unmoved", { notRun: "No answer changed, so maps need not change." });
	if (heat === 0) return notRun("unmoved", { notRun: "No map has heat." });
	if (moved > 0) return answer$1("unmoved", false, `Answers changed on ${answers} of ${pairs} fixtures, maps on ${moved}.`);
	const message = `Answers changed on ${answers} of ${pairs} fixtures, and not a single map of ${method} did, to the last bit: ${layer} and the weights that ${method} reads lie apart from what changed (another layer or a bias), so its drift says nothing about this change.`;
	return answer$1("unmoved", true, message);
}
/** On how many fixtures both sides have a map, and of these: answers that changed, maps with heat on either side, maps that changed. */
function changesOf({ candidate, baseline, method }) {
	const found = {
		pairs: 0,
		answers: 0,
		heat: 0,
		moved: 0
	};
	for (const [name, after] of candidate) {
		const before = baseline?.get(name);
		if (before?.digest !== after.digest || before.classIndex !== after.classIndex) continue;
		const [earlier, later] = [before.maps[method], after.maps[method]];
		if (!earlier || !later || isRefusal(earlier) || isRefusal(later)) continue;
		found.pairs++;
		if (!same(before.probabilities, after.probabilities)) found.answers++;
		if (peak(earlier) > 0 || peak(later) > 0) found.heat++;
		if (!same(earlier.data, later.data)) found.moved++;
	}
	return found;
}
const same = (a, b) => a.length === b.length && a.every((value, at) => value === b[at]);
function repeatable({ repeated: found }) {
	if ("notRun" in found) return notRun("repeatable", found);
	const trips = found.deviation > mostDeviation;
	const message = trips ? `The same fixture gives other numbers when it is explained again, alone or among others: maps or probabilities differ by up to ${percent(found.deviation)} of their largest value (${fixtures(found)}). Something in the model depends on the batch, such as batch normalisation in training mode, or on chance, and drift cannot be told from it.` : `Explained again, alone and among others: equal ${found.deviation === 0 ? "bit by bit" : `to ${found.deviation.toExponential(0)} of the largest value`} (${fixtures(found)}).`;
	return answer$1("repeatable", trips, message);
}
function headRandomised({ method, layer, limit }, found) {
	if ("notRun" in found) return notRun("head-randomised", found);
	const trips = found.drift <= limit;
	const figures = `with the head's weights shuffled, maps of ${method} at ${layer} move by ${percent(found.drift)} on average (${fixtures(found)}; limit ${percent(limit)})`;
	return answer$1("head-randomised", trips, trips ? `Maps say little about what the head has learned: ${figures}.` : sentence$1(figures));
}
function faithfulness({ method }, found) {
	if ("notRun" in found) return notRun("faithfulness", found);
	const { heat, random } = found;
	const trips = heat.deletion >= random.deletion && heat.insertion <= random.insertion;
	const figures = `deletion ${area(heat.deletion)} (random ${area(random.deletion)}), insertion ${area(heat.insertion)} (random ${area(random.insertion)}), ${fixtures(found)}`;
	return answer$1("faithfulness", trips, trips ? `Hot pixels of ${method} matter no more to the answer than random ones: ${figures}.` : sentence$1(figures));
}
const fixtures = ({ fixtures: count }) => `${count} fixture${count === 1 ? "" : "s"}`;
const percent = (value) => `${(value * 100).toFixed(1)} %`;
const area = (value) => value.toFixed(2);
const sentence$1 = (figures) => `${figures[0].toUpperCase()}${figures.slice(1)}.`;

// src/auditing/_result.ts
const shownOf = ({ pinned, sanity }) => ({
	...sanity.length > 0 && { sanity: [...sanity] },
	...pinned && { pinned }
});
/** A shuffled head is a new one, whatever the lineage: a retrained model's limits are what its maps must exceed. */
function sanityOf(config, baseline, candidate) {
	const { method, thresholds } = policyFor(config, "retrained");
	const headline = metrics[0].name;
	return judgeSanity({
		method,
		layer: candidate.layer.name,
		limit: thresholds[headline] ?? limitsOf("retrained").thresholds[headline],
		candidate: candidate.seen,
		baseline: baseline?.seen,
		findings: candidate.findings
	});
}
async function resultCompared(config, { baseline, source, notes }, candidate, lineage, beside) {
	const limits = policyFor(config, lineage?.kind);
	const compared = {
		candidate: provenanceOf(candidate),
		baseline: {
			...provenanceOf(baseline),
			source
		},
		fixtures: fixtureResults(config, baseline, candidate, limits)
	};
	const { calibration, notes: edited = [] } = await config.calibration.read();
	const { policy, notes: pooled } = calibrated(limits, calibration, config, compared);
	const history = historyOf(calibration, {
		digest: compared.candidate.model.digest,
		against: compared.baseline.model.digest,
		settings: settingsDigest(config, compared)
	});
	return {
		name: config.name,
		path: config.shown(config.path),
		...judge(compared.fixtures, policy, [
			...beside.reasons,
			...notes,
			...differences(config, baseline, candidate),
			...pictureReasons(config, candidate.seen),
			...edited,
			...pooled,
			...sanityReasons(beside.sanity)
		], isSameModel(baseline, candidate), beside.mending),
		...shownOf(beside),
		...compared,
		judged: policy,
		...lineage && { lineage },
		...history.length > 0 && { history }
	};
}
/** A model that is compared with none: its maps are shown, and its regions judged. */
function resultAlone(config, candidate, beside) {
	const policy = policyFor(config, void 0);
	const fixtures = fixtureResults(config, void 0, candidate, policy);
	const notes = config.reference.kind === "none" ? [] : [{
		level: "pass",
		code: "model-new"
	}];
	const assumed = config.notes.map((note) => ({
		level: "warn",
		code: "preprocess-assumed",
		note
	}));
	const alone = judgeAlone(fixtures, policy);
	const found = [
		...beside.reasons,
		...notes,
		...unreadable$1(fixtures),
		...unexplained(candidate.seen, policy.method),
		...assumed,
		...pictureReasons(config, candidate.seen),
		...sanityReasons(beside.sanity)
	];
	const reasons = [...alone.reasons, ...found];
	return {
		...alone,
		name: config.name,
		path: config.shown(config.path),
		verdict: worst(reasons.map(({ level }) => level)),
		reasons,
		...shownOf(beside),
		candidate: provenanceOf(candidate),
		judged: policy,
		fixtures
	};
}

// src/auditing/one-model.ts
/**
* One model against a baseline that is at hand, or against none.
* @throws CamdriftError when there can be no verdict
*/
async function auditAgainst(chosen, given, run) {
	const candidate = await explainedLike(chosen?.baseline, given, run);
	if (chosen) requireSameGrid(given, chosen.baseline, candidate);
	if (chosen) requireSameTask(given, chosen.baseline, candidate);
	const { config, baseline, copies } = counted(chosen, given, candidate);
	const compared = chosen && {
		...chosen,
		baseline
	};
	const beside = await besides(compared, config, candidate, copies, run);
	if (!compared) return {
		config,
		result: resultAlone(config, candidate, beside),
		baseline,
		candidate
	};
	const lineage = lineageFor(config, chosen.baseline, candidate);
	const result = await resultCompared(config, compared, candidate, lineage, beside);
	return {
		config,
		...await withSweep(config, result, compared.baseline, candidate, run),
		baseline: chosen.baseline,
		candidate
	};
}
/** At the baseline's layer, for the baseline's classes. */
function explainedLike(earlier, given, run) {
	const { name: title, path, preprocess, checks } = given;
	const classOf = ({ name }) => earlier?.seen.get(name)?.classIndex;
	return explainSide(given, {
		title,
		path,
		preprocess,
		prefer: earlier?.layer.name,
		classOf,
		earlier,
		checks
	}, run);
}
function counted(chosen, given, candidate) {
	const config = chosen?.source === "stored" ? withoutChanges(given) : given;
	const perLabel = candidate.task === "multi-label";
	const digests = (seen) => perLabel ? digestsOf(seen) : seen;
	const earlier = chosen?.baseline;
	const copies = copiesAmong(config.fixtures, digests(candidate.seen), earlier && digests(earlier.seen));
	const once = config.fixtures.map((fixture) => ({
		...fixture,
		copyOf: copies.get(fixture.name)
	}));
	if (!perLabel) return {
		config: {
			...config,
			fixtures: once
		},
		baseline: earlier,
		copies
	};
	const fixtures = itemsOf(once, candidate.seen, given.labels ?? candidate.labels ?? []);
	const baseline = earlier && {
		...earlier,
		seen: withFurtherLabels(earlier.seen, candidate.seen)
	};
	return {
		config: {
			...config,
			fixtures
		},
		baseline,
		copies
	};
}
/** Stored maps bring the fixtures that they were made from; what the change does to others makes no difference to them. */
const withoutChanges = (config) => ({
	...config,
	fixtures: config.fixtures.map(({ touched: _, ...fixture }) => fixture),
	gone: []
});
async function besides(compared, config, candidate, copies, run) {
	const pinned = await pinnedDrift(config, candidate, compared?.baseline, run);
	const stored = compared && await closerToStored(config, compared, candidate);
	return {
		...pinned,
		mending: {
			setting: config.repairs,
			closer: [pinned.closer, stored].filter((each) => each !== void 0)
		},
		sanity: sanityOf(config, compared?.baseline, candidate),
		reasons: [
			...candidate.unfinished ? [candidate.unfinished] : [],
			...candidate.fallback ? [candidate.fallback] : [],
			...pinned.reasons,
			...leftOutReasons(config.leftOut, [...copies.keys()]),
			...taskReasons(candidate.read),
			...layerReasons(config, candidate),
			...feedingReasons(candidate.takes, config.preprocess)
		]
	};
}

// src/explainer/deadlines.ts
/**
* Begins a run: for each model that begins now, when it must be done.
* @param run seconds for all models together
*/
function deadlines(run) {
	const end = performance.now() + run * 1e3;
	return (model) => {
		const at = performance.now() + model * 1e3;
		return at <= end ? {
			at,
			words: `${model} s for one model (\`timeout\`)`
		} : {
			at: end,
			words: `${run} s for the whole run (\`run-timeout\`)`
		};
	};
}

// src/versions/choose-baseline.ts
/**
* The side to compare with: stored maps, or a baseline model explained now; undefined when there is nothing to compare with,
* or nothing shall be. When both are named, the stored maps are taken only if that very model made them in the same way.
* @throws CamdriftError `baseline-unavailable`
*/
async function chooseBaseline(config, run) {
	const { reference } = config;
	switch (reference.kind) {
		case "none":
		case "absent": return;
		case "stored": return storedAlone(config, config.baseline);
		case "model": return storedOrExplained(config, reference.model, run);
	}
}
async function storedAlone(config, folder) {
	const baseline = await readBaseline(folder);
	const stale = await staleness(baseline, config);
	if (!stale) return {
		baseline,
		source: "stored",
		notes: []
	};
	throw new CamdriftError("baseline-unavailable", `The baseline in ${config.shown(folder)} does not fit: ${stale}.`);
}
async function storedOrExplained(config, model, run) {
	const { baseline: folder } = config;
	const stored = folder === void 0 ? void 0 : await readBaseline(folder).catch(tolerateMissing);
	const stale = stored && await whyNotStored(stored, config, model);
	if (stored && !stale) return {
		baseline: stored,
		source: "stored",
		notes: []
	};
	const baseline = await explained(config, model, run);
	return {
		baseline,
		source: "recomputed",
		notes: [...stale ? [{
			level: "pass",
			code: "baseline-stale",
			why: stale
		}] : [], ...baseline.fallback ? [{
			...baseline.fallback,
			side: "baseline"
		}] : []]
	};
}
async function whyNotStored(stored, config, model) {
	if (stored.model.digest !== await model.digest()) return "another model made it";
	return await staleness(stored, config) ?? otherProbes(stored, config);
}
async function explained(config, model, run) {
	const side = await explainSide({
		...config,
		...config.baselineUse
	}, {
		title: `baseline of ${config.name}`,
		path: await model.path(),
		origin: model.origin,
		preprocess: config.baselinePreprocess
	}, run);
	if (!side.unfinished) return side;
	const { code, message } = side.unfinished;
	throw new CamdriftError(code === "shards-incomplete" ? code : "baseline-unavailable", `The baseline model was not explained: ${message}`);
}
function tolerateMissing(error) {
	if (!(error instanceof CamdriftError) || error.code !== "baseline-unavailable") throw error;
}

// src/audit.ts
/** Baseline, candidate, comparison, verdict: for each model of the configuration. A model that fails stops no other. */
async function audit(config, engine, progress, now) {
	const started = now();
	const run = {
		engine,
		jobs: config.jobs,
		batch: config.batch,
		progress
	};
	const limit = deadlines(config.runTimeout);
	const models = [];
	const pictures = [];
	for (const model of config.models) {
		const audited = await auditModel(model, {
			...run,
			deadline: limit(model.timeout)
		}).catch((error) => notAudited(model, error));
		models.push(audited.result);
		if ("candidate" in audited) pictures.push(audited);
	}
	return {
		results: {
			version: 1,
			tool,
			engine: {
				name: engine.name,
				version: engine.version
			},
			verdict: overall(models),
			models,
			times: {
				started: started.toISOString(),
				seconds: (now().getTime() - started.getTime()) / 1e3
			}
		},
		pictures
	};
}
async function auditModel(config, run) {
	await config.obtain?.();
	const chosen = await chooseBaseline(config, run);
	return auditAgainst(chosen, config, run);
}
/** A model without a verdict: the error takes its place, and the run cannot pass. A bug of ours costs no other model its verdict. */
function notAudited(config, error) {
	const { code, message, remedy, exitCode } = actionable(error) ?? unforeseen(error);
	const reasons = [{
		level: "incomplete",
		code,
		message
	}];
	return { result: {
		name: config.name,
		path: config.shown(config.path),
		verdict: "incomplete",
		reasons,
		error: {
			code,
			message,
			remedy,
			exitCode
		},
		fixtures: []
	} };
}

// src/reports/printable.ts
/** Text from files, without the control characters that could steer a terminal; line feeds stay. */
const printable = (text) => text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, "�");
/** The same on one line, so that no name or message can pass for a line of its own. */
const oneLine = (text) => printable(text).replaceAll("\n", " ");

// src/reports/engine.ts
/** `wasm (tfjs 4.22.0, wasm). ONNX Runtime (onnxruntime-node) is not installed.`: which engine it is, and why it is none that is faster. */
const engineWords = ({ name, version, passedOver }) => [`${name} (${version})`, ...passedOver.map(({ why }) => oneLine(why).replace(/[.]$/, ""))].join(". ");

// src/shards/keys.ts
/**
* A digest per task of all that decides its outcome: the model's files, the fixture's and its masks', how they are used, and for
* which class. Two machines that would find the same have the same, wherever their files lie.
* @param model its digest, where it is known: its files are large
*/
async function keysOf$1(request, tasks, model) {
	const making = await makingOf(request, model);
	const keys = [];
	for (const { path, regions, donor, known: _, ...task } of tasks) {
		const from = donor && await pictureOf(donor.path, donor.regions);
		keys.push(digest$1([
			making,
			...await pictureOf(path, regions),
			{
				...task,
				donor: from
			}
		]));
	}
	return keys;
}
/**
* A digest of all that decides what a model answers to edits of pictures.
* @param model its digest
*/
async function answersKeyOf({ path, load, fixtures, edits, budget: _, ...how }, model) {
	const used = [
		model,
		await useOf(load),
		load.task,
		load.size
	];
	const pictures = [];
	for (const { path: at, regions, donor } of fixtures) pictures.push([await pictureOf(at, regions), donor && await pictureOf(donor.path, donor.regions)]);
	return digest$1([
		"answers",
		used,
		how,
		edits,
		pictures
	]);
}
/** By content: another picture may lie at the same path by the next run. */
async function pictureOf(path, regions = []) {
	const shapes = await Promise.all(regions.map(async (shape) => ({
		...shape,
		mask: shape.mask && await digestOf$1(shape.mask)
	})));
	return [await digestOf$1(path), shapes];
}
/** What decides the outcomes of all tasks of a model, as plain data. */
async function makingOf({ path, load, layer, prefer, methods, score, preprocess, fit, pixels, probes = [] }, digest) {
	return {
		model: digest ?? await modelDigest(path, load.within),
		use: [
			await useOf(load),
			load.task,
			load.size
		],
		maps: [
			layer,
			prefer,
			methods,
			score,
			preprocess,
			fit,
			pixels
		],
		probes: probes.map((probe) => [probe.name, probeDigest(probe)])
	};
}
const digest$1 = (value) => createHash("sha256").update(JSON.stringify(value, numbers)).digest("hex");
const numbers = (_, value) => ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") : value;
/** As large as a fixture may be. */
const mostBytes$5 = 256 * 2 ** 20;
/** What cannot be read fails everywhere in the same way. */
const digestOf$1 = (path) => regularDigest(path, mostBytes$5, (why) => new Error(why)).catch(() => "unreadable");

// src/shards/replaying.ts
/**
* An explainer that takes what the shards found and explains no fixture. It loads the models, to know what they are and to check
* their explanation. What no shard holds leaves the model unfinished.
*/
function replaying(engine, { outcomes, problems }) {
	return explainingBy(engine, async (request, tasksFor, progress, deadline) => {
		const known = async (facts) => {
			const tasks = await tasksFor(facts);
			const keys = await keysOf$1(request, tasks, facts.digest);
			return tasks.map((task, at) => ({
				...task,
				known: () => outcomes.get(keys[at]) ?? missing
			}));
		};
		const made = await engine.maps(request, known, progress, deadline);
		let lost = 0;
		for (const outcome of made.outcomes) if (isFailure(outcome) && outcome.failed === missing.failed) lost++;
		const why = [...problems, ...lost > 0 ? [`${lost} of ${made.outcomes.length} fixtures are in no shard that was made of these files, with these settings.`] : []];
		return why.length > 0 && !made.unfinished ? {
			...made,
			unfinished: {
				code: "shards-incomplete",
				message: why.join(" ")
			}
		} : made;
	});
}
const missing = { failed: "No shard holds it." };

// src/shards/joined.ts
/** An explainer that answers from shards; `engine`, of the kind that made them, checks the explanation, as it would have in one run. */
const joinedBy = (engine, shards) => replaying(engine, withEngine(shards, engine.version));
/** @throws CamdriftError `shards-incomplete` */
function engineOf({ engine: { name } }) {
	const found = engineNames.find((each) => each === name);
	if (found) return found;
	throw new CamdriftError("shards-incomplete", `The shards were made by the engine \`${name}\`, which there is none of.`);
}
function withEngine(shards, version) {
	if (shards.engine.version === version) return shards;
	const problem = `The shards were made by ${shards.engine.version}, and here there is ${version}.`;
	return {
		...shards,
		problems: [...shards.problems, problem]
	};
}

// src/engines/_tar.ts
const block = 512;
/**
* Takes the files of one folder out of an archive (`.tgz`) whose content is known to be right; everything else is passed over.
* @param folder as the archive has it, with `/` at its end
* @param keep told of each file, which it must not hold on to longer than it has to
*/
async function filesInTar(archive, folder, keep) {
	await pipeline(createReadStream(archive), createGunzip(), async (chunks) => {
		const read = reader(chunks);
		for (let header = await read(block); header.some(Boolean); header = await read(block)) {
			const path = [text$1(header, 345, 155), text$1(header, 0, 100)].filter(Boolean).join("/");
			const size = Number.parseInt(text$1(header, 124, 12), 8);
			const bytes = await read(Math.ceil(size / block) * block);
			const name = basename(path);
			if (path === `${folder}${name}`) await keep(name, bytes.subarray(0, size));
		}
	});
}
const text$1 = (header, at, length) => header.toString("latin1", at, at + length).replace(/\0.*$/s, "");
/** As many bytes as are asked for, however they come; what is left at the end is filled up with noughts, which end an archive. */
function reader(chunks) {
	const source = chunks[Symbol.asyncIterator]();
	let rest = Buffer.alloc(0);
	return async (length) => {
		const parts = [rest];
		let found = rest.length;
		while (found < length) {
			const { value, done } = await source.next();
			if (done) break;
			parts.push(value);
			found += value.length;
		}
		const all = Buffer.concat(found < length ? [...parts, Buffer.alloc(length - found)] : parts);
		rest = all.subarray(length);
		return all.subarray(0, length);
	};
}

// src/engines/install.ts
/**
* Installs ONNX Runtime's programs for this machine into the tool's own folder: the package of one version from the registry that
* npm is configured for, held against its integrity. None of its scripts runs, and nothing of the workspace is asked.
* @throws CamdriftError `engine-unavailable`
*/
async function installRuntime(env, programs = known()) {
	if (programs instanceof Error) throw failed(programs.message);
	const folder = installedAt(engineFolder(env), programs);
	const told = {
		engine: `ONNX Runtime ${programs.version} for ${programs.platform}`,
		folder
	};
	if (isWhole(folder, programs)) return {
		...told,
		before: true
	};
	const scratch = await mkdtemp(join(tmpdir(), "camdrift-setup-"));
	try {
		await unpacked(await downloaded(scratch, env, programs), folder, programs).catch((cause) => {
			throw cause instanceof CamdriftError ? cause : failed(`${folder} cannot be written: ${systemWords(cause)}`, cause);
		});
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
	return {
		...told,
		before: false
	};
}
function known() {
	try {
		return programsFor();
	} catch (error) {
		return error;
	}
}
const failed = (why, cause) => new CamdriftError("engine-unavailable", `ONNX Runtime (onnxruntime-node) cannot be installed: ${why.replace(/[.\s]+$/, "")}.`, {
	cause,
	remedy: "Check that npm is there and reaches its registry, and that the folder can be written; without it the next engine runs."
});
function isWhole(folder, programs) {
	try {
		verify(folder, programs);
		return true;
	} catch {
		return false;
	}
}
const run = promisify(execFile);
/** Minutes that npm may take: its package holds the programs of every platform. */
const longest = 10;
/** Of a runner's environment: tokens, and what an action was given. */
const notNpms = /^(INPUT_|ACTIONS_|GITHUB_)/;
/** npm itself fetches it: it knows registry, proxy and credentials. It starts in an empty folder, so that no project tells it others. */
async function downloaded(scratch, env, { version, integrity }) {
	await writeFile(join(scratch, "package.json"), "{\"private\": true}");
	const isWindows = process.platform === "win32";
	const own = Object.fromEntries(Object.entries(env).filter(([name]) => !notNpms.test(name)));
	const args = [
		"pack",
		`onnxruntime-node@${version}`,
		"--ignore-scripts",
		"--no-update-notifier",
		"--loglevel=error"
	];
	await run(isWindows ? "npm.cmd" : "npm", args, {
		cwd: scratch,
		env: own,
		shell: isWindows,
		timeout: longest * 6e4
	}).catch((cause) => {
		throw failed(npmsWords(cause), cause);
	});
	const [name] = (await readdir(scratch)).filter((each) => each.endsWith(".tgz"));
	if (name === void 0) throw failed("npm fetched nothing");
	const archive = join(scratch, name);
	const found = `sha512-${await sha512(archive)}`;
	if (found !== integrity) throw failed(`what the registry gave is not the package that was published (${found.slice(0, 20)}... instead of ${integrity.slice(0, 20)}...)`);
	return archive;
}
function npmsWords({ code, stderr, killed }) {
	if (code === "ENOENT") return "npm is not there";
	if (killed) return `npm did not end within ${longest} minutes`;
	return `npm says: ${(stderr ?? "").split("\n").flatMap((line) => /^npm (?:error|ERR!) (?!code |syscall |errno |A complete log)(.+)/.exec(line)?.[1] ?? []).slice(0, 2).map((line) => line.slice(0, 200)).join("; ") || `exit code ${code}`}`;
}
async function sha512(path) {
	const hash = createHash("sha512");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest("base64");
}
/** Beside its place first, then there at once: what is in place is whole. */
async function unpacked(archive, folder, programs) {
	const beside = `${folder}.${process.pid}`;
	try {
		await mkdir(beside, { recursive: true });
		const from = `package/bin/napi-v6/${programs.platform.replace("-", "/")}/`;
		await filesInTar(archive, from, async (name, bytes) => {
			if (Object.hasOwn(programs.files, name)) await writeFile(join(beside, name), bytes);
		});
		verify(beside, programs);
		await rm(folder, {
			recursive: true,
			force: true
		});
		await rename(beside, folder);
	} finally {
		await rm(beside, {
			recursive: true,
			force: true
		});
	}
}

// src/explainer/_outcomes.ts
/** What has come so far of one model's maps. */
var Outcomes = class {
	outcomes = new Spilled();
	#progress;
	#tell;
	#facts;
	#tasks = 0;
	#done = 0;
	constructor({ progress, tell }) {
		this.#progress = progress;
		this.#tell = tell;
	}
	begin(facts, tasks) {
		this.#facts = facts;
		this.#tasks = tasks.length;
		for (const [at, { known }] of tasks.entries()) if (known) this.add(at, [known()]);
		return tasks;
	}
	add(from, outcomes) {
		for (const [index, outcome] of outcomes.entries()) this.outcomes.set(from + index, withoutPicture(outcome));
		this.#tell?.(from, outcomes);
		this.#done += outcomes.length;
		this.#progress?.(this.#done, this.#tasks);
	}
	/** With the fixtures that were not reached as failures; nothing when none was. */
	sofar({ code, message }) {
		if (!this.#facts || this.#done === 0) return void 0;
		const missing = { failed: `Not reached. ${message}` };
		for (let at = 0; at < this.#tasks; at++) if (!this.outcomes.has(at)) this.outcomes.set(at, missing);
		const left = this.#tasks - this.#done;
		const words = left > 0 ? `${left} of ${this.#tasks} fixtures were not reached` : "its explanation was not checked";
		return {
			...this.#facts,
			outcomes: this.outcomes,
			unfinished: {
				code,
				message: `${message} ${capital(words)}.`
			}
		};
	}
};
const capital = (text) => text[0].toUpperCase() + text.slice(1);

// src/explainer/_separate-process.ts
/** A process that explains, started when it is first asked, and again after it ended. */
var SeparateProcess = class {
	#engine;
	#jobs = /* @__PURE__ */ new Map();
	#child;
	#ended = "";
	#next = 0;
	constructor(engine) {
		this.#engine = engine;
	}
	get pid() {
		return this.#child?.pid;
	}
	/** @returns a function that says the job is done */
	ask(question, listener, deadline) {
		const id = this.#next++;
		this.#child ??= this.#started();
		const child = this.#child;
		const timer = deadline && setTimeout(() => this.end(timedOut(deadline)), Math.max(0, deadline.at - performance.now()));
		this.#jobs.set(id, listener);
		keepAlive(child, true);
		child.send({
			id,
			...question
		}, ignoreClosed);
		return () => {
			clearTimeout(timer);
			this.#jobs.delete(id);
			if (this.#jobs.size === 0) keepAlive(child, false);
		};
	}
	/** Kills it, whatever it is doing; every job hears why. */
	end(why) {
		const child = this.#child;
		this.#child = void 0;
		for (const event of [
			"message",
			"error",
			"close"
		]) child?.removeAllListeners(event);
		child?.on("error", ignoreClosed).kill("SIGKILL");
		for (const { lost } of [...this.#jobs.values()]) lost(why);
	}
	#started() {
		const child = forkedAhead(this.#engine) ?? forkExplainer(this.#engine);
		this.#ended = "";
		child.stderr.on("data", (chunk) => {
			this.#ended = (this.#ended + chunk).slice(-8192);
		});
		child.on("message", (message) => this.#jobs.get(message.id)?.heard(message, (reply) => sentTo(child, reply)));
		child.on("error", (error) => this.end(brokenDown(error.message)));
		child.on("close", (code, signal) => this.end(brokenDown(lastWords(this.#ended, code, signal))));
		return child;
	}
};
const sentTo = (child, message) => new Promise((resolve) => {
	child.send(message, (error) => resolve(!error));
});
/** Of a process that is gone the `close` event says more. */
const ignoreClosed = () => {};
const timedOut = ({ words }) => new CamdriftError("timed-out", `The time is up: ${words}.`);
const brokenDown = (how) => new CamdriftError("broke-down", `What loads and explains the model broke down: ${how}.`);
function lastWords(said, code, signal) {
	if (/heap out of memory|heap limit/i.test(said)) return `its objects take more than ${heap} MB of memory`;
	if (/bad_alloc|out of memory|cannot allocate/i.test(said)) return "no memory was left";
	if (signal === "SIGKILL") return "the system ended its process, as it does when memory runs out";
	const line = said.split("\n").find((each) => /error|check failed|abort/i.test(each))?.trim().slice(0, 200);
	return `its process ended with ${signal ?? `exit code ${code}`}${line ? ` (${line})` : ""}`;
}

// src/explainer/separate-explainer.ts
/** Seconds for a picture that was decoded before. */
const longestPicture = 60;
/**
* Starts a process that explains. It is started anew when it was killed for want of time, broke down, or met an error that
* nobody foresaw; whatever it was doing then ends as CamdriftError `timed-out`, `broke-down` or `model-unforeseen`.
* @throws CamdriftError `engine-unavailable`
*/
async function startExplainer(choice) {
	const child = new SeparateProcess(choice);
	const { name, version, passedOver = [] } = await answer(child, { kind: "start" });
	let over = false;
	const started = async () => {
		if (over) throw new Error("The explainer is asked after its end: whoever holds it with `await using` returned too early.");
		if (child.pid === void 0) await answer(child, { kind: "start" });
	};
	return {
		name,
		version,
		passedOver,
		get pid() {
			return child.pid;
		},
		maps: async (request, tasksFor, progress, deadline, tell) => {
			await started();
			return maps(child, {
				request,
				tasksFor,
				progress,
				deadline,
				tell
			});
		},
		answers: async (request, deadline) => {
			await started();
			return answer(child, {
				kind: "answers",
				request
			}, deadline);
		},
		layers: async (path, load, deadline) => {
			await started();
			return answer(child, {
				kind: "layers",
				path,
				load
			}, deadline);
		},
		fixture: async (request) => {
			await started();
			return answer(child, {
				kind: "fixture",
				request
			}, picturesDeadline());
		},
		[Symbol.asyncDispose]: async () => {
			over = true;
			child.end(brokenDown("the run is over"));
		}
	};
}
const picturesDeadline = () => ({
	at: performance.now() + longestPicture * 1e3,
	words: `${longestPicture} s to decode one picture`
});
function answer(child, question, deadline) {
	return new Promise((resolve, reject) => {
		const done = child.ask(question, {
			heard: (message) => {
				done();
				if (message.kind === "answer") resolve(message.answer);
				else reject(ended(problem(message), child));
			},
			lost: (why) => {
				done();
				reject(why);
			}
		}, deadline);
	});
}
function maps(child, question) {
	const { request, tasksFor, deadline } = question;
	const found = new Outcomes(question);
	return new Promise((resolve, reject) => {
		const settle = (how) => {
			done();
			how();
		};
		const unfinished = (why) => settle(() => {
			const partial = found.sofar(ended(why, child));
			if (partial) resolve(partial);
			else reject(why);
		});
		const failed = (why) => isTheEnd(why) ? unfinished(why) : settle(() => reject(why));
		const done = child.ask({
			kind: "maps",
			request
		}, {
			lost: unfinished,
			heard: (message, reply) => {
				if (message.kind === "outcomes") return found.add(message.from, message.outcomes);
				if (message.kind === "answer") return settle(() => resolve({
					...message.answer,
					outcomes: found.outcomes
				}));
				if (message.kind !== "facts") return failed(problem(message));
				const say = (words) => reply({
					id: message.id,
					...words
				});
				Promise.resolve(message.facts).then(tasksFor).then((tasks) => sendTasks(found.begin(message.facts, tasks), request, say)).catch((error) => {
					settle(() => reject(error));
					return say({
						kind: "tasks-end",
						given: false
					});
				});
			}
		}, deadline);
	});
}
/** After an error that nobody foresaw, or in its engine, nothing is known of the state that the process is in. */
const isTheEnd = ({ code }) => code === "model-unforeseen" || code === "broke-down";
function ended(why, child) {
	if (isTheEnd(why)) child.end(brokenDown("another model met an error that nobody foresaw"));
	return why;
}
function problem(message) {
	if (message.kind !== "problem") throw new Error(`The explaining process said ${message.kind} out of turn.`);
	return new CamdriftError(message.code, message.message, { remedy: message.remedy });
}

// src/shards/record.ts
const grid$1 = {
	width: int().min(1).max(4096),
	height: int().min(1).max(4096)
};
const unit$3 = number().min(0).max(1);
const index = int().min(0);
const refused$1 = strictObject({ refused: string().max(2e3) });
/** Base64 of little-endian float32: they come back bit by bit. */
const floats = string().regex(/^[A-Za-z0-9+/]*={0,2}$/).transform(textToFloats);
const map = strictObject({
	...grid$1,
	data: floats
}).refine(({ width, height, data }) => data.length === width * height && data.every(Number.isFinite));
const heat = strictObject({
	inside: unit$3,
	pointing: boolean()
});
const region = strictObject({
	area: unit$3,
	heat: heat.optional(),
	earlier: heat.optional()
});
const probe = strictObject({
	moved: unit$3,
	onMark: unit$3.optional(),
	predicted: index,
	divergence: unit$3,
	map: map.optional()
});
const explanation = strictObject({
	digest: string().regex(/^[0-9a-f]{64}$/),
	classIndex: index,
	predicted: index,
	logits: floats,
	probabilities: floats,
	maps: record(string(), union$1([refused$1, map])),
	probes: record(string(), union$1([refused$1, probe])),
	regions: record(string(), region),
	ignored: record(string(), union$1([
		string(),
		number(),
		boolean()
	])).optional(),
	value: number().optional()
});
/** What was found of a fixture that could be read. */
const explanationSchema = explanation.extend({ others: array(explanation).max(1e4).optional() });
const outcome = union$1([strictObject({ failed: string().max(4e3) }), explanationSchema]);
/** What one machine found, as the beginning of a file says it. It comes from elsewhere: a stranger's word until it is checked. */
const headSchema = strictObject({
	version: literal(1),
	tool: string().max(100),
	engine: strictObject({
		name: string().max(100),
		version: string().max(200)
	}),
	shard: strictObject({
		at: int().min(1).max(256),
		of: int().min(1).max(256)
	})
});
/** By the key of its task. */
const entrySchema = record(string().regex(/^[0-9a-f]{64}$/), outcome);
/** For `JSON.stringify`: arrays of numbers as text. */
const bare = (_, value) => value instanceof Float32Array ? floatsToText(value) : value;
/** The text of a shard's file, in pieces: JSON with a line for each outcome, so that it is read line by line, too. */
function* recordPieces(head, outcomes) {
	let before = `${JSON.stringify(head).slice(0, -1)}${opening}`;
	for (const [key, outcome] of outcomes) {
		yield `${before}\n${JSON.stringify(key)}:${JSON.stringify(outcome, bare)}`;
		before = ",";
	}
	yield `${before === "," ? "" : before}\n${closing}\n`;
}
const opening = ",\"outcomes\":{";
const closing = "}}";
/**
* Reads a shard's file as it is written.
* @param keep told each outcome; what it heard is nothing unless the head comes back
* @throws for lines that make no record
*/
async function readRecord(lines, keep) {
	const rows = lines[Symbol.asyncIterator]();
	const next = async () => (await rows.next()).value ?? "";
	try {
		const head = headFrom(await next());
		let line = await next();
		if (line !== closing) {
			for (; line.endsWith(","); line = await next()) keep(...entryFrom(line.slice(0, -1)));
			keep(...entryFrom(line));
			line = await next();
		}
		if (line !== closing || !(await rows.next()).done) throw new Error("It does not end as a shard does.");
		return head;
	} finally {
		await rows.return?.();
	}
}
function headFrom(line) {
	if (!line.endsWith(opening)) throw new Error("It does not begin as a shard does.");
	return headSchema.parse(JSON.parse(`${line.slice(0, -13)}}`));
}
function entryFrom(line) {
	const entries = Object.entries(entrySchema.parse(JSON.parse(`{${line}}`)));
	if (entries.length !== 1) throw new Error("A line has not one outcome.");
	return entries[0];
}

// src/map-cache/answers.ts
/**
* What a model answers to edits of pictures, asked once. Edits that take something of another picture are kept apart: which one gives
* depends on what the candidate loses, so all else that is asked of a baseline is the same for every candidate.
* @throws as the engine's `answers` does
*/
async function answersOnce(store, engine, request, deadline) {
	const parts = partsOf(request);
	const keys = await keysOf(engine, request, parts).catch(() => void 0);
	if (!keys) return engine.answers(request, deadline);
	const known = await Promise.all(parts.map((part, at) => read(store, keys[at], part)));
	const open = parts.filter((_, at) => !known[at]);
	if (open.length === 0) return joined$2(request, known);
	const made = await engine.answers(open.length < parts.length ? open[0] : request, deadline);
	const all = parts.map((part, at) => known[at] ?? (open.length < parts.length ? made : partOf(made, request, part)));
	for (const [at, each] of all.entries()) if (!known[at]) await store.write(keys[at], JSON.stringify(each, bare));
	await store.trim();
	return joined$2(request, all);
}
const takesOfAnother = ({ kind }) => kind === "swap";
/** First the edits of a picture alone, then the others, where there are any. */
function partsOf(request) {
	const fixtures = request.fixtures.map(({ donor: _, ...alone }) => alone);
	const swaps = request.edits.filter(takesOfAnother);
	const plain = {
		...request,
		fixtures,
		edits: request.edits.filter((each) => !takesOfAnother(each))
	};
	return swaps.length > 0 ? [plain, {
		...request,
		edits: swaps
	}] : [plain];
}
function partOf(made, { edits }, part) {
	return {
		...made,
		edited: made.edited.filter((_, at) => part.edits.includes(edits[at]))
	};
}
/** The rows in the order in which they were asked for. */
function joined$2({ edits }, [plain, swapped]) {
	const [alone, others] = [plain.edited.values(), (swapped?.edited ?? []).values()];
	const edited = edits.map((each) => (takesOfAnother(each) ? others : alone).next().value);
	return {
		asked: plain.asked,
		plain: plain.plain,
		edited
	};
}
const row = array(floats.nullable().transform((each) => each ?? void 0));
const schema = strictObject({
	asked: array(int().min(0)),
	plain: row,
	edited: array(row)
});
async function read(store, key, part) {
	const found = await store.read(key, schema);
	return found && fits(found, part) ? found : void 0;
}
/** Whether there are as many answers as are asked for, of pictures that there are. */
function fits({ asked, plain, edited }, { fixtures, edits }) {
	const isWhole = (answers) => answers.length === asked.length && answers.every((each) => !each || each.every(Number.isFinite));
	return edited.length === edits.length && asked.every((at) => at < fixtures.length) && [plain, ...edited].every(isWhole);
}
async function keysOf({ name, version }, { path, load }, parts) {
	const model = await modelDigest(path, load.within);
	return (await Promise.all(parts.map((part) => answersKeyOf(part, model)))).map((key) => createHash("sha256").update(JSON.stringify([
		tool,
		name,
		version,
		key
	])).digest("hex"));
}

// src/map-cache/facts.ts
const text = string().max(1e4);
const size$1 = int().min(1).max(2 ** 24);
const grid = {
	width: size$1,
	height: size$1
};
const layer = {
	name: text,
	operation: text,
	channels: size$1,
	...grid,
	reason: text,
	beside: array(text).optional(),
	finer: number().positive().optional()
};
/** What is known of a model once it is loaded, as an entry of the cache. */
const factsSchema = strictObject({
	format: text,
	input: strictObject({
		...grid,
		channels: size$1
	}),
	classes: size$1,
	task: strictObject({
		kind: _enum(taskKinds),
		from: _enum([
			"said",
			"graph",
			"assumed"
		])
	}),
	takes: strictObject({
		kind: _enum([
			"bytes",
			"rescaled",
			"normalised"
		]),
		node: text.optional(),
		becomes: tuple([number(), number()]).readonly().optional()
	}).optional(),
	labels: array(text).optional(),
	layer: strictObject(layer),
	sketch: weightSketchSchema.optional(),
	fallback: strictObject({
		name: text,
		version: text,
		why: text
	}).optional()
});

// src/map-cache/store.ts
const usualBytes = 512 * 2 ** 20;
/** Of one entry: a map has at most 16 million cells, and a usual one some hundreds. */
const mostEntry = 64 * 2 ** 20;
const layout = "v1";
/** A folder of entries that are known by their keys, each with the digest of what it holds. */
var Store = class {
	/** Entries that were not as they were written. */
	damaged = 0;
	/** Why nothing can be written any more. */
	refusal;
	#folder;
	#scopes;
	#most;
	constructor({ folder, scopes, most = usualBytes }) {
		this.#folder = join(folder, layout);
		this.#scopes = scopes;
		this.#most = most;
	}
	/** What was written under the key, if it is whole and of the form that is expected. */
	async read(key, schema) {
		for (const scope of this.#scopes) {
			const path = join(this.#folder, scope, `${key}.json`);
			const bytes = await readRegular(path, mostEntry, (why) => new Error(why)).catch(() => void 0);
			if (!bytes) continue;
			const found = this.#sound(bytes, key, schema);
			if (found === void 0) continue;
			await utimes(path, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date()).catch(() => {});
			return found;
		}
	}
	#sound(bytes, key, schema) {
		const [line, body] = [bytes.toString("latin1", 0, 64), bytes.subarray(65)];
		const parsed = line === digestOf(key, body) ? schema.safeParse(jsonOf$1(body.toString("utf8"))) : void 0;
		if (parsed?.success) return parsed.data;
		this.damaged++;
	}
	/** @param body JSON */
	async write(key, body) {
		if (this.refusal !== void 0 || body.length > mostEntry / 2) return;
		const folder = join(this.#folder, this.#scopes[0]);
		try {
			await mkdir(folder, { recursive: true });
			await (0, import_lib.default)(join(folder, `${key}.json`), `${digestOf(key, body)}\n${body}`, { fsync: false });
		} catch (error) {
			this.refusal = systemWords(error);
		}
	}
	/** Removes what was not used for longest until the rest is small enough. */
	async trim() {
		const names = await readdir(this.#folder, { recursive: true }).catch(() => []);
		const found = [];
		for (const name of names) found.push({
			path: join(this.#folder, name),
			...await looked(join(this.#folder, name))
		});
		let left = this.#most;
		for (const { path, size } of found.filter((each) => each.isFile).sort((a, b) => b.used - a.used)) {
			left -= size;
			if (left < 0) await rm(path, { force: true }).catch(() => {});
		}
	}
};
/** Of the key as well: an entry under another name is none. */
const digestOf = (key, body) => createHash("sha256").update(`${key}\n`).update(body).digest("hex");
/** Whoever can write there can write a digest, too. */
function jsonOf$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const looked = (path) => stat(path).then((found) => ({
	isFile: found.isFile(),
	size: found.size,
	used: found.mtimeMs
}), () => ({
	isFile: false,
	size: 0,
	used: 0
}));

// src/map-cache/cached.ts
/**
* An explainer that computes nothing twice: what was found of a model and a fixture is kept under a digest of all that decides it, engine
* and version of camdrift among it. Where all is known, and the explanation is not to be checked, not even the model is loaded.
* @param say told once when the folder cannot be written, or held what was damaged
*/
function cached(engine, options, say) {
	const store = new Store(options);
	const maps = async (request, tasksFor, progress, deadline) => {
		const own = new OneModel(store, engine, request);
		const whole = await own.fromStore(tasksFor);
		if (whole) progress?.(whole.outcomes.length, whole.outcomes.length);
		const made = whole ?? await engine.maps(request, own.withKnown(tasksFor), progress, deadline);
		if (!whole) await own.keep(made);
		tellOnce(store, options.folder, say);
		return made;
	};
	const answers = async (request, deadline) => {
		const found = await answersOnce(store, engine, request, deadline);
		tellOnce(store, options.folder, say);
		return found;
	};
	return {
		...explainingBy(engine, maps),
		answers
	};
}
const told = /* @__PURE__ */ new WeakMap();
function tellOnce(store, folder, say) {
	const before = told.get(store) ?? /* @__PURE__ */ new Set();
	told.set(store, before);
	const words = {
		refusal: store.refusal && `The cache of maps in ${folder} cannot be written: ${store.refusal}. Nothing is kept for the next run.`,
		damaged: store.damaged > 0 && `The cache of maps in ${folder} held what was damaged, or is no entry of this version: it was computed again.`
	};
	for (const [kind, text] of Object.entries(words)) {
		if (!text || before.has(kind)) continue;
		before.add(kind);
		say(text);
	}
}
/** What is kept of one model under one request. */
var OneModel = class {
	#store;
	#request;
	#by;
	#facts;
	#ownDigest;
	/** By key, as they were verified: what lies in the folder may be another thing by the time when it is used. */
	#found = new SpilledMap();
	#keys = [];
	#isKnown = [];
	constructor(store, { name, version }, request) {
		this.#store = store;
		this.#request = request;
		this.#by = [
			tool,
			name,
			version
		];
	}
	/** All of it, where all is there and nothing more is asked. */
	async fromStore(tasksFor) {
		const { checks = "none", sketch } = this.#request;
		if (checks !== "none") return void 0;
		const key = await this.#factsKey().catch(() => void 0);
		const facts = key && await this.#store.read(key, factsSchema);
		if (!facts || sketch !== false && !facts.sketch) return void 0;
		const tasks = await this.#known({
			...facts,
			...this.#request.digest && { digest: await this.#digest() }
		}, tasksFor);
		if (!tasks.every(({ known }) => known)) return void 0;
		return {
			...this.#facts,
			outcomes: new ReadSequence(tasks.length, (at) => tasks[at].known())
		};
	}
	withKnown(tasksFor) {
		return (facts) => this.#known(facts, tasksFor);
	}
	async keep(made) {
		if (!this.#facts) return;
		const { digest: _, ...facts } = this.#facts;
		const kept = {
			...facts,
			...made.fallback && { fallback: made.fallback }
		};
		await this.#store.write(await this.#factsKey(), JSON.stringify(kept));
		for (const [at, key] of this.#keys.entries()) {
			const outcome = this.#isKnown[at] ? void 0 : made.outcomes.at(at);
			if (outcome && !isFailure(outcome)) await this.#store.write(key, JSON.stringify(outcome, bare));
		}
		await this.#store.trim();
	}
	async #known(facts, tasksFor) {
		const asked = await tasksFor(facts);
		const own = await this.#digest();
		this.#facts = void 0;
		if (facts.digest !== void 0 && facts.digest !== own) return asked;
		const keys = await keysOf$1(this.#request, asked, own);
		this.#facts = facts;
		this.#keys = keys.map((key) => this.#key(key));
		const tasks = [];
		for (const [at, task] of asked.entries()) tasks.push(task.known ? task : {
			...task,
			known: await this.#fromStore(this.#keys[at])
		});
		this.#isKnown = tasks.map(({ known }) => known !== void 0);
		return tasks;
	}
	async #fromStore(key) {
		if (!this.#found.has(key)) {
			const read = await this.#store.read(key, explanationSchema);
			if (!read) return void 0;
			this.#found.set(key, read);
		}
		return () => this.#found.get(key);
	}
	async #factsKey() {
		const making = await makingOf(this.#request, await this.#digest());
		return this.#key(JSON.stringify([
			"facts",
			making,
			this.#request.sketch !== false
		]));
	}
	/** Read once, however often it is asked for. @throws as `modelDigest` does */
	#digest() {
		this.#ownDigest ??= modelDigest(this.#request.path, this.#request.load.within);
		return this.#ownDigest;
	}
	#key(of) {
		return createHash("sha256").update(JSON.stringify([...this.#by, of])).digest("hex");
	}
};

// src/shards/shard.ts
const most$1 = 256;
/**
* @param text `2/8`
* @throws CamdriftError `usage-wrong`
*/
function shardFrom(text) {
	const [, at, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text)?.map(Number) ?? [];
	if (at !== void 0 && of !== void 0 && at >= 1 && at <= of && of <= most$1) return {
		at,
		of
	};
	throw new CamdriftError("usage-wrong", `The shard \`${text}\` is none: expected \`2/8\`, the second of eight; at most ${most$1}.`, { remedy: "Count from 1: with eight machines, 1/8 to 8/8." });
}
const isOwn = ({ at, of }, index) => index % of === at - 1;
const shardFile = ({ at, of }) => `shard-${at}-of-${of}.json`;

// src/shards/recording.ts
/** An explainer that explains its share of the fixtures and tells what it found, by key. The explanation itself is checked where all is joined. */
function recording(engine, shard, found) {
	return explainingBy(engine, async (request, tasksFor, progress, deadline) => {
		let tasks = [];
		const shared = (each, at) => isOwn(shard, at) ? each : {
			...each,
			known: () => elsewhere
		};
		const made = await engine.maps({
			...request,
			checks: "none"
		}, async (facts) => {
			tasks = await tasksFor(facts);
			return tasks.map(shared);
		}, progress, deadline);
		const mine = [...tasks.keys()].filter((at) => isOwn(shard, at));
		const own = mine.map((at) => tasks[at]);
		const keys = await keysOf$1(request, own, made.digest);
		for (const [which, at] of mine.entries()) if (!made.unfinished || made.outcomes.at(at)) found.set(keys[which], made.outcomes.at(at));
		return made;
	});
}
const elsewhere = { failed: "Another shard explains it." };

// src/shards/shards.ts
/** Of a file and of an outcome: they are read one at a time, and set aside. */
const mostBytes$4 = {
	file: 2 ** 31,
	line: 64 * 2 ** 20
};
const mostFiles$1 = 4096;
/** Outcomes of all shards: where each lies is in memory. */
const mostOutcomes = 1e6;
/**
* Reads the shards in a folder, and in folders within it. What does not belong together is left out, and told.
* @throws CamdriftError `shards-incomplete` when there is none
*/
async function readShards(folder) {
	const records = [];
	const problems = [];
	const room = { left: mostOutcomes };
	for (const name of await shardFiles(folder)) {
		const read = await readShard(folder, name, room);
		if (typeof read === "string") problems.push(read);
		else records.push(read);
	}
	const [first] = records;
	if (!first) throw none(folder, problems);
	const fitting = records.filter(({ head }) => head.tool === tool && isAlike(head, first.head));
	problems.push(...records.filter((record) => !fitting.includes(record)).map(({ head }) => foreign(head)));
	return {
		engine: first.head.engine,
		...joined$1(fitting, first.head.shard.of, problems)
	};
}
/** Each shard once: of one that is there twice nobody knows which is right. */
function joined$1(records, of, told) {
	const problems = [...told];
	const slots = /* @__PURE__ */ new Map();
	for (let at = 1; at <= of; at++) {
		const [one, ...more] = records.filter(({ head }) => head.shard.at === at);
		if (!one) problems.push(`Shard ${at} of ${of} is missing.`);
		else if (more.length > 0) problems.push(`Shard ${at} of ${of} is there ${more.length + 1} times.`);
		else for (const [key, slot] of one.slots) slots.set(key, slot);
	}
	return {
		outcomes: new ReadMap(slots, (slot) => spill.get(slot)),
		problems
	};
}
const isAlike = (a, b) => a.shard.of === b.shard.of && a.engine.name === b.engine.name && a.engine.version === b.engine.version;
const foreign = ({ shard: { at, of }, tool: made, engine }) => `Shard ${at} of ${of} is of another run: made by ${made} with ${engine.name} (${engine.version}).`;
async function shardFiles(folder) {
	return (await readdir(folder, { recursive: true }).catch((cause) => {
		throw none(folder, [cause.message]);
	})).slice(0, mostFiles$1).filter((name) => /(^|[\\/])shard-\d+-of-\d+\.json$/.test(name)).sort();
}
/** What a file holds, or why that is nothing, in a sentence. What is damaged further down is nothing from its beginning. */
async function readShard(folder, name, room) {
	const slots = /* @__PURE__ */ new Map();
	const keep = (key, outcome) => {
		if (slots.has(key) || room.left === 0) throw new Error("It holds an outcome twice, or too many.");
		room.left--;
		slots.set(key, spill.put(outcome));
	};
	try {
		const lines = regularLines(join(folder, name), mostBytes$4, (why) => new Error(why));
		return {
			head: await readRecord(lines, keep),
			slots
		};
	} catch {
		return `${name} is damaged, or not written by this version of camdrift.`;
	}
}
const none = (folder, why) => new CamdriftError("shards-incomplete", `There is no shard that can be read in ${folder}. ${why.join(" ")}`.trim());

// src/shards/write.ts
/** Writes what one machine found into a folder. @returns the file */
async function writeShard(folder, shard, { name, version }, outcomes) {
	const file = join(folder, shardFile(shard));
	await mkdir(folder, { recursive: true });
	await writePieces(file, recordPieces({
		version: 1,
		tool,
		engine: {
			name,
			version
		},
		shard
	}, outcomes));
	return file;
}

// src/acceptance/file.ts
const digest = string().regex(/^[0-9a-f]{64}$/);
/** What `camdrift accept` writes: a name under a change, for these two models and these reasons. */
const acceptedFileSchema = strictObject({
	version: literal(1),
	model: string().max(1024),
	code: string().regex(/^[0-9a-f]{16}$/),
	named: array(string().max(1024)).max(1e3),
	baseline: digest.nullable(),
	candidate: digest,
	by: string().min(1).max(100),
	why: string().min(1).max(1e3),
	at: datetime()
});
/** Where such files lie, beside the configuration. */
const acceptedFolder = ".camdrift/accepted";
const mostAcceptedBytes = 2 ** 20;
/** @throws CamdriftError `config-invalid` when it is not as `camdrift accept` writes it */
function parseAccepted(text, path) {
	try {
		return acceptedFileSchema.parse(JSON.parse(text));
	} catch (cause) {
		throw notAccepted(path, "it has another form", cause);
	}
}
const notAccepted = (path, why, cause) => new CamdriftError("config-invalid", `${path} is no acceptance: ${why}.`, {
	cause,
	remedy: "Name a file that `camdrift accept` has written."
});
/** How the files of two models begin: `3f9a2c1d0b7e4a55..48cef24a8e57d305`, or `none..` without an earlier one. */
const acceptedName = (baseline, candidate) => `${baseline?.slice(0, 16) ?? "none"}..${candidate.slice(0, 16)}`;
/** Whether it stands for what failed, and names all that is accepted by name only. */
const accepts = ({ code, named }, pair) => code === pair.code && pair.named.every((name) => named.includes(name));
/** The word of such a file. @param file where the base branch has it, when that is where it was found */
const wordOf = ({ by, why, named }, file) => ({
	by,
	why,
	url: "",
	named,
	...file !== void 0 && { file }
});

// src/repository/several.ts
/**
* Does the work for every item, at most `most` at a time. After a failure no further one is begun; it is thrown when those
* under way have ended, so that nothing is written any more.
*/
async function several(most, items, work) {
	const waiting = [...items];
	const lane = async () => {
		for (let item = waiting.shift(); item !== void 0; item = waiting.shift()) await work(item).catch((error) => {
			waiting.length = 0;
			throw error;
		});
	};
	const failed = (await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, lane))).find(({ status }) => status === "rejected");
	if (failed?.status === "rejected") throw failed.reason;
}

// src/repository/unavailable.ts
/** Something of an earlier commit that cannot be had. */
function unavailable$1(message, remedy, cause) {
	return new CamdriftError("baseline-unavailable", message, {
		remedy,
		...cause !== void 0 && { cause }
	});
}
/** @param what the sentence that GitHub's words are added to, without its full stop */
function refused(what, cause) {
	return unavailable$1(`${what} (${apiWords(cause)}).`, remedyOf(cause), cause);
}
function remedyOf(cause) {
	if (isTooLarge(cause)) return sizeRemedy;
	if (isLimited(cause)) return `The token has used up its requests: run the job again${againAt(cause) || " in an hour"}, or commit a baseline made with \`camdrift baseline\`, which needs fewer.`;
	return isForbidden(cause) || hasStatus(cause, 404) ? readRemedy : againRemedy;
}
const sizeRemedy = "Keep large files in Git LFS, or commit a baseline made with `camdrift baseline`.";
const readRemedy = "Give the job `permissions: contents: read`, and check that the commit still exists.";
const againRemedy = "Run the job again; if that does not help, commit a baseline made with `camdrift baseline`.";

// src/sources/tries.ts
/** Thrown by work that may succeed when it is tried again. */
var Passing = class extends Error {};
const most = 3;
/**
* The work's result, at the third try at the latest; the others follow after one and four seconds.
* @param second milliseconds that count as one
*/
async function tried(work, second = 1e3) {
	for (let count = 1;; count += 1) try {
		return await work();
	} catch (error) {
		if (!(error instanceof Passing) || count === most) throw error;
		await setTimeout$1(count ** 2 * second);
	}
}

// src/lfs/_batch.ts
/**
* Asks Git LFS where objects can be had, in one request. Source: docs/api/batch.md in git-lfs.
* @throws CamdriftError `baseline-unavailable`, for the first object that cannot be had
*/
async function downloadsOf(repository, wanted) {
	const answer = await ask(repository, wanted).catch((cause) => {
		throw cause instanceof Passing ? unavailable$1(`${wanted[0].place} is kept in Git LFS, which could not be asked: ${cause.message}.`, againRemedy, cause) : cause;
	});
	return new Map(wanted.map((each) => [each.pointer.oid, downloadOf(repository, each, answer)]));
}
const object = looseObject({
	oid: string(),
	authenticated: boolean().optional(),
	actions: looseObject({ download: looseObject({
		href: string(),
		header: record(string(), string()).optional()
	}).optional() }).optional(),
	error: looseObject({
		code: number(),
		message: string()
	}).optional()
});
const answerSchema = looseObject({
	transfer: string().optional(),
	objects: array(object)
});
const mediaType = "application/vnd.git-lfs+json";
function ask(repository, wanted) {
	const { serverUrl, owner, name, gitAuthorization, second } = repository;
	const objects = wanted.map(({ pointer: { oid, size } }) => ({
		oid,
		size
	}));
	return tried(async () => {
		const url = `${serverUrl}/${owner}/${name}.git/info/lfs/objects/batch`;
		const request = {
			method: "POST",
			headers: {
				accept: mediaType,
				"content-type": mediaType,
				authorization: gitAuthorization
			},
			body: JSON.stringify({
				operation: "download",
				transfers: ["basic"],
				objects
			})
		};
		const response = await repository.fetch(url, request).catch((cause) => {
			throw new Passing(cause.cause?.message || cause.message, { cause });
		});
		const text = await response.text().catch((cause) => {
			throw new Passing("the connection broke off", { cause });
		});
		if (!response.ok && isOverQuota(text)) throw unavailable$1(`${wanted[0].place} is kept in Git LFS, which refused (${response.status}${saidIn(text)}).`, quotaRemedy);
		if (response.status >= 500 || response.status === 429) throw new Passing(`it answered with status ${response.status}`);
		const parsed = answerSchema.safeParse(jsonOf(text));
		if (response.ok && parsed.success && (parsed.data.transfer ?? "basic") === "basic") return parsed.data;
		const words = response.ok ? "answered with something else than objects" : `refused (${response.status}${saidIn(text)})`;
		throw unavailable$1(`${wanted[0].place} is kept in Git LFS, which ${words}.`, readRemedy);
	}, second);
}
/** GitHub says so with 403, and of budgets with 429; to ask again does not help. */
const isOverQuota = (text) => /quota|budget|bandwidth/i.test(text);
const quotaRemedy = "The owner of the repository can buy data or raise the budget for Git LFS, or wait until next month. A baseline that is made with `camdrift baseline` and committed needs no download.";
function downloadOf(repository, { pointer, place }, { objects }) {
	const found = objects.find(({ oid }) => oid === pointer.oid);
	const action = found?.actions?.download;
	if (!found || !action) {
		const words = found?.error ? ` (${found.error.code} ${short(found.error.message)})` : "";
		throw unavailable$1(`${place} is kept in Git LFS, and its object ${pointer.oid} is not there${words}.`, missingRemedy$1);
	}
	const server = new URL(repository.serverUrl);
	const url = URL.canParse(action.href) ? new URL(action.href) : void 0;
	if (url?.protocol !== "https:" && !(url?.protocol === "http:" && server.protocol === "http:")) throw unavailable$1(`Git LFS says that ${place} is at an address that is not ${server.protocol}//.`, againRemedy);
	const headers = { ...action.header };
	if (!Object.keys(headers).some((name) => name.toLowerCase() === "authorization") && !found.authenticated && url.origin === server.origin) headers.authorization = repository.gitAuthorization;
	return {
		href: url.href,
		headers
	};
}
const missingRemedy$1 = "Push it with `git lfs push --all` (storage named in .lfsconfig is not asked), or commit a baseline made with `camdrift baseline`.";
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function saidIn(text) {
	const { message } = jsonOf(text) ?? {};
	return typeof message === "string" ? ` ${short(message)}` : "";
}
const short = (text) => text.length > 200 ? `${text.slice(0, 200)}...` : text;

// src/lfs/_room.ts
/** @throws CamdriftError `baseline-unavailable` when all objects together have more bytes */
function requireRoom(objects, mostBytes) {
	const bytes = objects.reduce((sum, { pointer }) => sum + pointer.size, 0);
	if (bytes > mostBytes) throw unavailable$1(`${objects[0].place} and the files with it have ${bytes} bytes in Git LFS; at most ${mostBytes} are fetched.`, "Commit a baseline made with `camdrift baseline`.");
}

// src/repository/unbroken.ts
/** The chunks of a body. A connection that breaks may hold next time; whatever else fails with the chunks may not. */
async function* unbroken(body) {
	try {
		yield* body;
	} catch (cause) {
		throw new Passing("the connection broke off", { cause });
	}
}

// src/lfs/_save-verified.ts
/**
* Writes a body to a file that exists only once it is known to be what the pointer says. Reads no byte more than that.
* @throws Passing when it ends early; CamdriftError `baseline-unavailable` when it is something else
*/
async function saveVerified(body, { pointer, place, to }) {
	const wrong = (found) => unavailable$1(`What Git LFS holds for ${place} is not the file: expected ${pointer.size} bytes with SHA-256 ${pointer.oid}, got ${found}.`, "Upload the object again with `git lfs push --all`, or commit a baseline made with `camdrift baseline`.");
	const hash = createHash("sha256");
	let length = 0;
	const checked = async function* () {
		for await (const chunk of unbroken(body)) {
			length += chunk.length;
			if (length > pointer.size) throw wrong("more");
			hash.update(chunk);
			yield chunk;
		}
		if (length < pointer.size) throw new Passing(`it ended after ${length} of ${pointer.size} bytes`);
		const found = hash.digest("hex");
		if (found !== pointer.oid) throw wrong(`SHA-256 ${found}`);
	};
	const partial = `${to}.part`;
	try {
		await pipeline(checked(), createWriteStream(partial));
		await rename(partial, to);
	} finally {
		await rm(partial, { force: true });
	}
}

// src/lfs/download.ts
const mostAtOnce$1 = 4;
/** Objects per request, as Git LFS itself asks for. */
const batch = 100;
/**
* Fetches objects from the repository's Git LFS storage, four at a time. A file appears only when it is whole and of the
* length and hash that its pointer says. What fails on the way is tried three times.
* @param mostBytes of all objects together
* @throws CamdriftError `baseline-unavailable`
*/
async function downloadLfs(repository, objects, mostBytes) {
	requireRoom(objects, mostBytes);
	for (let start = 0; start < objects.length; start += batch) {
		const part = objects.slice(start, start + batch);
		const downloads = await downloadsOf(repository, part);
		await several(mostAtOnce$1, part, (object) => download(repository, object, downloads.get(object.pointer.oid)));
	}
}
async function download(repository, object, { href, headers }) {
	try {
		await tried(async () => {
			const response = await repository.fetch(href, { headers }).catch((cause) => {
				throw new Passing(networkWords(cause), { cause });
			});
			if (!response.ok) await response.body?.cancel();
			if (response.status >= 500 || response.status === 429) throw new Passing(`the storage answered with status ${response.status}`);
			if (!response.ok || !response.body) throw unavailable$1(`${object.place} could not be fetched from Git LFS: the storage answered with status ${response.status}.`, againRemedy);
			await saveVerified(response.body, object);
		}, repository.second);
	} catch (cause) {
		if (cause instanceof Passing) throw unavailable$1(`${object.place} could not be fetched from Git LFS: ${cause.message}.`, againRemedy, cause);
		throw cause instanceof CamdriftError ? cause : unavailable$1(`${object.place} could not be written.`, againRemedy, cause);
	}
}
/** `fetch` says only that it failed; why stands in the cause. */
const networkWords = (error) => error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;

// src/lfs/local.ts
/**
* Takes objects from a clone that has fetched them, and believes none that is not what its pointer says.
* @param mostBytes of all objects together
* @param find the file that holds an object; undefined when it is not here
* @throws CamdriftError `baseline-unavailable`
*/
async function copyLfs(objects, mostBytes, find) {
	requireRoom(objects, mostBytes);
	for (const object of objects) {
		const path = await find(object.pointer);
		if (path === void 0) throw unavailable$1(`${object.place} is kept in Git LFS, and its clone on disk has but the pointer.`, "Fetch it with `git lfs fetch --all`, or commit a baseline made with `camdrift baseline`.");
		await saveVerified(Readable.toWeb(createReadStream(path)), object);
	}
}

// src/repository/snapshot.ts
/** What GitHub gives out by its hash; more cannot be pushed without Git LFS either. */
const largestBlob = 100 * 2 ** 20;

// src/repository/_model-copy.ts
const mostBytes$3 = 4 * 2 ** 30;
/** A workflow's token has a thousand requests an hour. */
const mostFiles = 500;
const mostAtOnce = 4;
/** Fetches the named file and those it names, with Git LFS pointers as they are. */
async function modelCopy(snapshot, path, folder) {
	const isFolder = (await snapshot.entry(path))?.kind === "folder";
	const named = posix.normalize(isFolder ? await modelIn(snapshot, path) : path);
	const place = await snapshot.locate(named);
	if (place?.kind !== "file") await snapshot.file(named);
	const objects = place && "objects" in place ? place.objects : void 0;
	const from = posix.dirname(named);
	const to = join(folder, from);
	await confined(folder, to, `model ${path}`).catch((cause) => unusable(cause, named, snapshot, folder));
	const copy = {
		snapshot,
		objects,
		from,
		to,
		named: posix.basename(named),
		parts: /* @__PURE__ */ new Map()
	};
	const grow = () => follow$1(copy).catch((cause) => unusable(cause, named, snapshot, folder));
	await addParts(copy, [copy.named]);
	do {
		if (namesOthers(copy)) await fetchObjects(copy);
		await grow();
	} while (namesOthers(copy));
	return {
		digest: () => combinedDigest([...copy.parts].map(([name, { sha256 }]) => ({
			name,
			sha256
		}))),
		complete: async () => {
			while (pending(copy).length > 0) {
				await fetchObjects(copy);
				await grow();
			}
			return isFolder ? to : join(to, copy.named);
		}
	};
}
/** The file that makes the folder a model; the first of their names when none is there, for the message. */
async function modelIn(snapshot, folder) {
	const paths = folderModels.map((name) => posix.join(folder, name));
	const entries = await Promise.all(paths.map((path) => snapshot.entry(path)));
	return paths.find((_, at) => entries[at]) ?? paths[0];
}
/** These are never the whole model; any other file that Git LFS keeps is taken for one until it is here. */
const namesOthers = (copy) => pending(copy).some(([name]) => name === copy.named ? name.endsWith(".json") || folderModels.includes(name) : name.endsWith(".index"));
/** Adds the files that the model names until it names no more: some formats tell only file by file. */
async function follow$1(copy) {
	for (;;) {
		const { files } = await modelFiles(join(copy.to, copy.named)).catch((error) => {
			if (copy.parts.get(copy.named)?.pointer && error instanceof CamdriftError) return { files: [] };
			throw error;
		});
		const news = files.filter((name) => !copy.parts.has(name));
		if (news.length === 0) return;
		await addParts(copy, news);
	}
}
async function addParts(copy, names) {
	const { snapshot, from, to, parts } = copy;
	refuseTooMuch(copy, await Promise.all(names.map((name) => snapshot.file(posix.join(from, name)))));
	await several(mostAtOnce, names, async (name) => {
		const target = await confined(to, join(to, name), `file ${name} of the model`);
		const bytes = await snapshot.read(posix.join(from, name), largestBlob);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, bytes);
		const pointer = bytes.length <= 1024 ? readLfsPointer(bytes) : void 0;
		const sha256 = pointer?.oid ?? contentHash(name).update(bytes).digest();
		parts.set(name, {
			sha256,
			size: pointer?.size ?? bytes.length,
			pointer
		});
	});
}
async function fetchObjects(copy) {
	const { snapshot, objects: source, from, to, parts } = copy;
	const objects = pending(copy).map(([name, { pointer }]) => ({
		pointer,
		place: snapshot.place(posix.join(from, name)),
		to: join(to, name)
	}));
	const plain = bytesOf([...parts.values()].filter(({ pointer }) => !pointer));
	if (source?.repository) await downloadLfs(source.repository, objects, mostBytes$3 - plain);
	else await copyLfs(objects, mostBytes$3 - plain, async (pointer) => source?.lfs?.(pointer));
	for (const [name, part] of pending(copy)) parts.set(name, {
		...part,
		pointer: void 0
	});
}
const pending = ({ parts }) => [...parts].filter(([, { pointer }]) => pointer);
const bytesOf = (sized) => sized.reduce((sum, { size }) => sum + size, 0);
function refuseTooMuch({ snapshot, from, named, parts }, more) {
	const files = parts.size + more.length;
	const bytes = bytesOf([...parts.values(), ...more]);
	if (files <= mostFiles && bytes <= mostBytes$3) return;
	throw unavailable$1(`The model ${snapshot.place(posix.join(from, named))} has ${files} files of ${bytes} bytes; at most ${mostFiles} of ${mostBytes$3} are fetched.`, "Commit a baseline made with `camdrift baseline`.");
}
/** What is wrong with the earlier version, without the folder that it was written to. */
function unusable(cause, named, snapshot, folder) {
	if (!(cause instanceof CamdriftError) || cause.code === "baseline-unavailable") throw cause;
	const message = cause.message.replaceAll(`${join(folder, "/")}`, "");
	throw unavailable$1(`The model ${snapshot.place(named)} cannot be compared with: ${message}`, "Commit a baseline made with `camdrift baseline`; once this change is merged, later ones are compared with it.", cause);
}

// src/repository/_once.ts
/** Does it when it is first asked for, and never again. */
function once$1(work) {
	let result;
	return () => result ??= work();
}
/** Asked twice for the same, the work is done once. */
function onceEach(work) {
	const known = /* @__PURE__ */ new Map();
	return (path, at) => {
		const key = `${path}@${at}`;
		const found = known.get(key) ?? work(path, at);
		known.set(key, found);
		return found;
	};
}

// src/repository/base-model.ts
/**
* The model at a path of an earlier commit, fetched when it is asked for and only as far as the question needs: its digest
* takes the hashes that Git LFS pointers hold, so large files come only with `path()`.
* @param path a file, or a folder that holds one of `folderModels`; relative to the repository
* @param folder to write to; files lie in it as they lie in the repository
*/
function baseModel(snapshot, path, folder) {
	const listed = once$1(async () => {
		const copy = await modelCopy(snapshot, path, folder);
		return {
			copy,
			digest: copy.digest()
		};
	});
	return {
		digest: async () => (await listed()).digest,
		path: once$1(async () => (await listed()).copy.complete())
	};
}
/**
* Text of a file of an earlier commit, such as its configuration; undefined when there is nothing at that path.
* @throws CamdriftError `baseline-unavailable` when there is something that cannot be read as text
*/
async function baseText(snapshot, path, mostBytes) {
	if (!await snapshot.locate(path)) return void 0;
	const bytes = await snapshot.read(path, mostBytes);
	if (readLfsPointer(bytes)) throw unavailable$1(`${snapshot.place(path)} is a Git LFS pointer.`, "Keep text files out of Git LFS.");
	return new TextDecoder().decode(bytes);
}

// src/calibration/file.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const calibrationName = "calibration.json";
const mostCalibrationBytes = 4 * 2 ** 20;
/** @param folder of the baseline; it need not be there */
function calibrationIn(folder) {
	const path = join(folder, calibrationName);
	return {
		path,
		read: async () => ({ calibration: parseCalibration(await textOf(path), path) })
	};
}
/** @param place named in errors */
function parseCalibration(text, place) {
	if (text === void 0) return noCalibration;
	try {
		return calibrationSchema.parse(JSON.parse(text));
	} catch (cause) {
		throw damaged(`${place} is not a calibration of this version of camdrift, or it is damaged.`, cause);
	}
}
async function textOf(path) {
	const trouble = (why, cause) => damaged(`${path} cannot be read: ${why}.`, cause);
	if (!await stat(path).catch((cause) => {
		if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return void 0;
		throw trouble(systemWords(cause), cause);
	})) return void 0;
	await confined(dirname(path), path, `calibration ${path}`);
	return (await readRegular(path, mostCalibrationBytes, trouble)).toString("utf8");
}
/** In one step, and the same bytes for the same models: it is committed with the baseline. */
async function writeCalibration(path, calibration) {
	const text = `${JSON.stringify(calibrationSchema.parse(calibration), void 0, 1)}\n`;
	if (Buffer.byteLength(text) > mostCalibrationBytes) throw damaged(`${path} would be larger than ${mostCalibrationBytes} bytes.`);
	await mkdir(dirname(path), { recursive: true });
	await sweep(dirname(path));
	await (0, import_lib.default)(path, text);
}
const damaged = (message, cause) => new CamdriftError("baseline-unavailable", message, {
	cause,
	remedy: "Restore the file, or make it anew: `camdrift calibrate --fresh`."
});

// src/config/given.ts
/** What a model is given beside the picture, each file of it at another place. */
async function givenAt(inputs, place) {
	const entries = Object.entries(inputs ?? {}).map(async ([name, value]) => [name, typeof value === "number" ? value : await place(value, name)]);
	return inputs && Object.fromEntries(await Promise.all(entries));
}
/** The files among it. */
const arraysIn = (inputs = {}) => Object.values(inputs).filter((value) => typeof value === "string");

// src/config/references.ts
/** Where stored baselines lie when nobody says where, beside the configuration. */
const defaultBaselines = ".camdrift/baselines";
/** What a model is compared with. */
async function references(name, pick, { base, workspace = base }) {
	const path = async (key) => {
		const found = pick(key);
		if (!found || found.value === "none") return found?.value;
		if (isAddress(found.value)) throw noAddress(key, name);
		return locateModel(found.value, found.source, `${key} of model ${name}`);
	};
	const [baseline, golden] = [await path("baseline"), await path("baseline-model")];
	const usual = await locate(`${defaultBaselines}/${name}`, {
		base,
		workspace
	}, `baseline of model ${name}`);
	return {
		calibration: calibrationIn(baseline ?? usual),
		baseline: baseline ?? (golden ? void 0 : usual),
		reference: golden === void 0 ? { kind: "stored" } : golden === "none" ? { kind: "none" } : onDisk(golden, workspace),
		pinned: await path("pinned")
	};
}
const noAddress = (key, name) => new CamdriftError("config-invalid", `${key} of model ${name} is an address; only \`path\` may be one.`, { remedy: "Let an earlier step fetch it, and name the file on disk." });
/** An earlier version that lies on this machine; links among its files do not leave `within`. */
const onDisk = (path, within) => ({
	kind: "model",
	model: {
		digest: () => modelDigest(path, within),
		path: async () => path
	}
});

// src/config/problems.ts
var import_dist = require_dist();
var import_fastest_levenshtein = require_fastest_levenshtein();
/** Words for what zod found, one problem per mistake. */
function problemsOf(error, value, knownKeys) {
	return error.issues.flatMap((issue) => problems(issue, [], value, knownKeys));
}
function problems(issue, prefix, value, knownKeys) {
	const path = [...prefix, ...issue.path];
	const got = valueAt(value, path);
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		path: [...path, key],
		message: `unknown key \`${key}\`.${didYouMean(key, knownKeys(path))}`
	}));
	if (issue.code === "invalid_union") {
		const inner = issue.errors.find((errors) => errors.every((inner) => inner.path.length > 0 || !ofAnotherType(inner, got)))?.flatMap((each) => problems(each, path, value, knownKeys)) ?? [];
		return inner.length > 0 ? inner : [{
			path,
			message: `expected ${expectedOf(issue.errors)}, got ${show(got)}.`
		}];
	}
	if (issue.code === "invalid_key") return [{
		path,
		message: `is no name for it: ${issue.issues[0].message}.`
	}];
	if (issue.code === "invalid_value") {
		const choices = issue.values.map(String);
		return [{
			path,
			message: `expected one of ${choices.join(", ")}, got ${show(got)}.${didYouMean(String(got), choices)}`
		}];
	}
	if (issue.code === "invalid_type" && got === void 0) return [{
		path,
		message: `is missing; expected ${issue.expected}.`
	}];
	if (issue.code === "invalid_type") return [{
		path,
		message: `expected ${issue.expected}, got ${show(got)}.`
	}];
	if (issue.code === "custom") {
		const known = issue.params?.known ?? [];
		if (known.length === 0) return [{
			path,
			message: `${issue.message}.`
		}];
		return [{
			path,
			message: `${issue.message}; expected one of ${known.join(", ")}.${didYouMean(String(got), known)}`
		}];
	}
	return [{
		path,
		message: `${issue.message.replace(/^Invalid \w+: /, "")}, got ${show(got)}.`
	}];
}
/** A mapping is no misspelt choice. */
const ofAnotherType = (issue, got) => issue.code === "invalid_type" || issue.code === "invalid_value" && typeof got === "object";
function expectedOf(branches) {
	const names = branches.flatMap((branch) => branch.map((issue) => issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : "expected" in issue ? String(issue.expected) : issue.message));
	return [...new Set(names)].join(" or ");
}
function didYouMean(word, known) {
	if (known.length === 0) return "";
	const near = (0, import_fastest_levenshtein.closest)(word, known);
	return (0, import_fastest_levenshtein.distance)(word, near) <= Math.max(2, word.length / 3) ? ` Did you mean \`${near}\`?` : "";
}
function valueAt(value, path) {
	return path.reduce((found, key) => found?.[key], value);
}
function show(value) {
	const text = typeof value === "number" ? String(value) : toJson(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
/** A YAML alias may contain itself, and then there is no JSON of it. */
function toJson(value) {
	try {
		return JSON.stringify(value);
	} catch {
		return "a value that contains itself";
	}
}

// src/sanity/sanity.ts
const checkLevels = [
	"none",
	"basic",
	"full"
];

// src/config/_pattern.ts
/** More is hardly ever written, and a matcher takes about as many steps as a name has letters, to the power of its wildcards. */
const mostPerStep = 3;
const mostFolderStars = 3;
const mostLetters = 500;
/**
* Why a glob could keep its matcher busy for ever, in words; `undefined` when it cannot. Globs come with pull requests, and so do
* the names that they are held against.
*/
function tooIntricate(pattern) {
	if (pattern.length > mostLetters) return `it has ${pattern.length} letters, and at most ${mostLetters} are taken`;
	if (/[+*]\(|\)[+*{]/.test(pattern)) return "it repeats a group in parentheses";
	const steps = pattern.split("/");
	if (steps.filter((step) => step === "**").length > mostFolderStars) return `it has more than ${mostFolderStars} steps \`**\``;
	const wild = (step) => step.match(/\*+|\+|\?(?=[^?]*\))/g)?.length ?? 0;
	return (/[{(]/.test(pattern) ? [steps.filter((step) => step !== "**").join("/")] : steps).some((step) => wild(step) > mostPerStep) ? `it has more than ${mostPerStep} wildcards between two \`/\`` : void 0;
}

// src/config/_probe-setting.ts
const corners = [
	"top-left",
	"top-right",
	"bottom-left",
	"bottom-right"
];
const places = [
	...corners,
	"top",
	"bottom",
	"left",
	"right",
	"centre"
];
const parts = [
	"centre",
	"top",
	"bottom",
	"left",
	"right"
];
const colour = string().regex(/^#[0-9a-fA-F]{6}$/, "expected a colour such as \"#ff8c00\"").transform((text) => [
	1,
	3,
	5
].map((at) => Number.parseInt(text.slice(at, at + 2), 16)));
const builtIn = literal("built-in");
const gain = number().min(0).max(10);
/** Exactly one of the first eight keys says what the edit is. */
const written = strictObject({
	mark: string().describe("A picture to paste: the path of a PNG, or built-in.").optional(),
	frame: union$1([
		builtIn,
		colour.transform((one) => [one]),
		array(colour).length(4)
	]).describe("A border all around: a colour, one per side from the top clockwise, or built-in.").optional(),
	background: union$1([builtIn, colour]).describe("Colour of all that is not the object, or built-in.").optional(),
	brightness: gain.describe("Factor of every channel.").optional(),
	cast: tuple([
		gain,
		gain,
		gain
	]).describe("Factors of red, green and blue.").optional(),
	blur: number().gt(0).max(.2).describe("Standard deviation of a blur in parts of the picture's shorter side.").optional(),
	jpeg: int().min(1).max(100).describe("Quality of JPEG blocks.").optional(),
	cover: _enum(parts).describe("A part that is covered: the centre, or a strip along an edge.").optional(),
	name: string().regex(/^[\w.-]+$/, "expected letters, digits, `.`, `-` and `_` only").describe("Name in reports; the kind of edit unless said otherwise.").optional(),
	at: union$1([_enum([...places, "corners"]), array(_enum(places)).min(1)]).describe("Where a mark is pasted: a corner, the middle of an edge, the centre, several, or all corners (corners).").optional(),
	size: number().gt(0).max(1).describe("Longer side of a mark in parts of the picture's shorter side.").optional(),
	width: number().gt(0).max(.4).describe("Width of a frame or cover in parts of the picture's shorter side.").optional(),
	object: string().describe("The region that a new background leaves as it is.").optional(),
	limit: number().min(0).max(1).describe("Largest accepted extra movement, candidate less baseline.").optional()
});
const probeKinds = [
	"mark",
	"frame",
	"background",
	"brightness",
	"cast",
	"blur",
	"jpeg",
	"cover"
];
/** Keys that mean something for one kind of edit only. */
const onlyFor = {
	at: ["mark"],
	size: ["mark"],
	width: ["frame", "cover"],
	object: ["background"]
};
/**
* What moves attention further than this, candidate less baseline, is a regression unless said otherwise: about twice the
* largest value of any benign model of the drift benchmark (docs/benchmark.md), by what the edit is.
*/
const ownLimits = {
	mark: .06,
	frame: .06,
	background: .04,
	brightness: .03,
	cast: .03,
	blur: .03,
	jpeg: .03,
	cover: .06
};
/** One probe as it is written: `mark`, `frame`, `background`, or a mapping. */
const probeSetting = union$1([_enum([
	"mark",
	"frame",
	"background"
]).transform((kind) => ({ [kind]: "built-in" })), written]).transform((given, context) => {
	const probe = given;
	const found = probeKinds.filter((kind) => probe[kind] !== void 0);
	const [kind] = found;
	const complain = (message) => {
		context.addIssue({
			code: "custom",
			message
		});
		return NEVER;
	};
	if (!kind || found.length > 1) return complain(`expected exactly one of ${probeKinds.join(", ")}, got ${found.length > 0 ? found.join(" and ") : "none"}`);
	const odd = Object.keys(onlyFor).find((key) => key in probe && !onlyFor[key].includes(kind));
	if (odd) return complain(`\`${odd}\` belongs to \`${onlyFor[odd].join("` and `")}\`, and this is \`${kind}\``);
	return {
		...probe,
		kind,
		name: probe.name ?? kind
	};
});
const probesSetting = union$1([_enum([
	"default",
	"quick",
	"sweep",
	"none"
]), array(probeSetting)]).describe("Edits that should not matter: quick (a mark, a frame and, with regions, another background), sweep (these, and a stock of plain edits read by answers alone), default (the sweep where something is in doubt), none, or a list.");
/** When the stock of plain edits is tried; a team's own list is taken as it is. */
const sweepOf = (setting = "default") => setting === "sweep" ? "always" : setting === "default" ? "in-doubt" : "never";
/** The probes that a setting names, before any file is read. @param objects whether regions say what is not background */
function probesOf(setting, objects) {
	if (setting === "none") return [];
	if (typeof setting === "object") return setting.map((probe) => limited(probe, true));
	return [
		"mark",
		"frame",
		...objects ? ["background"] : []
	].map((kind) => limited(probeSetting.parse(kind), false));
}
const limited = (probe, asked) => ({
	...probe,
	asked,
	limit: probe.limit ?? ownLimits[probe.kind],
	ownLimit: probe.limit === void 0
});
/** For suggestions. */
const probeKeys = Object.keys(written.shape);

// src/config/_region-setting.ts
const rule = string().transform((text, context) => {
	const found = /^\s*(inside|outside|pointing)\s*(>=|<=)\s*(\d*\.?\d+)\s*$/.exec(text);
	const limit = Number(found?.[3]);
	if (found && limit <= 1) return {
		of: found[1],
		at: found[2] === ">=" ? "least" : "most",
		limit
	};
	context.addIssue({
		code: "custom",
		message: `expected a rule such as "inside >= 0.5", "outside <= 0.1" or "pointing >= 0.8", got "${text}"`
	});
	return NEVER;
});
const regionsSetting = array(strictObject({
	name: string().regex(/^[\w.-]+$/, "expected letters, digits, `.`, `-` and `_` only").default("object").describe("Name in reports."),
	from: string().describe("Where it lies on each fixture: a COCO JSON file, or a folder of PNG masks."),
	category: string().describe("Category of the COCO annotations; without it the fixture's class where it has one, else all.").optional(),
	rules: array(rule).default([]).describe("Rules on the mean over the fixtures: inside, outside or pointing, >= or <=, 0 to 1.")
})).min(1).describe("Places on the fixtures, and how much heat may or must lie there.");
/** Whether a region is what the picture is of: heat should lie there, or it is shown under that name. */
const isObject = ({ name, rules }) => rules.some(({ of, at }) => of === "inside" && at === "least") || rules.length === 0 && name === "object";

// src/images/recipes.ts
/** Under the names by which people know them. Each is held against its own library, value by value. */
const recipes = {
	torchvision: {
		preprocess: "torch",
		crop: .875,
		stands: "Resize(256), CenterCrop(224), ToTensor, Normalize: the transforms of torchvision's weights"
	},
	timm: {
		preprocess: "torch",
		resample: "bicubic",
		crop: .875,
		stands: "create_transform(224, interpolation=\"bicubic\", crop_pct=0.875)"
	},
	"keras-dataset": {
		preprocess: "raw",
		antialias: false,
		fit: "fill",
		stands: "keras.utils.image_dataset_from_directory, 0 to 255"
	},
	"keras-load-img": {
		preprocess: "raw",
		resample: "nearest",
		fit: "fill",
		stands: "keras.utils.load_img(target_size=...) and ImageDataGenerator, 0 to 255"
	},
	"teachable-machine": {
		preprocess: "tf",
		resample: "lanczos",
		fit: "middle",
		stands: "ImageOps.fit(image, (224, 224), LANCZOS), / 127.5 - 1: the code that Teachable Machine exports"
	},
	"yolo-cls": {
		preprocess: "unit",
		fit: "cover",
		stands: "classify_transforms of Ultralytics: Resize(224), CenterCrop(224), ToTensor"
	}
};

// src/config/pictures.ts
const channelValues = union$1([number().transform((value) => [value]), array(number()).min(1).max(4)]);
const names = Object.keys(presets);
const preprocessSetting = union$1([_enum(names), strictObject({
	scale: number().default(1).describe("Multiplies each pixel value, 0 to 255, first."),
	mean: channelValues.default([0]).describe("Subtracted; one value or one per channel, in the order fed to the model."),
	std: channelValues.default([1]).describe("Divides; one value or one per channel, in the order fed to the model."),
	order: _enum(["rgb", "bgr"]).default("rgb")
})]).describe(`How pixels become model input: ${names.join(", ")}, or scale, mean, std and order.`);
const side$2 = int().min(1).max(4096);
/** How a picture becomes what the model is fed, but for its numbers. */
const pictureSettings = {
	recipe: _enum(Object.keys(recipes)).describe("What a library does with a picture, under its name: sets what is not written of the keys below it."),
	preprocess: preprocessSetting,
	fit: _enum(fits$1).describe("How a picture of another size meets the model input."),
	resample: _enum([
		"bilinear",
		"nearest",
		"bicubic",
		"area",
		"lanczos"
	]).describe("The filter that pictures are resized with; bilinear."),
	antialias: boolean().describe("true: smoothed when it shrinks, and rounded, as Pillow does; false: as tf.image.resize does."),
	"resize-to": union$1([
		side$2,
		tuple([side$2, side$2]),
		string().regex(/^\d{1,4}x\d{1,4}$/, "expected WIDTHxHEIGHT")
	]).transform((value) => Array.isArray(value) ? value.join("x") : value).describe("Size before the middle is cut out: of the shorter side, or [width, height]."),
	crop: union$1([number().gt(0).lte(1), int().min(2).max(4096)]).describe("What is cut out of the middle: the size of the input, 224, or its share of the resized side, 0.875."),
	orientation: _enum(["ignore", "apply"]).describe("Whether pictures are turned as their EXIF orientation says; training code that uses PIL.Image.open does not."),
	colour: _enum(["as-stored", "srgb"]).describe("Whether an embedded colour profile is followed into sRGB; most training code takes the numbers as stored.")
};
/**
* What is meant by what is written: what the recipe says of the rest, and the usual where it says nothing.
* @throws CamdriftError `config-invalid` where two of the settings exclude one another
*/
function picturesMeant(written) {
	const recipe = written.recipe && recipes[written.recipe];
	requireOneWay(written);
	const own = written["resize-to"] !== void 0 || written.crop !== void 0 || written.fit !== void 0;
	const resizeTo = own ? written["resize-to"] : recipe?.resizeTo;
	const crop = own ? written.crop : recipe?.crop;
	const pixels = {
		orientation: written.orientation ?? usualPixels.orientation,
		colour: written.colour ?? usualPixels.colour,
		resample: written.resample ?? recipe?.resample ?? usualPixels.resample,
		antialias: written.antialias ?? recipe?.antialias ?? usualPixels.antialias,
		...resizeTo !== void 0 && { resizeTo },
		...crop !== void 0 && { crop }
	};
	const cut = resizeTo !== void 0 || crop !== void 0;
	return {
		preprocess: preprocessOf(written.preprocess ?? recipe?.preprocess ?? "unit"),
		fit: written.fit ?? (cut ? "cover" : recipe?.fit ?? "fill"),
		pixels
	};
}
const preprocessOf = (recipe) => typeof recipe === "string" ? presets[recipe] : recipe;
function requireOneWay(written) {
	const { fit, resample, antialias, crop, "resize-to": resizeTo } = written;
	const cut = resizeTo !== void 0 ? "resize-to" : crop !== void 0 ? "crop" : void 0;
	if (cut && fit !== void 0 && fit !== "cover") throw contradiction(`\`${cut}\` cuts the middle out of a resized picture, and \`fit: ${fit}\` asks for something else`);
	if (resizeTo !== void 0 && crop !== void 0 && crop <= 1) throw contradiction(`\`resize-to: ${resizeTo}\` and \`crop: ${crop}\` both say how large a picture is before its middle is cut out`);
	if (resample === "lanczos" && antialias === false) throw contradiction("`resample: lanczos` is always smoothed, and `antialias: false` asks for it not to be");
}
const contradiction = (what) => new CamdriftError("config-invalid", `${what}.`, { remedy: "Leave one of them out." });

// src/config/schema.ts
/**
* The configuration file, once: the types, the messages and the published JSON schema all come from here.
* Paths are relative to the file; names and values are written as the field writes them.
*/
const method = string().transform((name, context) => {
	const found = findMethod(name);
	if (found) return found.name;
	context.addIssue({
		code: "custom",
		message: `unknown method \`${name}\``,
		params: { known: methods.map((each) => each.name) }
	});
	return NEVER;
});
const size = union$1([tuple([int().positive(), int().positive()]), string().regex(/^\d+x\d+$/, "expected WIDTHxHEIGHT")]).transform((value) => {
	const [width, height] = typeof value === "string" ? value.split("x").map(Number) : value;
	return {
		width,
		height
	};
}).describe("Width and height of the input, for models that accept any: [224, 224] or 224x224.");
/** Names of limits on right answers. */
const ofAccuracy = ["class-loss", "accuracy-loss"];
const ofDrift = [...metrics.map((metric) => metric.name), "divergence"];
const limits = (names) => partialRecord(_enum(names), number().min(0).max(1));
const thresholds = limits([...ofDrift, ...ofAccuracy]).describe("Largest accepted mean drift over the fixtures, 0 to 1, per metric, and divergence of the answers in bits; by lineage unless said otherwise. class-loss and accuracy-loss: largest accepted share of labelled fixtures, of any class or tag and of all, that are no longer answered right.");
const seconds = number().gt(0).max(86400);
const glob = string().superRefine((pattern, context) => {
	const why = tooIntricate(pattern);
	if (why) context.addIssue({
		code: "custom",
		message: `the glob \`${pattern.slice(0, 60)}\` is too intricate: ${why}`
	});
});
/** What can be said per model, or once for all models at the top of the file. */
const settings = {
	fixtures: array(glob).min(1).describe("Globs of fixture images (PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM, PGM) or .npy arrays."),
	labels: union$1([string(), array(string()).min(1)]).describe("Class names in the order of the outputs: a text file (one per line), a JSON file, or a list."),
	task: _enum(taskKinds).describe("What the answers are, where the graph does not show it: one class of several, labels, or a number."),
	"answer-limit": number().gt(0).describe("Of a regression: largest accepted mean change of the answer, in its own unit."),
	truth: string().describe("True class of each fixture: `folder` (its folder is the class), or a COCO JSON file."),
	layer: union$1([string(), array(string()).min(1).max(8)]).describe("Path of the target layer, or `auto`; a list of paths explains each by itself, as of an ensemble."),
	methods: array(method).min(1).describe("CAM methods; the first one is judged, the others are shown."),
	score: _enum(["logit", "probability"]).describe("What is differentiated: the pre-softmax logit, or the probability."),
	...pictureSettings,
	thresholds,
	probes: probesSetting,
	regions: regionsSetting,
	tags: record(string(), array(glob).min(1)).describe("Groups of fixtures by name, each a list of globs, for figures per group."),
	watch: array(glob).min(1).describe("Globs of files whose change alone makes the model be looked at, such as what trains it."),
	checks: _enum(checkLevels).describe("Whether the explanation itself is sound: `basic`; `full`, which takes hundreds of passes; or `none`."),
	"false-alarms": number().gt(0).lt(1).describe("Rate of false alarms that a calibrated verdict may have; 0.1."),
	repairs: _enum(["pass", "fail"]).describe("Whether attention may move where that mends what the version before had got wrong, by rules of regions, a pinned or an earlier stored baseline; pass."),
	lineage: _enum(["auto", ...lineageKinds]).describe("How the model descends from its baseline; auto: told from the weights."),
	output: string().describe("Which output to explain, when the model has several."),
	signature: string().describe("Which signature of a SavedModel to explain; `serving_default`, or the only one."),
	inputs: record(string().max(200), union$1([number(), string().regex(/\.npy$/, "expected a number, or the path of a .npy file")])).describe("What inputs beside the picture are given, by their names: one number for all of it, or a `.npy` file."),
	size,
	baseline: string().describe("Folder of stored baselines."),
	"baseline-model": string().describe("The version to compare with, explained in the same run; wins over stored baselines of another model. none: no comparison, so that regions alone are judged."),
	"baseline-preprocess": preprocessSetting.describe("Preprocessing of the baseline model, when it differs."),
	pinned: string().describe("A golden release that drift is also measured from: a model, or the folder of a stored baseline."),
	timeout: seconds.describe("Seconds that one model may take, its baseline included; what it has then is incomplete. 900."),
	"pinned-thresholds": limits(ofDrift).describe("As `thresholds`, for the drift from the pinned reference.")
};
const sha256 = string().regex(/^[0-9a-fA-F]{64}$/, "expected 64 hex digits").transform((text) => text.toLowerCase());
/** Relative, and without a step upwards. */
const besideName = string().max(200).regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[\w.@+ /-]+$/, "expected the name of a file beside the address");
const plainModel = strictObject({
	...strictObject(settings).partial().shape,
	name: string().regex(/^[\w.-]+$/, "expected letters, digits, `.`, `-` and `_` only").max(100, "expected at most 100 letters, because folders carry it").describe("Name in reports and of output files."),
	path: string().describe("The model file, the folder that holds a model.json or a saved_model.pb, or an https address."),
	sha256: sha256.describe("Of a model at an address: the SHA-256 of its file.").optional(),
	files: record(besideName, sha256).describe("Of a model at an address that is in several files: the SHA-256 of each other one, by its name.").optional(),
	"token-env": string().regex(/^(?!(?:GITHUB|ACTIONS|RUNNER|INPUT)_)[A-Z][A-Z0-9_]*$/, "expected a variable of your own, such as HF_TOKEN").describe("Environment variable with a token for the address's host, which goes to no other.").optional()
});
const model = plainModel.superRefine((value, { addIssue }) => {
	const problem = addressProblem(value);
	if (problem) addIssue({
		code: "custom",
		path: [problem.key],
		message: problem.message
	});
});
const configSchema = strictObject({
	...strictObject(settings).partial().shape,
	models: array(model).min(1).describe("The models to audit. A setting of a model wins over the same setting at the top."),
	engine: _enum(["auto", ...engineNames]).describe("What computes; auto takes the fastest that is installed: onnxruntime, then native, then wasm.").optional(),
	jobs: int().min(1).max(64).describe("Worker threads of the wasm engine; one per core where it pays.").optional(),
	batch: int().min(1).max(256).describe("Images per batch; from memory.").optional(),
	"run-timeout": seconds.describe("Seconds that all models together may take. 3600.").optional(),
	out: string().describe("Folder for results.json, summary and pictures; camdrift-out.").optional()
});
const settingsSchema = strictObject(settings).partial();
/** The keys that may stand in the mapping at a path, for suggestions. */
function knownKeys(path) {
	const last = String(path.at(-1) ?? "");
	if (path.length === 0) return Object.keys(configSchema.shape);
	if (path[0] === "models" && path.length === 2) return Object.keys(plainModel.shape);
	if (last === "thresholds") return [...ofDrift, ...ofAccuracy];
	if (last === "pinned-thresholds") return ofDrift;
	if (path.at(-2) === "regions") return Object.keys(regionsSetting.element.shape);
	if (path.at(-2) === "probes") return probeKeys;
	return last.endsWith("preprocess") ? [
		"scale",
		"mean",
		"std",
		"order"
	] : [];
}

// src/config/several-layers.ts
/**
* Each model of several target layers as several models, one per layer: a layer has maps, a baseline and a verdict of its own.
* `pair` with `layer: [/a/Relu, /b/Relu]` becomes `pair.a-Relu` and `pair.b-Relu`.
* @param typed layers named on the command line, which win
*/
function perLayer(raw, typed) {
	return {
		...raw,
		models: raw.models.flatMap((model) => split(model, raw, typed ?? model.layer ?? raw.layer))
	};
}
function split(model, shared, layers) {
	if (!Array.isArray(layers)) return [model];
	const [only, ...more] = new Set(layers);
	if (more.length === 0) return [{
		...model,
		layer: only
	}];
	const baseline = model.baseline ?? shared.baseline;
	return [only, ...more].map((layer) => ({
		...model,
		name: fileNameOf(`${model.name}.${slug(layer)}`),
		layer,
		...baseline !== void 0 && { baseline: `${baseline}/${slug(layer)}` }
	}));
}
const slug = (layer) => fileNameOf(layer.replace(/[^\w.-]+/g, "-").replace(/^[.-]+|-+$/g, "") || "layer");
/** The layers of one output of one model file, where several are explained. */
function layersBeside({ models }, { path, output }) {
	const own = models.filter((each) => each.path === path && each.output === output).flatMap((each) => each.layer ?? []);
	return own.length > 1 ? own : [];
}

// src/config/text-file.ts
/** Larger than any list of labels or annotations of fixtures; a limit because the file comes with a pull request. */
const mostBytes$2 = 64 * 2 ** 20;
/**
* Text of a file that the configuration names.
* @param missing what to say when there is none
* @throws CamdriftError `missing`; `config-invalid` when it is there and cannot be read, is no file, or is larger than 64 MiB
*/
async function readTextFile(path, missing) {
	const remedy = missing.remedy === void 0 ? {} : { remedy: missing.remedy };
	return (await readRegular(path, mostBytes$2, (why, cause) => isMissing(cause) ? new CamdriftError(missing.code, missing.message, {
		cause,
		...remedy
	}) : new CamdriftError("config-invalid", `${path} cannot be read: ${why}.`, {
		cause,
		...remedy
	}))).toString("utf8");
}
const isMissing = (cause) => ["ENOENT", "ENOTDIR"].includes(cause?.code ?? "");

// src/config/read.ts
const mostBytes$1 = 2 ** 20;
/**
* Reads a configuration file, YAML or JSON (which is YAML).
* @throws CamdriftError `config-missing`; `config-invalid` with every mistake in it, each with its line
*/
async function readConfig(path) {
	const text = await readTextFile(path, {
		code: "config-missing",
		message: `There is no configuration file ${path}.`
	});
	if (text.length > mostBytes$1) throw new CamdriftError("config-invalid", `${path} is longer than ${mostBytes$1} characters.`);
	return parseConfig(text, path);
}
/** @param path named in errors */
function parseConfig(text, path) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		uniqueKeys: true,
		logLevel: "error"
	});
	const position = (offset) => {
		const { line, col } = lines.linePos(offset);
		return `${path}:${line}:${col}`;
	};
	if (document.errors.length > 0) throw invalid(path, document.errors.map((error) => `${position(error.pos[0])} ${sentence(error.message)}`));
	const value = toValue(document, path);
	const parsed = configSchema.safeParse(value);
	if (parsed.success) return perLayer(parsed.data);
	throw invalid(path, problemsOf(parsed.error, value, knownKeys).map((problem) => ({
		...problem,
		offset: offsetOf(document.contents, problem.path)
	})).sort((a, b) => a.offset - b.offset).map((problem) => `${position(problem.offset)} ${name$1(problem.path)} ${problem.message}`));
}
/** The same as it is written, before anything is read into it: `parseConfig` takes it again, as JSON. */
function writtenConfig(text, path) {
	parseConfig(text, path);
	return toValue((0, import_dist.parseDocument)(text, { logLevel: "error" }), path);
}
/** What the YAML parser says, without the position, which stands before it, and without advice to programmers. */
function sentence(message) {
	const [first = ""] = message.split("\n");
	return `${first.replace(/ at line \d+, column \d+:$/, "").replace(/; please use YAML.*/, "")}.`;
}
/** Aliases are bounded, so that a few lines cannot unfold into gigabytes. */
function toValue(document, path) {
	try {
		return document.toJS({ maxAliasCount: 100 });
	} catch (cause) {
		throw invalid(path, [cause.message]);
	}
}
function invalid(path, problems) {
	const count = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
	return new CamdriftError("config-invalid", `${path} has ${count}:\n${problems.join("\n")}`);
}
/** `models[0].layer` */
function name$1(path) {
	return path.map((step) => typeof step === "number" ? `[${step}]` : `.${String(step)}`).join("").replace(/^\./, "") || "the file";
}
/** Where in the text a value stands; for one that is missing, its parent. */
function offsetOf(contents, path) {
	let node = contents;
	let offset = node?.range[0] ?? 0;
	for (const step of path) {
		if (!node || !("items" in node)) break;
		const item = node.items.find((each, index) => index === step || keyOf(each) === step);
		if (!item) break;
		offset = (item.key ?? item).range[0];
		node = "key" in item ? item.value : item;
	}
	return offset;
}
const keyOf = (item) => item.key?.value;

// src/sources/_earlier.ts
/** Whatever keeps an earlier version away, the change is not to blame. */
function asEarlier(error) {
	if (!(error instanceof CamdriftError) || error.code === "baseline-unavailable") throw error;
	const { message, remedy } = error;
	throw new CamdriftError("baseline-unavailable", message, {
		remedy,
		cause: error
	});
}

// src/sources/_unavailable.ts
/** A model that cannot be had from where it lies. */
const unavailable = (message, remedy, cause) => new CamdriftError("model-unavailable", message, {
	...remedy !== void 0 && { remedy },
	...cause !== void 0 && { cause }
});

// src/sources/fetched.ts
/** Where a model at an address will lie: known before it is fetched. */
const placeIn = (cache, address) => join(cache, digestAt(address), mainFile(address));
/**
* Puts a model into the cache, unless it is there: files are known by their content, which is looked at each time.
* @throws CamdriftError `model-unavailable`
*/
async function fetched(address, network) {
	requireTrust(address, network);
	const folder = dirname(placeIn(network.cache, address));
	await requireOwn(folder, network.cache);
	const token = tokenOf(address, network);
	for (const [name, sha256] of address.files) {
		const to = join(folder, name);
		await requireOwn(dirname(to), network.cache);
		if (await isThere(to, sha256)) continue;
		await rm(to, {
			force: true,
			recursive: true
		});
		const { download } = await import("./_download.js");
		await download({
			url: urlOf(address, name),
			token,
			hash: {
				algorithm: "sha256",
				hex: sha256
			},
			to
		}, network);
	}
	await requireWhole(address, folder);
}
/** On a stranger's word only those hosts are asked that the base branch names, and each gets the token named there or none. */
function requireTrust({ url, tokenEnv }, { only }) {
	if (!only) return;
	const { host } = new URL(url);
	const known = only.filter((each) => each.host === host);
	if (known.length > 0 && (tokenEnv === void 0 || known.some((each) => each.tokenEnv === tokenEnv))) return;
	const what = known.length > 0 ? `gets no token from \`${tokenEnv}\`` : "is not asked";
	throw unavailable(`${host} ${what}: on a pull request from a fork only what the base branch's configuration names is.`, "Let somebody who may write to the repository open a pull request with this address.");
}
/** A link that lies in the cache must not lead a download elsewhere. */
async function requireOwn(folder, cache) {
	const steps = relative(cache, folder).split(sep);
	for (const count of steps.keys()) {
		const above = join(cache, ...steps.slice(0, count + 1));
		const found = await lstat(above).catch(() => void 0);
		if (found && !found.isDirectory()) throw unavailable(`${above}, in the folder for downloads, is no folder.`, "Empty the folder for downloads.");
	}
	await mkdir(folder, { recursive: true }).catch((cause) => {
		throw unavailable(`The folder for downloads, ${cache}, cannot be written to: ${cause.message}.`, cacheRemedy, cause);
	});
}
const cacheRemedy = "Name another folder with the input `cache`, or with --cache.";
async function isThere(path, sha256) {
	const hash = createHash("sha256");
	try {
		for await (const chunk of createReadStream(path)) hash.update(chunk);
	} catch {
		return false;
	}
	return hash.digest("hex") === sha256;
}
function tokenOf({ url, tokenEnv }, { env }) {
	if (tokenEnv === void 0) return void 0;
	const token = env[tokenEnv]?.trim();
	if (token) return token;
	throw unavailable(`The environment variable ${tokenEnv}, which holds the token for ${new URL(url).host}, is not set.`, `Give it to the step: \`env: { ${tokenEnv}: "\${{ secrets.${tokenEnv} }}" }\`. Pull requests from forks get no secrets.`);
}
/** Files that the model names and the configuration does not: nothing says what they should be. */
async function requireWhole(address, folder) {
	const { files } = await modelFiles(join(folder, mainFile(address)));
	const missing = files.filter((name) => !address.files.has(name));
	if (missing.length === 0) return;
	throw unavailable(`The model at ${shownUrl(address.url)} is in several files, and the configuration does not name ${missing.slice(0, 3).join(", ")}.`, "List each file and its SHA-256 under `files`, by its name beside the address.");
}

// src/sources/located.ts
/** The configuration with a place in the cache for each model at an address; nothing is fetched before it is needed. */
const located = (config, network) => ({
	...config,
	models: config.models.map((model) => locatedModel(model, network))
});
function locatedModel(model, network) {
	const { address } = model;
	if (!address) return model;
	const path = placeIn(network.cache, address);
	return {
		...model,
		path,
		obtain: () => fetched(address, network),
		shown: (file) => file === path ? shownUrl(address.url) : model.shown(file)
	};
}
/** An earlier version at an address: its digest is known before it is fetched. */
function addressModel(address, network) {
	const path = async () => {
		await fetched(address, network).catch(asEarlier);
		return placeIn(network.cache, address);
	};
	return {
		origin: shownUrl(address.url),
		digest: async () => digestAt(address),
		path
	};
}

// src/repository/no-file.ts
/** What stands in the way of a file, if that is the reason. */
function whyNot(found) {
	if (found?.kind === "folder") return ": it is a folder";
	if (found?.kind === "away") return `: the symbolic link ${found.path} leads out of the repository`;
	return found?.kind === "submodule" ? `: the submodule ${found.path} cannot be read` : "";
}
const remedyFor = (found) => (found && remedies[found.kind]) ?? missingRemedy;
const missingRemedy = "Check the path; where the earlier version is gone for good, commit a baseline made with `camdrift baseline`.";
const remedies = {
	away: "Let the link lead to a file of the repository, or commit a baseline made with `camdrift baseline`.",
	submodule: "Give the input `github-token` one that reads the submodule, which must belong to the same owner; or let actions/checkout bring its history (`submodules: true`, `fetch-depth: 0`); or commit a baseline made with `camdrift baseline`."
};

// src/repository/blob-name.ts
/**
* The name that Git gives a file of these bytes.
* @param like another name: SHA-1, or SHA-256 in a repository made so
*/
function blobName(bytes, like) {
	return blobHash(bytes.length, like).update(bytes).digest("hex");
}
/** As `blobName`, for bytes that come one after the other. */
const blobHash = (size, like) => createHash(like.length === 64 ? "sha256" : "sha1").update(`blob ${size}\0`);

// src/sources/network.ts
/** Whether the host of an address may lie on a private network. */
function isAllowed({ hostname, host }, { allowed }) {
	const plain = allowed.map((each) => each.toLowerCase().replace(/:443$/, ""));
	return plain.includes(hostname) || plain.includes(host);
}
const usualBounds = {
	bytes: 2 * 2 ** 30,
	milliseconds: 9e5,
	idle: 6e4,
	second: 1e3
};

// src/repository/git-folder.ts
/** Where Git keeps what belongs to a checkout: `.git` is a folder, or in a worktree and a submodule a file that names one. */
async function gitFolder(checkout) {
	const path = join(checkout, ".git");
	const text = await readFile(path, "utf8").catch(() => "");
	const [, named] = /^gitdir: (.+)$/.exec(text.trim()) ?? [];
	return named === void 0 ? path : resolve(checkout, named);
}

// src/repository/_git.ts
const started = promisify(execFile);
/** Milliseconds for one answer. */
const patience = 6e4;
/**
* What a clone on disk answers. Git reads it, and does nothing else: no hook, filter or helper is run, nothing is
* fetched, and no configuration but the clone's own is heeded. Paths are taken as they are written.
* @param folder of Git's own files, such as `.git/modules/weights`
* @param mostBytes of the answer
*/
async function git(folder, args, mostBytes) {
	const options = {
		encoding: "buffer",
		env: quiet(),
		maxBuffer: mostBytes,
		timeout: patience
	};
	const { stdout } = await started("git", [
		...safely,
		"--git-dir",
		folder,
		...args
	], options);
	return stdout;
}
/** A container's user is often not the one who cloned. */
const safely = [
	"-c",
	"safe.directory=*",
	"-c",
	"protocol.allow=never"
];
const quiet = () => ({
	PATH: process.env.PATH,
	GIT_CONFIG_NOSYSTEM: "1",
	GIT_CONFIG_GLOBAL: devNull,
	GIT_LITERAL_PATHSPECS: "1",
	GIT_NO_LAZY_FETCH: "1",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_TERMINAL_PROMPT: "0"
});

// src/repository/_local-lfs.ts
/** Where Git LFS keeps what it has fetched, beside the objects of a clone. @param folder of Git's own files */
function localLfs(folder) {
	return async ({ oid, size }) => {
		const path = join(await sharedFolder(folder), "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
		const found = await stat(path).catch(() => void 0);
		return found?.isFile() && found.size === size ? path : void 0;
	};
}
/** A worktree's own folder names the one that it shares with the others. */
async function sharedFolder(folder) {
	const named = await readFile(join(folder, "commondir"), "utf8").catch(() => "");
	return named === "" ? folder : resolve(folder, named.trim());
}

// src/repository/_tree.ts
/** Trees by their hash, each asked for once. */
function treeReader(fetch) {
	const known = /* @__PURE__ */ new Map();
	const treeOf = (sha) => {
		const found = known.get(sha) ?? fetch(sha);
		known.set(sha, found);
		return found;
	};
	const entry = async (sha, path) => {
		const { whole, entries } = await treeOf(sha);
		const [first = "", ...rest] = path.split("/");
		if (whole || rest.length === 0) return entries.get(path);
		const folder = entries.get(first);
		return folder?.kind === "folder" ? entry(folder.sha, rest.join("/")) : void 0;
	};
	const files = async (sha, folder) => {
		const { whole, entries } = await treeOf(sha);
		const [first = "", ...rest] = folder.split("/");
		const inside = ([path]) => folder === "" || (whole ? path.startsWith(`${folder}/`) : path === first);
		const found = [];
		for (const [path, each] of [...entries].filter(inside)) {
			if (each.kind === "file" && (whole || folder === "")) found.push({
				...each,
				path
			});
			if (each.kind === "folder" && !whole) found.push(...within(path, await files(each.sha, rest.join("/"))));
		}
		return found;
	};
	const whole = async (sha) => {
		const tree = await treeOf(sha);
		return tree.whole ? tree.entries : void 0;
	};
	return {
		entry,
		whole,
		files
	};
}
const within = (folder, files) => files.map((file) => ({
	...file,
	path: `${folder}/${file.path}`
}));
/** One request, two when GitHub cuts the recursive answer short (100,000 entries or 7 MB). */
async function fetchTree(repository, sha) {
	const { git } = repository.api.rest;
	const request = {
		...coordinates(repository),
		tree_sha: sha
	};
	const { data } = await git.getTree({
		...request,
		recursive: "1"
	});
	if (!data.truncated) return {
		whole: true,
		entries: entriesOf(data.tree)
	};
	const { data: folder } = await git.getTree(request);
	if (folder.truncated) throw new Error("a folder of it holds more entries than GitHub lists");
	return {
		whole: false,
		entries: entriesOf(folder.tree)
	};
}
const entriesOf = (listed) => new Map(listed.filter(({ path }) => isPlain(path)).map(({ path, mode, sha, size = 0 }) => [path, {
	kind: kindOf(mode),
	sha,
	size
}]));
/** A tree can be made by hand: a path that a checkout would not write either must not lead anywhere. */
const isPlain = (path) => !path.includes("\\") && path.split("/").every((step) => ![
	"",
	".",
	".."
].includes(step) && step.toLowerCase() !== ".git");
const kinds = {
	"040000": "folder",
	"120000": "link",
	"160000": "submodule"
};
const kindOf = (mode) => kinds[mode] ?? "file";

// src/repository/_clone.ts
/** Of what Git prints about one tree. */
const longestListing = 64 * 2 ** 20;
/**
* The objects that a clone on disk has, and the Git LFS objects that were fetched into it.
* @param folder of Git's own files, such as `.git/modules/weights`
*/
function clone(folder) {
	return {
		repository: void 0,
		lfs: localLfs(folder),
		tree: async (sha) => {
			const listed = await git(folder, [
				"ls-tree",
				"-r",
				"-t",
				"-l",
				"-z",
				"--full-tree",
				sha
			], longestListing);
			return {
				whole: true,
				entries: entriesOf(lines(listed).map(entryOf))
			};
		},
		blob: async ({ sha, size }) => {
			const bytes = await git(folder, [
				"cat-file",
				"blob",
				sha
			], size + 1);
			if (blobName(bytes, sha) !== sha) throw new Error(`its bytes are not those of blob ${sha}`);
			return new Uint8Array(bytes);
		}
	};
}
const lines = (listed) => listed.toString("utf8").split("\0").filter(Boolean);
/** `100644 blob 8baef1b…     7\tREADME.md`; a size of `-` is none. */
function entryOf(line) {
	const [about = "", path = ""] = [line.slice(0, line.indexOf("	")), line.slice(line.indexOf("	") + 1)];
	const [mode = "", , sha = "", size = ""] = about.split(/ +/);
	return {
		path,
		mode,
		sha,
		size: Number(size) || 0
	};
}

// src/repository/_folded-paths.ts
/** Paths without their letters' case, where that tells them from all others. */
function byFoldedPath(tree) {
	const found = /* @__PURE__ */ new Map();
	const twice = /* @__PURE__ */ new Set();
	for (const [path, entry] of tree) {
		const key = path.toLowerCase();
		if (found.has(key)) twice.add(key);
		found.set(key, {
			...entry,
			path
		});
	}
	for (const key of twice) found.delete(key);
	return found;
}

// src/repository/_followed.ts
const mostHops = 40;
/**
* Walks a path as a file system would, step by step.
* @param path relative to the repository, normalised; `''` is the repository itself
*/
async function follow(path, tree) {
	let way = path;
	for (let hops = 0; hops <= mostHops; hops++) {
		const stop = await straight(way, tree);
		if (stop?.entry.kind !== "link") return stop && placeOf$1(stop);
		const target = joined(folderOf(stop.path), await tree.linkText(stop.entry, stop.path));
		if (target === void 0) return {
			kind: "away",
			path: stop.path
		};
		way = [target, stop.rest].filter(Boolean).join("/");
	}
	return {
		kind: "away",
		path
	};
}
/** Goes on until the end, a link or a submodule; undefined when there is no way. */
async function straight(path, tree) {
	const steps = path.split("/").filter(Boolean);
	let stop = {
		path: "",
		entry: root,
		rest: ""
	};
	for (const [index, step] of steps.entries()) {
		const found = await tree.entry(stop.path === "" ? step : `${stop.path}/${step}`);
		if (!found) return void 0;
		const { path: at, ...entry } = found;
		stop = {
			path: at,
			entry,
			rest: steps.slice(index + 1).join("/")
		};
		if (entry.kind !== "folder") break;
	}
	return stop;
}
function placeOf$1({ path, entry, rest }) {
	if (entry.kind === "submodule") return {
		kind: "submodule",
		path,
		commit: entry.sha,
		rest
	};
	if (entry.kind === "file" && rest !== "") return void 0;
	return {
		kind: entry.kind === "file" ? "file" : "folder",
		path,
		entry
	};
}
const root = {
	kind: "folder",
	sha: "",
	size: 0
};
const folderOf = (path) => path.includes("/") ? posix.dirname(path) : "";
/** Where a link in a folder leads, as a path of the repository; undefined when that is outside. */
function joined(folder, target) {
	if (target.startsWith("/") || /^[A-Za-z]:|\\/.test(target) || target.includes("\0")) return void 0;
	const path = posix.normalize(posix.join(folder, target)).replace(/\/$/, "");
	if (path === ".." || path.startsWith("../")) return void 0;
	return path === "." ? "" : path;
}

// src/repository/_listing.ts
/** Links can lead to one another, and each multiplies what lies behind it. */
const mostEntries = 3e5;
/**
* A tree as a checkout shows it: what lies behind a link lies at the link's own path as well. A folder is not entered again on
* the way through itself. Links that lead nowhere, and submodules, are entries of their own.
* @param texts of the links, by their hash
*/
function listing(tree, texts) {
	const entries = /* @__PURE__ */ new Map();
	const below = folders(tree);
	let complete = true;
	const add = (path, real, entry, through) => {
		if (entries.size >= mostEntries) complete = false;
		if (!complete) return;
		const target = entry.kind === "link" ? targetOf(tree, real, texts) : void 0;
		if (entry.kind === "folder") enter(path, real, through);
		else if (!target) entries.set(path, entry);
		else if (target.entry?.kind !== "folder" && target.path !== "") add(path, target.path, target.entry, [...through, target.path]);
		else if (![...through, posix.dirname(real)].some((each) => isBelow(target.path, each))) enter(path, target.path, [...through, target.path]);
	};
	const enter = (path, real, through) => {
		for (const child of below.get(real) ?? []) add(path === "" ? posix.basename(child) : `${path}/${posix.basename(child)}`, child, tree.get(child), through);
	};
	enter("", "", []);
	return {
		entries,
		complete
	};
}
/** What each folder holds itself; `''` is the repository. */
function folders(tree) {
	const found = /* @__PURE__ */ new Map();
	for (const path of tree.keys()) {
		const folder = posix.dirname(path) === "." ? "" : posix.dirname(path);
		const held = found.get(folder);
		if (held) held.push(path);
		else found.set(folder, [path]);
	}
	return found;
}
const isBelow = (folder, path) => folder === "" || path === folder || path.startsWith(`${folder}/`);
/** What a link leads to in the end; undefined when that is not in the tree. */
function targetOf(tree, link, texts) {
	let path = link;
	for (let hops = 0; hops < 40; hops++) {
		const stop = firstLink(tree, path);
		if (stop === void 0) {
			const entry = tree.get(path);
			return entry || path === "" ? {
				path,
				entry
			} : void 0;
		}
		const text = texts.get(tree.get(stop).sha);
		const folder = posix.dirname(stop) === "." ? "" : posix.dirname(stop);
		const target = text === void 0 ? void 0 : joined(folder, text);
		if (target === void 0) return void 0;
		path = [target, path.slice(stop.length + 1)].filter(Boolean).join("/");
	}
}
/** The first link on a path, the last step included. */
function firstLink(tree, path) {
	const steps = path.split("/");
	return steps.map((_, index) => steps.slice(0, index + 1).join("/")).find((each) => tree.get(each)?.kind === "link");
}

// src/repository/_blob.ts
/** A file of a commit, whole and as its hash says. A connection that breaks off is tried again. */
function readBlob(repository, entry) {
	if (entry.size === 0) return Promise.resolve(/* @__PURE__ */ new Uint8Array());
	return tried(async () => {
		const bytes = await collect(await openBlob(repository, entry), entry.size);
		if (blobName(bytes, entry.sha) !== entry.sha) throw new Passing(`its bytes are not those of blob ${entry.sha}`);
		return bytes;
	}, repository.second);
}
async function openBlob(repository, { sha }) {
	const { data } = await repository.api.rest.git.getBlob({
		...coordinates(repository),
		file_sha: sha,
		headers: { accept: "application/vnd.github.raw+json" },
		request: { parseSuccessResponseBody: false }
	});
	return data;
}
async function collect(body, size) {
	const bytes = new Uint8Array(size);
	let length = 0;
	for await (const chunk of unbroken(body)) {
		if (length + chunk.length > size) throw new Passing(`expected ${size} bytes, got more`);
		bytes.set(chunk, length);
		length += chunk.length;
	}
	if (length < size) throw new Passing(`expected ${size} bytes, got ${length}`);
	return bytes;
}

// src/repository/_objects.ts
/** As GitHub has them. */
const hosted = (repository) => ({
	repository,
	tree: (sha) => fetchTree(repository, sha),
	blob: (entry) => readBlob(repository, entry)
});

// src/repository/_submodules.ts
/**
* The repository that a submodule comes from, when its owner is ours: what a stranger's repository holds is not asked for.
* @param modules text of `.gitmodules`
* @param path of the submodule
*/
function submoduleRepository(modules, path, ours) {
	const url = sectionsOf(modules).find((section) => section.path === path)?.url;
	const found = url === void 0 ? void 0 : coordinatesOf(url, ours);
	if (found?.host !== new URL(ours.serverUrl).host.toLowerCase()) return void 0;
	if (found.owner.toLowerCase() !== ours.owner.toLowerCase()) return void 0;
	return {
		...ours,
		name: found.name
	};
}
/** The settings of each section; which section it is does not matter. */
function sectionsOf(text) {
	const sections = [];
	for (const line of text.split(/\r?\n/)) {
		if (/^\s*\[/.test(line)) sections.push({});
		const [, key, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
		const last = sections.at(-1);
		if (last && key !== void 0) last[key.toLowerCase()] = value.replace(/^"(.*)"$/, "$1");
	}
	return sections;
}
/** `../weights.git`, `https://github.com/acme/weights`, `git@github.com:acme/weights.git` and its like. */
function coordinatesOf(url, { serverUrl, owner, name }) {
	const { host } = new URL(serverUrl);
	const isRelative = url.startsWith("./") || url.startsWith("../");
	const scp = /^[\w.-]+@([\w.-]+):([^:]+)$/.exec(url);
	const [where, path] = isRelative ? [host, posix.join("/", owner, name, url)] : scp ? [scp[1], `/${scp[2]}`] : URL.canParse(url) ? [new URL(url).host, new URL(url).pathname] : [void 0, ""];
	const [, there, repository] = /^\/+([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
	if (where === void 0 || there === void 0 || repository === void 0) return void 0;
	return {
		host: where.toLowerCase(),
		owner: there,
		name: repository
	};
}

// src/repository/snapshot-at.ts
/** Longer texts are no paths. */
const longestLink = 4096;
/** Links whose texts are asked for one by one; those that are checked out need no question. */
const mostLinksAsked = 50;
const largestModules = 2 ** 16;
/** The files of a commit: nothing is asked before the first question. */
const snapshotAt = (repository, commit, known = {}) => new CommitFiles(repository, commit, known.objects ?? hosted(repository), known);
/**
* The files of a commit that a clone on disk has; nobody else is asked.
* @param checkout the folder that the repository is checked out in
*/
async function snapshotInClone(checkout, commit) {
	return new CommitFiles(void 0, commit, clone(await gitFolder(checkout)), { checkout });
}
var CommitFiles = class CommitFiles {
	repository;
	commit;
	#texts;
	#checkout;
	#objects;
	#trees;
	constructor(repository, commit, objects, { texts = /* @__PURE__ */ new Map(), checkout }) {
		this.repository = repository;
		this.commit = commit;
		this.#texts = texts;
		this.#checkout = checkout;
		this.#objects = objects;
		this.#trees = treeReader(this.#objects.tree);
	}
	place(path) {
		return `${path} at commit ${this.commit.slice(0, 7)}`;
	}
	async locate(path) {
		const found = await this.#listed(follow(normalised(path), {
			entry: (at) => this.#entryAt(at),
			linkText: (link, at) => this.#linkText(link, at)
		}));
		if (found?.kind !== "submodule") return found && "entry" in found ? {
			...found,
			objects: this.#objects
		} : found;
		const answer = await this.#within(found.path, found.commit, found.rest);
		if (!answer) return found;
		return answer.inner && {
			...answer.inner,
			path: posix.join(found.path, answer.inner.path)
		};
	}
	async entry(path) {
		const found = await this.locate(path);
		return found && "entry" in found ? found.entry : void 0;
	}
	async file(path) {
		return (await this.#file(path)).entry;
	}
	async under(folder) {
		const found = await this.locate(folder);
		if (found?.kind !== "folder" || found.objects !== this.#objects) return [];
		const files = await this.#listed(this.#trees.files(this.commit, found.path));
		const [from, to] = [found.path, normalised(folder)];
		return from === to ? files : files.map((each) => ({
			...each,
			path: `${to}${each.path.slice(from.length)}`
		}));
	}
	async links() {
		const whole = await this.#listed(this.#trees.whole(this.commit));
		if (!whole) return void 0;
		return [...whole].flatMap(([path, each]) => each.kind === "link" ? [{
			...each,
			path
		}] : []);
	}
	list = once$1(async () => {
		const found = await this.links();
		if (!found) return void 0;
		const unknown = found.filter(({ sha }) => !this.#texts.has(sha));
		for (const each of unknown.slice(0, mostLinksAsked)) await this.#linkText(each, each.path);
		const listed = listing(await this.#trees.whole(this.commit), this.#texts);
		return unknown.length > mostLinksAsked ? {
			...listed,
			complete: false
		} : listed;
	});
	async read(path, mostBytes) {
		const { entry, objects } = await this.#file(path);
		const limit = Math.min(mostBytes, largestBlob);
		if (entry.size > limit) throw unavailable$1(`${this.place(path)} has ${entry.size} bytes; at most ${limit} can be read.`, sizeRemedy);
		return this.#bytesOf(entry, path, objects);
	}
	async #file(path) {
		const found = await this.locate(path);
		if (found?.kind === "file") return found;
		throw unavailable$1(`There is no file ${this.place(path)}${whyNot(found)}.`, remedyFor(found));
	}
	#byFoldedPath = once$1(async () => byFoldedPath(await this.#trees.whole(this.commit) ?? /* @__PURE__ */ new Map()));
	async #entryAt(path) {
		const entry = await this.#trees.entry(this.commit, path);
		return entry ? {
			...entry,
			path
		} : (await this.#byFoldedPath()).get(path.toLowerCase());
	}
	async #linkText(link, path) {
		const known = this.#texts.get(link.sha);
		if (known !== void 0) return known;
		const text = link.size > longestLink ? "/" : new TextDecoder().decode(await this.#bytesOf(link, path));
		this.#texts.set(link.sha, text);
		return text;
	}
	/** What a submodule has at a path, from the first that has the submodule's commit. */
	async #within(path, at, rest) {
		for (const each of this.#objects.repository ? [this.#hostedWithin, this.#clonedWithin] : [this.#clonedWithin]) {
			const answer = await each(path, at).then(async (snapshot) => snapshot && { inner: await snapshot.locate(rest) }).catch(unreadable);
			if (answer) return answer;
		}
	}
	#hostedWithin = onceEach(async (path, at) => {
		const modules = await this.#trees.entry(this.commit, ".gitmodules");
		if (modules?.kind !== "file" || modules.size > largestModules) return void 0;
		const text = new TextDecoder().decode(await this.#bytesOf(modules, ".gitmodules"));
		const found = submoduleRepository(text, path, this.repository);
		const checkout = this.#checkout && join(this.#checkout, path);
		return found && snapshotAt(found, at, {
			texts: this.#texts,
			checkout
		});
	});
	#clonedWithin = onceEach(async (path, at) => {
		if (this.#checkout === void 0) return void 0;
		const checkout = join(this.#checkout, path);
		const objects = clone(await gitFolder(checkout));
		return new CommitFiles(this.repository, at, objects, {
			texts: this.#texts,
			checkout
		});
	});
	#listed(answer) {
		return orRefused(answer, `The files of commit ${this.commit.slice(0, 7)} cannot be listed`);
	}
	#bytesOf(entry, path, from = this.#objects) {
		return orRefused(from.blob(entry), `${this.place(path)} cannot be read`);
	}
};
const orRefused = (answer, what) => answer.catch((cause) => {
	throw cause instanceof CamdriftError ? cause : refused(what, cause);
});
/** `''` is the repository itself. */
function normalised(path) {
	const plain = posix.normalize(path).replace(/\/$/, "");
	return plain === "." ? "" : plain;
}
/** A submodule that the token does not read is none that is known. */
function unreadable(error) {
	if (!(error instanceof CamdriftError)) throw error;
}

// src/config/glob.ts
const usualLimits = {
	entries: 1e5,
	seconds: 10
};
/**
* The absolute paths of what a glob matches, relative to where it is written; a folder that it names stands for all that lies
* below. Names with a leading dot match only where the glob has the dot. What lies there under the very name is meant by it,
* whatever the letters of the name would stand for in a glob: `cat (1).png`, `[odd]/a.png`.
*
* Symbolic links are followed, each folder is walked once however many links lead to it, and `.git` never.
*
* @throws CamdriftError `path-outside` when the walk, or a match, leaves the workspace; `config-invalid` when it does not end
*   within 100,000 entries and 10 seconds
*/
async function globbed(pattern, source, options) {
	const meant = await asNamed(pattern, source.base);
	const ignore = await Promise.all((options.ignore ?? []).map((each) => asNamed(each, source.base)));
	const { base } = import_picomatch.default.scan(meant);
	const start = resolve(source.base, base.replace(/\\(?=[()[\]{}!*+?@|])/g, ""));
	const walk = new Walk(meant, source, {
		...options,
		ignore
	});
	await walk.require(start);
	const found = await stat(start).catch(() => void 0);
	if (found?.isDirectory()) await walk.below(start);
	else if (found) walk.take(start);
	return walk.matches;
}
/** The glob, with the steps at its start that are names of what lies there taken as names. */
async function asNamed(pattern, base) {
	const steps = pattern.split("/");
	for (let at = 0, folder = pattern.startsWith("/") ? "/" : base; at < steps.length; at++) {
		const step = steps[at];
		if (/[*?\\]/.test(step)) break;
		folder = join(folder, step);
		if (!/[()[\]{}!+@|]/.test(step)) continue;
		if (!await stat(folder).catch(() => void 0)) break;
		steps[at] = step.replace(/[()[\]{}!+@|]/g, "\\$&");
	}
	return steps.join("/");
}
var Walk = class {
	matches = [];
	#pattern;
	#source;
	#options;
	#takes;
	#leavesOut;
	#mayHold;
	#seen = /* @__PURE__ */ new Set();
	#limits;
	#deadline;
	#entries = 0;
	constructor(pattern, source, options) {
		const written = normal(pattern, source.base);
		const all = (text) => text.endsWith("*") ? [text] : [text, `${text}/**`];
		this.#pattern = pattern;
		this.#source = source;
		this.#options = options;
		const { nocase = false } = options;
		this.#takes = (0, import_picomatch.default)(options.folders ? [written] : all(written), { nocase });
		this.#leavesOut = (0, import_picomatch.default)((options.ignore ?? []).flatMap((each) => all(normal(each, source.base))), { nocase });
		this.#mayHold = prefixMatcher(written, nocase);
		this.#limits = options.limits ?? usualLimits;
		this.#deadline = performance.now() + this.#limits.seconds * 1e3;
	}
	/** A folder's own entries first, then what its links lead to, so that a folder goes by its own name where it has one. */
	async below(start) {
		const links = [];
		for (const folders = [start]; folders.length > 0;) for (const entry of await this.#entriesOf(folders.pop())) {
			const path = join(entry.parentPath, entry.name);
			if (entry.isSymbolicLink()) links.push(path);
			else if (!entry.isDirectory()) this.take(path);
			else if (this.#enters(path)) folders.push(path);
		}
		for (const link of links.sort()) await this.#follow(link);
	}
	take(path) {
		const own = this.#own(path);
		if (this.#takes(own) && !this.#leavesOut(own)) this.matches.push(path);
	}
	async require(path) {
		const { workspace } = this.#source;
		if (workspace !== void 0) await confined(workspace, path, `${this.#options.what} ${this.#own(path)}`);
	}
	async #follow(link) {
		const found = await stat(link).catch(() => void 0);
		if (found && !found.isDirectory()) this.take(link);
		if (!found?.isDirectory() || !this.#enters(link)) return;
		await this.require(link);
		await this.below(link);
	}
	async #entriesOf(folder) {
		const real = await realpath(folder);
		if (this.#seen.has(real)) return [];
		this.#seen.add(real);
		const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
			throw this.#trouble(`${folder} cannot be looked into: ${systemWords(cause)}`, cause);
		});
		this.#entries += entries.length;
		if (this.#entries > this.#limits.entries) throw this.#trouble(`more than ${this.#limits.entries} files and folders lie there`);
		return entries;
	}
	#enters(path) {
		const own = this.#own(path);
		if (inGit(own) || this.#leavesOut(own)) return false;
		if (this.#options.folders && this.#takes(own)) {
			this.matches.push(path);
			return false;
		}
		return this.#mayHold(own);
	}
	/** As patterns are written: relative to where they stand, with `/`. */
	#own(path) {
		if (performance.now() > this.#deadline) throw this.#trouble(`the search did not end within ${this.#limits.seconds} seconds`);
		return relative(this.#source.base, path).split(sep).join("/") || ".";
	}
	#trouble(why, cause) {
		return new CamdriftError("config-invalid", `The glob \`${this.#pattern}\` is too wide: ${why}.`, {
			cause,
			remedy: "Begin it with the folder that holds the files, or leave folders out with a pattern such as `!node_modules/**`."
		});
	}
};
/** Relative to where it is written, without `.` and needless `..`. */
function normal(pattern, base) {
	const bare = pattern.length > 1 ? pattern.replace(/\/$/, "") : pattern;
	const own = isAbsolute(bare) ? posix.relative(base.split(sep).join("/"), bare) : posix.normalize(bare);
	return own === "." || own === "" ? "**" : own;
}
/** Whether something below a folder may match: step by step, as far as the pattern has single steps. */
function prefixMatcher(pattern, nocase) {
	const steps = pattern.split("/");
	if (steps.some((step) => !balanced(step))) return () => true;
	const matchers = steps.map((step) => (0, import_picomatch.default)(step, { nocase }));
	return (folder) => {
		for (const [index, step] of folder.split("/").entries()) {
			if (steps[index] === "**") return !step.startsWith(".") || steps.slice(index + 1).some((each) => each.startsWith("."));
			if (index >= steps.length) return true;
			if (step !== steps[index] && !matchers[index](step)) return false;
		}
		return true;
	};
}
/** Braces and parentheses that hold a `/` make several steps one. */
const balanced = (step) => step.replace(/[^{(]/g, "").length === step.replace(/[^})]/g, "").length;

// src/config/fixtures.ts
/**
* The fixtures that the globs match, less those that a glob with a leading `!` matches, sorted by name; every glob must
* match something. Symbolic links are followed, and what they lead to must lie inside the workspace too, also where a folder is only
* walked; a file that is reached twice is one fixture, under the name that goes through no link. Names are relative to where the settings come from; when fixtures lie elsewhere, to the folder
* that holds them all.
* @param own folders that camdrift itself writes: pictures in them are no fixtures
* @throws CamdriftError `fixtures-none`, `path-outside`
*/
async function findFixtures(patterns, source, truth, own = []) {
	const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
	const written = own.filter((folder) => !inside$1(folder, source.base));
	const found = await Promise.all(wanted.map((pattern) => matches(pattern, excluded, source, written)));
	const { paths, again } = await once([...new Set(found.flatMap(({ files }) => files))].sort(), source.base);
	const base = paths.every((path) => inside$1(source.base, path)) ? source.base : commonFolder(paths);
	return {
		fixtures: paths.map((path) => ({
			name: shown$3(base, path),
			path,
			label: truth(path),
			labels: truth.all?.(path),
			tags: [],
			regions: []
		})).sort((a, b) => a.name < b.name ? -1 : 1),
		leftOut: {
			own: new Set(found.flatMap(({ ours }) => ours)).size,
			again,
			others: endingsOf(found.flatMap(({ others }) => others))
		}
	};
}
async function matches(pattern, excluded, source, own) {
	const { base, workspace } = source;
	const found = await globbed(pattern, source, {
		ignore: excluded,
		nocase: true,
		what: "fixture"
	});
	const images = found.filter((file) => fixtureEndings.includes(extname(file).slice(1).toLowerCase()));
	const others = found.filter((file) => !images.includes(file) && !own.some((folder) => inside$1(folder, file)));
	const ours = images.filter((file) => own.some((folder) => inside$1(folder, file)));
	const files = images.filter((file) => !ours.includes(file));
	if (files.length === 0) throw nothing(pattern, base, ours.length, endingsOf(others));
	if (workspace !== void 0) await Promise.all(files.map((file) => confined(workspace, file, `fixture ${file}`)));
	return {
		files,
		ours,
		others
	};
}
function nothing(pattern, base, ours, others) {
	const message = `No image matches \`fixtures: ${pattern}\` in ${base}${ours > 0 ? ` but for ${ours} in camdrift's own output and baselines, which are no fixtures` : ""}.`;
	if (others.length === 0) return new CamdriftError("fixtures-none", message);
	const found = others.slice(0, 5).map(({ ending, files }) => `${files} ${ending}`);
	return new CamdriftError("fixtures-none", `${message} What matches is named as no picture that is read: ${found.join(", ")}.`, { remedy: convert });
}
const convert = `Fixtures are files named ${fixtureEndings.map((ending) => `.${ending}`).join(", ")}; convert others in the way in which the training code reads them.`;
/** How many files there are of each ending, most first. */
function endingsOf(files) {
	const counts = /* @__PURE__ */ new Map();
	for (const file of new Set(files)) {
		const ending = extname(file).toLowerCase() || "without an ending";
		counts.set(ending, (counts.get(ending) ?? 0) + 1);
	}
	return [...counts].map(([ending, count]) => ({
		ending,
		files: count
	})).sort((a, b) => b.files - a.files);
}
/** Each file once. @param sorted absolute paths @param base below which they are written */
async function once(sorted, base) {
	const files = /* @__PURE__ */ new Map();
	const root = await realpath(base);
	for (const path of sorted) {
		const real = await realpath(path);
		const isPlain = path === real || path === resolve(base, relative(root, real));
		if (!files.has(real) || isPlain) files.set(real, path);
	}
	return {
		paths: [...files.values()],
		again: sorted.length - files.size
	};
}
function commonFolder(paths) {
	const [first = [], ...others] = paths.map((path) => dirname(path).split(sep));
	return others.reduce((found, steps) => found.slice(0, firstDifference(found, steps)), first).join(sep) || sep;
}
const firstDifference = (a, b) => {
	const at = a.findIndex((step, index) => step !== b[index]);
	return at < 0 ? a.length : at;
};

// src/config/labels.ts
const remedy$2 = "Correct `labels` (or --labels): a text file with one name per line, JSON, or YAML with `names`.";
const name = union$1([
	string(),
	looseObject({ label: string() }).transform((entry) => entry.label),
	looseObject({ name: string() }).transform((entry) => entry.name)
]);
const list = array(name);
/** Keras' `class_indices`. */
const byName = record(string(), int().min(0));
/** What tools put around the names: Hugging Face's config.json, Teachable Machine's metadata.json, Ultralytics. */
const wrapped = union$1([
	looseObject({ id2label: unknown() }).transform(({ id2label }) => id2label),
	looseObject({ labels: array(unknown()) }).transform(({ labels }) => labels),
	looseObject({ names: union$1([array(unknown()), looseObject({})]) }).transform(({ names }) => names)
]);
const byIndex = record(string().regex(/^\d+$/), union$1([string(), tuple([string(), string()]).transform((pair) => pair[1])]));
/**
* Class names in the order of the outputs, from a text file with one name per line, a JSON list (of names, or of
* objects with a `label` or `name`), or a JSON object from index to name (also Keras' `{"0": ["n01440764", "tench"]}`) or from
* name to index (Keras' class_indices.json). So are Hugging Face's config.json and Teachable Machine's metadata.json and labels.txt.
* @throws CamdriftError `config-invalid`
*/
async function readLabels(path) {
	const text = withoutMark(await readTextFile(path, {
		code: "config-invalid",
		message: `There is no labels file ${path}.`,
		remedy: remedy$2
	}));
	return /\.(json|ya?ml)$/i.test(path) ? fromJson$1(text, path) : fromText$1(text);
}
/** Blank lines at the end are no classes. Teachable Machine writes each name behind its index: `0 cat`. */
function fromText$1(text) {
	const lines = text.trimEnd().split(/\r?\n/).map((line) => line.trim());
	return lines.every((line, index) => line.startsWith(`${index} `)) ? lines.map((line, index) => line.slice(String(index).length).trim()) : lines;
}
/** Editors on Windows put a byte order mark at the start. */
const withoutMark = (text) => text.replace(/^\uFEFF/, "");
function fromJson$1(text, path) {
	try {
		const value = inside(/\.json$/i.test(path) ? JSON.parse(text) : (0, import_dist.parse)(text, {
			maxAliasCount: 100,
			logLevel: "error"
		}));
		if (Array.isArray(value)) return list.parse(value);
		const indices = byName.safeParse(value);
		const named = byIndex.parse(indices.success ? turnedAround(indices.data) : value);
		return Array.from({ length: Object.keys(named).length }, (_, index) => string().parse(named[index]));
	} catch (cause) {
		throw new CamdriftError("config-invalid", `${path} is not a list of class names: expected ["a", "b"], or {"0": "a", "1": "b"} with every index from 0 on.`, {
			cause,
			remedy: remedy$2
		});
	}
}
function inside(value) {
	const found = wrapped.safeParse(value);
	return found.success ? found.data : value;
}
/** Two names of one index are no list: the index that is then missing shows. */
const turnedAround = (indices) => {
	const pairs = Object.entries(indices).map(([name, index], at, all) => {
		return [all.findIndex(([, other]) => other === index) === at ? String(index) : "-", name];
	});
	return Object.fromEntries(pairs);
};

// src/config/layered.ts
/** The first that is given. */
function pickFrom(layered, key) {
	const found = layered.find(({ settings }) => settings[key] !== void 0);
	return found && {
		value: found.settings[key],
		source: found.source
	};
}

// src/images/mark.ts
const mostBytes = 4 * 2 ** 20;
/** Pixels of either side. */
const longestSide = 2048;
const signature = "PNG\r\n\n";
/**
* A picture to paste into fixtures: a PNG with its opacity, as red, green, blue and alpha of 8 bits. A picture without alpha
* is opaque; a palette and grey are expanded.
*
* @throws CamdriftError `config-invalid`: no file, more than 4 MiB or 2048 pixels a side, no PNG, damaged or cut short
*/
async function readMark(path) {
	const found = await stat(path).catch((cause) => {
		throw unfit(`There is no file ${path}, which a probe pastes.`, cause);
	});
	if (!found.isFile() || found.size > mostBytes) throw unfit(`${path} cannot be pasted: expected a file of at most ${mostBytes} bytes, got ${found.isFile() ? `${found.size}` : "none"}.`);
	const bytes = await readFile(path);
	if (isLfsPointer(bytes)) throw new CamdriftError("config-invalid", `${path} is a Git LFS pointer, not the picture that a probe pastes.`, { remedy: "Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout." });
	if (!bytes.subarray(0, 8).equals(Buffer.from(signature, "latin1"))) throw unfit(`${path} cannot be pasted: it is no PNG.`);
	return decoded(bytes, path);
}
async function decoded(bytes, path) {
	try {
		const { width, height } = await dist_default(bytes, { limitInputPixels: false }).metadata();
		if (Math.max(width, height) > longestSide) throw unfit(`${path} has ${width} x ${height} pixels; a picture to paste has at most ${longestSide} a side.`);
		const { data } = await dist_default(bytes, {
			failOn: "error",
			limitInputPixels: longestSide ** 2
		}).toColourspace("srgb").ensureAlpha().raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
		return {
			width,
			height,
			rgba: new Uint8Array(data)
		};
	} catch (cause) {
		if (cause instanceof CamdriftError) throw cause;
		throw unfit(`${path} is damaged or cut short: ${cause.message.split("\n")[0]}.`, cause);
	}
}
const unfit = (message, cause) => new CamdriftError("config-invalid", message, {
	cause,
	remedy: "Name a PNG of the mark in `probes`, small and cut out; or take the built-in one with `probes: [mark]`, or `probes: none`."
});

// src/config/probes.ts
/** Longer side of a team's own mark, in parts of the picture's shorter side. */
const ownMarkSize = .3;
/** What covers a part, and how much of it there is unless said otherwise. */
const grey = [
	128,
	128,
	128
];
const strip = .08;
const coverSize = {
	centre: .3,
	top: strip,
	bottom: strip,
	left: strip,
	right: strip
};
/**
* The probes of a model, with the pictures of marks read: a mark, a frame and, where regions say what the object is, another
* background where nothing is said.
* @throws CamdriftError `config-invalid`: two of one name, a mark that is no PNG, a background without its region;
*   `path-outside`
*/
async function resolveProbes(found, regions, model) {
	const probes = probesOf(found?.value, regions.some(isObject));
	const twice = probes.find(({ name }, index) => probes.findIndex((other) => other.name === name) !== index);
	if (twice) throw new CamdriftError("config-invalid", `Two probes of model ${model} are named \`${twice.name}\`.`, { remedy: "Give one of them another `name`." });
	return Promise.all(probes.map((probe) => resolved(probe, {
		model,
		source: found?.source,
		regions
	})));
}
async function resolved(probe, around) {
	const { name, limit, asked, ownLimit, kind } = probe;
	const named = {
		name,
		limit,
		asked,
		ownLimit
	};
	switch (kind) {
		case "mark": return {
			...named,
			kind,
			...await markOf(probe, around)
		};
		case "frame": return {
			...named,
			kind,
			...frameOf(probe)
		};
		case "background": return {
			...named,
			kind,
			colours: backgroundOf(probe),
			object: objectOf(probe, around)
		};
		case "brightness": return {
			...named,
			kind: "light",
			gains: [
				probe.brightness,
				probe.brightness,
				probe.brightness
			]
		};
		case "cast": return {
			...named,
			kind: "light",
			gains: probe.cast
		};
		case "blur": return {
			...named,
			kind,
			radius: probe.blur
		};
		case "jpeg": return {
			...named,
			kind,
			quality: probe.jpeg
		};
		case "cover": return {
			...named,
			kind,
			part: probe.cover,
			size: probe.width ?? coverSize[probe.cover],
			colour: grey
		};
	}
}
async function markOf({ name, mark, at = "corners", size }, { model, source }) {
	const places = at === "corners" ? corners : [at].flat();
	const where = { at: [...new Set(places)] };
	if (mark === "built-in" || mark === void 0 || !source) return {
		mark: "built-in",
		size: size ?? .28,
		...where
	};
	const path = await locate(mark, source, `mark of the probe ${name} of model ${model}`);
	return {
		mark: await readMark(path),
		size: size ?? ownMarkSize,
		...where
	};
}
const backgroundOf = ({ background }) => background === "built-in" || background === void 0 ? builtInBackground : [background];
function frameOf({ frame, width = builtInFrame.width }) {
	return {
		colours: frame === "built-in" || frame === void 0 ? builtInFrame.colours : frame,
		width
	};
}
/** The region that is named, else the one that heat should lie in, else the first. */
function objectOf({ name, object }, { model, regions }) {
	const wanted = regions.find(isObject);
	const found = object === void 0 ? wanted ?? regions[0] : regions.find((region) => region.name === object);
	if (found) return found.name;
	const trouble = object === void 0 ? "needs regions, to know what is not background, and none are given" : `names the region \`${object}\`, which is not among \`regions\``;
	throw new CamdriftError("config-invalid", `The probe \`${name}\` of model ${model} ${trouble}.`, { remedy: "Say where the object lies on each fixture with `regions`, or remove the probe." });
}

// src/config/_coco-runs.ts
/** More than any mask that is drawn by hand; decoded it takes 64 MB. */
const mostPixels = 2 ** 26;
/**
* A mask as COCO encodes it: `size` is height and width, `counts` the lengths of the runs of a column-major mask, outside
* first, as numbers or as COCO's text.
* @returns the runs, or what is wrong with them, in words
*/
function decodeRuns({ size: [height, width], counts }) {
	if (width * height > mostPixels) return `a size of at most ${mostPixels} pixels, got ${width} x ${height}`;
	const lengths = typeof counts === "string" ? fromText(counts) : counts;
	if (typeof lengths === "string") return lengths;
	if (!lengths.every((length) => Number.isInteger(length) && length >= 0)) return "whole run lengths of at least 0";
	const sum = lengths.reduce((total, length) => total + length, 0);
	if (sum !== width * height) return `run lengths that add up to ${width * height} (${width} x ${height} pixels), got ${sum}`;
	return {
		width,
		height,
		lengths
	};
}
/** Six characters hold 30 bits, and the sign. */
const longestNumber = 6;
/**
* COCO's text of run lengths: five bits per character from "0" (48) on, the lowest first, bit 32 says that more follow and
* bit 16 of the last one is the sign; from the fourth on, numbers are differences to the one before the last.
* Source: `rleFrString` in cocodataset/cocoapi, common/maskApi.c.
*/
function fromText(text) {
	const lengths = [];
	for (let at = 0; at < text.length;) {
		const end = endOfNumber(text, at);
		if (end === void 0) return "run lengths in COCO's compressed text";
		const number = numberIn(text.slice(at, end));
		lengths.push(lengths.length > 2 ? number + lengths.at(-2) : number);
		at = end;
	}
	return lengths;
}
const bits = (text, at) => text.charCodeAt(at) - 48;
function endOfNumber(text, start) {
	for (let at = start; at < text.length && at < start + longestNumber; at++) {
		if (bits(text, at) < 0 || bits(text, at) > 63) return void 0;
		if (!(bits(text, at) & 32)) return at + 1;
	}
}
function numberIn(text) {
	const value = [...text].reduce((sum, _, at) => sum + (bits(text, at) & 31) * 32 ** at, 0);
	return bits(text, text.length - 1) & 16 ? value - 32 ** text.length : value;
}

// src/config/_coco-regions.ts
const key = union$1([int(), string()]);
const side$1 = int().min(1);
const outline = object$1({
	images: array(object$1({
		id: key,
		file_name: string(),
		width: side$1.optional(),
		height: side$1.optional()
	})),
	annotations: array(unknown()).max(1e5, "expected at most 100,000 annotations"),
	categories: array(object$1({
		id: int(),
		name: string()
	}))
});
const length = number().min(0);
const polygon = array(number()).min(6, "expected at least three points").refine((numbers) => numbers.length % 2 === 0, "expected an even number of coordinates: x1, y1, x2, y2, ...");
const annotationSchema = object$1({
	image_id: key,
	category_id: int(),
	bbox: tuple([
		number(),
		number(),
		length,
		length
	], "expected [x, y, width, height]").optional(),
	segmentation: union$1([array(polygon), object$1({
		size: tuple([side$1, side$1]),
		counts: union$1([string(), array(number())])
	})]).nullish()
});
/** Per fixture and region. Far more than anybody draws; a limit because the file comes with a pull request. */
const mostPieces = 1e3;
const mostCoordinates = 1e5;
/**
* Where the objects of a COCO JSON file lie. Its images are found by `file_name`, relative to the file's folder.
*
* @param category only the annotations of that category; else those of the fixture's class where there are such, else all
* @throws CamdriftError `config-invalid`, also from the function that it answers
*/
async function cocoShapes(path, category) {
	const { images, annotations, names } = await readCoco(path);
	if (category !== void 0 && ![...names.values()].includes(category)) {
		const known = [...names.values()].slice(0, 8).join(", ");
		throw wrong(path, `there is no category \`${category}\`; expected one of ${known}${names.size > 8 ? ", ..." : ""}`);
	}
	const imagesByPath = grouped(images, ({ file_name }) => resolve(dirname(path), file_name));
	const byImage = grouped(annotations, ({ annotation }) => annotation.image_id);
	return (fixture) => {
		const pictured = imagesByPath.get(fixture.path);
		const found = pictured?.flatMap(({ id }) => byImage.get(id) ?? []) ?? [];
		const of = (name) => found.filter(({ annotation }) => names.get(annotation.category_id) === name);
		const own = category === void 0 && fixture.label !== void 0 ? of(fixture.label) : [];
		const chosen = category !== void 0 ? of(category) : own.length > 0 ? own : found;
		return chosen.length > 0 ? union(chosen, pictured[0], path) : void 0;
	};
}
function grouped(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return groups;
}
async function readCoco(path) {
	const message = `There is no annotation file ${path}.`;
	const text = await readTextFile(path, {
		code: "config-invalid",
		message,
		remedy: remedy$1
	});
	const parsed = outline.safeParse(fromJson(text, path));
	if (!parsed.success) throw wrong(path, firstIssue(parsed.error), "is not a COCO annotation file");
	const { images, annotations, categories } = parsed.data;
	return {
		images,
		annotations: annotations.map((each, index) => readAnnotation(each, index, path)),
		names: new Map(categories.map(({ id, name }) => [id, name]))
	};
}
function readAnnotation(value, index, path) {
	const id = value?.id;
	const what = typeof id === "number" || typeof id === "string" ? `annotation ${String(id).slice(0, 40)}` : `annotation at index ${index}`;
	const parsed = annotationSchema.safeParse(value);
	if (!parsed.success) throw wrong(path, `${what}: ${firstIssue(parsed.error)}`);
	return {
		what,
		annotation: parsed.data
	};
}
/** A segmentation says more than its box. */
function union(chosen, { width, height }, path) {
	const pieces = chosen.map(({ what, annotation: { bbox, segmentation } }) => {
		if (segmentation && !Array.isArray(segmentation)) {
			const runs = decodeRuns(segmentation);
			if (typeof runs === "string") throw wrong(path, `${what}: \`segmentation\`: expected ${runs}`);
			return { runs: [runs] };
		}
		if (segmentation && segmentation.length > 0) return { polygons: segmentation };
		return bbox ? { boxes: [bbox] } : {};
	});
	const boxes = pieces.flatMap((piece) => piece.boxes ?? []);
	const polygons = pieces.flatMap((piece) => piece.polygons ?? []);
	const runs = pieces.flatMap((piece) => piece.runs ?? []);
	const coordinates = polygons.reduce((sum, { length: count }) => sum + count, 0);
	if (boxes.length + polygons.length + runs.length > mostPieces || coordinates > mostCoordinates) {
		const limit = `expected at most ${mostPieces} shapes and ${mostCoordinates} coordinates on one image`;
		throw wrong(path, `${chosen[0].what} and others of its image: ${limit}`);
	}
	return {
		...boxes.length > 0 && { boxes },
		...polygons.length > 0 && { polygons },
		...runs.length > 0 && { runs },
		...width !== void 0 && height !== void 0 && { size: {
			width,
			height
		} }
	};
}
function fromJson(text, path) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new CamdriftError("config-invalid", `${path} is not JSON.`, {
			cause,
			remedy: remedy$1
		});
	}
}
/** `bbox`: expected [x, y, width, height] */
function firstIssue({ issues: [issue] }) {
	const place = issue.path.map(String).join(".");
	return `${place === "" ? "" : `\`${place}\`: `}${issue.message}`;
}
const remedy$1 = "Correct the file, or `from` of the region: a COCO JSON file with \"images\", \"annotations\" and \"categories\".";
const wrong = (path, what, trouble = "cannot say where a region lies") => new CamdriftError("config-invalid", `${path} ${trouble}: ${what}.`, { remedy: remedy$1 });

// src/config/_mask-folder.ts
/**
* Masks of fixtures in a folder: PNG files of the fixtures' names, below it where the fixtures lie below the configuration, or
* right in it.
*
* @param workspace what no mask may lead out of
* @throws CamdriftError `config-invalid` when one mask would be that of two fixtures; `path-outside`
*/
async function maskShapes(folder, fixtures, workspace) {
	const owners = /* @__PURE__ */ new Map();
	const masks = /* @__PURE__ */ new Map();
	for (const fixture of fixtures) {
		const mask = await maskOf(folder, fixture);
		if (mask === void 0) continue;
		const other = owners.get(mask);
		if (other) throw ambiguous(mask, other.name, fixture.name);
		owners.set(mask, fixture);
		masks.set(fixture.path, workspace === void 0 ? mask : await confined(workspace, mask, `mask ${mask}`));
	}
	return ({ path }) => {
		const mask = masks.get(path);
		return mask === void 0 ? void 0 : { mask };
	};
}
async function maskOf(folder, { name }) {
	const png = `${name.replace(/\.[^./]*$/, "")}.png`;
	for (const candidate of [join(folder, png), join(folder, basename(png))]) if ((await stat(candidate).catch(() => void 0))?.isFile()) return candidate;
}
function ambiguous(mask, one, other) {
	return new CamdriftError("config-invalid", `${mask} would be the mask of two fixtures: ${one} and ${other}.`, { remedy: "Put masks into folders as the fixtures are, below the folder that `from` of the region names." });
}

// src/config/regions.ts
/**
* The regions of a model, and where they lie on its fixtures. A fixture need not have every region.
* @throws CamdriftError `config-invalid` when a source cannot be read, a name is taken twice, or no fixture has the region
*/
async function locateRegions(found, fixtures, model) {
	const { value: raw, source } = found ?? {
		value: [],
		source: { base: "" }
	};
	requireUniqueNames$1(raw, model);
	const sources = [];
	for (const region of raw) sources.push(await shapesOf(region, fixtures, source, model));
	const located = fixtures.map((fixture) => ({
		...fixture,
		regions: raw.flatMap(({ name }, index) => {
			const shapes = sources[index](fixture);
			return shapes ? [{
				region: name,
				...shapes
			}] : [];
		})
	}));
	for (const region of raw) requireUse(region, located, model);
	return {
		regions: raw.map(({ name, rules }) => ({
			name,
			rules
		})),
		fixtures: located
	};
}
async function shapesOf({ name, from, category }, fixtures, source, model) {
	const path = await locate(from, source, `region ${name} of model ${model}`);
	if (!(await stat(path).catch(() => void 0))?.isDirectory()) return cocoShapes(path, category);
	if (category === void 0) return maskShapes(path, fixtures, source.workspace);
	throw new CamdriftError("config-invalid", `Region ${name} of model ${model} has a \`category\`, and ${from} is a folder.`, { remedy: "Leave `category` out: masks have none. Give each category a folder and a region of its own." });
}
function requireUniqueNames$1(raw, model) {
	const twice = raw.find(({ name }, index) => raw.findIndex((other) => other.name === name) !== index);
	if (!twice) return;
	throw new CamdriftError("config-invalid", `Model ${model} has two regions named \`${twice.name}\`.`, { remedy: "Give each region a `name` of its own; without one it is `object`." });
}
/** A region that is nowhere is a mistake in a path: nobody would notice that its rules judge nothing. */
function requireUse({ name, from }, fixtures, model) {
	if (fixtures.some(({ regions }) => regions.some(({ region }) => region === name))) return;
	const example = fixtures[0]?.name ?? "cat.jpg";
	throw new CamdriftError("config-invalid", `No fixture of model ${model} has the region \`${name}\` of ${from}; the first fixture is ${example}.`, { remedy: "File names in a COCO JSON file are relative to its folder. A mask has the name of its fixture, with .png, in the folder or where the fixture lies below it." });
}

// src/config/tags.ts
/**
* The same fixtures with the tags whose globs match them; globs are read as those of the fixtures are, relative to where
* the tags are written.
* @throws CamdriftError `config-invalid` when a glob matches no fixture of the model
*/
async function tagged(fixtures, tags, model) {
	if (!tags) return fixtures;
	const groups = await Promise.all(Object.entries(tags.value).map(async ([tag, patterns]) => {
		const found = await members(tag, patterns, fixtures, tags.source, model);
		return {
			tag,
			paths: new Set(found)
		};
	}));
	return fixtures.map((fixture) => ({
		...fixture,
		tags: groups.filter(({ paths }) => paths.has(fixture.path)).map(({ tag }) => tag)
	}));
}
async function members(tag, patterns, fixtures, source, model) {
	const known = new Set(fixtures.map(({ path }) => path));
	const ignore = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const found = patterns.filter((pattern) => !pattern.startsWith("!")).map(async (pattern) => {
		const matched = (await globbed(pattern, source, {
			ignore,
			nocase: true,
			what: `file of tag ${tag}`
		})).filter((file) => known.has(file));
		if (matched.length > 0) return matched;
		throw new CamdriftError("config-invalid", `Tag \`${tag}\`: no fixture of model ${model} matches \`${pattern}\`.`, { remedy: "Correct the glob under `tags`, which is relative to the configuration, or remove it." });
	});
	return (await Promise.all(found)).flat();
}

// src/config/truth.ts
/** The part of COCO's object-detection format that is read here. */
const coco = object$1({
	images: array(object$1({
		id: union$1([int(), string()]),
		file_name: string()
	})),
	annotations: array(object$1({
		image_id: union$1([int(), string()]),
		category_id: int(),
		area: number().optional(),
		bbox: array(number()).length(4).optional()
	})),
	categories: array(object$1({
		id: int(),
		name: string()
	}))
});
const remedy = "Correct `truth` (or --truth): `folder`, or the path of a COCO JSON file.";
/**
* @param source `folder`, where the folder's name is the class (the ImageFolder convention), or the path of a COCO JSON
*   file, where the category of the largest object is the class
* @throws CamdriftError `config-invalid`
*/
async function readTruth(source) {
	if (source === "folder") return (path) => basename(dirname(path));
	const message = `There is no annotation file ${source}.`;
	const classes = fromCoco(await readTextFile(source, {
		code: "config-invalid",
		message,
		remedy
	}), source);
	const all = (path) => classes.get(path);
	return Object.assign((path) => classes.get(path)?.[0], { all });
}
/** Every class of a picture, that of its largest object first; none where the data set knows the picture and finds nothing in it. */
function fromCoco(text, source) {
	const { images, annotations, categories } = parse(text, source);
	const names = new Map(categories.map(({ id, name }) => [id, name]));
	const paths = new Map(images.map(({ id, file_name }) => [id, resolve(dirname(source), file_name)]));
	const area = (item) => item.area ?? (item.bbox?.[2] ?? 0) * (item.bbox?.[3] ?? 0);
	const found = new Map([...paths.values()].map((path) => [path, /* @__PURE__ */ new Set()]));
	for (const { image_id, category_id } of annotations.toSorted((a, b) => area(b) - area(a))) {
		const name = names.get(category_id);
		if (name !== void 0) found.get(paths.get(image_id) ?? "")?.add(name);
	}
	return new Map([...found].map(([path, classes]) => [path, [...classes]]));
}
function parse(text, source) {
	try {
		return coco.parse(JSON.parse(text));
	} catch (cause) {
		throw new CamdriftError("config-invalid", `${source} is not a COCO annotation file: expected "images", "annotations" and "categories".`, {
			cause,
			remedy
		});
	}
}

// src/config/resolve.ts
const defaultMethods = [
	"grad-cam",
	"grad-cam++",
	"cam"
];
const defaultFalseAlarms = .1;
const defaultOut = "camdrift-out";
/** Seconds that one model may take. */
const usualTimeout = 900;
const usualRunTimeout = 3600;
const pictureKeys = Object.keys(pictureSettings);
/**
* Turns what was written into what is meant: defaults filled in, paths absolute and confined, globs expanded, label
* files read.
* @param file the configuration file's content and source
* @param flags what the command line overrides
* @param output absolute path of the output folder that whoever runs this names, instead of the file's
*/
async function resolveConfig(file, flags, output) {
	const raw = perLayer(file.raw, flags.settings.layer);
	const { models, engine, jobs, batch, out, "run-timeout": runTimeout = usualRunTimeout, ...shared } = raw;
	requireUniqueNames(models);
	const { layer: typed, ...others } = flags.settings;
	const settings = Array.isArray(typed) || typed === void 0 ? others : flags.settings;
	const layers = (model) => [
		{
			...flags,
			settings
		},
		{
			settings: model,
			source: file.source
		},
		{
			settings: shared,
			source: file.source
		}
	];
	const folder = output ?? await outFolder(out, file.source, flags.source);
	const own = [folder, ...models.map((model) => baselineFolder(layers(model), model.name, file.source))];
	return {
		models: await Promise.all(models.map(async (model) => ({
			...await resolveModel(model, layers(model), file.source, own),
			ofLayers: layersBeside(raw, model)
		}))),
		engine: engine ?? "auto",
		jobs,
		batch,
		runTimeout,
		out: folder
	};
}
function baselineFolder(layered, name, { base }) {
	const found = pickFrom(layered, "baseline");
	return found ? resolve(found.source.base, found.value) : resolve(base, defaultBaselines, name);
}
/** Also the usual one is confined: a change may have made a link of it. */
async function outFolder(out, file, { base }) {
	if (out !== void 0) return locate(out, file, "output folder");
	return confined(base, resolve(base, defaultOut), `output folder ${defaultOut}`);
}
function requireUniqueNames(models) {
	const twice = models.find((model, index) => models.findIndex((other) => other.name === model.name) !== index);
	if (twice) throw new CamdriftError("config-invalid", `Two models are named \`${twice.name}\`; names must differ because output files carry them.`, { remedy: "Rename one of them." });
}
async function resolveModel(model, layered, source, own) {
	const pick = (key) => pickFrom(layered, key);
	const fixtures = pick("fixtures");
	if (!fixtures) throw new CamdriftError("config-invalid", `Model ${model.name} has no fixtures.`, { remedy: "Give `fixtures: [\"images/*.png\"]` in the configuration, or --fixtures." });
	const pictures = picturesMeant(Object.fromEntries(pictureKeys.map((key) => [key, pick(key)?.value])));
	const baseline = pick("baseline-preprocess")?.value;
	const { fixtures: all, leftOut } = await findFixtures(fixtures.value, fixtures.source, await truthOf(pick("truth")), own);
	requireTruth(model.name, all, pick("truth")?.value);
	return {
		name: model.name,
		...await placeOf(model, source),
		load: {
			output: pick("output")?.value,
			signature: pick("signature")?.value,
			task: pick("task")?.value,
			inputs: await inputsOf(pick("inputs"), model.name),
			size: pick("size")?.value,
			within: source.workspace
		},
		leftOut,
		...await locateRegions(pick("regions"), await tagged(all, pick("tags"), model.name), model.name),
		labels: await labelsOf(pick("labels"), model.name),
		layer: [pick("layer")?.value ?? "auto"].flat()[0],
		methods: [...new Set(pick("methods")?.value ?? defaultMethods)],
		score: pick("score")?.value ?? "logit",
		...pictures,
		unsaid: ["orientation", "colour"].filter((key) => pick(key) === void 0),
		...await references(model.name, pick, source),
		baselinePreprocess: baseline ? preprocessOf(baseline) : pictures.preprocess,
		thresholds: pick("thresholds")?.value,
		pinnedThresholds: pick("pinned-thresholds")?.value,
		lineage: pick("lineage")?.value ?? "auto",
		sweep: sweepOf(pick("probes")?.value),
		probes: await resolveProbes(pick("probes"), pick("regions")?.value ?? [], model.name),
		answerLimit: pick("answer-limit")?.value,
		falseAlarms: pick("false-alarms")?.value ?? defaultFalseAlarms,
		repairs: pick("repairs")?.value ?? "pass",
		checks: pick("checks")?.value ?? "basic",
		timeout: pick("timeout")?.value ?? 900,
		shown: (file) => shown$3(source.base, file),
		notes: pick("preprocess") || pick("recipe") ? [] : [assumedPreprocess]
	};
}
/** Files are confined as every path is. */
async function inputsOf(found, model) {
	if (!found) return void 0;
	const at = (path, name) => locate(path, found.source, `input ${name} of model ${model}`);
	return givenAt(found.value, at);
}
/** True classes that are asked for and belong to none of the fixtures would be missed by nobody. */
function requireTruth(model, fixtures, source) {
	if (source === void 0 || fixtures.some(({ label }) => label !== void 0)) return;
	throw new CamdriftError("config-invalid", `\`truth: ${source}\` says nothing about any of the ${fixtures.length} fixtures of model ${model}.`, { remedy: "Its `file_name`s are relative to its own folder: correct them, or leave `truth` out." });
}
/** A model at an address has no place on this machine until it is given one. */
async function placeOf(model, source) {
	if (!isAddress(model.path)) return { path: await locateModel(model.path, source, `path of model ${model.name}`) };
	const address = addressOf(model);
	return {
		path: address.url,
		address
	};
}
const assumedPreprocess = "No preprocessing is named, so pixels are divided by 255 (`preprocess: unit`). Name the one the model was trained with.";
async function labelsOf(found, model) {
	if (!found || typeof found.value !== "string") return found?.value;
	return readLabels(await locate(found.value, found.source, `labels of model ${model}`));
}
async function truthOf(found) {
	if (!found) return () => void 0;
	return readTruth(found.value === "folder" ? "folder" : await locate(found.value, found.source, "truth"));
}
/** What of the settings judges, as far as it can be known without reading a file. */
function judgingOf(settings) {
	const { methods, thresholds, probes, regions } = settings;
	return {
		methods: methods ?? defaultMethods,
		thresholds,
		probes: probesOf(probes, regions?.some(isObject) ?? false),
		regions: regions ?? [],
		reference: { kind: settings["baseline-model"] === "none" ? "none" : "stored" },
		answerLimit: settings["answer-limit"],
		falseAlarms: settings["false-alarms"] ?? defaultFalseAlarms
	};
}

// src/results-file/read.ts
/**
* What `results.json` says. The facts of its reasons stayed with whoever wrote it: they are read as sentences.
* @throws TypeError for a fixture that was compared and lacks what a comparison gives; a stranger's file is looked at before
*/
const readResults = ({ models, ...rest }) => ({
	...rest,
	models: models.map(readModel)
});
function readModel(model) {
	const { name, path, verdict, error, candidate, judged, probes, regions, sanity, pinned, pair, accepted } = model;
	const named = {
		name,
		path,
		verdict,
		reasons: model.reasons.map(readReason)
	};
	if (error || !judged || !candidate) return {
		...named,
		...error && { error },
		fixtures: []
	};
	const fixtures = model.fixtures.map(readFixture);
	const audited = {
		...named,
		candidate,
		judged,
		probes,
		regions,
		sanity,
		pinned,
		pair,
		accepted,
		fixtures
	};
	const { baseline, drift = {}, predictions = {
		compared: 0,
		flipped: 0
	}, score, intervals, slices, lineage, history, repair, sweep, flips } = model;
	return given(baseline ? {
		...audited,
		baseline,
		drift,
		predictions,
		score,
		intervals,
		slices,
		lineage,
		history,
		repair,
		sweep,
		flips
	} : audited);
}
function readFixture(fixture) {
	const { status, baseline, candidate, flipped, divergence, maps, ...shown } = fixture;
	if (status === "lost") return {
		name: shown.name,
		status
	};
	if (status === "failed") {
		const { name, truth, expected, reason } = shown;
		return given({
			name,
			truth,
			expected,
			status,
			reason
		});
	}
	if (status === "new") return given({
		...shown,
		status,
		candidate
	});
	if (!baseline || !candidate || !maps) throw new TypeError(`${shown.name} is ${status}, and was not compared.`);
	const turned = flipped ?? baseline.predicted.index !== candidate.predicted.index;
	return given({
		...shown,
		status,
		baseline,
		candidate,
		flipped: turned,
		divergence,
		maps
	});
}
/** Without the fields that are not there. */
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
const readReason = ({ level, code, message }) => ({
	level,
	code: "as-written",
	written: code,
	message
});

// src/results-file/_change-schema.ts
const commit = string().regex(/^[0-9a-f]{40}$/);
/** What a change to the repository did to all that decides a verdict. Paths are relative to the repository. */
const changeSchema = strictObject({
	head: commit.describe("The commit under audit."),
	base: commit.describe("The commit it is compared with: what the candidate was made from."),
	baseRef: string().describe("The branch it goes to."),
	unchanged: array(string()).describe("Models of the configuration that were not audited: nothing about them changed."),
	removed: array(strictObject({
		name: string(),
		path: string()
	})).describe("Models that are gone."),
	renamed: array(strictObject({
		name: string(),
		from: string(),
		to: string()
	})).describe("Models whose file moved; they are compared with the version at the old place."),
	edits: array(strictObject({
		what: _enum([
			"configuration",
			"labels",
			"truth",
			"region",
			"probe",
			"input",
			"fixture",
			"baseline"
		]),
		path: string(),
		status: _enum([
			"added",
			"removed",
			"modified",
			"renamed"
		])
	})).describe("Files of the change that decide how models are judged."),
	settings: array(strictObject({
		model: string(),
		setting: string(),
		before: string(),
		after: string()
	})).describe("Settings that differ from the base branch, as they are written."),
	policyFrom: _enum(["head", "base"]).describe("Whose thresholds, methods and fixtures judged.")
});

// src/results-file/_fixture-schema.ts
/** What is told of one fixture, in `results.json`. */
const unit$2 = number().min(0).max(1);
const classSchema = strictObject({
	index: int().min(0),
	label: string().optional(),
	probability: number().describe("What this model gives the class.").optional()
});
const mapDrift = union$1([
	strictObject({
		drift: record(string(), unit$2).describe("Per metric: 0 = identical, 1 = as different as the metric can say."),
		centre: strictObject({
			dx: number(),
			dy: number(),
			towards: string().optional()
		}).describe("Move of the centre of the heat, in cells; x to the right, y downwards.").optional(),
		hottest: strictObject({
			before: string(),
			now: string()
		}).describe("Where the hottest cell lies on each side, in words: `lower right corner`.").optional(),
		empty: _enum(["baseline", "candidate"]).describe("Which map has no positive heat.").optional()
	}),
	strictObject({ empty: literal("both").describe("Neither map has positive heat, so nothing can be said of its drift.") }),
	strictObject({ refused: string().describe("Why there is no map of this method.") })
]);
const probeSide = strictObject({
	moved: unit$2.describe("1 - overlap of the map of the fixture and the map of the edited fixture, inside one model."),
	onMark: unit$2.describe("Share of the heat on the mark, in the edited fixture.").optional(),
	flipped: boolean().describe("Whether the edit changes the predicted class."),
	became: string().describe("Name of the class that it is changed to.").optional(),
	divergence: unit$2.describe("Jensen-Shannon divergence of the probabilities before and after the edit, in bits.")
});
const regionSide = strictObject({
	inside: unit$2.describe("Share of the heat in the region."),
	pointing: boolean().describe("Whether the hottest pixel lies in the region.")
});
const side = strictObject({
	predicted: classSchema,
	explained: classSchema,
	present: boolean().describe("Of a multi-label model: whether the label is among the answers.").optional(),
	value: number().describe("Of a regression: the answer, in its own unit.").optional()
});
const fixtureSchema = strictObject({
	name: string(),
	digest: string().optional(),
	status: _enum([
		"new",
		"steady",
		"moved",
		"lost",
		"failed"
	]).describe("new: not in the baseline. lost: only in the baseline. moved: past the threshold by itself. failed: unreadable."),
	reason: string().describe("Why a fixture is new or failed or says nothing, when there is more to say.").optional(),
	touched: _enum(["added", "edited"]).describe("What the change under audit does to its file: it is shown, and not judged.").optional(),
	copyOf: string().describe("The fixture of the same content that is counted instead of it.").optional(),
	truth: string().describe("True class, by name.").optional(),
	expected: boolean().describe("Of a multi-label model: whether the label is true, where that is known.").optional(),
	baseline: side.optional(),
	candidate: side.optional(),
	flipped: boolean().describe("Whether the predicted class differs.").optional(),
	divergence: unit$2.describe("Jensen-Shannon divergence of the probabilities, in bits.").optional(),
	maps: record(string(), mapDrift).optional(),
	tags: array(string()).optional(),
	probes: record(string(), union$1([strictObject({
		baseline: probeSide.optional(),
		candidate: probeSide
	}), strictObject({ refused: string().describe("Why the probe says nothing here.") })])).describe("Per probe: what an edit that should not matter does to the map.").optional(),
	regions: record(string(), strictObject({
		area: unit$2,
		baseline: regionSide.optional(),
		candidate: regionSide.optional()
	})).describe("Per region of the fixture: how much of the heat lies there. A side whose map has no heat is left out.").optional(),
	montage: string().describe("Picture of the fixture, relative to the results file.").optional(),
	narrow: string().describe("The same for narrow screens, of those that are shown first.").optional()
});

// src/results-file/_judged-schema.ts
/** What a verdict rests on, in `results.json`: how a model is judged, and the figures that were. */
const unit$1 = number().min(0).max(1);
const regionRule = strictObject({
	of: _enum([
		"inside",
		"outside",
		"pointing"
	]),
	at: _enum(["least", "most"]),
	limit: unit$1
});
const probeMean = strictObject({
	moved: unit$1,
	onMark: unit$1.optional(),
	flipped: int().min(0),
	divergence: unit$1
});
const summary = strictObject({
	mean: unit$1,
	p90: unit$1,
	max: unit$1
});
/** How a model is judged: enough to judge the same numbers again. */
const policySchema = strictObject({
	method: string().describe("The method whose drift is judged; the others are shown."),
	thresholds: record(string(), unit$1).describe("Largest accepted mean drift per metric."),
	divergence: unit$1.describe("Largest accepted mean divergence of the probabilities, in bits.").optional(),
	answer: number().gt(0).describe("Largest accepted mean change of the answer of a regression, in its own unit.").optional(),
	requiredDivergence: literal(true).describe("The team wrote the limit of the divergence: where none can be had, the verdict is incomplete.").optional(),
	limits: _enum(["uncalibrated", "configured"]).describe("Whether the limits are camdrift's own for this lineage, or the team's.").optional(),
	lineage: _enum(lineageKinds).describe("Whose limits and accepted models judge; absent when unknown.").optional(),
	finer: number().positive().describe("Cells of the judged maps for each cell of the model's last layer, along a side; absent when it is that layer.").optional(),
	probes: record(string(), unit$1).describe("Largest accepted extra movement per probe.").optional(),
	requiredProbes: array(string()).describe("Probes that the team asked for: one that says nothing leaves the verdict incomplete.").optional(),
	scaledProbes: array(string()).describe("Probes with camdrift's own limit: 0.4 of what moves in the baseline is accepted where that is more.").optional(),
	regions: record(string(), array(regionRule)).optional(),
	accuracy: strictObject({
		class: unit$1.optional(),
		overall: unit$1.optional()
	}).describe("The team's own limits: shares of labelled fixtures that may be lost, of any class or tag and of all.").optional(),
	baseline: literal("none").describe("No baseline was asked for: drift is not judged.").optional(),
	calibration: strictObject({
		scores: array(number().min(0)).describe("Scores of the accepted models of this lineage: of drift, or of the whole."),
		whole: literal(true).describe("Whether the scores have the probes with camdrift's own limits in them, which then judge these too.").optional(),
		probes: record(string(), array(strictObject({
			ratio: number().min(0),
			pulled: number().min(-1).max(1)
		}))).describe("What each of these probes does to the accepted models that tell of it.").optional(),
		rate: number().gt(0).lt(1).describe("Chosen rate of false alarms."),
		otherBaselines: int().min(0).describe("How many of them were audited against another baseline.").optional()
	}).optional()
});
const scoreSchema = strictObject({
	value: number().min(0).describe("Largest ratio of a drift signal to its limit."),
	signal: string().describe("The signal that has it."),
	p: unit$1.describe("Share of accepted models, this one among them, that score as high; only when calibrated.").optional(),
	accepted: int().min(0).describe("Number of accepted models it was compared with.").optional()
}).describe("One number for all that may drift: above 1, or rare among accepted models, is a regression.");
const versionSchema = strictObject({
	name: string().max(1024),
	shift: unit$1.describe("Mean attention shift from the version that it was compared with."),
	lineage: _enum(lineageKinds),
	place: _enum(["before", "beside"]).describe("Whether it is one of those that led to this baseline, or another accepted model.")
});
const probeSummary = strictObject({
	name: string(),
	fixtures: int().min(0).describe("How many fixtures it speaks for."),
	candidate: probeMean,
	baseline: probeMean.optional(),
	added: number().min(-1).max(1).describe("Mean movement of the candidate less that of the baseline.").optional(),
	limit: unit$1.describe("What adds more is worth a word."),
	beyond: unit$1.describe("What adds more fails, where that is not the limit itself.").optional(),
	beyondUpTo: unit$1.describe("How high that may be (95 %), as it is estimated from these fixtures.").optional(),
	flippedAlone: strictObject({
		candidate: int().min(0),
		baseline: int().min(0)
	}).describe("On how many fixtures the edit changes the answer of one side alone.").optional(),
	pull: strictObject({
		class: string(),
		candidate: int().min(0),
		baseline: int().min(0)
	}).describe("The class that the edit turns most more fixtures into than in the baseline, and how many on each side.").optional(),
	unjudged: string().describe("Why it is shown and not judged.").optional(),
	worst: string().describe("The fixture that added most.").optional(),
	picture: string().describe("Picture of that pair, relative to the results file.").optional(),
	narrow: string().describe("The same for narrow screens, of those that are shown first.").optional()
});
const regionSummary = strictObject({
	name: string(),
	fixtures: int().min(0),
	area: unit$1,
	candidate: strictObject({
		inside: unit$1,
		pointing: unit$1
	}),
	baseline: strictObject({
		inside: unit$1,
		pointing: unit$1
	}).optional()
});
const intervalSchema = strictObject({
	of: _enum([
		"drift",
		"divergence",
		"answer",
		"probe",
		"region"
	]),
	name: string().describe("Of the metric, probe or region; of answers as `of`."),
	fixtures: int().min(1),
	mean: number(),
	low: number().describe("Lower end of the 95 % confidence interval of the mean (bootstrap over fixtures)."),
	high: number(),
	sees: number().min(0).describe("The smallest difference from a limit that so many fixtures show in four of five draws.")
});
const sliceSchema = strictObject({
	by: _enum(["class", "tag"]),
	name: string(),
	fixtures: int().min(1),
	drift: unit$1.describe("Mean headline drift of the judged method."),
	flipped: int().min(0)
});
const repairSchema = strictObject({
	drift: _enum([
		"within",
		"excused",
		"held"
	]).describe("What becomes of attention that moved: within its limit, not failed for the repair, or failed as `repairs: fail` says."),
	rules: array(strictObject({
		region: string(),
		rule: regionRule,
		before: unit$1,
		now: unit$1,
		fixtures: int().min(1)
	})),
	closer: array(strictObject({
		title: string().describe("Where the reference lies."),
		kind: _enum(["pinned", "stored"]),
		fixtures: int().min(1),
		before: unit$1.describe("Mean attention shift from it."),
		now: unit$1
	})).describe("References that the version before had drifted away from.")
});
const sanityCheck = strictObject({
	check: string(),
	outcome: _enum([
		"ok",
		"trips",
		"not-run"
	]),
	message: string()
});
const pinnedSchema = strictObject({
	title: string().describe("Where the pinned reference lies."),
	fixtures: int().min(1).describe("How many fixtures both explain for the same class."),
	drift: record(string(), summary).describe("Per metric, of the judged method."),
	limits: record(string(), unit$1).describe("Largest accepted mean per metric, and `divergence` in bits."),
	flipped: int().min(0),
	divergence: unit$1.describe("Mean Jensen-Shannon divergence of the probabilities, in bits.").optional()
});

// src/results-file/_sweep-schema.ts
const count = int().min(0);
const sweepSchema = strictObject({
	edits: count.describe("How many edits were tried."),
	fixtures: count.describe("On how many fixtures."),
	of: count.describe("How many fixtures there are: a large model is asked about fewer."),
	pulls: array(strictObject({
		edit: string(),
		words: string().describe("The edit in a sentence: a yellow border."),
		to: string().describe("The class that it turns pictures into."),
		turned: strictObject({
			before: count,
			now: count
		}).describe("How many pictures of other classes."),
		fixtures: count.describe("Of how many."),
		gained: number().min(-1).max(1).describe("Mean probability that the class gains, candidate less baseline."),
		lost: boolean().describe("Whether that class is being lost on its own fixtures.")
	})).describe("Edits that stand out, strongest first.")
}).describe("What a stock of plain edits does to the answers of both sides, where it was tried.");
const flipSchema = strictObject({
	edit: string().describe("Of the sweep, or a probe."),
	words: string(),
	fixture: string(),
	from: string().describe("The candidate's answer without the edit."),
	to: string().describe("And with it."),
	picture: string().describe("Picture of both, relative to the results file.").optional(),
	narrow: string().describe("The same for narrow screens, of those that are shown first.").optional()
});

// src/results-file/schema.ts
const unit = number().min(0).max(1);
const verdict = _enum(verdicts);
const reason = strictObject({
	level: _enum(levels).describe("What this reason alone would make the verdict."),
	code: string(),
	message: string()
});
const modelSchema = strictObject({
	name: string(),
	path: string(),
	verdict,
	reasons: array(reason),
	error: strictObject({
		code: string(),
		message: string(),
		remedy: string(),
		exitCode: int()
	}).describe("What kept this model from being audited.").optional(),
	pair: strictObject({
		code: string().regex(/^[0-9a-f]{16}$/),
		named: array(string()).describe("Probes and regions that must be accepted by name.")
	}).describe("What there is to accept: both models and the reasons that failed, as one code.").optional(),
	accepted: strictObject({
		by: string(),
		why: string(),
		url: string(),
		named: array(string()),
		file: string().describe("Where the base branch has it, when a file accepts it and no comment.").optional()
	}).describe("Who accepted what failed, with which words, and where. The reasons stay.").optional(),
	candidate: provenanceSchema.optional(),
	baseline: strictObject({
		...provenanceSchema.shape,
		source: _enum(["stored", "recomputed"])
	}).optional(),
	judged: policySchema.optional(),
	score: scoreSchema.optional(),
	probes: array(probeSummary).optional(),
	regions: array(regionSummary).optional(),
	intervals: array(intervalSchema).describe("How sure each judged mean is, over pictures like these.").optional(),
	slices: array(sliceSchema).describe("Drift per class and per tag, worst first.").optional(),
	lineage: strictObject({
		kind: _enum(lineageKinds),
		words: string().max(500).describe("What the weights show."),
		source: _enum(["detected", "configured"])
	}).describe("How the candidate descends from the baseline.").optional(),
	history: array(versionSchema).describe("Accepted versions of it, oldest first, where any are stored.").optional(),
	repair: repairSchema.describe("What it mends that the version before had got wrong.").optional(),
	sweep: sweepSchema.optional(),
	flips: array(flipSchema).describe("Pictures whose answer an edit or a probe changes, for those that stand out.").optional(),
	sanity: array(sanityCheck).describe("Whether the explanation itself is sound.").optional(),
	pinned: pinnedSchema.describe("Drift from a golden release, which small accepted drifts add up to.").optional(),
	drift: record(string(), record(string(), summary)).describe("Per method and metric, over the fixtures that were compared.").optional(),
	predictions: strictObject({
		compared: int(),
		flipped: int(),
		divergence: strictObject({
			mean: unit,
			max: unit
		}).optional(),
		change: strictObject({
			mean: number().min(0),
			max: number().min(0),
			before: number(),
			after: number()
		}).describe("Of a regression: how far the answers changed, and their means before and after, in their own unit.").optional(),
		accuracy: strictObject({
			labelled: int(),
			baseline: unit,
			candidate: unit
		}).optional()
	}).optional(),
	fixtures: array(fixtureSchema)
});
const digits = string().regex(/^[0-9a-f]{16}$/);
/** The versioned result of an audit: what `results.json` holds and every report is made from. */
const resultsSchema = strictObject({
	version: literal(1),
	tool: string(),
	engine: strictObject({
		name: string(),
		version: string()
	}),
	verdict,
	models: array(modelSchema),
	change: changeSchema.optional(),
	legs: int().min(2).max(256).describe("Jobs of a matrix that judge: whoever publishes them waits for all.").optional(),
	job: strictObject({
		id: digits,
		group: digits
	}).describe("Which job has judged: `group` is the same for all legs of its matrix.").optional(),
	times: strictObject({
		started: datetime(),
		seconds: number()
	}).describe("The only part that differs between two runs on the same input.")
});

export { acceptedName as $, sentenceOf as $n, writeAudit as $t, recipes as A, withHeard as An, noCalibration as At, parseCalibration as B, decide as Bn, staleReason as Bt, asEarlier as C, isLimited as Cn, escapeMarkdown as Cr, overall as Ct, knownKeys as D, resolvedPart as Dn, probesOf$1 as Dt, writtenConfig as E, picturesFor as En, commandsIn as Er, calibrated as Et, arraysIn as F, readParts as Fn, fateOf as Ft, downloadLfs as G, pinnedWords as Gn, shownUrl as Gt, baseModel as H, fingerprint as Hn, addressProblem as Ht, givenAt as I, shortSpeaker as In, feedingReasons as It, tried as J, worstFirst as Jn, writeBaseline as Jt, unbroken as K, sanityWords as Kn, policyFor as Kt, calibrationIn as L, worst as Ln, explainSide as Lt, problemsOf as M, sameParts as Mn, withAccepted as Mt, defaultBaselines as N, wholeComment as Nn, atLeast as Nt, settingsSchema as O, mergedParts as On, settingsDigest as Ot, onDisk as P, partId as Pn, signTest as Pt, acceptedFolder as Q, isCompared$2 as Qn, rewriteAudit as Qt, calibrationName as R, failure as Rn, ranBy as Rt, unavailable as S, isForbidden as Sn, text$3 as Sr, judgeAlone as St, readConfig as T, comment as Tn, picturePaths as Tr, unreadable$1 as Tt, baseText as U, readMarker as Un, isAddress as Ut, writeCalibration as V, voided as Vn, addressOf as Vt, largestBlob as W, faithfulnessWords as Wn, isSameAddress as Wt, several as X, regionHeat as Xn, tool as Xt, unavailable$1 as Y, columnRegions as Yn, SpilledMap as Yt, acceptedFileSchema as Z, regionLines as Zn, lineageKinds as Zt, addressModel as _, againAt as _n, verdictWords as _r, audit as _t, readLabels as a, heatOverlay as an, evidenceOf$1 as ar, writeShard as at, fetched as b, isAgainstRules as bn, neededFor as br, auditAgainst as bt, snapshotInClone as c, written$3 as cn, changeWords as cr, shardFrom as ct, isAllowed as d, writePiecesInto as dn, lineageWords as dr, installRuntime as dt, encodePng as en, feedingWords as er, accepts as et, usualBounds as f, nameFor as fn, predictionWords as fr, engineOf as ft, whyNot as g, coordinates as gn, titleOf as gr, printable as gt, remedyFor as h, acceptedModel as hn, reading as hr, oneLine as ht, resolveConfig as i, sheets as in, says as ir, wordOf as it, checkLevels as j, roomFor as jn, scoreOf as jt, picturesMeant as k, isOpen as kn, signalsOf as kt, git as l, jsonPieces as ln, directionWords as lr, cached as lt, blobName as m, pairOf as mn, probeColumns as mr, engineWords as mt, readResults as n, display as nn, precisionWords as nr, notAccepted as nt, globbed as o, relativeHeat as on, byDrift as or, readShards as ot, blobHash as p, shown$3 as pn, probeCells as pr, joinedBy as pt, Passing as q, sliceWords as qn, readBaseline as qt, judgingOf as r, saying as rn, codeOf as rr, parseAccepted as rt, snapshotAt as s, resultsText as sn, calibrationWords as sr, recording as st, resultsSchema as t, encodeWebp as tn, takesWords as tr, mostAcceptedBytes as tt, gitFolder as u, writePieces as un, judgedDrift as ur, startExplainer as ut, located as v, apiWords as vn, decimals as vr, chooseBaseline as vt, parseConfig as w, isLocked as wn, narrowPaths as wr, isSameModel as wt, placeIn as x, isApiError as xn, link as xr, judge as xt, locatedModel as y, hasStatus as yn, share$4 as yr, deadlines as yt, mostCalibrationBytes as z, acceptBy as zn, digestNow as zt };