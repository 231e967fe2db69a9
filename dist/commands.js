import { r as __toESM } from "./rolldown-runtime.js";
import { a as CommanderError, i as Command, n as require_picocolors, o as Option, r as require_cli_progress, s as require_dist, t as require_cli_table3 } from "./packages.js";
import { E as findMethod, Et as readRegular, H as peak, It as CamdriftError, K as presets, Lt as actionable, Rt as exitCodes, g as percentile, gt as requireOutside, h as mean, ht as inside, k as isRefusal, o as _usingCtx, ot as modelDigest, q as fits, rt as toRgb, st as modelFiles, w as isFailure, xt as taskKinds, yt as isPresent } from "./models.js";
import { $ as acceptedName, $n as sentenceOf, $t as writeAudit, A as recipes, At as noCalibration, Bt as staleReason, D as knownKeys, Dt as probesOf, En as picturesFor, Gn as pinnedWords, Gt as shownUrl, H as baseModel, Hn as fingerprint, Ht as addressProblem, It as feedingReasons, Jt as writeBaseline, Kn as sanityWords, Kt as policyFor, Ln as worst, Lt as explainSide, M as problemsOf, Mt as withAccepted, Nt as atLeast, O as settingsSchema, Ot as settingsDigest, Pt as signTest, Q as acceptedFolder, Qt as rewriteAudit, Rt as ranBy, T as readConfig, Tn as comment, U as baseText, Un as readMarker, Ut as isAddress, V as writeCalibration, Vt as addressOf, Wn as faithfulnessWords, Xn as regionHeat, Xt as tool, Yn as columnRegions, Yt as SpilledMap, Z as acceptedFileSchema, Zn as regionLines, Zt as lineageKinds, _r as verdictWords, _t as audit, a as readLabels, an as heatOverlay, ar as evidenceOf, at as writeShard, b as fetched, br as neededFor, bt as auditAgainst, c as snapshotInClone, cn as written, cr as changeWords, ct as shardFrom, dn as writePiecesInto, dr as lineageWords, dt as installRuntime, en as encodePng, er as feedingWords, et as accepts, f as usualBounds, fn as nameFor, fr as predictionWords, ft as engineOf, gr as titleOf, gt as printable, hn as acceptedModel, hr as reading, ht as oneLine, i as resolveConfig, in as sheets, ir as says, it as wordOf, j as checkLevels, jt as scoreOf, k as picturesMeant, kt as signalsOf, l as git, ln as jsonPieces, lr as directionWords, lt as cached, mn as pairOf, mr as probeColumns, mt as engineWords, n as readResults, nn as display, nr as precisionWords, nt as notAccepted, o as globbed, on as relativeHeat, or as byDrift, ot as readShards, pn as shown, pr as probeCells, pt as joinedBy, qn as sliceWords, rn as saying, rr as codeOf, rt as parseAccepted, sr as calibrationWords, st as recording, t as resultsSchema, tr as takesWords, tt as mostAcceptedBytes, u as gitFolder, ur as judgedDrift, ut as startExplainer, v as located, vr as decimals, vt as chooseBaseline, w as parseConfig, x as placeIn, yr as share, yt as deadlines } from "./camdrift.js";
import { c as engineNames } from "./ahead.js";
import { existsSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";

// src/hosts/terminal.ts
var import_cli_progress = /* @__PURE__ */ __toESM(require_cli_progress(), 1);
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
function terminal(process) {
	const { stdout, stderr, env } = process;
	for (const stream of [stdout, stderr]) stream.on("error", tolerateClosedPipe);
	return {
		colours: import_picocolors.default.createColors(wantsColour(env, stdout.isTTY ?? false)),
		out: (text) => void stdout.write(`${text}\n`),
		note: (text) => void stderr.write(`${text}\n`),
		progress: (label) => stderr.isTTY ? bar(stderr, label) : lines$1(stderr, label)
	};
}
/** Whoever reads (`| head`) may leave before the end: that is no fault of the run. */
function tolerateClosedPipe(error) {
	if (error.code !== "EPIPE") throw error;
}
/** https://no-color.org and https://force-color.org */
function wantsColour(env, isTTY) {
	if (env.NO_COLOR) return false;
	return Boolean(env.FORCE_COLOR) || isTTY && env.TERM !== "dumb";
}
function bar(stream, label) {
	const drawn = new import_cli_progress.default.SingleBar({
		stream,
		clearOnComplete: true,
		hideCursor: true,
		format: `${label} {bar} {value}/{total} {eta_formatted}`
	}, import_cli_progress.default.Presets.shades_classic);
	let started = false;
	return (done, total) => {
		if (!started) drawn.start(total, done);
		started = true;
		drawn.update(done);
		if (done >= total) drawn.stop();
	};
}
/** A line per tenth of the work, so that 300 fixtures stay readable in a log. */
function lines$1(stream, label) {
	let told = 0;
	return (done, total) => {
		const tenth = total === 0 ? 10 : Math.floor(done / total * 10);
		if (tenth <= told) return;
		told = tenth;
		stream.write(`${label}: ${done}/${total} fixtures\n`);
	};
}

// src/commands/model-options.ts
const modelHelp = "the model file, the folder of a TensorFlow.js model or SavedModel, or an https address";
function addNetworkOptions(command) {
	return command.addOption(new Option("--allow-host <host...>", "hosts on a private network that models may be fetched from")).option("--cache <folder>", "where fetched models are kept (default: camdrift in the cache folder of the user)");
}
function addModelOptions(command) {
	return addNetworkOptions(command).option("--sha256 <hex>", "SHA-256 of the model, when it lies at an https address").option("--token-env <name>", "environment variable with a token for the address's host");
}
function networkOf({ allowHost = [], cache }, { terminal, cwd, env }) {
	return {
		cache: cache === void 0 ? usualCache(env) : resolve(cwd, cache),
		allowed: allowHost,
		env,
		say: (line) => terminal.note(oneLine(line)),
		bounds: usualBounds
	};
}
const usualCache = (env) => join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), ".cache"), "camdrift");
/** The model that `--model` and its like name, as a configuration would. */
function typedModel({ model = "", sha256, tokenEnv }) {
	const written = {
		name: nameFor(isAddress(model) && URL.canParse(model) ? new URL(model).pathname : model),
		path: model,
		sha256: sha256?.toLowerCase(),
		"token-env": tokenEnv
	};
	const problem = addressProblem(written);
	if (problem) {
		const option = problem.key === "path" ? "model" : problem.key;
		throw new CamdriftError("usage-wrong", `--${option} ${problem.message.replace("`path`", "--model")}.`);
	}
	if (sha256 !== void 0 && !/^[0-9a-f]{64}$/i.test(sha256)) throw new CamdriftError("usage-wrong", `Expected --sha256 with 64 hex digits, got "${sha256}".`);
	return written;
}
/** Where the model that is typed lies, once it does. */
async function modelPath(options, world) {
	const model = typedModel(options);
	if (!isAddress(model.path)) return resolve(world.cwd, model.path);
	const [address, network] = [addressOf(model), networkOf(options, world)];
	await fetched(address, network);
	return placeIn(network.cache, address);
}
/** As it was typed, without what may be secret. */
const shownModel = (model) => isAddress(model) ? shownUrl(model) : model;

// src/commands/settings.ts
var import_dist = require_dist();
/** Turns typed options into settings, with the same checks and words as the configuration file's. */
function settingsFrom(options) {
	const given = {
		fixtures: options.fixtures,
		labels: options.labels,
		truth: options.truth,
		layer: options.layer?.length === 1 ? options.layer[0] : options.layer,
		methods: options.method,
		score: options.score,
		preprocess: recipe(options.preprocess),
		recipe: options.recipe,
		fit: options.fit,
		resample: options.resample,
		antialias: options.antialias && options.antialias === "true",
		"resize-to": number(options.resizeTo),
		crop: number(options.crop),
		orientation: options.orientation,
		colour: options.colour,
		thresholds: options.threshold && Object.fromEntries(options.threshold.map(threshold)),
		lineage: options.lineage,
		"false-alarms": options.falseAlarms,
		probes: options.probes,
		output: options.output,
		signature: options.signature,
		task: options.task,
		inputs: options.input && Object.fromEntries(options.input.map(furtherInput)),
		size: options.size,
		baseline: options.baseline,
		"baseline-model": options.baselineModel,
		"baseline-preprocess": recipe(options.baselinePreprocess),
		checks: options.checks,
		pinned: options.pinned,
		timeout: options.timeout
	};
	const written = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0));
	const parsed = settingsSchema.safeParse(written);
	if (parsed.success) return parsed.data;
	const problems = problemsOf(parsed.error, written, knownKeys).map(({ path, message }) => `--${optionNames[String(path[0])] ?? String(path[0])} ${message}`);
	throw new CamdriftError("usage-wrong", problems.join("\n"));
}
/** Options that are named otherwise than the setting, because they may be given again. */
const optionNames = {
	methods: "method",
	thresholds: "threshold",
	inputs: "input"
};
/** A number where it is one, so that the schema says what else it should be. */
const number = (text) => text !== void 0 && /^[\d.]+$/.test(text) ? Number(text) : text;
/** A preset's name, or an inline mapping. */
function recipe(text) {
	if (!text?.includes("{")) return text;
	try {
		return (0, import_dist.parse)(text);
	} catch {
		return text;
	}
}
function threshold(text) {
	const [metric = "", limit = ""] = text.split("=");
	if (limit.trim() !== "" && Number.isFinite(Number(limit))) return [metric, Number(limit)];
	throw new CamdriftError("usage-wrong", `Expected --threshold METRIC=LIMIT such as attention-shift=0.08, got "${text}".`);
}
function furtherInput(text) {
	const at = text.lastIndexOf("=");
	const [name, value] = [text.slice(0, at), text.slice(at + 1).trim()];
	if (at > 0 && value !== "") return [name, Number.isFinite(Number(value)) ? Number(value) : value];
	throw new CamdriftError("usage-wrong", `Expected --input NAME=VALUE such as meta=0 or meta=meta.npy, got "${text}".`);
}

// src/commands/configuration.ts
/** The configuration of a run: from a file, or from `--model`; options that are typed win. */
async function configOf(options, world) {
	const { cwd } = world;
	const flags = {
		settings: settingsFrom(options),
		source: { base: cwd }
	};
	const file = options.model === void 0 ? await fromFile(options, cwd) : fromModel(options, cwd);
	const { engine, jobs, batch, out, runTimeout } = options;
	const typed = Object.fromEntries(Object.entries({
		engine,
		jobs,
		batch,
		runTimeout
	}).filter(([, value]) => value !== void 0));
	const config = await resolveConfig(file, flags, out === void 0 ? void 0 : resolve(cwd, out));
	return located({
		...config,
		...typed
	}, networkOf(options, world));
}
async function fromFile(options, cwd) {
	const path = resolve(cwd, options.config ?? "camdrift.yml");
	const base = dirname(path);
	const workspace = options.workspace ? resolve(cwd, options.workspace) : inside(cwd, base) ? cwd : base;
	return {
		raw: await readConfig(path),
		source: {
			base,
			workspace
		}
	};
}
function fromModel(options, cwd) {
	if (options.config !== void 0) throw new CamdriftError("usage-wrong", "Give either --config or --model, not both.");
	return {
		raw: { models: [typedModel(options)] },
		source: { base: cwd }
	};
}

// src/commands/world.ts
/** Starts the process that explains, and says with which engine. */
async function startedEngine(choice, { terminal }) {
	const engine = await startExplainer(choice ?? "auto");
	terminal.note(`engine: ${engineWords(engine)}`);
	return engine;
}
/** Says when another engine ran a model than the one that was asked. */
function tellFallback({ fallback }, { terminal }) {
	if (fallback) terminal.note(`note: ${oneLine(sentenceOf(fallback))}`);
}
/** When a command that asks one model must be done. */
const deadlineOf = ({ timeout = 900 }) => deadlines(Number.POSITIVE_INFINITY)(timeout);
/** `-` is standard output; anything else a file. */
async function writeJson(target, value, { terminal, cwd }) {
	if (target === void 0) return;
	if (target === "-") return terminal.out(JSON.stringify(value, void 0, 2));
	await writeText(resolve(cwd, target), lines(jsonPieces(value, 2)));
}
function* lines(pieces) {
	yield* pieces;
	yield "\n";
}
/** Writes a file, and the folders that it lies in. @param pieces joined they are the text */
async function writeText(file, pieces) {
	await writable(dirname(file));
	await writePiecesInto(file, pieces).catch(cannotWrite(file));
}
/** Makes a folder for output. */
async function writable(folder) {
	await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
}
const cannotWrite = (path) => (cause) => {
	throw new CamdriftError("usage-wrong", `${path} cannot be written: ${cause.message}.`, {
		cause,
		remedy: "Name another file or folder for the output."
	});
};

// src/commands/accept.ts
/** `camdrift accept`: audits, and writes a file under whose name `camdrift audit --accepted` lets pass what failed. */
async function acceptCommand(options, world) {
	try {
		var _usingCtx$9 = _usingCtx();
		const config = await configOf(options, world);
		const engine = _usingCtx$9.a(await startedEngine(config.engine, world));
		const { results } = await audit(config, engine, world.terminal.progress, world.now);
		const files = results.models.filter(({ name }) => options.only === void 0 || name === options.only).flatMap((model) => fileOf(model, options, world));
		if (files.length === 0) throw new CamdriftError("usage-wrong", "There is nothing to accept: no model that was looked at fails.", { remedy: "What could not be judged cannot be accepted: `camdrift audit` says what is missing." });
		const folder = join(dirname(resolve(world.cwd, options.config ?? "camdrift.yml")), acceptedFolder);
		for (const [index, file] of files.entries()) {
			const name = acceptedName(file.baseline, file.candidate);
			const isFirst = files.findIndex((each) => acceptedName(each.baseline, each.candidate) === name) === index;
			const path = join(folder, `${name}${isFirst ? "" : `.${file.code}`}.json`);
			await writable(dirname(path));
			await writeFile(path, `${JSON.stringify(file, void 0, 1)}\n`);
			world.terminal.out(oneLine(`${file.model}: accepted by ${file.by}: ${file.why}. Written to ${path}.`));
		}
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		await _usingCtx$9.d();
	}
}
function fileOf(model, { reason, by, named = [] }, { env, now, terminal }) {
	const pair = pairOf(model);
	if (!pair || !model.candidate) return [];
	const missing = pair.named.filter((name) => !named.includes(name));
	if (missing.length > 0) throw new CamdriftError("usage-wrong", `${model.name} fails by ${missing.join(", ")}, which is accepted by name only.`, { remedy: `Look at it, and if it is meant: --named ${pair.named.join(",")}.` });
	for (const each of model.reasons) if (each.level === "fail") terminal.note(oneLine(`${model.name}: ${sentenceOf(each)}`));
	const file = {
		version: 1,
		model: model.name,
		code: pair.code,
		named: [...pair.named],
		baseline: model.baseline?.model.digest ?? null,
		candidate: model.candidate.model.digest,
		by: by ?? env.USER ?? "somebody",
		why: reason.trim(),
		at: now().toISOString()
	};
	const read = acceptedFileSchema.safeParse(file);
	if (read.success) return [read.data];
	throw new CamdriftError("usage-wrong", "A reason is 1 to 1000 characters, and a name 1 to 100.", { cause: read.error });
}

// src/reports/ci/findings.ts
/** What is more than a note, worst first within each model. */
function findings({ models }) {
	return models.flatMap(findingsOf);
}
function findingsOf({ name, path, reasons, error, accepted }) {
	const order = [
		"fail",
		"incomplete",
		"warn"
	];
	const seen = /* @__PURE__ */ new Map();
	return order.flatMap((level) => reasons.filter((reason) => reason.level === level).map((reason) => {
		const code = codeOf(reason);
		const nth = seen.get(code) ?? 0;
		seen.set(code, nth + 1);
		const remedy = error && error.code === code ? ` To do: ${error.remedy}` : "";
		return {
			level: accepted && level === "fail" ? "accepted" : level,
			code,
			model: name,
			path,
			message: oneLine(`${name}: ${sentenceOf(reason)}${remedy}`),
			fingerprint: fingerprint(JSON.stringify([
				name,
				path,
				code,
				nth
			]))
		};
	}));
}
/** A path as an address relative to the repository, whatever is in its name. */
const relativeAddress = (path) => path.replaceAll("\\", "/").replace(/^(\.?\/)+/, "").replace(/\p{Cs}/gu, "�").split("/").map(encodeURIComponent).join("/");

// src/reports/ci/code-quality.ts
const severities = {
	fail: "critical",
	incomplete: "major",
	warn: "minor",
	accepted: "info",
	pass: "info"
};
/** Results as GitLab's Code Quality report: an entry per reason, on the model's file. */
function codeQuality(results) {
	const entries = findings(results).map(({ level, code, path, message, fingerprint }) => ({
		description: message,
		check_name: code,
		fingerprint,
		severity: severities[level],
		location: {
			path: path.replaceAll("\\", "/").replace(/^(\.?\/)+/, ""),
			lines: { begin: 1 }
		}
	}));
	return `${JSON.stringify(entries, void 0, 2)}\n`;
}

// src/reports/ci/junit.ts
/**
* Results as JUnit's XML, which Jenkins, Azure Pipelines, GitLab, Bitbucket and most others show. A suite per model: its first case is
* the verdict, which alone can fail; then a case per fixture with its numbers, since a single picture decides nothing.
*/
function junit({ models, times }) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "camdrift" }, models.map((model) => suite(model, times.started)))}\n`;
}
function suite(model, timestamp) {
	const cases = [verdictCase(model), ...byDrift(model).map((fixture) => fixtureCase(model, fixture))];
	const count = (name) => String(cases.filter((each) => each.includes(`<${name} `)).length);
	return element("testsuite", {
		name: model.name,
		tests: String(cases.length),
		failures: count("failure"),
		errors: count("error"),
		skipped: count("skipped"),
		timestamp: timestamp.slice(0, 19),
		time: "0"
	}, cases);
}
function verdictCase(model) {
	const { name, verdict, reasons, error } = model;
	const text = [...reasons.filter(({ level }) => level !== "pass").map((reason) => `${reason.level}: ${sentenceOf(reason)}`), ...error ? [`to do: ${error.remedy}`] : []].join("\n");
	const message = sentence(model) ?? verdict;
	const outcome = {
		fail: "failure",
		incomplete: "error",
		accepted: "",
		warn: "",
		pass: ""
	}[verdict];
	const inside = outcome ? element(outcome, {
		message,
		type: verdict
	}, [escaped(text)]) : element("system-out", {}, [escaped(text || verdict)]);
	return testcase(name, "verdict", inside);
}
const sentence = ({ reasons, verdict }) => {
	const found = reasons.find(({ level }) => level === verdict);
	return found && sentenceOf(found);
};
function fixtureCase(model, fixture) {
	const { name, status, reason = "" } = fixture;
	if (status === "failed") return testcase(model.name, name, element("error", {
		message: reason,
		type: status
	}, []));
	if (status === "new" || status === "lost") return testcase(model.name, name, element("skipped", { message: reason || `not compared: ${status}` }, []));
	const words = `${status}: attention shift ${reading("attention-shift", judgedDrift(model, fixture))}, ${predictionWords(fixture)}`;
	return testcase(model.name, name, element("system-out", {}, [escaped(words)]));
}
const testcase = (classname, name, inside) => element("testcase", {
	classname,
	name,
	time: "0"
}, [inside]);
function element(name, attributes, inside) {
	return `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(oneLine(value))}"`).join("")}>${inside.join("")}</${name}>`;
}
/** Text of XML 1.0, which has no way to write most control characters and halves of characters. */
const escaped = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

// src/reports/ci/sarif.ts
const levels = {
	fail: "error",
	incomplete: "error",
	warn: "warning",
	accepted: "note",
	pass: "none"
};
/** Results as SARIF 2.1.0 (OASIS), which code scanning takes: a result per reason, on the model's file. */
function sarif(results) {
	const found = findings(results);
	const rules = [...new Set(found.map(({ code }) => code))].sort();
	const [name = "camdrift", version = "0"] = results.tool.split(" ");
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name,
				version,
				rules: rules.map(ruleOf)
			} },
			columnKind: "utf16CodeUnits",
			results: found.map((finding) => resultOf(finding, rules.indexOf(finding.code)))
		}]
	};
	return `${JSON.stringify(log, void 0, 2)}\n`;
}
const ruleOf = (id) => ({
	id,
	shortDescription: { text: id.replaceAll("-", " ") }
});
const resultOf = ({ level, code, path, message, fingerprint, ...rest }, ruleIndex) => ({
	ruleId: code,
	ruleIndex,
	level: levels[level],
	message: { text: message },
	locations: [{ physicalLocation: {
		artifactLocation: { uri: relativeAddress(path) },
		region: { startLine: 1 }
	} }],
	partialFingerprints: { "camdrift/v1": fingerprint },
	properties: { model: rest.model }
});

// src/reports/ci/index.ts
/** Every report that is written where it is asked for. */
const ciReports = [
	{
		name: "junit",
		option: "--junit",
		help: "write them as JUnit XML, which most CI services show",
		report: junit
	},
	{
		name: "sarif",
		option: "--sarif",
		help: "write them as SARIF 2.1.0, for code scanning",
		report: sarif
	},
	{
		name: "codeQuality",
		option: "--code-quality",
		help: "write them as GitLab's Code Quality report",
		report: codeQuality
	}
];

// src/reports/_plain-table.ts
var import_cli_table3 = /* @__PURE__ */ __toESM(require_cli_table3(), 1);
const bare = {
	top: "",
	"top-mid": "",
	"top-left": "",
	"top-right": "",
	bottom: "",
	"bottom-mid": "",
	"bottom-left": "",
	"bottom-right": "",
	left: "",
	"left-mid": "",
	mid: "",
	"mid-mid": "",
	right: "",
	"right-mid": "",
	middle: "  "
};
/** Columns for a terminal, without lines or colours of their own. */
const plainTable = (head) => new import_cli_table3.default({
	chars: bare,
	style: {
		head: [],
		border: [],
		"padding-left": 0,
		"padding-right": 0
	},
	head: [...head]
});

// src/reports/table.ts
const mostRows = 20;
/** The audit for a terminal: per model the verdict, its reasons, and a row per fixture, most moved first. */
function tables(results, colours) {
	return results.models.map((model) => `${modelText(model, colours)}\n`).join("\n");
}
function modelText(model, colours) {
	const lines = [`${colours.bold(model.name)}: ${paint(colours, model.verdict)(verdictWords[model.verdict])}`];
	for (const reason of model.reasons) lines.push(`  ${paint(colours, reason.level)(reason.level.padEnd(10))} ${oneLine(sentenceOf(reason))}`);
	if (model.error) lines.push(`  ${colours.dim("to do".padEnd(10))} ${oneLine(model.error.remedy)}`);
	if (model.lineage) lines.push(`  ${colours.dim("lineage".padEnd(10))} ${lineageWords(model)}: ${oneLine(model.lineage.words)}`);
	const beside = [
		...regionLines(model).map(oneLine),
		precisionWords(model),
		sliceWords(model, oneLine),
		pinnedWords(model, oneLine),
		[sanityWords(model), faithfulnessWords(model, oneLine)].filter(Boolean).join("; ")
	];
	const told = [summaryLine(model), ...beside].filter(Boolean).map((line) => `  ${line}`);
	const tables = [probeRows(model, colours), fixtureRows(model)].flatMap((rows) => rows ?? []);
	return [
		...lines,
		...told,
		...tables
	].join("\n");
}
function paint(colours, verdict) {
	return {
		pass: colours.green,
		warn: colours.yellow,
		accepted: colours.yellow,
		incomplete: colours.yellow,
		fail: colours.red
	}[verdict];
}
function summaryLine(model) {
	const { drift, judged, predictions, baseline } = model;
	const found = judged && drift?.[judged.method];
	if (!found || !predictions) return void 0;
	const shift = found["attention-shift"];
	const measured = evidenceOf(model.fixtures).filter((fixture) => judgedDrift(model, fixture) !== void 0);
	const accuracy = predictions.accuracy;
	return [
		shift && `attention shift ${reading("attention-shift", shift.mean)} on average, ${reading("attention-shift", shift.max)} at most (${judged.method}, ${measured.length} fixtures)`,
		predictions.change ? changeWords(predictions.change) : `predictions flipped ${predictions.flipped}`,
		accuracy && `accuracy ${(accuracy.baseline * 100).toFixed(0)} % -> ${(accuracy.candidate * 100).toFixed(0)} %`,
		calibrationWords(model),
		baseline && `baseline ${baseline.source}, layer ${oneLine(baseline.layer.name)}`
	].filter(Boolean).join("; ");
}
function probeRows({ probes = [] }, colours) {
	if (probes.length === 0) return void 0;
	const table = plainTable(probeColumns.map((title, index) => index === 0 ? `  ${title}` : title));
	for (const probe of probes.slice(0, mostRows)) {
		const [name = "", ...cells] = probeCells(probe).map(oneLine);
		table.push([`  ${name}`, ...cells]);
	}
	return `${table.toString()}\n  ${colours.dim("moved: the share of the heat that lies elsewhere after an edit that should not matter; added is judged")}`;
}
function fixtureRows(model) {
	if (model.fixtures.length === 0) return void 0;
	const regions = columnRegions(model).map(({ name }) => name);
	const heat = regions.map((name) => `heat on ${oneLine(name)}`);
	const table = plainTable([
		"  fixture",
		"status",
		"shift",
		"overlap",
		"towards",
		...heat,
		"prediction"
	]);
	const sorted = byDrift(model);
	for (const fixture of sorted.slice(0, mostRows)) table.push([
		`  ${oneLine(titleOf(fixture))}`,
		fixture.status,
		reading("attention-shift", judgedDrift(model, fixture)),
		reading("overlap", judgedDrift(model, fixture, "overlap")),
		directionWords(model, fixture),
		...regions.map((name) => regionHeat(fixture, name)),
		oneLine(predictionWords(fixture))
	]);
	const more = sorted.length - mostRows;
	return more > 0 ? `${table.toString()}\n  and ${more} more in results.json` : table.toString();
}

// src/commands/_accepted-files.ts
/** @throws CamdriftError `config-invalid` when it is not as `camdrift accept` writes it */
async function readAccepted(paths, cwd) {
	return Promise.all(paths.map(async (path) => {
		const trouble = (why, cause) => notAccepted(path, why, cause);
		return parseAccepted((await readRegular(resolve(cwd, path), mostAcceptedBytes, trouble)).toString("utf8"), path);
	}));
}
/** The results as they stand when these files are believed. */
function withAcceptedFiles(results, files) {
	const used = /* @__PURE__ */ new Set();
	const models = results.models.map((model) => {
		const pair = pairOf(model);
		const file = pair && files.find((each) => accepts(each, pair));
		if (!file || !model.judged) return model;
		used.add(file);
		return acceptedModel(model, pair, wordOf(file));
	});
	const verdict = worst(models.map((each) => each.verdict));
	return {
		results: {
			...results,
			models,
			verdict
		},
		void: files.filter((file) => !used.has(file))
	};
}

// src/commands/_shard.ts
/** One machine's share of an audit: what it found is written, and nothing judged. A model that fails here fails where all is joined, too. */
async function auditShard(shard, config, engine, world) {
	const outcomes = new SpilledMap();
	const { results } = await audit(config, recording(engine, shard, outcomes), world.terminal.progress, world.now);
	for (const { name, error } of results.models) if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
	const file = await writeShard(config.out, shard, engine, outcomes);
	world.terminal.out(`Written to ${printable(file)}: shard ${shard.at} of ${shard.of}, for \`camdrift merge\`.`);
	return exitCodes.pass;
}
const judged$1 = [
	{
		name: "accepted",
		option: "--accepted"
	},
	{
		name: "json",
		option: "--json"
	},
	...ciReports
];
/**
* One shard has no verdict: options that ask for one are for `camdrift merge`.
* @throws CamdriftError `usage-wrong`
*/
function requireUnjudged(options) {
	const given = judged$1.filter(({ name }) => options[name] !== void 0).map(({ option }) => option);
	if (given.length === 0) return;
	throw new CamdriftError("usage-wrong", `A shard is not judged, so ${given.join(" and ")} cannot be with \`--shard\`.`, { remedy: `Give ${given.join(" and ")} to \`camdrift merge\`.` });
}

// src/commands/audit.ts
/** `camdrift audit`: compare, write the result files, print the table, answer the exit code. */
async function auditCommand(options, world) {
	try {
		var _usingCtx$8 = _usingCtx();
		if (options.shard) requireUnjudged(options);
		const config = await configOf(options, world);
		const files = await readAccepted(options.accepted ?? [], world.cwd);
		await writable(config.out);
		const started = _usingCtx$8.a(await startedEngine(config.engine, world));
		const engine = options.mapCache === void 0 ? started : await withMapCache(started, options.mapCache, options, world);
		if (options.shard) return await auditShard(options.shard, config, engine, world);
		return await finish(await audit(config, engine, world.terminal.progress, world.now), {
			config,
			engine,
			options,
			files,
			world
		});
	} catch (_) {
		_usingCtx$8.e = _;
	} finally {
		await _usingCtx$8.d();
	}
}
/** One folder for all that is audited from this command line: who may write there may say what maps are. */
async function withMapCache(engine, given, options, { cwd, terminal }) {
	const folder = resolve(cwd, given);
	await requireOutside(resolve(cwd, options.workspace ?? "."), folder, "folder of --map-cache");
	return cached(engine, {
		folder,
		scopes: ["local"]
	}, terminal.note);
}
/** Writes and tells what an audit found. */
async function finish(found, { config, engine, options, files, world }) {
	const applied = withAcceptedFiles(await writeAudit(config.out, found, engine), files);
	const { results } = applied;
	if (files.length > 0) await rewriteAudit(config.out, results);
	await writeJson(options.json, written(results), world);
	await writeForOthers(results, options, world);
	const say = options.json === "-" ? world.terminal.note : world.terminal.out;
	say(`\n${tables(results, world.terminal.colours)}`);
	for (const { name, accepted } of results.models) if (accepted) world.terminal.note(oneLine(`${name}: accepted by ${accepted.by}: ${accepted.why}`));
	for (const { by, model, code } of applied.void) world.terminal.note(oneLine(`${model}: what ${by} accepted (${code}) is not what failed, or nothing did.`));
	for (const { name, error } of results.models) if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
	say(`Written to ${printable(config.out)}: report.html to look at, summary.md, results.json and a picture per fixture.`);
	return exitCodeOf(results);
}
/** What other services read, where it was asked for. */
async function writeForOthers(results, options, { cwd }) {
	for (const { name, report } of ciReports) {
		const file = options[name];
		if (file !== void 0) await writeText(resolve(cwd, file), [report(results)]);
	}
}
/** A regression outweighs a model that could not be audited; unreadable fixtures count as such. */
function exitCodeOf({ verdict, models }) {
	if (verdict === "fail") return exitCodes.regression;
	const broken = models.find((model) => model.error !== void 0);
	if (broken?.error) return broken.error.exitCode;
	if (models.some((model) => model.reasons.some((reason) => says(reason, "fixture-failed")))) return exitCodes.unloadable;
	return verdict === "incomplete" ? exitCodes.configuration : exitCodes.pass;
}

// src/commands/baseline.ts
/** `camdrift baseline`: explain the models as they are and store the maps; with `--check`, only say whether that is due. */
async function baselineCommand(options, world) {
	try {
		var _usingCtx$7 = _usingCtx();
		const config = await configOf(options, world);
		const models = config.models.map((model) => ({
			...model,
			folder: requireFolder(model)
		}));
		if (options.check) return check(models, options, world);
		const limit = deadlines(config.runTimeout);
		const engine = _usingCtx$7.a(await startedEngine(config.engine, world));
		const written = [];
		for (const model of models) {
			await model.obtain?.();
			const side = await explainSide(model, {
				title: model.name,
				path: model.path,
				preprocess: model.preprocess
			}, {
				engine,
				jobs: config.jobs,
				batch: config.batch,
				progress: world.terminal.progress,
				deadline: limit(model.timeout)
			});
			const [failure] = side.failures.values();
			if (failure !== void 0) throw new CamdriftError("fixture-unreadable", failure, { remedy: `Nothing was written to ${model.folder}.` });
			await writable(model.folder);
			await writeBaseline(model.folder, side);
			tellFallback(side, world);
			written.push({
				name: model.name,
				folder: model.folder,
				fixtures: side.seen.size,
				digest: side.model.digest
			});
			world.terminal.note(oneLine(`${model.name}: ${side.seen.size} fixtures written to ${model.folder} (layer ${side.layer.name}, ${side.layerReason})`));
		}
		await writeJson(options.json, { baselines: written }, world);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
	}
}
function requireFolder({ baseline, name }) {
	if (baseline !== void 0) return baseline;
	throw new CamdriftError("config-invalid", `Model ${name} has a baseline-model and no baseline folder, so there is nowhere to store a baseline.`, { remedy: "Name the folder: `baseline: .camdrift/baselines/NAME`, or --baseline." });
}
async function check(models, options, world) {
	const found = await Promise.all(models.map(async (model) => ({
		name: model.name,
		folder: model.folder,
		stale: await staleReason(model)
	})));
	for (const { name, stale } of found) world.terminal.note(`${name}: ${stale === void 0 ? "the stored baseline is up to date" : `the stored baseline is stale: ${oneLine(stale)}`}`);
	await writeJson(options.json, { baselines: found }, world);
	return found.some(({ stale }) => stale !== void 0) ? exitCodes.baselineUnavailable : exitCodes.pass;
}

// src/reports/calibration.ts
/** What no score holds, for the table. */
function besideScore({ probes = [], regions = [] }) {
	const added = probes.flatMap(({ name, added }) => added === void 0 ? [] : [[`probe ${name}`, signed(added)]]);
	const inside = regions.map(({ name, candidate }) => [`heat in ${name}`, share(Number(candidate.inside.toFixed(3)))]);
	return Object.fromEntries([...added, ...inside]);
}
const signed = (value) => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`;
/** The accepted models for a terminal, as they were named. */
function acceptedTable(rows) {
	const judged = [...new Set(rows.flatMap(({ limits }) => Object.keys(limits)))];
	const rules = [...new Set(rows.flatMap(({ beside }) => Object.keys(beside)))];
	const table = plainTable([
		"model",
		"lineage",
		...judged,
		"score",
		"over its limits",
		...rules
	]);
	for (const { name, lineage, signals, limits, score, beside } of rows) {
		const values = judged.map((signal) => limits[signal] === void 0 ? "-" : signalWords(signal, signals[signal]));
		table.push([
			oneLine(name),
			lineage,
			...values,
			score.toFixed(2),
			score > 1 ? "yes" : "no",
			...rules.map((rule) => beside[rule] ?? "-")
		]);
	}
	return rows.length === 0 ? "No model was added." : table.toString();
}
const signalWords = (signal, value) => signal === "divergence" ? `${(value ?? 0).toFixed(3)} bits` : reading(signal, value);
/** Rules of the team that an accepted model breaks. They are not part of its score, so no calibration excuses them. */
function violations(name, { reasons, judged }) {
	const learnt = judged?.scaledProbes ?? [];
	const isLearnt = (reason) => reason.code === "probe-regression" && learnt.includes(reason.probe);
	return reasons.filter((reason) => says(reason, "probe-regression", "region-rule") && !isLearnt(reason)).map((reason) => `${oneLine(name)}: ${oneLine(sentenceOf(reason))} It is an accepted model: raise the limit, or look at it.`);
}
/** What a calibration is good for: one line, and one about those that do not count. */
function poolLines({ lineage, scores, otherSettings }, rate) {
	const more = neededFor(rate) - scores.length;
	const said = scores.length === 0 ? [] : [`${lineage}: n = ${scores.length}, largest score ${decimals(Math.max(...scores))}, 90th percentile ${decimals(percentile(scores, 90))}; the smallest rate of false alarms it can keep is ${share(1 / (scores.length + 1))}.${more > 0 ? ` ${more} more are needed for ${share(rate)}.` : ` Enough for ${share(rate)}.`}`];
	const stale = otherSettings === 0 ? [] : [`${lineage}: ${otherSettings} stored models were audited with other fixtures or settings and do not count.`];
	return [...said, ...stale];
}

// src/commands/_accepted-models.ts
/**
* The models that the globs match, sorted by name; models with the same files once. A path that exists is taken as it is,
* since shells expand globs by themselves.
* @throws CamdriftError `usage-wrong` when a glob matches nothing; `model-unreadable` when a match is no model
*/
async function acceptedModels(globs, cwd) {
	const found = await Promise.all(globs.map((each) => matches(each, cwd)));
	const paths = [...new Set(found.flat())].sort();
	const models = [];
	const left = [];
	for (const path of paths) {
		const [name, digest] = [shown(cwd, path), await modelDigest(path).catch(notAModel)];
		const twin = models.find((each) => each.digest === digest);
		if (twin) left.push(`${name} has the same files as ${twin.name} and counts once.`);
		else models.push({
			name,
			digest,
			open: async () => ({
				path,
				[Symbol.asyncDispose]: async () => {}
			})
		});
	}
	return {
		models,
		left
	};
}
async function matches(pattern, cwd) {
	const path = resolve(cwd, pattern);
	if (await stat(path).catch(() => void 0)) return [path];
	const found = await globbed(pattern, { base: cwd }, {
		folders: true,
		what: "accepted model"
	});
	if (found.length === 0) throw new CamdriftError("usage-wrong", `No model matches \`--models ${pattern}\` in ${cwd}.`);
	return found;
}
function notAModel(error) {
	if (!(error instanceof CamdriftError) || error.code !== "model-unreadable") throw error;
	throw new CamdriftError("model-unreadable", error.message, {
		cause: error,
		remedy: "Let --models match model files, or folders that hold a model.json or saved_model.pb, and nothing else."
	});
}

// src/calibration/merged-versions.ts
/**
* Which merged versions a team may be said to have accepted. A version between two of the same bytes was taken back: whoever
* restores an earlier version byte by byte rejects what came in between, which is no honest spread. A version that was taken
* back and merged again stands.
* @param merged newest first
*/
function standing(merged) {
	const [first, last] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	for (const [at, { digest }] of merged.entries()) {
		if (!first.has(digest)) first.set(digest, at);
		last.set(digest, at);
	}
	const spans = [...first].map(([digest, from]) => ({
		digest,
		from,
		to: last.get(digest)
	}));
	const isTakenBack = ({ digest }, at) => spans.some((span) => span.digest !== digest && span.from < at && at < span.to);
	const kept = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Map();
	for (const [at, version] of merged.entries()) {
		const group = isTakenBack(version, at) ? others : kept;
		if (!group.has(version.digest)) group.set(version.digest, version);
	}
	return {
		versions: [...kept.values()],
		takenBack: [...others.values()].filter(({ digest }) => !kept.has(digest))
	};
}

// src/repository/history.ts
/** The default branch, as far as a clone knows it; in the end what is checked out. */
const likely = [
	"refs/remotes/origin/HEAD",
	"refs/remotes/origin/main",
	"refs/remotes/origin/master",
	"refs/heads/main",
	"refs/heads/master",
	"HEAD"
];
const longestAnswer = 2 ** 20;
/** The nearest folder from here on upwards that is a clone; undefined when there is none. */
function checkoutAround(folder) {
	if (existsSync(join(folder, ".git"))) return folder;
	return dirname(folder) === folder ? void 0 : checkoutAround(dirname(folder));
}
/**
* Which commits of the default branch changed one of these paths: of a merge what it brought, not how it came about.
* @param checkout the folder that the repository is checked out in
* @param paths of files or folders, relative to it
* @param most commits
* @param branch instead of the default one
* @returns undefined when there is no such branch
*/
async function historyOf(checkout, paths, most, branch) {
	const folder = await gitFolder(checkout);
	const ask = async (...args) => (await git(folder, args, longestAnswer)).toString("utf8").trim();
	const commitOf = (ref) => ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`).catch(() => void 0);
	for (const ref of branch === void 0 ? likely : [`refs/remotes/origin/${branch}`, branch]) {
		const tip = await commitOf(ref);
		if (tip === void 0) continue;
		const found = await ask("rev-list", "--first-parent", `--max-count=${most}`, tip, "--", ...paths);
		return {
			branch: await ask("rev-parse", "--abbrev-ref", ref) || ref,
			commits: found.split("\n").filter(Boolean),
			shallow: await ask("rev-parse", "--is-shallow-repository") === "true"
		};
	}
}

// src/commands/_fed-otherwise.ts
const longestConfig = 2 ** 20;
/**
* Why a version cannot be fed as the one of today is, in a sentence, when the configuration of its time says so; undefined when it says
* the same, does not know the model, or is none that is read today.
* @param path of the configuration in the repository
*/
async function fedOtherwise(snapshot, path, model) {
	const raw = path === void 0 ? void 0 : await configAt(snapshot, path);
	const then = raw?.models.find(({ name }) => name === model.name);
	if (!raw || !then) return void 0;
	const { preprocess, fit, pixels, load } = model;
	const own = {
		...raw,
		...then
	};
	if (!isDeepStrictEqual(picturesMeant(own), {
		preprocess,
		fit,
		pixels
	})) return "it was fed in another way, as its configuration says.";
	return own.output === load.output && own.signature === load.signature ? void 0 : "another output of it was explained, as its configuration says.";
}
async function configAt(snapshot, path) {
	try {
		const text = await baseText(snapshot, path, longestConfig);
		return text === void 0 ? void 0 : parseConfig(text, path);
	} catch (error) {
		if (error instanceof CamdriftError) return void 0;
		throw error;
	}
}

// src/commands/_earlier-versions.ts
/** Commits that are looked at for each version that is asked for: some are copies, some were taken back. */
const commitsPerVersion = 5;
/**
* Earlier versions of a model on the default branch of the clone that it lies in, newest first: what was merged, and not taken
* back. Versions with the same files count once; nothing is fetched.
* @throws CamdriftError `usage-wrong` when there is no history to look at
*/
async function earlierVersions(model, asked) {
	const checkout = model.address ? void 0 : checkoutAround(dirname(model.path));
	if (checkout === void 0) throw withoutHistory(`${model.shown(model.path)} lies in no Git repository.`);
	const inside = (path) => relative(checkout, path).split(sep).join("/");
	const path = inside(model.path);
	const files = await modelFiles(model.path, model.load.within).catch(() => ({
		root: model.path,
		files: [""]
	}));
	const paths = [.../* @__PURE__ */ new Set([path, ...files.files.map((name) => inside(join(files.root, name)))])];
	const history = await historyOf(checkout, paths, commitsPerVersion * asked.history, asked.branch);
	if (!history) throw withoutHistory(`The clone ${checkout} has no branch ${asked.branch ?? "that is checked out"}.`);
	const { branch, commits, shallow } = history;
	const config = asked.config && inside(asked.config);
	const left = [];
	const merged = [];
	for (const commit of commits) {
		const snapshot = await snapshotInClone(checkout, commit);
		const place = snapshot.place(path);
		const digest = await digestAt(snapshot, path, asked.deadline).catch((error) => {
			left.push(`${place} is left out: ${wordsOf(error)}`);
		});
		if (digest !== void 0) merged.push({
			commit,
			digest,
			snapshot,
			place
		});
	}
	const { versions, takenBack } = standing(merged);
	for (const { place } of takenBack) left.push(`${place} was taken back later and does not count as accepted.`);
	const models = [];
	for (const { snapshot, place: name, digest } of versions.slice(0, asked.history)) {
		const why = await fedOtherwise(snapshot, config, model);
		if (why) left.push(`${name} is left out: ${why}`);
		else models.push({
			name,
			digest,
			open: () => copied(snapshot, path)
		});
	}
	const cut = shallow ? "; older ones this shallow clone does not have (`fetch-depth: 0`, or `git fetch --unshallow`)" : "";
	left.push(`History: ${commits.length} commits of ${branch} changed ${model.shown(model.path)}${cut}.`);
	return {
		models,
		left
	};
}
const withoutHistory = (message) => new CamdriftError("usage-wrong", message, { remedy: "Name the models that you accept with --models, or a branch of the clone with --branch." });
/** Without Git LFS objects: their pointers hold the hashes. */
async function digestAt(snapshot, path, { at, words }) {
	if (performance.now() > at) throw new CamdriftError("timed-out", `The time is over: ${words}.`);
	return inFolder((folder) => baseModel(snapshot, path, folder).digest());
}
/** The model on disk, until it is let go. */
async function copied(snapshot, path) {
	const folder = await mkdtemp(join(tmpdir(), "camdrift-earlier-"));
	const gone = () => rm(folder, {
		recursive: true,
		force: true
	});
	return {
		path: await baseModel(snapshot, path, folder).path().catch(async (error) => {
			await gone();
			throw error;
		}),
		[Symbol.asyncDispose]: gone
	};
}
async function inFolder(work) {
	const folder = await mkdtemp(join(tmpdir(), "camdrift-earlier-"));
	try {
		return await work(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** @throws what is no problem of one version */
function wordsOf(error) {
	if (error instanceof CamdriftError) return error.message;
	throw error;
}

// src/commands/_measured.ts
/**
* By the audit's own way, so that the numbers are the very same.
* @throws CamdriftError when it has no score, or takes or answers something else than the baseline
*/
async function measured(accepted, model, chosen, run) {
	try {
		var _usingCtx$6 = _usingCtx();
		const { name, digest } = accepted;
		const { path } = _usingCtx$6.a(await accepted.open());
		const calibration = {
			...model.calibration,
			read: async () => ({ calibration: noCalibration })
		};
		const { result } = await auditAgainst(chosen, {
			...model,
			name,
			path,
			calibration
		}, run);
		requireAlike(name, result);
		requireScore(name, result);
		const lineage = result.judged?.lineage;
		if (lineage === void 0) throw new CamdriftError("usage-wrong", `How ${name} descends from the baseline is not known.`, { remedy: "Say it with --lineage, for instance --lineage retrained; it then holds for every model given." });
		return {
			accepted: {
				name,
				digest,
				lineage,
				against: chosen.baseline.model.digest,
				settings: settingsDigest(model, result),
				signals: signalsOf(result, model.methods[0]),
				...probesOf(result)
			},
			result
		};
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
/** What takes other pictures, or answers other classes, says nothing about how far training moves a model. */
function requireAlike(name, { reasons }) {
	const other = reasons.find((reason) => says(reason, "classes-differ", "input-differs", "output-differs"));
	if (!other) return;
	throw new CamdriftError("usage-wrong", `${name} cannot be compared with the baseline: ${sentenceOf(other)}`, { remedy: "Leave it out. Nothing was written." });
}
/** A mean over some of the fixtures is not the number that other models are compared with. */
function requireScore(name, { reasons, score }) {
	const gap = reasons.find((reason) => says(reason, "fixture-failed", "method-refused"));
	if (score && !gap) return;
	throw new CamdriftError("fixture-unreadable", `${name} has no score: ${gap ? sentenceOf(gap) : "nothing is judged."}`, { remedy: "Mend that, or leave the model out. Nothing was written." });
}

// src/commands/calibrate.ts
/**
* `camdrift calibrate`: how far models that the team accepts drift from the baseline, stored beside it. Nothing is written
* before all of them are audited. A model that is named must be measured; an earlier version that cannot be is told.
*/
async function calibrateCommand(options, world) {
	try {
		var _usingCtx$5 = _usingCtx();
		const config = await configOf(options, world);
		const model = chosenModel(config.models, options.only);
		if (options.models === void 0 && options.history === void 0) throw nothingAsked();
		const named = await acceptedModels(options.models ?? [], world.cwd);
		const stored = options.fresh ? noCalibration : (await model.calibration.read()).calibration;
		const engine = _usingCtx$5.a(await startedEngine(config.engine, world));
		const limit = deadlines(config.runTimeout);
		const run = {
			engine,
			jobs: config.jobs,
			batch: config.batch,
			progress: world.terminal.progress
		};
		const chosen = await chooseBaseline(model, {
			...run,
			deadline: limit(model.timeout)
		});
		if (!chosen) throw nothingToCompare(model.name);
		const earlier = await merged(options, model, world, limit(model.timeout));
		const [others, same] = apart(named.models, chosen);
		const digests = /* @__PURE__ */ new Set([...named.models.map(({ digest }) => digest), chosen.baseline.model.digest]);
		const fromHistory = earlier.models.filter(({ digest }) => !digests.has(digest));
		for (const line of [
			...named.left,
			...same,
			...earlier.left
		]) world.terminal.note(oneLine(line));
		const measure = (each) => measured(each, model, chosen, {
			...run,
			deadline: limit(model.timeout)
		});
		const found = [];
		for (const each of others) found.push(await measure(each));
		for (const each of fromHistory) {
			const version = await measure(each).catch((error) => world.terminal.note(oneLine(`${each.name} is left out: ${wordsOf(error)}`)));
			if (version) found.push(version);
		}
		const calibration = withAccepted(stored, found.map(({ accepted }) => accepted));
		await writeCalibration(model.calibration.path, calibration);
		await say(options, world, model, calibration, found);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
const nothingToCompare = (name) => new CamdriftError("usage-wrong", `Model ${name} is compared with nothing (\`baseline-model: none\`), so there is no drift to measure.`, { remedy: "Name the version that accepted models are held against with --baseline-model or --baseline." });
const nothingAsked = () => new CamdriftError("usage-wrong", "No accepted model is named.", { remedy: "Name them with --models, or take earlier versions of this one with --history 20." });
/** Earlier versions on the default branch, where they are asked for. */
async function merged(options, model, { cwd }, deadline) {
	const { history, branch } = options;
	if (history === void 0) return {
		models: [],
		left: []
	};
	const config = options.model === void 0 ? resolve(cwd, options.config ?? "camdrift.yml") : void 0;
	return earlierVersions(model, {
		history,
		branch,
		config,
		deadline
	});
}
function chosenModel(models, only) {
	const found = only === void 0 && models.length === 1 ? models[0] : models.find(({ name }) => name === only);
	if (found) return found;
	const names = models.map(({ name }) => name).join(", ");
	const message = only === void 0 ? `The configuration has ${models.length} models, and one is calibrated at a time: ${names}.` : `The configuration has no model \`${only}\`; it has ${names}.`;
	throw new CamdriftError("usage-wrong", message, { remedy: "Say which one with --only NAME." });
}
/** Those that differ from the baseline, and words for those that are it. */
function apart(models, { baseline }) {
	const isSame = ({ digest }) => digest === baseline.model.digest;
	const same = models.filter(isSame).map(({ name }) => `${name} is the baseline itself and is left out.`);
	return [models.filter((model) => !isSame(model)), same];
}
async function say(options, world, model, calibration, found) {
	const rows = found.map(({ accepted: { name, lineage, signals }, result }) => {
		const { thresholds, divergence } = result.judged;
		return {
			name,
			lineage,
			signals,
			limits: {
				...thresholds,
				...divergence !== void 0 && { divergence }
			},
			score: result.score.value,
			beside: besideScore(result)
		};
	});
	const pools = poolsOf(calibration, model, new Set(found.map(({ accepted }) => accepted.settings)));
	const lines = [
		acceptedTable(rows),
		...found.flatMap(({ accepted, result }) => violations(accepted.name, result)).map(oneLine),
		...pools.flatMap((pool) => poolLines(pool, model.falseAlarms))
	];
	(options.json === "-" ? world.terminal.note : world.terminal.out)(printable(lines.join("\n")));
	world.terminal.note(oneLine(`Written to ${model.calibration.path}: commit it.`));
	await writeJson(options.json, {
		calibration: model.calibration.path,
		models: rows,
		pools
	}, world);
}
/** The stored scores of every lineage by the limits of today; of those made as just now, when anything was. */
function poolsOf({ models }, model, settings) {
	return [...new Set(models.map(({ lineage }) => lineage))].map((lineage) => {
		const limits = policyFor(model, lineage);
		const own = models.filter((each) => each.lineage === lineage);
		const scores = own.filter((each) => settings.size === 0 || settings.has(each.settings)).flatMap(({ signals }) => scoreOf(signals, limits) ?? []);
		return {
			lineage,
			scores,
			otherSettings: own.length - scores.length
		};
	});
}

// src/commands/comment.ts
/** Characters; GitLab takes a million, and nobody reads them. */
const budget = 6e4;
/** Pictures, of which the worst twelve are in sight. */
const mostPictures = 48;
/** `camdrift comment --gitlab`: says on the merge request of this pipeline what `audit` found, in one note that is kept up to date. */
async function commentCommand(options, world) {
	if (!options.gitlab) throw new CamdriftError("usage-wrong", "Where to comment is not said.", { remedy: "Name it: --gitlab. On GitHub the Action comments by itself." });
	const to = mergeRequestOf(options, world);
	const folder = resolve(world.cwd, options.out);
	const body = noteOf(await resultsIn(folder), options, addressesOf(world, relative(world.cwd, folder)));
	const { gitLabOf } = await import("./gitlab.js");
	const gitlab = gitLabOf(to);
	const earlier = (await gitlab.ownNotes()).find((note) => readMarker(note.body)?.key === options.key);
	if (earlier?.body.trim() === body.trim()) {
		world.terminal.note("The note on the merge request says all this already.");
		return exitCodes.pass;
	}
	if (earlier) await gitlab.change(earlier, body);
	else await gitlab.add(body);
	world.terminal.note(oneLine(`${earlier ? "Changed the" : "Made a"} note on merge request !${to.number}.`));
	return exitCodes.pass;
}
function mergeRequestOf({ tokenVariable }, { env }) {
	const given = (name) => {
		const value = env[name];
		if (value) return value;
		throw new CamdriftError("usage-wrong", `The environment variable ${name} is not set.`, { remedy: name.startsWith("CI_") ? "GitLab sets it in pipelines of merge requests: run this in a job with rules for merge_request_event." : "Store a project access token with the scope `api` as a masked variable of that name." });
	};
	return {
		api: given("CI_API_V4_URL"),
		project: given("CI_PROJECT_ID"),
		number: given("CI_MERGE_REQUEST_IID"),
		token: given(tokenVariable)
	};
}
async function resultsIn(folder) {
	const path = join(folder, "results.json");
	const told = (why, cause) => new CamdriftError("usage-wrong", `${path} ${why}.`, {
		cause,
		remedy: "Run camdrift audit first, with that --out."
	});
	const text = await readFile(path, "utf8").catch((cause) => {
		throw told("cannot be read", cause);
	});
	try {
		return readResults(resultsSchema.parse(JSON.parse(text)));
	} catch (cause) {
		throw told("is not what camdrift writes", cause);
	}
}
function addressesOf({ env }, out) {
	const repository = `${env.CI_PROJECT_URL ?? ""}/-`;
	const job = env.CI_JOB_ID && env.CI_PROJECT_URL ? `${repository}/jobs/${env.CI_JOB_ID}` : void 0;
	const encoded = (path) => [...out.split(/[\\/]/), ...path.split("/")].map(encodeURIComponent).join("/");
	const file = (path, how) => job && `${job}/artifacts/${how}/${encoded(path)}`;
	return {
		repository,
		job,
		file
	};
}
/** The same words as on GitHub, without what only works there: there is nobody to hear a command. */
function noteOf(found, { key }, { repository, job, file }) {
	const models = found.models.map((model) => "pair" in model ? {
		...model,
		pair: void 0
	} : model);
	const results = {
		...found,
		models
	};
	const paths = picturesFor(results, budget, mostPictures);
	const pictures = new Map(paths.flatMap((path) => {
		const url = file(path, "raw");
		return url === void 0 ? [] : [[path, url]];
	}));
	const page = file("report.html", "file");
	const links = {
		repository,
		run: job,
		report: page === void 0 ? void 0 : {
			address: page,
			as: "page"
		}
	};
	return comment({
		results,
		pictures,
		chosen: new Set(paths),
		key,
		links,
		budget
	}).body;
}

// src/config/tried.ts
/** What training code usually does: each preset with pictures squashed, each recipe, and Keras' loaders with either of the usual ranges. */
const usual = [
	...Object.keys(presets).map((preprocess) => ({ preprocess })),
	...Object.keys(recipes).map((recipe) => ({ recipe })),
	...["keras-dataset", "keras-load-img"].flatMap((recipe) => [
		"unit",
		"tf",
		"torch",
		"caffe"
	].map((preprocess) => ({
		recipe,
		preprocess
	})))
];
/** Each way once; the configured one first. */
function waysToTry(configured) {
	const { orientation, colour } = configured.pixels;
	const all = [{
		written: "as configured",
		...configured
	}, ...usual.map((each) => ({
		written: words(each),
		...picturesMeant({
			...each,
			orientation,
			colour
		})
	}))];
	const digest = ({ preprocess, fit, pixels }) => JSON.stringify([
		numbersOf(preprocess),
		fit,
		Object.entries(pixels).sort()
	]);
	return all.filter((way, at) => all.findIndex((other) => digest(other) === digest(way)) === at);
}
const numbersOf = ({ scale, mean, std, order }) => [
	scale,
	mean,
	std,
	order
];
const words = (written) => Object.entries(written).map(([key, value]) => `${key}: ${String(value)}`).join(", ");

// src/judgement/ways.ts
/** Below this a way is not told apart from the best. */
const level = .05;
/**
* Ways to feed a model, best first.
* @param chance share of right answers of who always names the commonest class
* @returns whether the best is better than that; where it is not, nothing is told
*/
function rankWays(tried, chance) {
	const sorted = tried.map(({ way, found }) => ({
		way,
		found,
		right: found.right.filter(Boolean).length,
		loss: lossOf(found)
	})).toSorted((a, b) => b.right - a.right || a.loss - b.loss);
	const [best] = sorted;
	if (!best) return {
		ranked: [],
		tells: false
	};
	const ranked = sorted.map(({ way, found, right, loss }) => ({
		way,
		right,
		loss,
		asGood: isAsGood(best.found, found)
	}));
	const of = best.found.right.length;
	return {
		ranked,
		tells: atLeast(best.right, of, chance) < level
	};
}
function isAsGood({ right: best }, { right: other }) {
	const lost = best.filter((right, at) => right && !other[at]).length;
	const gained = other.filter((right, at) => right && !best[at]).length;
	return signTest(lost, gained) >= level;
}
const lossOf = ({ probabilities }) => mean(probabilities.map((p) => -Math.log2(Math.max(p, 2 ** -30))));

// src/reports/ways.ts
/** What was found of one model, as a table and the sentence that a reader needs. */
function waysReport(name, { ranked, of, tells, unfit }) {
	const table = plainTable([
		"",
		"right",
		"of",
		"loss in bits",
		"way"
	]);
	for (const { way, right, loss, asGood } of ranked) table.push([
		asGood && tells ? "*" : " ",
		String(right),
		String(of),
		loss.toFixed(2),
		way.written
	]);
	const not = unfit.map(({ written, why }) => `not tried: ${written}: ${why}`);
	return [
		`${name}: ${waysVerdict({
			ranked,
			of,
			tells
		})}`,
		table.toString(),
		...not
	].join("\n");
}
/** Which way fits, or that it cannot be told. */
function waysVerdict({ ranked, of, tells }) {
	const [best] = ranked;
	if (!best) return "cannot tell: it can be fed in none of the ways.";
	if (!tells) return `cannot tell: the best way is right on ${best.right} of ${of} fixtures, which chance and the commonest class may be too. Give more fixtures of all classes, or correct \`labels\` and \`truth\`.`;
	const good = ranked.filter(({ asGood }) => asGood);
	const numbers = new Set(good.map(({ way: { preprocess: { scale, mean, std, order } } }) => JSON.stringify([
		scale,
		mean,
		std,
		order
	])));
	const configured = ranked.find(({ way }) => way.written === "as configured");
	const alone = good.length === 1 ? "" : `, and ${others(good.length - 1)} as good: these fixtures do not tell how pictures are resized`;
	if (numbers.size > 1) return `cannot tell: ${good.length} ways with different numbers are as good as the best, but for chance (*); ${configured?.asGood ? "the configured one is among them" : `the configured one is not (${configured?.right} of ${of})`}. More fixtures tell more.`;
	if (configured?.asGood) return `the configured way fits: right on ${configured.right} of ${of} fixtures${alone}.`;
	return `\`${best.way.written}\` fits: right on ${best.right} of ${of} fixtures, where the configured way is on ${configured?.right ?? 0}${alone}.`;
}
const others = (count) => count === 1 ? "1 other way with the same numbers is" : `${count} other ways with the same numbers are`;

// src/commands/doctor.ts
/** `camdrift doctor`: feeds models in the usual ways and tells which gives the most right answers. */
async function doctorCommand(options, world) {
	try {
		var _usingCtx$4 = _usingCtx();
		const config = await configOf(options, world);
		const limit = deadlines(config.runTimeout);
		const engine = _usingCtx$4.a(await startedEngine(config.engine, world));
		const models = [];
		for (const model of config.models) {
			await model.obtain?.();
			const found = await triedAll(model, {
				engine,
				jobs: config.jobs,
				batch: config.batch,
				deadline: limit(model.timeout)
			}, world);
			models.push({
				name: model.name,
				...found
			});
			if (options.json !== "-") world.terminal.out(`${printable(waysReport(model.name, found))}\n`);
		}
		await writeJson(options.json, { models: models.map(json) }, world);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
const json = ({ name, ranked, of, tells, unfit }) => ({
	name,
	verdict: waysVerdict({
		ranked,
		of,
		tells
	}),
	of,
	tells,
	ways: ranked.map(({ way: { written, preprocess, fit, pixels }, right, loss, asGood }) => ({
		written,
		right,
		loss,
		asGood,
		preprocess,
		fit,
		pixels
	})),
	unfit
});
async function triedAll(model, run, world) {
	const known = model.fixtures.filter(({ label, labels, path }) => (label !== void 0 || labels !== void 0) && !path.endsWith(".npy"));
	if (known.length === 0) throw noTruth(model.name);
	const tried = [];
	const unfit = [];
	const ways = waysToTry(model);
	const note = world.terminal.progress(model.name);
	for (const [at, way] of ways.entries()) {
		try {
			tried.push({
				way,
				found: await triedOne(model, known, way, run)
			});
		} catch (error) {
			if (!(error instanceof CamdriftError) || error.code !== "config-invalid") throw error;
			unfit.push({
				written: way.written,
				why: error.message
			});
		}
		note(at + 1, ways.length);
	}
	return {
		...rankWays(tried, commonest(known)),
		of: known.length,
		unfit
	};
}
/** Share of the commonest class. */
function commonest(fixtures) {
	const counts = /* @__PURE__ */ new Map();
	for (const { label, labels } of fixtures) {
		const key = labels ? [...labels].sort().join("\n") : label;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return Math.max(...counts.values()) / fixtures.length;
}
async function triedOne(model, fixtures, way, run) {
	const { path, load, layer } = model;
	const { preprocess, fit, pixels } = way;
	const request = {
		path,
		load,
		layer,
		methods: ["grad-cam"],
		score: "logit",
		preprocess,
		fit,
		pixels,
		jobs: run.jobs,
		batch: run.batch
	};
	const tasks = (facts) => {
		if (facts.task.kind === "regression") throw noRightAnswers(model.name);
		return fixtures.map((fixture) => ({
			path: fixture.path,
			class: "predicted"
		}));
	};
	const made = await run.engine.maps(request, tasks, void 0, run.deadline);
	if (made.unfinished) throw new CamdriftError(made.unfinished.code, made.unfinished.message);
	const names = model.labels ?? made.labels ?? [];
	const found = Array.from(made.outcomes, (outcome, at) => {
		if (isFailure(outcome)) throw new CamdriftError("fixture-unreadable", outcome.failed);
		return judged(outcome, indicesOf(fixtures[at], names, made.task.kind === "multi-label"), made.task.kind === "multi-label");
	});
	return {
		right: found.map(({ right }) => right),
		probabilities: found.map(({ probability }) => probability)
	};
}
function judged({ predicted, probabilities }, truth, isLabels) {
	if (!isLabels) return {
		right: predicted === truth[0],
		probability: probabilities[truth[0]]
	};
	const each = Array.from(probabilities, (p, index) => truth.includes(index) ? p : 1 - p);
	return {
		right: each.every(isPresent),
		probability: each.reduce((product, p) => product * p, 1)
	};
}
function indicesOf({ name, label, labels }, names, isLabels) {
	return (isLabels ? labels ?? [label] : [label ?? labels[0]]).map((each) => {
		const index = names.indexOf(each);
		if (index >= 0) return index;
		throw new CamdriftError("labels-mismatch", `The true class of ${name} is \`${each}\`, which is not among the labels.`, { remedy: "Give `labels` with the names that the data set uses." });
	});
}
const noTruth = (name) => new CamdriftError("config-invalid", `Of no picture of model ${name} is the true class known, so no way to feed it can be told from another.`, { remedy: "Say `truth: folder` (or --truth folder) where the folder of a picture is its class, or name a COCO file." });
const noRightAnswers = (name) => new CamdriftError("config-invalid", `Model ${name} is a regression, which has no right answers to be counted.`, { remedy: "Take the preprocessing from its training code." });

// src/commands/layers.ts
/** `camdrift layers`: what can be explained, and what `auto` takes. */
async function layersCommand(options, world) {
	try {
		var _usingCtx$3 = _usingCtx();
		const { output, signature, input, size, task, engine: choice, json } = options;
		const load = settingsFrom({
			...output !== void 0 && { output },
			...input !== void 0 && { input },
			...size !== void 0 && { size },
			...task !== void 0 && { task }
		});
		const path = await modelPath(options, world);
		const model = await _usingCtx$3.a(await startedEngine(choice, world)).layers(path, {
			output: load.output,
			signature,
			inputs: load.inputs,
			size: load.size,
			task: load.task
		}, deadlineOf(options));
		const { auto, layers } = model;
		await writeJson(json, {
			model: shownModel(options.model),
			format: model.format,
			input: model.input,
			classes: model.classes,
			task: model.task,
			...model.takes && { takes: model.takes },
			...auto ? { auto } : { withoutAuto: model.withoutAuto },
			layers
		}, world);
		if (json === "-") return exitCodes.pass;
		const { width, height, channels } = model.input;
		world.terminal.out(`${shownModel(options.model)}: ${model.format}, input ${height} x ${width} x ${channels} (height x width x channels), ${answerWords(model)}${model.takes ? `; ${oneLine(takesWords(model.takes))}` : ""}\n`);
		const longest = Math.max(...layers.map((layer) => layer.name.length));
		for (const layer of layers) {
			const line = `${oneLine(layer.name).padEnd(longest)}  ${`${layer.height} x ${layer.width}`.padStart(9)} x ${String(layer.channels).padEnd(5)} ${oneLine(layer.operation)}`;
			world.terminal.out(layer.name === auto?.name ? world.terminal.colours.bold(`* ${line}`) : `  ${line}`);
		}
		world.terminal.out(`\n${auto ? `* auto: ${oneLine(auto.reason)}${partWords(auto)}` : `auto takes none: ${oneLine(model.withoutAuto ?? "")}`}`);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
function partWords({ beside = [] }) {
	if (beside.length === 0) return "";
	return `; a part of the model: the answers also read ${beside.map((name) => `\`${oneLine(name)}\``).join(", ")} past it, and \`layer: [...]\` explains each by itself`;
}
/** What it answers: `10 classes`, `20 labels (multi-label)`, `a number (regression)`. */
function answerWords({ classes, task: { kind, from } }) {
	if (kind === "regression") return "a number (regression)";
	if (kind === "multi-label") return `${classes} labels (multi-label${from === "graph" ? ", by its sigmoid" : ""})`;
	return from === "assumed" ? `${classes} classes (one number without a sigmoid: if it is a value, say --task regression)` : `${classes} classes`;
}

// src/reports/panel.ts
/** The picture and its class, then one tile per method: its map divided by its own maximum, or the reason it has none. */
function panel(request) {
	const { title, input, explained, methods, tile = 224, columns = 4 } = request;
	const picture = toRgb(display(input, tile));
	return sheets([{
		picture,
		title: "explained class",
		note: explained
	}, ...methods.map((entry) => methodTile(picture, entry))], {
		title,
		tile
	}, [columns])[0];
}
/** One map over the whole picture at the picture's own size, divided by its maximum; words where there is no heat. */
function overlay(input, map) {
	const shown = relativeHeat(map, input);
	return shown === void 0 ? saying(input, "no positive heat") : heatOverlay(input, shown, peak(shown));
}
function methodTile(picture, { title, note, answer, drawn }) {
	if ("refused" in answer) return {
		picture,
		words: answer.refused,
		title,
		note: note ?? "not applicable"
	};
	return {
		picture: drawn?.width === picture.width && drawn.height === picture.height ? drawn : overlay(picture, answer),
		title,
		note
	};
}

// src/commands/_map-pictures.ts
/** Pictures that are encoded at a time: as many as there are threads for it. */
const lanes = 4;
/** One panel per image, and one overlay per image and method, drawn as explanations come, while the model runs on. */
var MapPictures = class {
	/** Of the model's classes. */
	labels;
	#folder;
	#names;
	#lanes;
	#next = 0;
	/** @param names of the images, in their order; of two alike the second gets its number */
	constructor(folder, names) {
		this.#folder = folder;
		this.#names = names;
		this.#lanes = Array.from({ length: lanes }, () => Promise.resolve());
	}
	add(from, outcomes) {
		for (const [at, outcome] of outcomes.entries()) {
			if (isFailure(outcome) || !outcome.picture) continue;
			const lane = this.#next++ % lanes;
			const { picture } = outcome;
			this.#lanes[lane] = this.#lanes[lane].then(() => this.#draw(from + at, outcome, picture));
			this.#lanes[lane].catch(() => {});
		}
	}
	/** When all that were added are there. @throws CamdriftError `usage-wrong` where the folder cannot be written */
	async written() {
		await writable(this.#folder);
		await Promise.all(this.#lanes);
	}
	async #draw(index, { maps, classIndex, probabilities }, input) {
		await writable(this.#folder);
		const name = this.#names[index];
		const stem = this.#names.indexOf(name) === index ? name : `${name}-${index + 1}`;
		const methods = Object.entries(maps).map(([method, answer]) => ({
			name: method,
			title: findMethod(method).title,
			answer,
			drawn: isRefusal(answer) ? void 0 : overlay(input, answer)
		}));
		const explained = `${this.labels?.[classIndex] ?? `class ${classIndex}`} ${(probabilities[classIndex] * 100).toFixed(0)} %`;
		const files = [{
			end: "panel",
			picture: panel({
				title: stem,
				input,
				explained,
				methods
			})
		}, ...methods.flatMap(({ name: end, drawn }) => drawn ? [{
			end,
			picture: drawn
		}] : [])];
		for (const { end, picture } of files) await writeFile(join(this.#folder, `${stem}.${end}.png`), await encodePng(picture));
	}
};

// src/commands/map.ts
const defaultMethods = [
	"cam",
	"grad-cam",
	"grad-cam++"
];
/** `camdrift map`: the maps of some images, as pictures and as numbers. */
async function mapCommand(options, world) {
	try {
		var _usingCtx$2 = _usingCtx();
		const settings = settingsFrom(options);
		const given = options.labels === void 0 ? void 0 : await readLabels(resolve(world.cwd, options.labels));
		if (!settings.preprocess && !settings.recipe && options.image.some((image) => !image.endsWith(".npy"))) world.terminal.note("note: no --preprocess is given, so pixels are divided by 255 (unit)");
		const request = {
			path: await modelPath(options, world),
			load: {
				output: settings.output,
				signature: settings.signature,
				task: settings.task,
				inputs: settings.inputs,
				size: settings.size
			},
			layer: oneLayer(settings.layer),
			methods: [...new Set(settings.methods ?? defaultMethods)],
			score: settings.score ?? "logit",
			...picturesMeant(settings),
			batch: options.batch,
			jobs: options.jobs,
			sketch: false,
			digest: options.json !== void 0
		};
		const engine = _usingCtx$2.a(await startedEngine(options.engine, world));
		const paths = options.image.map((image) => resolve(world.cwd, image));
		const draws = options.out !== void 0 || options.json === void 0;
		const folder = resolve(world.cwd, options.out ?? "camdrift-out");
		const pictures = new MapPictures(folder, paths.map(nameFor));
		const made = await engine.maps({
			...request,
			pictures: draws
		}, ({ classes, labels: carried }) => {
			const labels = given ?? carried;
			const chosen = classChoice(options.class ?? "predicted", labels, classes);
			pictures.labels = labels;
			return paths.map((path) => ({
				path,
				class: chosen
			}));
		}, world.terminal.progress("map"), deadlineOf(options), (from, outcomes) => pictures.add(from, outcomes));
		for (const { takes, fed } of feedingReasons(made.takes, request.preprocess)) world.terminal.note(`note: ${oneLine(feedingWords({
			takes,
			fed
		}))}`);
		tellFallback(ranBy(engine, made), world);
		const labels = given ?? made.labels;
		if (options.json !== void 0) await writeJson(options.json, await toJson(options, request, made, engine, labels), world);
		if (draws) {
			await pictures.written();
			const { name, width, height, reason } = made.layer;
			world.terminal.note(`layer: ${oneLine(name)}, ${width} x ${height} (${oneLine(reason)})\npictures: ${folder}`);
		}
		return failOnUnreadable(made);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function oneLayer(layer = "auto") {
	if (typeof layer === "string") return layer;
	throw new CamdriftError("usage-wrong", `map draws one layer, and ${layer.length} are named.`, { remedy: "Run it once per layer; `audit` and `baseline` take several." });
}
function classChoice(choice, labels, classes) {
	if (labels && labels.length !== classes) throw new CamdriftError("labels-mismatch", `The model has ${classes} classes and ${labels.length} labels are given.`);
	if (choice === "predicted") return "predicted";
	const named = labels?.indexOf(choice) ?? -1;
	const index = named >= 0 ? named : /^\d+$/.test(choice) ? Number(choice) : -1;
	if (index >= 0 && index < classes) return index;
	throw new CamdriftError("usage-wrong", `There is no class \`${choice}\`: expected a label, an index from 0 to ${classes - 1}, or predicted.`);
}
async function toJson(options, request, made, engine, labels) {
	const { layer, format, input, classes, outcomes } = made;
	return {
		version: 1,
		tool,
		engine: ranBy(engine, made).engine,
		model: {
			path: shownModel(options.model),
			format,
			digest: made.digest ?? await modelDigest(request.path),
			input,
			classes
		},
		layer,
		score: request.score,
		preprocess: request.preprocess,
		fit: request.fit,
		pixels: request.pixels,
		images: Array.from(outcomes, (outcome, index) => ({
			image: options.image[index],
			...isFailure(outcome) ? outcome : imageJson(outcome, labels)
		}))
	};
}
function imageJson({ digest, predicted, classIndex, logits, probabilities, maps }, labels) {
	const described = (index) => {
		const label = labels?.[index];
		return {
			index,
			...label !== void 0 && { label },
			probability: probabilities[index],
			...logits.length > 1 && { logit: logits[index] }
		};
	};
	const ranked = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
	const plain = Object.entries(maps).map(([method, map]) => [method, isRefusal(map) ? map : {
		...map,
		data: [...map.data]
	}]);
	return {
		digest,
		predicted: described(predicted),
		explained: described(classIndex),
		top5: ranked.slice(0, 5).map(described),
		logits: [...logits],
		maps: Object.fromEntries(plain)
	};
}
/** After everything else is written, so that one bad image costs only itself. */
function failOnUnreadable(made) {
	if (made.unfinished) throw new CamdriftError(made.unfinished.code, made.unfinished.message);
	const failed = [...made.outcomes].filter(isFailure).map((outcome) => outcome.failed);
	if (failed.length === 0) return exitCodes.pass;
	throw new CamdriftError("fixture-unreadable", failed.join("\n"), { remedy: "Every other image is done." });
}

// src/commands/merge.ts
/** `camdrift merge`: joins what `camdrift audit --shard` wrote on several machines into the verdict that one would have given. */
async function mergeCommand(options, world) {
	try {
		var _usingCtx$1 = _usingCtx();
		const config = await configOf(options, world);
		const shards = await readShards(resolve(world.cwd, options.shards));
		const files = await readAccepted(options.accepted ?? [], world.cwd);
		await writable(config.out);
		const engine = _usingCtx$1.a(await startedEngine(engineOf(shards), world));
		const joined = joinedBy(engine, shards);
		return await finish(await audit(config, joined, world.terminal.progress, world.now), {
			config,
			engine: joined,
			options,
			files,
			world
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

// src/commands/options.ts
const list = (value, previous = []) => [...previous, ...value.split(",").filter(Boolean)];
const each = (value, previous = []) => [...previous, value];
function whole(most) {
	return (value) => {
		const number = Number(value);
		if (Number.isInteger(number) && number >= 1 && number <= most) return number;
		throw new CamdriftError("usage-wrong", `Expected a whole number from 1 to ${most}, got "${value}".`);
	};
}
function seconds(value) {
	const number = Number(value);
	if (number > 0 && number <= 86400) return number;
	throw new CamdriftError("usage-wrong", `Expected seconds, more than 0 and at most 86400, got "${value}".`);
}
function addMapOptions(command) {
	return command.addOption(new Option("--layer <path>", "target layer: a path such as backbone/conv5, or auto; given again, each is explained by itself").argParser(each)).option("--method <names>", "CAM methods, separated by commas or given again", list).addOption(new Option("--score <score>", "what is differentiated").choices(["logit", "probability"])).addOption(new Option("--recipe <name>", "what a library does with pictures").choices(Object.keys(recipes))).option("--preprocess <recipe>", "tf, torch, imagenet, caffe, unit, raw, or \"{scale: 1, mean: [104, 117, 123], order: bgr}\"").addOption(new Option("--fit <fit>", "how a picture of another size meets the input").choices(fits)).addOption(new Option("--resample <filter>", "what pictures are resized with").choices([
		"bilinear",
		"nearest",
		"bicubic",
		"area",
		"lanczos"
	])).addOption(new Option("--antialias <whether>", "smoothed as Pillow does, or not").choices(["true", "false"])).option("--resize-to <size>", "size of the shorter side, or WxH, before the middle is cut out").option("--crop <part>", "size of what is cut out of the middle, 224, or its share, 0.875").addOption(new Option("--orientation <way>", "whether EXIF turns pictures").choices(["ignore", "apply"])).addOption(new Option("--colour <way>", "whether embedded colour profiles are followed").choices(["as-stored", "srgb"])).option("--size <WxH>", "input size, for models that accept any").option("--output <name>", "output to explain, when the model has several").option("--signature <name>", "signature of a SavedModel to explain").addOption(taskOption()).addOption(inputOption()).option("--labels <file>", "class names: text, one per line, or JSON").addOption(engineOption()).addOption(timeoutOption()).option("--jobs <count>", "worker threads of the wasm engine (default: one per core where it pays)", whole(64)).option("--batch <count>", "images per batch (default: from memory)", whole(256));
}
const taskOption = () => new Option("--task <kind>", "what the answers are, where the graph does not show it").choices(taskKinds);
const shardOption = () => new Option("--shard <n/of>", "explain every of-th fixture only, and write what was found for merge").argParser(shardFrom);
const timeoutOption = () => new Option("--timeout <seconds>", "how long one model may take (default: 900)").argParser(seconds);
function engineOption() {
	return new Option("--engine <engine>", "what computes; auto takes the fastest that is installed").choices(["auto", ...engineNames]);
}
function addAuditOptions(command) {
	return addModelOptions(configuredOptions(command)).option("--model <path>", "the model, or its https address, instead of a configuration file");
}
/** All of `addAuditOptions` for a command that needs a configuration file. */
const addConfiguredOptions = (command) => addNetworkOptions(configuredOptions(command));
function configuredOptions(command) {
	return addMapOptions(command).option("--config <file>", "configuration file (default: camdrift.yml, unless --model is given)").option("--workspace <folder>", "folder that the configuration may read from (default: the working directory)").option("--fixtures <glob...>", "fixture images or .npy arrays").option("--truth <source>", "true classes: folder, or a COCO JSON file").option("--run-timeout <seconds>", "how long all models together may take (default: 3600)", seconds).option("--baseline <folder>", "folder of stored baselines").addOption(new Option("--probes <which>", "edits that should not matter: a few, a sweep of many, or none").choices([
		"default",
		"quick",
		"sweep",
		"none"
	]));
}
const inputOption = () => new Option("--input <name=value>", "what an input beside the picture is given: a number, or a .npy file").argParser(each);
const historyOption = new Option("--history <count>", "earlier versions of the model on the default branch of its clone, as accepted models").argParser(whole(200));
const lineageOption = new Option("--lineage <kind>", "how the model descends from its baseline, instead of what the weights show").choices(["auto", ...lineageKinds]);
const checksOption = new Option("--checks <level>", "whether the explanation itself is sound; full takes hundreds of passes").choices(checkLevels);
const pinnedOption = new Option("--pinned <path>", "golden release that drift is also measured from: a model, or a folder of stored baselines");
const thresholdOption = new Option("--threshold <metric=limit>", "largest accepted mean drift, 0 to 1; may be given again").argParser(each);
const falseAlarmsOption = new Option("--false-alarms <rate>", "rate of false alarms that a calibrated verdict may have (default: 0.1)").argParser(Number);
const addCiReports = (command) => ciReports.reduce((made, { option, help }) => made.option(`${option} <file>`, help), command);

// src/commands/setup.ts
/** `camdrift setup`: installs the fastest engine into the tool's own folder. */
async function setupCommand(_options, { terminal, env }) {
	const { engine, folder, before } = await installRuntime(env);
	terminal.out(`${engine} ${before ? "is there already" : "was installed"}: ${printable(folder)}`);
	return exitCodes.pass;
}

// src/commands/run.ts
/** The command line; answers the exit code and never throws. */
async function run(host) {
	const world = {
		terminal: terminal(host),
		cwd: host.cwd(),
		env: host.env,
		now: () => /* @__PURE__ */ new Date()
	};
	let exitCode = exitCodes.pass;
	const program = commands(world, (code) => {
		exitCode = code;
	});
	try {
		await program.parseAsync(host.argv);
		return exitCode;
	} catch (error) {
		return report(error, world);
	}
}
function commands(world, done) {
	const program = programIn(world);
	const verb = (command, action) => command.copyInheritedSettings(program).action(async (options) => done(await action(options, world)));
	const judging = (command) => addCiReports(addAuditOptions(command).option("--baseline-model <path>", "the version to compare with, explained in the same run; none: no comparison").option("--baseline-preprocess <recipe>", "preprocessing of the baseline model, when it differs").addOption(thresholdOption).addOption(lineageOption).addOption(checksOption).addOption(pinnedOption).addOption(falseAlarmsOption).option("--accepted <file...>", "what `camdrift accept` wrote, from a place that the change cannot edit").option("--out <folder>", "where report.html, results.json, summary.md and pictures go (default: camdrift-out)").option("--json <file>", "write the results there as well; - is standard output"));
	verb(judging(program.command("audit").description("compare models with their baselines and judge them")).addOption(shardOption()).option("--map-cache <folder>", "keep maps there, outside of the workspace, and compute nothing twice"), auditCommand);
	verb(judging(program.command("merge").description("join what audit --shard wrote on several machines into one verdict")).requiredOption("--shards <folder>", "where the files of all shards lie, in folders of their own or not"), mergeCommand);
	verb(addAuditOptions(program.command("accept").description("audit, and accept by name what fails and is meant")).requiredOption("--reason <words>", "why it is meant").option("--by <name>", "who accepts it (default: USER)").option("--named <names>", "probes and regions that are accepted, separated by commas", (names) => names.split(",")).option("--only <name>", "which model of the configuration, when several fail").option("--baseline-model <path>", "the version to compare with, explained in the same run").addOption(thresholdOption).addOption(lineageOption), acceptCommand);
	verb(program.command("comment").description("say on a merge request what audit found, in one note that is kept up to date").option("--gitlab", "on the merge request of this GitLab pipeline").option("--out <folder>", "where audit wrote its results", "camdrift-out").option("--key <name>", "keeps the notes of several jobs apart", "default").option("--token-variable <name>", "environment variable with the token", "GITLAB_TOKEN"), commentCommand);
	verb(addAuditOptions(program.command("baseline").description("write or refresh the stored baselines")).option("--check", "write nothing; exit with 2 when a baseline is missing or stale").option("--json <file>", "write what was done; - is standard output"), baselineCommand);
	verb(addConfiguredOptions(program.command("calibrate").description("audit models that you accept, to learn how far benign ones drift")).option("--models <glob...>", "accepted models: files, or folders that hold a model").addOption(historyOption).option("--branch <name>", "the branch that --history looks at, instead of the default one").option("--only <name>", "which model of the configuration, when it has several").option("--baseline-model <path>", "the version to compare with, explained in the same run").addOption(lineageOption).addOption(falseAlarmsOption).option("--fresh", "forget the models that were stored before").option("--json <file>", "write what was found; - is standard output"), calibrateCommand);
	verb(addModelOptions(addMapOptions(program.command("map").description("draw the heatmaps of some images"))).requiredOption("--model <path>", modelHelp).requiredOption("--image <file...>", "images, or .npy arrays").option("--class <class>", "class to explain: predicted, an index or a label", "predicted").option("--out <folder>", "where panels and overlays go (default: camdrift-out, unless --json is given)").option("--json <file>", "write the raw maps there; - is standard output"), mapCommand);
	verb(addAuditOptions(program.command("doctor").description("feed models in the usual ways, and tell which gives the most right answers")).option("--json <file>", "write what was found; - is standard output"), doctorCommand);
	verb(addModelOptions(program.command("layers").description("list the layers that can be explained")).requiredOption("--model <path>", modelHelp).option("--output <name>", "output to explain, when the model has several").option("--signature <name>", "signature of a SavedModel to explain").addOption(taskOption()).addOption(inputOption()).option("--size <WxH>", "input size, for models that accept any").addOption(engineOption()).addOption(timeoutOption()).option("--json <file>", "write the list there; - is standard output"), layersCommand);
	verb(program.command("setup").description("install ONNX Runtime, the fastest engine, for this machine"), setupCommand);
	return program;
}
function programIn(world) {
	return new Command("camdrift").description("Tells whether an image classifier still looks at the right thing: CAM heatmaps, compared across model versions.").version(tool, "-V, --version").exitOverride().configureOutput({
		writeOut: (text) => world.terminal.out(text.trimEnd()),
		writeErr: (text) => world.terminal.note(text.trimEnd())
	}).showHelpAfterError("(run with --help to see the options)");
}
/** Text of several lines, none of which can pass for a line of our own. */
function indented(text) {
	return printable(text).replaceAll("\n", "\n  ");
}
function report(error, { terminal: { note, colours } }) {
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.configuration;
	const known = actionable(error);
	if (known) {
		note(`${colours.red("error")} ${indented(known.message)}\n${colours.dim("to do")} ${indented(known.remedy)}`);
		return known.exitCode;
	}
	note(`internal error, please report it with this text: ${error instanceof Error ? error.stack : String(error)}`);
	return exitCodes.internal;
}

export { run as t };