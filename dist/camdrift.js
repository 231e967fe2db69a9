import { r as __toESM } from "./rolldown-runtime.js";
import { C as string, E as unknown$1, O as NEVER, S as strictObject, T as union$1, _ as looseObject, a as require_picomatch, b as partialRecord, c as dist_default, d as _enum, g as literal, h as int, i as require_cli_table3, j as Option, l as require_lib, m as boolean, n as require_cli_progress, o as require_fastest_levenshtein, p as array, r as pixelmatch, s as require_dist, t as require_picocolors, u as datetime, v as number$1, w as tuple, x as record, y as object$1 } from "./packages.js";
import { createRequire } from "node:module";
import { on } from "node:events";
import { execFile, fork } from "node:child_process";
import { basename, dirname, extname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { constants, createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { constants as constants$1, copyFile, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import util, { isDeepStrictEqual, promisify } from "node:util";
import { Readable } from "node:stream";
import { availableParallelism, devNull, freemem, homedir, tmpdir } from "node:os";
import { performance as performance$1 } from "node:perf_hooks";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { pipeline } from "node:stream/promises";
import { Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";

// src/errors.ts
/** How a run of the command line ended. Only the entry turns one of these into `process.exitCode`. */
const exitCodes = {
	pass: 0,
	regression: 1,
	baselineUnavailable: 2,
	configuration: 3,
	unloadable: 4,
	internal: 10
};
/** Every error a user can cause: the exit code it leads to and what to do when the thrower knows nothing better. */
const problems$1 = {
	"config-invalid": {
		exit: exitCodes.configuration,
		remedy: "Correct the lines named above and run again."
	},
	"config-missing": {
		exit: exitCodes.configuration,
		remedy: "Write a camdrift.yml (see \"Configuration\" in the README), name the file with --config, or the model with --model."
	},
	"usage-wrong": {
		exit: exitCodes.configuration,
		remedy: "Run the command with --help to see its options."
	},
	"path-outside": {
		exit: exitCodes.configuration,
		remedy: "Name a file inside the folder. Paths that leave it are refused because models and configuration are untrusted."
	},
	"system-refused": {
		exit: exitCodes.configuration,
		remedy: "Mend that, and run again."
	},
	"fixtures-none": {
		exit: exitCodes.configuration,
		remedy: "Add an image, or fix the pattern."
	},
	"layer-unknown": {
		exit: exitCodes.configuration,
		remedy: "Run `camdrift layers --model ...` to see the layers it has."
	},
	"labels-mismatch": {
		exit: exitCodes.configuration,
		remedy: "Give one label per class, in the order of the output units."
	},
	"engine-unavailable": {
		exit: exitCodes.configuration,
		remedy: "Use --engine wasm, or install the engine beside camdrift: `npm ci` brings onnxruntime, `npm run setup:native` native."
	},
	"shards-incomplete": {
		exit: exitCodes.configuration,
		remedy: "Run every shard once, of the same commit, with the same options and version, and merge what all of them wrote."
	},
	"workspace-differs": {
		exit: exitCodes.unloadable,
		remedy: "Let actions/checkout run before this step with its default `ref`, and let no step in between replace the file."
	},
	"model-untracked": {
		exit: exitCodes.baselineUnavailable,
		remedy: "Commit a baseline made with `camdrift baseline` to the base branch, or name the earlier version on disk with `baseline-model`."
	},
	"baseline-unavailable": {
		exit: exitCodes.baselineUnavailable,
		remedy: "Run `camdrift baseline` on the version you trust and commit the files it writes."
	},
	"model-unreadable": {
		exit: exitCodes.unloadable,
		remedy: "Check the path, and that the model is whole: every weight shard lies beside model.json, external data beside its .onnx file."
	},
	"model-unavailable": {
		exit: exitCodes.unloadable,
		remedy: "Check the address, and that the host can be reached from here."
	},
	"model-lfs-pointer": {
		exit: exitCodes.unloadable,
		remedy: "Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout."
	},
	"model-unsupported": {
		exit: exitCodes.unloadable,
		remedy: "Export the model without it, or name another output with --output."
	},
	"model-numbers": {
		exit: exitCodes.unloadable,
		remedy: "Check the training run or the export: such a model cannot be explained or deployed."
	},
	"fixture-unreadable": {
		exit: exitCodes.unloadable,
		remedy: "Replace the file, or remove it from the fixtures."
	},
	"timed-out": {
		exit: exitCodes.unloadable,
		remedy: "Take fewer or smaller fixtures, or raise `timeout` and `run-timeout`; a model that never ends is broken, or meant to."
	},
	"broke-down": {
		exit: exitCodes.unloadable,
		remedy: "Check that the model is whole and fits into memory; with the native engine, try `engine: wasm`."
	},
	"model-unforeseen": {
		exit: exitCodes.unloadable,
		remedy: "Check that the model is whole; if another program reads it, please report this line."
	},
	"github-refused": {
		exit: exitCodes.unloadable,
		remedy: "Give the job the permissions that the README names, or run it again."
	},
	"claims-rejected": {
		exit: exitCodes.unloadable,
		remedy: "Look at the run that made the artifact; nothing of it was published."
	}
};
/** What the system says when it refuses something that no program can help, by the name of the error. */
const refusals = {
	ENOSPC: ["no space is left on the disk", "Make room, or name a folder on another disk."],
	EDQUOT: ["the disk quota is used up", "Make room, or name a folder on another disk."],
	EFBIG: ["the file would be larger than the system takes", "Make room, or name a folder on another disk."],
	EROFS: ["the file system can only be read", "Name a folder that can be written."],
	EACCES: ["permission is denied", "Change the permissions, or name another path."],
	EPERM: ["the system does not permit it", "Change the permissions, or name another path."],
	EMFILE: ["too many files are open", "Raise the limit: `ulimit -n 1024`."],
	ENFILE: ["too many files are open on this machine", "Close other programs, and run again."],
	ENOMEM: ["no memory is left", "Give the run more memory, or fewer `jobs` and a smaller `batch`."],
	ERR_MEMORY_ALLOCATION_FAILED: ["no memory is left", "Give the run more memory, or a smaller `batch`."],
	ENAMETOOLONG: ["the name is too long", "Give it a shorter name."],
	ELOOP: ["its links lead round in a circle", "Remove the link that leads back to itself."],
	ENOTDIR: ["a file lies where a folder should be", "Move the file away, or name another path."],
	EISDIR: ["a folder lies where a file should be", "Move the folder away, or name another path."],
	EEXIST: ["something else lies there already", "Move it away, or name another path."],
	ENOTEMPTY: ["a folder that is not empty lies there", "Move it away, or name another path."],
	EIO: ["the disk does not answer", "Look at the disk, and run again."],
	EBUSY: ["another program holds it", "Close it, and run again."],
	ETXTBSY: ["another program holds it", "Close it, and run again."],
	EPIPE: ["whoever read the output has left", "Let it read to the end, or write to a file."],
	ENXIO: ["it is a pipe, a socket or a device", "Name a file."]
};
/** An error of the system in a few words, `no space is left on the disk`; any other in its own. */
function systemWords(error) {
	const { code = "", message } = error;
	if (code === "ENOENT") return "there is no such file";
	return refusals[code]?.[0] ?? message;
}
/** An error that nobody foresaw, told in one line with its place, so that it costs one model and can be reported. */
function unforeseen(error) {
	const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	const place = /^\s+at (.*)$/m.exec(stack)?.[1]?.replace(/\(?file:.*[\\/]/, "(") ?? "nowhere";
	const line = `${name}: ${message.split("\n")[0].slice(0, 300)} (at ${place})`;
	return new CamdriftError("model-unforeseen", `An error that nobody foresaw: ${line}.`, { cause: error });
}
/**
* The error as one that the user can act on: itself when it is one, words for what a system refuses. `undefined` when it is
* neither, and so a bug.
*/
function actionable(error) {
	if (error instanceof CamdriftError) return error;
	const { code = "", path, dest } = error ?? {};
	const known = error instanceof Error ? refusals[code] : void 0;
	if (!known) return void 0;
	const [words, remedy] = known;
	const where = dest ?? path;
	const message = where === void 0 ? `The system refuses: ${words}.` : `${where} cannot be read or written: ${words}.`;
	return new CamdriftError("system-refused", message, {
		cause: error,
		remedy
	});
}
/** An error the user can act on. Anything else that is thrown is a bug: it keeps its stack and exits with 10. */
var CamdriftError = class extends Error {
	name = "CamdriftError";
	code;
	exitCode;
	remedy;
	/** @param message what is wrong, where, what was expected and what was found; the remedy follows on its own line */
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? {} : { cause: options.cause });
		this.code = code;
		this.exitCode = problems$1[code].exit;
		this.remedy = options.remedy ?? problems$1[code].remedy;
	}
};

// src/acceptance/file.ts
const digest$1 = string().regex(/^[0-9a-f]{64}$/);
/** What `camdrift accept` writes: a name under a change, for these two models and these reasons. */
const acceptedFileSchema = strictObject({
	version: literal(1),
	model: string().max(1024),
	code: string().regex(/^[0-9a-f]{16}$/),
	named: array(string().max(1024)).max(1e3),
	baseline: digest$1.nullable(),
	candidate: digest$1,
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
const wordOf$1 = ({ by, why, named }, file) => ({
	by,
	why,
	url: "",
	named,
	...file !== void 0 && { file }
});

// src/core/float-text.ts
/** Base64 of the values' little-endian bytes: they come back bit by bit. */
function floatsToText(values) {
	const bytes = Buffer.alloc(values.length * 4);
	for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
	return bytes.toString("base64");
}
/** The values of `floatsToText`; bytes that make no whole value are dropped. */
function textToFloats(text) {
	const bytes = Buffer.from(text, "base64");
	return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readFloatLE(index * 4));
}

// src/lineage/_sampling.ts
/**
* Follows from shape, place and budget alone, so that two kernels of one shape are sampled alike wherever they are met.
*
* Channels with few inputs make room for more channels: a direction is told from `samples` numbers either way. Of the first
* kernel whole pixels are taken, every colour of each, because colours may have changed places.
*/
function samplingOf(shape, place, samples) {
	const to = shape.at(-1);
	const from = shape.slice(0, -1).reduce((product, size) => product * size, 1);
	const colours = coloursOf(shape);
	if (place === "first" && colours > 0) {
		const inputs = spread$2(from / colours, 64).flatMap((pixel) => Array.from({ length: colours }, (_, colour) => pixel * colours + colour));
		return {
			channels: spread$2(to, 8),
			inputs
		};
	}
	const wanted = place === "inner" ? samples : 128;
	const channels = spread$2(to, Math.max(4, Math.ceil(wanted / from)));
	return {
		channels,
		inputs: spread$2(from, Math.ceil(wanted / channels.length))
	};
}
const mostSamples = 128;
/** Input channels of a kernel that may read an image, and 0 of any other. */
function coloursOf(shape) {
	const [rows, columns, colours] = shape;
	return shape.length === 4 && rows * columns >= 4 && colours <= 4 ? colours : 0;
}
/** At most `count` of 0 .. size - 1, evenly. */
function spread$2(size, count) {
	const kept = Math.min(size, count);
	return Array.from({ length: kept }, (_, index) => Math.floor((index + .5) * size / kept));
}

// src/lineage/_packed.ts
/** How many numbers are kept of a weight that is no kernel. */
const ofConstant = (size) => 1 + Math.min(size, 6);
/** A channel's numbers are those of the kernel's channel; a bias of another length has none there. */
function packedAffine({ factors, addends }, channels) {
	const of = (numbers) => channels.map((at) => numbers[at] ?? 0);
	return Float32Array.from([
		normOf(factors),
		normOf(addends),
		...of(factors),
		...of(addends)
	], finite$2);
}
function unpackedAffine(numbers, channels) {
	const [factors, addends] = [numbers.subarray(2, 2 + channels), numbers.subarray(2 + channels)];
	return {
		norms: [numbers[0], numbers[1]],
		factors,
		addends
	};
}
function packedConstant({ size, values }) {
	const numbers = values();
	const kept = spread$2(size, ofConstant(size) - 1).map((at) => numbers[at]);
	return Float32Array.from([normOf(numbers), ...kept], finite$2);
}
const finite$2 = (value) => Number.isFinite(value) ? value : 0;
/** Euclidean. */
function normOf(numbers) {
	let sum = 0;
	for (const value of numbers) sum += finite$2(value) ** 2;
	return Math.sqrt(sum);
}

// src/lineage/sketch.ts
/** Kernels that are kept of a model, and numbers of all inner ones together: some 64 kB of text, what is beside them not counted. */
const limits$1 = {
	kernels: 200,
	samples: 6e3,
	size: 2 ** 31,
	others: 100
};
const kernelSketch = strictObject({
	/** `3x3x64x128`: rows x columns x from x to, or from x to. */
	shape: string().regex(/^[1-9]\d{0,8}(x[1-9]\d{0,8}){1,5}$/),
	/** Euclidean norm of the whole kernel. */
	norm: number$1().min(0),
	/** Base64 of float32 values, channel by channel. */
	values: string().max(2 ** 16),
	/** Of bias and normalisation behind it, in the same way: norms of factors and addends, then both of each kept channel. */
	affine: string().max(2 ** 16).optional()
});
const otherSketch = strictObject({
	size: int().min(1).max(limits$1.size),
	/** The norm of all, and some numbers. */
	values: string().max(256)
});
/**
* What is kept of a model's weights, so that a later version can be recognised as its descendant without its file: of each
* kernel the shape, the norm and some of its numbers. It says nothing about the maps.
*/
const weightSketchSchema = strictObject({
	version: literal(1),
	/** How many kernels the model has; of very deep ones not all are kept. */
	count: int().min(0),
	kernels: array(kernelSketch).max(limits$1.kernels),
	/** Weights that are no kernels and stand behind none; baselines that were stored before have neither these nor affines. */
	others: array(otherSketch).max(limits$1.others).optional()
}).refine(isSound, "the samples do not fit the kernels");
/**
* At most 96 kB as JSON. Numbers that are not finite count as 0: such a model explains nothing anyway.
* @param weights kernels in execution order, the output channel last
*/
function sketchOf({ kernels, others }) {
	const sound = kernels.filter(({ shape }) => shape.length <= 6 && shape.every((size) => size > 0));
	const kept = evenly(sound, limits$1.kernels);
	const sketches = kept.map(({ shape, values, affine }, index) => {
		const numbers = values();
		const sampling = samplingOf(shape, placeOf$3(index, kept.length), samplesOf(kept.length));
		const text = floatsToText(sampled$1(numbers, shape, sampling));
		const behind = affine && { affine: floatsToText(packedAffine(affine(), sampling.channels)) };
		return {
			shape: shape.join("x"),
			norm: normOf(numbers),
			values: text,
			...behind
		};
	});
	const beside = evenly(others.filter(({ size }) => size > 0), limits$1.others).map((each) => ({
		size: each.size,
		values: floatsToText(packedConstant(each))
	}));
	return {
		version: 1,
		count: sound.length,
		kernels: sketches,
		others: beside
	};
}
/** The kernels of a sketch, unpacked. */
function sampledKernels({ kernels }) {
	return kernels.map(({ shape: text, norm, values, affine }, index) => {
		const shape = text.split("x").map(Number);
		const place = placeOf$3(index, kernels.length);
		const { channels, inputs } = samplingOf(shape, place, samplesOf(kernels.length));
		const numbers = textToFloats(values);
		return {
			shape,
			norm,
			place,
			channels: channels.map((_, at) => numbers.subarray(at * inputs.length, (at + 1) * inputs.length)),
			...affine !== void 0 && { affine: unpackedAffine(textToFloats(affine), channels.length) }
		};
	});
}
/** The other weights of a sketch, unpacked; nothing where it was made before they were kept. */
const sampledConstants = ({ others }) => others?.map(({ size, values }) => ({
	size,
	values: textToFloats(values)
}));
const placeOf$3 = (index, count) => index === 0 ? "first" : index === count - 1 ? "last" : "inner";
const samplesOf = (count) => Math.min(128, Math.floor(limits$1.samples / count));
/** All of a short list; of a longer one the ends and as many evenly between. */
function evenly(items, most) {
	if (items.length <= most) return items;
	return Array.from({ length: most }, (_, index) => items[Math.round(index * (items.length - 1) / (most - 1))]);
}
function sampled$1(numbers, shape, { channels, inputs }) {
	const to = shape.at(-1);
	const at = (channel, input) => numbers[input * to + channel];
	return Float32Array.from(channels.flatMap((channel) => inputs.map((input) => at(channel, input))), finite$2);
}
/** What a schema cannot say of a file that anybody may have written. */
function isSound({ count, kernels, others = [] }) {
	if (kernels.length !== Math.min(count, limits$1.kernels)) return false;
	if (!others.every(({ size, values }) => holds$1(values, ofConstant(size)))) return false;
	return kernels.every(({ shape: text, values, affine }, index) => {
		const shape = text.split("x").map(Number);
		if (shape.reduce((product, size) => product * size, 1) > limits$1.size) return false;
		const { channels, inputs } = samplingOf(shape, placeOf$3(index, kernels.length), samplesOf(kernels.length));
		if (affine !== void 0 && !holds$1(affine, 2 + 2 * channels.length)) return false;
		return holds$1(values, channels.length * inputs.length);
	});
}
function holds$1(text, count) {
	const numbers = textToFloats(text);
	return numbers.length === count && numbers.every(Number.isFinite);
}

// src/baselines/baseline.ts
const grid$1 = {
	width: int().min(1).max(4096),
	height: int().min(1).max(4096)
};
const unit$4 = number$1().min(0).max(1);
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
		...grid$1
	}),
	methods: array(string()).min(1),
	score: _enum(["logit", "probability"]),
	preprocess: strictObject({
		scale: number$1(),
		mean: array(number$1()),
		std: array(number$1()),
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
		resizeTo: union$1([number$1(), string()]).optional(),
		crop: number$1().optional()
	}).describe("How pictures were read and resized; absent in what was made before they were read as Pillow reads them.").optional(),
	input: strictObject({
		...grid$1,
		channels: int()
	}),
	classes: int().min(1),
	task: _enum(["multi-label", "regression"]).describe("What the answers are; absent where they are one class of several.").optional(),
	output: string().describe("Which output was explained, where one was named.").optional(),
	signature: string().describe("Which signature of a SavedModel was explained, where one was named.").optional(),
	inputs: record(string(), union$1([number$1(), sha256$2])).describe("What the inputs beside the picture were given: a number, or the SHA-256 of a file.").optional(),
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
const recordSchema$1 = strictObject({
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
		probability: number$1()
	})),
	probabilities: base64Floats,
	value: number$1().optional(),
	maps: record(string(), union$1([strictObject({
		...grid$1,
		data: base64Floats
	}), strictObject({ refused: string() })])),
	probes: record(string(), union$1([strictObject({
		moved: unit$4,
		onMark: unit$4.optional(),
		predicted: int().min(0),
		divergence: unit$4
	}), strictObject({ refused: string() })])).optional()
});

// src/results/reason.ts
/** The code as `results.json` has it. */
const codeOf = (reason) => reason.code === "as-written" ? reason.written : reason.code;
/** Whether a reason has one of these codes, be it made here or read. */
const says = (reason, ...codes) => codes.includes(codeOf(reason));

// src/acceptance/pair.ts
const digits = 16;
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
		code: createHash("sha256").update(JSON.stringify(subject)).digest("hex").slice(0, digits),
		named: [...new Set(fired.flatMap(nameOf$2))].sort()
	};
}
/** What tells two reasons of one code apart. How far something moved does not: it is the same models that did. */
function factsOf(reason) {
	if (reason.code === "probe-regression") return [reason.probe];
	if (reason.code !== "region-rule") return [];
	const { of, at, limit } = reason.rule;
	return [
		reason.region,
		of,
		at,
		String(limit)
	];
}
/** One word: what the reader copies has no spaces in it. */
function nameOf$2(reason) {
	if (reason.code === "probe-regression") return [oneWord(reason.probe)];
	return reason.code === "region-rule" ? [oneWord(reason.region)] : [];
}
const oneWord = (name) => name.replace(/[\s`\p{Cc}\p{Cf}]+/gu, "_");

// src/files/regular-file.ts
/**
* The bytes of a stranger's file. Pipes, sockets and devices are never opened: they would make a reader wait, or feed it for ever.
* @param most bytes
*/
async function readRegular(path, most, refuse) {
	await requireRegular(path, most, refuse);
	const handle = await opened$1(path, refuse);
	try {
		return await bounded$1(handle, most, refuse);
	} finally {
		await handle.close();
	}
}
/** @throws what `refuse` makes, unless it is a file of at most that many bytes */
async function requireRegular(path, most, refuse) {
	const found = await stat(path).catch((cause) => {
		throw refuse(systemWords(cause), cause);
	});
	if (found.isDirectory()) throw refuse("it is a folder");
	if (!found.isFile()) throw refuse("it is a pipe, a socket or a device");
	if (found.size > most) throw refuse(`it has ${found.size} bytes; at most ${most} are read`);
}
/** Without waiting, should a pipe have taken the file's place. */
const opened$1 = (path, refuse) => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause) => {
	throw refuse(systemWords(cause), cause);
});
async function bounded$1(handle, most, refuse) {
	const found = await handle.stat();
	if (!found.isFile() || found.size > most) throw refuse("it changed while it was read");
	return handle.readFile().catch((cause) => {
		throw refuse(systemWords(cause), cause);
	});
}

// src/files/workspace.ts
/**
* The path as given when it lies inside the folder, by its text and after following symbolic links, and nowhere in `.git`. Of a path that
* does not exist the links above it are followed, and one that leads nowhere yet: what is written there would follow them.
* @throws CamdriftError `path-outside`
*/
async function confined(folder, path, what) {
	const [home, real] = await Promise.all([whereItLeads(folder, what), whereItLeads(path, what)]);
	if (!inside$2(folder, path) || !inside$2(home, real)) throw new CamdriftError("path-outside", `The ${what} leaves the folder ${folder}.`);
	if (inGit(relative(folder, path)) || inGit(relative(home, real))) throw new CamdriftError("path-outside", `The ${what} lies in .git, which is not read.`, { remedy: "Name a file outside of .git: a clone's own files can hold credentials." });
	return path;
}
/**
* The path of a file that a model names as a part of itself: by its text in the model's own folder, and behind links nowhere outside `within`.
* @param within the workspace; the model's own folder when there is none, or when the model does not lie in it
* @throws CamdriftError `path-outside`
*/
async function confinedPart(folder, name, what, within) {
	const path = join(folder, name);
	if (!inside$2(folder, path)) throw new CamdriftError("path-outside", `The ${what} leaves the folder ${folder}.`);
	return confined(within !== void 0 && inside$2(within, folder) ? within : folder, path, what);
}
function inside$2(folder, path) {
	const step = relative(folder, path);
	return step.split(/[\\/]/)[0] !== ".." && !isAbsolute(step);
}
/** Whether a step of the path is a `.git`, under any name that some file system takes for it. */
const inGit = (path) => path.split(/[\\/]/).some((step) => /^(\.git[. ]*|git~\d)$/i.test(step));
const mostLinks = 40;
/** The real path; where it ends in nothing, that of the nearest parent that is there, and the rest. */
async function whereItLeads(path, what, links = 0) {
	const found = await realpath(path).catch((error) => error);
	if (typeof found === "string") return found;
	if (found.code === "ELOOP" || found.code === "ENAMETOOLONG" || links > mostLinks) throw new CamdriftError("path-outside", `The ${what} cannot be followed: ${systemWords(found)}.`, { cause: found });
	const above = dirname(path);
	if (above === path) return path;
	const parent = await whereItLeads(above, what, links);
	const target = await linkAt(join(parent, basename(path)));
	return target === void 0 ? join(parent, basename(path)) : whereItLeads(resolve(parent, target), what, links + 1);
}
const linkAt = async (path) => {
	return (await lstat(path).catch(() => void 0))?.isSymbolicLink() ? readlink(path) : void 0;
};

// src/methods/method.ts
function isRefusal(answer) {
	return "refused" in answer;
}

// src/files/leftovers.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
/** What a file is called while it is written: its own name and a number, which write-file-atomic makes up. */
const unfinished$1 = /\.(?:json|md|webp)\.\d+$/;
/** Removes the files that a run which was killed had not finished; a folder that is not there has none. */
async function sweep(folder) {
	const names = await readdir(folder).catch(() => []);
	for (const name of names) if (unfinished$1.test(name)) await rm(join(folder, name), { force: true });
}

// src/baselines/_whole.ts
/** Where a baseline is written first. Its manifest comes last, so with a manifest it is whole. */
const staging = "pending";
const last = "manifest.json";
/**
* Replaces all files of a folder that `ours` recognises, as one step for whoever reads with `wholeFolder`: they are written
* beside the old ones, and only when all of them are there do they take their places. Killed at any moment it leaves the old ones
* or the new ones; the next call puts the folder in order.
* @param files texts by name, the manifest among them
*/
async function replaceAll(folder, files, ours) {
	await mkdir(folder, { recursive: true });
	await settle$1(folder, ours);
	const staged = join(folder, staging);
	try {
		await mkdir(staged);
		for (const [name, text] of files) if (name !== last) await (0, import_lib.default)(join(staged, name), text);
		await (0, import_lib.default)(join(staged, last), files.get(last));
	} catch (error) {
		await rm(staged, {
			recursive: true,
			force: true
		}).catch(() => {});
		throw error;
	}
	await settle$1(folder, ours);
}
/** The folder to read from: the one that is being replaced, unless what replaces it is whole already. */
async function wholeFolder(folder) {
	const staged = join(folder, staging);
	return await isWhole$2(staged) ? staged : folder;
}
/** Puts what is whole in its place, removes what is not, and what was there before. */
async function settle$1(folder, ours) {
	const staged = join(folder, staging);
	await sweep(folder);
	if (await isWhole$2(staged)) {
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
async function isWhole$2(staged) {
	const [folder, manifest] = await Promise.all([staged, join(staged, last)].map((path) => lstat(path).catch(() => void 0)));
	return Boolean(folder?.isDirectory() && manifest?.isFile());
}
const filesIn = async (folder) => (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

// src/baselines/directory.ts
const manifestName = "manifest.json";
const recordEnding = ".map.json";
const mostBytes$12 = 16 * 2 ** 20;
/**
* Writes a baseline in place of the one that is there. Whoever reads it, at any moment and after any interruption, finds the
* old one or the new one, whole.
*/
async function writeBaseline(folder, baseline) {
	const made = makingDigest(baseline);
	const records = [...baseline.seen].map(([name, seen]) => [recordName(name), toRecord(name, seen, made)]);
	const manifest = {
		version: 1,
		...provenanceOf(baseline),
		weights: baseline.weights
	};
	const files = new Map([...records, [manifestName, manifest]].map(([name, value]) => [name, toText(value)]));
	await replaceAll(folder, files, (name) => name === manifestName || name.endsWith(recordEnding));
}
/**
* Reads a baseline back, bit by bit.
* @throws CamdriftError `baseline-unavailable` when there is none, or it is damaged or half written
*/
async function readBaseline(folder) {
	const there = await wholeFolder(folder);
	const manifest = await readJson(there, manifestName, manifestSchema, `There is no baseline in ${folder}`);
	const records = await Promise.all((await recordFiles(there)).map((file) => readJson(there, file, recordSchema$1, `The baseline in ${folder} is incomplete`)));
	const made = makingDigest(manifest);
	const foreign = records.find((record) => record.made !== made);
	if (foreign) throw unavailable$4(`The baseline in ${folder} is mixed: the record of ${foreign.fixture} was made by another model than the manifest's, or in another way.`);
	const { version: _, ...provenance } = manifest;
	return {
		...provenance,
		seen: new Map(records.map((record) => [record.fixture, fromRecord(record, manifest, folder)]))
	};
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
	const bytes = await readRegular(path, mostBytes$12, (why, cause) => unavailable$4(`${trouble}: ${path} cannot be read: ${why}.`, cause));
	try {
		return schema.parse(JSON.parse(bytes.toString("utf8")));
	} catch (cause) {
		throw unavailable$4(`${path} is not a baseline file of this version of camdrift, or it is damaged.`, cause);
	}
}
const unavailable$4 = (message, cause) => new CamdriftError("baseline-unavailable", message, { cause });
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
	const damaged = (what) => unavailable$4(`The baseline in ${folder} is damaged: the record of ${record.fixture} ${what}.`);
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

// src/core/heatmap.ts
/** The final ReLU of every CAM paper, applied once, on the channel sum: negative evidence becomes 0. */
function heat$1(map) {
	return {
		...map,
		data: map.data.map((value) => Math.max(0, value))
	};
}
/** Sum of all values, in float64. */
function mass(map) {
	return map.data.reduce((sum, value) => sum + value, 0);
}
/** Largest value; 0 for a map without a positive value. */
function peak(map) {
	return map.data.reduce((largest, value) => Math.max(largest, value), 0);
}
/** Heat as a probability density in float64: `value / sum`. `undefined` when there is no heat to share out. */
function density(map) {
	const total = mass(map);
	if (!(total > 0)) return void 0;
	return Float64Array.from(map.data, (value) => value / total);
}
/** Distance in cells between the centres of opposite corner cells, the farthest pair; 0 for a single cell. */
function diagonal$1(grid) {
	return Math.hypot(grid.width - 1, grid.height - 1);
}

// src/core/resize.ts
/**
* Bilinear interpolation between cell centres, for display: TensorFlow's `resizeBilinear` with half-pixel centres
* and without aligned corners, the edge repeated outwards. No smoothing when it shrinks. Range: that of the map.
*/
function resizeBilinear(map, width, height) {
	const columns = interpolation(map.width, width);
	const rows = interpolation(map.height, height);
	const data = new Float32Array(width * height);
	for (let y = 0; y < height; y++) {
		const upper = rows.low[y] * map.width;
		const lower = rows.high[y] * map.width;
		for (let x = 0; x < width; x++) {
			const left = columns.low[x];
			const right = columns.high[x];
			const top = mix(map.data[upper + left], map.data[upper + right], columns.fraction[x]);
			const bottom = mix(map.data[lower + left], map.data[lower + right], columns.fraction[x]);
			data[y * width + x] = mix(top, bottom, rows.fraction[y]);
		}
	}
	return {
		width,
		height,
		data
	};
}
/**
* Area resampling, for comparison across grids: every cell spreads its value over the new cells in proportion to the
* area that they share, so the sum stays the same and a density stays a density, whether the grid shrinks or grows.
*/
function resizeArea(map, width, height) {
	return {
		width,
		height,
		data: Float32Array.from(resampleMass(map.data, map, {
			width,
			height
		}))
	};
}
/** Both maps, area-resampled where necessary, on the coarser of their grids (the smaller width, the smaller height). */
function onCommonGrid(a, b) {
	const width = Math.min(a.width, b.width);
	const height = Math.min(a.height, b.height);
	const fit = (map) => map.width === width && map.height === height ? map : resizeArea(map, width, height);
	return [fit(a), fit(b)];
}
/** `resizeArea` on plain values (row-major, one per cell), all of it in float64. */
function resampleMass(values, from, to) {
	const narrow = new Float64Array(to.width * from.height);
	for (const { source, target, share } of shares(from.width, to.width)) for (let y = 0; y < from.height; y++) narrow[y * to.width + target] += share * values[y * from.width + source];
	const result = new Float64Array(to.width * to.height);
	for (const { source, target, share } of shares(from.height, to.height)) for (let x = 0; x < to.width; x++) result[target * to.width + x] += share * narrow[source * to.width + x];
	return result;
}
/** Per new position along one axis: the two old positions it lies between, and how far it is on the way. */
function interpolation(from, to) {
	const low = new Int32Array(to);
	const high = new Int32Array(to);
	const fraction = new Float64Array(to);
	for (let i = 0; i < to; i++) {
		const position = Math.min(from - 1, Math.max(0, (i + .5) * from / to - .5));
		low[i] = Math.floor(position);
		high[i] = Math.ceil(position);
		fraction[i] = position - low[i];
	}
	return {
		low,
		high,
		fraction
	};
}
function mix(a, b, fraction) {
	return a + (b - a) * fraction;
}
/** Along one axis: the share of each old cell that falls into each new one; the shares of an old cell add up to 1. */
function shares(from, to) {
	const result = [];
	for (let source = 0; source < from; source++) {
		const start = source * to;
		const end = start + to;
		for (let target = Math.floor(start / from); target * from < end; target++) {
			const shared = Math.min(end, (target + 1) * from) - Math.max(start, target * from);
			result.push({
				source,
				target,
				share: shared / to
			});
		}
	}
	return result;
}

// src/core/_spanning-tree.ts
const none$2 = -1;
/** The start: everything flows through the root. Routes there cost `2 * arcCost`, so they empty when that is dearest. */
function starTree(supply, demand, arcCost) {
	const root = supply.length + demand.length;
	const links = () => new Int32Array(root + 1).fill(none$2);
	const tree = {
		sources: supply.length,
		root,
		parent: links(),
		depth: new Int32Array(root + 1),
		flow: Float64Array.of(...supply, ...demand, 0),
		price: new Float64Array(root + 1).fill(arcCost, 0, root),
		firstChild: links(),
		next: links(),
		previous: links()
	};
	for (let node = 0; node < root; node++) {
		attach(tree, node, root);
		tree.depth[node] = 1;
	}
	return tree;
}
/** The lowest node that is above both, or one of them. */
function meetingPoint({ parent, depth }, a, b) {
	let left = a;
	let right = b;
	while (left !== right) if (depth[left] >= depth[right]) left = parent[left];
	else right = parent[right];
	return left;
}
/**
* Cuts the arc above `cut`, turns the path from `low` up to it round, and hangs that part of the tree below `above`
* by an arc that carries `flow`. The prices of the part shift by `priceShift` at sources, and against it at sinks.
*/
function rehang(tree, { cut, low, above, flow, priceShift }) {
	let node = low;
	let newParent = above;
	let newFlow = flow;
	for (;;) {
		const oldParent = tree.parent[node];
		const oldFlow = tree.flow[node];
		detach(tree, node);
		attach(tree, node, newParent);
		tree.flow[node] = newFlow;
		if (node === cut) break;
		newFlow = oldFlow;
		newParent = node;
		node = oldParent;
	}
	shiftPrices(tree, low, priceShift);
}
/** Walks the part below and at `top` depth-first. */
function shiftPrices(tree, top, shift) {
	const { depth, firstChild, next, parent, price, sources } = tree;
	let node = top;
	for (;;) {
		price[node] += node < sources ? shift : -shift;
		depth[node] = depth[parent[node]] + 1;
		if (firstChild[node] !== none$2) {
			node = firstChild[node];
			continue;
		}
		while (node !== top && next[node] === none$2) node = parent[node];
		if (node === top) return;
		node = next[node];
	}
}
function attach({ parent, firstChild, next, previous }, node, to) {
	const sibling = firstChild[to];
	parent[node] = to;
	previous[node] = none$2;
	next[node] = sibling;
	if (sibling !== none$2) previous[sibling] = node;
	firstChild[to] = node;
}
function detach({ parent, firstChild, next, previous }, node) {
	const before = previous[node];
	const after = next[node];
	if (before === none$2) firstChild[parent[node]] = after;
	else next[before] = after;
	if (after !== none$2) previous[after] = before;
}

// src/core/transportation.ts
/**
* Least cost of moving all supply to the demand: the transportation problem, solved to about 1e-12 in float64.
*
* `cost`: row-major, one row per source and one column per sink, every entry >= 0; every supply and demand > 0; total
* supply = total demand (what rounding leaves over does not move). The network simplex method with strongly feasible
* trees, which cannot cycle (Ahuja, Magnanti and Orlin, "Network Flows", 1993, sections 11.5 and 11.6).
*/
function transportationCost(supply, demand, cost) {
	const dearest = cost.reduce((largest, value) => Math.max(largest, value), 0);
	const tree = starTree(supply, demand, dearest);
	const nextArc = arcSearch(tree, cost, demand.length, 1e-12 * dearest);
	for (let arc = nextArc(); arc !== none$1; arc = nextArc()) pivot(tree, cost, demand.length, arc);
	return costOf$1(tree, cost, demand.length);
}
const none$1 = -1;
/**
* Block search: goes round and round all arcs and returns the most profitable one of the first block that has any;
* `none` when no arc saves more than `tolerance` per unit moved, which proves the tree optimal.
*/
function arcSearch({ price, sources }, cost, sinks, tolerance) {
	const block = Math.ceil(Math.sqrt(cost.length));
	let source = 0;
	let sink = 0;
	return () => {
		let best = none$1;
		let bestReduced = -tolerance;
		for (let seen = 1; seen <= cost.length; seen++) {
			const arc = source * sinks + sink;
			const reduced = cost[arc] - price[source] - price[sources + sink];
			if (reduced < bestReduced) {
				bestReduced = reduced;
				best = arc;
			}
			if (++sink === sinks) {
				sink = 0;
				source = (source + 1) % sources;
			}
			if (best !== none$1 && seen % block === 0) break;
		}
		return best;
	};
}
/** Takes an arc into the tree, sends round the cycle that it closes what fits, and drops the arc that blocks. */
function pivot(tree, cost, sinks, arc) {
	const source = Math.floor(arc / sinks);
	const sink = tree.sources + arc % sinks;
	const apex = meetingPoint(tree, source, sink);
	const { blocking, onSourceSide, amount } = findBlocking(tree, source, sink, apex);
	changeFlows(tree, source, apex, amount, -1);
	changeFlows(tree, sink, apex, amount, 1);
	const reduced = cost[arc] - tree.price[source] - tree.price[sink];
	const [low, above, priceShift] = onSourceSide ? [
		source,
		sink,
		reduced
	] : [
		sink,
		source,
		-reduced
	];
	rehang(tree, {
		cut: blocking,
		low,
		above,
		flow: amount,
		priceShift
	});
}
/**
* More in the new arc means less up out of the sources on its source's way to the apex, and less down into the sinks
* on its sink's way. Of several that run dry, the last one in the direction of the cycle, from the apex round to the
* apex, keeps the tree strongly feasible: hence `<` on the one side and `<=` on the other.
*/
function findBlocking({ flow, parent, sources }, source, sink, apex) {
	let blocking = none$1;
	let onSourceSide = true;
	let amount = Infinity;
	for (let node = source; node !== apex; node = parent[node]) if (node < sources && flow[node] < amount) {
		amount = flow[node];
		blocking = node;
	}
	for (let node = sink; node !== apex; node = parent[node]) if (node >= sources && flow[node] <= amount) {
		amount = flow[node];
		blocking = node;
		onSourceSide = false;
	}
	return {
		blocking,
		onSourceSide,
		amount
	};
}
/** On the way from a node up to the apex, changes the arcs above sources by `sign * amount`, those above sinks against it. */
function changeFlows(tree, from, apex, amount, sign) {
	for (let node = from; node !== apex; node = tree.parent[node]) tree.flow[node] += node < tree.sources ? sign * amount : -sign * amount;
}
function costOf$1({ flow, parent, root, sources }, cost, sinks) {
	let total = 0;
	for (let node = 0; node < root; node++) {
		const other = parent[node];
		if (other === root) continue;
		const arc = node < sources ? node * sinks + (other - sources) : other * sinks + (node - sources);
		total += flow[node] * cost[arc];
	}
	return total;
}

// src/core/transport.ts
/** Grids up to this many cells (20 x 20) are solved exactly, larger ones after coarsening. */
const exactCells = 400;
/**
* Earth mover's distance of two densities on one grid: how far their mass has to travel on average, 0..1.
*
* Ground distance: Euclidean between cell centres, divided by `diagonal(grid)`, so that opposite corners are 1 apart;
* on a grid of one cell nothing can move: 0. Both: row-major, non-negative, sum 1. Rubner, Tomasi and Guibas, "The
* earth mover's distance as a metric for image retrieval", IJCV 2000.
*
* Exact to 1e-14 up to `exactCells`. A larger grid is area-resampled to at most that many cells of about the same aspect,
* with distances in cells of the original grid. Measured on grids of 21 x 21 to 56 x 56: smooth maps 0.0005 too low on
* average and at most 0.004, white noise 0.004 too low, noise with many zeros 0.007; all heat in one cell is off by up to
* a coarse cell, 0.033 from corner to corner of 56 x 56. (The sum of the marginal distances, which is as quick, is 0.06
* too high on the same smooth maps, at worst 0.23.)
*/
function earthMoversDistance(p, q, grid) {
	const unit = diagonal$1(grid);
	if (unit === 0) return 0;
	const coarse = solvableGrid(grid);
	const surplus = difference(resampleMass(p, grid, coarse), resampleMass(q, grid, coarse));
	const from = cellsWhere(surplus, (mass) => mass > 0);
	const to = cellsWhere(surplus, (mass) => mass < 0);
	const supply = from.map((cell) => surplus[cell]);
	const demand = to.map((cell) => -surplus[cell]);
	return Math.min(1, transportationCost(supply, demand, groundDistances(from, to, coarse, grid)) / unit);
}
/** The grid itself, or one of about the same aspect with at most `exactCells` cells. */
function solvableGrid({ width, height }) {
	const scale = Math.sqrt(400 / (width * height));
	if (scale >= 1) return {
		width,
		height
	};
	const short = Math.max(1, Math.floor(Math.min(width, height) * scale));
	const long = Math.min(Math.max(width, height), Math.floor(400 / short));
	return width < height ? {
		width: short,
		height: long
	} : {
		width: long,
		height: short
	};
}
/** Distances in cells of the original grid between the centres of coarse cells; row-major, one row per source. */
function groundDistances(from, to, coarse, grid) {
	const cellWidth = grid.width / coarse.width;
	const cellHeight = grid.height / coarse.height;
	const result = new Float64Array(from.length * to.length);
	for (const [row, source] of from.entries()) for (const [column, sink] of to.entries()) {
		const dx = (source % coarse.width - sink % coarse.width) * cellWidth;
		const dy = (Math.floor(source / coarse.width) - Math.floor(sink / coarse.width)) * cellHeight;
		result[row * to.length + column] = Math.hypot(dx, dy);
	}
	return result;
}
function difference(p, q) {
	return p.map((mass, cell) => mass - q[cell]);
}
function cellsWhere(values, test) {
	const cells = [];
	for (let cell = 0; cell < values.length; cell++) if (test(values[cell])) cells.push(cell);
	return cells;
}

// src/metrics/_densities.ts
/** Throws when the grids differ or when a map is not heat (negative, or empty): `compare` has to settle that first. */
function densities(baseline, candidate) {
	const { width, height } = baseline;
	if (candidate.width !== width || candidate.height !== height) throw new RangeError(`The baseline's grid is ${width}x${height} and the candidate's ${candidate.width}x${candidate.height}. Resample to one grid first.`);
	return {
		grid: {
			width,
			height
		},
		baseline: heatOf(baseline, "baseline"),
		candidate: heatOf(candidate, "candidate")
	};
}
function heatOf(map, side) {
	const shares = density(map);
	if (shares === void 0) throw new RangeError(`The ${side} map has no heat to compare. Settle empty maps first.`);
	if (shares.some((share) => share < 0)) throw new RangeError(`The ${side} map has negative values. Apply heat() first.`);
	return shares;
}

// src/metrics/_readings.ts
/** A share as per cent: 0.142 with one digit reads "14.2 %". */
function percent$2(share, digits) {
	return `${(100 * share).toFixed(digits)} %`;
}
/** A coefficient with two digits; what rounds to zero has no sign. */
function coefficient(value) {
	return value.toFixed(2).replace(/^-(0\.00)$/, "$1");
}

// src/metrics/attention-shift.ts
/**
* Earth mover's distance between the two densities, in units of the grid diagonal (`earthMoversDistance`).
*
* The only metric here that tells a near miss from a far one. On a grid of one cell heat cannot move: 0.
*/
const attentionShift = {
	name: "attention-shift",
	title: "Attention shift",
	meaning: "How far the heat had to travel on average, in per cent of the diagonal of the map.",
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		return earthMoversDistance(pair.baseline, pair.candidate, pair.grid);
	},
	reading: (drift) => percent$2(drift, 1)
};

// src/metrics/centre-shift.ts
/**
* Distance between the centres of mass, in units of the grid diagonal (Ghorbani et al., AAAI 2019).
*
* Never more than the exact earth mover's distance; 0 for heat that spreads or splits evenly. On a grid of one cell: 0.
*/
const centreShift = {
	name: "centre-shift",
	title: "Centre shift",
	meaning: "How far the centre of the heat moved, in per cent of the diagonal of the map.",
	drift(baseline, candidate) {
		const { dx, dy } = centreMove(baseline, candidate);
		const unit = diagonal$1(baseline);
		return unit === 0 ? 0 : Math.min(1, Math.hypot(dx, dy) / unit);
	},
	reading: (drift) => percent$2(drift, 1)
};
/** Clockwise from the right, an eighth of a turn apart; y points down. */
const directions = [
	"right",
	"down-right",
	"down",
	"down-left",
	"left",
	"up-left",
	"up",
	"up-right"
];
/** Moves shorter than this, in cells, have no direction to speak of. */
const standstill = .01;
function centreMove(baseline, candidate) {
	const pair = densities(baseline, candidate);
	const from = centreOf(pair.baseline, pair.grid);
	const to = centreOf(pair.candidate, pair.grid);
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	return {
		dx,
		dy,
		towards: Math.hypot(dx, dy) < standstill ? void 0 : directionOf(dx, dy)
	};
}
function centreOf(heat, { width }) {
	let x = 0;
	let y = 0;
	for (const [cell, share] of heat.entries()) {
		x += share * (cell % width);
		y += share * Math.floor(cell / width);
	}
	return {
		x,
		y
	};
}
function directionOf(dx, dy) {
	const eighths = Math.round(Math.atan2(dy, dx) / (Math.PI / 4));
	return directions[(eighths + 8) % 8];
}

// src/core/divergence.ts
/**
* Jensen-Shannon divergence of two distributions over the same outcomes, in bits: 0 = equal, 1 = nothing in common.
*
* `H((p + q) / 2) - (H(p) + H(q)) / 2`; symmetric; `0 log 0 = 0`. Lin, "Divergence measures based on the Shannon
* entropy", IEEE Transactions on Information Theory 1991, eq. 4.1 with equal weights.
*/
function jensenShannon(p, q) {
	requireSameOutcomes(p, q);
	let bits = 0;
	for (let i = 0; i < p.length; i++) {
		const middle = (p[i] + q[i]) / 2;
		bits += (bitsOver(p[i], middle) + bitsOver(q[i], middle)) / 2;
	}
	return Math.min(1, Math.max(0, bits));
}
/**
* Probabilities that sum to 1, in float64. Several independent sigmoids need not do so by themselves; when all of them
* underflow to 0 there is nothing to share out.
*/
function normalised$1(probabilities) {
	const total = probabilities.reduce((sum, value) => sum + value, 0);
	return Float64Array.from(probabilities, (value) => total > 0 ? value / total : 0);
}
/** The epsilon of the MIT / Tuebingen saliency benchmark. */
const epsilon = 22e-17;
/** Largest value of `klDivergence`, in nats: all of `p` lies where `q` has nothing. */
const largestKl = Math.log(4545454545454545);
/**
* Kullback-Leibler divergence of `q` from `p` in nats, 0 to about 36.05: large where `p` has mass and `q` has none.
*
* `sum of p log(eps + p / (q + eps))` with eps = 2.2e-16, the form of the MIT / Tuebingen saliency benchmark (Bylinskii
* et al., "What do different evaluation metrics tell us about saliency models?", TPAMI 2019). Not symmetric.
*/
function klDivergence(p, q) {
	requireSameOutcomes(p, q);
	let nats = 0;
	for (let i = 0; i < p.length; i++) nats += p[i] * Math.log(epsilon + p[i] / (q[i] + epsilon));
	return Math.max(0, nats);
}
function bitsOver(part, middle) {
	return part > 0 ? part * Math.log2(part / middle) : 0;
}
function requireSameOutcomes(p, q) {
	if (p.length !== q.length) throw new RangeError(`${p.length} outcomes do not pair with ${q.length}.`);
}

// src/metrics/kl.ts
/**
* Drift = 1 - exp(-KL); KL = divergence of the candidate's density from the baseline's in nats, in the MIT / Tuebingen
* form with epsilon 2.2e-16 (`klDivergence`): `sum of B log(eps + B / (C + eps))`.
*
* Not symmetric, on purpose: heat that vanished from where the baseline had it is punished, heat that appeared is not.
*/
const kl = {
	name: "kl",
	title: "Kullback-Leibler divergence (KL)",
	meaning: "How badly the candidate misses the places where the baseline had its heat, in nats: 0 not at all.",
	symmetric: false,
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		return -Math.expm1(-klDivergence(pair.baseline, pair.candidate));
	},
	reading: (drift) => `${Math.min(largestKl, Math.abs(Math.log1p(-drift))).toFixed(2)} nats`
};

// src/metrics/overlap.ts
/** Drift = 1 - SIM, the total variation distance; SIM = `sum of min(P, Q)`, the histogram intersection (Bylinskii et al.). */
const overlap = {
	name: "overlap",
	title: "Overlap",
	meaning: "The share of the heat that stayed where it was.",
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		let moved = 0;
		for (const [cell, heat] of pair.baseline.entries()) moved += Math.abs(heat - pair.candidate[cell]) / 2;
		return Math.min(1, moved);
	},
	reading: (drift) => percent$2(1 - drift, 0)
};

// src/core/statistics.ts
/** Arithmetic mean in float64. At least one value. */
function mean(values) {
	if (values.length === 0) throw new RangeError("The mean of no values is not defined.");
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i];
	return sum / values.length;
}
/** `percent` in 0..100, with linear interpolation between the two nearest values (NumPy's default). At least one value. */
function percentile(values, percent) {
	if (values.length === 0) throw new RangeError("A percentile of no values is not defined.");
	const sorted = Float64Array.from(values).sort();
	const position = percent / 100 * (sorted.length - 1);
	const below = sorted[Math.floor(position)];
	return below + (sorted[Math.ceil(position)] - below) * (position - Math.floor(position));
}
/** Pearson's correlation coefficient, -1..1. `undefined` when either side is constant: it then has no direction to share. */
function pearson$1(a, b) {
	requireSameLength(a, b);
	if (isConstant(a) || isConstant(b)) return void 0;
	const meanA = mean(a);
	const meanB = mean(b);
	let varianceA = 0;
	let varianceB = 0;
	let covariance = 0;
	for (let i = 0; i < a.length; i++) {
		const da = a[i] - meanA;
		const db = b[i] - meanB;
		varianceA += da * da;
		varianceB += db * db;
		covariance += da * db;
	}
	return Math.min(1, Math.max(-1, covariance / Math.sqrt(varianceA * varianceB)));
}
/** Spearman's rank correlation, -1..1: Pearson's coefficient of the ranks. `undefined` when either side is constant. */
function spearman$1(a, b) {
	return pearson$1(ranks(a), ranks(b));
}
/** Ranks 1..n from the smallest; equal values share the average of the ranks that they take up together. */
function ranks(values) {
	const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i] - values[j]);
	const result = new Float64Array(values.length);
	for (let start = 0, end = 1; start < order.length; start = end++) {
		while (end < order.length && values[order[end]] === values[order[start]]) end++;
		for (let i = start; i < end; i++) result[order[i]] = (start + 1 + end) / 2;
	}
	return result;
}
/** Whether all values are the same. Asked of the values and not of the variance, which rounding keeps above 0. */
function isConstant(values) {
	for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
	return true;
}
function requireSameLength(a, b) {
	if (a.length !== b.length) throw new RangeError(`${a.length} values do not pair with ${b.length}.`);
}

// src/metrics/_correlation.ts
/**
* A correlation coefficient as a drift: 1 -> 0, 0 -> 0.5, -1 -> 1.
*
* Where it is not defined because a map is constant: two constant maps are the same density and so correlate fully; one
* constant map says nothing about where the other has its heat, so they do not correlate.
*/
function correlationDrift(correlation, baseline, candidate) {
	const bothConstant = isConstant(baseline) && isConstant(candidate);
	return (1 - (correlation(baseline, candidate) ?? (bothConstant ? 1 : 0))) / 2;
}

// src/metrics/pearson.ts
/** Drift = (1 - CC) / 2; CC = Pearson's coefficient over the cells (Bylinskii et al.). Two constant maps: 0; one: 0.5. */
const pearson = {
	name: "pearson",
	title: "Pearson correlation (CC)",
	meaning: "Whether the two maps rise and fall at the same places: 1 the same, 0 unrelated, -1 each other's negative.",
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		return correlationDrift(pearson$1, pair.baseline, pair.candidate);
	},
	reading: (drift) => coefficient(1 - 2 * drift)
};

// src/metrics/spearman.ts
/**
* Drift = (1 - rho) / 2; rho = Spearman's rank correlation over the cells, ties averaged, as in Adebayo et al., "Sanity
* Checks for Saliency Maps", NeurIPS 2018. Two constant maps: 0; one: 0.5.
*/
const spearman = {
	name: "spearman",
	title: "Spearman rank correlation",
	meaning: "Whether the two maps put the cells in the same order from cold to hot: 1 the same, -1 the opposite.",
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		return correlationDrift(spearman$1, pair.baseline, pair.candidate);
	},
	reading: (drift) => coefficient(1 - 2 * drift)
};

// src/metrics/ssim.ts
const largestWindow = 7;
/** Squares of K1 and K2 times the data range. */
const c1 = .01 ** 2;
const c2 = .03 ** 2;
/**
* Drift = (1 - SSIM) / 2; SSIM = structural similarity of the maps, each divided by its maximum (Wang et al., "Image
* Quality Assessment", IEEE TIP 2004, eq. 13), averaged over all windows that lie inside the grid.
*
* The conventions of scikit-image's `structural_similarity`: uniform square window, sample covariance, K1 = 0.01,
* K2 = 0.03, data range 1. Window: 7 cells, or the largest odd number that fits the grid; in a window of one cell there
* is no variance and brightness alone is compared.
*/
const ssim = {
	name: "ssim",
	title: "Structural similarity (SSIM)",
	meaning: "How alike the two maps look in brightness, contrast and structure: 1 the same.",
	drift(baseline, candidate) {
		const { grid, baseline: before, candidate: after } = densities(baseline, candidate);
		return (1 - meanSimilarity(overMaximum(before), overMaximum(after), grid)) / 2;
	},
	reading: (drift) => coefficient(1 - 2 * drift)
};
function meanSimilarity(a, b, { width, height }) {
	const fitting = Math.min(largestWindow, width, height);
	const window = fitting % 2 === 1 ? fitting : fitting - 1;
	let sum = 0;
	let count = 0;
	for (let top = 0; top + window <= height; top++) for (let left = 0; left + window <= width; left++) {
		sum += similarity(windowMoments(a, b, width, top * width + left, window));
		count++;
	}
	return sum / count;
}
function windowMoments(a, b, width, start, window) {
	const count = window * window;
	const cells = Array.from({ length: count }, (_, i) => start + Math.floor(i / window) * width + i % window);
	const meanA = cells.reduce((sum, cell) => sum + a[cell], 0) / count;
	const meanB = cells.reduce((sum, cell) => sum + b[cell], 0) / count;
	let varianceA = 0;
	let varianceB = 0;
	let covariance = 0;
	for (const cell of cells) {
		const da = a[cell] - meanA;
		const db = b[cell] - meanB;
		varianceA += da * da;
		varianceB += db * db;
		covariance += da * db;
	}
	const degrees = Math.max(1, count - 1);
	return {
		meanA,
		meanB,
		varianceA: varianceA / degrees,
		varianceB: varianceB / degrees,
		covariance: covariance / degrees
	};
}
function similarity({ meanA, meanB, varianceA, varianceB, covariance }) {
	return (2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1) * ((2 * covariance + c2) / (varianceA + varianceB + c2));
}
function overMaximum(heat) {
	const maximum = heat.reduce((largest, value) => Math.max(largest, value), 0);
	return heat.map((value) => value / maximum);
}

// src/metrics/top-region.ts
/** Share of the cells that the region holds, rounded to whole cells, at least one. */
const share$5 = .2;
/**
* Drift = 1 - IoU of the hottest 20 % of the cells (the top-k intersection of Ghorbani et al., "Interpretation of Neural
* Networks is Fragile", AAAI 2019, over the union).
*
* Ties: every cell as hot as the last one that fits belongs to the region, whatever their number, so that no order of
* the cells decides; cells without heat never do. A constant map is hot everywhere.
*/
const topRegion = {
	name: "top-region",
	title: "Hottest fifth (IoU)",
	meaning: "How much the hottest fifth of the two maps have in common: 1 the same cells, 0 none.",
	drift(baseline, candidate) {
		const pair = densities(baseline, candidate);
		const before = threshold$1(pair.baseline);
		const after = threshold$1(pair.candidate);
		let common = 0;
		let either = 0;
		for (const [cell, heat] of pair.baseline.entries()) {
			const wasHot = heat >= before;
			const isHot = pair.candidate[cell] >= after;
			if (wasHot && isHot) common++;
			if (wasHot || isHot) either++;
		}
		return 1 - common / either;
	},
	reading: (drift) => coefficient(1 - drift)
};
/** The heat of the coldest cell of the region: of the k-th hottest one, or of the last that has any. */
function threshold$1(heat) {
	const hot = heat.filter((value) => value > 0).sort().reverse();
	const size = Math.max(1, Math.round(share$5 * heat.length));
	return hot[Math.min(size, hot.length) - 1];
}

// src/metrics/index.ts
/** Every drift metric, in the order in which lists show them; the first one is the headline. */
const metrics = [
	attentionShift,
	overlap,
	kl,
	pearson,
	topRegion,
	centreShift,
	ssim,
	spearman
];
/** The metric of that name, in any case and with any separators: `SSIM`, `attention shift`. `undefined`: there is none. */
function findMetric(name) {
	return metrics.find((metric) => plainName$1(metric.name) === plainName$1(name));
}
function plainName$1(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}

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
function limitsBy(written, lineage) {
	const own = limitsOf(lineage);
	const { divergence, ...drift } = written ?? {};
	const known = Object.fromEntries(Object.entries(drift).filter(([name]) => metrics.some((each) => each.name === name)));
	const named = Object.keys(known).length > 0;
	return {
		thresholds: named ? known : own.thresholds,
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
* own do.
*/
function policyFor({ methods, thresholds, alsoThresholds, probes, regions, reference, answerLimit }, lineage) {
	const own = limitsBy(thresholds, lineage);
	const limits = alsoThresholds ? both(own, limitsBy(alsoThresholds, lineage)) : own;
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
		...lineage && { lineage },
		...probes.length > 0 && { probes: Object.fromEntries(probes.map(({ name, limit }) => [name, limit])) },
		...required.length > 0 && { requiredProbes: required },
		...scaled.length > 0 && { scaledProbes: scaled },
		...regions.length > 0 && { regions: Object.fromEntries(regions.map(({ name, rules }) => [name, [...rules]])) },
		...accuracy && { accuracy },
		...reference.kind === "none" && { baseline: "none" }
	};
}

// src/lfs/pointer.ts
/** Whether bytes are a Git LFS pointer: what a checkout without `lfs: true` leaves in place of a large file. */
function isLfsPointer(bytes) {
	return String.fromCharCode(...bytes.subarray(0, mark$1.length)) === mark$1;
}
/** Git LFS takes nothing longer for a pointer. */
const longestLfsPointer = 1024;
/**
* What a pointer says; undefined when the bytes are no pointer, or one whose object is not the file itself (extensions).
* Source: the specification in git-lfs, docs/spec.md.
*/
function readLfsPointer(bytes) {
	if (bytes.length > 1024 || !isLfsPointer(bytes)) return void 0;
	const [, oid, size] = pointer.exec(new TextDecoder("latin1").decode(bytes)) ?? [];
	if (oid === void 0 || !Number.isSafeInteger(Number(size))) return void 0;
	return {
		oid,
		size: Number(size)
	};
}
/** The pointer that Git LFS writes for a file. */
const lfsPointerText = ({ oid, size }) => Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`);
const mark$1 = "version https://git-lfs.github.com/spec/";
const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\noid sha256:([0-9a-f]{64})\r?\nsize (\d+)(?:\r?\n)?$/;

// src/models/model.ts
const taskKinds = [
	"single-label",
	"multi-label",
	"regression"
];
/** Whether a label is among a multi-label model's answers. */
const isPresent = (probability) => probability >= .5;
/** Of a file that holds what a further input is given: 64 MB. */
const mostInputBytes = 2 ** 26;
/** A file of one of these names makes its folder a model; they are looked for in this order. */
const folderModels = ["model.json", "saved_model.pb"];

// src/models/_given-inputs.ts
/** The numbers of every further input, by its name. @throws CamdriftError `config-invalid` for a file that holds no such array */
async function givenInputs(inputs) {
	const entries = Object.entries(inputs ?? {}).map(async ([name, value]) => [name, typeof value === "number" ? {
		shape: [],
		data: Float32Array.of(value)
	} : await arrayOf(value)]);
	return new Map(await Promise.all(entries));
}
async function arrayOf(path) {
	await requireRegular(path, mostInputBytes, (why) => unfit$1(path, why));
	const bytes = await readFile(path).catch(() => {
		throw unfit$1(path, "there is no readable file");
	});
	const version = bytes[6] ?? 0;
	if (bytes.toString("latin1", 0, 6) !== "NUMPY" || version < 1 || version > 3 || bytes.length < 12) throw unfit$1(path, "it does not start like a .npy file of format 1 to 3");
	const start = version === 1 ? 10 : 12;
	const end = start + (version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
	const header = bytes.toString("latin1", start, end);
	const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1] ?? "";
	const read = readers[type];
	if (!read || !/'fortran_order'\s*:\s*False\b/.test(header)) throw unfit$1(path, `it holds values of type ${type || "unknown"} or in another order; expected ${Object.keys(readers).join(", ")} in C order`);
	const shape = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
	const count = shape.reduce((product, size) => product * size, 1);
	if (bytes.length - end !== count * read.bytes) throw unfit$1(path, `it has ${bytes.length - end} bytes of data where ${shape.join(" x ") || "one number"} takes ${count * read.bytes}`);
	const view = new DataView(bytes.buffer, bytes.byteOffset + end, bytes.length - end);
	const data = Float32Array.from({ length: count }, (_, at) => read.value(view, at * read.bytes));
	if (!data.every(Number.isFinite)) throw unfit$1(path, "it holds a value that is not finite");
	return {
		shape,
		data
	};
}
const readers = {
	"<f4": {
		bytes: 4,
		value: (view, at) => view.getFloat32(at, true)
	},
	"<f8": {
		bytes: 8,
		value: (view, at) => view.getFloat64(at, true)
	},
	"<i4": {
		bytes: 4,
		value: (view, at) => view.getInt32(at, true)
	},
	"<i8": {
		bytes: 8,
		value: (view, at) => Number(view.getBigInt64(at, true))
	},
	"|u1": {
		bytes: 1,
		value: (view, at) => view.getUint8(at)
	},
	"|b1": {
		bytes: 1,
		value: (view, at) => view.getUint8(at)
	}
};
const unfit$1 = (path, why) => new CamdriftError("config-invalid", `${path} cannot be given to a model as an input: ${why}.`, { remedy: "Write the array with numpy.save, or give one number for all of it." });

// src/models/_other-formats.ts
const torch = "In Python, with the network as `model`: torch.onnx.export(model.eval(), torch.zeros(1, 3, 224, 224), \"model.onnx\", dynamic_axes={\"input\": {0: \"n\"}}, input_names=[\"input\"])";
const others$2 = [
	{
		what: "a PyTorch file, whose weights or program PyTorch's own code unpickles",
		begins: (head) => isZip(head) && /\/(data|constants)\.pkl|\/(\.format_version|byteorder|archive_format)/.test(head.toString("latin1")) || head.subarray(0, 14).equals(oldTorch),
		endings: [
			".pt",
			".pth",
			".pt2",
			".ckpt",
			"pytorch_model.bin"
		],
		remedy: torch
	},
	{
		what: "a safetensors file, which holds weights and no network",
		begins: (head) => head.length > 9 && head.readBigUInt64LE(0) < 2n ** 27n && head[8] === 123 && /^\{\s*"/.test(head.toString("latin1", 8, 40)),
		endings: [".safetensors"],
		remedy: "For a model of Hugging Face: optimum-cli export onnx --model FOLDER exported. Otherwise load the weights into the network and use torch.onnx.export."
	},
	{
		what: "a TensorFlow Lite file, made for devices that only predict",
		begins: (head) => head.toString("latin1", 4, 8) === "TFL3",
		endings: [".tflite", ".lite"],
		remedy: "Name the Keras file or SavedModel that it was converted from, or run: python -m tf2onnx.convert --tflite model.tflite --output model.onnx"
	},
	{
		what: "a Core ML model",
		begins: isCoreMl,
		endings: [".mlmodel", ".mlpackage"],
		remedy: "Name what it was converted from, or export that network to ONNX: Core ML cannot be converted back."
	},
	{
		what: "a frozen TensorFlow graph, which does not say what goes in and comes out",
		begins: isGraph,
		endings: [".pb", ".pbtxt"],
		remedy: "Run: python -m tf2onnx.convert --graphdef model.pb --inputs NAME:0 --outputs NAME:0 --output model.onnx"
	},
	{
		what: "a model in the form of ONNX Runtime alone",
		begins: (head) => head.toString("latin1", 4, 8) === "ORTM",
		endings: [".ort"],
		remedy: "Name the .onnx file that it was converted from."
	},
	{
		what: "a pickled Python object, which only running its code would read",
		begins: (head) => head[0] === 128 && head[1] >= 2 && head[1] <= 5 && /^(\x95|[c}(\]\x8a\x8c])/.test(head.toString("latin1", 2, 3)),
		endings: [
			".pkl",
			".pickle",
			".joblib"
		],
		remedy: `Export the model from where it is loaded. ${torch}`
	},
	{
		what: "an engine of TensorRT, which is compiled for one graphics card",
		endings: [
			".engine",
			".plan",
			".trt"
		],
		remedy: "Name the .onnx file that it was built from."
	}
];
/** What a file is that is told by its first bytes and not read. */
const otherByContent = ({ head }) => others$2.find(({ begins }) => begins?.(Buffer.from(head.buffer, head.byteOffset, head.length)));
/** The same by its name, which may be that of a folder. */
const otherByName = (path) => others$2.find(({ endings }) => endings.some((ending) => basename(path).toLowerCase().endsWith(ending)));
function refusedFormat(path, { what, remedy }) {
	return new CamdriftError("model-unsupported", `${path} is ${what}.`, { remedy });
}
/** Begins with a number and a version, as files did before they were zips. */
const oldTorch = Buffer.from("80028a0a6cfc9c46f9206aa85019", "hex");
const isZip = (head) => head.toString("latin1", 0, 4) === "PK";
/** A version above SavedModel's, then a description that is a message, where ONNX has the text of its producer's name. */
function isCoreMl(head) {
	if (head[0] !== 8 || head[1] < 2 || head[2] !== 18) return false;
	const body = head.subarray(3).findIndex((byte) => byte < 128);
	return body >= 0 && head[4 + body] === 10;
}
/** A node first: its name, then its operation. */
function isGraph(head) {
	const size = head.subarray(1).findIndex((byte) => byte < 128);
	const name = 2 + size;
	if (head[0] !== 10 || size < 0 || head[name] !== 10) return false;
	const operation = name + 2 + head[name + 1];
	return head[operation] === 18 && /^[A-Z]\w+$/.test(head.toString("latin1", operation + 2, operation + 2 + head[operation + 1]));
}

// src/models/content-hash.ts
const carriageReturn = 13;
/**
* JSON is hashed without carriage returns: they mean nothing in it, and a checkout on Windows puts them in. All other files of a
* model are hashed as they are.
* @param name of the file
*/
function contentHash(name) {
	const hash = createHash("sha256");
	const isText = name.toLowerCase().endsWith(".json");
	const made = {
		update: (part) => {
			hash.update(isText && part.includes(carriageReturn) ? part.filter((byte) => byte !== carriageReturn) : part);
			return made;
		},
		digest: () => hash.digest("hex")
	};
	return made;
}

// src/models/_one-file.ts
const maxBytes = 2 * 2 ** 30;
/** The bytes of a model that is a single file. */
async function readModelFile(path) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${path}.`, { cause });
	});
	if (!found.isFile() || found.size > maxBytes) throw new CamdriftError("model-unreadable", `${path} is not a file of at most ${maxBytes} bytes.`);
	const bytes = await readFile(path);
	if (isLfsPointer(bytes)) throw new CamdriftError("model-lfs-pointer", `${path} is a Git LFS pointer, not the file itself.`);
	return bytes;
}

// src/models/keras-h5.ts
/** The first four of HDF5's signature. */
const signature$2 = [
	137,
	72,
	68,
	70
];
/** `.h5` files with architecture and weights, as Keras 2 and Keras 3 write them. */
const kerasH5 = {
	name: "keras-h5",
	recognises: ({ head }) => signature$2.every((byte, index) => head[index] === byte),
	files: async (path) => [path],
	async load(path, engine, options) {
		const { inWords, loadKeras } = await import("./load.js");
		try {
			return loadKeras(await open$3(path), engine, options);
		} catch (cause) {
			throw inWords(path, cause);
		}
	}
};
/** Reading HDF5 is loaded with the first file. */
async function open$3(path) {
	const [bytes, { openHdf5 }, { placesInH5 }] = await Promise.all([
		readModelFile(path),
		import("./hdf5.js"),
		import("./weights.js")
	]);
	const root = openHdf5(bytes);
	const [config] = root.texts("model_config") ?? [];
	const weights = root.child("model_weights");
	if (config === void 0 || !weights) throw new CamdriftError("model-unreadable", `${path} holds weights without the model that they belong to.`, { remedy: "Save the whole model with `model.save`, not `save_weights`." });
	const [version = "2"] = root.texts("keras_version") ?? [];
	return {
		format: "keras-h5",
		path,
		dialect: version.startsWith("3") ? 3 : 2,
		config: JSON.parse(config),
		places: (model) => placesInH5(model, weights)
	};
}

// src/models/keras-zip.ts
/** `.keras` files: a zip of `config.json`, `metadata.json` and `model.weights.h5`. */
const kerasZip = {
	name: "keras-zip",
	recognises: ({ head }) => {
		const text = Buffer.from(head).toString("latin1");
		return text.startsWith("PK") && /^.{26}[\s\S]{4}(metadata\.json|config\.json|model\.weights\.h5)/s.test(text);
	},
	files: async (path) => [path],
	async load(path, engine, options) {
		const { inWords, loadKeras } = await import("./load.js");
		try {
			return loadKeras(await open$2(path), engine, options);
		} catch (cause) {
			throw inWords(path, cause);
		}
	}
};
/** Reading archives is loaded with the first one. */
async function open$2(path) {
	const [bytes, { unzip }, { openHdf5 }, { placesInArchive }] = await Promise.all([
		readModelFile(path),
		import("./unzip.js"),
		import("./hdf5.js"),
		import("./weights.js")
	]);
	const { files } = await unzip(bytes, {
		what: path,
		limits: {
			entries: 2e3,
			file: 2 * 2 ** 30,
			total: 2 * 2 ** 30,
			ratio: 50,
			ratioFrom: 64 * 2 ** 20,
			name: 1024
		},
		takes: (name) => members$1.includes(name),
		rejected: (message, options) => new CamdriftError("model-unreadable", message, {
			...options,
			remedy: remedy$3
		}),
		quoted: (text) => JSON.stringify(text.slice(0, 200))
	});
	const [config, metadata, weights] = members$1.map((name) => files.get(name));
	if (!config || !weights) throw new CamdriftError("model-unreadable", `${path} has no ${config ? "model.weights.h5" : "config.json"} in it.`, { remedy: remedy$3 });
	const group = openHdf5(weights);
	return {
		format: "keras-zip",
		path,
		dialect: dialectOf(metadata),
		config: JSON.parse(Buffer.from(config).toString("utf8")),
		places: (root) => placesInArchive(root, group)
	};
}
const members$1 = [
	"config.json",
	"metadata.json",
	"model.weights.h5"
];
const remedy$3 = "Save the model again with `model.save(\"model.keras\")`, and check that the file was copied whole.";
/** Keras 2.12 to 2.15 wrote this format, too. */
function dialectOf(metadata) {
	const { keras_version: version } = JSON.parse(metadata ? Buffer.from(metadata).toString("utf8") : "{}");
	return version?.startsWith("2.") ? 2 : 3;
}

// src/models/onnx.ts
/** ONNX models: one `.onnx` file, and the files beside it in which it keeps large constants. Parsed only when one is met. */
const onnx = {
	name: "onnx",
	recognises: ({ path, head }) => path.endsWith(".onnx") && !isLfsPointer(head) || looksLikeOnnx(head),
	files: async (path, within) => (await import("./load2.js")).onnxFiles(path, within),
	load: async (path, engine, options) => (await import("./load2.js")).loadOnnx(path, engine, options)
};
/** A protobuf whose first field is the version of the file format, and whose second is one of ONNX's own. */
function looksLikeOnnx(head) {
	const [versionField, version, nextField] = head;
	return versionField === 8 && version >= 3 && version <= 32 && following.has(nextField);
}
/** Producer's name and version, domain, model version, documentation, graph, operator sets. */
const following = /* @__PURE__ */ new Set([
	18,
	26,
	34,
	40,
	50,
	58,
	66
]);

// src/models/saved-model.ts
/**
* TensorFlow SavedModels: `saved_model.pb` and a bundle of variables beside it, frozen here and run as a graph.
* `fingerprint.pb` and `assets` take no part in that and belong to no digest.
*/
const savedModel = {
	name: "saved-model",
	recognises: ({ path, head }) => basename(path) === "saved_model.pb" && firstBytes.has(head[0]),
	async files(path, within) {
		const { readMetaGraph } = await import("./meta-graph.js");
		const { saverDef } = await readMetaGraph(path);
		if (!saverDef) return [path];
		const { openBundle } = await import("./bundle.js");
		const index = await indexPath(path, within);
		return [
			path,
			index,
			...(await openBundle(index, within).catch(() => void 0))?.shards ?? []
		];
	},
	async load(path, engine, options) {
		const source = {
			format: "saved-model",
			path,
			kind: "TensorFlow SavedModel"
		};
		const { readMetaGraph } = await import("./meta-graph.js");
		const { frozenSavedModel, loadFrozen } = await import("./saved-model.js");
		const index = () => indexPath(path, options.within);
		return loadFrozen(source, await frozenSavedModel(await readMetaGraph(path), index, options), engine, options);
	}
};
/** Of the version of the schema and of the graphs, one of which a writer puts first. */
const firstBytes = /* @__PURE__ */ new Set([8, 18]);
function indexPath(path, within) {
	return confinedPart(dirname(path), join("variables", "variables.index"), `variables of ${path}`, within);
}

// src/models/_names-text.ts
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** A list or mapping as JSON or as Python prints it, or names between line breaks or commas. Nothing is evaluated. */
function parseNames(text) {
	const trimmed = text.trim();
	if (/^[[{]/.test(trimmed)) return fromJson$2(trimmed) ?? fromPython(trimmed);
	return trimmed.split(trimmed.includes("\n") ? /\r?\n/ : ",").map((name) => name.trim());
}
function fromJson$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const item = /\s*(?:(\d{1,5})\s*:\s*)?(?:'((?:[^'\\]|\\['"\\])*)'|"((?:[^"\\]|\\['"\\])*)")\s*(,|[\]}]$)/y;
/** `['a', 'b']` or `{0: 'a', 1: "b's"}`, as Ultralytics writes it: texts only, no escapes but those of quotes. */
function fromPython(text) {
	const isList = text.startsWith("[");
	const names = /* @__PURE__ */ new Map();
	item.lastIndex = 1;
	for (let end = ","; end === ",";) {
		const [, index, single, double, next] = item.exec(text) ?? [];
		const at = isList ? names.size : Number(index);
		if (next === void 0 || index === void 0 !== isList || names.has(at)) return void 0;
		names.set(at, (single ?? double).replace(/\\(.)/g, "$1"));
		end = next;
	}
	return text.endsWith(isList ? "]" : "}") ? Object.fromEntries(names) : void 0;
}

// src/models/_read-limited.ts
/** The bytes of a file that has to be there, be no longer than that many bytes, and be no Git LFS pointer. */
async function readLimited(path, limit) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${path}.`, { cause });
	});
	if (!found.isFile() || found.size > limit) throw new CamdriftError("model-unreadable", `${path} is not a file of at most ${limit} bytes (found ${found.isFile() ? `${found.size} bytes` : "a folder"}).`);
	const bytes = await readFile(path);
	if (isLfsPointer(bytes)) throw new CamdriftError("model-lfs-pointer", `${path} is a Git LFS pointer, not the file itself.`);
	return bytes;
}

// src/models/_carried-labels.ts
const keys$1 = [
	"names",
	"labels",
	"classes",
	"class_names",
	"id2label"
];
const mostNames = 1e4;
const mostCharacters = 200;
const mostBytes$11 = 4 * 2 ** 20;
/**
* The model with the class names that its file carries: the first of `sources` under a known key that is a list, or a
* mapping from every index, with exactly one name per class. Names are 1 to 200 characters without control characters, of
* at most 10,000 classes. Anything else is no list of names, and passed by: the file was not made for camdrift.
*
* @param sources what the file says of itself: values by key, lists, mappings or texts of either
*/
function withLabels(model, ...sources) {
	if (model.classes > mostNames) return model;
	for (const source of sources.filter(isRecord)) for (const key of keys$1) {
		const names = Object.hasOwn(source, key) ? namesIn(source[key]) : void 0;
		if (names?.length === model.classes && names.every(isName$1)) return {
			...model,
			labels: names
		};
	}
	return model;
}
const isName$1 = (name) => typeof name === "string" && name.length <= mostCharacters && /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(name);
function namesIn(value) {
	const found = typeof value === "string" && value.length <= mostBytes$11 ? parseNames(value) : value;
	if (Array.isArray(found)) return found.slice(0, 10001);
	if (!isRecord(found)) return void 0;
	const size = Object.keys(found).length;
	return size > mostNames ? [] : Array.from({ length: size }, (_, index) => found[index]);
}
/** What Teachable Machine writes beside its model.json. One that is not there, or is of another kind, says nothing. */
async function metadataBeside(path) {
	const folder = dirname(path);
	try {
		const file = await confined(folder, join(folder, "metadata.json"), "metadata.json of the model");
		return JSON.parse((await readLimited(file, mostBytes$11)).toString("utf8"));
	} catch (error) {
		if (error instanceof CamdriftError || error instanceof SyntaxError) return void 0;
		throw error;
	}
}

// src/models/_stated-task.ts
/** What tools write of models that give no class scores: Ultralytics' and Hugging Face's words for a task. */
const others$1 = /* @__PURE__ */ new Set([
	"detect",
	"segment",
	"pose",
	"obb",
	"object-detection",
	"zero-shot-object-detection",
	"image-segmentation",
	"semantic-segmentation",
	"instance-segmentation",
	"panoptic-segmentation",
	"mask-generation",
	"keypoint-detection",
	"depth-estimation",
	"image-to-image",
	"image-to-text",
	"feature-extraction",
	"image-feature-extraction"
]);
/**
* That a model's file does not say itself that it is for another task than classification.
* @param sources what it says of itself, and what lies beside it; anything else than a text under `task` says nothing
* @throws CamdriftError `model-unsupported`
*/
function requireClassification(path, ...sources) {
	for (const source of sources) {
		const task = taskOf$1(source);
		if (task !== void 0 && others$1.has(task.toLowerCase())) throw new CamdriftError("model-unsupported", `${path} says of itself \`task: ${task}\`; camdrift explains classifiers.`, { remedy: "Take the model that classifies (Ultralytics calls it `task: classify`, `yolo11n-cls.pt`)." });
	}
}
function taskOf$1(source) {
	if (typeof source !== "object" || source === null || !Object.hasOwn(source, "task")) return void 0;
	const { task } = source;
	return typeof task === "string" ? task.trim() : void 0;
}

// src/models/_finite.ts
/** Whether none is NaN or infinite. Times nought, only those are not nought: models have a hundred million numbers. */
function allFinite(values) {
	let sum = 0;
	for (let at = 0; at < values.length; at++) sum += values[at] * 0;
	return sum === 0;
}

// src/models/_tfjs-weights.ts
/** The weights that lie one after another in these bytes, read when they are asked for; texts are left out. */
function weightTable(path, bytes, weights) {
	const table = /* @__PURE__ */ new Map();
	let at = 0;
	for (const weight of weights) {
		const length = byteLength(weight) ?? textLength(path, bytes, at, weight);
		const own = bytes.subarray(at, at + length);
		at += length;
		if (weight.dtype === "string" || weight.dtype === "complex64") continue;
		if (table.has(weight.name)) throw new CamdriftError("model-unreadable", `${path} names the weight \`${weight.name}\` twice.`);
		table.set(weight.name, {
			shape: weight.shape,
			type: weight.dtype,
			values: () => finite$1(path, weight, own)
		});
	}
	return table;
}
const bytesPerValue = {
	float32: 4,
	int32: 4,
	bool: 1,
	uint8: 1,
	uint16: 2,
	float16: 2,
	complex64: 8
};
/** String tensors have no fixed length. */
function byteLength(weight) {
	if (weight.dtype === "string") return void 0;
	return weight.shape.reduce((product, size) => product * size, 1) * (bytesPerValue[weight.quantization?.dtype ?? weight.dtype] ?? NaN);
}
/** Each text has its length before it, in four bytes. */
function textLength(path, bytes, start, { name, shape }) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = shape.reduce((product, size) => product * size, 1);
	let at = start;
	for (let text = 0; text < count && at <= bytes.length; text++) at += 4 + (at + 4 <= bytes.length ? view.getUint32(at, true) : bytes.length);
	if (at <= bytes.length) return at - start;
	throw new CamdriftError("model-unreadable", `The texts of \`${name}\` in ${path} are cut off.`);
}
function finite$1(path, weight, bytes) {
	const values = decoded$3(weight, bytes);
	if (!(values instanceof Float32Array) || allFinite(values)) return values;
	throw new CamdriftError("model-numbers", `Weight \`${weight.name}\` of ${path} holds NaN or infinite values.`);
}
function decoded$3({ dtype, quantization }, bytes) {
	const { buffer } = new Uint8Array(bytes);
	if (quantization?.dtype === "float16") return Float32Array.from(new Uint16Array(buffer), halfValue);
	if (quantization) {
		const { scale = 1, min = 0 } = quantization;
		const steps = quantization.dtype === "uint8" ? new Uint8Array(buffer) : new Uint16Array(buffer);
		const value = (step) => step * scale + min;
		return dtype === "int32" ? Int32Array.from(steps, (step) => Math.round(value(step))) : Float32Array.from(steps, value);
	}
	if (dtype === "bool") return new Uint8Array(buffer);
	return dtype === "int32" ? new Int32Array(buffer) : new Float32Array(buffer);
}
/** IEEE 754 half: one bit of sign, five of exponent, ten of fraction. */
function halfValue(bits) {
	const [sign, exponent, fraction] = [
		bits & 32768 ? -1 : 1,
		bits >> 10 & 31,
		bits & 1023
	];
	if (exponent === 31) return fraction ? NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

// src/models/_tfjs-files.ts
const weight = looseObject({
	name: string(),
	shape: array(int().min(0)),
	dtype: _enum([
		"float32",
		"int32",
		"bool",
		"string",
		"complex64"
	]),
	quantization: looseObject({
		dtype: _enum([
			"uint8",
			"uint16",
			"float16"
		]),
		scale: number$1().optional(),
		min: number$1().optional()
	}).optional()
});
/** What `tensorflowjs_converter` writes: topology, and where the weights lie. */
const modelJson = looseObject({
	format: string().optional(),
	generatedBy: string().optional().catch(void 0),
	modelTopology: looseObject({}),
	weightsManifest: array(looseObject({
		paths: array(string()),
		weights: array(weight)
	}))
});
/** Larger than any classifier's topology; a limit because the file is untrusted. */
const maxJsonBytes = 64 * 2 ** 20;
const maxShardBytes = 2 * 2 ** 30;
async function readModelJson(path) {
	const text = (await readLimited(path, maxJsonBytes)).toString("utf8");
	let json;
	try {
		json = JSON.parse(text);
	} catch (cause) {
		throw new CamdriftError("model-unreadable", `${path} is not JSON: ${cause.message}.`, { cause });
	}
	const parsed = modelJson.safeParse(json);
	if (parsed.success) return parsed.data;
	const [{ path: where, message }] = parsed.error.issues;
	throw new CamdriftError("model-unreadable", `${path} is not a TensorFlow.js model: expected "modelTopology" and "weightsManifest" in it; at ${where.join(".") || "its top"}: ${message}.`);
}
/** The weight files that a model.json names, each once and inside the model's own folder. */
async function shardPaths(path, json, within) {
	const folder = dirname(path);
	const named = json.weightsManifest.flatMap((group) => group.paths);
	const seen = /* @__PURE__ */ new Set();
	const twice = named.find((shard) => seen.has(shard) || !seen.add(shard));
	if (twice !== void 0) throw new CamdriftError("model-unreadable", `${path} names the weight shard "${twice}" twice.`);
	return Promise.all(named.map((shard) => confinedPart(folder, shard, `weight shard "${shard}" of ${path}`, within)));
}
/** Reads the weights, after checking that each group of shards holds exactly the bytes that its weights need. */
async function readWeights(path, json, within) {
	const shards = await shardPaths(path, json, within);
	const tables = [];
	for (const { paths, weights } of json.weightsManifest) {
		const files = shards.splice(0, paths.length);
		const sizes = await Promise.all(files.map(sizeOf$3));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		await checkSize(files, total, weights);
		tables.push(weightTable(path, await joined$5(files, sizes, total), weights));
	}
	return joinedTables(path, tables);
}
function joinedTables(path, tables) {
	const all = tables.flatMap((table) => [...table]);
	const table = new Map(all);
	if (table.size === all.length) return table;
	const name = all.find(([other], at) => all.findIndex(([first]) => first === other) < at)[0];
	throw new CamdriftError("model-unreadable", `${path} names the weight \`${name}\` twice.`);
}
async function sizeOf$3(file) {
	const found = await stat(file).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${file}.`, { cause });
	});
	if (found.isFile() && found.size <= maxShardBytes) return found.size;
	throw new CamdriftError("model-unreadable", `${file} is not a file of at most ${maxShardBytes} bytes.`);
}
/** Into one piece of memory. */
async function joined$5(files, sizes, total) {
	const bytes = new Uint8Array(total);
	let at = 0;
	for (const [index, file] of files.entries()) {
		const handle = await open(file);
		try {
			await handle.read(bytes, at, sizes[index], 0);
		} finally {
			await handle.close();
		}
		at += sizes[index];
	}
	return bytes;
}
async function checkSize(files, found, weights) {
	const lengths = weights.map(byteLength);
	const expected = lengths.reduce((sum, length) => sum + (length ?? 0), 0);
	if ((lengths.includes(void 0) ? expected <= found : expected === found) && found <= maxShardBytes) return;
	for (const file of files) await refusePointer(file);
	const names = files.length > 5 ? `${files.slice(0, 5).join(", ")} and ${files.length - 5} more` : files.join(", ");
	throw new CamdriftError("model-unreadable", `The weights in ${names} do not fit the model: expected ${expected} bytes, got ${found}${found < expected ? " (truncated)" : ""}.`);
}
/** A pointer of Git LFS has another size than the file that it stands for. */
async function refusePointer(file) {
	const { size } = await stat(file);
	if (size <= 1024 && isLfsPointer(await readLimited(file, 1024))) throw new CamdriftError("model-lfs-pointer", `${file} is a Git LFS pointer, not the file itself.`);
}

// src/models/tfjs-graph.ts
/** TensorFlow.js graph models: `model.json` with `"format": "graph-model"`, and its weight shards. */
const tfjsGraph = {
	name: "tfjs-graph",
	recognises: ({ head }) => /^\s*\{.*("format"\s*:\s*"graph-model|"modelTopology"\s*:\s*\{\s*"node"\s*:)/s.test(Buffer.from(head).toString("latin1")),
	files: async (path, within) => [path, ...await shardPaths(path, await readModelJson(path), within)],
	async load(path, engine, options) {
		const json = await readModelJson(path);
		const beside = await metadataBeside(path);
		requireClassification(path, json.userDefinedMetadata, beside);
		const weights = await readWeights(path, json, options.within);
		const { loadTfjsGraph } = await import("./tfjs4.js");
		const { modelTopology: topology, signature = json.userDefinedMetadata } = json;
		const model = await loadTfjsGraph({
			path,
			topology,
			signature,
			weights
		}, engine, options);
		return withLabels(model, json.userDefinedMetadata, beside);
	}
};

// src/models/tfjs-layers.ts
/** TensorFlow.js layers models: `model.json` with `"format": "layers-model"`, and its weight shards. */
const tfjsLayers = {
	name: "tfjs-layers",
	recognises: ({ head }) => /^\s*\{.*"(format"\s*:\s*"layers-model|model_config"|class_name")/s.test(Buffer.from(head).toString("latin1")),
	files: async (path, within) => [path, ...await shardPaths(path, await readModelJson(path), within)],
	async load(path, engine, options) {
		const json = await readModelJson(path);
		const beside = await metadataBeside(path);
		requireClassification(path, json.userDefinedMetadata, beside);
		const weights = await readWeights(path, json, options.within);
		const { loadTfjsLayers } = await import("./tfjs3.js");
		const model = loadTfjsLayers({
			path,
			topology: json.modelTopology,
			weights
		}, engine, options);
		return withLabels(model, json.userDefinedMetadata, beside);
	}
};

// src/models/index.ts
/** Every model format, in the order in which they are asked. */
const formats = [
	tfjsGraph,
	tfjsLayers,
	savedModel,
	kerasZip,
	kerasH5,
	onnx
];
/** Loads a model of any known format, told by its content. `path` is a file, or a folder that holds one of `folderModels`. */
async function loadModel(path, engine, options) {
	const file = await modelFile(path);
	return formatOf$1(file).load(file.path, engine, {
		...options,
		given: await givenInputs(options.inputs)
	});
}
/**
* SHA-256 over every file of the model, as `sha256sum` would list them: one `<hex>  <path relative to the model's folder>`
* line per file, sorted by path; JSON without its carriage returns. So it can be had from Git LFS pointers too, which hold the hash of each file.
*/
async function modelDigest(path, within) {
	const { root, files } = await modelFiles(path, within);
	return combinedDigest(await Promise.all(files.map(async (name) => ({
		name,
		sha256: await fileDigest(join(root, name))
	}))));
}
/** The digest of a model from those of its files; names are relative to the model's folder, with `/`. */
function combinedDigest(files) {
	const lines = files.toSorted((a, b) => a.name < b.name ? -1 : 1).map(({ name, sha256 }) => `${sha256}  ${name}\n`);
	return createHash("sha256").update(lines.join("")).digest("hex");
}
/**
* Every file of a model, the named one first, relative to its folder, with `/`. Only the first has to be there; the
* others are what it names.
* @param within the folder that links among them must not leave; the model's own when not given
*/
async function modelFiles(path, within) {
	const file = await modelFile(path);
	const root = dirname(file.path);
	const names = await formatOf$1(file).files(file.path, within);
	return {
		root,
		files: [...new Set(names.map((name) => relative(root, name).split(sep).join("/")))]
	};
}
/** `contentHash` of a file; SHA-256 of the file that it stands for when it is a Git LFS pointer. */
async function fileDigest(path) {
	const hash = contentHash(path);
	await requireRegular(path, Number.POSITIVE_INFINITY, unreadable$5(path));
	try {
		const { size } = await stat(path);
		const pointer = size <= 1024 ? readLfsPointer(await readFile(path)) : void 0;
		if (pointer) return pointer.oid;
		for await (const chunk of createReadStream(path)) hash.update(chunk);
	} catch (cause) {
		throw new CamdriftError("model-unreadable", `There is no readable file ${path}.`, { cause });
	}
	return hash.digest();
}
async function modelFile(path) {
	const file = (await stat(path).catch(() => void 0))?.isDirectory() ? await modelIn$1(path) : path;
	await requireRegular(file, Number.POSITIVE_INFINITY, unreadable$5(file));
	const handle = await open(file).catch((cause) => {
		throw unreadable$5(file)(systemWords(cause), cause);
	});
	try {
		const { buffer, bytesRead } = await handle.read(/* @__PURE__ */ new Uint8Array(4096), 0, 4096, 0);
		return {
			path: file,
			head: buffer.subarray(0, bytesRead)
		};
	} finally {
		await handle.close();
	}
}
const unreadable$5 = (path) => (why, cause) => {
	const message = cause?.code === "ENOENT" ? `There is no model at ${path}.` : `The model ${path} cannot be read: ${why}.`;
	return new CamdriftError("model-unreadable", message, { cause });
};
async function modelIn$1(folder) {
	const names = await readdir(folder);
	const name = folderModels.find((candidate) => names.includes(candidate));
	if (name) return join(folder, name);
	const other = names.find((each) => otherByName(each)) ?? folder;
	const format = otherByName(other);
	if (format) throw refusedFormat(other === folder ? folder : join(folder, other), format);
	throw new CamdriftError("model-unreadable", `There is no model in the folder ${folder}: it holds no ${folderModels.join(" or ")}.`);
}
function formatOf$1(file) {
	const other = otherByContent(file);
	if (other) throw refusedFormat(file.path, other);
	const format = formats.find((candidate) => candidate.recognises(file));
	if (format) return format;
	if (isLfsPointer(file.head)) throw new CamdriftError("model-lfs-pointer", `${file.path} is a Git LFS pointer, not the file itself.`);
	const named = otherByName(file.path);
	if (named) throw refusedFormat(file.path, named);
	throw new CamdriftError("model-unreadable", `${file.path} is of no known model format (${formats.map(({ name }) => name).join(", ")}).`);
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
const digestAt$1 = ({ files }) => combinedDigest([...files].map(([name, sha256]) => ({
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
	return decoded$2(new URL(url).pathname.split("/").at(-1)).replace(/[^\w.-]+/g, "-").replace(/^\.+/, "").slice(-100) || "model";
}
function decoded$2(text) {
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
const digestsOf = (seen) => new Map([...seen ?? []].map(([name, each]) => [fixtureOf(name), each]));
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
	const known = digestsOf(baseline);
	const further = [...candidate].flatMap(([name, { classIndex }]) => {
		const other = baseline.has(name) ? void 0 : known.get(fixtureOf(name));
		return other ? [[name, {
			digest: other.digest,
			predicted: other.predicted,
			probabilities: other.probabilities,
			classIndex,
			maps: {}
		}]] : [];
	});
	return new Map([...baseline, ...further]);
}

// src/versions/use.ts
/** @throws CamdriftError `config-invalid` for a file of numbers that cannot be read */
async function useOf({ output, signature, inputs }) {
	const given = Object.entries(inputs ?? {}).map(async ([name, value]) => [name, typeof value === "number" ? value : await digestOf$1(value)]);
	return {
		...output !== void 0 && { output },
		...signature !== void 0 && { signature },
		...given.length > 0 && { inputs: Object.fromEntries(await Promise.all(given)) }
	};
}
async function digestOf$1(path) {
	const refuse = (why, cause) => new CamdriftError("config-invalid", `The input ${path} cannot be read: ${why}.`, { cause });
	return createHash("sha256").update(await readRegular(path, mostInputBytes, refuse)).digest("hex");
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
	const made = (key, before, now) => before === now ? void 0 : `it was made with ${said$1(before)} for \`${key}\`, and ${said$1(now)} is asked for`;
	const found = Object.keys({
		...inputs,
		...asked.inputs
	}).sort().map((name) => made(`inputs: ${name}`, inputs[name], asked.inputs?.[name]));
	return made("output", output, asked.output) ?? made("signature", signature, asked.signature) ?? found.find(Boolean);
}
const said$1 = (value) => value === void 0 ? "nothing" : `\`${typeof value === "string" ? value.slice(0, 60) : value}\``;
/** Whether the fixtures were read as other numbers. */
function otherPixels(stored, asked) {
	if (!stored) return "it was made by a version that turned pictures by EXIF, followed colour profiles and read 16-bit grey otherwise";
	const other = Object.keys({
		...stored,
		...asked
	}).find((key) => stored[key] !== asked[key]);
	return other && `it was made with ${said$1(stored[other])} for \`${written$6[other]}\`, and ${said$1(asked[other])} is asked for`;
}
/** As the configuration calls them. */
const written$6 = {
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
/** Why a stored baseline is not the one that `camdrift baseline` would write now; `undefined` when it is. */
async function staleReason(model) {
	const stored = await readBaseline(model.folder).catch((error) => error instanceof CamdriftError ? error.message : Promise.reject(error));
	if (typeof stored === "string") return stored;
	const digest = model.address ? digestAt$1(model.address) : await modelDigest(model.path, model.load.within);
	if (stored.model.digest !== digest) return "the model has changed since";
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
	for (const { name, path } of fixtures) if (createHash("sha256").update(await readRegular(path, mostBytes$10, (why, cause) => unreadable$4(name, why, cause))).digest("hex") !== seen.get(name)?.digest) return `fixture ${name} has changed since`;
}
/** As large as a fixture may be. */
const mostBytes$10 = 256 * 2 ** 20;
const unreadable$4 = (fixture, why, cause) => new CamdriftError("fixture-unreadable", `The fixture ${fixture} cannot be read: ${why}.`, { cause });

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
		settledBy: settledBy(found, value, limit)
	};
}
/** How many fixtures make the interval so narrow that the limit is outside: its width falls with the root of their number. */
function settledBy({ low, high, fixtures }, value, limit) {
	const needed = Math.ceil(fixtures * ((value > limit ? value - low : high - value) / Math.abs(value - limit)) ** 2);
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
		const perMetric = metrics.map(({ name }) => [name, summary$2(drifts.map((drift) => drift[name]))]);
		return [[method, Object.fromEntries(perMetric)]];
	});
	return Object.fromEntries(summaries);
}
const summary$2 = (values) => ({
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
* signals do not add up their false alarms; the limits then are only the scale.
*
* @param intervals of the means; where one has the limit that would decide inside, it cannot be told
*/
function judgeDrift(drift, divergence, policy, change, intervals = []) {
	const signals = signalsOf$1(drift, divergence, policy, change).toSorted((a, b) => ratio(b) - ratio(a));
	const [largest] = signals;
	if (!largest) return {
		score: void 0,
		reasons: []
	};
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
	const { scores, rate, otherBaselines = 0 } = policy.calibration;
	const p = conformalP(value, scores);
	const score = {
		...plain,
		p,
		accepted: scores.length
	};
	const more = neededFor(rate) - scores.length;
	if (more > 0) return {
		score,
		reasons: tooFew$1(over, score, policy, more)
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
		otherBaselines
	};
	return {
		score,
		reasons: [largest.reason(among)]
	};
}
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
function tooFew$1(over, { value }, { calibration, limits, lineage }, more) {
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
/** What a reader should know of the answers, short of a regression. */
function predictionReasons({ compared, flipped, divergence, accuracy }, fixtures) {
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
		level: "warn",
		code: "prediction-drift",
		...facts
	}];
}

// src/comparison/hottest-place.ts
const places$2 = [
	"upper left corner",
	"upper edge",
	"upper right corner",
	"left edge",
	"middle",
	"right edge",
	"lower left corner",
	"lower edge",
	"lower right corner"
];
/**
* The ninth of the picture that the hottest cell lies in; of equally hot cells the first one counts.
* @returns `undefined` without positive heat, and for a map of fewer than three cells a side, which has no such places
*/
function hottestPlace(map) {
	const { width, height, data } = map;
	const most = peak(map);
	if (most === 0 || width < 3 || height < 3) return void 0;
	const at = data.indexOf(most);
	const third = (cell, cells) => Math.min(2, Math.floor(3 * (cell + .5) / cells));
	return places$2[3 * third(Math.floor(at / width), height) + third(at % width, width)];
}

// src/comparison/compare.ts
/** Compares what two models saw in the same fixture, method by method, on the coarser of the two grids. */
function compare(baseline, candidate, methods, task) {
	const maps = methods.map((method) => [method, mapDrift$1(baseline.maps[method], candidate.maps[method])]);
	return {
		maps: Object.fromEntries(maps),
		prediction: predictionDrift(baseline, candidate, task)
	};
}
/** How far two maps of one method are apart, on the coarser of the two grids. */
function mapDrift$1(baseline, candidate) {
	if (!baseline || !candidate) return { refused: `The ${baseline ? "candidate" : "baseline"} has no map of this method.` };
	if (isRefusal(baseline)) return baseline;
	if (isRefusal(candidate)) return candidate;
	const [before, after] = onCommonGrid(heat$1(baseline), heat$1(candidate));
	const empty = emptiness(before, after);
	if (empty === "both") return { empty };
	if (empty) return {
		drift: everywhere(1),
		empty
	};
	const drift = Object.fromEntries(metrics.map((metric) => [metric.name, metric.drift(before, after)]));
	const [from, to] = [hottestPlace(before), hottestPlace(after)];
	return {
		drift,
		centre: centreMove(before, after),
		...from && to && { hottest: {
			before: from,
			now: to
		} }
	};
}
/** Heat that is lost, or appears from nothing, has moved as far as it can. */
function emptiness(before, after) {
	if (peak(before) === 0) return peak(after) === 0 ? "both" : "baseline";
	return peak(after) === 0 ? "candidate" : void 0;
}
const everywhere = (drift) => Object.fromEntries(metrics.map((metric) => [metric.name, drift]));
/** A label is a question of its own, answered yes or no; a number has no probabilities. */
function predictionDrift(baseline, candidate, task) {
	if (task === "regression") return { flipped: false };
	if (task === "multi-label") {
		const [p, q] = [baseline, candidate].map(({ probabilities, classIndex }) => probabilities[classIndex] ?? 0);
		return {
			flipped: isPresent(p) !== isPresent(q),
			divergence: jensenShannon([p, 1 - p], [q, 1 - q])
		};
	}
	const flipped = baseline.predicted !== candidate.predicted;
	if (baseline.probabilities.length !== candidate.probabilities.length) return { flipped };
	return {
		flipped,
		divergence: jensenShannon(normalised$1(baseline.probabilities), normalised$1(candidate.probabilities))
	};
}

// src/comparison/_alike.ts
/** Of the fixtures that a verdict may rest on. */
const countedNames = ({ fixtures }) => new Set(fixtures.filter(({ touched, copyOf }) => !touched && copyOf === void 0).map(({ name }) => name));
/** The fixtures that both sides explain for the same class, with heat in a map of the judged method. */
function comparable(pinned, candidate, method) {
	return [...candidate.seen].flatMap(([name, after]) => {
		const before = pinned.seen.get(name);
		if (before?.digest !== after.digest || before.classIndex !== after.classIndex) return [];
		const { maps, prediction } = compare(before, after, [method]);
		return "drift" in maps[method] ? [{
			name,
			maps,
			...prediction
		}] : [];
	});
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
	const measure = (side) => measured$2(side.filter(({ name }) => names.has(name)), policy);
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
function measured$2(fixtures, policy) {
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

// src/lineage/_beside.ts
/**
* In parts of the numbers' own length. `equal`: what is left when formats compute the same in another order. `rounded`: where
* kernels were rounded, so was what is beside them, by 0.018 at most in eight bits of any family; a kernel that was rounded more
* coarsely tells its own scale no better than that.
*/
const tolerance$2 = {
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
	const ends = way === "equal" ? [0, 1].map((at) => distance$2([[old.norms[at], now.norms[at]]], slight * made)) : [];
	return wayOf(Math.max(distance$2(factors), distance$2(addends, slight * made), ...ends), exact ? 0 : noiseOf(cosine));
}
/** The weights beside all kernels: those of a size that both have as many of, each with the likest. */
function othersWay(before, after, exact) {
	const ways = [...new Set(after.map(({ size }) => size))].flatMap((size) => {
		const [old, now] = [before, after].map((all) => all.filter((each) => each.size === size));
		if (old.length !== now.length) return [];
		const way = wayOf(furthest$1(old, now), exact ? 0 : tolerance$2.rounded);
		return way === "changed" && size <= few$1 ? "rounded" : way;
	});
	return worstOf(ways);
}
/** Numbers that are so few are what pictures are prepared with, and the bounds of a step. */
const few$1 = 4;
const worstOf = (ways) => ways.includes("changed") ? "changed" : ways.includes("rounded") ? "rounded" : "equal";
const noiseOf = (cosine) => Math.max(tolerance$2.rounded, Math.sqrt(1 - Math.min(1, cosine ** 2)));
function wayOf(distance, rounding) {
	if (distance <= tolerance$2.equal) return "equal";
	return distance <= rounding ? "rounded" : "changed";
}
function furthest$1(before, after) {
	const free = new Set(before);
	const distances = after.map(({ values }) => {
		const nearest = [...free].map((each) => ({
			each,
			far: distance$2(Array.from(values, (now, at) => [each.values[at], now]))
		})).reduce((least, each) => each.far < least.far ? each : least);
		free.delete(nearest.each);
		return nearest.far;
	});
	return Math.max(...distances);
}
/** What a channel was multiplied with; `undefined` where nothing of it is left to tell. */
function scaleOf(before, after) {
	const length = dot$2(before, before);
	return length === 0 || after.every((value) => value === 0) ? void 0 : dot$2(before, after) / length;
}
const dot$2 = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);
const lengthOf = (numbers) => Math.hypot(...numbers);
/** Of two lists of numbers, in parts of the longer one, or of `least` where both are shorter. */
function distance$2(pairs, least = 0) {
	const apart = lengthOf(pairs.map(([before, now]) => now - before));
	const length = Math.max(least, lengthOf(pairs.map(([before]) => before)), lengthOf(pairs.map(([, now]) => now)));
	return apart === 0 ? 0 : apart / length;
}

// src/lineage/_rounding.ts
const dot$1 = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);
/** 0 where one of them is. */
function cosineOf(a, b) {
	const [aa, bb] = [dot$1(a, a), dot$1(b, b)];
	return aa === 0 || bb === 0 ? 0 : dot$1(a, b) / Math.sqrt(aa * bb);
}
/**
* Whether numbers are others rounded to whole steps, as in a quantised file: all lie on a ladder of at most 256 rungs, each
* within a step of the number before, times one scale. A ladder of so few rungs that the direction changes says nothing.
*/
function isRounded(a, b) {
	const step = stepOf(b);
	if (step === void 0 || Math.abs(cosineOf(a, b)) < .9) return false;
	const scale = dot$1(a, b) / dot$1(a, a);
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
const half$1 = 2 ** -11;
/** The distance between two rungs of the ladder that numbers lie on, where they do. */
function stepOf(values) {
	const sorted = values.toSorted();
	const range = sorted.at(-1) - sorted[0];
	if (values.length < fewest$3.ofEnds || range === 0) return void 0;
	const rounding = values.every((value) => Math.f16round(value) === value) ? half$1 : 0;
	const gaps = Array.from(sorted.subarray(1), (value, at) => ({
		size: value - sorted[at],
		error: rounding * (Math.abs(value) + Math.abs(sorted[at]))
	}));
	const isStep = (step) => range / step <= 257 && gaps.every((gap) => isWhole$1(gap, step));
	return candidates$1(sorted, gaps).filter(isStep).sort((a, b) => b - a)[0];
}
const isWhole$1 = ({ size, error }, step) => Math.abs(size / step - Math.round(size / step)) < off + error / step;
function candidates$1(sorted, gaps) {
	const most = Math.max(-sorted[0], sorted.at(-1));
	const ofEnds = ends.map((rungs) => most / rungs);
	if (sorted.length < fewest$3.ofAny) return ofEnds;
	const range = sorted.at(-1) - sorted[0];
	const ascending = gaps.map(({ size }) => size).filter((size) => size > range / 512).toSorted((a, b) => a - b);
	const ofGaps = Array.from({ length: mostRungs }, (_, at) => refined$1(ascending[0] / (at + 1), ascending));
	return [...ofEnds, ...ofGaps];
}
/** A step told from the smallest gap has that one's rounding; wider gaps tell it better and better. */
function refined$1(step, ascending) {
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
	].map(joined$4);
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
function joined$4(pairs) {
	const join = (side) => Float32Array.from(pairs.flatMap((pair) => [...pair[side]]));
	return [join(0), join(1)];
}
/** The first one as long as the second. */
function scaledAlike([a, b]) {
	const scale = dot$1(a, b) / (dot$1(a, a) || 1);
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
	const weight = sum((a, b) => Math.sqrt(dot$1(a, a) * dot$1(b, b)));
	return weight === 0 ? 0 : sum(dot$1) / weight;
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
const sizes$1 = ({ shape }, end) => shape.slice(0, end).join().replace(/^(1,)+/, "");
const isOfShape = (a, b) => sizes$1(a) === sizes$1(b);
function partner(free, after) {
	const [first, ...others] = [...free].filter((each) => isOfShape(each, after) && isSampledAlike(each, after));
	if (!first) return [...free].find((each) => isHeadOf(each, after));
	if (isLike(first, after)) return first;
	return others.find((each) => isLike(each, after)) ?? first;
}
/** Two by chance are not so much alike, and two of one descent are. */
const isLike = (a, b) => likenessOf(a, b).cosine > .6;
const isHeadOf = (a, b) => a.place === "last" && b.place === "last" && sizes$1(a, -1) === sizes$1(b, -1);
const isSampledAlike = ({ channels: a }, { channels: b }) => a.length === b.length && a[0]?.length === b[0]?.length;

// src/lineage/_words.ts
/** What was seen of two models whose kernels pair up, in one sentence. */
const wordsOf$1 = (seen) => `${[kernelWords(seen), ...besideWords(seen)].join("; ")}.`;
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
		words: wordsOf$1({
			kind,
			kernels,
			least,
			beside,
			isNew: isNew$2
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
const isNew$2 = ({ way, cosine, isLast }) => way !== "unknown" && cosine < (isLast ? turnedBelow : newBelow);
function kindOf$1(kernels, beside) {
	const all = (...ways) => kernels.every(({ way }) => ways.includes(way));
	if (all("unknown")) return "retrained";
	if (all("equal") && beside === "equal") return "same";
	if (all("equal", "encoded", "baked") && beside !== "changed") return "converted";
	const turned = kernels.filter(({ way, cosine }) => way !== "unknown" && cosine < turnedBelow).length;
	return kernels.some(isNew$2) || turned > kernels.length / 10 ? "retrained" : "fine-tuned";
}

// src/comparison/lineage-for.ts
/** How the candidate descends from the baseline: as the configuration says, else as the weights do, where both are known. */
function lineageFor(config, baseline, candidate) {
	const seen = seenIn$1(baseline, candidate);
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
function seenIn$1({ weights: before }, { weights: after }) {
	return before && after && before.count > 0 && after.count > 0 ? lineageOf(before, after) : void 0;
}

// src/lfs/refuse.ts
/** Git LFS leaves a short text in place of a file that was not fetched. */
function refuseLfsPointer(bytes, path) {
	if (!isLfsPointer(bytes)) return;
	const digest = /oid (\S+)/.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)))?.[1] ?? "without a digest";
	throw new CamdriftError("fixture-unreadable", `${path} is a Git LFS pointer (${digest}), not the file itself.`, { remedy: "Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout." });
}

// src/images/_bmp-runs.ts
/**
* Run-length coded indices of a BMP -> one byte per pixel, in the order of the file's rows. What a move skips is 0, and
* runs are cut at the end of their row. Throws `Error` when the codes end before the mark of the end and the last row.
*/
function readRuns(bytes, { width, height, bits }) {
	const rows = new Uint8Array(width * height);
	let [x, y, at] = [
		0,
		0,
		0
	];
	const put = (value) => {
		if (x < width && y < height) rows[y * width + x] = value;
		x++;
	};
	const run = (count, value) => {
		for (let i = 0; i < count; i++) put(index$1(value, i, bits));
	};
	const literal = (count) => {
		const size = Math.ceil(count * bits / 8);
		if (at + size > bytes.length) throw new Error("its runs end early");
		for (let i = 0; i < count; i++) put(index$1(bytes[at + (i * bits >> 3)], i, bits));
		at += size + size % 2;
	};
	while (y < height) {
		if (at + 1 >= bytes.length) throw new Error("its runs end early");
		const [count, value] = [bytes[at], bytes[at + 1]];
		at += 2;
		if (count > 0) run(count, value);
		else if (value === endOfPicture) return rows;
		else if (value === endOfRow) [x, y] = [0, y + 1];
		else if (value === move) [x, y, at] = [
			x + (bytes[at] ?? 0),
			y + (bytes[at + 1] ?? 0),
			at + 2
		];
		else literal(value);
	}
	return rows;
}
const [endOfRow, endOfPicture, move] = [
	0,
	1,
	2
];
/** The i-th index of a byte that holds one or two, the first in the higher half. */
function index$1(byte, i, bits) {
	if (bits === 8) return byte;
	return i % 2 === 0 ? byte >> 4 : byte & 15;
}

// src/images/_bmp.ts
/**
* Header of a BMP: Windows' of every version, and OS/2's first.
* Source: https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
*/
function readBmpHeader(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getUint32(14, true);
	const old = length === 12;
	if (!old && ![
		40,
		52,
		56,
		64,
		108,
		124
	].includes(length)) throw new Error(`its header has ${length} bytes`);
	const [width, tall] = old ? [view.getUint16(18, true), view.getUint16(20, true)] : [view.getInt32(18, true), view.getInt32(22, true)];
	if (width <= 0 || tall === 0) throw new Error(`it has ${width} x ${tall} pixels`);
	const bits = view.getUint16(old ? 24 : 28, true);
	const { runs, masked } = packing(bits, old ? 0 : view.getUint32(30, true));
	const said = old ? 0 : Math.min(view.getUint32(46, true), 256);
	return {
		width,
		height: Math.abs(tall),
		topFirst: tall < 0,
		bits,
		runs,
		masks: masked ? [
			view.getUint32(54, true),
			view.getUint32(58, true),
			view.getUint32(62, true)
		] : usualMasks(bits),
		palette: readPalette$1(bytes.subarray(14 + length), bits > 8 ? 0 : said || 1 << bits, old ? 3 : 4),
		start: view.getUint32(10, true)
	};
}
function packing(bits, compression) {
	if (![
		1,
		4,
		8,
		16,
		24,
		32
	].includes(bits)) throw new Error(`it has ${bits} bits per pixel`);
	const runs = compression === 1 && bits === 8 || compression === 2 && bits === 4;
	const masked = compression === 3 && bits >= 16;
	if (compression !== 0 && !runs && !masked) throw new Error(`its compression ${compression} is not read`);
	return {
		runs,
		masked
	};
}
const usualMasks = (bits) => bits === 16 ? [
	31744,
	992,
	31
] : [
	16711680,
	65280,
	255
];
/** Indices that no colour is given for are grey, as in Pillow. */
function readPalette$1(bytes, colours, stride) {
	if (bytes.length < colours * stride) throw new Error("its colours end early");
	const palette = Uint8Array.from({ length: 768 }, (_, i) => Math.trunc(i / 3));
	for (let i = 0; i < colours; i++) for (let c = 0; c < 3; c++) palette[3 * i + c] = bytes[i * stride + 2 - c];
	return palette;
}
/** Pixels of a BMP, RGB; a fourth value is dropped. Values of fewer than 8 bits are scaled to 255 and truncated, as in Pillow. */
function readBmp(bytes, header) {
	const { width, height, topFirst, bits, runs } = header;
	const data = new Uint8Array(width * height * 3);
	const rows = runs ? readRuns(bytes.subarray(header.start), header) : bytes.subarray(header.start);
	const stride = runs ? width : Math.ceil(width * bits / 32) * 4;
	if (rows.length < stride * (height - 1) + Math.ceil(width * bits / 8)) throw new Error("its rows end early");
	const read = pixelReader(header);
	for (let y = 0; y < height; y++) {
		const row = rows.subarray((topFirst ? y : height - 1 - y) * stride);
		for (let x = 0; x < width; x++) read(row, x, data, (y * width + x) * 3);
	}
	return {
		width,
		height,
		channels: 3,
		data
	};
}
function pixelReader({ bits, runs, palette, masks }) {
	if (bits > 8) return maskedReader(bits / 8, masks);
	const depth = runs ? 8 : bits;
	const perByte = 8 / depth;
	const mask = (1 << depth) - 1;
	return (row, x, target, at) => {
		const shift = 8 - depth * (x % perByte + 1);
		const index = row[Math.trunc(x / perByte)] >> shift & mask;
		for (let c = 0; c < 3; c++) target[at + c] = palette[3 * index + c];
	};
}
function maskedReader(size, masks) {
	const fields = masks.map((mask) => {
		const lowest = (mask & -mask) >>> 0 || 1;
		return {
			mask,
			lowest,
			most: mask / lowest || 1
		};
	});
	return (row, x, target, at) => {
		let value = 0;
		for (let i = size - 1; i >= 0; i--) value = value * 256 + row[x * size + i];
		for (let c = 0; c < 3; c++) {
			const { mask, lowest, most } = fields[c];
			target[at + c] = Math.trunc(((value & mask) >>> 0) / lowest * 255 / most);
		}
	};
}

// src/images/_sharp.ts
/**
* sharp, with every loader of libvips blocked but five that take bytes. libvips chooses a loader by its own look at a file,
* so without this a file that we took for a WebP could reach the renderer of SVG, and a JPEG with a gain map one that
* Pillow does not have. Both builds know the names that the other lacks; an unknown one is no error.
*
* Nothing is cached: pictures are decoded once, and one cached picture may be as large as all that a run may hold.
*/
dist_default.block({ operation: ["VipsForeignLoad"] });
dist_default.unblock({ operation: [
	"Png",
	"Jpeg",
	"Webp",
	"Tiff",
	"Heif"
].map((format) => `VipsForeignLoad${format}Buffer`) });
dist_default.cache(false);

// src/images/_collect.ts
let collector;
/**
* Frees the memory of pictures that nobody holds any more. Under WebAssembly the pixels that sharp gives lie in the
* module's own memory until their wrapper is collected, and the wrapper looks small: without this, a dozen large photos
* fill the four gigabytes that a module may have.
*/
function collect$1() {
	if (!("emscripten" in dist_default.versions)) return;
	if (!collector) {
		setFlagsFromString("--expose-gc");
		collector = runInNewContext("gc");
	}
	collector();
}

// src/images/_budget.ts
/**
* Cost of a pixel of each format, in pixels of the cheapest: what decoders hold and how long they take (a WebP pixel takes
* three times the memory of a PNG one, an AVIF one eight times the time).
*/
const weights = {
	png: 1,
	jpeg: 1,
	tiff: 1,
	bmp: 1,
	gif: 1,
	pnm: 1,
	webp: 2.5,
	avif: 4
};
/** 32 megapixels, far more than any classifier sees; decoded, a picture of so many takes 100 MB, and its decoder as much. */
const mostPixels$2 = 32e6;
/** Of a side; JPEG's own bound. */
const longestSide$1 = 65535;
/** 300 pictures of 32 megapixels, or 800 photos of 12. */
const mostPerRun = 1e10;
/** Thousands of pixels, weighed: all that were begun, and those under way. */
const [begun, underWay] = [0, 1];
const pictureBudget = () => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
/**
* Refuses what would cost more than a model can need, before a pixel is decoded.
* @throws CamdriftError `fixture-unreadable`: the picture is too large, or those before it have used up the budget
*/
function spend(size, format, path, budget) {
	const { width, height } = size;
	const most = Math.floor(mostPixels$2 / weights[format]);
	if (width * height > most) throw tooLarge(`${path} has ${width} x ${height} pixels; of a ${names$3[format]}, at most ${most / 1e6} megapixels are read.`);
	if (Math.max(width, height) > longestSide$1) throw tooLarge(`${path} has ${width} x ${height} pixels; at most ${longestSide$1} a side are read.`);
	const cost = costOf(size, format);
	if ((Atomics.add(new Int32Array(budget), begun, cost) + cost) * 1e3 <= mostPerRun) return;
	throw tooLarge(`${path} was not read: the fixtures before it have used up the ${mostPerRun / 1e9} gigapixels that are decoded for one model.`);
}
const names$3 = {
	png: "PNG",
	jpeg: "JPEG",
	tiff: "TIFF",
	bmp: "BMP",
	gif: "GIF",
	pnm: "PNM",
	webp: "WebP",
	avif: "AVIF"
};
const tooLarge = (message) => new CamdriftError("fixture-unreadable", message, { remedy: "Store fixtures near the size of the model input." });
const costOf = ({ width, height }, format) => Math.ceil(width * height * weights[format] / 1e3);
/** Thousands of pixels, weighed, that are decoded at a time, in all threads together; one picture alone may always. */
const mostAtATime = 25e3;
/** Thousands of pixels from which on memory is not left to the collector's leisure. */
const freedAtOnce = 4e3;
/** Runs one decoding, and what is done with its pixels, when those under way leave room for it. */
async function inTurn(size, format, budget, work) {
	const cost = costOf(size, format);
	const state = new Int32Array(budget);
	await room(state, cost);
	try {
		return await work();
	} finally {
		if (cost > freedAtOnce) collect$1();
		Atomics.sub(state, underWay, cost);
		Atomics.notify(state, underWay);
	}
}
async function room(state, cost) {
	for (;;) {
		const now = Atomics.load(state, underWay);
		if (now > 0 && now + cost > mostAtATime) await Atomics.waitAsync(state, underWay, now).value;
		else if (Atomics.compareExchange(state, underWay, now, now + cost) === now) return;
	}
}

// src/images/_strangers.ts
const asTrained = "Convert it in the way in which the training code read it";
const toPng = (tool) => `${asTrained}, for example to PNG with ${tool}.`;
const toArray = (tool) => `${asTrained}, for example with ${tool} and np.save(name, array.astype("float32")).`;
const magick = toPng("`magick IN OUT.png`");
const replace$2 = "Replace it by the picture that was meant.";
/** Most telling first. */
const strangers = [
	{
		mark: "NUMPY",
		is: "a NumPy array, which must be named .npy",
		convert: "Rename it."
	},
	{
		at: 128,
		mark: "DICM",
		is: "a DICOM image",
		convert: toArray("pydicom's `dcmread(name).pixel_array`, windowed")
	},
	{
		brand: /^he(?:i[cxms]|v[cxms])$/,
		is: "a HEIC photo",
		convert: toPng("pillow-heif, or `magick IN.heic OUT.png`")
	},
	{
		brand: /^(?:mif1|msf1)$/,
		is: "a HEIF photo",
		convert: toPng("pillow-heif, or `magick IN.heif OUT.png`")
	},
	{
		brand: /^cr[x3] ?/,
		is: "a Canon raw photo (CR3)",
		convert: toPng("rawpy")
	},
	{
		brand: /^(?:isom|iso\d|mp4\d|M4V |qt {2}|avc1|3gp)/,
		is: "a video",
		convert: "Extract a frame, for example with `ffmpeg -i IN -frames:v 1 OUT.png`."
	},
	{
		mark: "\0\0\0\fJXL \r\n",
		is: "a JPEG XL picture",
		convert: toPng("`djxl IN OUT.png`")
	},
	{
		mark: "ÿ\n",
		is: "a JPEG XL picture",
		convert: toPng("`djxl IN OUT.png`")
	},
	{
		mark: "\0\0\0\fjP  \r\n",
		is: "a JPEG 2000 picture",
		convert: magick
	},
	{
		mark: "ÿOÿQ",
		is: "a JPEG 2000 picture",
		convert: magick
	},
	{
		mark: "8BPS",
		is: "a Photoshop file",
		convert: toPng("`magick IN.psd[0] OUT.png`")
	},
	{
		mark: "v/1",
		is: "an OpenEXR picture",
		convert: toArray("imageio")
	},
	{
		mark: "#?RADIANCE",
		is: "a Radiance HDR picture",
		convert: toArray("imageio")
	},
	{
		mark: "SIMPLE  =",
		is: "a FITS image",
		convert: toArray("astropy")
	},
	{
		at: 344,
		mark: "n+1\0",
		is: "a NIfTI volume",
		convert: toArray("nibabel, slice by slice,")
	},
	{
		mark: "HDF\r\n\n",
		is: "an HDF5 file",
		convert: toArray("h5py")
	},
	{
		mark: "FUJIFILMCCD-RAW",
		is: "a Fujifilm raw photo",
		convert: toPng("rawpy")
	},
	{
		mark: "\0\0\0",
		is: "an icon (ICO)",
		convert: magick
	},
	{
		mark: "DDS ",
		is: "a DirectDraw texture",
		convert: magick
	},
	{
		mark: "qoif",
		is: "a QOI picture",
		convert: magick
	},
	{
		mark: "P7\n",
		is: "a PAM picture",
		convert: magick
	},
	{
		mark: "Pf",
		is: "a PFM picture of floating point",
		convert: toArray("imageio")
	},
	{
		mark: "PF",
		is: "a PFM picture of floating point",
		convert: toArray("imageio")
	},
	{
		mark: "%PDF",
		is: "a PDF",
		convert: toPng("`pdftoppm -png IN OUT`")
	},
	{
		mark: "%!PS",
		is: "PostScript",
		convert: magick
	},
	{
		mark: "gimp xcf",
		is: "a GIMP file",
		convert: magick
	},
	{
		mark: "PK",
		is: "a zip archive",
		convert: "Unpack it."
	},
	{
		mark: "",
		is: "a gzip archive",
		convert: "Unpack it."
	},
	{
		mark: "<svg",
		is: "an SVG",
		convert: toPng("`rsvg-convert IN -o OUT.png`")
	},
	{
		mark: "<?xml",
		is: "XML",
		convert: "If it is an SVG, convert it, for example with `rsvg-convert IN -o OUT.png`."
	},
	{
		mark: "<!DOCTYPE",
		is: "a web page",
		convert: replace$2
	},
	{
		mark: "<html",
		is: "a web page",
		convert: replace$2
	},
	{
		mark: "{",
		is: "JSON text",
		convert: replace$2
	}
];

// src/images/_format.ts
/** All marks of a line must be there. They are full signatures: a file that carries one by chance is none of these. */
const signatures = [
	[
		"png",
		[0, "PNG\r\n\n"],
		[12, "IHDR"]
	],
	["jpeg", [0, "ÿØÿ"]],
	[
		"webp",
		[0, "RIFF"],
		[8, "WEBPVP8"]
	],
	["tiff", [0, "II*\0"]],
	["tiff", [0, "MM\0*"]],
	["tiff", [0, "II+\0\b\0\0\0"]],
	["tiff", [0, "MM\0+\0\b\0\0"]],
	[
		"bmp",
		[0, "BM"],
		[6, "\0\0\0\0"]
	],
	["gif", [0, "GIF87a"]],
	["gif", [0, "GIF89a"]]
];
/**
* What kind of picture a file is, by what it holds; its name says nothing.
* @throws CamdriftError `fixture-unreadable`: none that is read, with what it is and what converts it
*/
function formatOf(bytes, path) {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString("latin1");
	const known = signatures.find(([, ...marks]) => marks.every(([at, mark]) => start.startsWith(mark, at)));
	if (known) return known[0];
	if (/^P[1-6][\s#]/.test(start)) return "pnm";
	const brands = brandsOf(start);
	if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
	throw foreign$1(start, start.startsWith("ftyp", 4) ? [start.slice(8, 12), ...brands] : [], path);
}
/** The brands of an ISO media file: its first box is `ftyp`, of a length that can be. */
function brandsOf(start) {
	if (start.slice(4, 8) !== "ftyp") return [];
	const length = Buffer.from(start.slice(0, 4), "latin1").readUInt32BE();
	if (length < 16 || length > start.length || length % 4 !== 0) return [];
	const compatible = Array.from({ length: (length - 16) / 4 }, (_, i) => start.slice(16 + 4 * i, 20 + 4 * i));
	return [start.slice(8, 12), ...compatible];
}
function foreign$1(start, brands, path) {
	const { is, convert } = strangerOf(start, brands);
	return new CamdriftError("fixture-unreadable", `${path} is not a picture that can be read: the file is ${is}.`, { remedy: `Fixtures are PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM or PGM pictures, or float32 arrays in .npy files. ${convert}` });
}
function strangerOf(start, brands) {
	if (start === "") return {
		is: "empty",
		convert: "Replace it, or remove it from the fixtures."
	};
	const found = strangers.find(({ at, mark, brand }) => brand ? brands.some((each) => brand.test(each)) : start.startsWith(mark ?? "", at ?? 0));
	const shown = JSON.stringify(start.slice(0, 16));
	return found ?? {
		is: `no known format (it starts with ${shown})`,
		convert: "Convert or replace it."
	};
}

// src/images/_gif-lzw.ts
/** Codes have at most 12 bits. */
const mostCodes = 4096;
/**
* Unpacks the indices of a GIF frame.
* @param bits of an index, 1 to 8
* @param count of indices wanted
* Throws `Error` when the codes end early, or one of them stands for nothing.
*/
function unpackLzw(bytes, bits, count) {
	if (bits < 1 || bits > 8) throw new Error(`its codes start with ${bits} bits`);
	const [clear, end] = [1 << bits, (1 << bits) + 1];
	const out = new Uint8Array(count);
	const next = codeReader(bytes);
	let table = new CodeTable(bits);
	let filled = 0;
	while (filled < count) {
		const code = next(table.size);
		if (code === end) throw new Error("its codes end early");
		if (code === clear) table = new CodeTable(bits);
		else filled += copied$1(table.unpack(code), out, filled);
	}
	return out;
}
function copied$1(indices, out, at) {
	const some = indices.subarray(0, out.length - at);
	out.set(some, at);
	return some.length;
}
/** What codes stand for, since the last clearing. */
var CodeTable = class {
	/** Bits of the next code. */
	size;
	#end;
	#prefix = new Uint16Array(mostCodes);
	#suffix = new Uint8Array(mostCodes);
	#stack = /* @__PURE__ */ new Uint8Array(4097);
	#free;
	#previous = -1;
	#first = 0;
	constructor(bits) {
		this.size = bits + 1;
		this.#end = (1 << bits) + 1;
		this.#free = this.#end + 1;
	}
	/** The indices of a code; valid until the next one. A code that is only now being made stands for the one before it, and its first index once more. */
	unpack(code) {
		if (code > this.#free || code === this.#free && this.#previous < 0) throw new Error("its codes are damaged");
		let at = code === this.#free ? this.#previous : code;
		let start = this.#stack.length;
		if (code === this.#free) this.#stack[--start] = this.#first;
		for (; at > this.#end; at = this.#prefix[at]) this.#stack[--start] = this.#suffix[at];
		this.#stack[--start] = at;
		this.#first = at;
		this.#learn();
		this.#previous = code;
		return this.#stack.subarray(start);
	}
	#learn() {
		if (this.#previous < 0 || this.#free >= mostCodes) return;
		this.#prefix[this.#free] = this.#previous;
		this.#suffix[this.#free++] = this.#first;
		if (this.#free === 1 << this.size && this.size < 12) this.size++;
	}
};
/** Codes lie in the bytes from the lowest bit on. */
function codeReader(bytes) {
	let [at, held, bits] = [
		0,
		0,
		0
	];
	return (size) => {
		while (bits < size) {
			if (at >= bytes.length) throw new Error("its codes end early");
			held |= bytes[at++] << bits;
			bits += 8;
		}
		const code = held & (1 << size) - 1;
		held >>>= size;
		bits -= size;
		return code;
	};
}

// src/images/_gif.ts
/** Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt. Throws `Error`. */
function readGifHeader(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const word = (at) => view.getUint16(at, true);
	const common = readPalette(bytes, 13, bytes[10]);
	let at = 13 + common.length;
	let transparent;
	while (bytes[at] === 33) {
		if (bytes[at + 1] === 249 && (bytes[at + 3] & 1) === 1) transparent = bytes[at + 6];
		at = afterBlocks(bytes, at + 2);
	}
	if (bytes[at] !== 44) throw new Error("it has no frame");
	const frame = {
		x: word(at + 1),
		y: word(at + 3),
		width: word(at + 5),
		height: word(at + 7)
	};
	const own = readPalette(bytes, at + 10, bytes[at + 9]);
	const [width, height] = [Math.max(word(6), frame.x + frame.width), Math.max(word(8), frame.y + frame.height)];
	if (width * height === 0) throw new Error(`it has ${width} x ${height} pixels`);
	const palette = Uint8Array.from({ length: 768 }, (_, i) => Math.trunc(i / 3));
	palette.set(own.length > 0 ? own : common);
	return {
		width,
		height,
		frame,
		interlaced: (bytes[at + 9] & 64) !== 0,
		palette,
		transparent,
		start: at + 10 + own.length
	};
}
function readPalette(bytes, at, flags) {
	const length = (flags & 128) === 0 ? 0 : 3 * (2 << (flags & 7));
	if (at + length > bytes.length) throw new Error("its colours end early");
	return bytes.subarray(at, at + length);
}
function afterBlocks(bytes, from) {
	let at = from;
	while (at < bytes.length && bytes[at] !== 0) at += bytes[at] + 1;
	return at + 1;
}
/** The first frame as RGB, transparent pixels in their colour; what it leaves free is of the transparent colour, else the first: as Pillow. */
function readGif(bytes, header) {
	const { width, height, frame, palette, transparent = 0 } = header;
	const data = new Uint8Array(width * height * 3);
	const paint = (at, index) => {
		for (let c = 0; c < 3; c++) data[3 * at + c] = palette[3 * index + c];
	};
	if (frame.width < width || frame.height < height) for (let i = 0; i < width * height; i++) paint(i, transparent);
	const indices = unpackLzw(joined$3(bytes, header.start + 1), bytes[header.start], frame.width * frame.height);
	(header.interlaced ? interlacedRows(frame.height) : Array.from({ length: frame.height }, (_, y) => y)).forEach((y, row) => {
		for (let x = 0; x < frame.width; x++) paint((frame.y + y) * width + frame.x + x, indices[row * frame.width + x]);
	});
	return {
		width,
		height,
		channels: 3,
		data
	};
}
/** Blocks of up to 255 bytes, each behind its length, joined. */
function joined$3(bytes, from) {
	const parts = [];
	for (let at = from; at < bytes.length && bytes[at] !== 0; at += bytes[at] + 1) parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]));
	return Buffer.concat(parts);
}
function interlacedRows(height) {
	return [
		[0, 8],
		[4, 8],
		[2, 4],
		[1, 2]
	].flatMap(([first, step]) => Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, i) => first + i * step));
}

// src/images/_cmyk.ts
/**
* Cyan, magenta, yellow and black, 0 = no ink -> RGB, by Pillow's `convert('RGB')`: what black leaves of white, less the
* same share of each ink, in whole numbers.
*/
function fromCmyk(ink) {
	const rgb = new Uint8Array(ink.length / 4 * 3);
	for (let i = 0; i * 4 < ink.length; i++) {
		const light = 255 - ink[i * 4 + 3];
		for (let c = 0; c < 3; c++) rgb[i * 3 + c] = Math.max(0, light - share$4(ink[i * 4 + c], light));
	}
	return rgb;
}
/** a * b / 255, rounded; Pillow's `MULDIV255`. */
function share$4(a, b) {
	const product = a * b + 128;
	return (product >> 8) + product >> 8;
}

// src/images/_tiff-tag.ts
const mostEntries$1 = 4096;
/** First value of a tag of 16 or 32 bits in the first directory of a TIFF; `undefined` when there is none, or the file is a BigTIFF. */
function firstTag(bytes, tag) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const little = bytes[0] === 73;
	if (bytes.length < 8 || view.getUint16(2, little) !== 42) return void 0;
	const start = view.getUint32(4, little);
	const count = start + 2 <= bytes.length ? Math.min(mostEntries$1, view.getUint16(start, little)) : 0;
	for (let i = 0; i < count && start + 14 + 12 * i <= bytes.length; i++) {
		const at = start + 2 + 12 * i;
		if (view.getUint16(at, little) !== tag) continue;
		return view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
	}
}

// src/images/_libvips.ts
/** What a decoder says a file is, before it decodes a pixel. Throws `Error`. */
async function readHeader$1(bytes) {
	return dist_default(bytes, { limitInputPixels: false }).metadata();
}
/** libvips' own word, by what we took the file for. */
const ownWord = {
	png: "png",
	jpeg: "jpeg",
	webp: "webp",
	tiff: "tiff",
	avif: "heif"
};
/** Grey or RGB pixels of a file whose header has been judged. Throws `Error` when it is damaged. */
async function readPixels(bytes, header, format, { orientation, colour }) {
	const limits = {
		failOn: "error",
		limitInputPixels: header.width * header.height
	};
	const stored = dist_default(bytes, {
		...limits,
		ignoreIcc: colour === "as-stored"
	});
	const turned = orientation === "apply" || format === "tiff" ? stored.autoOrient() : stored;
	if (header.space === "grey16") return readWideGrey(turned.removeAlpha(), bytes, header, format);
	if (header.space === "cmyk" && colour === "as-stored") return readCmyk(turned);
	const space = header.space === "b-w" ? "b-w" : "srgb";
	return raw(turned.removeAlpha().toColourspace(space), space === "b-w" ? 1 : 3);
}
async function raw(picture, channels) {
	const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	if (info.channels !== channels) throw new Error(`it has ${info.channels} channels`);
	return {
		width,
		height,
		channels,
		data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
	};
}
async function readCmyk(picture) {
	const { data, ...ink } = await raw(picture.pipelineColourspace("cmyk").toColourspace("cmyk"), 4);
	return {
		...ink,
		channels: 3,
		data: fromCmyk(data)
	};
}
/**
* 16-bit grey becomes 8 bits as in Pillow: cut at 255 (`I;16` to `L`), so that a full 16-bit scan is nearly all white;
* with an opacity in a PNG (`LA;16B`), by the high byte. Pillow does not invert 16-bit TIFFs whose zero is white; libvips does.
*/
async function readWideGrey(picture, bytes, header, format) {
	const { data, info } = await picture.toColourspace("grey16").raw({ depth: "ushort" }).toBuffer({ resolveWithObject: true });
	const values = new Uint16Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
	const high = format === "png" ? bytes[25] === greyAndAlpha : header.hasAlpha;
	const inverted = format === "tiff" && firstTag(bytes, photometric) === whiteIsZero;
	const shown = (value) => high ? value >> 8 : Math.min(255, inverted ? 65535 - value : value);
	return {
		width: info.width,
		height: info.height,
		channels: 1,
		data: Uint8Array.from(values, shown)
	};
}
/** Colour type of a PNG's header. */
const greyAndAlpha = 4;
const photometric = 262;
const whiteIsZero = 0;

// src/images/_pnm.ts
/** PBM, PGM or PPM, in words or bytes. Source: https://netpbm.sourceforge.net/doc/ppm.html. Throws `Error`. */
function readPnmHeader(bytes) {
	const kind = bytes[1] - 48;
	const bitmap = kind % 3 === 1;
	const next = wordReader(bytes, 2);
	const [width, height, most] = [
		next(),
		next(),
		bitmap ? 1 : next()
	];
	if (width < 1 || height < 1) throw new Error(`it has ${width} x ${height} pixels`);
	if (most < 1 || most > 65535) throw new Error(`its largest value is ${most}`);
	return {
		width,
		height,
		channels: kind % 3 === 0 ? 3 : 1,
		bitmap,
		words: kind <= 3,
		most,
		start: next.at() + 1
	};
}
/**
* Pixels, grey or RGB. As in Pillow: values up to something else than 255 are scaled and rounded half to even, but those
* of a PGM of more than 8 bits are scaled to 65535 and cut at 255.
*/
function readPnm(bytes, header) {
	const { width, height, channels, bitmap, most } = header;
	const values = header.words ? readWords(bytes, header) : bitmap ? readBits(bytes, header) : readBytes(bytes, header);
	const full = channels === 1 && most > 255 ? 65535 : 255;
	const shown = (value) => {
		if (bitmap) return value === 0 ? 255 : 0;
		if (value > most) throw new Error(`it has a value of ${value}, and says that ${most} is the largest`);
		return most === full ? Math.min(255, value) : Math.min(255, halfToEven(value / most * full));
	};
	return {
		width,
		height,
		channels,
		data: Uint8Array.from(values, shown)
	};
}
function readBytes(bytes, { width, height, channels, most, start }) {
	const count = width * height * channels;
	const size = most > 255 ? 2 : 1;
	if (bytes.length < start + count * size) throw new Error("its values end early");
	if (size === 1) return bytes.subarray(start, start + count);
	return Uint16Array.from({ length: count }, (_, i) => bytes[start + 2 * i] * 256 + bytes[start + 2 * i + 1]);
}
/** A row begins with a byte of its own; the leftmost pixel is the highest bit. */
function readBits(bytes, { width, height, start }) {
	const stride = Math.ceil(width / 8);
	if (bytes.length < start + stride * height) throw new Error("its values end early");
	const bit = (x, y) => bytes[start + y * stride + (x >> 3)] >> 7 - (x & 7) & 1;
	return Uint8Array.from({ length: width * height }, (_, i) => bit(i % width, Math.trunc(i / width)));
}
function readWords(bytes, { width, height, channels, bitmap, start }) {
	const next = wordReader(bytes, start, bitmap);
	return Uint16Array.from({ length: width * height * channels }, () => Math.min(65535, next()));
}
/** Numbers between white space; `#` begins a comment. @param digits each digit is a number, as in a PBM of words */
function wordReader(bytes, from, digits = false) {
	let at = from;
	const longest = digits ? 1 : 10;
	const next = () => {
		const start = afterSpace(bytes, at);
		at = start;
		let value = 0;
		while (isDigit(bytes[at]) && at - start < longest) value = value * 10 + bytes[at++] - 48;
		if (at === start) throw new Error(at < bytes.length ? "it has a word that is no number" : "its values end early");
		return value;
	};
	return Object.assign(next, { at: () => at });
}
function afterSpace(bytes, from) {
	let at = from;
	while (isSpace(bytes[at]) || bytes[at] === hash) {
		const end = bytes[at] === hash ? bytes.indexOf(newline, at) : at;
		at = end < 0 ? bytes.length : end + 1;
	}
	return at;
}
const [hash, newline] = [35, 10];
const isSpace = (byte) => byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
const isDigit = (byte) => byte !== void 0 && byte >= 48 && byte <= 57;
/** As Python's `round`. */
function halfToEven(value) {
	const low = Math.floor(value);
	const rest = value - low;
	return rest > .5 || rest === .5 && low % 2 === 1 ? low + 1 : low;
}

// src/images/_profile.ts
/** Red, green and blue of sRGB as profiles state them (X, Y, Z under D50). Source: IEC 61966-2-1, adapted by Bradford. */
const srgb = [
	[
		.4361,
		.2225,
		.0139
	],
	[
		.3851,
		.7169,
		.0971
	],
	[
		.1431,
		.0606,
		.7139
	]
];
/** The sRGB profiles in use differ by 0.004; Display P3 and Adobe RGB by 0.08 and more. */
const tolerance$1 = .02;
/**
* Name of a colour profile in which RGB numbers mean other colours than in sRGB, such as Display P3; `undefined` for
* profiles of sRGB's primaries, for grey and CMYK ones, and for what is no profile.
*/
function otherColours(icc) {
	if (!icc || icc.length < 132) return void 0;
	const profile = Buffer.from(icc.buffer, icc.byteOffset, icc.byteLength);
	if (profile.toString("latin1", 16, 20) !== "RGB ") return void 0;
	return [
		"rXYZ",
		"gXYZ",
		"bXYZ"
	].map((name) => readXyz(tagOf(profile, name))).every((found, i) => found?.every((value, j) => Math.abs(value - srgb[i][j]) <= tolerance$1) ?? false) ? void 0 : nameOf$1(tagOf(profile, "desc"));
}
function tagOf(profile, name) {
	const count = Math.min(100, profile.readUInt32BE(128));
	for (let at = 132; at < 132 + 12 * count && at + 12 <= profile.length; at += 12) {
		if (profile.toString("latin1", at, at + 4) !== name) continue;
		const offset = profile.readUInt32BE(at + 4);
		return profile.subarray(offset, offset + profile.readUInt32BE(at + 8));
	}
	return profile.subarray(0, 0);
}
const readXyz = (tag) => tag.length < 20 ? void 0 : [
	8,
	12,
	16
].map((at) => tag.readInt32BE(at) / 65536);
/** A description in one language (`desc`) or the first of several (`mluc`). */
function nameOf$1(tag) {
	const kind = tag.toString("latin1", 0, 4);
	const shown = (kind === "mluc" && tag.length >= 28 ? wideText(tag) : kind === "desc" ? tag.toString("latin1", 12, 76) : "").split("\0")[0].trim();
	return shown === "" ? "without a name" : shown.slice(0, 60);
}
function wideText(tag) {
	const [length, offset] = [Math.min(128, tag.readUInt32BE(20)), tag.readUInt32BE(24)];
	const bytes = tag.subarray(offset, offset + length - length % 2);
	return Buffer.from(bytes.subarray(0, bytes.length - bytes.length % 2)).swap16().toString("utf16le");
}

// src/images/pixels.ts
/** `PIL.Image.open(f).convert('RGB')`, then `resize(size, BILINEAR)`: torchvision's, and what Keras does when asked. */
const usualPixels = {
	orientation: "ignore",
	colour: "as-stored",
	resample: "bilinear",
	antialias: true
};

// src/images/decode.ts
/**
* Bytes of a PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PBM, PGM or PPM file -> the picture at its full size, grey or RGB,
* 8 bits: the numbers of `PIL.Image.open(f).convert('RGB')`.
*
* - The first page or frame only. Stored, not displayed, orientation; but TIFF files are turned, as Pillow turns them.
* - No profile is followed. CMYK becomes RGB by Pillow's arithmetic.
* - Alpha is dropped and the colour below it kept. Palettes and 1-bit pictures are expanded; greyscale stays one channel.
* - 16-bit colour is taken by its high byte, 16-bit grey is cut at 255, as Pillow does.
* - No shrink-on-load, ever: it would skip pixels before the resampling that the model was trained with.
*
* Measured against Pillow on 131 files (`test/oracle/pictures.json`): no value differs, but for TIFF files whose colour is
* multiplied by alpha (by 1) and AVIF (by 1; with chroma of half the size by more at edges, where libheif repeats what
* libavif interpolates).
*
* @param path named in errors
* @param use what is done with the picture, while room is kept for it
* @param reading what of the file's remarks is followed instead
* @param budget what is left of the run's pixels
* @throws CamdriftError `fixture-unreadable`: not such a file, a Git LFS pointer, damaged or cut short, more pixels than a
*   model can need (refused on its header alone), floating point, Lab.
*/
async function decodePicture(bytes, path, use, reading = usualPixels, budget = pictureBudget()) {
	refuseLfsPointer(bytes, path);
	const format = formatOf(bytes, path);
	const sound = sounding(path);
	const { size, pixels, ...ignored } = await opened(bytes, format, reading, path, sound);
	spend(size, format, path, budget);
	return inTurn(size, format, budget, async () => use({
		raster: await sound(pixels),
		...ignored
	}));
}
/** Its pixels alone. */
async function decode(bytes, path, reading) {
	return decodePicture(bytes, path, ({ raster }) => raster, reading);
}
async function opened(bytes, format, reading, path, sound) {
	if (isOurs(format)) {
		const { header: size, pixels } = await sound(() => ours[format](bytes));
		return {
			size,
			pixels
		};
	}
	const header = await sound(() => readHeader$1(bytes));
	refuseOther(header, format, path);
	return {
		size: header,
		pixels: () => readPixels(bytes, header, format, reading),
		...ignored(header, format, reading)
	};
}
/** Formats that we decode ourselves: libvips has no loader for them in every build, or reads them otherwise than Pillow. */
const ours = {
	bmp: (bytes) => {
		const header = readBmpHeader(bytes);
		return {
			header,
			pixels: () => readBmp(bytes, header)
		};
	},
	gif: (bytes) => {
		const header = readGifHeader(bytes);
		return {
			header,
			pixels: () => readGif(bytes, header)
		};
	},
	pnm: (bytes) => {
		const header = readPnmHeader(bytes);
		return {
			header,
			pixels: () => readPnm(bytes, header)
		};
	}
};
const isOurs = (format) => format in ours;
/** What a decoder throws becomes an error that names the file. */
function sounding(path) {
	return async (work) => {
		try {
			return await work();
		} catch (cause) {
			throw damaged$1(path, cause);
		}
	};
}
/** The decoder's word against ours, and what it says of the values. */
function refuseOther({ format: word, depth, space, compression }, format, path) {
	if (word !== ownWord[format] || format === "avif" && compression !== "av1") throw new CamdriftError("fixture-unreadable", `${path} starts like a file of the format ${format}, and its decoder says that it is ${word}${compression ? ` (${compression})` : ""}.`);
	const values = depth === "uchar" || depth === "ushort";
	if (values && [
		"b-w",
		"srgb",
		"rgb",
		"rgb16",
		"grey16",
		"cmyk"
	].includes(space)) return;
	const found = values ? `colours of the space ${space}` : `values of type ${depth}`;
	throw new CamdriftError("fixture-unreadable", `${path} holds ${found}; expected grey, RGB or CMYK of 8 or 16 bits.`, { remedy: "Save what the model was trained on as float32 in a .npy file: np.save(name, array.astype(\"float32\"))." });
}
/** What the file says of its picture, and was not done. */
function ignored(header, format, reading) {
	const { orientation = 1 } = header;
	const profile = reading.colour === "as-stored" ? otherColours(header.icc) : void 0;
	return {
		...reading.orientation === "ignore" && orientation > 1 && format !== "tiff" && format !== "avif" && { orientation },
		...profile !== void 0 && { profile }
	};
}
function damaged$1(path, cause) {
	const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
	return new CamdriftError("fixture-unreadable", `${path} is damaged or cut short: ${reason}.`, {
		cause,
		remedy: "Open it in a viewer, then store a complete copy."
	});
}

// src/core/raster.ts
/** An RGB picture of one colour. */
function plain$1(width, height, colour) {
	const raster = {
		width,
		height,
		channels: 3,
		data: new Uint8Array(width * height * 3)
	};
	for (let i = 0; i < raster.data.length; i++) raster.data[i] = colour[i % 3];
	return raster;
}
/** The same picture with three channels; grey is repeated. */
function toRgb(raster) {
	if (raster.channels === 3) return raster;
	const data = new Uint8Array(raster.data.length * 3);
	for (let i = 0; i < data.length; i++) data[i] = raster.data[i / 3 | 0];
	return {
		...raster,
		channels: 3,
		data
	};
}
/**
* The same picture with one channel: ITU-R BT.601 luma, 0.299 R + 0.587 G + 0.114 B, in the 16-bit fixed point of
* Pillow's `convert('L')`, so that every value is the one Keras' `color_mode='grayscale'` reads.
*/
function toGrey(raster) {
	if (raster.channels === 1) return raster;
	const rgb = raster.data;
	const data = new Uint8Array(rgb.length / 3);
	for (let i = 0; i < data.length; i++) data[i] = rgb[i * 3] * 19595 + rgb[i * 3 + 1] * 38470 + rgb[i * 3 + 2] * 7471 + 32768 >> 16;
	return {
		...raster,
		channels: 1,
		data
	};
}
/** The part of a picture inside a rectangle that lies within it. */
function crop(raster, { x, y, width, height }) {
	const { channels } = raster;
	const data = new Uint8Array(width * height * channels);
	for (let row = 0; row < height; row++) {
		const start = ((y + row) * raster.width + x) * channels;
		data.set(raster.data.subarray(start, start + width * channels), row * width * channels);
	}
	return {
		width,
		height,
		channels,
		data
	};
}
/** Copies `source` onto `target` with its upper left corner at (x, y); both have the same channels; it must fit. */
function paste(target, source, x, y) {
	const length = source.width * source.channels;
	for (let row = 0; row < source.height; row++) {
		const line = source.data.subarray(row * length, (row + 1) * length);
		target.data.set(line, ((y + row) * target.width + x) * target.channels);
	}
}
/** Mixes a colour into one pixel of an RGB picture: opacity 0 leaves it, 1 replaces it. Outside the picture: nothing. */
function blendAt(raster, x, y, colour, opacity) {
	if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return;
	const at = (y * raster.width + x) * 3;
	for (let c = 0; c < 3; c++) {
		const under = raster.data[at + c];
		raster.data[at + c] = Math.round(under + (colour[c] - under) * opacity);
	}
}
/** Mixes a colour into every pixel of a rectangle of an RGB picture. */
function tint(raster, area, colour, opacity) {
	for (let y = area.y; y < area.y + area.height; y++) for (let x = area.x; x < area.x + area.width; x++) blendAt(raster, x, y, colour, opacity);
}
/**
* A picture of numbers that are no picture (the values of a `.npy` fixture), only to be looked at: the smallest value
* becomes 0 and the largest 255, over all channels together. One channel gives grey, three give RGB, any other number
* the grey of their mean; a constant array is mid-grey.
*
* @param values (x, y, c) at `(y * width + x) * channels + c`, finite
*/
function rasterFromArray(values, width, height, channels) {
	const shown = channels === 1 || channels === 3 ? values : meanOfChannels(values, channels);
	const low = shown.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
	const high = shown.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
	const data = Uint8Array.from(shown, (value) => high > low ? Math.round(255 * (value - low) / (high - low)) : 128);
	return {
		width,
		height,
		channels: channels === 3 ? 3 : 1,
		data
	};
}
function meanOfChannels(values, channels) {
	return Float32Array.from({ length: values.length / channels }, (_, i) => {
		return values.subarray(i * channels, (i + 1) * channels).reduce((sum, value) => sum + value, 0) / channels;
	});
}

// src/regions/draw.ts
/**
* Shapes as a grey picture: 255 where a pixel's centre lies in one of them, else 0. What lies outside the picture is cut
* off. A polygon that crosses itself is filled by the even-odd rule, as COCO's tools do; several are united.
*
* @param shapes their runs are of the size; a `mask` is not looked at
*/
function draw({ boxes = [], polygons = [], runs = [] }, { width, height }) {
	const page = {
		width,
		height,
		channels: 1,
		data: new Uint8Array(width * height)
	};
	for (const [x, y, wide, high] of boxes) fillBox(page, x, y, x + wide, y + high);
	const crossings = polygons.length > 0 ? new Uint8Array(width * height) : void 0;
	for (const points of polygons) fillPolygon(page, crossings, points);
	for (const each of runs) fillRuns(page, each);
	return page;
}
/** The first pixel whose centre lies at or behind a place, within 0 to `end`. */
const firstPixel = (place, end) => Math.min(end, Math.max(0, Math.ceil(place - .5)));
function fillBox({ width, height, data }, left, top, right, bottom) {
	const [from, to] = [firstPixel(left, width), firstPixel(right, width)];
	for (let y = firstPixel(top, height); y < firstPixel(bottom, height); y++) data.fill(255, y * width + from, y * width + Math.max(from, to));
}
/** Marks the pixel behind each crossing of an outline with a row of centres; between two marks lies the inside. */
function fillPolygon({ width, height, data }, crossings, points) {
	let [first, last] = [height, 0];
	for (let i = 0; i < points.length; i += 2) {
		const next = (i + 2) % points.length;
		const [x1, y1, x2, y2] = [
			points[i],
			points[i + 1],
			points[next],
			points[next + 1]
		];
		const [top, bottom] = [firstPixel(Math.min(y1, y2), height), firstPixel(Math.max(y1, y2), height)];
		for (let y = top; y < bottom; y++) {
			const x = firstPixel(x1 + (y + .5 - y1) * (x2 - x1) / (y2 - y1), width);
			if (x < width) crossings[y * width + x] ^= 1;
		}
		if (top < bottom) [first, last] = [Math.min(first, top), Math.max(last, bottom)];
	}
	for (let y = first; y < last; y++) {
		let inside = 0;
		for (let at = y * width; at < (y + 1) * width; at++) {
			inside ^= crossings[at];
			crossings[at] = 0;
			if (inside) data[at] = 255;
		}
	}
}
function fillRuns({ width, data }, { height, lengths }) {
	let start = 0;
	lengths.forEach((length, index) => {
		const end = start + length;
		if (index % 2 === 1) for (let at = start; at < end; at++) data[at % height * width + Math.floor(at / height)] = 255;
		start = end;
	});
}

// src/core/interpolate.ts
/**
* Resizes a picture as `tf.image.resize(picture, size, method)` does with its default `antialias=False`, and OpenCV before it
* rounds: each new pixel is read from between its neighbours, however much the picture shrinks, and nothing is rounded.
* Pixel centres lie at i + 0.5; `area` is the mean of what a new pixel covers.
*
* Source: tensorflow/core/kernels/image: resize_bilinear_op, resize_nearest_neighbor_op, resize_bicubic_op (Keys, a = -0.5,
* from a table of 1024 steps; weights beyond the border are left out and the others made to add up to 1), resize_area_op.
*/
function interpolate(raster, width, height, filter) {
	const rows = spread$1(raster, width, tapsOf$1(raster.width, width, filter));
	return {
		width,
		height,
		channels: raster.channels,
		data: stack(rows, width * raster.channels, tapsOf$1(raster.height, height, filter))
	};
}
function tapsOf$1(from, to, filter) {
	const scale = Math.fround(from / to);
	const rule = rules[filter];
	return Array.from({ length: to }, (_, cell) => rule(cell, scale, from));
}
const clamped = (at, size) => Math.max(0, Math.min(size - 1, at));
const { fround } = Math;
/** Where the centre of a new cell lies, counted in old cells from the first one's corner. */
const centre = (cell, scale) => fround(fround(cell + .5) * scale);
const rules = {
	nearest: (cell, scale, size) => [{
		at: clamped(Math.floor(centre(cell, scale)), size),
		weight: 1
	}],
	bilinear(cell, scale, size) {
		const place = fround(centre(cell, scale) - .5);
		const share = fround(place - Math.floor(place));
		return [{
			at: clamped(Math.floor(place), size),
			weight: 1 - share
		}, {
			at: clamped(Math.ceil(place), size),
			weight: share
		}];
	},
	bicubic(cell, scale, size) {
		const place = fround(centre(cell, scale) - .5);
		const first = Math.floor(place);
		const step = Math.round(fround(place - first) * steps$2);
		const taps = [
			1 + step / steps$2,
			step / steps$2,
			1 - step / steps$2,
			2 - step / steps$2
		].map((distance, at) => ({
			at: first - 1 + at,
			weight: fround(keys(distance))
		})).filter(({ at }) => at >= 0 && at < size);
		const total = taps.reduce((sum, { weight }) => sum + weight, 0);
		return taps.map(({ at, weight }) => ({
			at,
			weight: weight / total
		}));
	},
	area(cell, scale, size) {
		const [start, end] = [fround(cell * scale), fround((cell + 1) * scale)];
		const first = Math.floor(start);
		return Array.from({ length: Math.ceil(end) - first }, (_, step) => {
			const at = first + step;
			const share = Math.min(at + 1, end) - Math.max(at, start);
			return {
				at: clamped(at, size),
				weight: share / scale
			};
		});
	}
};
/** TensorFlow looks its weights up at so many places between two cells. */
const steps$2 = 1024;
function keys(distance) {
	const a = -.5;
	if (distance <= 1) return (1.5 * distance - 2.5) * distance * distance + 1;
	return ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a;
}
function spread$1({ data, width: from, height, channels }, width, taps) {
	const result = new Float32Array(width * height * channels);
	for (let y = 0; y < height; y++) for (const [x, cells] of taps.entries()) for (let c = 0; c < channels; c++) {
		let sum = 0;
		for (const { at, weight } of cells) sum += weight * data[(y * from + at) * channels + c];
		result[(y * width + x) * channels + c] = sum;
	}
	return result;
}
function stack(rows, length, taps) {
	const result = new Float32Array(taps.length * length);
	for (const [y, cells] of taps.entries()) for (let i = 0; i < length; i++) {
		let sum = 0;
		for (const { at, weight } of cells) sum += weight * rows[at * length + i];
		result[y * length + i] = sum;
	}
	return result;
}

// src/core/_kernels.ts
/** Pillow's, and TensorFlow's of the same names. Source: python-pillow/Pillow, src/libImaging/Resample.c. */
const kernels = {
	area: {
		support: .5,
		weight: (x) => x > -.5 && x <= .5 ? 1 : 0
	},
	bilinear: {
		support: 1,
		weight: (x) => Math.max(0, 1 - Math.abs(x))
	},
	bicubic: {
		support: 2,
		weight: (x) => cubic(Math.abs(x))
	},
	lanczos: {
		support: 3,
		weight: (x) => x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0
	}
};
/** Of Keys, a = -0.5. */
function cubic(x) {
	const a = -.5;
	if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
	return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}
function sinc(x) {
	if (x === 0) return 1;
	const angle = x * Math.PI;
	return Math.sin(angle) / angle;
}

// src/core/resample.ts
/** Fractional bits of a weight. 8 bits of pixel + 22 of weight + 2 spare fill a 32-bit integer. */
const precision = 22;
/**
* Resizes a picture, or a part of it, with a kernel that widens when it shrinks ("antialiased").
*
* The same integers as Pillow's `Image.resize(size, filter, box)`: pixel centres at i + 0.5, a support of the kernel's
* times max(1, in / out), weights of 22 fractional bits, rows first, each pass rounded to 8 bits. `area` is Pillow's BOX,
* `nearest` takes the pixel that the centre lies in. That is what torchvision's `Resize` of a PIL image and Keras'
* `load_img` feed to a model. Measured against Pillow 12.3 on photos and noise, up and down: no value differs. (libvips'
* `linear` kernel, which sharp offers, is up to 7 levels off when it shrinks a photo and up to 51 when it enlarges one,
* because it shifts the picture by half a pixel.)
*
* Source: python-pillow/Pillow, src/libImaging/Resample.c and Geometry.c.
*/
function resample(raster, width, height, filter = "bilinear", box = {
	left: 0,
	top: 0,
	right: raster.width,
	bottom: raster.height
}) {
	if (filter === "nearest") return nearest(raster, width, height, box);
	const across = {
		size: raster.width,
		from: box.left,
		to: box.right
	};
	const down = {
		size: raster.height,
		from: box.top,
		to: box.bottom
	};
	return resampleColumns(resampleRows(raster, width, across, filter), height, down, filter);
}
const whole$2 = ({ size, from, to }, cells) => cells === size && from === 0 && to === size;
function resampleRows(raster, width, axis, filter) {
	if (whole$2(axis, width)) return raster;
	const { height, channels } = raster;
	const data = new Uint8Array(width * height * channels);
	const taps = tapsOf(axis, width, filter);
	const weigh = channels === 3 ? weighColours : weighGreys;
	for (let y = 0; y < height; y++) weigh(raster.data, y * raster.width * channels, data, y * width * channels, taps);
	return {
		width,
		height,
		channels,
		data
	};
}
function resampleColumns(raster, height, axis, filter) {
	if (whole$2(axis, height)) return raster;
	const { width, channels } = raster;
	const length = width * channels;
	const data = new Uint8Array(length * height);
	tapsOf(axis, height, filter).forEach(({ first, weights }, y) => {
		for (let i = 0; i < length; i++) {
			let sum = half;
			for (let j = 0; j < weights.length; j++) sum += Math.imul(raster.data[(first + j) * length + i], weights[j]);
			data[y * length + i] = level$1(sum);
		}
	});
	return {
		width,
		height,
		channels,
		data
	};
}
function tapsOf({ size, from, to }, cells, filter) {
	const { support: reach, weight } = kernels[filter];
	const scale = (to - from) / cells;
	const wide = Math.max(1, scale);
	const support = reach * wide;
	const inverse = 1 / wide;
	return Array.from({ length: cells }, (_, i) => {
		const centre = from + (i + .5) * scale;
		const first = Math.max(0, Math.trunc(centre - support + .5));
		const last = Math.min(size, Math.trunc(centre + support + .5));
		const weights = Array.from({ length: last - first }, (_, j) => weight((first + j - centre + .5) * inverse));
		const total = weights.reduce((sum, each) => sum + each, 0) || 1;
		return {
			first,
			weights: Int32Array.from(weights, (each) => fixed(each / total))
		};
	});
}
/** Rounded half away from 0. */
const fixed = (weight) => Math.trunc(weight * 2 ** precision + (weight < 0 ? -.5 : .5));
const half = 1 << 21;
const level$1 = (sum) => Math.max(0, Math.min(255, sum >> precision));
/** One row of a grey picture. */
function weighGreys(source, start, target, end, taps) {
	for (let i = 0; i < taps.length; i++) {
		const { first, weights } = taps[i];
		let sum = half;
		for (let j = 0; j < weights.length; j++) sum += Math.imul(source[start + first + j], weights[j]);
		target[end + i] = level$1(sum);
	}
}
/** One row of an RGB picture; written out, because the rows of large photos are where the time goes. */
function weighColours(source, start, target, end, taps) {
	for (let i = 0; i < taps.length; i++) {
		const { first, weights } = taps[i];
		let [red, green, blue] = [
			half,
			half,
			half
		];
		let at = start + first * 3;
		for (let j = 0; j < weights.length; j++) {
			const weight = weights[j];
			red = red + Math.imul(source[at], weight) | 0;
			green = green + Math.imul(source[at + 1], weight) | 0;
			blue = blue + Math.imul(source[at + 2], weight) | 0;
			at += 3;
		}
		target[end + i * 3] = level$1(red);
		target[end + i * 3 + 1] = level$1(green);
		target[end + i * 3 + 2] = level$1(blue);
	}
}
/** Positions are summed up step by step, as Pillow does it: the last digits decide at borders. */
function nearest(raster, width, height, box) {
	const { channels } = raster;
	const columns = positions(box.left, box.right, width, raster.width);
	const rows = positions(box.top, box.bottom, height, raster.height);
	const data = new Uint8Array(width * height * channels);
	let at = 0;
	for (const y of rows) for (const x of columns) for (let c = 0; c < channels; c++) data[at++] = raster.data[(y * raster.width + x) * channels + c];
	return {
		width,
		height,
		channels,
		data
	};
}
function positions(from, to, cells, size) {
	const step = (to - from) / cells;
	let place = from + step * .5;
	return Array.from({ length: cells }, () => {
		const cell = Math.min(size - 1, Math.floor(place));
		place += step;
		return cell;
	});
}

// src/images/frame.ts
const fits = [
	"fill",
	"cover",
	"contain",
	"middle"
];
/**
* With `resizeTo` or `crop` the picture is resized first, whatever the input's size, and the middle of the input's size cut
* out of it; where it is smaller than that, black surrounds it.
* @throws CamdriftError `config-invalid` where `crop` names another size than the model's input
*/
function frameOf$1(picture, input, fit, how) {
	const box = {
		left: 0,
		top: 0,
		right: picture.width,
		bottom: picture.height
	};
	const middleOf = (size) => ({
		box,
		size,
		x: offset(input.width, size.width),
		y: offset(input.height, size.height)
	});
	if (how.resizeTo !== void 0 || how.crop !== void 0) return middleOf(resizedFirst(picture, input, how));
	if (fit === "cover") return middleOf(covering(picture, input));
	if (fit === "middle") return {
		box: middle(picture, input, how.antialias),
		size: input,
		x: 0,
		y: 0
	};
	if (fit === "fill") return {
		box,
		size: input,
		x: 0,
		y: 0
	};
	if (!how.antialias) return {
		box,
		...paddedAsTensorFlow(picture, input)
	};
	const size = inside$1(picture, input);
	return {
		box,
		size,
		x: input.width - size.width >> 1,
		y: input.height - size.height >> 1
	};
}
function resizedFirst(picture, input, { resizeTo, crop }) {
	if (crop !== void 0 && crop > 1 && (crop !== input.width || crop !== input.height)) {
		const message = `The middle is cut out with ${crop} x ${crop} pixels, and the model takes ${input.width} x ${input.height}.`;
		throw new CamdriftError("config-invalid", message, { remedy: "Give `crop` the size of the input, or a share such as 0.875." });
	}
	if (typeof resizeTo === "string") {
		const [width, height] = resizeTo.split("x").map(Number);
		return {
			width,
			height
		};
	}
	if (resizeTo !== void 0) return shorterSide(picture, resizeTo);
	if (crop > 1) return picture;
	const [wide, high] = [Math.floor(input.width / crop), Math.floor(input.height / crop)];
	if (wide === high) return shorterSide(picture, wide);
	const ratio = Math.min(picture.width / wide, picture.height / high);
	return {
		width: Math.round(picture.width / ratio),
		height: Math.round(picture.height / ratio)
	};
}
/** Torchvision's rounding: the longer side truncated. */
function shorterSide({ width, height }, size) {
	return width <= height ? {
		width: size,
		height: Math.trunc(size * height / width)
	} : {
		width: Math.trunc(size * width / height),
		height: size
	};
}
function covering(picture, { width, height }) {
	return picture.width * height <= picture.height * width ? {
		width,
		height: Math.trunc(picture.height * width / picture.width)
	} : {
		width: Math.trunc(height * picture.width / picture.height),
		height
	};
}
function inside$1(picture, { width, height }) {
	return picture.width * height >= picture.height * width ? {
		width,
		height: Math.max(1, Math.trunc(picture.height * width / picture.width))
	} : {
		width: Math.max(1, Math.trunc(height * picture.width / picture.height)),
		height
	};
}
/** In float32, where 16 pixels may become 13 of 14, and the offset counts what was cut off the size. */
function paddedAsTensorFlow(picture, input) {
	const { fround } = Math;
	const ratio = Math.max(fround(picture.width / input.width), fround(picture.height / input.height));
	const [wide, high] = [fround(picture.width / ratio), fround(picture.height / ratio)];
	const before = (room, size) => Math.max(0, Math.floor(fround(fround(room - size) / 2)));
	return {
		size: {
			width: Math.max(1, Math.floor(wide)),
			height: Math.max(1, Math.floor(high))
		},
		x: before(input.width, wide),
		y: before(input.height, high)
	};
}
function middle(picture, input, antialias) {
	const ratio = input.width / input.height;
	const wide = picture.width / picture.height >= ratio;
	const [width, height] = wide ? [ratio * picture.height, picture.height] : [picture.width, picture.width / ratio];
	if (antialias) {
		const [left, top] = [(picture.width - width) * .5, (picture.height - height) * .5];
		return {
			left,
			top,
			right: left + width,
			bottom: top + height
		};
	}
	const [w, h] = [wide ? Math.max(1, Math.trunc(picture.height * input.width / input.height)) : width, wide ? height : Math.max(1, Math.trunc(picture.width * input.height / input.width))];
	const [left, top] = [Math.trunc((picture.width - w) / 2), Math.trunc((picture.height - h) / 2)];
	return {
		left,
		top,
		right: left + w,
		bottom: top + h
	};
}
/** Torchvision's `CenterCrop`: what is cut off is halved and rounded half to even, what is added is halved and floored. */
function offset(room, size) {
	if (size <= room) return room - size >> 1;
	const half = size - room >> 1;
	return -((size - room) % 2 === 1 && half % 2 === 1 ? half + 1 : half);
}

// src/images/prepare.ts
/**
* The picture in the model's size and channels. Grey is repeated for models with three channels; colour becomes BT.601 luma
* for models with one. Channels first and size second, as PIL pipelines do.
*
* @param path named in errors
* @throws CamdriftError `fixture-unreadable` when the model has neither one nor three input channels
*/
function prepare(picture, input, fit, path, pixels = usualPixels) {
	const { channels } = input;
	if (channels !== 1 && channels !== 3) throw new CamdriftError("fixture-unreadable", `${path} is a picture and the model has ${channels} input channels; a picture can feed 1 or 3.`, { remedy: "Store what the model was trained on as a float32 array, height x width x channels, in a .npy file." });
	const seen = channels === 1 ? toGrey(picture) : picture;
	const frame = frameOf$1(seen, input, fit, pixels);
	requireSize$1(frame, path);
	const { antialias, resample: filter } = pixels;
	if (antialias || filter === "lanczos") return { picture: withChannels(placed(resample(seen, frame.size.width, frame.size.height, filter, frame.box), input, frame, (size) => new Uint8Array(size)), channels) };
	const part = crop(seen, rectangle(frame));
	const fine = placed(interpolate(part, frame.size.width, frame.size.height, filter), input, frame, (size) => new Float32Array(size));
	return {
		picture: withChannels({
			...fine,
			data: rounded(fine.data)
		}, channels),
		fine: repeated$1(fine.data, channels / seen.channels)
	};
}
/** What a thin picture would become on its way to the input. */
const mostPixels$1 = 64 * 2 ** 20;
function requireSize$1({ size: { width, height } }, path) {
	if (width * height <= mostPixels$1 && width > 0 && height > 0) return;
	throw new CamdriftError("fixture-unreadable", `${path} would be resized to ${width} x ${height} pixels before its middle is cut out; expected at most ${mostPixels$1}, and one at least.`, { remedy: "Crop the picture, or take `fit: fill` or `contain` if the model was trained so." });
}
const rectangle = ({ box: { left, top, right, bottom } }) => ({
	x: left,
	y: top,
	width: right - left,
	height: bottom - top
});
/** A picture on a black page of the input's size: what lies outside is cut off. */
function placed({ width, height, channels, data }, input, { x, y }, blank) {
	if (x === 0 && y === 0 && width === input.width && height === input.height) return {
		width,
		height,
		channels,
		data
	};
	const page = blank(input.width * input.height * channels);
	const [first, last] = [Math.max(0, -x), Math.min(width, input.width - x)];
	for (let row = Math.max(0, -y); row < Math.min(height, input.height - y); row++) {
		const line = data.subarray((row * width + first) * channels, (row * width + last) * channels);
		page.set(line, ((row + y) * input.width + first + x) * channels);
	}
	return {
		width: input.width,
		height: input.height,
		channels,
		data: page
	};
}
const rounded = (fine) => Uint8Array.from(fine, (value) => Math.max(0, Math.min(255, Math.round(value))));
const repeated$1 = (values, times) => times === 1 ? values : Float32Array.from({ length: values.length * times }, (_, at) => values[Math.floor(at / times)]);
/**
* An edited picture in the values of the unedited one: what the edit left alone keeps its unrounded value, the rest moves
* by as much as the edit moved it.
*/
function refined(edited, picture, fine) {
	return fine.map((value, at) => value + edited.data[at] - picture.data[at]);
}
/** The values of an array that has the model's input shape. @throws CamdriftError `fixture-unreadable` */
function prepareArray(array, input, path) {
	const found = `${array.height} x ${array.width} x ${array.channels}`;
	const expected = `${input.height} x ${input.width} x ${input.channels}`;
	if (found === expected) return array.data;
	throw new CamdriftError("fixture-unreadable", `${path} is an array of ${found}; the model takes ${expected} (height x width x channels).`, { remedy: "Arrays are fed as they are: save it in the shape the model takes." });
}
function withChannels(raster, channels) {
	return channels === 3 ? toRgb(raster) : raster;
}

// src/images/fit-regions.ts
/** Pixels from here on are lighter than mid-grey. */
const light$1 = 128;
const mostBytes$9 = 64 * 2 ** 20;
/**
* Regions of a fixture in the frame of the model's input: drawn white on black at the fixture's size, then scaled, cut and
* padded by `prepare` as the fixture itself is. A pixel belongs to a region when at least half of what it shows does, so
* the padding of `contain` never does. One region is drawn at a time.
*
* @param from size of the fixture in pixels as it is read, which the shapes count in
* @param path of the fixture, named in errors
* @throws CamdriftError `fixture-unreadable` when a mask cannot be read, or shapes belong to a picture of another size
*/
async function fitRegions(shapes, from, input, fit, path, pixels = usualPixels) {
	const fitted = [];
	for (const shape of shapes) {
		const drawn = shape.mask === void 0 ? drawnShape(shape, from, path) : await readMask(shape.mask, from, path);
		if (!drawn) continue;
		const { width, height } = input;
		const { data } = prepare(drawn, {
			width,
			height,
			channels: 1
		}, fit, path, pixels).picture;
		fitted.push({
			region: shape.region,
			mask: {
				width,
				height,
				data: data.map((value) => Number(value >= light$1))
			}
		});
	}
	return fitted;
}
function drawnShape(shape, from, path) {
	for (const { width, height } of [...shape.size ? [shape.size] : [], ...shape.runs ?? []]) requireSize({
		width,
		height
	}, from, `The annotations of region \`${shape.region}\``, path);
	return draw(shape, from);
}
/** A mask that is black all over says that the fixture has no such region: `undefined`. */
async function readMask(mask, from, path) {
	const picture = toGrey(await decode(await readBounded$1(mask), mask));
	requireSize(picture, from, `The mask ${mask}`, path);
	const lightest = picture.data.reduce((most, value) => Math.max(most, value), 0);
	if (lightest === 0) return void 0;
	if (lightest >= light$1) return {
		...picture,
		data: picture.data.map((value) => value >= light$1 ? 255 : 0)
	};
	throw new CamdriftError("fixture-unreadable", `The mask ${mask} has nothing that is lighter than mid-grey: expected values of ${light$1} or more in the region, got at most ${lightest}.`, { remedy: "Save the mask as white (255) on black (0)." });
}
async function readBounded$1(mask) {
	const found = await stat(mask).catch(() => void 0);
	if (found?.isFile() && found.size <= mostBytes$9) return readFile(mask);
	const got = found?.isFile() ? `${found.size} bytes` : "no file";
	throw new CamdriftError("fixture-unreadable", `The mask ${mask} cannot be read: expected at most ${mostBytes$9} bytes, got ${got}.`);
}
function requireSize(found, { width, height }, what, path) {
	if (found.width === width && found.height === height) return;
	const turned = found.width === height && found.height === width ? " One of them may follow the EXIF orientation: see `orientation`." : "";
	throw new CamdriftError("fixture-unreadable", `${what} of ${path} has ${found.width} x ${found.height} pixels; the fixture is read with ${width} x ${height}.${turned}`, { remedy: "Regions count in the pixels of the fixture as it is read: scale and turn them with the picture." });
}

// src/images/npy.ts
/** As numpy's own `max_header_size`. */
const longestHeader = 1e4;
/** 256 MB of float32. */
const mostValues = 2 ** 26;
/**
* Bytes of a `.npy` file (format 1.0 to 3.0) -> the array, taken as it is: no preprocessing will touch it.
*
* Little-endian float32, C order, H x W x C or H x W (one channel), every value finite, and as many bytes as the
* shape says: anything else is an error that names what the file holds.
*
* Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
*
* @throws CamdriftError `fixture-unreadable`
*/
function readNpy(bytes, path) {
	refuseLfsPointer(bytes, path);
	const { header, end } = readHeader(bytes, path);
	refuseType(header, path);
	const [height, width, channels] = readShape(header, path);
	const count = height * width * channels;
	if (bytes.length - end !== count * 4) throw unreadable$3(path, `${bytes.length - end} bytes of data where ${height} x ${width} x ${channels} float32 take ${count * 4}`, "The file was cut short or added to: save the array again.");
	const data = new Float32Array(new Uint8Array(bytes.subarray(end)).buffer);
	const bad = data.findIndex((value) => !Number.isFinite(value));
	if (bad >= 0) throw unreadable$3(path, `value ${bad} is ${data[bad]}`, "Replace the values that are not finite.");
	return {
		height,
		width,
		channels,
		data
	};
}
function readHeader(bytes, path) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const version = bytes[6] ?? 0;
	const start = version === 1 ? 10 : 12;
	if (!(String.fromCharCode(...bytes.subarray(0, 6)) === "NUMPY" && version >= 1 && version <= 3) || bytes.length < start) throw unreadable$3(path, "it does not start like a .npy file of format 1 to 3", "Write it with np.save.");
	const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
	if (length > longestHeader || start + length > bytes.length) throw unreadable$3(path, `its header claims ${length} bytes; the file has ${bytes.length - start} and at most ${longestHeader} are read`, "The file is damaged: save the array again.");
	return {
		header: new TextDecoder("latin1").decode(bytes.subarray(start, start + length)),
		end: start + length
	};
}
function refuseType(header, path) {
	const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
	if (type !== "<f4") throw unreadable$3(path, `${type === void 0 ? "its values have no simple type" : `its values are of type '${type}'`}; expected '<f4' (little-endian float32)`, "Save array.astype(\"<f4\").");
	if (!/'fortran_order'\s*:\s*False\b/.test(header)) throw unreadable$3(path, "it is not in C order", "Save np.ascontiguousarray(array).");
}
function readShape(header, path) {
	const inside = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1];
	const sizes = inside?.match(/\d+/g)?.map(Number) ?? [];
	const [height = 0, width = 0, channels = 1] = sizes;
	const count = height * width * channels;
	if ((sizes.length === 2 || sizes.length === 3) && count > 0 && count <= mostValues) return [
		height,
		width,
		channels
	];
	throw unreadable$3(path, `${inside === void 0 ? "it has no shape" : `its shape is (${inside.trim()})`}; ${`expected height x width x channels, or height x width, with 1 to ${mostValues} values in all`}`, "Save one example per file, without the batch dimension, channels last.");
}
function unreadable$3(path, found, remedy) {
	return new CamdriftError("fixture-unreadable", `${path} cannot be taken as a fixture: ${found}.`, { remedy });
}

// src/images/preprocess.ts
/** By the names of `keras.applications.imagenet_utils.preprocess_input(mode=...)`, and two plain ones. */
const presets = {
	/** x / 127.5 - 1: MobileNet, Inception, Xception, ResNet V2 of Keras; Teachable Machine. */
	tf: {
		scale: 1 / 127.5,
		mean: [1],
		std: [1],
		order: "rgb"
	},
	/** (x / 255 - mean) / std of ImageNet: torchvision, timm, Keras DenseNet. */
	torch: {
		scale: 1 / 255,
		mean: [
			.485,
			.456,
			.406
		],
		std: [
			.229,
			.224,
			.225
		],
		order: "rgb"
	},
	/** The same under the name of its data set. */
	imagenet: {
		scale: 1 / 255,
		mean: [
			.485,
			.456,
			.406
		],
		std: [
			.229,
			.224,
			.225
		],
		order: "rgb"
	},
	/** BGR less the mean of ImageNet: VGG and ResNet of Keras. (Caffe's rounded [104, 117, 123] must be given in full.) */
	caffe: {
		scale: 1,
		mean: [
			103.939,
			116.779,
			123.68
		],
		std: [1],
		order: "bgr"
	},
	/** x / 255. */
	unit: {
		scale: 1 / 255,
		mean: [0],
		std: [1],
		order: "rgb"
	},
	/** 0..255, for models that carry their own rescaling: EfficientNet, ConvNeXt, MobileNetV3 of Keras. */
	raw: {
		scale: 1,
		mean: [0],
		std: [1],
		order: "rgb"
	}
};
/**
* A picture of the model's size and channels -> what the model is fed, H x W x C. Float64 arithmetic, stored as float32.
*
* @throws CamdriftError `config-invalid` when mean or std have neither one entry nor one per channel. So `torch` and
*   `caffe` are refused for one-channel models: nobody defines them there (Keras fails, timm asserts), and a mean of
*   means would be a guess.
*/
function preprocess(picture, recipe) {
	const { channels, data } = picture;
	const mean = perChannel("mean", recipe.mean, channels);
	const std = perChannel("std", recipe.std, channels);
	const source = recipe.order === "bgr" && channels === 3 ? [
		2,
		1,
		0
	] : [
		0,
		1,
		2
	];
	const result = new Float32Array(data.length);
	for (let i = 0; i < data.length; i++) {
		const c = i % channels;
		result[i] = (data[i - c + source[c]] * recipe.scale - mean[c]) / std[c];
	}
	return result;
}
function perChannel(name, values, channels) {
	if (values.length === channels) return values;
	if (values.length === 1) return Array.from({ length: channels }, () => values[0]);
	throw new CamdriftError("config-invalid", `The preprocessing has ${values.length} values of ${name} [${values.join(", ")}] and the model has ${channels} input channel${channels === 1 ? "" : "s"}.`, { remedy: `Give ${name} one value, or one per channel, as the model was trained with. For grey models trained like ImageNet that is often scale 1/255, mean [0.449], std [0.226].` });
}

// src/images/load.ts
/** Of a configuration, what travels to another process. */
const preparationOf = ({ preprocess: numbers, fit, pixels }) => ({
	preprocess: numbers,
	fit,
	...pixels && { pixels }
});
/** File names of fixtures, by their ending. */
const fixtureEndings = "png jpg jpeg jpe jfif webp tif tiff avif bmp dib gif ppm pgm pbm pnm npy".split(" ");
/** Larger than any camera's file; a limit because fixtures come with pull requests. */
const mostBytes$8 = 256 * 2 ** 20;
/** Reads one fixture, and fits its regions as it is fitted itself. @throws CamdriftError `fixture-unreadable` */
async function loadFixture(path, input, { preprocess: recipe, fit, pixels = usualPixels, budget }, shapes = []) {
	const bytes = await readBounded(path);
	const digest = createHash("sha256").update(bytes).digest("hex");
	if (path.toLowerCase().endsWith(".npy")) return {
		digest,
		values: prepareArray(readNpy(bytes, path), input, path),
		picture: void 0,
		regions: await fitRegions(shapes, input, input, "fill", path)
	};
	const { size, prepared, ignored } = await decodePicture(bytes, path, ({ raster, ...rest }) => ({
		size: sizeOf$2(raster),
		prepared: prepare(raster, input, fit, path, pixels),
		ignored: rest
	}), pixels, budget);
	const regions = await fitRegions(shapes, size, input, fit, path, pixels);
	return {
		digest,
		values: fed(prepared, recipe),
		...prepared,
		stored: size,
		regions,
		ignored
	};
}
const fed = ({ picture, fine }, recipe) => preprocess(fine ? {
	...picture,
	data: fine
} : picture, recipe);
/** What the model is fed of an edited picture: what the edit left alone is fed as it was. */
function fedEdited(edited, { picture, fine }, recipe) {
	return preprocess(picture && fine ? {
		...edited,
		data: refined(edited, picture, fine)
	} : edited, recipe);
}
const sizeOf$2 = ({ width, height }) => ({
	width,
	height
});
async function readBounded(path) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("fixture-unreadable", `There is no file ${path}.`, { cause });
	});
	if (found.isFile() && found.size <= mostBytes$8) return readFile(path);
	const size = found.isFile() ? `${found.size} bytes` : "not a file";
	throw new CamdriftError("fixture-unreadable", `${path} cannot be taken as a fixture: expected a file of at most ${mostBytes$8} bytes, got ${size}.`);
}

// src/core/feature-maps.ts
/** `sum over cells of A_k`: one float64 per channel. */
function channelSums({ channels, data }) {
	const sums = new Float64Array(channels);
	for (let start = 0; start < data.length; start += channels) for (let k = 0; k < channels; k++) sums[k] += data[start + k];
	return sums;
}
/** `mean over cells of A_k`: one float64 per channel. */
function channelMeans(maps) {
	const cells = maps.width * maps.height;
	return channelSums(maps).map((sum) => sum / cells);
}
/** `sum over k of weights_k A_k(x, y)` on the layer's grid, summed in float64; weights: one per channel, any sign. */
function weightedChannelSum(maps, weights) {
	const { width, height, channels, data } = maps;
	if (weights.length !== channels) throw new RangeError(`${weights.length} channel weights do not fit ${channels} channels.`);
	const map = new Float32Array(width * height);
	for (let cell = 0; cell < map.length; cell++) {
		const start = cell * channels;
		let sum = 0;
		for (let k = 0; k < channels; k++) sum += weights[k] * data[start + k];
		map[cell] = sum;
	}
	return {
		width,
		height,
		data: map
	};
}
/** Throws unless both have the same grid and the same number of channels. */
function requireSameShape(a, b) {
	const shapes = [a, b].map((maps) => `${maps.height}x${maps.width}x${maps.channels}`);
	if (shapes[0] !== shapes[1] || a.data.length !== b.data.length) throw new RangeError(`Feature maps of shape ${shapes[0]} do not fit those of shape ${shapes[1]}.`);
}

// src/methods/cam.ts
/**
* `M = sum over k of w_k A_k`; w = weights of the class in the linear layer behind global average pooling, bias left out.
*
* Zhou et al. 2016, eq. 2. Its sum is the class logit without the bias, times the number of cells.
*/
const cam = {
	name: "cam",
	title: "CAM",
	paper: "Zhou et al., Learning Deep Features for Discriminative Localization, CVPR 2016, arXiv:1512.04150",
	explain({ activations, classWeights }) {
		if (classWeights === void 0) return { refused: "CAM needs global average pooling and one linear layer behind the explained layer, and this model ends differently. Use Grad-CAM, which gives the same map where CAM exists and needs no such head." };
		return weightedChannelSum(activations, classWeights);
	}
};

// src/core/_gram.ts
/**
* `M (M^T x)` in float64 for each x; M is row-major with `x.length` rows. Vectors go in pairs, because reading the matrix
* costs as much as the arithmetic on it.
*/
function multiplyByGram(matrix, columns, vectors) {
	const results = vectors.map((vector) => new Float64Array(vector.length));
	for (let i = 0; i < vectors.length; i += 2) {
		const x = vectors[i];
		const y = vectors[i + 1] ?? x;
		const inner = [new Float64Array(columns), new Float64Array(columns)];
		const result = [results[i], results[i + 1] ?? new Float64Array(x.length)];
		for (let row = 0; row < x.length; row += 2) addTwoRows(matrix, columns, [x, y], row, inner);
		for (let row = 0; row < x.length; row += 2) dotTwoRows(matrix, columns, inner, row, result);
	}
	return results;
}
/** `inner += sum of x_i M_i`, for two vectors and two rows at a time; a row beyond the end weighs 0. */
function addTwoRows(matrix, columns, [x, y], row, [u, v]) {
	const a = row * columns;
	const b = Math.min(row + 1, x.length - 1) * columns;
	const [xa, xb] = [x[row], x[row + 1] ?? 0];
	const [ya, yb] = [y[row], y[row + 1] ?? 0];
	for (let k = 0; k < columns; k++) {
		const p = matrix[a + k];
		const q = matrix[b + k];
		u[k] += xa * p + xb * q;
		v[k] += ya * p + yb * q;
	}
}
/** `result_i = M_i . inner`, for two vectors and two rows; what is written beyond the end of a typed array is dropped. */
function dotTwoRows(matrix, columns, [u, v], row, [x, y]) {
	const a = row * columns;
	const b = Math.min(row + 1, x.length - 1) * columns;
	let [xa, xb, ya, yb] = [
		0,
		0,
		0,
		0
	];
	for (let k = 0; k < columns; k++) {
		const p = matrix[a + k];
		const q = matrix[b + k];
		xa += p * u[k];
		xb += q * u[k];
		ya += p * v[k];
		yb += q * v[k];
	}
	x[row] = xa;
	x[row + 1] = xb;
	y[row] = ya;
	y[row + 1] = yb;
}

// src/core/_symmetric-eigen.ts
/**
* The cyclic Jacobi method (Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5): slow for large
* matrices, accurate to working precision for the small ones that it is meant for.
*/
function symmetricEigen(matrix) {
	const size = matrix.length;
	const work = matrix.map((row) => row.slice());
	const vectors = matrix.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
	let hasTurned = true;
	for (let sweep = 0; sweep < 30 && hasTurned; sweep++) {
		hasTurned = false;
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) if (rotateAway(work, vectors, p, q)) hasTurned = true;
	}
	const order = vectors.map((_, i) => i).sort((i, j) => work[j][j] - work[i][i]);
	return {
		values: order.map((i) => work[i][i]),
		vectors: order.map((i) => vectors[i])
	};
}
/**
* Turns rows and columns p and q so that entry (p, q) becomes 0; the same turn makes the rows of `vectors` eigenvectors.
* False when the entry was negligible. Only the upper triangle counts.
*/
function rotateAway(matrix, vectors, p, q) {
	const rowP = matrix[p];
	const rowQ = matrix[q];
	const coupling = rowP[q];
	const difference = rowQ[q] - rowP[p];
	if (Math.abs(coupling) <= 1e-17 * (Math.abs(rowP[p]) + Math.abs(rowQ[q]))) return false;
	const ratio = difference / (2 * coupling);
	const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
	const cosine = 1 / Math.sqrt(1 + tangent * tangent);
	const sine = tangent * cosine;
	for (let i = 0; i < p; i++) turnPair(matrix[i], p, matrix[i], q, cosine, sine);
	for (let i = p + 1; i < q; i++) turnPair(rowP, i, matrix[i], q, cosine, sine);
	for (let i = q + 1; i < rowP.length; i++) turnPair(rowP, i, rowQ, i, cosine, sine);
	rowP[p] -= tangent * coupling;
	rowQ[q] += tangent * coupling;
	rowP[q] = 0;
	for (let i = 0; i < rowP.length; i++) turnPair(vectors[p], i, vectors[q], i, cosine, sine);
	return true;
}
function turnPair(a, i, b, j, cosine, sine) {
	const left = a[i];
	const right = b[j];
	a[i] = cosine * left - sine * right;
	b[j] = sine * left + cosine * right;
}

// src/core/_vectors.ts
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}
function length$1(vector) {
	return Math.sqrt(dot(vector, vector));
}
/** `sum over j of weights_j vectors_j`; at least one vector. */
function combine(vectors, weights) {
	const result = new Float64Array(vectors[0].length);
	for (const [j, vector] of vectors.entries()) for (let i = 0; i < result.length; i++) result[i] += weights[j] * vector[i];
	return result;
}
/**
* The part of a vector that is orthogonal to an orthonormal basis, scaled to length 1; `undefined` when nothing but
* rounding is left of it. Gram-Schmidt, done twice because once loses digits.
*/
function orthonormalised(vector, basis) {
	const result = vector.slice();
	for (const other of [...basis, ...basis]) {
		const share = dot(result, other);
		for (let i = 0; i < result.length; i++) result[i] -= share * other[i];
	}
	const rest = length$1(result);
	return rest > 1e-13 * length$1(vector) ? result.map((value) => value / rest) : void 0;
}

// src/core/eigen.ts
/** Singular values nearer than this, relative to the larger one, count as equal: float32 input cannot tell them apart. */
const resolution = 1e-6;
/** Numbers of vectors at which convergence is looked at; after the last one a new round starts from the best `kept`. */
const sizes = [
	4,
	6,
	8,
	10,
	12,
	14,
	16,
	20,
	28,
	40,
	64
];
const kept = 6;
const rounds = 10;
/**
* Leading component of a matrix (row-major, `rows * columns`, not centred), its direction to about 1e-8. `undefined`
* when it is not unique: the two largest singular values are equal, or too close to be told apart in bounded time.
*
* Block Krylov iteration with Rayleigh-Ritz on `M M^T`, which is never formed, in float64 (Musco and Musco, "Randomized
* block Krylov methods", NeurIPS 2015, algorithm 2). Blocks of two vectors see a double value, which one vector cannot.
* Usually 10 to 16 vectors are enough; each costs two passes over the matrix. A zero matrix has the value 0.
*/
function leadingComponent(matrix, rows, columns) {
	let start = [noise$1(rows, 1), noise$1(rows, 2)];
	for (let round = 0; round < rounds; round++) {
		const space = {
			basis: [],
			images: [],
			next: start
		};
		for (const size of sizes) {
			const isInvariant = !grow(space, size, matrix, columns);
			const ritz = ritzPairs(space);
			if (isInvariant || hasConverged(space, ritz)) return leadingPair(space, ritz);
			start = ritz.vectors.slice(0, kept).map((weights) => combine(space.basis, weights));
		}
	}
}
/** Adds blocks until there are `size` vectors. False: the last block lay in the space already, which holds its own images. */
function grow(space, size, matrix, columns) {
	while (space.basis.length < size) {
		const added = [];
		for (const vector of space.next) {
			const direction = orthonormalised(vector, space.basis);
			if (direction === void 0) continue;
			space.basis.push(direction);
			added.push(direction);
		}
		if (added.length === 0) return false;
		space.next = multiplyByGram(matrix, columns, added);
		space.images.push(...space.next);
	}
	return true;
}
/** Eigenpairs of `M M^T` restricted to the space; the vectors are weights of the basis. */
function ritzPairs({ basis, images }) {
	return symmetricEigen(basis.map((left) => Float64Array.from(images, (image) => dot(left, image))));
}
/**
* The first pair is good enough to use, and the second one good enough to know how far below it is. For a symmetric
* matrix an eigenvalue lies within the residual of a Ritz value, and the error of its vector is about residual / gap.
*/
function hasConverged(space, ritz) {
	const gap = ritz.values[0] - ritz.values[1];
	if (isTie(ritz)) return Math.max(residual(space, ritz, 0), residual(space, ritz, 1)) <= 1e-10 * ritz.values[0];
	return residual(space, ritz, 0) <= 1e-8 * gap && residual(space, ritz, 1) <= gap / 4;
}
function leadingPair({ basis }, ritz) {
	const square = Math.max(0, ritz.values[0]);
	if (square > 0 && isTie(ritz)) return void 0;
	return {
		value: Math.sqrt(square),
		vector: combine(basis, ritz.vectors[0])
	};
}
/** Eigenvalues are squares of singular values, hence twice the relative distance. */
function isTie({ values: [first, second] }) {
	return second !== void 0 && first - second <= 2 * resolution * first;
}
/** Length of `M M^T v - value v` for one Ritz pair. */
function residual({ basis, images }, { values, vectors }, index) {
	const image = combine(images, vectors[index]);
	const vector = combine(basis, vectors[index]);
	return length$1(image.map((value, i) => value - values[index] * vector[i]));
}
/** The same start every time: values in -1..1 that no activations have anything to do with. */
function noise$1(size, seed) {
	let state = seed;
	return Float64Array.from({ length: size }, () => {
		state = Math.imul(state, 1664525) + 1013904223 | 0;
		return state / 2 ** 31;
	});
}

// src/methods/eigen-cam.ts
/**
* `M = A v`, v = leading right singular vector of the activations as a matrix of cells x channels, not centred. Muhammad
* and Yeasin 2020. The same for every class: it shows what the layer responds to, not what speaks for a class.
*
* A singular vector has no sign. Here the map's sum is >= 0; if it is 0 to rounding, the first of the strongest cells is
* positive. Two equal leading singular values leave the direction undefined, and with it the map.
*/
const eigenCam = {
	name: "eigen-cam",
	title: "Eigen-CAM",
	sameForEveryClass: true,
	paper: "Muhammad and Yeasin, Eigen-CAM: Class Activation Map using Principal Components, IJCNN 2020, arXiv:2008.00299",
	explain({ activations }) {
		const { width, height, channels, data } = activations;
		const component = leadingComponent(data, width * height, channels);
		if (component === void 0) return { refused: "Eigen-CAM follows the strongest pattern in the activations, and two patterns are equally strong here, so its map would be arbitrary. Use Grad-CAM for this layer, or Eigen-CAM for another one." };
		const scale = component.value * sign(component.vector);
		return {
			width,
			height,
			data: Float32Array.from(component.vector, (value) => value * scale)
		};
	}
};
function sign(vector) {
	const sum = vector.reduce((total, value) => total + value, 0);
	const total = vector.reduce((all, value) => all + Math.abs(value), 0);
	if (Math.abs(sum) > 1e-9 * total) return sum > 0 ? 1 : -1;
	const strongest = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
	return (vector.find((value) => Math.abs(value) >= (1 - 1e-9) * strongest) ?? 0) >= 0 ? 1 : -1;
}

// src/methods/grad-cam.ts
/** `M = sum over k of alpha_k A_k`, `alpha_k` = mean of dS/dA_k over the grid. Selvaraju et al. 2017, eq. 1 and 2. */
const gradCam = {
	name: "grad-cam",
	title: "Grad-CAM",
	paper: "Selvaraju et al., Grad-CAM: Visual Explanations from Deep Networks, ICCV 2017, arXiv:1610.02391",
	explain({ activations, gradients }) {
		requireSameShape(activations, gradients);
		return weightedChannelSum(activations, channelMeans(gradients));
	}
};

// src/methods/grad-cam-plus-plus.ts
/**
* `M = sum over k of w_k A_k`, `w_k = sum over cells of alpha relu(g)`, `alpha = g^2 / (2 g^2 + g^3 sum A_k)`, g = dS/dA.
*
* Chattopadhay et al. 2018, eq. 19, in the form `1 / (2 + g sum A_k)`, which it equals where g is not 0 and which does
* not underflow. Alpha is neither normalised nor padded with an epsilon, and the factor exp(S), a positive scale of the
* whole map, is left out. Defined for A >= 0 only: a negative sum takes the denominator through 0.
*/
const gradCamPlusPlus = {
	name: "grad-cam++",
	title: "Grad-CAM++",
	paper: "Chattopadhay et al., Grad-CAM++: Improved Visual Explanations, WACV 2018, arXiv:1710.11063",
	explain({ activations, gradients }) {
		requireSameShape(activations, gradients);
		const least = smallest(activations.data);
		if (least < 0) return { refused: `Grad-CAM++ is defined for activations that are not negative, and this layer has values down to ${least.toPrecision(3)}. Explain a layer behind its ReLU, or use Grad-CAM, HiResCAM or LayerCAM here.` };
		return weightedChannelSum(activations, channelWeights(gradients, channelSums(activations)));
	}
};
function smallest(values) {
	let result = Infinity;
	for (let i = 0; i < values.length; i++) if (values[i] < result) result = values[i];
	return result;
}
function channelWeights({ channels, data }, sums) {
	const weights = new Float64Array(channels);
	for (let start = 0; start < data.length; start += channels) for (let k = 0; k < channels; k++) {
		const gradient = Math.max(0, data[start + k]);
		weights[k] += gradient / (2 + gradient * sums[k]);
	}
	return weights;
}

// src/methods/hires-cam.ts
/**
* `M(x, y) = sum over k of dS/dA_k(x, y) A_k(x, y)`: the gradient is not averaged, so the map stays faithful to a head
* that treats places differently. Draelos and Carin 2020.
*/
const hiresCam = {
	name: "hires-cam",
	title: "HiResCAM",
	paper: "Draelos and Carin, Use HiResCAM instead of Grad-CAM for faithful explanations, 2020, arXiv:2011.08891",
	explain({ activations, gradients }) {
		requireSameShape(activations, gradients);
		const { width, height, channels } = activations;
		const map = new Float32Array(width * height);
		for (let cell = 0; cell < map.length; cell++) {
			const end = (cell + 1) * channels;
			let sum = 0;
			for (let i = cell * channels; i < end; i++) sum += gradients.data[i] * activations.data[i];
			map[cell] = sum;
		}
		return {
			width,
			height,
			data: map
		};
	}
};

// src/methods/layer-cam.ts
/**
* `M(x, y) = sum over k of relu(dS/dA_k(x, y)) A_k(x, y)`: each place is weighted by its own positive gradient. Jiang et
* al. 2021; their tanh scaling of shallow layers belongs to the fusion of several layers and is left out.
*/
const layerCam = {
	name: "layer-cam",
	title: "LayerCAM",
	paper: "Jiang et al., LayerCAM: Exploring Hierarchical Class Activation Maps for Localization, IEEE TIP 2021",
	explain({ activations, gradients }) {
		requireSameShape(activations, gradients);
		const { width, height, channels } = activations;
		const map = new Float32Array(width * height);
		for (let cell = 0; cell < map.length; cell++) {
			const end = (cell + 1) * channels;
			let sum = 0;
			for (let i = cell * channels; i < end; i++) sum += Math.max(0, gradients.data[i]) * activations.data[i];
			map[cell] = sum;
		}
		return {
			width,
			height,
			data: map
		};
	}
};

// src/methods/xgrad-cam.ts
/**
* `M = sum over k of w_k A_k`, `w_k = sum over cells of dS/dA_k A_k / sum A_k`: the mean gradient where the activation
* is. Fu et al. 2020. A channel whose activations add up to 0 weighs 0.
*/
const xgradCam = {
	name: "xgrad-cam",
	title: "XGrad-CAM",
	paper: "Fu et al., Axiom-based Grad-CAM: Towards Accurate Visualization and Explanation, BMVC 2020, arXiv:2008.02312",
	explain({ activations, gradients }) {
		requireSameShape(activations, gradients);
		const sums = channelSums(activations);
		const weights = productSums(activations, gradients).map((product, k) => sums[k] === 0 ? 0 : product / sums[k]);
		return weightedChannelSum(activations, weights);
	}
};
function productSums(activations, gradients) {
	const { channels, data } = activations;
	const sums = new Float64Array(channels);
	for (let start = 0; start < data.length; start += channels) for (let k = 0; k < channels; k++) sums[k] += gradients.data[start + k] * data[start + k];
	return sums;
}

// src/methods/index.ts
/** Every CAM method, in the order in which lists show them. */
const methods = [
	cam,
	gradCam,
	gradCamPlusPlus,
	hiresCam,
	layerCam,
	xgradCam,
	eigenCam
];
/**
* The method of that name, however it is spelled: `Grad-CAM`, `gradcam`, `grad_cam_pp`, `GradCAM plus plus`.
* `undefined` when there is none.
*/
function findMethod(name) {
	return methods.find((method) => plainName(method.name) === plainName(name));
}
/** Without case, separators and the spellings of `++`. */
function plainName(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/g, "").replace(/(plusplus|pp)$/, "++");
}

// src/core/mask.ts
/** The share of the pixels that a mask covers, 0 to 1. */
const area$1 = ({ data }) => data.reduce((sum, value) => sum + value, 0) / data.length;
/**
* The share of a map's heat that lies in a mask, 0 to 1; `undefined` when the map has no heat. The map is enlarged to the
* mask's size first, as it is drawn. It is the energy-based pointing game of Wang et al., "Score-CAM", CVPR Workshops
* 2020, section 4.3.
*/
function heatInside(map, mask) {
	const drawn = resizeBilinear(heat$1(map), mask.width, mask.height);
	const total = mass(drawn);
	if (!(total > 0)) return void 0;
	const inside = drawn.data.reduce((sum, value, pixel) => sum + value * mask.data[pixel], 0);
	return Math.min(1, inside / total);
}
/**
* Whether the hottest pixel of the enlarged map lies in a mask; `undefined` when the map has no heat. The pointing game of
* Zhang et al., "Top-down Neural Attention by Excitation Backprop", IJCV 2018, without its tolerance of 15 pixels.
*/
function peakInside(map, mask) {
	const drawn = resizeBilinear(heat$1(map), mask.width, mask.height);
	const hottest = drawn.data.reduce((best, value, pixel) => value > drawn.data[best] ? pixel : best, 0);
	return drawn.data[hottest] > 0 ? mask.data[hottest] === 1 : void 0;
}

// src/probes/background.ts
/** By quarters: a model that learned a background learned its colour, so a single colour finds only its like. */
const builtInBackground = [
	[
		60,
		180,
		75
	],
	[
		50,
		90,
		200
	],
	[
		220,
		120,
		40
	],
	[
		200,
		50,
		160
	]
];
/** An RGB picture with everything painted over that is not the object. */
function paintBackground({ object, colours }, picture, regions) {
	const found = regions.find(({ region }) => region === object);
	if (!found || area$1(found.mask) === 0) return { refused: `The fixture has no region \`${object}\`.` };
	const kept = found.mask.data;
	const { width, height } = picture;
	const quarter = (pixel) => Number(pixel % width >= width / 2) + 2 * Number(pixel >= height / 2 * width);
	const data = picture.data.map((value, at) => {
		const pixel = at / 3 | 0;
		return kept[pixel] ? value : colours[quarter(pixel) % colours.length][at % 3];
	});
	return { picture: {
		...picture,
		data
	} };
}

// src/probes/blocks.ts
const side$3 = 8;
/** Luminance quantisation of ITU-T T.81, table K.1, for quality 50. */
const ofLight = [
	16,
	11,
	10,
	16,
	24,
	40,
	51,
	61,
	12,
	12,
	14,
	19,
	26,
	58,
	60,
	55,
	14,
	13,
	16,
	24,
	40,
	57,
	69,
	56,
	14,
	17,
	22,
	29,
	51,
	87,
	80,
	62,
	18,
	22,
	37,
	56,
	68,
	109,
	103,
	77,
	24,
	35,
	55,
	64,
	81,
	104,
	113,
	92,
	49,
	64,
	78,
	87,
	103,
	121,
	120,
	101,
	72,
	92,
	95,
	98,
	112,
	100,
	103,
	99
];
/** Chrominance, table K.2: all but these corner steps are 99. */
const corner = [
	17,
	18,
	24,
	47,
	18,
	21,
	26,
	66,
	24,
	26,
	56,
	99,
	47,
	66,
	99,
	99
];
const ofColour = Array.from({ length: 64 }, (_, at) => {
	const [x, y] = [at % side$3, Math.floor(at / side$3)];
	return x < 4 && y < 4 ? corner[y * 4 + x] : 99;
});
/** `basis[u * 8 + x]`: the orthonormal discrete cosine transform of eight values. */
const basis = Float64Array.from({ length: 64 }, (_, at) => {
	const [u, x] = [Math.floor(at / side$3), at % side$3];
	return (u === 0 ? Math.SQRT1_2 : 1) * .5 * Math.cos((2 * x + 1) * u * Math.PI / 16);
});
/**
* An RGB picture as JPEG leaves it, by arithmetic alone, so that it is the same on every machine: light and colour (JFIF's YCbCr,
* colour at half the width and height) in blocks of 8 x 8, their cosines rounded to multiples that grow as the quality falls.
*/
function quantiseBlocks({ quality }, picture) {
	const scale = quality < 50 ? 50 / quality : (100 - quality) / 50;
	const scaled = (steps) => steps.map((step) => Math.min(255, Math.max(1, Math.round(step * scale))));
	const light = quantised(planeOf(picture, [
		.299,
		.587,
		.114
	], 128), scaled(ofLight));
	const colours = [[
		-.168736,
		-.331264,
		.5
	], [
		.5,
		-.418688,
		-.081312
	]].map((weights) => quantised(halved(planeOf(picture, weights, 0)), scaled(ofColour)));
	return { picture: together$1(picture, light, colours[0], colours[1]) };
}
function planeOf({ width, height, data }, weights, less) {
	const value = (_, pixel) => weights.reduce((sum, weight, channel) => sum + weight * data[pixel * 3 + channel], -less);
	return {
		width,
		height,
		data: Float64Array.from({ length: width * height }, value)
	};
}
const valueAt$1 = ({ width, height, data }, x, y) => data[Math.min(height - 1, y) * width + Math.min(width - 1, x)];
function halved(plane) {
	const [width, height] = [Math.ceil(plane.width / 2), Math.ceil(plane.height / 2)];
	return {
		width,
		height,
		data: Float64Array.from({ length: width * height }, (_, at) => {
			const [x, y] = [2 * (at % width), 2 * Math.floor(at / width)];
			return [
				valueAt$1(plane, x, y),
				valueAt$1(plane, x + 1, y),
				valueAt$1(plane, x, y + 1),
				valueAt$1(plane, x + 1, y + 1)
			].reduce((sum, value) => sum + value, 0) / 4;
		})
	};
}
/** Between the four nearest of a halved plane, as libjpeg draws colours out again: three parts of the nearer, one of the farther. */
function doubled(plane, x, y) {
	const far = (at) => Math.max(0, (at >> 1) + (at % 2 === 1 ? 1 : -1));
	const along = (row) => (3 * valueAt$1(plane, x >> 1, row) + valueAt$1(plane, far(x), row)) / 4;
	return (3 * along(y >> 1) + along(far(y))) / 4;
}
function together$1(picture, light, blue, red) {
	const { width } = picture;
	const data = picture.data.map((_, at) => {
		const [pixel, channel] = [at / 3 | 0, at % 3];
		const [x, y] = [pixel % width, Math.floor(pixel / width)];
		const [cb, cr] = [doubled(blue, x, y), doubled(red, x, y)];
		const colour = channel === 0 ? 1.402 * cr : channel === 1 ? -.344136 * cb - .714136 * cr : 1.772 * cb;
		return Math.min(255, Math.max(0, Math.round(light.data[pixel] + 128 + colour)));
	});
	return {
		...picture,
		data
	};
}
function quantised(plane, table) {
	const into = {
		...plane,
		data: new Float64Array(plane.data.length)
	};
	const [columns, rows] = [Math.ceil(plane.width / side$3), Math.ceil(plane.height / side$3)];
	for (let block = 0; block < columns * rows; block++) quantise(plane, into, block % columns * side$3, Math.floor(block / columns) * side$3, table);
	return into;
}
function quantise(from, to, left, top, table) {
	const place = (at) => [left + at % side$3, top + Math.floor(at / side$3)];
	const kept = transformed(Float64Array.from({ length: 64 }, (_, at) => valueAt$1(from, ...place(at))), false).map((value, at) => Math.round(value / table[at]) * table[at]);
	for (const [at, value] of transformed(kept, true).entries()) {
		const [x, y] = place(at);
		if (x < to.width && y < to.height) to.data[y * to.width + x] = value;
	}
}
/** Rows, then columns, into cosines or back. */
function transformed(block, back) {
	return along(along(block, back), back);
}
function along(values, back) {
	return Float64Array.from({ length: 64 }, (_, at) => {
		const [to, line] = [Math.floor(at / side$3), at % side$3];
		let sum = 0;
		for (let from = 0; from < side$3; from++) sum += values[line * side$3 + from] * basis[back ? from * side$3 + to : to * side$3 + from];
		return sum;
	});
}

// src/core/blur.ts
/**
* A picture under a Gaussian of `radius` pixels standard deviation that is cut off at `radius`, the edge repeated
* outwards: with radius 5, the blur of the insertion metric of RISE (Petsiuk, Das and Saenko 2018).
*/
function blurred(picture, radius) {
	const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * radius ** 2)));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const kernel = weights.map((weight) => weight / total);
	const { width, height, channels } = picture;
	const across = {
		lines: height,
		length: width,
		line: width * channels,
		step: channels
	};
	const down = {
		lines: width,
		length: height,
		line: channels,
		step: width * channels
	};
	const values = pass(pass(Float64Array.from(picture.data), kernel, channels, across), kernel, channels, down);
	return {
		width,
		height,
		channels,
		data: Uint8Array.from(values, Math.round)
	};
}
function pass(values, kernel, channels, direction) {
	const { lines, length, line, step } = direction;
	const radius = kernel.length >> 1;
	const result = new Float64Array(values.length);
	for (let at = 0; at < lines * length * channels; at++) {
		const [channel, pixel] = [at % channels, Math.floor(at / channels) % length];
		const start = Math.floor(at / (channels * length)) * line + channel;
		let sum = 0;
		for (let i = 0; i < kernel.length; i++) {
			const near = Math.min(length - 1, Math.max(0, pixel + i - radius));
			sum += kernel[i] * values[start + near * step];
		}
		result[start + pixel * step] = sum;
	}
	return result;
}

// src/probes/blur.ts
/** An RGB picture out of focus. The radius is in parts of the shorter side, at least one pixel. */
function blurPicture({ radius }, picture) {
	const pixels = Math.max(1, Math.round(radius * Math.min(picture.width, picture.height)));
	return { picture: blurred(picture, pixels) };
}

// src/probes/cover.ts
/** An RGB picture of which a part is covered by one colour: a square in the middle, or a strip along one edge. */
function coverPart({ part, size, colour }, { width, height, data }) {
	const picture = {
		width,
		height,
		channels: 3,
		data: data.slice()
	};
	const area = areaOf(part, size, width, height);
	tint(picture, area, colour, 1);
	const mask = {
		width,
		height,
		data: new Uint8Array(width * height)
	};
	for (let y = area.y; y < area.y + area.height; y++) mask.data.fill(1, y * width + area.x, y * width + area.x + area.width);
	return {
		picture,
		mark: mask
	};
}
function areaOf(part, size, width, height) {
	const length = Math.max(1, Math.round(size * Math.min(width, height)));
	switch (part) {
		case "centre": return {
			x: width - length >> 1,
			y: height - length >> 1,
			width: length,
			height: length
		};
		case "top": return {
			x: 0,
			y: 0,
			width,
			height: length
		};
		case "bottom": return {
			x: 0,
			y: height - length,
			width,
			height: length
		};
		case "left": return {
			x: 0,
			y: 0,
			width: length,
			height
		};
		case "right": return {
			x: width - length,
			y: 0,
			width: length,
			height
		};
	}
}

// src/probes/frame.ts
/** From the top clockwise: a model that learned a frame learned its colour, so a single colour finds only its like. */
const colours$1 = [
	[
		220,
		30,
		30
	],
	[
		30,
		180,
		60
	],
	[
		30,
		60,
		220
	],
	[
		250,
		220,
		30
	]
];
/** The frame that is drawn when the team names none. */
const builtInFrame = {
	colours: colours$1,
	width: .045
};
/** An RGB picture with a border all around, at least one pixel wide; top and bottom take the corners. */
function drawFrame(probe, { width, height, data }) {
	const shorter = Math.min(width, height);
	const thick = Math.min(Math.max(1, Math.round(probe.width * shorter)), Math.ceil(shorter / 2));
	const picture = {
		width,
		height,
		channels: 3,
		data: data.slice()
	};
	const mask = {
		width,
		height,
		data: new Uint8Array(width * height).fill(1)
	};
	const inner = {
		width: Math.max(0, width - 2 * thick),
		height: Math.max(0, height - 2 * thick)
	};
	const sides = [
		{
			x: 0,
			y: 0,
			width,
			height: thick
		},
		{
			x: width - thick,
			y: thick,
			width: thick,
			height: inner.height
		},
		{
			x: 0,
			y: height - thick,
			width,
			height: thick
		},
		{
			x: 0,
			y: thick,
			width: thick,
			height: inner.height
		}
	];
	for (const [side, area] of sides.entries()) tint(picture, area, probe.colours[side % probe.colours.length], 1);
	for (let y = 0; y < inner.height; y++) {
		const start = (y + thick) * width + thick;
		mask.data.fill(0, start, start + inner.width);
	}
	return {
		picture,
		mark: mask
	};
}

// src/probes/light.ts
/** An RGB picture under other light: contrast about 128, then every value times its channel's gain, rounded, clipped to 0..255. */
function changeLight({ gains, contrast = 1 }, picture) {
	const lit = (value, gain) => Math.round((128 + (value - 128) * contrast) * gain);
	const data = picture.data.map((value, at) => Math.min(255, Math.max(0, lit(value, gains[at % 3]))));
	return { picture: {
		...picture,
		data
	} };
}

// src/core/_typeface.ts
const characters = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſΆΈΉΊΌΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџҐґ–—‘’“”„†•…‹›€−≈≤≥";
const glyphs = [
	"AwgAAAADCAMDCU8k8k8k8k8k8gAAID4ABQgCBQNPbyT18E1NAAkJAwcJAElJAAdnYA////BNTFQA0NAP///wNqazAGdYAAhXYAAHCAEHDABPIAAZ",
	"9gAM/fgD9AngPzA5EN5hAAGf5AAALOA9IF8R6TvQBd/DAATyAAoIAwoJCugAAABPrxBxAE+PFKAAHfsbEAAAIJMAAAAFWe5gACg/afEAYD958QAA",
	"Ce5gCAgDCAkAfuUAAviuAATzbxAB+ucAAc+QAAzJ4+FPMK7QH6R/oATO2OQDCAIDA08k8k8gBAgBBA4AAgBdAuQIsA5gLzBPIE8gPzAfQAyABtAA",
	"uAAZBAcBBQ4CAAHSAAfAAA5QAJsABuAAXxAF8QBvAAfQALkALzALgAGQAAUHAwYGAE8gFV8kLO/sAM6QCLLjAiAwCAkEBgcATyAATyAAXyD///8z",
	"f0MATyAATyADCAoDBE8l8ZoFEAUJBwMC//MzAwgKAgICPgUIAwUKAAxQAuEAegAMUALhAHoADFAC4AB6AAxQAAcIAwcJA86yANtNsD8wbwTyBfFP",
	"IE8k8gXxPzBvAOtNsAPOsgAHCAMFCQFsI/7yJF8gBPIATyAE8gBPIATyAE8gBwgDBwkDzsQB6kvgPSBfEAAJ0AAE9QAD6AAC2gAB3kRCT///sAcI",
	"AwcJBM7DAepL0CgQXxAAGtAAj/MAAkvQJgBfEvlL0AXewwAHCQMGCQAK8gA/8gDM8gbV8h5U8osF8v///zM39AAE8gcIAwcJCv/8AMlEMA1gAAD9",
	"/DAJdNwAAAbxKBBvEelMsATOsgAHCAMHCQBcwABfhAANgAAC++0wT6TMBPIG8S8wbxDLTLACvrIABwkDBgn///9ERLsAAvQACNAAHnAAbhAA2QAF",
	"8wALsAAHCAMHCQXewwH6TNBPIF8R5xrQBv/zAelLwE8gXxL5S9AF3sMABwgDBwkDzrEA212QPzBuBPIF8R+BrxB//OAAEosABI4wAexAAAMIBQIH",
	"PQIAAAACPgMIBQMJPQAgAAAAAAPBXxfQVAAHCQUFBgAEsFz73oIM6TAFz8AASwcJBQUF///zMzMAAA///zMzMAcJBQUGtAAL/FACjtA57M/FC0AA",
	"BggDBgkb7UCcSuBDBfEAC8AAniAC9AADkAAAIAAD4AALCAMLDAAGz9kQAArmRtwQBvIAAecA2QnrGdAvR8TSbwTz1A0F8U8vENBvA/Pnnl2wH3fo",
	"bsIArRAAAAAC7FRwAAADvuoAAAgIAwgJAA3QAAA/8wAAndgAAOiOAATzP0AK4R6QHv//4V9kRvW9AADbCAgDCAlP/+sgT1Rc0E8gBfFPICvQT///",
	"UE9DS9BPIAXxT1Rc0E//6zAICAMICQCO6yAI5kzQH2AD9D8wAABPIAAAPzAAAB9gA/QJ5VzQAJ7rIAgIAwgJT//EAE9Un0BPIArATyAG8U8gBfJP",
	"IAbxTyALwE9Ur0BP/8QABwgDBwlP//809URBTyAABPIAAE//+QT0MyBPIAAE9URBT///MAYIAwcJT///FPVEQE8gAATyAABP//gE9DMgTyAABPIA",
	"AE8gAAAICAMICQGe6iAJ5V2wH2ADkD8wAABPIO/yPzA38h9wBPII5krxAI78QAgIAwgJTyAE8k8gBPJPIATyTyAF8k////JPQzfyTyAE8k8gBPJP",
	"IATyAwgDAwlPJPJPJPJPJPJPJPJPIAcIAwcJAABPIAAE8gAATyAABPIAAE8gAATyKhBfEelMwAXesgAHCAMICU8gHcBPIL4gTyj0AE9/cABP/2AA",
	"T7riAE8h6wBPIF9gTyAK4gYIAwYJTyAATyAATyAATyAATyAATyAATyAAT1RET///CggDCglPsAAO8k/xAE/yT9YAnfJPiwDo8k8/FNXyTytphPJP",
	"Jr008k8h/QTyTyC5BPIICAMICU9gBPJP4QTyT+gE8k+OJPJPLKTyTyT38k8gvvJPIC/yTyAJ8gkIAwkJAH38UACPdJ9QHnAArATzAAbxTyAAXyTz",
	"AAbxHnAArACPdI9QAH39UAAICAMICU//6iBPVF3ATyAF8U8gGuBP//1AT0MgAE8gAABPIAAATyAAAAkIAwkLAH39UACPdJ9QHnAArATzAAbxTyAA",
	"XyPzAAbxHnAArQB/dJ9gAH3/4gAAAC3QAAAAEwAICAMICU//6iBPVFzQTyAF8U8gK+BP//5AT0PNAE8gX1BPIAzATyAF8wgIAwgJA77pEB6kXbBP",
	"MASwHcUQAAGe6RAAAV3APCAF8R7FTNACrusgCQkDBwn////0R/VEAE8gAATyAABPIAAE8gAATyAABPIAAE8gAAgIAwgJTyAE8k8gBPJPIATyTyAE",
	"8k8gBPJPIATyPzAG8A3FXaACrukQCAgDCAm9AAL3bzAG8h9wC8ALwB9wBfJfIAH2rAAAq+cAAF/yAAAesAALCAMLCZ0AbxA/NvEK9QbwP0DegJwA",
	"5y98DJALpsLx9QCNmA5/IAX9UK3gAB/xBvsAANwAP3AACAgDCAlvQArhDMA/cAT2zQAAr/QAAE/QAAC+9QAF9b0QDcA/cH9ACuIHCAMHCdsADbby",
	"BfMNkMsAb18wAN+wAAbzAABPIAAE8gAATyAACAkDBgn///9EROoACOEAP2AAywAG8gAugACuRET///8DCAEEDk/xT0BPIE8gTyBPIE8gTyBPIE8g",
	"TyBPIE/xEzAFCAMFCrsABfEAHmAAnAAE8gAOcACNAAPzAA2AAH4DBwEEDk/yF/IE8gTyBPIE8gTyBPIE8gTyBPIF8k/yEzAFCAIFBQBxAF9wC70C",
	"8uN7CZAHCQwFAv//8zMzBAgCAwJfMIwHCAUHBwTOxAL6S+AUEF8Qbf/yL4N/I/dL8gjunzAHCAIHCk8gAATyAABPIAAE+uwgT6XbBPIG8E8gXxTy",
	"BvBPpdsE+OwgBwgFBwcCvsQAy0rgP0AoFPIAAD9AFhDLSuECvsMABwgCBwoAAE8gAATyAABPID3q8g21vyP0BPJPIE8j9ATyDbW/ID3p8gcIBQcH",
	"Ar6xAMtMoC9AXwT///E/UzMAzEegAr7VAAYJAgUKBt9C+UFPIA//8H9UBPIATyAE8gBPIATyAAcIBQcKA96fINtb8j9ATyTyBPI/QE8g21vyA96v",
	"IBAG8QuF2wBc6yAHCAIHCk8gAATyAABPIAAE+O5QT6S+BPIF8U8gTyTyBPJPIE8k8gTyAwgCAwoCA+AABPJPJPJPJPJPJPIDBwIEDQAgA+AAAATy",
	"BPIE8gTyBPIE8gTyBfIq8G5wBggCBwpPIAAE8gAATyAABPIukE8twAT84QBP/hAE9toATyX1BPIK0QMIAgMKTyTyTyTyTyTyTyTyTyTyCwgFCwdP",
	"jtaO1QT5S/pL4E8gXyBfFPIE8gTyTyBPIE8k8gTyBPJPIE8gTyAHCAUHB0+O5QT6S+BPIF8U8gTyTyBPJPIE8k8gTyAHCAUHBwLOoQDLXaA/QG8E",
	"8gXxP0BvAMtdoALOoQAHCAUHCk+ewgT5XbBPIG8E8gXxTyB/BPldsE+uwgTyAABPIAAE8gAABwgFBwoD3p8g21vyP0BPJPIE8j9ATyDbS/ID3q8g",
	"AATyAABPIAAE8gQIBQQHT69PpE8gTyBPIE8gTyAHCAUGBwbewy+Ezj9xJAXPsxQBnh50rgTfxAYJAwQJKBBPIP//f1RPIE8gTyA/hQruBwgFBwdP",
	"IE8k8gTyTyBPJPIE8k8gTyL5XPIH7Z8gBggFBge7AMlvEfUfReELmaAH3WAC/xAAywAJCAUJB6oD8gyW4I9g9T8syj8Q5vTm0ArcDskAf4CfUAPz",
	"BfEABggFBgd/IegNmeEF/2AA7xAG/nAeiOGOEekGCAUHCl8gfxH2C7ALsfYAbl8QAvzAAAz3AAB/IAAG0AAF2AAA6xAABwkFBQf///RF+gCtEF9A",
	"HpAK5ET///AECAEFDQAXAAyxA/QATyAF8QCeAE9gAa0ABfEATyAD8wANkAAqEAMIAwMLTyTyTyTyTyTyTyTyTyTyTyAFCAEFDSYAAdkAB/AAXyAE",
	"8gAvYACPMB6BBPIATyAG8QG7ADkQAAgJBwcDXuccbVPf0TAAIAADCAQDCgID4AAE8k8k8k8k8k8k8gcIBAcKAE8gAAf2AAn9+gH3BvJPIAEE8gAA",
	"H3BeIJ/fkAB/UAAE8gAICQMGCQXewx6U3E8gRl8gAP//AH9DAF8QAJ5ERP///wkIAwkJAQAAAQPnz7fiC/dJ+QDYAAuwPzAAbxPzAAbwDYAAuwHP",
	"hJ+gLFzrawAHCAMHCW8gT0DZC8AG5PQADewAL//9AAXyAC///QA39DAATyAAAwgDAwtPJPJPJPJPIABPJPJPJPJPIAgIAwgMBM7qIB+kXcA/MASg",
	"DNcwAAuq7DA/IBrgL7QG8Qbv7qAABJ+wKSAG8R60S9AEvuswBggDBQI+A+AgAgoIAgoKACvukQAC60XdEAvI6y6AL3+IaOBPfyEl8U9/IBXxH49m",
	"adAK2/5OcALdiOsAABnMcAAGCAMGBQjuYBk14Aje8C9W8Arr8QYIBgYFA9LRDFtgbU4ADFtgA8LRBwkHBgP///IzN/IAA7EKCAIKCwAq7pEAAutF",
	"3BAL//1+gB+vSfnQT38n5vFPf/918S+fSejgDP0U75AD+SK+EABN/8IAAAAiAAAGCQMEAv//MzMFCAMFBAr4BPrxHfsAAgAHCQQFCATyAF8g///z",
	"f0ME8gBPIERET///BQgDBQU95wd14AG4AscAr/8gBQgDBAVN6FVuB/dEfk3oBAgCBAIH4i5ABwgFBwpPIE8k8gTyTyBPJPIE8k8gTyT5S/JP3q8k",
	"8gAATyAABPIAAAYIAwYJB9/yb//yv//yv//yb//yCN/yAATyAATyAATyAwgHAgI+AgMJCwIEEMh+xwQIAwMFFqSvA/A/A/AGCAMFBQbtQfR9LwPx",
	"9H0G7UAGCAYGBTwdIAmWsALy5AmWsDwdIAkIAgkKABAAAAS/IAMAN/IFsABPINMABPJ6AAA8LinyAAmT7yAC4bbyALhP/6ADETfzCggCCgsAEAAA",
	"ADvyACAAN/IGoAAE8h0gAATylwAABPXSz6ABPVeo8QB7ABuQAeMBtwAAEAj/9AAAAjMxCQgDCQle+QAABljxGwAJ+QeABVny0QB/+6afIBI8LvIA",
	"DEl/IAax//oAIgN/MAYIBQYKAD4AAAIAABcQAF8QAdoAC9EAP1AATyB2H5bnBd6QCAgACAwAZgAAAC1gAAAAAAAADdAAAD/zAACd2AAA6I4ABPM/",
	"QArhHpAe///hX2RG9b0AANsICAAIDAAAZgAABdIAAAAAAAAN0AAAP/MAAJ3YAADojgAE8z9ACuEekB7//+FfZEb1vQAA2wgIAAgMAAVQAACKpwAA",
	"AAAAAA3QAAA/8wAAndgAAOiOAATzP0AK4R6QHv//4V9kRvW9AADbCAgACQwAfntgAA5r0QAAEAAAAACvIAAAHvcAAAb60AAAu08wAC9g6QAH8hrg",
	"AN///1A/dETqCeEACPEICAAIDAAgAgAD4D0AAAAAAAAv0AAAj/QAANvpAAP1ngAI4U9QDqEdoE///+GeREb16QAA2wkIAAkMAE+vEAAAvoAAAAAA",
	"AAAAPQAAAAn1AAAB+cAAAHweQAAOYKoABuEU8gDP//+QT2REjhrQAAH3CwgDDAkAAH///7AAAe71RCAACPjyAAAAL7TyAAAArzT//0AD+gX0MxAL",
	"///yAABPkzf1REDNEAT///EICAMIDQCN7EAI5knzH2AA2T8wAABPIAAAPzAAAB9gANkI5knzAI78QAAG5AAAAMoAAAf1AAABEAAHCAAHDAP1AAAG",
	"0AAAAAAE///zT1REFPIAAE8gAAT//5BPQzIE8gAAT1REFP//8wcIAAcMAAbiAAHkAAAAAAT///NPVEQU8gAATyAABP//kE9DMgTyAABPVEQU///z",
	"BwgABwwAb0AAPU0gAAAABP//809URBTyAABPIAAE//+QT0MyBPIAAE9URBT///MGCAAGDAAgIAPT4AAAAE//+09UQ08gAE8gAE//809DMU8gAE9U",
	"Q0///AMHAAQMP0AGwAAABPIE8gTyBPIE8gTyBPIE8gTyAwgABAwH4h4wAABPIE8gTyBPIE8gTyBPIE8gTyADBwAFDAbzBNTRAAAATyAE8gBPIATy",
	"AE8gBPIATyAE8gBPIAQHAAUMAgAj0D4AAABPIATyAE8gBPIATyAE8gBPIATyAE8gCQkDCAlP/8QAT1SfQE8gCsBfIAbx//8F8n9DBvFPIAvAT1Sv",
	"QE//xAAICAAIDACcbQAB19cAAAAAAE9gBPJP4QTyT+gE8k+OJPJPLKTyTyT38k8gvvJPIC/yTyAJ8gkIAAkMAG9AAAAAjRAAAAAAAAAH38UACPdJ",
	"9QHnAArATzAAbxTyAAXyTzAAbxHnAArACPdI9QAH39UACQgACQwAAH9AAAAuUAAAAAAAAAffxQAI90n1AecACsBPMABvFPIABfJPMABvEecACsAI",
	"90j1AAff1QAJCAAJDAAI9QAABsPUAAAAAAAAB9/FAAj3SfUB5wAKwE8wAG8U8gAF8k8wAG8R5wAKwAj3SPUAB9/VAAkIAAkMAG6IsAANeuQAABAA",
	"AAAH38UACPdJ9QHnAArATzAAbxTyAAXyTzAAbxHnAArACPdI9QAH39UACQgACQwAAgIAAAPT4AAAAAAAAAffxQAI90n1AecACsBPMABvFPIABfJP",
	"MABvEecACsAI90j1AAff1QAGCAQGBwIAEV4gugva4gHvQAf9wU9S2RUAMwkIAgkLAAAAHQAH39pwCOdM9gHnAd7QTzCMbwTyLjXxTzpwbxH7wArA",
	"CflI9QB738UABxAAAAAICAAIDADLAAAAHWAAAAAAAE8gBPJPIATyTyAE8k8gBPJPIATyTyAE8j8wBvANxW6gAq7pEAgIAAgMAAHpAAAIsAAAAAAA",
	"TyAE8k8gBPJPIATyTyAE8k8gBPJPIATyPzAG8A3FbqACrukQCAgACAwAHbAAAcaZAAAAAABPIATyTyAE8k8gBPJPIATyTyAE8k8gBPI/MAbwDcVu",
	"oAKu6RAICAAIDAAgAgAD0D4AAAAAAE8gBPJPIATyTyAE8k8gBPJPIATyTyAE8j8wBvANxV2gAq7pEAcIAAcMAAjQAAHjAAAAAA2wANtvIF8w2Qyw",
	"BvXzAA37AABvMAAE8gAATyAABPIABwgDBwlPIAAE8gAAT//DBPRM0E8gXxTyGuBP/+UE9DEATyAAAAgIAggKBM7EAB6kvgBPIG8QTyDKAE8j8wBP",
	"IukATyBOgE8gBvFPJ0rgTz39QAcIAQcLARAAAC6AAABPIAAAAAAFzsQC+kvgExBfEG3/8i+DfyP3S/II7p8wBwgBBwsAABEAAE9AAA1wAAAAAATO",
	"xAL6S+AUEF8QXO/yL2BPI/hb8gjunzAHCAIHCgBfcAA9PFAAAAAATOxAL6S+AUEF8Qbf/yL4N/I/dL8gjunzBwgCBwoD2mwAmZ5QAAAAAEzsQC+k",
	"vgFBBfEG3/8i+DfyP3S/II7p8wcIAgcKACAgAD4+AAAAAABM7EAvpL4BQQXxBt//Ivg38j90vyCO2fMHCAAHDAACAAAJ/AAA2vEABukAAAAAAEzs",
	"QC+kvgFBBfEG3/8i+DfyP3S/IH7o8wsIBQsHBd7FzrIC+0z7TLATEH8wXwB9////8j+Dj0MzA/dL+0VwCO6Tz+gABwgFBwsCvsQAy0vgPzAoFPIA",
	"AD8wJhDLS+ECv8MAA+QAAAmgAAP1AAABAAAHCAEHCwEQAAA/QAAAbAAAAAAAAr6xAMtMoC9AXwT///E/UzMAzEegAr7VAAcIAQcLAAAQAACNEAAu",
	"MAAAAAACvrEAy0ygL0BfBP//8T9TMwDMR6ACvtUABwgCBwoAfjAATEwQAAAAACvrEAy0ygL0BfBP//8T9TMwDMR6ACvtUAYIAgYKAgAgPgPgAAAA",
	"COwgXluwqAbwz//xqTMwXmWkB96hAwcCBAo/UAbQAAAE8gTyBPIE8gTyBPIE8gMIAgQKB+IeQAAATyBPIE8gTyBPIE8gTyADBwIFCgf0BLPCAAAA",
	"TyAE8gBPIATyAE8gBPIATyAEBwIFCgIAI+A+AAAATyAE8gBPIATyAE8gBPIATyAHCAIHCgOjEQA8/TAAbuIABB2QBN7eAetK8T8wXxPzBuANtdkA",
	"POoQBwgCBwoE6YkAt64wAAAABPjuUE+kvgTyBfFPIE8k8gTyTyBPJPIE8gcIAQcLABAAAB5AAABcAAAAAAACzqEAy12gP0BvBPIF8T9AbwDLXaAC",
	"zqEABwgBBwsAABAAAIwAAB0gAAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoALOoQAHCAIHCgBeIAAsSwAAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoA",
	"LOoQBwgCBwoC18QAiawAAAAAACzqEAy12gP0BvBPIF8T9AbwDLXaACzqEAcIAgcKACACAD4D4AAAAAAs6hAMtdoD9AbwTyBfE/QG8Ay12gAs6hAI",
	"CQUGBwA+AAACAP///zMzMwAAAAA+AAACAAcIBAcJAABmACzuIA22+gP0ifBPK18T+GbwDfXaAE7rEAQgAAAHCAIHCgT0AAAH0QAAAAAE8gTyTyBP",
	"JPIE8k8gTyTyBPIvlc8gftnyBwgCBwoAB+MAAuUAAAAABPIE8k8gTyTyBPJPIE8k8gTyL5XPIH7Z8gcIAgcKAH9QAEsrIAAAAATyBPJPIE8k8gTy",
	"TyBPJPIE8i+VzyB+2fIHCAIHCgAgIAA+PgAAAAAE8gTyTyBPJPIE8k8gTyTyBPIvlc8gftnyBggCBw0AB+IAAeQAAAAABfIH8R9guwC7H2AG5fEA",
	"L8wAAM9wAAfyAABtAABdgAAOsQAABwgCBw1PIAAE8gAATyAABPrsIE+V2wTyBvBPIF8U8gfwT5XbBPrsIE8gAATyAABPIAAABgcCBw0AIAIAPgPg",
	"AAAAAvcA2QzAL0CPJ+AD9skADc9AAI/gAAP5AAAvQABL0AAL1AAACAgACAwAMzMAAP//AAAAAAAADcAAAE/yAACc2AAA550ABfNPMArRHpAf///g",
	"b1RG9bwAANoHCAIHCgBERAAP//AAAAAATOxAL6S+AUEF8Qbf/yL4N/I/dL8gfujzCAgACAwAxEwAAF3VAAAAAAAADtAAAE/zAACs2QAB544ABvI/",
	"UAvRHaAv///xf1RF9tsAALwHCAIHCgXQpwAJ6xAAAAAATOxAL6S+AUEF8Qbf/yL4N/I/dL8gjunzCQgDCQ0ACfIAAADvgAAAX60AAArE9AAB5w6g",
	"AG8xrxAL///3AflETdB/IABvMAAAC5AAAATzAAAALvIAAAASAAcIBQcKBM7EAvpL4BQQXxBt//Ivg38j90vyCO6fMAAuUAAD/yAAASAICAAIDAAA",
	"ygAABsEAAAAAAACO6yAI5kzQH2AD9D8wAABPIAAAPzAAAB9gA/QJ5VzQAJ7rIAcIAQcLAAAQAACNEAAuMAAAAAACvsQAy0rgP0AoFPIAAD9AFhDL",
	"SuECvsMACAgACAwADMEAAJiKAAAAAAAAjusgCOZM0B9gA/Q/MAAATyAAAD8wAAAfYAP0CeVc0ACe6yAHCAIHCgB+MABcPCAAAAAAK+xADLSuA/QC",
	"gU8gAAP0AWEMtK4QK+wwCAgACAwAA+AAAAAgAAAAAAAAjexACOZJ8x9gANk/MAAATyAAAD8wAAAfYADZCOZJ8wCO7EAHCAIHCgA9AAAAIAAAAAAA",
	"K+xADLSuA/MCgU8gAAPzAWEMtK4QK+wwCAgACAwAmIsAAAzBAAAAAAAAjusgCOZM0B9gA/Q/MAAATyAAAD8wAAAfYAP0CeVc0ACe6yAHCAIHCgXE",
	"4gAH5AAAAAAAK+1QDLSPE/QAAE8gAAP0AoEMtK0AK+wwCAgACAwIpdEAAK4gAAAAAABP/8QAT1SfQE8gCsBPIAbxTyAF8k8gBvFPIAvAT1SvQE//",
	"xAAICAIJCgAAT28QAAT44AAAT3UAPeryAA21vyAD9ATyAE8gTyAD9ATyAA21vyAAPenyAAkJAwgJT//EAE9Un0BPIArAXyAG8f//BfJ/QwbxTyAL",
	"wE9Ur0BP/8QACAgCBwoAAF8gAP//AAN/QD3q8g21vyP0BPJPIE8j9ATyDbW/ID3p8gcIAAcMADMzAA//8AAAAAT///tPVEQk8gAATyAABP//8k9D",
	"MwTyAABPVEQ0///7CAkCBwoEREAA//8AAAAAAH3qEH+EyQ3QBvD///8d0zMwf4SWAI3rIAYIAAcMBJDCABvoAAAAAAT///FPVEQE8gAATyAABP//",
	"gE9DMgTyAABPVEQE///xBwgCBwoGseEAGtcAAAAAACvrEAy0ygLzBfBP//8T9TMwDLR5ACvtUAYIAAcMAAIAAAPgAAAAAAT///FPVEQE8gAATyAA",
	"BP//gE9DMgTyAABPVEQE///yBwgCBwoAPQAAACAAAAAAACvrEAzEygL1BfBP//8T9jMwDMR6ACvtUAcIAwcNT///pPVEQk8gAATyAABP//8k9DMw",
	"TyAABPVEQ0///7AAC5AAA/MAAC7yAAASAAcIBQcKBd6hBPlMkK4Abwz///GuMzMF+UegBt/TAALkAAAv8AAAEgAHCAAHDAPU4wAG9QAAAAAE///z",
	"T1REFPIAAE8gAAT//5BPQzIE8gAAT1REFP//8wcIAgcKBNTSAAfjAAAAAAAr6xAMtMoC9AXwT///E/UiIAzEegAr7VAICAAIDAAdoAAAp6YAAAAA",
	"AAGe6iAJ5V2wH2ADkD8wAABPIO/yPzA38h9wBPII5krxAI78QAcIAgcNAG4wADxMEAAAAAA96fINtb8j9ATyTyBPI/QE8g21vyA96vIBAG8QuF2w",
	"Bc6yAAgIAAgMAKRaAABd1AAAAAAAAZ7qIAnmS7AfYAKQPzAAAE8g3/I/MDTyH3AC8gjnSfEAjvxABwgBBw4GoNIAPR4AAJ5gAAAAAAPenyDbW/I/",
	"QE8k8gTyP0BPINtb8gPeryAQBvELhdsAXOsgCAgACAwAA+AAAAAgAAAAAAABnuogCeVdsB9gA5A/MAAATyBv8j8wF/IfcATyCOZK8QCO/EAHCAIH",
	"DQA9AAAAIAAAAAAAPenyDbW/I/QE8k8gTyP0BPINtb8gPeryAQBvELhdsAXOsgAICAMIDQGe6iAJ5V2wH2ADkD8wAABPIL/yPzAn8h9wBPII5krx",
	"AI78QAAAAAAABfEAAAfQAAAEMAAHCAEHDgAIIAAD8wAATyAAAAAAA96fINtb8j9ATyTyBPI/QE8g21vyA96vIBAG8QuF2wBc6yAICAAIDAAdkAAA",
	"tqYAAAAAAE8gBPJPIATyTyAE8k8hFfJP///yT1RH8k8gBPJPIATyTyAE8gcIAAcMCoewAAAAAE8gAATyAABPIAAE+O5QT6S+BPIF8U8gTyTyBPJP",
	"IE8k8gTyCgkDCAlfIAXy/////39DN/RPIAXyT///8k9DN/JPIATyTyAE8k8gBPIGCAIGCl8gAP//AH9DAE+ewU+V508gyU8gyU8gyU8gyU8gyQMH",
	"AAUMTYmbitMAAABPIATyAE8gBPIATyAE8gBPIATyAE8gAwcCBQpOmauK4wAAAE8gBPIATyAE8gBPIATyAE8gBAgABAwzM///AAAE8gTyBPIE8gTy",
	"BPIE8gTyBPIECAIECkRE//8AAATyBPIE8gTyBPIE8gTyAwcABQw6DCCukAAAAE8gBPIATyAE8gBPIATyAE8gBPIATyADBwIFCjwNIJ2AAAAATyAE",
	"8gBPIATyAE8gBPIATyAECAMEDQTyBPIE8gTyBPIE8gTyBPIF8g2AT0Au4AEgAwcCBA4AIAPgAAAE8gTyBPIE8gTyBPIF8g2ATzAu4AEQAwgAAwwC",
	"A+AABPJPJPJPJPJPJPJPJPIDCAUDB08k8k8k8k8k8k8gCggDCglPIAAE8k8gAATyTyAABPJPIAAE8k8gAATyTyAABPJPIqEF8U8h6UzATyBd6yAG",
	"CAIGDQIAID4D4AAAAE8k8k8k8k8k8k8k8k8k8k8k8k8k8gAF8gA68ACOcAcIAAgMAACOIAAFxcEAAAAAAABPIAAATyAAAE8gAABPIAAATyAAAE8g",
	"KhBfEB6UzAAF3rIAAwcCBQ0H4wXE0QAAAE8gBPIATyAE8gBPIATyAE8gBfEDngCeUAAHCAMIDU8gLrBPIM0QTyniAE9/UABP/0AAT53RAE8k+QBP",
	"II9ATyAM0QAAAAAAXxAAAG0AAAAzAAAHCAIHDk8gAATyAABPIAAE8hvRTyvjBPv1AE//YAT2vhBPIuoE8gX1AAAAAAXxAACNAAAFMAAHCAUHB08g",
	"vhTyb0BPTpAE//EAT16gBPJfYE8griAGCAAGDANxAB1QAAAAAE8gAE8gAE8gAE8gAE8gAE8gAE8gAE9URE///wMIAAMMHkAATyTyTyTyTyTyTyTy",
	"TyTyBggDBw1PIAAE8gAATyAABPIAAE8gAATyAABPIAAE9URBT///MAAAAABfEAAH0AAAQwAAAwgCAw5PJPJPJPJPJPJPJPJPJPIABfFtAzAHCAMH",
	"CU8l8QTyfQBPIyAE8gAATyAABPIAAE8gAAT1REFP//9ABAgCBQpPbxT40E9UBPIATyAE8gBPIATyAE8gBPIABwgDBwlPIAAE8gAATyAABPI+AE8g",
	"IATyAABPIAAE9URBT///UAQIAgQKTyBPIE8gTyBPTk8iTyBPIE8gTyAGBwMHCQTyAABPIAAE8gAAT5YAHfYQAF8gAATyAABPVEQE///wAwcCBAoE",
	"8gTyBPIE8gX9HfIE8gTyBPIE8ggIAAgMAAB0AAAGsQAAAAAAT2AE8k/hBPJP6ATyT44k8k8spPJPJPfyTyC+8k8gL/JPIAnyBwgCBwoABuMAAeUA",
	"AAAABPjuUE+kvgTyBfFPIE8k8gTyTyBPJPIE8ggIAwgNT2AE8k/hBPJP6ATyT44k8k8spPJPJPfyTyC+8k8gL/JPIAnyAAAAAAAF8QAACNAAAAQw",
	"AAcIBQcLT47lBPpL4E8gXxTyBPJPIE8k8gTyTyBPIAAAAABfEAAH0AAAQwAACAgACAwAp6gAAB2wAAAAAABPYATyT+EE8k/oBPJPjiTyTyyk8k8k",
	"9/JPIL7yTyAv8k8gCfIHCAIHCgTU1AAG5AAAAAAE+O5QT6S+BPIF8U8gTyTyBPJPIE8k8gTyBwcCCApfEAAAfQAAAFQAAAAE+O5QBPpL4ATyBfEE",
	"8gTyBPIE8gTyBPIE8gTyCAgDCAxPYATyT+EE8k/oBPJPfhTyTyyU8k8k9/JPIK7yTyAv8k8gCfIAAAXxAAA64AAAjmAHCAUHCk9+1QT5S+BPIF8U",
	"8gTyTyBPJPIE8k8gTyAABfEAA54AAK5QCQgACQwAMzMAAA3/8AAAAAAAAAffxQAI90n1AecACsBPMABvFPIABfJPMABvEecACsAI90j1AAff1QAH",
	"CAIHCgBERAAP//AAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoALOoQCQgACQwAiApgAAK+oQAAAAAAAAffxQAI90n1AecACsBPMABvFPIABfJPMABv",
	"EecACsAI90j1AAff1QAHCAIHCgPB4AAJ1gAAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoALOoQCQgACQwAB8TTAALk1gAAAAAAAAffxQAI90n1AecA",
	"CsBPMABvFPIABfJPMABvEegACsAI+Fr1AAff1QAHCAIHCgBrmgALXBAAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoALOoQDAgDDAkAjf////MJ5jb1",
	"REEvUATyAABPIATyAABPIAT//5BPIAT0MyAvUATyAAAK5jb1REEAff////MLCAULBwLOsq7CAMtc/VywP0BPcF8E8gL///I/QE+DMwDLS/1VYALO",
	"sq7XAAgIAAgMAAKEAAAdkAAAAAAAT//qIE9UXNBPIAXxTyAr4E///kBPQ80ATyBfUE8gDMBPIAXzBAgBBQsAAQAI0QLTAAAAT68E+kBPIATyAE8g",
	"BPIATyAACAgDCA1P/+ogT1Rc0E8gBfFPICvgT//9QE9D3QBPIG9QTyANwE8gBfMAAAAAAF8QAAB9AAAAQwAABAgFBAtPr0+kTyBPIE8gTyBPIAAA",
	"XxBtADQACAgACAwF09cAAH9wAAAAAABP/+ogT1Rc0E8gBfFPICvgT//+QE9DzQBPIF9QTyAMwE8gBfMECAIFCk1dIG0wAAAE+vBPpATyAE8gBPIA",
	"TyAE8gAICAAIDAAB6gAACrAAAAAAAAO+6RAepF2wTzAEsB3FEAABnukQAAFdwDwgBfEexUzQAq7rIAcIAQYLAAARAAb0AC5gAAAABt7DL4TOP3Ek",
	"Bc+zFAGeHnSuBN/ECAgACAwALrAAALWaAAAAAAADvukQHqRdsE8wBLAdxRAAAZ7pEAABXcA8IAXxHsVM0AKu6yAHCAIGCgB/YAXDxAAAAAbewy+E",
	"zj9xJAXPsxQBnh50rgTfxAgIAwgNA77pEB6kXbBPMASwHcUQAAGe6RAAAV3APCAF8R7FTNACr/sgAAvCAAAC9gAAC+IAAAIAAAcIBQYLBt7DL4TO",
	"P3EkBs+zEwKuL2OeBd/UAD9wAAngAD+QAAIACAgACAwAqMgAAB6wAAAAAAADvuswHqRK4E8wAAAdxRAAAZ7pEAABXcA/MAXxDcVM0AKu6yAHCAIG",
	"CgXT1QB/YAAAAAbewy+Ezj9xJAbPsxMCri9jngXfxAkJAwcN////9Ef1RABPIAAE8gAATyAABPIAAE8gAAXyAABvIAAD5AAACLAAAvcAAAIAAAYJ",
	"AwQNKBBPIP//f1RPIE8gTyA/hQr+BfgAvgX4ARAJCQAHDATU4wAG9AAAAAAP////RH9UQATyAABPIAAE8gAATyAABPIAAE8gAATyAAYJAQYLAAKB",
	"AAbwKBmQTyAA//8Af1QATyAATyAATyAAP4UACe4QCQkDBwn////0R/VEAF8gAJ//YAJ/QQAE8gAATyAABPIAAE8gAAUIAwQJAoEE8v//R/X//zf0",
	"BPIE9wDOCAgACAwAvG4QBMfZAAAAAABPIATyTyAE8k8gBPJPIATyTyAE8k8gBPI/MAbwDcVdoAKu6RAHCAIHCgToiQC3rTAAAAAE8gTyTyBPJPIE",
	"8k8gTyTyBPIvlc8gftnyCAgACAwAMzMAAP//AAAAAABPIATyTyAE8k8gBPJPIATyTyAE8k8gBPI/MAbwDcVdoAKu6RAHCAIHCgREQAD//wAAAAAE",
	"8gTyTyBPJPIE8k8gTyTyBPIvlc8gftnyCAgACAwAwloAAG3UAAAAAABPIATyTyAE8k8gBPJPIATyTyAE8k8gBPI/MAbwDcVdoAKu6RAHCAIHCgeg",
	"1QAb6QAAAAAE8gTyTyBPJPIE8k8gTyTyBPIvlc8gftnyCAgACAwA2vEAAG6QAAAAAABPIATyTyAE8k8gBPJPIATyTyAE8k8gBPI/MAbwDcVdoAKu",
	"6RAHCAAHDAATAAAd+wAE+vEAC+gAAAAABPIE8k8gTyTyBPJPIE8k8gTyL5XPIH7o8ggIAAgMAB1bcACKiwAAAAAATyAE8k8gBPJPIATyTyAE8k8g",
	"BPJPIATyPzAG8A3FXaACrukQBwgCBwoAjF4gHUxAAAAABPIE8k8gTyTyBPJPIE8k8gTyL5XPIH7Z8ggIAwgMTyAE8k8gBPJPIATyTyAE8k8gBPJP",
	"IATyPzAG8Q3FXaACrvsQAAPzAAAC/QAAACEABwgFBwpPIE8k8gTyTyBPJPIE8k8gTyL5XPIH7Z8gAC5gAAP/EAABIAsIAAsMAAA3EAAAADx7EAAA",
	"AAAAAAnQBvED828Qr1BvA/QN6AnADnL3wMkAumwvH1AI2YDn8gBf1QreAAH/EG+wAA3AA/cACQgCCQoABvQAAAOzsgAAAAAACqA/IMluCPYPU/LM",
	"o/EOb05tAK3A7JAH+An1AD8wXxAHCAAHDAB/UABNPSAAAAANsADbbyBfMNkMsAb18wAN+wAAbzAABPIAAE8gAATyAAYIAgcNAH9AADs7IAAAAAXy",
	"B/EfYLsAux9gBuXxAC/MAADPcAAH8gAAbQAAXYAADrEAAAgIAAgMACACAAPQPgAAAAAArhAF9D+ADKAL4V4gBPfHAADPwAAAb0AAAE8gAABPIAAA",
	"TyAACAkABgwABWAATSAAAAD///9EROoACOEAP2AAywAG8gAugACuRET///8HCQIFCgBeMB1QAAAP//9EX6AK0QX0AekArkRP//8ICQAGDAACAAA+",
	"AAAAAP///0REygAF8gAegACtEAX1AB6wAK9kRP///wcJAgUKA9AAAgAAAA///0RvkAzRBvQC6ACuRE///wgJAAYMCJewAL0QAAAA////RETqAAjh",
	"AD9gAMsABvIALoAArkRE////BwkCBQo9TUBOUAAAD///RF+gCtEF9AHpAK5ET///AwgCBAoH6i+DTyBPIE8gTyBPIE8gTyBPIAgIAQgLAhAAAA8w",
	"AAAsDdAAAD/zAACcyAAA534ABPM/QArhHpAe///hX2RG9b0AANsIBwIJCnkAAAAKVP//8zBPVEQQBPIAAABPIAAABP//kABPQzIABPIAAABPVEQQ",
	"BP//8wkHAQoLEgAAAACKAAAAAKRPIATyAE8gBPIATyAE8gBPIAXyAE////IAT0M38gBPIATyAE8gBPIATyAE8gQHAQULEgAJgACzTyAE8gBPIATy",
	"AE8gBPIATyAE8gBPIAkHAgoKLRAAAABLB9/FABKPdJ9QAecACsAE8wAG8QTyAAXyBPMABvEB5wAKwACPdI9QAAff1QAIBwEJCxIAAAAKgAAAAMPb",
	"AA2wBvMG8wANoMoAAG9/MAAA36AAAAbzAAAATyAAAATyAAAATyAACAcCCAosEAAAWhrucCKtV/UB9QCcBPIAfgTyAG8D8wB9ANcAuQGOSPUE/6//",
	"BQcBBgsACoAADSA9AD0CAAIATyAATyAATyAATyAATyAAT3IAC+YICAMICQAN0AAAP/MAAJ3YAADojgAE8z9ACuEekB7//+FfZEb1vQAA2wgIAwgJ",
	"T//rIE9UXNBPIAXxTyAr0E///1BPQ0vQTyAF8U9UXNBP/+swBggDBwlP//8U9URATyAABPIAAE8gAATyAABPIAAE8gAATyAAAAkIAwkJAAj0AAAA",
	"76AAAF+OEAALsfYAAvUKsAB+EF8gDZAA6AT3REvQr////0AHCAMHCU///zT1REFPIAAE8gAAT//5BPQzIE8gAAT1REFP//8wCAkDBgn///9EROoA",
	"COEAP2AAywAG8gAugACuRET///8ICAMICU8gBPJPIATyTyAE8k8gBfJP///yT0M38k8gBPJPIATyTyAE8gkIAwkJAH39UACPdJ9QHnAArQTzAAbx",
	"Ty/9XyTzMzbxHnAArACPdJ9QAH38UAADCAMDCU8k8k8k8k8k8k8k8k8gBwgDCAlPIB3ATyC+IE8o9ABPf3AAT/9gAE+64gBPIesATyBfYE8gCuII",
	"CAMICQAewAAAX/IAAK33AAHnvAAF828gCtAfcA6ADMBfQAfyrgAC9woIAwoJT7AADvJP8QBP8k/WAJ3yT4sA6PJPPxTV8k8raYTyTya9NPJPIf0E",
	"8k8guQTyCAgDCAlPYATyT+EE8k/oBPJPjiTyTyyk8k8k9/JPIL7yTyAv8k8gCfIHCQMFCf//9EREAAAAAAAP//AzMwAABERE///wCQgDCQkAffxQ",
	"AI90n1AecACsBPMABvFPIABfJPMABvEecACsAI90j1AAff1QAAgIAwgJT///8k9UR/JPIATyTyAE8k8gBPJPIATyTyAE8k8gBPJPIATyCAgDCAlP",
	"/+ogT1RdwE8gBfFPIBrgT//9QE9DIABPIAAATyAAAE8gAAAICQMGCf///490RAvRAAHqAABvMALqAAzRAI90RP///wkJAwcJ////9Ef1RABPIAAE",
	"8gAATyAABPIAAE8gAATyAABPIAAHCAMHCdsADbbyBfMNkMsAb18wAN+wAAbzAABPIAAE8gAATyAACQgDCQkABPIAACv/6RALx/boAvRPJ+BPJPJf",
	"E/NPJvANpfPKAD3//CAABvMAAAgIAwgJb0AK4QzAP3AE9s0AAK/0AABP0AAAvvUABfW9EA3AP3B/QAriCQgDCQlPJPJPJPJPJPJPJPJPJPJPJfEf",
	"dPKdAH/Pz1AAS/kwAABPIAAABPIAAAgIAwcJAa7nAK1X9R9QCcTyAH5PIAbz8wB9DXAMkY5I9U/6//AEBwAFDAIAI9A+AAAATyAE8gBPIATyAE8g",
	"BPIATyAE8gBPIAgIAAgMACACAAPQPgAAAAAArhAF9D+ADKAL4V4gBPfHAADPwAAAb0AAAE8gAABPIAAATyAABwgBBwsAASAAAHoAAAlQAAAAAAPe",
	"jyDcW/I/QE8k8gTyPzBPIOxs9gTebLAHCAEHCwACEAAAxQAADgAAAAAABt/EAvhL8T9QEgCf+QAvcyED+EnxBt/FAAcIAQcOAAIQAADVAAAeAAAA",
	"AABPfuUE+kvgTyBfFPIE8k8gTyTyBPJPIE8gAATyAABPIAAE8gQIAQQLAhAMUA4QAABPIE8gTyBPIE8gT3EL4wcIAAcMAAEQAADnAAIbEgPgA+AA",
	"AAAE8gmwTyB+BPIF8U8gXxTyCOAflukAXeoQBwgFBwcD3o8g3FvyP0BPJPIE8j8wTyDsbPYE3mywBwgDBwwDzsMB6kzQTyBfFPIZwE8v4wTyO9BP",
	"IF8U90vgT77UBPIAAE8gAATyAAAGCAUHCl8gXyHmCcAKsNcAbj8wAfrQAAv4AABvQAAE8gAATyAABPIABwgCBwoAr8AAP2UAA/cAAAn8EAfF2gL0",
	"B/BPIF8T9AbwDbXaADzrEAcIBQcHBt/EAvhL8T9QEgCf+QAvcyED+EnxBt/FAAcJAwYM///yREywAG4QAuUACrAAH0AATyAAP2AACv1gADrxAAfA",
	"AAUgBwgFBwpPfuUE+kvgTyBfFPIE8k8gTyTyBPJPIE8gAATyAABPIAAE8gcIAwcJA86xANpdoD8wfwTyBfFP//8k9TfxLzBvAMtMoAPOoQAECAUE",
	"B08gTyBPIE8gTyBPcQvjBwgFBwdPIL4U8m9AT06QBP/xAE9eoATyX2BPIK4gBwgCBwoPwQAAX2AAALsAAAnyAADvcABP3AAJ1fIA6R5wT0CtKeAD",
	"5wcIBQcKTyBPJPIE8k8gTyTyBPJPIE8k+UvyT96vJPIAAE8gAATyAAAGCAUGB7sAyW8R9R9F4QuZoAfdYAL/EADLAAcIAwcMBc7qAvlEQC9hAABf",
	"/0ANxTEE8wAAT0AAAN5yAAGN+wAAB/EAALkAAAIABwgFBwcCzqEAy12gP0BvBPIF8T9AbwDLXaACzqEACQkFCAf////wf1R/UE8gTyBPIE8gTyBP",
	"IE8gT2FPIAvjBwgFBwoCzrEA212gPzB/BPIF8U8gbwT5TbBPnsIE8gAATyAABPIAAAcIBQcKAr/DAM1X0C9ACSTyAAA/QAAAzmEAAZ75AAAY8QAA",
	"qwAABCAICAUIBwK+//MMtddBLzBtAE8gXxAvQG8ADLXaAALOsQAICQUGB////0f1RATyAATyAATyAAP2MACusAcIBQcHTyDZBPII0E8gbwTyBfFP",
	"II4B+W6QBd6hAAkIBQkKBoC+oQDpT22QPzTyfwTyTyXxH2TyjgCer59wAH38YAAATyAAAATyAAAAOxAABwgFBwrsELoE5z9AB9rAAB/2AAC+AAAN",
	"8gAF/nAAuo0AP0L5GdAI4QkIBQkKTyTyuQTyTyjQTyTybwTyTyXxL1TyjgCun4+AAZ7+gAAATyAAAATyAAAATyAACwgFCwcK0AAB9wH3AUAK0D8w",
	"TyBvBPIE8gXxL0BvMH4A213rXaADz6K/sgAFBwIFCgIAI+A+AAAATyAE8gBPIATyAE8gA/cwCuoHCAIHCgIAIAPgPgAAAAAE8g5gTyCcBPIG8U8g",
	"XxTyCOAflukAXeoQBwgBBwsAAhAAANIAAAwAAAAAAALOoQDLXaA/QG8E8gXxP0BvAMtdoALOoQAHCAEHCwACEAAB8wAAPAAAAAAATyDZBPII0E8g",
	"bwTyBfFPII4B+W6QBd6hAAsIAQsLAAACEAAAAADVAAAAAA0AAAAAAAAAAArQAAH3AfcBQArQPzBPIG8E8gTyBfEvQG8wfgDbXetdoAPPor+yAAcI",
	"AAcMA/UAAAbQAAAAAAT///NPVEQU8gAATyAABP//kE9DMgTyAABPVEQU///zBggABgwAICAD0+AAAABP//tPVENPIABPIABP//NPQzFPIABPVENP",
	"//wKCQMJCf////AER/VEAABPIAAABP38IABPZKwABPIB8QBPIB8QBPIZwABPJcMABggABwwACNEAAuMAAAAABP//8U9URATyAABPIAAE8gAATyAA",
	"BPIAAE8gAATyAAAICAMICQCO6yAI5lzAH2AE9D8wABFP//EAP1MwAB9QA+QJ1UzRAJ7rIAgIAwgJA77pEB6kXbBPMASwHcUQAAGe6RAAAV3APCAF",
	"8R7FTNACrusgAwgDAwlPJPJPJPJPJPJPJPJPIAQHAAUMAgAj0D4AAABPIATyAE8gBPIATyAE8gBPIATyAE8gBwgDBwkAAE8gAATyAABPIAAE8gAA",
	"TyAABPIqEF8R6UzABd6yAA0IAw0JBP//8gAAAE9UfyAAAATyBPIAAABPIE//6hAF8gT0NdsAXxBPIAbxB/AE8gBvBNsAT1RdoMwgBP/+oQANCAMN",
	"CU8gBPIAAATyAE8gAABPIATyAAAE8gBf/+oQT///9DXbBPQzfyAG8U8gBPIAbwTyAE9lbqBPIAT//qEACgkDCQn////wBEf1RAAATyAAAAT+/DAA",
	"T2SMAATyAfEATyAPIATyAPIATyAPIAcIAAgMAARxAAAtQAAAAAAATyAdwE8gviBPKPQAT39wAE//YABPuuIATyHrAE8gX2BPIAriCAgACAwArAAA",
	"AB1QAAAAAABPIAnyTyAv8k8gvvJPJPfyTyyU8k9+JPJP6ATyT+EE8k9gBPIICAAIDABYLAAAG9YAAAAAAB6gBPUI8gngAvcOkACdTzAAP9wAAAv2",
	"AAAG4QAAXJAAAPwQAAgIAwgMTyAE8k8gBPJPIATyTyAE8k8gBPJPIATyTyAE8k9UR/JP///yAATyAAAE8gAAAoEACAgDCAkADdAAAD/zAACd2AAA",
	"6I4ABPM/QArhHpAe///hX2RG9b0AANsICAMICU///0BPVEQQTyAAAE//6hBPQ12wTyAG8U8gBvBPVF2gT//qEAgIAwgJT//rIE9UXNBPIAXxTyAr",
	"0E///1BPQ0vQTyAF8U9UXNBP/+swBggDBwlP//8U9URATyAABPIAAE8gAATyAABPIAAE8gAATyAAAAoIAwoMAE///yAAT1R/IABPIE8gAE8gTyAA",
	"XxBPIAB9AE8gAMoATyAX90R/UE/////yTyAABPJPIAAE8jwQAAPBBwgDBwlP//809URBTyAABPIAAE//+QT0MyBPIAAE9URBT///MAsHAwwJC+EE",
	"8gT4A/gE8gvRAJ4U8k9QAB6F8ssAAAr///YAAC+X9M0QAL4U8j+ABfcE8gryHdAE8gL6CAgDCAkDvuogHsVdwCggBfEAABrQAB//QAADS9AnEAXx",
	"HrRc0AS+6iAICAMICU8gCfJPIC/yTyC+8k8k9/JPLJTyT34k8k/oBPJP4QTyT2AE8ggIAAgMAKRZAABN0wAAAAAATyAJ8k8gL/JPIL7yTyT38k8s",
	"lPJPfiTyT+gE8k/hBPJPYATyBwgDCAlPIA3RTyCPQE8i+QBPLNEAT/9wAE9K4gBPIesATyBfcE8gCfMICAMICQT///IE9UfyBPIE8gTyBPIF8gTy",
	"BfEE8gfwBPJesATy6yAE8goIAwoJT7AADvJP8QBP8k/WAJ3yT4sA6PJPPxTV8k8raYTyTya9NPJPIf0E8k8guQTyCAgDCAlPIATyTyAE8k8gBPJP",
	"IAXyT///8k9DN/JPIATyTyAE8k8gBPIJCAMJCQB9/FAAj3SfUB5wAKwE8wAG8U8gAF8k8wAG8R5wAKwAj3SPUAB9/VAACAgDCAlP///yT1RH8k8g",
	"BPJPIATyTyAE8k8gBPJPIATyTyAE8k8gBPIICAMICU//6iBPVF3ATyAF8U8gGuBP//1AT0MgAE8gAABPIAAATyAAAAgIAwgJAI7rIAjmTNAfYAP0",
	"PzAAAE8gAAA/MAAAH2AD9AnlXNAAnusgCQkDBwn////0R/VEAE8gAATyAABPIAAE8gAATyAABPIAAE8gAAgIAwgJHpAB+AjxB/IB9wywAJ0/UAA/",
	"3gAAC/gAAAbyAABMoAAA/CAACwgCCwoAAE8gAAAG3//EAAf3f1n0AecE8grATzBPIG8U8gTyBfEfYE8gnQCuRfNvcAGf//5wAAAW9BAACAgDCAlv",
	"QArhDMA/cAT2zQAAr/QAAE/QAAC+9QAF9b0QDcA/cH9ACuIJCAMJDE8gBPIE8gBPIE8gBPIE8gBPIE8gBPIE8gBPIE8gBPIE9UR/UE////8gAAAE",
	"8gAAAE8gAAADsQgIAwgJTyAE8k8gBPJPIATyL3En8gf///IAEiXyAAAE8gAABPIAAATyCwgDCwlPIE8gTyTyBPIE8k8gTyBPJPIE8gTyTyBPIE8k",
	"8gTyBPJPIE8gTyT1R/VH8k//////IAwIAwwMTyBPIE8gTyBPIE8gTyBPIE8gTyBPIE8gTyBPIE8gTyBPIE8gTyBPIE8gT1R/VH9QT//////yAAAA",
	"AATyAAAAAATyAAAAAAOxCggDCgmf/yAAACR/IAAAAE8gAAAAT//qEABPQ12wAE8gBvEATyAG8ABPVF2gAE//6hAKCAMKCU8gAATyTyAABPJPIAAE",
	"8k//6hTyT0NdtPJPIAb18k8gBvXyT1RupPJP/+oU8ggIAwgJTyAAAE8gAABPIAAAT//qEE9DXbBPIAbxTyAG8E9UbqBP/+oQCAgDCAkDztcAHqR/",
	"YH8QCdARAAXwAE//8gATN/BuEAjQLqRuYATO1wALCAMLCU8gGu6ABPIK5W9gTyH2AJ0E8k8wBvBP//IAXyT0bzAG8E8h9gCdBPIJ5W9gTyAZ7nAA",
	"CAgDCAkEvv/yHrRH8k8gBPIfgQXyBP//8gP5N/IK8QTyH4AE8o8QBPIHCAUHBwTOxAL6S+AUEF8Qbf/yL4N/I/dL8gjunzAHCAIHCgACuAAK6iAJ",
	"kQAA6ewgP7TLBPMG8E8gXxP0B/ANtdkAPOoQBwgFBwdP/8UE9UrwTyCOFP//UE9DngT1SfFP/9YABQgFBQdP/9T1Q08gBPIATyAE8gBPIAAJCAUJ",
	"CQBP//IABPV/IABfFPIABvBPIAC8BPIBj5R/UE////8k8gAE8jwQADwQBwgFBwcCvrEAy0ygL0BfBP//8T9TMwDMR6ACvtUACQcFCgcNwE8h6gX1",
	"TyjyALxfPoAAX///IAC8f16QBfRPJ/MesE8h7AYIBQUHK+1a1K8hB+BP9xE56sSfK+1QBwgFBwdPIJ8k8i/yTyrfJPXm8k/XTyT+FPJPYE8gBwgD",
	"BwkDzcIAAAAATyCfJPIv8k8q3yT15vJP108k/hTyT2BPIAcIBQcHTyDNFPJvQE8+kAT/8gBPXqAE8l9gTyC+IAcIBQcHBP//IE9X8gTyTyBfJPIG",
	"8U8j3QTyjUBPIAkIBQkHT6AA3yT/EE/yT+cK7yT40ejyTz+tXyTyr3TyTyTyTyAHCAUHB08gTyTyBPJPIF8k///yT0N/JPIE8k8gTyAHCAUHBwLO",
	"oQDLXaA/QG8E8gXxP0BvAMtdoALOoQAHCAUHB0///yT1R/JPIE8k8gTyTyBPJPIE8k8gTyAHCAUHCk+ewgT5XbBPIG8E8gXxTyB/BPldsE+uwgTy",
	"AABPIAAE8gAABwgFBwcCvsQAy0rgP0AoFPIAAD9AFhDLSuECvsMACAkFBgf///9H9UQE8gAE8gAE8gAE8gAE8gAGCAUHCl8gfxH2C7ALsfYAbl8Q",
	"AvzAAAz3AAB/IAAG0AAF2AAA6xAACQgDCQwABPIAAABPIAAE3v7SAOt/bbA/NPJvBPJPJfE/NPJvAOp/XMAF7v7TAABPIAAABPIAAABPIAAGCAUG",
	"B38h6A2Z4QX/YADvEAb+cB6I4Y4R6QgIBQgJTyBPIE8gTyBPIE8gTyBPIE8gTyBPVH9QT///8gAABPIAAAPBBwgFBwdPIE8k8gTyTyBPIvcW8gf/",
	"/yABNvIAAE8gCQgFCQdPJPJPJPJPJPJPJPJPJPJPJPJPJPJPJPV/V/JP////IAsIBQsJTyTyBPIE8k8gTyBPJPIE8gTyTyBPIE8k8gTyBPV/VH9Q",
	"T/////8gAAAABPIAAAAAPBAIBwUJBy//IAAAR/IAAABP/8MABPQ70ABPIF8QBPVL0ABP/8MACQgFCQdPIABPJPIABPJP/8NPJPQ71PJPIF9fJPVL",
	"1PJP/8NPIAcIBQcHTyAABPIAAE//wwT0O9BPIF8U9UvQT//DAAcJBQUHLOocxNhiBtAP/1I43LTIPOoQCggFCgdPIF3pEE8j+F6QTynAB+BP/6AF",
	"8U9KwAfwTyT3XpBPIG3qEAcIBQcHBt//IvhH8k9QXyCv//IG9H8g2gTyXyBPIAcIAgcKA/QAAAfAAAAAAAAr6xAMtMoC9AXwT///E/UzMAzEegAr",
	"7VAGCAIGCgIAID4D4AAAAAjsIF5bsKgG8M//8akzMF5lpAfeoQYIAgYNXyAA//8Af0MAT57BT5X3TyDJTyDJTyDJTyDJTyDJAADJAALnAAnSBQgC",
	"BQoANyAdYAAABP/9T1Q08gBPIATyAE8gBPIABwkFBgcJ7nCMSvTWAoP/8ADYMUKMSvQZ7nAHCAUGBwbewy+Ezj9xJAXPsxQBnh50rgTfxAMIAgMK",
	"AgPgAATyTyTyTyTyTyTyBAcCBQoCACPgPgAAAE8gBPIATyAE8gBPIATyAE8gAwcCBA0AIAPgAAAE8gTyBPIE8gTyBPIE8gXyKvBucAsIBQoHBP//",
	"IAAE9X8gAATyTyAABfJP/9UG8U9DnzzQT1SujUBP/9ULCAUKB08gTyAATyBPIABPIF8gAE/////VT0N/Q59PIE9Urk8gT//VBwgCBwpfIAAP//AA",
	"f0MABPjuUE+kvgTyBfFPIE8k8gTyTyBPJPIE8gcIAgcKAAVwAAPTAAAAAATyDNFPJvQE8+kAT/8gBPXqAE8l9gTyC+IHCAIHCgOBAAAJwAAAAAAE",
	"8gnyTyL/JPKt8k9ebyT9dPJP4U8k9gTyBggCBw0FoKUAG+sQAAAABfIF8x9wnQC7DoAG9PQAL84AAM+QAAf0AABuAABdkAAOwQAABwgFBwpPIE8k",
	"8gTyTyBPJPIE8k8gTyT1R/JP//8gBPIAAE8gAAKBAAcIAAcMAAAoEAAE8gAATyT///JPVEQE8gAATyAABPIAAE8gAATyAABPIAAE8gAABggDBgkA",
	"BPIABPJP//JPVEBPIABPIABPIABPIABPIAAICQcGAv///zMzMwoJBwgC/////zMzMzMDCAEDBAEApz808gMIAgMETybwqAEABQgBBQQBAQCmpz9f",
	"NPbyBQgCBQRPbyb28KiYAQEABQgKBQRPbyX28YyLBSUgCAkDBgkE8gAE8gD///9H9UQE8gAE8gAE8gAE8gAE8gAFCQYDA55//J5wCQgKCAICACAC",
	"PgPgPgQIBgQFAdELcD8QC3AB0QQIBgQFPAAJgAPxCYA8AAcIAwcJACvuMA3FUQPzAAX//yBf//IBb1MAAvUAAAvVUQAa7jAHCQcFAv//8iIiBwgG",
	"BgVO1zhUOdk6lBR2bf0AACAGCAUGBwAAMAF94K6lAJ62EAFs8BIiQO//8QYJBQYHUAAA3oMAA43BJ76Q+1AAMiIg///w"
].join("");

// src/core/text.ts
/** Drawn for what the typeface has no letter for: an empty box. */
const unknown = {
	advance: 8,
	left: 1,
	top: 3,
	width: 6,
	height: 9,
	coverage: Uint8Array.from({ length: 54 }, (_, i) => i < 6 || i >= 48 || i % 6 === 0 || i % 6 === 5 ? 9 : 0)
};
const typeface = unpack(Uint8Array.from(atob(glyphs), (digit) => digit.charCodeAt(0)));
/** Draws one line of text onto an RGB picture; (x, y) is its upper left corner. Anything outside is cut off. */
function drawText(raster, text, x, y, colour) {
	let pen = x;
	for (const glyph of glyphsOf(text)) {
		glyph.coverage.forEach((coverage, i) => {
			const column = pen + glyph.left + i % glyph.width;
			blendAt(raster, column, y + glyph.top + Math.floor(i / glyph.width), colour, coverage / 15);
		});
		pen += glyph.advance;
	}
}
/** Pixels that a line of text takes. */
function textWidth(text) {
	return glyphsOf(text).reduce((sum, glyph) => sum + glyph.advance, 0);
}
/** The text itself when it fits, else its beginning and an ellipsis. */
function shorten(text, width) {
	if (textWidth(text) <= width) return text;
	const letters = Array.from(text);
	while (letters.length > 0 && textWidth(`${letters.join("")}…`) > width) letters.pop();
	return `${letters.join("").trimEnd()}…`;
}
/** The text broken at its spaces into lines that fit; a word too long for a line, and the last of `most` lines, is cut. */
function wrap(text, width, most) {
	const words = text.split(/\s+/u).filter((word) => word !== "");
	const lines = [];
	for (const word of words) {
		const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
		if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	const kept = lines.slice(0, most);
	if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(" ");
	return kept.map((line) => shorten(line, width));
}
/** One glyph per letter; a letter the typeface lacks is tried without its accents, and control characters are spaces. */
function glyphsOf(text) {
	return Array.from(text.normalize("NFC").replace(/[\p{Cc}\p{Zs}]/gu, " ").replace(/\p{Cf}/gu, "")).map((letter) => typeface.get(letter) ?? typeface.get(letter.normalize("NFKD").charAt(0)) ?? unknown);
}
function unpack(bytes) {
	let at = 0;
	return new Map(Array.from(characters, (character) => {
		const [advance, left, top, width, height] = bytes.subarray(at, at + 5);
		const area = width * height;
		const packed = bytes.subarray(at + 5, at + 5 + Math.ceil(area / 2));
		const coverage = Uint8Array.from({ length: area }, (_, i) => i % 2 === 0 ? packed[i >> 1] >> 4 : packed[i >> 1] & 15);
		at += 5 + packed.length;
		return [character, {
			advance,
			left: left - 8,
			top,
			width,
			height,
			coverage
		}];
	}));
}

// src/probes/_label.ts
/** Height of a label in parts of its width. */
const shape = .13 / .31;
/** Below this many pixels of height letters are no letters any more. */
const readable = 10;
/** A mark that a model learned has its colours, so each corner tries others. */
const inks = {
	"top-left": {
		ink: [
			255,
			255,
			255
		],
		paper: [
			0,
			0,
			0
		]
	},
	"top-right": {
		ink: [
			0,
			0,
			0
		],
		paper: [
			255,
			255,
			255
		]
	},
	"bottom-left": {
		ink: [
			255,
			255,
			255
		],
		paper: [
			210,
			40,
			40
		]
	},
	"bottom-right": {
		ink: [
			255,
			255,
			255
		],
		paper: [
			40,
			60,
			210
		]
	}
};
const inksOf = (place) => place in inks ? inks[place] : inks["top-left"];
const words$3 = "MARK";
/** The built-in label of a corner, so many pixels wide: words, or strokes like letters where there is no room for words. */
function label(corner, width) {
	const height = Math.max(1, Math.round(width * shape));
	return height < readable ? strokes(corner, width, height) : written$5(corner, width, height);
}
function written$5(corner, width, height) {
	const { ink, paper } = inksOf(corner);
	const page = plain$1(Math.max(textWidth(words$3) + 4, Math.round(15 / shape)), 15, paper);
	drawText(page, words$3, page.width - textWidth(words$3) >> 1, 0, ink);
	return resample(page, width, height);
}
function strokes(corner, width, height) {
	const { ink, paper } = inksOf(corner);
	const page = plain$1(width, height, paper);
	const margin = height > 2 ? 1 : 0;
	for (let x = 1; x < width; x += 2) tint(page, {
		x,
		y: margin,
		width: 1,
		height: height - 2 * margin
	}, ink, 1);
	return page;
}

// src/probes/mark.ts
/** Longer side of the built-in labels, in parts of the picture's shorter side. */
const builtInMarkSize = .28;
/** Between a mark and the edges of the picture, in parts of its shorter side. */
const margin = .03;
/** An RGB picture with a mark in each of the probe's corners. The mark's mask is where it hides at least half of what is below. */
function pasteMark({ mark, at, size }, picture) {
	const { width, height } = picture;
	const longer = Math.max(1, Math.round(size * Math.min(width, height)));
	const edited = {
		...picture,
		data: picture.data.slice()
	};
	const mask = {
		width,
		height,
		data: new Uint8Array(width * height)
	};
	const scaled = mark === "built-in" ? void 0 : stampOf(mark, longer);
	for (const corner of at) press(scaled ?? opaque(label(corner, longer)), corner, edited, mask);
	return {
		picture: edited,
		mark: mask
	};
}
const opaque = (colours) => ({
	colours,
	opacity: new Uint8Array(colours.width * colours.height).fill(255)
});
/** Multiplied before it is scaled: colours below transparent pixels must not bleed into the edge. */
function stampOf({ width, height, rgba }, longer) {
	const scale = longer / Math.max(width, height);
	const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
	const opacity = Uint8Array.from({ length: width * height }, (_, pixel) => rgba[pixel * 4 + 3]);
	const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
		const pixel = at / 3 | 0;
		return Math.round(rgba[pixel * 4 + at % 3] * opacity[pixel] / 255);
	});
	return {
		colours: resample({
			width,
			height,
			channels: 3,
			data
		}, wide, high),
		opacity: resample({
			width,
			height,
			channels: 1,
			data: opacity
		}, wide, high).data
	};
}
function press({ colours, opacity }, corner, picture, mask) {
	const gap = Math.round(margin * Math.min(picture.width, picture.height));
	const right = picture.width - colours.width;
	const bottom = picture.height - colours.height;
	const along = (first, last, room) => first ? Math.min(gap, room) : last ? Math.max(0, room - gap) : room >> 1;
	const left = along(corner.endsWith("left"), corner.endsWith("right"), right);
	const top = along(corner.startsWith("top"), corner.startsWith("bottom"), bottom);
	opacity.forEach((alpha, i) => {
		const at = (top + Math.floor(i / colours.width)) * picture.width + left + i % colours.width;
		if (alpha >= 128) mask.data[at] = 1;
		for (let c = 0; c < 3; c++) {
			const under = picture.data[at * 3 + c];
			picture.data[at * 3 + c] = Math.min(255, colours.data[i * 3 + c] + Math.round(under * (255 - alpha) / 255));
		}
	});
}

// src/probes/edit.ts
/**
* A picture after the edit of a probe; the picture itself is left alone. A grey picture is edited in colour and becomes
* grey again, so that colours turn into their BT.601 luma.
*
* @param picture as the model sees it, before preprocessing
* @param regions of the same fixture, of the picture's size
*/
function edit(probe, picture, regions) {
	const edited = inColour(probe, toRgb(picture), regions);
	return "refused" in edited || picture.channels === 3 ? edited : {
		...edited,
		picture: toGrey(edited.picture)
	};
}
function inColour(probe, picture, regions) {
	switch (probe.kind) {
		case "mark": return pasteMark(probe, picture);
		case "frame": return drawFrame(probe, picture);
		case "background": return paintBackground(probe, picture, regions);
		case "light": return changeLight(probe, picture);
		case "blur": return blurPicture(probe, picture);
		case "jpeg": return quantiseBlocks(probe, picture);
		case "cover": return coverPart(probe, picture);
	}
}

// src/probes/see.ts
/** How far an edit moved one model's attention. Heat that is lost, or appears from nothing, has moved as far as it can. */
function probeSeen(plain, edited, mark) {
	const [before, after] = [plain.map, edited.map];
	if (isRefusal(before)) return before;
	if (isRefusal(after)) return after;
	const onMark = mark && heatInside(after, mark);
	return {
		moved: movement(heat$1(before), heat$1(after)),
		...onMark !== void 0 && { onMark },
		predicted: edited.predicted,
		divergence: jensenShannon(plain.probabilities, edited.probabilities),
		map: after
	};
}
function movement(before, after) {
	if (peak(before) === 0 || peak(after) === 0) return peak(before) === peak(after) ? 0 : 1;
	return overlap.drift(before, after);
}

// src/regions/see.ts
/**
* How much of a map's heat lies in each region.
* @param earlier the baseline's map of the same fixture, in the same frame, when there is one
*/
function regionsSeen(map, regions, earlier) {
	const seen = regions.map((region) => [region.region, seenIn(region, map, earlier)]);
	return Object.fromEntries(seen);
}
function seenIn(region, map, earlier) {
	const [now, before] = [heatIn$1(map, region), earlier && heatIn$1(earlier, region)];
	return {
		area: area$1(region.mask),
		...now && { heat: now },
		...before && { earlier: before }
	};
}
function heatIn$1(map, { mask }) {
	if (isRefusal(map) || area$1(mask) === 0) return void 0;
	const [inside, pointing] = [heatInside(map, mask), peakInside(map, mask)];
	return inside === void 0 || pointing === void 0 ? void 0 : {
		inside,
		pointing
	};
}

// src/maps/explain.ts
const isFailure = (outcome) => "failed" in outcome;
/** Decodes and resizes a batch, which needs no model. */
function loadBatch(input, tasks, options) {
	return Promise.all(tasks.map((task) => loadFixture(task.path, input, options, task.regions).then((fixture) => withEdit(fixture, task.edit, options.preprocess)).catch(failure$1)));
}
/** Explains a batch of fixtures with a loaded model: one forward pass for all of them, every method on its evidence; then one more per probe. */
async function explainBatch(model, tasks, options) {
	return explainLoaded(model, tasks, await loadBatch(model.input, tasks, options), options);
}
/** The same of pictures that are there. */
function explainLoaded(model, tasks, loaded, options) {
	const sound = loaded.flatMap((fixture, index) => "failed" in fixture ? [] : [{
		fixture,
		task: tasks[index]
	}]);
	const fixtures = sound.map(({ fixture }) => fixture);
	const ask = (values, classes) => values.length > 0 ? model.explain(values, {
		layer: options.layer,
		classes,
		score: options.score
	}) : [];
	const rows = ask(fixtures.map(({ values }) => values), sound.map(({ task }) => task.class)).flatMap((found, at) => rowsOf(model, sound[at], found, ask));
	const shown = rows.map(({ fixture }) => fixture);
	const found = rows.map((row) => row.evidence);
	const probes = (options.probes ?? []).map((probe) => probed(probe, shown, found, options, ask));
	const explanations = rows.map((row, index) => {
		const edits = Object.fromEntries(probes.map(({ name, seen }) => [name, seen[index]]));
		const { logits } = row.evidence;
		const value = model.task.kind === "regression" ? { value: logits[0] } : {};
		return {
			...explanation$1(row.evidence, row, options.methods),
			...value,
			probes: edits
		};
	});
	const together = fixtures.map((fixture) => explanations.filter((_, at) => rows[at].fixture === fixture)).values();
	return loaded.map((fixture) => "failed" in fixture ? fixture : joined$2(together.next().value));
}
/** A multi-label model is explained for each label that it predicts or is asked for; for the likeliest where there is none. */
function rowsOf(model, { fixture, task }, evidence, ask) {
	if (model.task.kind !== "multi-label") return [{
		fixture,
		task,
		evidence
	}];
	const asked = new Map((task.labels ?? []).map(({ index, earlier }) => [index, earlier]));
	const wanted = [...evidence.probabilities.keys()].filter((index) => asked.has(index) || isPresent(evidence.probabilities[index]));
	const labels = wanted.length > 0 ? wanted : [evidence.classIndex];
	const further = labels.filter((index) => index !== evidence.classIndex);
	const found = ask(further.map(() => fixture.values), further).values();
	return labels.map((index) => ({
		fixture,
		task: {
			...task,
			earlier: asked.get(index)
		},
		evidence: index === evidence.classIndex ? evidence : found.next().value
	}));
}
function withEdit(fixture, wanted, recipe) {
	if (!wanted) return fixture;
	const found = fixture.picture ? edit(wanted, fixture.picture, fixture.regions) : arrayRefused;
	if ("refused" in found) return { failed: found.refused };
	return {
		...fixture,
		values: fedEdited(found.picture, fixture, recipe),
		picture: found.picture
	};
}
const arrayRefused = { refused: "An array is no picture that could be edited." };
const joined$2 = ([first, ...others]) => others.length > 0 ? {
	...first,
	others
} : first;
function failure$1(error) {
	if (error instanceof CamdriftError && error.code === "fixture-unreadable") return { failed: `${error.message} ${error.remedy}` };
	throw error;
}
function explanation$1(evidence, { fixture: { digest, regions, ignored = {} }, task: { earlier } }, names) {
	const { logits, probabilities, classIndex } = evidence;
	const maps = Object.fromEntries(names.map((name) => [name, mapOf$1(name, evidence)]));
	const seen = regionsSeen(maps[names[0]], regions, earlier);
	return {
		digest,
		classIndex,
		predicted: likeliest$1(probabilities),
		logits,
		probabilities,
		maps,
		regions: seen,
		ignored
	};
}
/** The whole batch once more, edited; each fixture is explained for the class that it was explained for unedited. */
function probed(probe, fixtures, evidence, { methods: [judged], preprocess: recipe }, ask) {
	const edits = fixtures.map(({ picture, regions }) => picture ? edit(probe, picture, regions) : arrayRefused);
	const sound = edits.flatMap((edited, index) => "refused" in edited ? [] : [{
		edited,
		fixture: fixtures[index],
		before: evidence[index]
	}]);
	const found = ask(sound.map(({ edited: { picture }, fixture }) => fedEdited(picture, fixture, recipe)), sound.map(({ before }) => before.classIndex)).values();
	const seen = edits.map((edited, index) => "refused" in edited ? edited : compared$1(evidence[index], found.next().value, edited, judged));
	return {
		name: probe.name,
		seen
	};
}
function compared$1(before, after, { mark }, method) {
	const answer = (evidence) => ({
		map: mapOf$1(method, evidence),
		predicted: likeliest$1(evidence.probabilities),
		probabilities: normalised$1(evidence.probabilities)
	});
	return probeSeen(answer(before), answer(after), mark);
}
const likeliest$1 = (probabilities) => probabilities.reduce((best, value, index) => value > probabilities[best] ? index : best, 0);
/** A method's map of evidence; one that is not finite is refused. */
const mapOf$1 = (name, evidence) => finite(methods.find((method) => method.name === name).explain(evidence));
/** An activation or gradient that overflowed would otherwise pass for a map without heat. */
function finite(answer) {
	if (isRefusal(answer) || answer.data.every(Number.isFinite)) return answer;
	return { refused: "The map holds values that are not finite: activations or gradients overflowed." };
}

// package.json
var version = "0.1.0";

// src/version.ts
const tool = `camdrift ${version}`;

// src/versions/fixture-tasks.ts
/** One task per fixture, of a model that is known by then. @throws CamdriftError `labels-mismatch` */
function fixtureTasks(config, { classOf, earlier }) {
	return (facts) => {
		const names = classNames(config, facts);
		const other = (fixture) => {
			const index = classOf?.(fixture);
			return index !== void 0 && index < facts.classes ? index : void 0;
		};
		return config.fixtures.map((fixture) => ({
			path: fixture.path,
			regions: fixture.regions,
			...facts.task.kind === "multi-label" ? {
				class: "predicted",
				labels: labelsOf$1(fixture, names, earlier, config, facts)
			} : {
				class: facts.task.kind === "regression" ? 0 : other(fixture) ?? classIndex(fixture, names),
				earlier: earlier && earlierMap(fixture, earlier, config, facts)
			}
		}));
	};
}
/** Labels that are explained whatever the model answers: the true ones, and those that the other side explained. */
function labelsOf$1(fixture, names, earlier, config, facts) {
	const { label, labels = label === void 0 ? [] : [label] } = fixture;
	const asked = new Set(labels.map((each) => classIndex({
		...fixture,
		label: each
	}, names)));
	for (const [name, { classIndex: index }] of earlier?.seen ?? []) if (fixtureOf(name) === fixture.name && index < facts.classes) asked.add(index);
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
		checks
	};
	const made = await run.engine.maps(request, fixtureTasks(config, other), run.progress(title), run.deadline);
	const digest = await modelDigest(path, config.load.within);
	const { kind } = made.task;
	const named = fixtures.flatMap((fixture, index) => namedOutcomes(fixture, made.outcomes[index], kind));
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
		seen: new Map(named.flatMap(([name, outcome]) => isFailure(outcome) ? [] : [[name, outcome]])),
		failures: new Map(named.flatMap(([name, outcome]) => isFailure(outcome) ? [[name, outcome.failed]] : []))
	};
}
/** One outcome of a fixture, or one for each label that was explained. */
function namedOutcomes({ name }, outcome, kind) {
	if (kind !== "multi-label" || isFailure(outcome)) return [[name, outcome]];
	const { others = [], ...first } = outcome;
	return [first, ...others].map((each) => [itemName(name, each.classIndex), each]);
}

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
		}, config, limitsFor(config), place);
		return {
			...judged$2(config, title, reference, candidate),
			closer
		};
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		return unavailable$3(title, error.message);
	}
}
const unavailable$3 = (title, why) => ({ reasons: [{
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
function limitsFor(config) {
	const { thresholds, divergence } = limitsOf("retrained");
	const wider = Object.entries({
		...thresholds,
		divergence
	}).map(([name, limit]) => [name, 1.5 * limit]);
	return policyFor({
		...config,
		thresholds: config.pinnedThresholds ?? Object.fromEntries(wider)
	}, "retrained");
}
function judged$2(config, title, pinned, candidate) {
	const policy = limitsFor(config);
	const names = countedNames(config);
	const fixtures = comparable(pinned, candidate, policy.method).filter(({ name }) => names.has(name));
	const drift = summariseDrift(fixtures);
	const { flipped, divergence, change } = summarisePredictions(fixtures);
	const found = drift[policy.method];
	if (!found) return unavailable$3(title, "no fixture has a map with heat of the same file and class on both sides.");
	const expected = [...pinned.seen.keys()].filter((name) => names.has(name) || !candidate.seen.has(name)).length;
	if (2 * fixtures.length < expected) return unavailable$3(title, `only ${fixtures.length} of its ${expected} fixtures have maps with heat of the same file and class on both sides.`);
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
			if (found.code === "calibration-small") return [];
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
	const rank = ({ name, touched }) => (before && before.get(name)?.digest === digests.get(name)?.digest ? 0 : 2) + (touched ? 1 : 0);
	const read = fixtures.flatMap((fixture) => {
		const digest = digests.get(fixture.name)?.digest;
		return digest === void 0 ? [] : [{
			name: fixture.name,
			digest,
			rank: rank(fixture)
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
	const status = moved$1(maps, policy) ? "moved" : "steady";
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
function moved$1(maps, policy) {
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
		...beside$1(void 0, after, namesOf(config, candidate, baseline)),
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
		...beside$1({
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
function beside$1(before, after, labels) {
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
	const next = rest.find(({ pull, excess }) => familyOf(pull) !== familyOf(first.pull) && excess >= second * first.excess);
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
			towards$1(candidate, index),
			towards$1(baseline, index),
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
function towards$1(turns, index) {
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

// src/probes/stock.ts
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
const corners$1 = [
	"top-left",
	"top-right",
	"bottom-left",
	"bottom-right"
];
const grey$1 = [
	128,
	128,
	128
];
/**
* The single edits of the sweep: what pictures come to carry without its meaning anything. Chosen for what there is in the
* world, in plain colours; a model is asked for its answers alone, so that each costs one forward pass per fixture.
*
* @param object the region that is no background, where regions say it
*/
const stock = (object) => [
	...each$1(colours, (colour, name) => mark(`sticker-${name}`, `${article(name)} sticker in each corner`, plainMark(colour), corners$1, .14)),
	...each$1(colours, (colour, name) => {
		return {
			name: `border-${name}`,
			words: `${article(name)} border`,
			kind: "frame",
			colours: [colour],
			width: .04
		};
	}),
	mark("checker-small", "a small checkerboard in each corner", checker(4), corners$1, .125),
	mark("checker", "a checkerboard in each corner", checker(4), corners$1, .2),
	mark("label-light", "a pale label in each corner", lines$3([
		235,
		235,
		230
	], [
		40,
		40,
		45
	]), corners$1, .28),
	mark("label-dark", "a dark label in each corner", lines$3([
		40,
		40,
		45
	], [
		235,
		235,
		230
	]), corners$1, .28),
	mark("watermark", "a pale stripe from corner to corner", diagonal(), ["centre"], 1),
	mark("sticker-small", "a small yellow sticker in each corner", plainMark(colours.yellow), corners$1, .065),
	...each$1({
		white: colours.white,
		black: colours.black
	}, (ink, name) => [mark(`text-${name}-top`, `${name} letters along the top`, text$1(ink), ["top"], .75), mark(`text-${name}-bottom`, `${name} letters along the bottom`, text$1(ink), ["bottom"], .75)]).flat(),
	mark("text-middle", "white letters across the middle", text$1(colours.white), ["centre"], .75),
	mark("ruler-top", "a ruler along the top", ruler(false), ["top"], 1),
	mark("ruler-left", "a ruler down the left side", ruler(true), ["left"], 1),
	...each$1({
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
	]),
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
	...object === void 0 ? [] : backgrounds(object)
];
const backgroundNames = [
	"green",
	"blue",
	"orange",
	"magenta"
];
const backgrounds = (object) => [
	...builtInBackground.map((colour, index) => {
		return {
			name: `background-${backgroundNames[index]}`,
			words: `${article(backgroundNames[index])} background`,
			kind: "background",
			object,
			colours: [colour]
		};
	}),
	{
		name: "background-white",
		words: "a white background",
		kind: "background",
		object,
		colours: [colours.white]
	},
	{
		name: "background-grey",
		words: "a grey background",
		kind: "background",
		object,
		colours: [grey$1]
	}
];
const each$1 = (of, make) => Object.entries(of).map(([name, value]) => make(value, name));
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
const article = (name) => `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
const plainMark = (colour) => drawn$1(1, 1, () => [...colour, 255]);
const checker = (cells) => drawn$1(cells, cells, (x, y) => (x + y) % 2 === 0 ? [
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
const lines$3 = (paper, ink) => drawn$1(18, 10, (x, y) => [...y % 2 === 1 && x > 0 && x < 17 && y < 9 ? ink : paper, 255]);
/** Half transparent, from corner to corner. */
const diagonal = () => drawn$1(32, 32, (x, y) => [
	255,
	255,
	255,
	Math.abs(x - y) < 2 ? 128 : 0
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
	return upright ? drawn$1(width, length, (x, y) => colour(y, x)) : drawn$1(length, width, colour);
}
const words$2 = "2024-05-17 12:30";
/** Letters without paper. */
function text$1(ink) {
	const page = plain$1(textWidth(words$2) + 2, 15, [
		0,
		0,
		0
	]);
	drawText(page, words$2, 1, 0, [
		255,
		255,
		255
	]);
	return drawn$1(page.width, page.height, (x, y) => [...ink, page.data[(y * page.width + x) * 3]]);
}
function drawn$1(width, height, pixel) {
	const rgba = new Uint8Array(width * height * 4);
	for (let at = 0; at < width * height; at++) rgba.set(pixel(at % width, Math.floor(at / width)), at * 4);
	return {
		width,
		height,
		rgba
	};
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
const levels$3 = [
	"pass",
	"warn",
	"incomplete",
	"fail"
];
/** The worst of several verdicts: fail, else incomplete, else accepted, else warn, else pass. */
function worst(found) {
	return found.reduce((sum, each) => verdicts.indexOf(each) > verdicts.indexOf(sum) ? each : sum, "pass");
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
	const tasks = turned.map(({ fixture, index, done }) => ({
		path: fixture.path,
		class: index,
		...fixture.regions && { regions: fixture.regions },
		edit: done
	}));
	const { outcomes } = await run.engine.maps(request, () => tasks, () => {}, run.deadline);
	return turned.flatMap(({ edit, words, fixture, index, done }, at) => {
		const outcome = outcomes[at];
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
	const named = new Set(reasons.flatMap((reason) => says(reason, ...standsOut$1) && "probe" in reason ? [reason.probe] : []));
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
const standsOut$1 = [
	"probe-regression",
	"probe-doubtful",
	"probe-pull"
];
const isTurned = ({ baseline, candidate }) => candidate.flipped && baseline?.flipped === false;

// src/versions/sweep.ts
const nothing$2 = {
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
	const shown = flips.map(({ done: _, map: __, sure: ___, ...flip }) => flip);
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
	const doubtful = reasons.some((reason) => says(reason, ...doubts, ...moreDoubts));
	if (!(config.sweep === "always" || config.sweep === "in-doubt" && doubtful) || candidate.task !== void 0) return nothing$2;
	const { reference } = config;
	if (reference.kind !== "model") return {
		...nothing$2,
		reasons: [{
			level: "pass",
			code: "sweep-no-baseline"
		}]
	};
	try {
		return await swept(config, reference.model, candidate, lostIn(reasons), nameOf, run);
	} catch (error) {
		return {
			...nothing$2,
			reasons: [unfinished(error)]
		};
	}
}
const lostIn = (reasons) => new Set(reasons.flatMap((reason) => reason.code === "class-regression" || reason.code === "class-doubtful" ? [reason.group] : []));
async function swept(config, model, candidate, lost, nameOf, run) {
	const fixtures = config.fixtures.filter(({ name, touched, copyOf }) => candidate.seen.has(name) && !touched && !copyOf);
	const edits = stock(config.probes.flatMap((probe) => probe.kind === "background" ? [probe.object] : [])[0]);
	const { load, fit, pixels } = config;
	const asked = {
		load,
		fit,
		pixels,
		edits
	};
	const pictures = fixtures.map(({ path, regions }) => ({
		path,
		...regions && { regions }
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
		return at === void 0 ? [] : [{
			...pull,
			fixture: used[at],
			index,
			done: edit.done
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

// src/calibration/calibration.ts
const sha256$1 = string().regex(/^[0-9a-f]{64}$/);
const acceptedSchema = strictObject({
	name: string().max(1024).describe("Path of the model when it was audited, for people."),
	digest: sha256$1.describe("`modelDigest` of it."),
	lineage: _enum(lineageKinds),
	against: sha256$1.describe("`modelDigest` of the baseline that it was compared with."),
	settings: sha256$1.describe("`settingsDigest`: all else that decides the numbers."),
	signals: record(string().max(64), number$1().min(0).max(1)).describe("What drifted, as a mean over the fixtures: per metric, and `divergence` of the answers in bits."),
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
function poolFor({ models }, { lineage, limits, settings, against, digest }) {
	const kin = models.filter((model) => model.lineage === lineage && model.digest !== digest);
	const scored = kin.flatMap((model) => {
		const score = model.settings === settings ? scoreOf(model.signals, limits) : void 0;
		return score === void 0 ? [] : [{
			score,
			against: model.against
		}];
	});
	return {
		scores: scored.map(({ score }) => score).sort((a, b) => a - b),
		otherBaselines: scored.filter((each) => each.against !== against).length,
		otherSettings: kin.length - scored.length
	};
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

// src/judgement/fixture-set.ts
/**
* The fixtures that a verdict may rest on: those that both sides have, each content once. What the change under audit adds or
* edits is shown, and can pull no mean under a limit nor over it; so are copies.
*/
const evidenceOf$2 = (fixtures) => fixtures.filter(({ touched, copyOf }) => touched === void 0 && copyOf === void 0);
/**
* What became of the set of fixtures, and whether enough of it is left to judge by.
* @param same whether both sides are one model, used in one way: then nothing can have drifted, whatever it is shown
*/
function changedSet(fixtures, same) {
	return [...tooFew(fixtures, same), ...comeAndGone(fixtures)];
}
/** Fewer than half of the fixtures that the earlier version was seen on stand for none of the others. */
function tooFew(fixtures, same) {
	if (same && fixtures.some(({ maps }) => maps)) return [];
	const left = evidenceOf$2(fixtures).filter(({ maps }) => maps).length;
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
		evidenceOf$2(fixtures).filter(({ status }) => status === "new").length,
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
			pixels: pixels && inOrder$1(pixels),
			task,
			inputs: inOrder$1(inputs)
		})
	];
	const grid = [baseline.layer.width, baseline.layer.height];
	const seen = evidenceOf$2(fixtures).filter(({ maps }) => maps?.[method] && !("refused" in maps[method])).map(({ name, digest, truth }) => [
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
const furtherOf = (settings) => Object.entries(settings).filter(([, value]) => value !== void 0 && !["[]", JSON.stringify(inOrder$1(usualPixels))].includes(JSON.stringify(value)));
const inOrder$1 = (settings) => Object.entries(settings).filter(([, value]) => value !== void 0).sort(byName$1);
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
	const { scores, otherBaselines, otherSettings } = poolFor(calibration, {
		lineage,
		limits: policy,
		settings: settingsDigest(config, audited),
		against: baseline.model.digest,
		digest: candidate.model.digest
	});
	const notes = otherSettings > 0 ? [stale(otherSettings)] : [];
	if (scores.length === 0) return {
		policy,
		notes
	};
	return {
		policy: {
			...policy,
			calibration: {
				scores: [...scores],
				rate: config.falseAlarms,
				otherBaselines
			}
		},
		notes
	};
}
const stale = (models) => ({
	level: "warn",
	code: "calibration-stale",
	models
});

// src/judgement/coverage.ts
/** What the verdict should rest on and does not. */
function unjudged$1(fixtures, policy) {
	return [
		...unreadable$2(fixtures),
		...withoutMap(fixtures, policy.method),
		...unmeasured(fixtures, policy.method),
		...withoutLimit(policy),
		...withoutAnswers(fixtures, policy),
		...withoutAnswerLimit(fixtures, policy)
	];
}
/** A reason per fixture that could not be read. */
function unreadable$2(fixtures) {
	return fixtures.filter((fixture) => fixture.status === "failed").map(({ name, reason }) => ({
		level: "incomplete",
		code: "fixture-failed",
		fixture: name,
		why: reason
	}));
}
/** A new model that the judged method cannot explain would be found out by the next change only. */
function unexplained(seen, method) {
	const refused = [...seen.values()].flatMap(({ maps }) => {
		const map = maps[method];
		return map && isRefusal(map) ? [map.refused] : [];
	});
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
		of: ({ input: { width, height, channels } }) => `${width} x ${height} x ${channels}`
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
	const all = [...seen].map(([name, { ignored }]) => ({
		name,
		...ignored
	}));
	return [...unsaid.includes("orientation") ? turned$1(all.filter(({ orientation }) => orientation !== void 0)) : [], ...unsaid.includes("colour") ? coloured(all.filter(({ profile }) => profile !== void 0)) : []];
}
function turned$1(fixtures) {
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

// src/core/sign-test.ts
/**
* How likely it is that of so many changes so many or more are losses, when a loss is as likely as a gain: the one-sided sign
* test, sum over k >= losses of C(n, k) / 2^n with n = losses + gains; 1 where nothing changed. Exact up to rounding.
*/
function signTest(losses, gains) {
	const n = losses + gains;
	let term = .5 ** n;
	let sum = 0;
	for (let k = 0; k <= n; k++) {
		if (k >= losses) sum += term;
		term *= (n - k) / (k + 1);
	}
	return Math.min(1, sum);
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
* is no verdict on a class: what is ruined is so without the fixture that fell farthest, and of two fixtures both are lost.
*/
const mostUnlikely = {
	doubtful: .2,
	ruined: .3
};
/** An overall fall that chance alone makes as often is within its interval (95 %, both sides). */
const chance$2 = .025;
/**
* Whether the right answers stayed, over all labelled fixtures and per class and tag: a class that is ruined hides in every
* mean. The team's own limits (`accuracy-loss`, `class-loss`, as shares) are taken as they are.
*/
function judgeAccuracy(fixtures, policy) {
	const labelled = fixtures.filter(({ truth, flipped }) => truth !== void 0 && flipped !== void 0);
	if (labelled.length === 0) return [];
	const groups = (named) => [...new Set(labelled.flatMap(named))].map((group) => ({
		group,
		...tally$1(labelled.filter((fixture) => named(fixture).includes(group)))
	}));
	return [
		...groups(({ truth }) => [truth]).flatMap((found) => judgeClass(found, policy)),
		...groups(({ tags = [] }) => tags).flatMap((found) => judgeTag(found, policy)),
		...overall$1(labelled, policy)
	];
}
/** The classes of which these reasons say that they are being lost. */
const lostClasses = (reasons) => new Set(reasons.flatMap((reason) => reason.code === "class-regression" || reason.code === "class-doubtful" ? [reason.group] : []));
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
	return judged > mostUnlikely.doubtful ? [{
		level: "warn",
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
	const { fixtures, lost, gained, right } = tally$1(labelled);
	const limit = accuracy?.overall;
	if (!(limit === void 0 ? signTest(lost, gained) < chance$2 : lost - gained > limit * fixtures)) return [];
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
function tally$1(fixtures) {
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

// src/core/random.ts
/**
* Numbers in 0..1 (1 excluded) that look random, the same ones for the same seed: mulberry32 by Tommy Ettinger, public
* domain. For choosing, never for secrets.
*/
function random(seed) {
	let state = seed | 0;
	return () => {
		state = state + 1831565813 | 0;
		let hash = Math.imul(state ^ state >>> 15, 1 | state);
		hash = hash + Math.imul(hash ^ hash >>> 7, 61 | hash) ^ hash;
		return ((hash ^ hash >>> 14) >>> 0) / 2 ** 32;
	};
}
/** The numbers 0 to `count - 1` in random order, every order as likely (Fisher and Yates). */
const shuffled = (count, next) => swapped(count, (at) => next() * (at + 1));
/** The same with no number in its own place: one cycle through all of them (Sattolo 1986). At least two numbers. */
const cycle$1 = (count, next) => swapped(count, (at) => next() * at);
function swapped(count, partner) {
	const order = Int32Array.from({ length: count }, (_, index) => index);
	for (let at = count - 1; at > 0; at--) {
		const other = Math.floor(partner(at));
		[order[at], order[other]] = [order[other], order[at]];
	}
	return order;
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
/**
* Attention that moves with an edit which leaves the answers as they are is a weak sign: honest retrains of a family that was in
* nobody's view went up to 1.3 times the limit. Until the edit changes three answers more than in the baseline, twice the limit
* is only told, as drift is.
*/
const doubt = {
	factor: 2,
	flips: 3
};
/** From the limit on a reader is told; what no honest retrain of any family adds fails. The team's own limit is taken as it is. */
function ranges(limit, before, paired) {
	const told = Math.max(limit, acceptedShare * before.moved);
	const flips = paired.filter(({ candidate }) => candidate.flipped).length - before.flipped;
	const factor = Math.max(flips < doubt.flips ? doubt.factor : 1, 1 + reach * before.flipped / paired.length);
	return {
		limit: told,
		beyond: Math.min(1, told * factor)
	};
}
/** Answers of the baseline that a built-in edit may change. */
const mostFlips = .5;
/** An edit that nobody asked for, and that the baseline's own answers depend on, is no test of the candidate. */
function tooStrong(name, flipped, fixtures) {
	if (flipped <= mostFlips * fixtures) return {};
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
			if (reason.code === "calibration-small") return [];
			return [{
				level: reason.level,
				found: regressionIn(reason),
				score: score.value,
				...named$1(compared)
			}];
		});
	}).toSorted((a, b) => b.score - a.score).slice(0, mostTold).map(({ score: _, ...facts }) => ({
		code: "label-regression",
		...facts
	}));
}
function named$1(fixtures) {
	const { index, label = String(index) } = fixtures[0].candidate.explained;
	return {
		label,
		fixtures: fixtures.length
	};
}

// src/judgement/probes.ts
/**
* A probe fails when the edit moves the candidate's attention by more than it moves the baseline's, past the limit.
* @param intervals of what probes add; where one has a limit of camdrift's own inside, it cannot be told
*/
function judgeProbes(summaries, intervals = []) {
	return summaries.toSorted(byExcess).flatMap((summary) => judgeProbe(summary, intervals));
}
function judgeProbe(summary, intervals) {
	const { name, added, limit, beyond, candidate, baseline, fixtures, unjudged } = summary;
	if (added === void 0 || unjudged) return [];
	const told = {
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
	const found = {
		level: "fail",
		code: "probe-regression",
		...told
	};
	if (beyond === void 0) return added > limit ? [found] : [];
	if (added > limit && added <= beyond) return [{
		level: "warn",
		code: "probe-doubtful",
		...told,
		beyond
	}];
	const unsure = undecided(added, beyond, intervals, {
		of: "probe",
		name
	});
	if (unsure && !turnsAnswers(summary)) return [{
		level: "warn",
		code: "cannot-tell",
		found,
		...unsure
	}];
	return added > beyond ? [found] : [];
}
/** Chance alone makes so many answers more change less than once in 40 times: then how far heat moves is not the only witness. */
const chance$1 = .025;
const turnsAnswers = ({ flippedAlone: { candidate, baseline } = {
	candidate: 0,
	baseline: 0
} }) => signTest(candidate, baseline) < chance$1;
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
* to one class too, to another one each. With a class that is being lost it names what took its place.
* @param lost classes that are being lost
*/
function pulls(summaries, lost) {
	return summaries.flatMap(({ name, pull, baseline, fixtures }) => {
		if (!pull || !baseline) return [];
		const more = pull.candidate - pull.baseline;
		const known = lost.has(pull.class);
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
		before: measured$1(asMeans(before), rule),
		now: measured$1(asMeans(now), rule)
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
const measured$1 = ({ inside, pointing }, { of }) => of === "pointing" ? pointing : of === "inside" ? inside : 1 - inside;
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
	const now = measured$1(candidate, rule);
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
		before: baseline && measured$1(baseline, rule),
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
	const shown = rules.flatMap(({ region }) => withRegion(judged.fixtures, region).map(({ fixture }) => fixture));
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
		const [before, now] = [measured$1(baseline, rule), measured$1(candidate, rule)];
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
const signalIn = (reason) => reason.code === "calibration-small" ? reason.code : regressionIn(reason).code;
const answersAlone = ({ policy, intervals, predictions: { divergence, change } }) => judgeDrift({}, divergence?.mean, policy, change, intervals).reasons.filter(({ code }) => code !== "calibration-small");

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
	const fixtures = evidenceOf$2(all);
	const drift = summariseDrift(fixtures);
	const predictions = summarisePredictions(fixtures);
	const probes = summariseProbes(fixtures, policy);
	const regions = summariseRegions(fixtures, policy.regions);
	const slices = slicesOf(fixtures, policy.method);
	const intervals = intervalsOf(fixtures, policy);
	const { divergence, change } = predictions;
	const { score, reasons: drifted } = judgeDrift(drift, divergence?.mean, policy, change, intervals);
	const { repair, reasons: moved } = withRepair(drifted, {
		fixtures,
		regions,
		policy,
		predictions,
		intervals,
		notes
	}, mending);
	const answers = judgeAccuracy(fixtures, policy);
	const reasons = failuresFirst([
		...judgeProbes(probes, intervals),
		...judgeRegions(fixtures, regions, policy.regions),
		...answers,
		...pulls(probes, lostClasses(answers)),
		...moved,
		...judgeLabels(fixtures, policy),
		...unjudged$1(fixtures, policy),
		...silentProbes(probes, fixtures, policy, true),
		...leftTheObject(fixtures, predictions, policy.regions),
		...mutedRegions(fixtures, policy.regions),
		...predictionReasons(predictions, fixtures),
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
	const fixtures = evidenceOf$2(all);
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
		...findings.faithfulness ? [faithfulness$1(evidence, findings.faithfulness)] : []
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
	const maps = mapsOf(candidate, method);
	if (maps.length === 0) return notRun("empty-maps", { notRun: `There are no maps of ${method}.` });
	const empty = maps.filter((map) => peak(map) === 0);
	const dead = empty.filter((map) => map.data.every((value) => value === 0)).length;
	const against = empty.length - dead;
	if (empty.length === 0) return answer$1("empty-maps", false, `All ${maps.length} maps have positive heat.`);
	const why = [dead > 0 && `${dead} are 0 everywhere: no gradient reaches ${layer}, or its units are dead (saturated or never active)`, against > 0 && `${against} are negative, and nowhere positive: all that ${layer} shows speaks against the class`].filter(Boolean);
	return answer$1("empty-maps", true, `Why maps of ${method} have no heat: of ${maps.length}, ${why.join("; ")}.`);
}
function mapsOf(seen, method) {
	return [...seen.values()].flatMap(({ maps }) => {
		const map = maps[method];
		return map && !isRefusal(map) ? [map] : [];
	});
}
function classBlind({ method }, { otherClass: found }) {
	if ("notRun" in found) return notRun("class-blind", found);
	const figures = `maps of the class explained and of the likeliest other class differ by ${percent$1(found.drift)} of their heat (${fixtures$1(found)})`;
	const trips = found.drift < leastClassDrift;
	return answer$1("class-blind", trips, trips ? `Maps of ${method} hardly depend on the class: ${figures}.` : sentence$5(figures));
}
/** Only answers that changed show that weights did: a converted model has other bytes and the same weights. */
function unmoved({ candidate, baseline, method, layer }) {
	const pairs = [...candidate].flatMap(([name, after]) => {
		const before = baseline?.get(name);
		const maps = [before?.maps[method], after.maps[method]];
		if (!before || before.digest !== after.digest || before.classIndex !== after.classIndex) return [];
		return maps.every((map) => map && !isRefusal(map)) ? [{
			before,
			after,
			maps
		}] : [];
	});
	if (pairs.length === 0) return notRun("unmoved", { notRun: "There are no maps to compare with." });
	const answers = pairs.filter(({ before, after }) => !same$1(before.probabilities, after.probabilities)).length;
	if (answers === 0) return notRun("unmoved", { notRun: "No answer changed, so maps need not change." });
	if (pairs.every(({ maps }) => maps.every((map) => peak(map) === 0))) return notRun("unmoved", { notRun: "No map has heat." });
	const moved = pairs.filter(({ maps: [before, after] }) => !same$1(before.data, after.data)).length;
	if (moved > 0) return answer$1("unmoved", false, `Answers changed on ${answers} of ${pairs.length} fixtures, maps on ${moved}.`);
	const message = `Answers changed on ${answers} of ${pairs.length} fixtures, and not a single map of ${method} did, to the last bit: ${layer} and the weights that ${method} reads lie apart from what changed (another layer or a bias), so its drift says nothing about this change.`;
	return answer$1("unmoved", true, message);
}
const same$1 = (a, b) => a.length === b.length && a.every((value, at) => value === b[at]);
function repeatable({ repeated: found }) {
	if ("notRun" in found) return notRun("repeatable", found);
	const trips = found.deviation > mostDeviation;
	const message = trips ? `The same fixture gives other numbers when it is explained again, alone or among others: maps or probabilities differ by up to ${percent$1(found.deviation)} of their largest value (${fixtures$1(found)}). Something in the model depends on the batch, such as batch normalisation in training mode, or on chance, and drift cannot be told from it.` : `Explained again, alone and among others: equal ${found.deviation === 0 ? "bit by bit" : `to ${found.deviation.toExponential(0)} of the largest value`} (${fixtures$1(found)}).`;
	return answer$1("repeatable", trips, message);
}
function headRandomised({ method, layer, limit }, found) {
	if ("notRun" in found) return notRun("head-randomised", found);
	const trips = found.drift <= limit;
	const figures = `with the head's weights shuffled, maps of ${method} at ${layer} move by ${percent$1(found.drift)} on average (${fixtures$1(found)}; limit ${percent$1(limit)})`;
	return answer$1("head-randomised", trips, trips ? `Maps say little about what the head has learned: ${figures}.` : sentence$5(figures));
}
function faithfulness$1({ method }, found) {
	if ("notRun" in found) return notRun("faithfulness", found);
	const { heat, random } = found;
	const trips = heat.deletion >= random.deletion && heat.insertion <= random.insertion;
	const figures = `deletion ${area(heat.deletion)} (random ${area(random.deletion)}), insertion ${area(heat.insertion)} (random ${area(random.insertion)}), ${fixtures$1(found)}`;
	return answer$1("faithfulness", trips, trips ? `Hot pixels of ${method} matter no more to the answer than random ones: ${figures}.` : sentence$5(figures));
}
const fixtures$1 = ({ fixtures: count }) => `${count} fixture${count === 1 ? "" : "s"}`;
const percent$1 = (value) => `${(value * 100).toFixed(1)} %`;
const area = (value) => value.toFixed(2);
const sentence$5 = (figures) => `${figures[0].toUpperCase()}${figures.slice(1)}.`;

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
		...lineage && { lineage }
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
		...unreadable$2(fixtures),
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
	const { config, baseline, copies } = counted$3(chosen, given, candidate);
	const compared = chosen && {
		...chosen,
		baseline
	};
	const beside = await besides$1(compared, config, candidate, copies, run);
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
function counted$3(chosen, given, candidate) {
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
async function besides$1(compared, config, candidate, copies, run) {
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
	const end = performance$1.now() + run * 1e3;
	return (model) => {
		const at = performance$1.now() + model * 1e3;
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

// src/reports/figures.ts
/** `8.0 %` */
const percent = (value) => `${(value * 100).toFixed(1)} %`;
/** `8 %` */
const wholePercent = (value) => `${(value * 100).toFixed(0)} %`;
/** `10 %`, `2.5 %`: a number that somebody chose. */
const share$3 = (value) => `${Number((value * 100).toPrecision(3))} %`;
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

// src/reports/_broken-rule.ts
/** What a broken rule of a region says: what is wrong, how it was, what is asked for, and whether it was so before. */
function brokenRegion$1(reason) {
	const { region, rule, before, now, fixtures } = reason;
	const change = `${before === void 0 ? "" : `${percent(before)} -> `}${percent(now)}`;
	const of = rule.of === "pointing" ? "of" : "on average over";
	return [`${whatIsWrong(rule, region)} ${change} ${of} ${fixtures} fixtures (rule: ${ruleWords$2(rule)}).`, ...beforeWords(reason)].join(" ");
}
/** `inside >= 0.5`, as the team writes it. */
const ruleWords$2 = ({ of, at, limit }) => `${of} ${at === "least" ? ">=" : "<="} ${limit}`;
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
	return of === "probe" ? `${value < 0 ? "" : "+"}${value.toFixed(2)}` : percent(value);
}
/** `0.9 % to 1.6 %` */
const rangeWords = ({ of, low, high }) => `${figure$1(of, low)} to ${figure$1(of, high)}`;
const kinds$3 = {
	"attention-regression": "drift",
	"prediction-regression": "divergence",
	"answer-regression": "answer",
	"probe-regression": "probe"
};
/** After what moved: what cannot be told of it, and what would tell. */
function cannotTellWords({ found, low, high, fixtures, limit, settledBy }) {
	const of = kinds$3[found.code];
	const range = rangeWords({
		of,
		low,
		high
	});
	const settled = settledBy === void 0 ? "More of them than one keeps would settle it" : `About ${settledBy} would settle it`;
	return `Cannot tell whether that is beyond ${figure$1(of, limit)}, where it would fail: with other pictures of the kind of these ${fixtures} it may be ${range} (95 %). ${settled}.`;
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
	names$2[found.of](found.name),
	figure$1(found.of, found.mean),
	rangeWords(found),
	`${figure$1(found.of, found.sees)} and more`,
	String(found.fixtures)
]);
const names$2 = {
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
const mended$1 = ({ region, rule, before, now, fixtures }) => `Region \`${region}\` (rule: ${ruleWords$2(rule)}): ${percent(before)} -> ${percent(now)} over ${fixtures} fixtures.`;
const back$1 = ({ title, kind, before, now, fixtures }) => `Attention shift from the ${kind === "pinned" ? "pinned reference" : "stored baseline of an earlier version"} ${title}: ${percent(before)} -> ${percent(now)} over ${fixtures} fixtures.`;
/** What becomes of attention that moved. */
const becomes = {
	within: "",
	excused: "Attention that moved by it is a warning, and fails nothing.",
	held: "It is failed all the same for the attention that moved, as `repairs: fail` says: accept it where it is meant."
};

// src/reports/reasons.ts
/** A reason in one sentence or a few, for every report. Names in it are foreign: who shows it escapes it. */
function sentenceOf(reason) {
	return "message" in reason ? reason.message : told$1(reason, reason.code);
}
const told$1 = (reason, code) => sentences[code](reason);
const apart$1 = "Change fixtures in a pull request of their own, without the model.";
const counted$2 = (count, one, more) => `${count} ${count === 1 ? one : more}`;
const quoted$1 = (names) => names.map((name) => `\`${name}\``).join(", ");
/** One sentence per code: the table is whole, or it does not compile. */
const sentences = {
	"attention-regression": (reason) => regression(reason),
	"prediction-regression": (reason) => regression(reason),
	"answer-regression": (reason) => regression(reason),
	"label-regression": ({ label, fixtures, found }) => `Label \`${label}\` (${fixtures} fixtures): ${regression(found)}`,
	"calibration-small": ({ accepted, lineage, rate, missing, limits }) => `The calibration has ${acceptedWords$1(accepted, lineage)}; a rate of ${share$3(rate)} false alarms takes ${missing} more. Until then the ${limits === "uncalibrated" ? "uncalibrated " : ""}limits judge, and what drifts no more than an accepted model is warned about.`,
	"calibration-stale": ({ models }) => `${counted$2(models, "accepted model was", "accepted models were")} audited with other fixtures or settings, which does not count; run \`camdrift calibrate\` again.`,
	"calibration-edited": ({ path, baseRead }) => `This change edits the calibration ${path}, which is not believed: ${baseRead ? "the one of the base branch judges it" : "the one of the base branch cannot be read, so none is used"}.`,
	"limits-none": ({ method }) => `No metric has a limit, so the drift of ${method} was not judged.`,
	"drift-doubtful": ({ found }) => `${regression(found)} Honest retrains of other networks drift as far: accept the model, or run \`camdrift calibrate\` to teach the gate what is usual for yours.`,
	"cannot-tell": (reason) => `${reason.found.code === "probe-regression" ? followed$2(reason.found) : regression(reason.found)} ${cannotTellWords(reason)}`,
	"class-regression": (reason) => `Class ${lost$1(reason)}`,
	"class-doubtful": (reason) => `Class ${lost$1(reason)} So much is rare among honest retrains; more fixtures of it would tell.`,
	"tag-regression": (reason) => `Tag ${lost$1(reason)}`,
	"accuracy-regression": ({ accuracy, lost: wrong, gained, fixtures, limit }) => `Accuracy on the fixtures fell from ${percent(accuracy.before)} to ${percent(accuracy.now)}: ${wrong} of ${fixtures} lost, ${gained} won, ${limit === void 0 ? "which chance does less than once in 40 times" : `where ${percent(limit)} may be lost`}.`,
	"probe-regression": (reason) => followed$2(reason),
	"probe-doubtful": (reason) => `${followed$2(reason)} Honest retrains of networks whose answers the edit changes as often add up to +${reason.beyond.toFixed(2)}.`,
	"probe-pull": ({ probe, to, turned, fixtures, lost: known }) => `The probe \`${probe}\` turns ${turned.now} of ${fixtures} fixtures into \`${to}\` (baseline ${turned.before}).${known ? " It may be what that class is known by now." : ""}`,
	"edit-pull": ({ words, to, turned, fixtures, gained, lost: known }) => {
		const turns = turned.now > turned.before ? `turns ${turned.now} of ${fixtures} pictures into \`${to}\` (baseline ${turned.before})` : `gives \`${to}\` ${wholePercent(gained)} more probability on average than in the baseline`;
		return `${words[0].toUpperCase()}${words.slice(1)} ${turns}.${known ? " It may be what that class is known by now." : ""}`;
	},
	"sweep-unfinished": ({ why }) => `Which edits the model follows was not found out: ${why}`,
	"sweep-no-baseline": () => "Which edits the model follows was not asked: the baseline is stored maps, and its model is not at hand.",
	"sweep-sampled": ({ edits, fixtures, of }) => `The model is large: ${edits} edits that should not matter were tried on ${fixtures} of ${of} fixtures.`,
	"probe-unseen": ({ probe, why = "No map has heat, edited or not." }) => `The probe \`${probe}\` says nothing about any fixture. ${why}`,
	"probe-too-strong": ({ words }) => words,
	"probe-no-baseline": ({ probes }) => `The baseline was made without the probe${probes.length === 1 ? "" : "s"} ${quoted$1(probes)}, so how far such an edit may move attention is not known, and it was not judged. Run \`camdrift baseline\` on the version you trust.`,
	"probe-missing": ({ probe, without, compared }) => `The probe \`${probe}\` is asked for, and ${without} of ${compared} compared fixtures say nothing of it.`,
	"region-rule": (reason) => brokenRegion$1(reason),
	"region-broken-before": (reason) => brokenRegion$1(reason),
	"region-unseen": ({ region }) => `No fixture shows heat in the region \`${region}\`, so its rules were not judged.`,
	"region-heatless": (reason) => muted(reason, "their maps have no heat"),
	"region-invisible": (reason) => muted(reason, "the model sees nothing of it there, cut off or smaller than half a pixel"),
	"attention-left": ({ region, heat, accuracy }) => `Accuracy is the same or better (${percent(accuracy.before)} -> ${percent(accuracy.now)}), and attention left the object: heat in \`${region}\` ${percent(heat.before)} -> ${percent(heat.now)}. That is what learning a shortcut looks like.`,
	"fixture-failed": ({ fixture, why }) => why ?? `${fixture} could not be read.`,
	"method-refused": ({ method, refused, fixtures, why }) => `${method} is judged, and has no map for ${refused} of ${fixtures} fixtures: ${why}`,
	"method-missing": ({ method, missing, compared }) => `${method} is judged, and ${missing} of ${compared} compared fixtures have no map of it.`,
	"heat-missing": ({ method, measured, of }) => `${measured === 0 ? "No fixture has" : `Only ${measured} of ${of} fixtures have`} heat in the ${method} maps of both sides, and at least half of them must: what attention does was not measured. Explain another \`layer\` or class, or take fixtures that show the classes.`,
	"answers-unmeasured": ({ limit }) => `The divergence of the answers has the limit ${limit}, and was measured on no fixture: the models have different numbers of classes.`,
	"answer-limit-none": () => "The model answers a number, and how far it may move is not said, so that was not judged. Give `answer-limit`, the largest accepted mean change in the unit of the output.",
	"attention-lost": ({ fixtures }) => `On ${fixtures} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
	"maps-empty": ({ empty, of }) => `On ${empty} of ${of} fixtures neither map has positive heat; they say nothing about drift and were left out of it.`,
	"fixtures-missing": ({ left, before }) => `Only ${left} of the ${before} fixtures of the earlier version are still there as they were, and at least half of them must be. ${apart$1}`,
	"nothing-compared": ({ touched }) => touched ? `Every fixture that could be compared is added or edited by this change, so nothing was judged. ${apart$1}` : "No fixture was compared with an earlier version of the model, so nothing was judged.",
	"fixtures-new": ({ added, of }) => `${added} of ${of} fixtures are not in the baseline and were not judged.`,
	"fixtures-touched": ({ touched, of }) => `${touched} of ${of} fixtures are added or edited by this change: they are shown and not judged.`,
	"fixtures-lost": ({ lost }) => `${lost} fixtures of the baseline are gone.`,
	"fixtures-copied": ({ copies }) => `${counted$2(copies.length, "fixture has", "fixtures have")} the content of another one and ${copies.length === 1 ? "was" : "were"} not counted again (${firstNames(copies)}).`,
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
			accuracy && `accuracy on the fixtures fell from ${percent(accuracy.before)} to ${percent(accuracy.now)}`
		].filter(Boolean).join("; ")}.`;
	},
	"layer-of-several": ({ layer, layers }) => `Several layers are explained, each by itself: ${quoted$1(layers)}. This is \`${layer}\`.`,
	"layer-part": ({ layer, beside }) => `\`layer: auto\` explains only a part of the model, \`${layer}\`: the answers also read ${quoted$1(beside.slice(0, 4))}${beside.length > 4 ? " and others" : ""} past it. Explain each by itself with \`layer: [${[layer, ...beside].slice(0, 5).join(", ")}]\`, or name the one that counts.`,
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
	"repair-unproven": () => "It may be a repair of the version before, by rules, fixtures or references that this change edits itself, so that counts for nothing. Edit them in a pull request of their own.",
	"model-untold": ({ change }) => `The change ${untold[change]}, and the run says nothing about this model.`,
	"acceptance-refused": ({ by, refusal }) => `${by} cannot accept this: ${refusalWords(refusal)}`,
	"acceptance-void": ({ by, pair }) => `What ${by} accepted (${pair}) was of another model, or for other reasons. It does not hold for this.`,
	"claimed-verdict": ({ verdict }) => `The run itself calls this \`${verdict}\`, and nothing among its numbers says why.`
};
function followed$2({ probe, added, limit, onMark, flipped, fixtures }) {
	const digits = added.toFixed(2) === limit.toFixed(2) ? 3 : 2;
	const heat = onMark ? ` Heat on the mark ${wholePercent(onMark.before)} -> ${wholePercent(onMark.now)}.` : "";
	const answers = flipped.now > flipped.before ? ` The edit changes the answer on ${flipped.now} of ${fixtures} fixtures (baseline ${flipped.before}).` : "";
	return `Attention follows the probe \`${probe}\`: +${added.toFixed(digits)} of the heat moves with an edit that should not matter (limit +${limit.toFixed(digits)}).${heat}${answers}`;
}
/** `\`stop\` is being lost: 3 of its 6 fixtures are answered right (baseline 6), and it has 41 % probability there (baseline 93 %).` */
function lost$1(reason) {
	const { group, fixtures, right, probability } = reason;
	const limit = "limit" in reason && reason.limit !== void 0 ? `; ${percent(reason.limit)} may be lost` : "";
	const sure = probability ? `, with a probability of ${wholePercent(probability.now)} on average (baseline ${wholePercent(probability.before)})` : "";
	return `\`${group}\` is being lost: ${right.now} of its ${fixtures} fixtures are answered right (baseline ${right.before}${limit})${sure}.`;
}
/** `Attention moved: attention shift 14.2 % on average (limit 8.0 %, grad-cam).`, and of a calibration what it says. */
function regression(found) {
	const { among, limits } = found;
	const drift = drifted(found, among ? "scale" : limitNoun(limits));
	if (!among) return drift;
	const { accepted, lineage, asFar, p, rate } = among;
	return `${drift} ${`Of ${acceptedWords$1(accepted, lineage)} ${asFar === 0 ? "none" : asFar} drifted as far (p = ${decimals(p)}); at most ${share$3(rate)} of benign ones do.`} ${againstWords(among)}`.trim();
}
function drifted(found, limit) {
	if (found.code === "prediction-regression") return `Answers moved: probabilities diverge by ${bits$1(found.value)} on average (${limit} ${found.limit}, Jensen-Shannon).`;
	if (found.code === "answer-regression") return `The answers moved by ${plainNumber(found.value)} on average, from ${plainNumber(found.before)} to ${plainNumber(found.now)} (${limit.replace("uncalibrated ", "")} ${plainNumber(found.limit)}, in the unit of the output).`;
	return `Attention moved: ${driftName(found.metric)} ${percent(found.value)} on average (${limit} ${percent(found.limit)}, ${found.method}).`;
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
	const text = toJson$1(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
/** A YAML alias may contain itself, and then there is no JSON of it. */
function toJson$1(value) {
	try {
		return JSON.stringify(value);
	} catch {
		return "a value that contains itself";
	}
}

// src/engines/engine.ts
/** The fastest first. */
const engineNames = [
	"onnxruntime",
	"native",
	"wasm"
];

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
const mostLetters$1 = 500;
/**
* Why a glob could keep its matcher busy for ever, in words; `undefined` when it cannot. Globs come with pull requests, and so do
* the names that they are held against.
*/
function tooIntricate(pattern) {
	if (pattern.length > mostLetters$1) return `it has ${pattern.length} letters, and at most ${mostLetters$1} are taken`;
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
const places$1 = [
	...corners,
	"top",
	"bottom",
	"left",
	"right",
	"centre"
];
const parts$1 = [
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
const gain = number$1().min(0).max(10);
/** Exactly one of the first eight keys says what the edit is. */
const written$4 = strictObject({
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
	blur: number$1().gt(0).max(.2).describe("Standard deviation of a blur in parts of the picture's shorter side.").optional(),
	jpeg: int().min(1).max(100).describe("Quality of JPEG blocks.").optional(),
	cover: _enum(parts$1).describe("A part that is covered: the centre, or a strip along an edge.").optional(),
	name: string().regex(/^[\w.-]+$/, "expected letters, digits, `.`, `-` and `_` only").describe("Name in reports; the kind of edit unless said otherwise.").optional(),
	at: union$1([_enum([...places$1, "corners"]), array(_enum(places$1)).min(1)]).describe("Where a mark is pasted: a corner, the middle of an edge, the centre, several, or all corners (corners).").optional(),
	size: number$1().gt(0).max(1).describe("Longer side of a mark in parts of the picture's shorter side.").optional(),
	width: number$1().gt(0).max(.4).describe("Width of a frame or cover in parts of the picture's shorter side.").optional(),
	object: string().describe("The region that a new background leaves as it is.").optional(),
	limit: number$1().min(0).max(1).describe("Largest accepted extra movement, candidate less baseline.").optional()
});
const kinds$2 = [
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
]).transform((kind) => ({ [kind]: "built-in" })), written$4]).transform((given, context) => {
	const probe = given;
	const found = kinds$2.filter((kind) => probe[kind] !== void 0);
	const [kind] = found;
	const complain = (message) => {
		context.addIssue({
			code: "custom",
			message
		});
		return NEVER;
	};
	if (!kind || found.length > 1) return complain(`expected exactly one of ${kinds$2.join(", ")}, got ${found.length > 0 ? found.join(" and ") : "none"}`);
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
function probesOf$1(setting, objects) {
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
const probeKeys = Object.keys(written$4.shape);

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
const isObject$1 = ({ name, rules }) => rules.some(({ of, at }) => of === "inside" && at === "least") || rules.length === 0 && name === "object";

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
const channelValues = union$1([number$1().transform((value) => [value]), array(number$1()).min(1).max(4)]);
const names$1 = Object.keys(presets);
const preprocessSetting = union$1([_enum(names$1), strictObject({
	scale: number$1().default(1).describe("Multiplies each pixel value, 0 to 255, first."),
	mean: channelValues.default([0]).describe("Subtracted; one value or one per channel, in the order fed to the model."),
	std: channelValues.default([1]).describe("Divides; one value or one per channel, in the order fed to the model."),
	order: _enum(["rgb", "bgr"]).default("rgb")
})]).describe(`How pixels become model input: ${names$1.join(", ")}, or scale, mean, std and order.`);
const side$2 = int().min(1).max(4096);
/** How a picture becomes what the model is fed, but for its numbers. */
const pictureSettings = {
	recipe: _enum(Object.keys(recipes)).describe("What a library does with a picture, under its name: sets what is not written of the keys below it."),
	preprocess: preprocessSetting,
	fit: _enum(fits).describe("How a picture of another size meets the model input."),
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
	crop: union$1([number$1().gt(0).lte(1), int().min(2).max(4096)]).describe("What is cut out of the middle: the size of the input, 224, or its share of the resized side, 0.875."),
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
const limits = (names) => partialRecord(_enum(names), number$1().min(0).max(1));
const thresholds = limits([...ofDrift, ...ofAccuracy]).describe("Largest accepted mean drift over the fixtures, 0 to 1, per metric, and divergence of the answers in bits; by lineage unless said otherwise. class-loss and accuracy-loss: largest accepted share of labelled fixtures, of any class or tag and of all, that are no longer answered right.");
const seconds$1 = number$1().gt(0).max(86400);
const glob = string().superRefine((pattern, context) => {
	const why = tooIntricate(pattern);
	if (why) context.addIssue({
		code: "custom",
		message: `the glob \`${pattern.slice(0, 60)}\` is too intricate: ${why}`
	});
});
/** What can be said per model, or once for all models at the top of the file. */
const settings$1 = {
	fixtures: array(glob).min(1).describe("Globs of fixture images (PNG, JPEG, WebP, TIFF, AVIF, BMP, GIF, PPM, PGM) or .npy arrays."),
	labels: union$1([string(), array(string()).min(1)]).describe("Class names in the order of the outputs: a text file (one per line), a JSON file, or a list."),
	task: _enum(taskKinds).describe("What the answers are, where the graph does not show it: one class of several, labels, or a number."),
	"answer-limit": number$1().gt(0).describe("Of a regression: largest accepted mean change of the answer, in its own unit."),
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
	"false-alarms": number$1().gt(0).lt(1).describe("Rate of false alarms that a calibrated verdict may have; 0.1."),
	repairs: _enum(["pass", "fail"]).describe("Whether attention may move where that mends what the version before had got wrong, by rules of regions, a pinned or an earlier stored baseline; pass."),
	lineage: _enum(["auto", ...lineageKinds]).describe("How the model descends from its baseline; auto: told from the weights."),
	output: string().describe("Which output to explain, when the model has several."),
	signature: string().describe("Which signature of a SavedModel to explain; `serving_default`, or the only one."),
	inputs: record(string().max(200), union$1([number$1(), string().regex(/\.npy$/, "expected a number, or the path of a .npy file")])).describe("What inputs beside the picture are given, by their names: one number for all of it, or a `.npy` file."),
	size,
	baseline: string().describe("Folder of stored baselines."),
	"baseline-model": string().describe("The version to compare with, explained in the same run; wins over stored baselines of another model. none: no comparison, so that regions alone are judged."),
	"baseline-preprocess": preprocessSetting.describe("Preprocessing of the baseline model, when it differs."),
	pinned: string().describe("A golden release that drift is also measured from: a model, or the folder of a stored baseline."),
	timeout: seconds$1.describe("Seconds that one model may take, its baseline included; what it has then is incomplete. 900."),
	"pinned-thresholds": limits(ofDrift).describe("As `thresholds`, for the drift from the pinned reference.")
};
const sha256 = string().regex(/^[0-9a-fA-F]{64}$/, "expected 64 hex digits").transform((text) => text.toLowerCase());
/** Relative, and without a step upwards. */
const besideName = string().max(200).regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[\w.@+ /-]+$/, "expected the name of a file beside the address");
const plainModel = strictObject({
	...strictObject(settings$1).partial().shape,
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
	...strictObject(settings$1).partial().shape,
	models: array(model).min(1).describe("The models to audit. A setting of a model wins over the same setting at the top."),
	engine: _enum(["auto", ...engineNames]).describe("What computes; auto takes the fastest that is installed: onnxruntime, then native, then wasm.").optional(),
	jobs: int().min(1).max(64).describe("Worker threads of the wasm engine; one per core where it pays.").optional(),
	batch: int().min(1).max(256).describe("Images per batch; from memory.").optional(),
	"run-timeout": seconds$1.describe("Seconds that all models together may take. 3600.").optional(),
	out: string().describe("Folder for results.json, summary and pictures; camdrift-out.").optional()
});
const settingsSchema = strictObject(settings$1).partial();
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
const mostLetters = 100;
/** The text where it is short enough for the name of a file; else its end, and a hash of the whole so that it stays unique. */
function fileNameOf(text) {
	if (text.length <= mostLetters) return text;
	const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
	return `${text.slice(-100 + hash.length + 1).replace(/^[^a-zA-Z0-9]+/, "")}-${hash}`;
}
/** A path as reports show it: relative, with `/`. */
const shown$2 = (base, path) => relative(base, path).split(sep).join("/") || ".";

// src/config/several-layers.ts
/**
* Each model of several target layers as several models, one per layer: a layer has maps, a baseline and a verdict of its own.
* `pair` with `layer: [/a/Relu, /b/Relu]` becomes `pair.a-Relu` and `pair.b-Relu`.
* @param typed layers named on the command line, which win
*/
function perLayer(raw, typed) {
	return {
		...raw,
		models: raw.models.flatMap((model) => split$2(model, raw, typed ?? model.layer ?? raw.layer))
	};
}
function split$2(model, shared, layers) {
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
const mostBytes$7 = 64 * 2 ** 20;
/**
* Text of a file that the configuration names.
* @param missing what to say when there is none
* @throws CamdriftError `missing`; `config-invalid` when it is there and cannot be read, is no file, or is larger than 64 MiB
*/
async function readTextFile(path, missing) {
	const remedy = missing.remedy === void 0 ? {} : { remedy: missing.remedy };
	return (await readRegular(path, mostBytes$7, (why, cause) => isMissing(cause) ? new CamdriftError(missing.code, missing.message, {
		cause,
		...remedy
	}) : new CamdriftError("config-invalid", `${path} cannot be read: ${why}.`, {
		cause,
		...remedy
	}))).toString("utf8");
}
const isMissing = (cause) => ["ENOENT", "ENOTDIR"].includes(cause?.code ?? "");

// src/config/read.ts
const mostBytes$6 = 2 ** 20;
/**
* Reads a configuration file, YAML or JSON (which is YAML).
* @throws CamdriftError `config-missing`; `config-invalid` with every mistake in it, each with its line
*/
async function readConfig(path) {
	const text = await readTextFile(path, {
		code: "config-missing",
		message: `There is no configuration file ${path}.`
	});
	if (text.length > mostBytes$6) throw new CamdriftError("config-invalid", `${path} is longer than ${mostBytes$6} characters.`);
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
	if (document.errors.length > 0) throw invalid(path, document.errors.map((error) => `${position(error.pos[0])} ${sentence$4(error.message)}`));
	const value = toValue(document, path);
	const parsed = configSchema.safeParse(value);
	if (parsed.success) return perLayer(parsed.data);
	throw invalid(path, problemsOf(parsed.error, value, knownKeys).map((problem) => ({
		...problem,
		offset: offsetOf(document.contents, problem.path)
	})).sort((a, b) => a.offset - b.offset).map((problem) => `${position(problem.offset)} ${name$1(problem.path)} ${problem.message}`));
}
/** What the YAML parser says, without the position, which stands before it, and without advice to programmers. */
function sentence$4(message) {
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

// src/calibration/file.ts
const calibrationName = "calibration.json";
const mostCalibrationBytes = 4 * 2 ** 20;
/** @param folder of the baseline; it need not be there */
function calibrationIn(folder) {
	const path = join(folder, calibrationName);
	return {
		path,
		read: async () => ({ calibration: parseCalibration(await textOf$1(path), path) })
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
async function textOf$1(path) {
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

// src/config/glob.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
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
		this.#deadline = performance$1.now() + this.#limits.seconds * 1e3;
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
		if (performance$1.now() > this.#deadline) throw this.#trouble(`the search did not end within ${this.#limits.seconds} seconds`);
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
	const written = own.filter((folder) => !inside$2(folder, source.base));
	const found = await Promise.all(wanted.map((pattern) => matches$1(pattern, excluded, source, written)));
	const { paths, again } = await once$1([...new Set(found.flatMap(({ files }) => files))].sort(), source.base);
	const base = paths.every((path) => inside$2(source.base, path)) ? source.base : commonFolder(paths);
	return {
		fixtures: paths.map((path) => ({
			name: shown$2(base, path),
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
async function matches$1(pattern, excluded, source, own) {
	const { base, workspace } = source;
	const found = await globbed(pattern, source, {
		ignore: excluded,
		nocase: true,
		what: "fixture"
	});
	const images = found.filter((file) => fixtureEndings.includes(extname(file).slice(1).toLowerCase()));
	const others = found.filter((file) => !images.includes(file) && !own.some((folder) => inside$2(folder, file)));
	const ours = images.filter((file) => own.some((folder) => inside$2(folder, file)));
	const files = images.filter((file) => !ours.includes(file));
	if (files.length === 0) throw nothing$1(pattern, base, ours.length, endingsOf(others));
	if (workspace !== void 0) await Promise.all(files.map((file) => confined(workspace, file, `fixture ${file}`)));
	return {
		files,
		ours,
		others
	};
}
function nothing$1(pattern, base, ours, others) {
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
async function once$1(sorted, base) {
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
const list$2 = array(name);
/** Keras' `class_indices`. */
const byName = record(string(), int().min(0));
/** What tools put around the names: Hugging Face's config.json, Teachable Machine's metadata.json, Ultralytics. */
const wrapped = union$1([
	looseObject({ id2label: unknown$1() }).transform(({ id2label }) => id2label),
	looseObject({ labels: array(unknown$1()) }).transform(({ labels }) => labels),
	looseObject({ names: union$1([array(unknown$1()), looseObject({})]) }).transform(({ names }) => names)
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
		if (Array.isArray(value)) return list$2.parse(value);
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

// src/images/mark.ts
const mostBytes$5 = 4 * 2 ** 20;
/** Pixels of either side. */
const longestSide = 2048;
const signature$1 = "PNG\r\n\n";
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
	if (!found.isFile() || found.size > mostBytes$5) throw unfit(`${path} cannot be pasted: expected a file of at most ${mostBytes$5} bytes, got ${found.isFile() ? `${found.size}` : "none"}.`);
	const bytes = await readFile(path);
	if (isLfsPointer(bytes)) throw new CamdriftError("config-invalid", `${path} is a Git LFS pointer, not the picture that a probe pastes.`, { remedy: "Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout." });
	if (!bytes.subarray(0, 8).equals(Buffer.from(signature$1, "latin1"))) throw unfit(`${path} cannot be pasted: it is no PNG.`);
	return decoded$1(bytes, path);
}
async function decoded$1(bytes, path) {
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
	const probes = probesOf$1(found?.value, regions.some(isObject$1));
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
			object: objectOf$1(probe, around)
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
function objectOf$1({ name, object }, { model, regions }) {
	const wanted = regions.find(isObject$1);
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
	annotations: array(unknown$1()).max(1e5, "expected at most 100,000 annotations"),
	categories: array(object$1({
		id: int(),
		name: string()
	}))
});
const length = number$1().min(0);
const polygon = array(number$1()).min(6, "expected at least three points").refine((numbers) => numbers.length % 2 === 0, "expected an even number of coordinates: x1, y1, x2, y2, ...");
const annotationSchema = object$1({
	image_id: key,
	category_id: int(),
	bbox: tuple([
		number$1(),
		number$1(),
		length,
		length
	], "expected [x, y, width, height]").optional(),
	segmentation: union$1([array(polygon), object$1({
		size: tuple([side$1, side$1]),
		counts: union$1([string(), array(number$1())])
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
	const imagesByPath = grouped$1(images, ({ file_name }) => resolve(dirname(path), file_name));
	const byImage = grouped$1(annotations, ({ annotation }) => annotation.image_id);
	return (fixture) => {
		const pictured = imagesByPath.get(fixture.path);
		const found = pictured?.flatMap(({ id }) => byImage.get(id) ?? []) ?? [];
		const of = (name) => found.filter(({ annotation }) => names.get(annotation.category_id) === name);
		const own = category === void 0 && fixture.label !== void 0 ? of(fixture.label) : [];
		const chosen = category !== void 0 ? of(category) : own.length > 0 ? own : found;
		return chosen.length > 0 ? union(chosen, pictured[0], path) : void 0;
	};
}
function grouped$1(values, keyOf) {
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
		area: number$1().optional(),
		bbox: array(number$1()).length(4).optional()
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
	const { images, annotations, categories } = parse$1(text, source);
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
function parse$1(text, source) {
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
const defaultMethods$1 = [
	"grad-cam",
	"grad-cam++",
	"cam"
];
const defaultFalseAlarms = .1;
const defaultBaselines = ".camdrift/baselines";
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
		...await placeOf$2(model, source),
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
		methods: [...new Set(pick("methods")?.value ?? defaultMethods$1)],
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
		shown: (file) => shown$2(source.base, file),
		notes: pick("preprocess") || pick("recipe") ? [] : [assumedPreprocess]
	};
}
/** Files are confined as every path is. */
async function inputsOf(found, model) {
	if (!found) return void 0;
	const entries = Object.entries(found.value).map(async ([name, value]) => [name, typeof value === "number" ? value : await locate(value, found.source, `input ${name} of model ${model}`)]);
	return Object.fromEntries(await Promise.all(entries));
}
/** True classes that are asked for and belong to none of the fixtures would be missed by nobody. */
function requireTruth(model, fixtures, source) {
	if (source === void 0 || fixtures.some(({ label }) => label !== void 0)) return;
	throw new CamdriftError("config-invalid", `\`truth: ${source}\` says nothing about any of the ${fixtures.length} fixtures of model ${model}.`, { remedy: "Its `file_name`s are relative to its own folder: correct them, or leave `truth` out." });
}
/** A model at an address has no place on this machine until it is given one. */
async function placeOf$2(model, source) {
	if (!isAddress(model.path)) return { path: await locateModel(model.path, source, `path of model ${model.name}`) };
	const address = addressOf(model);
	return {
		path: address.url,
		address
	};
}
const assumedPreprocess = "No preprocessing is named, so pixels are divided by 255 (`preprocess: unit`). Name the one the model was trained with.";
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
function pickFrom(layered, key) {
	const found = layered.find(({ settings }) => settings[key] !== void 0);
	return found && {
		value: found.settings[key],
		source: found.source
	};
}
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
		methods: methods ?? defaultMethods$1,
		thresholds,
		probes: probesOf$1(probes, regions?.some(isObject$1) ?? false),
		regions: regions ?? [],
		reference: { kind: settings["baseline-model"] === "none" ? "none" : "stored" },
		answerLimit: settings["answer-limit"],
		falseAlarms: settings["false-alarms"] ?? defaultFalseAlarms
	};
}

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
const unavailable$2 = (message, remedy, cause) => new CamdriftError("model-unavailable", message, {
	...remedy !== void 0 && { remedy },
	...cause !== void 0 && { cause }
});

// src/sources/fetched.ts
/** Where a model at an address will lie: known before it is fetched. */
const placeIn = (cache, address) => join(cache, digestAt$1(address), mainFile(address));
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
	throw unavailable$2(`${host} ${what}: on a pull request from a fork only what the base branch's configuration names is.`, "Let somebody who may write to the repository open a pull request with this address.");
}
/** A link that lies in the cache must not lead a download elsewhere. */
async function requireOwn(folder, cache) {
	const steps = relative(cache, folder).split(sep);
	for (const count of steps.keys()) {
		const above = join(cache, ...steps.slice(0, count + 1));
		const found = await lstat(above).catch(() => void 0);
		if (found && !found.isDirectory()) throw unavailable$2(`${above}, in the folder for downloads, is no folder.`, "Empty the folder for downloads.");
	}
	await mkdir(folder, { recursive: true }).catch((cause) => {
		throw unavailable$2(`The folder for downloads, ${cache}, cannot be written to: ${cause.message}.`, cacheRemedy, cause);
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
	throw unavailable$2(`The environment variable ${tokenEnv}, which holds the token for ${new URL(url).host}, is not set.`, `Give it to the step: \`env: { ${tokenEnv}: "\${{ secrets.${tokenEnv} }}" }\`. Pull requests from forks get no secrets.`);
}
/** Files that the model names and the configuration does not: nothing says what they should be. */
async function requireWhole(address, folder) {
	const { files } = await modelFiles(join(folder, mainFile(address)));
	const missing = files.filter((name) => !address.files.has(name));
	if (missing.length === 0) return;
	throw unavailable$2(`The model at ${shownUrl(address.url)} is in several files, and the configuration does not name ${missing.slice(0, 3).join(", ")}.`, "List each file and its SHA-256 under `files`, by its name beside the address.");
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
		digest: async () => digestAt$1(address),
		path
	};
}

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

// src/shards/shard.ts
const most$2 = 256;
/**
* @param text `2/8`
* @throws CamdriftError `usage-wrong`
*/
function shardFrom(text) {
	const [, at, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text)?.map(Number) ?? [];
	if (at !== void 0 && of !== void 0 && at >= 1 && at <= of && of <= most$2) return {
		at,
		of
	};
	throw new CamdriftError("usage-wrong", `The shard \`${text}\` is none: expected \`2/8\`, the second of eight; at most ${most$2}.`, { remedy: "Count from 1: with eight machines, 1/8 to 8/8." });
}
const isOwn = ({ at, of }, index) => index % of === at - 1;
const shardFile = ({ at, of }) => `shard-${at}-of-${of}.json`;

// src/commands/options.ts
const list$1 = (value, previous = []) => [...previous, ...value.split(",").filter(Boolean)];
const each = (value, previous = []) => [...previous, value];
function whole$1(most) {
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
	return command.addOption(new Option("--layer <path>", "target layer: a path such as backbone/conv5, or auto; given again, each is explained by itself").argParser(each)).option("--method <names>", "CAM methods, separated by commas or given again", list$1).addOption(new Option("--score <score>", "what is differentiated").choices(["logit", "probability"])).addOption(new Option("--recipe <name>", "what a library does with pictures").choices(Object.keys(recipes))).option("--preprocess <recipe>", "tf, torch, imagenet, caffe, unit, raw, or \"{scale: 1, mean: [104, 117, 123], order: bgr}\"").addOption(new Option("--fit <fit>", "how a picture of another size meets the input").choices(fits)).addOption(new Option("--resample <filter>", "what pictures are resized with").choices([
		"bilinear",
		"nearest",
		"bicubic",
		"area",
		"lanczos"
	])).addOption(new Option("--antialias <whether>", "smoothed as Pillow does, or not").choices(["true", "false"])).option("--resize-to <size>", "size of the shorter side, or WxH, before the middle is cut out").option("--crop <part>", "size of what is cut out of the middle, 224, or its share, 0.875").addOption(new Option("--orientation <way>", "whether EXIF turns pictures").choices(["ignore", "apply"])).addOption(new Option("--colour <way>", "whether embedded colour profiles are followed").choices(["as-stored", "srgb"])).option("--size <WxH>", "input size, for models that accept any").option("--output <name>", "output to explain, when the model has several").option("--signature <name>", "signature of a SavedModel to explain").addOption(taskOption()).addOption(inputOption()).option("--labels <file>", "class names: text, one per line, or JSON").addOption(engineOption()).addOption(timeoutOption()).option("--jobs <count>", "worker threads of the wasm engine (default: one per core where it pays)", whole$1(64)).option("--batch <count>", "images per batch (default: from memory)", whole$1(256));
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
const inputOption = () => new Option("--input <name=value>", "what an input beside the picture is given: a number, or a .npy file").argParser(each);
function furtherInput(text) {
	const at = text.lastIndexOf("=");
	const [name, value] = [text.slice(0, at), text.slice(at + 1).trim()];
	if (at > 0 && value !== "") return [name, Number.isFinite(Number(value)) ? Number(value) : value];
	throw new CamdriftError("usage-wrong", `Expected --input NAME=VALUE such as meta=0 or meta=meta.npy, got "${text}".`);
}
const historyOption = new Option("--history <count>", "earlier versions of the model on the default branch of its clone, as accepted models").argParser(whole$1(200));
const lineageOption = new Option("--lineage <kind>", "how the model descends from its baseline, instead of what the weights show").choices(["auto", ...lineageKinds]);
const checksOption = new Option("--checks <level>", "whether the explanation itself is sound; full takes hundreds of passes").choices(checkLevels);
const pinnedOption = new Option("--pinned <path>", "golden release that drift is also measured from: a model, or a folder of stored baselines");
const thresholdOption = new Option("--threshold <metric=limit>", "largest accepted mean drift, 0 to 1; may be given again").argParser(each);
const falseAlarmsOption = new Option("--false-alarms <rate>", "rate of false alarms that a calibrated verdict may have (default: 0.1)").argParser(Number);

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
	const workspace = options.workspace ? resolve(cwd, options.workspace) : inside$2(cwd, base) ? cwd : base;
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

// src/explainer/_separate-process.ts
/** Megabytes of JavaScript objects: the largest topology that is read takes a quarter of it. */
const heap = 2048;
/** A process that explains, started when it is first asked, and again after it ended. */
var SeparateProcess = class {
	#jobs = /* @__PURE__ */ new Map();
	#child;
	#ended = "";
	#next = 0;
	get pid() {
		return this.#child?.pid;
	}
	/** @returns a function that says the job is done */
	ask(question, listener, deadline) {
		const id = this.#next++;
		this.#child ??= this.#started();
		const child = this.#child;
		const timer = deadline && setTimeout(() => this.end(timedOut(deadline)), Math.max(0, deadline.at - performance$1.now()));
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
		const child = fork(new URL(entry, import.meta.url), [], {
			env: harmless(process.env),
			execArgv: [`--max-old-space-size=${heap}`],
			serialization: "advanced",
			stdio: [
				"ignore",
				"ignore",
				"pipe",
				"ipc"
			]
		});
		this.#ended = "";
		child.stderr.on("data", (chunk) => {
			this.#ended = (this.#ended + chunk).slice(-8192);
		});
		child.on("message", (message) => this.#jobs.get(message.id)?.heard(message, (reply) => child.send(reply, ignoreClosed)));
		child.on("error", (error) => this.end(brokenDown(error.message)));
		child.on("close", (code, signal) => this.end(brokenDown(lastWords(this.#ended, code, signal))));
		alive.add(child);
		child.once("exit", () => alive.delete(child));
		return child;
	}
};
const alive = /* @__PURE__ */ new Set();
process.once("exit", () => {
	for (const child of alive) child.kill("SIGKILL");
});
/** Beside this file when running from source; the build gives it a file of its own. */
const entry = import.meta.url.endsWith(".ts") ? "./explainer-process.ts" : "./explainer-process.js";
/** Of a process that is gone the `close` event says more. */
const ignoreClosed = () => {};
function keepAlive(child, busy) {
	const change = busy ? "ref" : "unref";
	child[change]();
	child.channel?.[change]();
	child.stderr?.[change]();
}
const harmlessNames = /^(PATH|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|LANG|LC_\w+|TZ|(DY)?LD_LIBRARY_PATH|UV_THREADPOOL_SIZE|CUDA_VISIBLE_DEVICES|OMP_NUM_THREADS|TF_(CPP_MIN_LOG_LEVEL|ENABLE_ONEDNN_OPTS|NUM_INTRAOP_THREADS|NUM_INTEROP_THREADS))$/i;
/** What a process needs to run, and no secret of whoever started this one. */
const harmless = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => harmlessNames.test(name)));
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
	const child = new SeparateProcess();
	const { name, version, passedOver = [] } = await answer(child, {
		kind: "start",
		engine: choice
	});
	let over = false;
	const started = async () => {
		if (over) throw new Error("The explainer is asked after its end: whoever holds it with `await using` returned too early.");
		if (child.pid === void 0) await answer(child, {
			kind: "start",
			engine: choice
		});
	};
	return {
		name,
		version,
		passedOver,
		get pid() {
			return child.pid;
		},
		maps: async (request, tasksFor, progress, deadline) => {
			await started();
			return maps(child, {
				request,
				tasksFor,
				progress,
				deadline
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
	at: performance$1.now() + longestPicture * 1e3,
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
function maps(child, { request, tasksFor, progress, deadline }) {
	const found = new Found(progress);
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
				const answered = (tasks) => reply({
					id: message.id,
					kind: "tasks",
					tasks
				});
				Promise.resolve(message.facts).then(tasksFor).then((tasks) => answered(found.begin(message.facts, tasks))).catch((error) => {
					settle(() => reject(error));
					answered([]);
				});
			}
		}, deadline);
	});
}
/** What has come so far of one model's maps. */
var Found = class {
	outcomes = [];
	#progress;
	#facts;
	#tasks = 0;
	#done = 0;
	constructor(progress) {
		this.#progress = progress;
	}
	begin(facts, tasks) {
		this.#facts = facts;
		this.#tasks = tasks.length;
		return tasks;
	}
	add(from, outcomes) {
		for (const [index, outcome] of outcomes.entries()) this.outcomes[from + index] = outcome;
		this.#done += outcomes.length;
		this.#progress?.(this.#done, this.#tasks);
	}
	/** With the fixtures that were not reached as failures; nothing when none was. */
	sofar({ code, message }) {
		if (!this.#facts || this.#done === 0) return void 0;
		const missing = { failed: `Not reached. ${message}` };
		const outcomes = Array.from({ length: this.#tasks }, (_, index) => this.outcomes[index] ?? missing);
		const left = this.#tasks - this.#done;
		const words = left > 0 ? `${left} of ${this.#tasks} fixtures were not reached` : "its explanation was not checked";
		return {
			...this.#facts,
			outcomes,
			unfinished: {
				code,
				message: `${message} ${capital(words)}.`
			}
		};
	}
};
const capital = (text) => text[0].toUpperCase() + text.slice(1);
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

// src/reports/engine.ts
/** `wasm (tfjs 4.22.0, wasm). ONNX Runtime (onnxruntime-node) is not installed.`: which engine it is, and why it is none that is faster. */
const engineWords = ({ name, version, passedOver }) => [`${name} (${version})`, ...passedOver.map(({ why }) => oneLine(why).replace(/[.]$/, ""))].join(". ");

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
	const text = JSON.stringify(value, void 0, 2);
	if (target === "-") return terminal.out(text);
	await writeText(resolve(cwd, target), `${text}\n`);
}
/** Writes a file, and the folders that it lies in. */
async function writeText(file, text) {
	await writable(dirname(file));
	await writeFile(file, text).catch(cannotWrite(file));
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

// \0@oxc-project+runtime@0.156.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}

// src/commands/accept.ts
/** `camdrift accept`: audits, and writes a file under whose name `camdrift audit --accepted` lets pass what failed. */
async function acceptCommand(options, world) {
	try {
		var _usingCtx$12 = _usingCtx();
		const config = await configOf(options, world);
		const engine = _usingCtx$12.a(await startedEngine(config.engine, world));
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
		_usingCtx$12.e = _;
	} finally {
		await _usingCtx$12.d();
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
	return scores.length < needed ? `${limits} limits, since the calibration is too small: ${found}, ${needed} needed for ${share$3(rate)}` : `calibration: ${found}; at most ${share$3(rate)} of benign ones fail`;
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
	const message = sentence$3(model) ?? verdict;
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
const sentence$3 = ({ reasons, verdict }) => {
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
const levels$2 = {
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
	level: levels$2[level],
	message: { text: message },
	locations: [{ physicalLocation: {
		artifactLocation: { uri: relativeAddress(path) },
		region: { startLine: 1 }
	} }],
	partialFingerprints: { "camdrift/v1": fingerprint },
	properties: { model: rest.model }
});

// src/reports/_model-lines.ts
const headline$2 = metrics[0];
/** `worst class: shoes 9.1 % over 3 fixtures; worst tag: night 7.0 % over 1 fixture`; empty when nothing is sliced. */
function sliceWords({ slices = [] }, plain) {
	return ["class", "tag"].flatMap((kind) => slices.find(({ by }) => by === kind) ?? []).map(({ by, name, drift, fixtures }) => `worst ${by}: ${plain(name)} ${reading(headline$2.name, drift)} over ${counted$1(fixtures)}`).join("; ");
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
const counted$1 = (fixtures) => `${fixtures} fixture${fixtures === 1 ? "" : "s"}`;

// src/reports/_plain-table.ts
var import_cli_table3 = /* @__PURE__ */ __toESM(require_cli_table3(), 1);
const bare$1 = {
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
	chars: bare$1,
	style: {
		head: [],
		border: [],
		"padding-left": 0,
		"padding-right": 0
	},
	head: [...head]
});

// src/reports/_region-words.ts
const share$2 = (value) => `${(value * 100).toFixed(0)} %`;
const change$1 = (before, now, arrow) => before === void 0 ? share$2(now) : `${share$2(before)}${arrow}${share$2(now)}`;
/** A line per region: `heat on object 81 % -> 34 %, hottest spot there 94 % -> 56 % (18 % of the picture; rule inside >= 0.5)`. */
function regionLines({ regions = [], judged }, arrow = " -> ") {
	return regions.map(({ name, area, fixtures, candidate, baseline }) => {
		return `${`heat on ${name} ${change$1(baseline?.inside, candidate.inside, arrow)}`}, ${`hottest spot there ${change$1(baseline?.pointing, candidate.pointing, arrow)}`} (${[
			`${share$2(area)} of the picture`,
			ruleWords$1(judged?.regions?.[name] ?? []),
			`${fixtures} fixture${fixtures === 1 ? "" : "s"}`
		].filter(Boolean).join("; ")})`;
	});
}
function ruleWords$1(rules) {
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
	const measured = evidenceOf$2(model.fixtures).filter((fixture) => judgedDrift(model, fixture) !== void 0);
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
		`  ${oneLine(fixture.name)}`,
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

// src/results-file/write.ts
/** `results.json`. */
const resultsText = (results) => `${JSON.stringify(written$3(results), void 0, 2)}\n`;
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

// src/reports/marked.ts
/** A reason for a page that can show code as code, with one arrow. Joined, the pieces are the sentence without its backticks. */
const pieces = (sentence) => sentence.split(/`([^`]+)`/).map((text, index) => ({
	text: index % 2 === 1 ? text : text.replaceAll(" -> ", " → "),
	code: index % 2 === 1
})).filter(({ text }) => text !== "");
/** The same where marks of code would be seen as they are: names in quotes. */
const prose = (sentence) => pieces(sentence).map(({ text, code }) => code ? `“${text}”` : text).join("");

// src/reports/html/results.ts
const headline$1 = metrics[0].name;
const arrow$1 = " → ";
/** The results as the page shows them. Names in it are foreign: the page writes them as text and in no other way. */
function reportResults(results) {
	const { change, verdict, tool, engine, times } = results;
	return {
		verdict,
		tool,
		engine: `${engine.name} ${engine.version}`,
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
		fixtures: model.fixtures.map((fixture) => reportFixture(model, fixture, names))
	};
}
/** The methods that were run, in the order of all methods: CAM, Grad-CAM and Grad-CAM++ first. */
const methodsOf = ({ candidate }) => (candidate?.methods ?? []).toSorted((a, b) => rank$1(a) - rank$1(b));
const rank$1 = (name) => methods.findIndex((method) => method.name === name);
function linesOf(model) {
	const { drift, judged, predictions } = model;
	const shift = judged && drift?.[judged.method]?.[headline$1];
	const accuracy = predictions?.accuracy;
	const plain = (foreign) => foreign;
	return [
		shift && `Attention shift: ${reading(headline$1, shift.mean)} on average, ${reading(headline$1, shift.max)} at most${limitWords(model)}.`,
		predictions && `Answers changed: ${predictions.flipped} of ${predictions.compared}.`,
		accuracy && `Accuracy on ${accuracy.labelled} labelled fixtures: ${whole(accuracy.baseline)}${arrow$1}${whole(accuracy.candidate)}.`,
		sentence$2(precisionWords(model)),
		...regionLines(model, arrow$1).map(sentence$2),
		...[
			sliceWords(model, plain),
			pinnedWords(model, plain),
			sanityWords(model),
			faithfulnessWords(model, plain)
		].map(sentence$2),
		sentence$2(calibrationWords(model) ?? ""),
		model.lineage && `Lineage: ${lineageWords(model)} (${model.lineage.words}).`
	].filter((line) => line !== void 0).filter((line) => line !== "");
}
const limitWords = ({ judged }) => {
	const limit = judged?.thresholds[headline$1];
	return limit === void 0 ? "" : `; the limit for the average is ${reading(headline$1, limit)}`;
};
const whole = (share) => `${Number((share * 100).toFixed(1))} %`;
const sentence$2 = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
function reportFixture(model, fixture, names) {
	const { name, truth, tags = [], reason, candidate, baseline } = fixture;
	const explained = explainedWords(fixture);
	return {
		name,
		status: statusOf(fixture),
		group: truth ?? explained ?? "",
		truth,
		tags,
		shifts: names.map((method) => shiftOf(fixture, method) ?? null),
		overlap: known(reading("overlap", judgedDrift(model, fixture, "overlap"))),
		towards: known(directionWords(model, fixture)),
		before: baseline && predictionWords({ candidate: baseline }),
		now: candidate && predictionWords({ candidate }),
		explained,
		note: [reason, fixture.touched && `${fixture.touched} by this change: shown, not judged`].filter(Boolean).join("; ") || void 0,
		probes: probesOf(fixture)
	};
}
const known = (words) => words === "-" ? void 0 : words;
const statusOf = ({ status, flipped }) => status === "steady" && flipped === true ? "flipped" : status;
function shiftOf({ maps }, method) {
	const map = maps?.[method];
	return map && "drift" in map ? map.drift[headline$1] : void 0;
}
const probesOf = ({ probes = {} }) => Object.entries(probes).flatMap(([name, found]) => "refused" in found ? [] : [{
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
const places = /"camdrift:(results|evidence)"|<!--camdrift:(plain)-->/g;
/**
* `report.html`: one file that needs nothing else.
* @param template as the build makes it, with the page's program, its style and a policy that allows those two alone
* @param evidence what there is to draw: per model of the results, per fixture of it, in their order
* @throws RangeError when the template has no place for the data
*/
function reportPage(template, results, evidence) {
	return filled(template, results, json$1(evidence));
}
/** The same pictures with other words: what people have accepted since. */
function withResults(template, page, results) {
	const [, evidence] = /<script type="application\/json" id="evidence">(.*?)<\/script>/s.exec(page) ?? [];
	return filled(template, results, evidence ?? "[]");
}
/** All places at once: what is filled in may name them too. */
function filled(template, results, evidence) {
	const parts = {
		results: json$1(reportResults(results)),
		evidence,
		plain: plainReport(results)
	};
	const missing = new Set(Object.keys(parts));
	const page = template.replace(places, (_, data, plain) => {
		missing.delete(data ?? plain);
		return parts[data ?? plain];
	});
	if (missing.size > 0) throw new RangeError(`The template of the report has no place for ${[...missing].join(", ")}.`);
	return page;
}
/** JSON that no HTML can end or begin in. */
const json$1 = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** What is read where no script may run: verdicts, reasons, a row per fixture. */
function plainReport({ models }) {
	return models.map((model) => {
		const reasons = model.reasons.map((reason) => `<li>${marked(sentenceOf(reason))}</li>`).join("");
		const rows = model.fixtures.map((fixture) => {
			const shift = reading("attention-shift", judgedDrift(model, fixture));
			return `<tr>${[
				fixture.name,
				fixture.status,
				shift,
				predictionWords(fixture, " → ")
			].map((cell) => `<td>${html(cell)}</td>`).join("")}</tr>`;
		});
		const head = [
			"fixture",
			"status",
			"attention shift",
			"prediction"
		].map((title) => `<th>${title}</th>`).join("");
		const table = rows.length > 0 ? `<table><tr>${head}</tr>${rows.join("")}</table>` : "";
		return `<h2>${html(model.name)}: ${verdictWords[model.verdict]}</h2><ul>${reasons}</ul>${table}`;
	}).join("");
}
const marked = (sentence) => pieces(sentence).map(({ text, code }) => code ? `<code>${html(text)}</code>` : html(text)).join("");
/** Foreign text as text of HTML. */
const html = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, " ");

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

// src/reports/markdown.ts
/** The audit as a Markdown document: verdict first, then what moved, most first, then how to read it. */
function markdown(results) {
	return `${[
		`# ${verdictWords[results.verdict]}`,
		...results.models.map(modelPart),
		legend$2(results),
		footer$1(results)
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
		summary$1(model),
		regionLines(model).map((line) => `- ${escapeMarkdown(line)}`).join("\n"),
		sentence$1(pinnedWords(model, escapeMarkdown)),
		sentence$1(sliceWords(model, escapeMarkdown)),
		slices(model),
		intervals(model),
		sanity(model),
		probes$1(model),
		fixtures(model)
	].filter((part) => part !== "").join("\n\n");
}
function summary$1(model) {
	const { drift = {}, judged, predictions } = model;
	const methods = Object.entries(drift);
	if (!judged || methods.length === 0) return "";
	const rows = methods.map(([method, found]) => [method === judged.method ? `**${method}** (judged)` : method, ...metrics.map(({ name }) => found[name] ? reading(name, found[name].mean) : "-")]);
	const accuracy = predictions?.accuracy;
	const words = predictions && [
		predictions.change ? `Predictions: ${changeWords(predictions.change)}` : `Predictions: ${predictions.flipped} of ${predictions.compared} flipped`,
		predictions.divergence && `mean Jensen-Shannon divergence ${predictions.divergence.mean.toFixed(4)} bits`,
		accuracy && `accuracy on ${accuracy.labelled} labelled fixtures ${(accuracy.baseline * 100).toFixed(0)} % -> ${(accuracy.candidate * 100).toFixed(0)} %`
	].filter(Boolean).join("; ");
	const calibration = calibrationWords(model);
	return `${table$1(["mean over fixtures", ...metrics.map(({ title }) => title)], rows)}\n\n${words}.${calibration ? `\n\nJudged by ${calibration}.` : ""}`;
}
const sentence$1 = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
function slices({ slices: found = [], judged }) {
	if (found.length === 0 || !judged) return "";
	const rows = found.map(({ by, name, fixtures: count, drift, flipped }) => [
		by,
		escapeMarkdown(name),
		reading(metrics[0].name, drift),
		String(count),
		String(flipped)
	]);
	return table$1([
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
	return `${sentence$1(precisionWords(model))}\n\n${table$1(intervalColumns, rows.map((row) => row.map(escapeMarkdown)))}`;
}
function sanity({ sanity: checks = [] }) {
	if (checks.length === 0) return "";
	return table$1([
		"check of the explanation",
		"outcome",
		"figures"
	], checks.map(({ check, outcome, message }) => [
		escapeMarkdown(check),
		outcome.replace("-", " "),
		escapeMarkdown(message)
	]));
}
function probes$1({ probes: found = [] }) {
	if (found.length === 0) return "";
	const rows = found.map((probe) => {
		const [, ...cells] = probeCells(probe);
		const name = escapeMarkdown(probe.name);
		return [probe.picture ? `[${name}](${encodeURI(probe.picture)})` : name, ...cells];
	});
	return table$1(probeColumns, rows);
}
function fixtures(model) {
	if (model.fixtures.length === 0) return "";
	const regions = columnRegions(model).map(({ name }) => name);
	const rows = byDrift(model).map((fixture) => [
		picture(fixture),
		fixture.status,
		reading("attention-shift", judgedDrift(model, fixture)),
		reading("overlap", judgedDrift(model, fixture, "overlap")),
		directionWords(model, fixture),
		...regions.map((name) => escapeMarkdown(regionHeat(fixture, name))),
		escapeMarkdown(predictionWords(fixture)),
		escapeMarkdown(fixture.reason ?? "")
	]);
	return table$1([
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
const picture = ({ name, montage }) => montage ? `[${escapeMarkdown(name)}](${encodeURI(montage)})` : escapeMarkdown(name);
function table$1(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
function legend$2({ models }) {
	const meanings = metrics.filter(({ name }) => models.some((model) => Object.values(model.drift ?? {}).some((found) => name in found))).map(({ title, meaning }) => [title, meaning]);
	if (models.some(({ probes: found = [] }) => found.length > 0)) meanings.push(...probeMeanings);
	if (models.some(({ regions }) => regions)) meanings.push(...Object.entries(regionMeanings));
	return meanings.map(([title, meaning]) => `- **${title}**: ${meaning}`).join("\n");
}
function footer$1({ tool, engine, models }) {
	const layers = models.flatMap(({ name, candidate }) => candidate ? [`${escapeMarkdown(name)} at ${escapeMarkdown(candidate.layer.name)} (${candidate.layer.width} x ${candidate.layer.height})`] : []);
	return `${[
		tool,
		`engine ${engine.version}`,
		...layers
	].join("; ")}.`;
}

// src/results/fixture.ts
/** Whether both models explained it. */
const isCompared$1 = (fixture) => fixture.maps !== void 0;
/** Whether there are maps of the candidate to show. */
const isShown = (fixture) => fixture.status !== "lost" && fixture.status !== "failed";

// src/images/encode.ts
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
/** A picture as PNG, lossless: what the command line writes. */
async function encodePng(raster) {
	return (raster.channels === 1 ? open$1(raster).toColourspace("b-w") : open$1(raster)).png({ compressionLevel: 9 }).toBuffer();
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

// src/core/colormap.ts
/**
* matplotlib's `inferno` (Nathaniel Smith and Stefan van der Walt, CC0): perceptually uniform, its lightness rises
* throughout, so it reads the same in grey and for colour-blind eyes. The table is matplotlib 3.11's own, all 256
* entries of red, green and blue, in base64: it deviates nowhere.
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
function heatColour(share) {
	const at = 3 * Math.round(255 * Math.min(1, Math.max(0, share)));
	return [
		inferno[at],
		inferno[at + 1],
		inferno[at + 2]
	];
}
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
	heatmap.data.forEach((value, i) => {
		const share = value / full;
		blendAt(result, i % picture.width, Math.floor(i / picture.width), heatColour(share), .75 * Math.min(1, 1.6 * share));
	});
	return result;
}
/** Gained heat in orange and lost heat in blue over the dark grey picture; a change of `full` gets the full colour. */
function changeOverlay(picture, before, after, full) {
	const result = shade(picture, .5);
	after.data.forEach((value, i) => {
		const { colour, strength } = changeColour((value - before.data[i]) / full);
		blendAt(result, i % picture.width, Math.floor(i / picture.width), colour, .95 * strength);
	});
	return result;
}
/**
* Draws a white line around every region where two heats differ for the eye: by pixelmatch's YIQ distance between
* their overlays on plain mid-grey, so that the texture of the photo does not fray the line.
*/
function outlineDifference(target, before, after, full) {
	const { width, height } = target;
	const page = plain$1(width, height, [
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
	for (let y = 1; y < height - 1; y++) for (let x = 1; x < width - 1; x++) {
		const inside = differs(x - 1, y) && differs(x + 1, y) && differs(x, y - 1) && differs(x, y + 1);
		if (differs(x, y) && !inside) blendAt(target, x, y, [
			255,
			255,
			255
		], .85);
	}
}
/** The picture in grey, every value times `light`; RGB. */
function shade(picture, light) {
	const grey = toRgb(toGrey(picture));
	return {
		...grey,
		data: grey.data.map((value) => value * light)
	};
}
function withAlpha({ width, height, data }) {
	const rgba = new Uint8Array(width * height * 4).fill(255);
	for (let i = 0; i < data.length; i++) rgba[(i / 3 | 0) * 4 + i % 3] = data[i];
	return rgba;
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
/** Draws the edge of each region inside it: a line in its colour and a dark one within, so that it shows on light and on dark. */
function drawOutlines(target, outlines) {
	const { width, height } = target;
	for (const { mask, colour } of outlines) {
		const inside = shown$1(mask, width, height);
		const within = withoutEdge(inside, width);
		const deep = withoutEdge(within, width);
		inside.forEach((value, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			if (value && !within[at]) blendAt(target, x, y, colour, .95);
			else if (within[at] && !deep[at]) blendAt(target, x, y, dark, .6);
		});
	}
}
/** The mask at the size of a picture: each pixel is what the mask has at its centre. */
function shown$1(mask, width, height) {
	return Uint8Array.from({ length: width * height }, (_, at) => {
		const x = Math.floor((at % width + .5) * mask.width / width);
		const y = Math.floor((Math.floor(at / width) + .5) * mask.height / height);
		return mask.data[y * mask.width + x];
	});
}
/** What of a mask has all four neighbours in it; the edge of the picture is an edge. */
function withoutEdge(mask, width) {
	return mask.map((value, at) => {
		const column = at % width;
		if (!value || column === 0 || column === width - 1) return 0;
		return mask[at - 1] && mask[at + 1] && mask[at - width] && mask[at + width] ? 1 : 0;
	});
}

// src/reports/_tiles.ts
/** A dark neutral card: it stands on light and on dark pages alike. */
const background = [
	32,
	35,
	40
];
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
const gap = 8;
const captionGap = 4;
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
	const result = shade(picture, .3);
	const room = Math.max(1, Math.floor((picture.height - gap) / 15));
	const lines = wrap(words, picture.width - 16, room);
	const top = Math.floor((picture.height - lines.length * 15) / 2);
	lines.forEach((line, i) => {
		const left = Math.floor((picture.width - textWidth(line)) / 2);
		drawText(result, line, left, top + i * 15, bright);
	});
	return result;
}
/** Tiles in rows on one card, pictures centred in their tile. */
function sheet(tiles, { title, tile, columns, outlines = [] }) {
	const down = Math.ceil(tiles.length / columns);
	const across = Math.ceil(tiles.length / down);
	const tallest = Math.max(...tiles.map(({ picture }) => picture.height));
	const notes = tiles.some(({ note }) => note !== void 0) ? 1 : 0;
	const bars = tiles.some(({ bar }) => bar) ? 1 : 0;
	const words = captionGap + 15 * (1 + notes + bars);
	const top = title === void 0 ? gap : gap + 15 + captionGap;
	const card = plain$1(gap + across * (tile + gap), top + down * (tallest + words + gap), background);
	if (title !== void 0) drawText(card, shorten(title, card.width - 16), gap, 7, bright);
	tiles.forEach((each, i) => {
		const x = gap + i % across * (tile + gap);
		const y = top + Math.floor(i / across) * (tallest + words + gap);
		const { width, height } = each.picture;
		paste(card, finished$1(each, outlines), x + (tile - width >> 1), y + (tallest - height >> 1));
		caption(card, each, x, y + tallest + captionGap, tile);
		if (each.bar) drawBar(card, each.bar, x, y + tallest + words - 15, tile);
	});
	return card;
}
function finished$1({ picture, words }, outlines) {
	if (words !== void 0) return saying(picture, words);
	const result = {
		...picture,
		data: picture.data.slice()
	};
	drawOutlines(result, outlines);
	return result;
}
function caption(card, { title, note, legend = [] }, x, y, width) {
	let right = x + width;
	for (const { text, colour } of legend.toReversed()) {
		right -= textWidth(text);
		drawText(card, text, right, y, colour);
		right -= gap;
	}
	drawText(card, shorten(title, right - x), x, y, bright);
	if (note !== void 0) drawText(card, shorten(note, width), x, y + 15, quiet$1);
}
const barHeight = 6;
function drawBar(card, { ends: [left, right], colour }, x, y, width) {
	const to = x + width - textWidth(right.text);
	drawText(card, left.text, x, y, left.colour);
	drawText(card, right.text, to, y, right.colour);
	const from = x + textWidth(left.text) + gap / 2;
	const length = to - gap / 2 - from;
	for (let at = 0; at < length; at++) {
		const area = {
			x: from + at,
			y: y + (15 - barHeight >> 1),
			width: 1,
			height: barHeight
		};
		tint(card, area, colour(at / Math.max(1, length - 1)), 1);
	}
}

// src/reports/probe-montage.ts
/** What an edit does to one model: input | heat | edited input | heat, each map on its own scale, with the answers below. */
function probeMontage({ title, tile = 160, ...sides }) {
	const tiles = [sides.without, sides.with].flatMap((side) => {
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
	return sheet(tiles, {
		title,
		tile,
		columns: tiles.length
	});
}

// src/images/enlarge.ts
/** Of the longer side, in pixels: what a picture of a fixture is shown at. */
const shown = 480;
/**
* The same framing on a larger input, so that a reader sees the picture itself and not what is left of it at the size of the
* model: whole multiples, since sizes that the team wrote grow along, and no more than the file has to show.
* @returns what was given where the file has nothing to enlarge: a small picture, or a middle that is cut out of the stored pixels
*/
function enlarged(input, preparation, stored) {
	const longer = ({ width, height }) => Math.max(width, height);
	const times = Math.min(Math.ceil(shown / longer(input)), Math.floor(longer(stored) / longer(input)));
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

// src/reports/montage.ts
/**
* The picture of one fixture: input | baseline | candidate | change; without a baseline, input | candidate.
*
* Baseline and candidate are densities (value / sum), each on its own scale, so that a reader sees where each looks; a bar
* below tells how hot its hottest place is. Change is candidate minus baseline on one scale, the larger of the two, gained
* orange and lost blue: a small drift looks small. A white line surrounds what visibly differs on that scale.
*/
function montage(request) {
	const { title, input, regions = [], tile = 160 } = request;
	const picture = toRgb(display(input, tile));
	const outlines = regions.map(({ mask }, index) => ({
		mask,
		colour: lineColour(index)
	}));
	const tiles = [{
		name: "input",
		picture,
		legend: named(regions)
	}, ...heatTiles(picture, request)];
	const captioned = tiles.map((each) => ({
		...each,
		title: each.name,
		...given$1(request.captions?.[each.name])
	}));
	return sheet(captioned, {
		title,
		tile,
		columns: tiles.length,
		outlines
	});
}
/** The first two regions: there is room for no more. */
const named = (regions) => regions.slice(0, 2).map(({ region }, index) => ({
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
const legend$1 = [{
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
		const pixel = plain$1(1, 1, [
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
	outlineDifference(result, before ?? none, after ?? none, full);
	return {
		picture: result,
		bar: changeBar,
		legend: legend$1
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
/** The montage of a fixture, and what `report.html` draws of it; `undefined` when there is no map of it. */
async function drawn(audited, fixture, now, explainer) {
	const { config, result, baseline, candidate } = audited;
	const method = config.methods[0];
	const after = candidate.seen.get(fixture.name)?.maps[method];
	if (!after || isRefusal(after)) return void 0;
	const found = await fixturePicture(audited, fixture.name, explainer);
	if (!found) return void 0;
	const before = fixture.baseline && baseline?.seen.get(fixture.name)?.maps[method];
	return {
		montage: montage({
			title: fixture.name,
			input: found.picture,
			baseline: before && !isRefusal(before) ? before : void 0,
			candidate: after,
			captions: captions(result, fixture, now),
			regions: found.loaded.regions
		}),
		picture: found.picture
	};
}
/** @param longest pixels of the picture's longer side; 0: no picture */
async function evidenceOf$1({ result, baseline, candidate }, fixture, picture, longest) {
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
	const both = await editedPictures(audited, fixture.name, probe, explainer);
	const heat = `heat for ${explainedWords(fixture) ?? "the answer"}`;
	return both && probeMontage({
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
	});
}
/** A picture whose answer an edit changes: the heat of the answer without it, and of the new one with it. */
async function flipPicture(audited, flip, explainer) {
	const { config, candidate, result } = audited;
	const fixture = result.fixtures.find((each) => each.name === flip.fixture);
	const map = fixture && candidate.seen.get(fixture.name)?.maps[config.methods[0]];
	const both = map && !isRefusal(map) && await editedPictures(audited, flip.fixture, flip.done, explainer);
	if (!both) return void 0;
	const answer = (name, sure) => `answer ${name} ${(sure * 100).toFixed(0)} %`;
	return probeMontage({
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
	});
}
/** A fixture without and with an edit. What counts pixels is done at the size of the model, all else on the picture that is shown. */
async function editedPictures(audited, name, done, explainer) {
	const found = await fixturePicture(audited, name, explainer, done.kind === "jpeg" ? "as seen" : "enlarged");
	const edited = found?.loaded.picture && edit(done, found.loaded.picture, found.loaded.regions);
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
	const saved = async (name, picture) => {
		if (!picture) return {};
		const path = `${result.name}/${name}.webp`;
		await savePicture(folder, path, picture);
		return { picture: path };
	};
	const probes = await Promise.all((result.probes ?? []).map(async (probe) => ({
		...probe,
		...await saved(fileOfProbe(probe.name), await probePicture(audited, probe, explainer))
	})));
	const withPicture = async (flip) => {
		const probe = probes.find(({ name }) => name === flip.edit);
		const own = made.find(({ edit }) => edit === flip.edit);
		if (probe) return {
			...flip,
			..."picture" in probe && { picture: probe.picture }
		};
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

// src/targets/_report-file.ts
/** What the build makes of the page: beside this file in `dist`; run from source, it is the last build's. */
const reportTemplate = () => readFile(join(import.meta.dirname, import.meta.url.endsWith(".ts") ? "../../dist" : ".", "report-template.html"), "utf8");
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

// src/targets/directory.ts
/**
* Writes an audit to a folder: one montage per fixture that both models explained, one per probe and per edit that stands out, `summary.md`,
* `report.html` and `results.json`.
* One picture is drawn while the one before is encoded, so memory does not grow with the montages; what the report shows of
* each fixture is kept.
* @param explainer decodes the fixtures; without it no picture is drawn
* @returns the results with the montages' paths in them
*/
async function writeAudit(folder, { results, pictures }, explainer) {
	await mkdir(folder, { recursive: true });
	for (const name of written$2) await rm(await ownPath(folder, name), { force: true });
	await sweep(folder);
	const sizeOf = pictureSizes(results.models);
	const drawnModels = [];
	for (const result of results.models) {
		const audited = pictures.find((each) => each.result.name === result.name);
		const now = results.change ? "this PR" : "candidate";
		const size = (fixture) => sizeOf(result, fixture);
		drawnModels.push(audited && explainer ? await withMontages(folder, audited, {
			now,
			size,
			explainer
		}) : {
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
		"summary.md": markdown(results),
		"report.html": report,
		"results.json": resultsText(results)
	};
	for (const name of written$2) await (0, import_lib.default)(await ownPath(folder, name), texts[name]);
}
/** Writes results anew that somebody's word has changed since; the pictures stay. */
async function rewriteAudit(folder, results) {
	const page = await readFile(await ownPath(folder, "report.html"), "utf8").catch(() => "");
	await writeFiles(folder, results, withResults(await reportTemplate(), page, results));
}
async function withMontages(folder, audited, drawing) {
	const { result } = audited;
	const own = await ownPath(folder, result.name);
	await mkdir(own, { recursive: true });
	await sweep(own);
	const names = new Map(editFiles(result).map((name) => [name.toLowerCase(), 1]));
	const fixtures = [];
	const evidence = [];
	let writing;
	for (const fixture of result.fixtures) {
		const [found] = await Promise.all([drawn(audited, fixture, drawing.now, drawing.explainer), writing]);
		const montage = found && `${result.name}/${unique(fixture.name, names)}.webp`;
		fixtures.push(montage && isShown(fixture) ? {
			...fixture,
			montage
		} : fixture);
		evidence.push(await evidenceOf$1(audited, fixture, found?.picture, drawing.size(fixture.name)));
		if (found) writing = savePicture(folder, montage, found.montage);
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
/** A file name of its own, also where case is not told apart. */
function unique(fixture, taken) {
	const slug = fileNameOf(fixture.replace(/\.\w+$/, "").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "fixture");
	const earlier = taken.get(slug.toLowerCase()) ?? 0;
	taken.set(slug.toLowerCase(), earlier + 1);
	if (earlier === 0) return slug;
	return unique(`${slug}-${earlier + 1}`, taken);
}

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
		return acceptedModel(model, pair, wordOf$1(file));
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

// src/shards/record.ts
const grid = {
	width: int().min(1).max(4096),
	height: int().min(1).max(4096)
};
const unit$3 = number$1().min(0).max(1);
const index = int().min(0);
const refused$1 = strictObject({ refused: string().max(2e3) });
/** Base64 of little-endian float32: they come back bit by bit. */
const floats = string().regex(/^[A-Za-z0-9+/]*={0,2}$/).transform(textToFloats);
const map = strictObject({
	...grid,
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
		number$1(),
		boolean()
	])).optional(),
	value: number$1().optional()
});
const outcome = union$1([strictObject({ failed: string().max(4e3) }), explanation.extend({ others: array(explanation).max(1e4).optional() })]);
/** What one machine found, as a file. It comes from elsewhere: a stranger's word until it is checked. */
const recordSchema = strictObject({
	version: literal(1),
	tool: string().max(100),
	engine: strictObject({
		name: string().max(100),
		version: string().max(200)
	}),
	shard: strictObject({
		at: int().min(1).max(256),
		of: int().min(1).max(256)
	}),
	/** By the key of its task. */
	outcomes: record(string().regex(/^[0-9a-f]{64}$/), outcome)
});
function recordText({ outcomes, ...record }) {
	const bare = (_, value) => value instanceof Float32Array ? floatsToText(value) : value;
	return `${JSON.stringify({
		...record,
		outcomes: Object.fromEntries(outcomes)
	}, bare)}\n`;
}
/** @throws SyntaxError, ZodError for what is no record */
function recordFrom(text) {
	const { outcomes, ...record } = recordSchema.parse(JSON.parse(text));
	return {
		...record,
		outcomes: new Map(Object.entries(outcomes))
	};
}

// src/shards/keys.ts
/**
* A digest per task of all that decides its outcome: the model's files, the fixture's and its masks', how they are used, and for
* which class. Two machines that would find the same have the same, wherever their files lie.
*/
async function keysOf(request, tasks) {
	const { load, layer, prefer, methods, score, preprocess, fit, pixels, probes = [] } = request;
	const making = {
		model: await modelDigest(request.path, load.within),
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
	const keys = [];
	for (const { path, regions = [], known: _, ...task } of tasks) {
		const shapes = await Promise.all(regions.map(async (shape) => ({
			...shape,
			mask: shape.mask && await digestOf(shape.mask)
		})));
		keys.push(digest([
			making,
			await digestOf(path),
			task,
			shapes
		]));
	}
	return keys;
}
const digest = (value) => createHash("sha256").update(JSON.stringify(value, numbers$1)).digest("hex");
const numbers$1 = (_, value) => ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") : value;
/** As large as a fixture may be. */
const mostBytes$4 = 256 * 2 ** 20;
/** What cannot be read fails everywhere in the same way. */
const digestOf = (path) => readRegular(path, mostBytes$4, (why) => new Error(why)).then((bytes) => createHash("sha256").update(bytes).digest("hex"), () => "unreadable");

// src/shards/recording.ts
/** An explainer that explains its share of the fixtures and remembers what it found. The explanation itself is checked where all is joined. */
function recording(engine, shard, found) {
	return {
		name: engine.name,
		version: engine.version,
		layers: (...asked) => engine.layers(...asked),
		fixture: (asked) => engine.fixture(asked),
		answers: (...asked) => engine.answers(...asked),
		async maps(request, tasksFor, progress, deadline) {
			let tasks = [];
			const own = (each, at) => isOwn(shard, at) ? each : {
				...each,
				known: elsewhere$1
			};
			const made = await engine.maps({
				...request,
				checks: "none"
			}, async (facts) => {
				tasks = await tasksFor(facts);
				return tasks.map(own);
			}, progress, deadline);
			const mine = [...tasks.keys()].filter((at) => isOwn(shard, at));
			const keys = await keysOf(request, mine.map((at) => tasks[at]));
			for (const [which, at] of mine.entries()) if (!made.unfinished || made.outcomes[at]) found.set(keys[which], made.outcomes[at]);
			return made;
		}
	};
}
const elsewhere$1 = { failed: "Another shard explains it." };

// src/commands/_shard.ts
/** One machine's share of an audit: what it found is written, and nothing judged. A model that fails here fails where all is joined, too. */
async function auditShard(shard, config, engine, world) {
	const outcomes = /* @__PURE__ */ new Map();
	const { results } = await audit(config, recording(engine, shard, outcomes), world.terminal.progress, world.now);
	for (const { name, error } of results.models) if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
	const file = join(config.out, shardFile(shard));
	const { name, version } = engine;
	await writeFile(file, recordText({
		version: 1,
		tool,
		engine: {
			name,
			version
		},
		shard,
		outcomes
	}));
	world.terminal.out(`Written to ${printable(file)}: shard ${shard.at} of ${shard.of}, for \`camdrift merge\`.`);
	return exitCodes.pass;
}
const judged$1 = [
	"accepted",
	"json",
	"junit",
	"sarif",
	"codeQuality"
];
/**
* One shard has no verdict: options that ask for one are for `camdrift merge`.
* @throws CamdriftError `usage-wrong`
*/
function requireUnjudged(options) {
	const given = judged$1.filter((name) => options[name] !== void 0).map((name) => `--${name === "codeQuality" ? "code-quality" : name}`);
	if (given.length === 0) return;
	throw new CamdriftError("usage-wrong", `A shard is not judged, so ${given.join(" and ")} cannot be with \`--shard\`.`, { remedy: `Give ${given.join(" and ")} to \`camdrift merge\`.` });
}

// src/commands/audit.ts
/** `camdrift audit`: compare, write the result files, print the table, answer the exit code. */
async function auditCommand(options, world) {
	try {
		var _usingCtx$11 = _usingCtx();
		if (options.shard) requireUnjudged(options);
		const config = await configOf(options, world);
		const files = await readAccepted(options.accepted ?? [], world.cwd);
		await writable(config.out);
		const engine = _usingCtx$11.a(await startedEngine(config.engine, world));
		if (options.shard) return await auditShard(options.shard, config, engine, world);
		return await finish(await audit(config, engine, world.terminal.progress, world.now), {
			config,
			engine,
			options,
			files,
			world
		});
	} catch (_) {
		_usingCtx$11.e = _;
	} finally {
		await _usingCtx$11.d();
	}
}
/** Writes and tells what an audit found. */
async function finish(found, { config, engine, options, files, world }) {
	const applied = withAcceptedFiles(await writeAudit(config.out, found, engine), files);
	const { results } = applied;
	if (files.length > 0) await rewriteAudit(config.out, results);
	await writeJson(options.json, written$3(results), world);
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
	const asked = [
		[options.junit, junit],
		[options.sarif, sarif],
		[options.codeQuality, codeQuality]
	];
	for (const [file, report] of asked) if (file !== void 0) await writeText(resolve(cwd, file), report(results));
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
		var _usingCtx$10 = _usingCtx();
		const config = await configOf(options, world);
		const models = config.models.map((model) => ({
			...model,
			folder: requireFolder(model)
		}));
		if (options.check) return check(models, options, world);
		const limit = deadlines(config.runTimeout);
		const engine = _usingCtx$10.a(await startedEngine(config.engine, world));
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
		_usingCtx$10.e = _;
	} finally {
		await _usingCtx$10.d();
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
	const inside = regions.map(({ name, candidate }) => [`heat in ${name}`, share$3(Number(candidate.inside.toFixed(3)))]);
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
/** Rules that an accepted model breaks. They are not part of its score, so no calibration excuses them. */
function violations(name, { reasons }) {
	return reasons.filter((reason) => says(reason, "probe-regression", "region-rule")).map((reason) => `${oneLine(name)}: ${oneLine(sentenceOf(reason))} It is an accepted model: raise the limit, or look at it.`);
}
/** What a calibration is good for: one line, and one about those that do not count. */
function poolLines({ lineage, scores, otherSettings }, rate) {
	const more = neededFor(rate) - scores.length;
	const said = scores.length === 0 ? [] : [`${lineage}: n = ${scores.length}, largest score ${decimals(Math.max(...scores))}, 90th percentile ${decimals(percentile(scores, 90))}; the smallest rate of false alarms it can keep is ${share$3(1 / (scores.length + 1))}.${more > 0 ? ` ${more} more are needed for ${share$3(rate)}.` : ` Enough for ${share$3(rate)}.`}`];
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
		const [name, digest] = [shown$2(cwd, path), await modelDigest(path).catch(notAModel)];
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
const most$1 = 3;
/**
* The work's result, at the third try at the latest; the others follow after one and four seconds.
* @param second milliseconds that count as one
*/
async function tried(work, second = 1e3) {
	for (let count = 1;; count += 1) try {
		return await work();
	} catch (error) {
		if (!(error instanceof Passing) || count === most$1) throw error;
		await setTimeout$1(count ** 2 * second);
	}
}

// src/lfs/_batch.ts
/**
* Asks Git LFS where objects can be had, in one request. Source: docs/api/batch.md in git-lfs.
* @throws CamdriftError `baseline-unavailable`, for the first object that cannot be had
*/
async function downloadsOf(repository, wanted) {
	const answer = await ask$2(repository, wanted).catch((cause) => {
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
		code: number$1(),
		message: string()
	}).optional()
});
const answerSchema = looseObject({
	transfer: string().optional(),
	objects: array(object)
});
const mediaType = "application/vnd.git-lfs+json";
function ask$2(repository, wanted) {
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
		const words = found?.error ? ` (${found.error.code} ${short$2(found.error.message)})` : "";
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
	return typeof message === "string" ? ` ${short$2(message)}` : "";
}
const short$2 = (text) => text.length > 200 ? `${text.slice(0, 200)}...` : text;

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
const mostFiles$2 = 500;
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
	const grow = () => follow$2(copy).catch((cause) => unusable(cause, named, snapshot, folder));
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
async function follow$2(copy) {
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
	if (files <= mostFiles$2 && bytes <= mostBytes$3) return;
	throw unavailable$1(`The model ${snapshot.place(posix.join(from, named))} has ${files} files of ${bytes} bytes; at most ${mostFiles$2} of ${mostBytes$3} are fetched.`, "Commit a baseline made with `camdrift baseline`.");
}
/** What is wrong with the earlier version, without the folder that it was written to. */
function unusable(cause, named, snapshot, folder) {
	if (!(cause instanceof CamdriftError) || cause.code === "baseline-unavailable") throw cause;
	const message = cause.message.replaceAll(`${join(folder, "/")}`, "");
	throw unavailable$1(`The model ${snapshot.place(named)} cannot be compared with: ${message}`, "Commit a baseline made with `camdrift baseline`; once this change is merged, later ones are compared with it.", cause);
}

// src/repository/_once.ts
/** Does it when it is first asked for, and never again. */
function once(work) {
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
	const listed = once(async () => {
		const copy = await modelCopy(snapshot, path, folder);
		return {
			copy,
			digest: copy.digest()
		};
	});
	return {
		digest: async () => (await listed()).digest,
		path: once(async () => (await listed()).copy.complete())
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

// src/repository/git-folder.ts
/** Where Git keeps what belongs to a checkout: `.git` is a folder, or in a worktree and a submodule a file that names one. */
async function gitFolder(checkout) {
	const path = join(checkout, ".git");
	const text = await readFile(path, "utf8").catch(() => "");
	const [, named] = /^gitdir: (.+)$/.exec(text.trim()) ?? [];
	return named === void 0 ? path : resolve(checkout, named);
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

// src/repository/repository.ts
/** `{ owner, repo }`, as every call of the API wants it. */
const coordinates = ({ owner, name }) => ({
	owner,
	repo: name
});

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
			if (each.kind === "folder" && !whole) found.push(...within$1(path, await files(each.sha, rest.join("/"))));
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
const within$1 = (folder, files) => files.map((file) => ({
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
const kinds$1 = {
	"040000": "folder",
	"120000": "link",
	"160000": "submodule"
};
const kindOf = (mode) => kinds$1[mode] ?? "file";

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
				entries: entriesOf(lines$1(listed).map(entryOf))
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
const lines$1 = (listed) => listed.toString("utf8").split("\0").filter(Boolean);
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
async function follow$1(path, tree) {
	let way = path;
	for (let hops = 0; hops <= mostHops; hops++) {
		const stop = await straight(way, tree);
		if (stop?.entry.kind !== "link") return stop && placeOf$1(stop);
		const target = joined$1(folderOf$1(stop.path), await tree.linkText(stop.entry, stop.path));
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
const folderOf$1 = (path) => path.includes("/") ? posix.dirname(path) : "";
/** Where a link in a folder leads, as a path of the repository; undefined when that is outside. */
function joined$1(folder, target) {
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
		const target = text === void 0 ? void 0 : joined$1(folder, text);
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

// src/repository/no-file.ts
/** What stands in the way of a file, if that is the reason. */
function whyNot$2(found) {
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
		const found = await this.#listed(follow$1(normalised(path), {
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
	list = once(async () => {
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
		throw unavailable$1(`There is no file ${this.place(path)}${whyNot$2(found)}.`, remedyFor(found));
	}
	#byFoldedPath = once(async () => byFoldedPath(await this.#trees.whole(this.commit) ?? /* @__PURE__ */ new Map()));
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
			const answer = await each(path, at).then(async (snapshot) => snapshot && { inner: await snapshot.locate(rest) }).catch(unreadable$1);
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
function unreadable$1(error) {
	if (!(error instanceof CamdriftError)) throw error;
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
		var _usingCtx$9 = _usingCtx();
		const { name, digest } = accepted;
		const { path } = _usingCtx$9.a(await accepted.open());
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
				signals: signalsOf(result, model.methods[0])
			},
			result
		};
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		await _usingCtx$9.d();
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
		var _usingCtx$8 = _usingCtx();
		const config = await configOf(options, world);
		const model = chosenModel(config.models, options.only);
		if (options.models === void 0 && options.history === void 0) throw nothingAsked();
		const named = await acceptedModels(options.models ?? [], world.cwd);
		const stored = options.fresh ? noCalibration : (await model.calibration.read()).calibration;
		const engine = _usingCtx$8.a(await startedEngine(config.engine, world));
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
		await say$1(options, world, model, calibration, found);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$8.e = _;
	} finally {
		await _usingCtx$8.d();
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
async function say$1(options, world, model, calibration, found) {
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
		written: words$1(each),
		...picturesMeant({
			...each,
			orientation,
			colour
		})
	}))];
	const digest = ({ preprocess, fit, pixels }) => JSON.stringify([
		numbersOf$1(preprocess),
		fit,
		Object.entries(pixels).sort()
	]);
	return all.filter((way, at) => all.findIndex((other) => digest(other) === digest(way)) === at);
}
const numbersOf$1 = ({ scale, mean, std, order }) => [
	scale,
	mean,
	std,
	order
];
const words$1 = (written) => Object.entries(written).map(([key, value]) => `${key}: ${String(value)}`).join(", ");

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
		tells: tail(best.right, of, chance) < level
	};
}
function isAsGood({ right: best }, { right: other }) {
	const lost = best.filter((right, at) => right && !other[at]).length;
	const gained = other.filter((right, at) => right && !best[at]).length;
	return signTest(lost, gained) >= level;
}
const lossOf = ({ probabilities }) => mean(probabilities.map((p) => -Math.log2(Math.max(p, 2 ** -30))));
/** How likely so many or more of n are right when each is with probability p. */
function tail(right, n, p) {
	let [term, sum] = [(1 - p) ** n, 0];
	for (let k = 0; k <= n; k++) {
		if (k >= right) sum += term;
		term *= (n - k) / (k + 1) * (p / (1 - p));
	}
	return p >= 1 ? 1 : Math.min(1, sum);
}

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
		var _usingCtx$7 = _usingCtx();
		const config = await configOf(options, world);
		const limit = deadlines(config.runTimeout);
		const engine = _usingCtx$7.a(await startedEngine(config.engine, world));
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
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
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
	const found = made.outcomes.map((outcome, at) => {
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
		var _usingCtx$6 = _usingCtx();
		const { output, signature, input, size, task, engine: choice, json } = options;
		const load = settingsFrom({
			...output !== void 0 && { output },
			...input !== void 0 && { input },
			...size !== void 0 && { size },
			...task !== void 0 && { task }
		});
		const path = await modelPath(options, world);
		const model = await _usingCtx$6.a(await startedEngine(choice, world)).layers(path, {
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
		world.terminal.out(`${shownModel(options.model)}: ${model.format}, input ${width} x ${height} x ${channels}, ${answerWords(model)}${model.takes ? `; ${oneLine(takesWords(model.takes))}` : ""}\n`);
		const longest = Math.max(...layers.map((layer) => layer.name.length));
		for (const layer of layers) {
			const line = `${oneLine(layer.name).padEnd(longest)}  ${`${layer.width} x ${layer.height}`.padStart(9)} x ${String(layer.channels).padEnd(5)} ${oneLine(layer.operation)}`;
			world.terminal.out(layer.name === auto?.name ? world.terminal.colours.bold(`* ${line}`) : `  ${line}`);
		}
		world.terminal.out(`\n${auto ? `* auto: ${oneLine(auto.reason)}${partWords$1(auto)}` : `auto takes none: ${oneLine(model.withoutAuto ?? "")}`}`);
		return exitCodes.pass;
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
function partWords$1({ beside = [] }) {
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
	return sheet([{
		picture,
		title: "explained class",
		note: explained
	}, ...methods.map((entry) => methodTile(picture, entry))], {
		title,
		tile,
		columns
	});
}
/** One map over the whole picture at the picture's own size, divided by its maximum; words where there is no heat. */
function overlay(input, map) {
	const shown = relativeHeat(map, input);
	return shown === void 0 ? saying(input, "no positive heat") : heatOverlay(input, shown, peak(shown));
}
function methodTile(picture, { title, note, answer }) {
	if ("refused" in answer) return {
		picture,
		words: answer.refused,
		title,
		note: note ?? "not applicable"
	};
	return {
		picture: overlay(picture, answer),
		title,
		note
	};
}

// src/commands/map.ts
const defaultMethods = [
	"cam",
	"grad-cam",
	"grad-cam++"
];
/** `camdrift map`: the maps of some images, as pictures and as numbers. */
async function mapCommand(options, world) {
	try {
		var _usingCtx$5 = _usingCtx();
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
			sketch: false
		};
		const engine = _usingCtx$5.a(await startedEngine(options.engine, world));
		const paths = options.image.map((image) => resolve(world.cwd, image));
		const made = await engine.maps(request, ({ classes, labels: carried }) => {
			const chosen = classChoice(options.class ?? "predicted", given ?? carried, classes);
			return paths.map((path) => ({
				path,
				class: chosen
			}));
		}, world.terminal.progress("map"), deadlineOf(options));
		for (const { takes, fed } of feedingReasons(made.takes, request.preprocess)) world.terminal.note(`note: ${oneLine(feedingWords({
			takes,
			fed
		}))}`);
		tellFallback(ranBy(engine, made), world);
		const labels = given ?? made.labels;
		if (options.json !== void 0) await writeJson(options.json, await toJson(options, request, made, engine, labels), world);
		if (options.out !== void 0 || options.json === void 0) await drawAll(resolve(world.cwd, options.out ?? "camdrift-out"), request, made, paths, labels, engine, world);
		return failOnUnreadable(made);
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
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
			digest: await modelDigest(request.path),
			input,
			classes
		},
		layer,
		score: request.score,
		preprocess: request.preprocess,
		fit: request.fit,
		pixels: request.pixels,
		images: outcomes.map((outcome, index) => ({
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
/** One panel per image, and one overlay per image and method. */
async function drawAll(folder, request, made, paths, labels, engine, world) {
	await writable(folder);
	const names = paths.map(nameFor);
	for (const [index, outcome] of made.outcomes.entries()) {
		if (isFailure(outcome)) continue;
		const stem = names.indexOf(names[index]) === index ? names[index] : `${names[index]}-${index + 1}`;
		const { picture, values } = await engine.fixture({
			path: paths[index],
			input: made.input,
			preparation: preparationOf(request)
		});
		const input = picture ?? rasterFromArray(values, made.input.width, made.input.height, made.input.channels);
		const methods = Object.entries(outcome.maps).map(([name, answer]) => ({
			name,
			title: findMethod(name).title,
			answer
		}));
		const explained = `${labels?.[outcome.classIndex] ?? `class ${outcome.classIndex}`} ${(outcome.probabilities[outcome.classIndex] * 100).toFixed(0)} %`;
		await writeFile(join(folder, `${stem}.panel.png`), await encodePng(panel({
			title: stem,
			input,
			explained,
			methods
		})));
		for (const { name, answer } of methods) if (!isRefusal(answer)) await writeFile(join(folder, `${stem}.${name}.png`), await encodePng(overlay(input, answer)));
	}
	world.terminal.note(`layer: ${oneLine(made.layer.name)}, ${made.layer.width} x ${made.layer.height} (${oneLine(made.layer.reason)})\npictures: ${folder}`);
}
/** After everything else is written, so that one bad image costs only itself. */
function failOnUnreadable(made) {
	if (made.unfinished) throw new CamdriftError(made.unfinished.code, made.unfinished.message);
	const failed = made.outcomes.filter(isFailure).map((outcome) => outcome.failed);
	if (failed.length === 0) return exitCodes.pass;
	throw new CamdriftError("fixture-unreadable", failed.join("\n"), { remedy: "Every other image is done." });
}

// src/shards/replaying.ts
/**
* An explainer that takes what the shards found and explains no fixture. It loads the models, to know what they are and to check
* their explanation. What no shard holds leaves the model unfinished.
*/
function replaying(engine, { outcomes, problems }) {
	return {
		name: engine.name,
		version: engine.version,
		layers: (...asked) => engine.layers(...asked),
		fixture: (asked) => engine.fixture(asked),
		answers: (...asked) => engine.answers(...asked),
		async maps(request, tasksFor, progress, deadline) {
			let lost = 0;
			const known = async (facts) => {
				const tasks = await tasksFor(facts);
				const keys = await keysOf(request, tasks);
				return tasks.map((task, at) => ({
					...task,
					known: outcomes.get(keys[at]) ?? missing
				}));
			};
			const made = await engine.maps(request, known, progress, deadline);
			lost = made.outcomes.filter((outcome) => "failed" in outcome && outcome.failed === missing.failed).length;
			const why = [...problems, ...lost > 0 ? [`${lost} of ${made.outcomes.length} fixtures are in no shard that was made of these files, with these settings.`] : []];
			return why.length > 0 && !made.unfinished ? {
				...made,
				unfinished: {
					code: "shards-incomplete",
					message: why.join(" ")
				}
			} : made;
		}
	};
}
const missing = { failed: "No shard holds it." };

// src/shards/shards.ts
const mostBytes$2 = 256 * 2 ** 20;
const mostFiles$1 = 4096;
/**
* Reads the shards in a folder, and in folders within it. What does not belong together is left out, and told.
* @throws CamdriftError `shards-incomplete` when there is none
*/
async function readShards(folder) {
	const records = [];
	const problems = [];
	for (const name of await shardFiles(folder)) {
		const read = await readRecord(folder, name);
		if (typeof read === "string") problems.push(read);
		else records.push(read);
	}
	const [first] = records;
	if (!first) throw none(folder, problems);
	const fitting = records.filter((record) => record.tool === tool && isAlike(record, first));
	problems.push(...records.filter((record) => !fitting.includes(record)).map(foreign));
	return {
		engine: first.engine,
		...joined(fitting, first.shard.of, problems)
	};
}
/** Each shard once: of one that is there twice nobody knows which is right. */
function joined(records, of, told) {
	const problems = [...told];
	const outcomes = /* @__PURE__ */ new Map();
	for (let at = 1; at <= of; at++) {
		const [one, ...more] = records.filter(({ shard }) => shard.at === at);
		if (!one) problems.push(`Shard ${at} of ${of} is missing.`);
		else if (more.length > 0) problems.push(`Shard ${at} of ${of} is there ${more.length + 1} times.`);
		else for (const [key, outcome] of one.outcomes) outcomes.set(key, outcome);
	}
	return {
		outcomes,
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
/** The record, or why there is none, in a sentence. */
async function readRecord(folder, name) {
	try {
		const bytes = await readRegular(join(folder, name), mostBytes$2, (why) => new Error(why));
		return recordFrom(bytes.toString("utf8"));
	} catch {
		return `${name} is damaged, or not written by this version of camdrift.`;
	}
}
const none = (folder, why) => new CamdriftError("shards-incomplete", `There is no shard that can be read in ${folder}. ${why.join(" ")}`.trim());

// src/commands/merge.ts
/** `camdrift merge`: joins what `camdrift audit --shard` wrote on several machines into the verdict that one would have given. */
async function mergeCommand(options, world) {
	try {
		var _usingCtx$4 = _usingCtx();
		const config = await configOf(options, world);
		const shards = await readShards(resolve(world.cwd, options.shards));
		const files = await readAccepted(options.accepted ?? [], world.cwd);
		await writable(config.out);
		const engine = _usingCtx$4.a(await startedEngine(engineOf(shards), world));
		const joined = replaying(engine, withEngine(shards, engine.version));
		return await finish(await audit(config, joined, world.terminal.progress, world.now), {
			config,
			engine: joined,
			options,
			files,
			world
		});
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
/** The engine of the shards checks the explanation, as it would have in one run. */
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
		progress: (label) => stderr.isTTY ? bar(stderr, label) : lines(stderr, label)
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
function lines(stream, label) {
	let told = 0;
	return (done, total) => {
		const tenth = total === 0 ? 10 : Math.floor(done / total * 10);
		if (tenth <= told) return;
		told = tenth;
		stream.write(`${label}: ${done}/${total} fixtures\n`);
	};
}

// src/engines/_axis-product.ts
/**
* The gradient of an operation that works along one axis and is linear there: `y = M x` gives `dx = Mᵀ dy`.
* @param matrix M, its rows per entry of dy's axis, its columns per entry of x's
*/
function againstMatrix(core, dy, axis, matrix) {
	const [from, to] = matrix.shape;
	const [outer, inner] = [dy.shape.slice(0, axis), dy.shape.slice(axis + 1)];
	const rows = core.transpose(core.reshape(dy, [
		sizeOf$1(outer),
		from,
		sizeOf$1(inner)
	]), [
		1,
		0,
		2
	]);
	const product = core.matMul(matrix, core.reshape(rows, [from, -1]), true);
	const turned = core.transpose(core.reshape(product, [
		to,
		sizeOf$1(outer),
		sizeOf$1(inner)
	]), [
		1,
		0,
		2
	]);
	return core.reshape(turned, [
		...outer,
		to,
		...inner
	]);
}
/** One row per index, with a one where it points: the matrix of picking entries. */
const picking = (core, indices, size) => core.cast(core.oneHot(core.cast(indices, "int32"), size), "float32");
const sizeOf$1 = (shape) => shape.reduce((product, size) => product * size, 1);

// src/engines/einsum.ts
/**
* The labels of an equation's operands and of its result, or nothing where it is none that `einsum` can compute: one or two
* operands, letters only, no letter twice within an operand, none in the result that no operand has.
*/
function parseEinsum(equation) {
	const tight = equation.replace(/\s/g, "");
	const [left, right] = tight.split("->");
	const operands = left.split(",").map((labels) => [...labels]);
	const all = operands.flat();
	const implied = [...new Set(all)].filter((label) => all.filter((other) => other === label).length === 1).sort();
	const output = right === void 0 ? implied : [...right];
	const isPlain = /^[a-z]*(,[a-z]*)?(->[a-z]*)?$/i.test(tight) && output.every((label) => all.includes(label));
	const once = [...operands, output].every((labels) => new Set(labels).size === labels.length);
	return isPlain && once ? {
		operands,
		output
	} : void 0;
}
/** The sum of products of one or two operands, as a matrix product, which every engine computes and differentiates. */
function einsum(core, operands, output) {
	const [first, second] = operands.map((operand, at) => {
		const others = operands.filter((_, other) => other !== at).flatMap(({ labels }) => labels);
		return reduced(core, operand, /* @__PURE__ */ new Set([...output, ...others]));
	});
	return arranged$1(core, second ? product(core, first, second, output) : first, output);
}
/** Labels that nobody else needs are summed first. */
function reduced(core, { tensor, labels }, needed) {
	const gone = labels.flatMap((label, axis) => needed.has(label) ? [] : [axis]);
	if (gone.length === 0) return {
		tensor,
		labels
	};
	return {
		tensor: core.sum(tensor, gone),
		labels: labels.filter((label) => needed.has(label))
	};
}
/** A batch of matrix products: shared labels that stay, those of the left alone, shared ones that are summed, of the right. */
function product(core, left, right, output) {
	const shared = left.labels.filter((label) => right.labels.includes(label));
	const batch = shared.filter((label) => output.includes(label));
	const summed = shared.filter((label) => !output.includes(label));
	const own = ({ labels }) => labels.filter((label) => !shared.includes(label));
	const [a, b] = [own(left), own(right)];
	const sizes = sizesOf([left, right]);
	const matrices = (operand, ...axes) => core.reshape(arranged$1(core, operand, axes.flat()), axes.map((labels) => sizeOf(labels, sizes)));
	const labels = [
		...batch,
		...a,
		...b
	];
	const products = core.matMul(matrices(left, batch, a, summed), matrices(right, batch, summed, b));
	const shape = labels.map((label) => sizes.get(label));
	return {
		tensor: core.reshape(products, shape),
		labels
	};
}
const sizesOf = (operands) => new Map(operands.flatMap(({ labels, tensor }) => labels.map((label, axis) => [label, tensor.shape[axis]])));
const sizeOf = (labels, sizes) => labels.reduce((total, label) => total * sizes.get(label), 1);
/** The axes in the order of `to`, which names the same. */
function arranged$1(core, { tensor, labels }, to) {
	const order = to.map((label) => labels.indexOf(label));
	return order.every((axis, at) => axis === at) ? tensor : core.transpose(tensor, order);
}

// src/engines/_einsum-gradient.ts
/** Of each operand: the sum of products of dy and the other one. TensorFlow.js names the inputs by their position. */
function einsumGradients(core, dy, tensors, equation) {
	const operands = labelled(tensors, equation, `Error in gradient of Einsum: "${equation}"`);
	const { output } = parseEinsum(equation);
	const given = {
		tensor: dy,
		labels: output
	};
	return Object.fromEntries(operands.map((operand, at) => [String(at), () => towards(core, operand, [given, ...operands.filter((_, other) => other !== at)])]));
}
/** Einsum for an engine that has no kernel for it. */
function composedEinsum(core, tensors, equation) {
	return einsum(core, labelled(tensors, equation, `Kernel 'Einsum' not registered for "${equation}"`), parseEinsum(equation).output);
}
function labelled(tensors, equation, problem) {
	const parsed = parseEinsum(equation);
	const fits = parsed?.operands.every((labels, at) => labels.length === tensors[at]?.rank);
	if (parsed && fits && parsed.operands.length === tensors.length) return tensors.map((tensor, at) => ({
		tensor,
		labels: parsed.operands[at]
	}));
	throw new Error(`${problem}; known are one or two operands without repeated or missing labels`);
}
/** Labels of the operand alone were summed away: every entry along them gets the same. */
function towards(core, { tensor, labels }, factors) {
	const sizes = sizesOf(factors);
	const found = einsum(core, factors, labels.filter((label) => sizes.has(label)));
	const narrow = core.reshape(found, labels.map((label) => sizes.get(label) ?? 1));
	return core.broadcastTo(narrow, tensor.shape);
}

// src/engines/_strided-slice.ts
/** TensorFlow's StridedSlice, axis by axis. */
function sliced(core, x, attrs) {
	const { places, finalShape } = placesOf$2(core, x, attrs);
	const taken = places.reduce((part, indices, axis) => {
		if (!indices) return part;
		if (!indices.every((place, at) => place === indices[0] + at)) return core.gather(part, core.tensor1d(indices, "int32"), axis);
		const begin = part.shape.map((_, other) => other === axis ? indices[0] ?? 0 : 0);
		return core.slice(part, begin, part.shape.map((size, other) => other === axis ? indices.length : size));
	}, x);
	return core.reshape(taken, finalShape);
}
/** Each gradient back to where its entry was taken. */
function slicedBackwards(core, dy, x, attrs) {
	const { places } = placesOf$2(core, x, attrs);
	const counts = places.map((indices, axis) => indices?.length ?? x.shape[axis]);
	return places.reduce((wide, indices, axis) => {
		if (!indices) return wide;
		return againstMatrix(core, wide, axis, picking(core, core.tensor1d(indices, "int32"), x.shape[axis]));
	}, core.reshape(dy, counts));
}
/** Of the axes that x has: those that are new have no places, and those that are lost have one. */
function placesOf$2(core, x, a) {
	const { begin, end, strides, finalShape } = core.slice_util.sliceInfo(x.shape, a.begin, a.end, a.strides, a.beginMask, a.endMask, a.ellipsisMask, a.newAxisMask, a.shrinkAxisMask);
	return {
		places: x.shape.map((size, axis) => {
			const [start, step] = [begin[axis], strides[axis]];
			const count = Math.max(0, Math.ceil((end[axis] - start) / step));
			return count === size && step === 1 ? void 0 : Int32Array.from({ length: count }, (_, at) => start + at * step);
		}),
		finalShape
	};
}

// src/engines/_added-gradients.ts
/**
* Gradients that TensorFlow.js lacks, or has wrong, made of operations that every engine runs.
*
* - `StridedSlice`, `DepthToSpace`, `Einsum`, `GatherNd`, `TopK`: missing.
* - `GatherV2`: adds rows up with an operation that the WebAssembly engine does not have.
* - `Cumsum`: as shipped, turns the axes of the gradient round unless it sums along the last.
* - `ResizeBilinear`, `ResizeNearestNeighbor`: as shipped the gradient forgets `half_pixel_centers`, the one form that Keras
*   writes, and is wrong without a word.
*/
function addGradients(core) {
	register(core, "StridedSlice", "x", stridedSlice);
	register(core, "Cumsum", "x", cumulativeSum, []);
	register(core, "DepthToSpace", "x", depthToSpace);
	register(core, "GatherNd", "params", gatherNd, ["params", "indices"]);
	register(core, "GatherV2", "x", gather, ["x", "indices"]);
	register(core, "ResizeBilinear", "images", resize("resizeBilinear"));
	register(core, "ResizeNearestNeighbor", "images", resize("resizeNearestNeighbor"));
	replace$1(core, {
		kernelName: "TopK",
		inputsToSave: ["x"],
		outputsToSave: [false, true],
		gradFunc: (dys, saved) => ({ x: () => topK(core, dys[0], saved) })
	});
	replace$1(core, {
		kernelName: "Einsum",
		saveAllInputs: true,
		gradFunc: (dy, saved, attrs) => einsumGradients(core, dy, saved, attrs.equation)
	});
}
function register(core, kernelName, input, backwards, saved = [input]) {
	const gradFunc = (dy, tensors, attrs) => ({
		...saved.length > 1 && { indices: () => core.zerosLike(tensors[1]) },
		[input]: () => backwards(core, dy, tensors, attrs)
	});
	replace$1(core, {
		kernelName,
		inputsToSave: saved,
		gradFunc
	});
}
function replace$1(core, config) {
	if (core.getGradient(config.kernelName)) core.unregisterGradient(config.kernelName);
	core.registerGradient(config);
}
const stridedSlice = (core, dy, [x], attrs) => slicedBackwards(core, dy, x, attrs);
/** Blocks of cells become blocks of channels again. */
const depthToSpace = (core, dy, [x], attrs) => {
	const { blockSize, dataFormat } = attrs;
	const first = dataFormat === "NCHW";
	const [images, ...rest] = dy.shape;
	const [channels, high, wide] = first ? rest : [
		rest[2],
		rest[0],
		rest[1]
	];
	const cells = [
		high / blockSize,
		blockSize,
		wide / blockSize,
		blockSize
	];
	const apart = core.reshape(dy, first ? [
		images,
		channels,
		...cells
	] : [
		images,
		...cells,
		channels
	]);
	return core.reshape(core.transpose(apart, first ? [
		0,
		3,
		5,
		1,
		2,
		4
	] : [
		0,
		1,
		3,
		2,
		4,
		5
	]), x.shape);
};
/** Every entry counts in the sums behind it. */
const cumulativeSum = (core, dy, _, attrs) => {
	const { axis, exclusive, reverse } = attrs;
	return core.cumsum(dy, axis, exclusive, !reverse);
};
/** A place that is read twice gets both gradients. */
const gatherNd = (core, dy, [x, indices]) => core.scatterND(core.cast(indices, "int32"), dy, x.shape);
/** As a matrix product per batch, with the matrix that picks the rows. */
const gather = (core, dy, [x, indices], attrs) => {
	const { axis: named, batchDims } = attrs;
	const axis = named < 0 ? named + x.rank : named;
	const leading = batchDims < 0 ? batchDims + indices.rank : batchDims;
	const size = x.shape[axis];
	const batches = sizeOf$1(x.shape.slice(0, leading));
	const [outer, inner] = [sizeOf$1(x.shape.slice(leading, axis)), sizeOf$1(x.shape.slice(axis + 1))];
	const count = indices.size / batches;
	const rows = core.reshape(picking(core, core.reshape(indices, [-1]), size), [
		batches,
		count,
		size
	]);
	const given = core.transpose(core.reshape(dy, [
		batches,
		outer,
		count,
		inner
	]), [
		0,
		2,
		1,
		3
	]);
	const sums = core.matMul(rows, core.reshape(given, [
		batches,
		count,
		outer * inner
	]), true);
	const turned = core.transpose(core.reshape(sums, [
		batches,
		size,
		outer,
		inner
	]), [
		0,
		2,
		1,
		3
	]);
	return core.reshape(turned, x.shape);
};
/** Rows and columns by themselves; resizing a picture of the unit vectors shows the matrix, whatever the convention is. */
const resize = (operation) => (core, dy, [images], attrs) => {
	const { alignCorners, halfPixelCenters } = attrs;
	const matrix = (from, to) => {
		const units = core.reshape(core.eye(from), [
			1,
			from,
			1,
			from
		]);
		return core.reshape(core.image[operation](units, [to, 1], alignCorners, halfPixelCenters), [to, from]);
	};
	return [1, 2].reduce((wide, axis) => againstMatrix(core, wide, axis, matrix(images.shape[axis], dy.shape[axis])), dy);
};
/** To the chosen entries of the last axis. */
function topK(core, dy, [x, indices]) {
	const [count, size] = [indices.shape.at(-1), x.shape.at(-1)];
	const rows = core.reshape(picking(core, core.reshape(indices, [-1]), size), [
		-1,
		count,
		size
	]);
	return core.reshape(core.matMul(core.reshape(dy, [
		-1,
		1,
		count
	]), rows), x.shape);
}

// src/engines/_composed-kernels.ts
/**
* Kernels that tfjs-backend-wasm 4.22 lacks or gets wrong, made of others.
*
* - `Einsum`: missing; it is what attention is made of in Keras's exports.
* - `GatherV2`: as shipped, indices per image are mixed up between the images without a word.
* - `StridedSlice`: as shipped, it throws where one axis is lost, one is new and one is stepped over.
*/
function composeKernels(core) {
	const shipped = core.getKernel("GatherV2", "wasm").kernelFunc;
	replaceKernel(core, "wasm", "Einsum", ({ inputs, attrs }) => composedEinsum(core, Object.values(inputs), attrs.equation));
	replaceKernel(core, "wasm", "StridedSlice", ({ inputs, attrs }) => sliced(core, inputs.x, attrs));
	replaceKernel(core, "wasm", "GatherV2", (call) => call.attrs.batchDims ? gatheredPerBatch(core, call.inputs.x, call.inputs.indices, call.attrs) : shipped(call));
}
/** Kernels that take a negative axis for one that is not there: tfjs-node refuses, WebAssembly writes beyond its memory. */
function countAxesFromTheStart(core, backend, ...kernels) {
	for (const name of kernels) {
		const shipped = core.getKernel(name, backend).kernelFunc;
		replaceKernel(core, backend, name, (call) => {
			const [axis] = core.util.parseAxisParam(call.attrs.axis, call.inputs.x.shape);
			return shipped({
				...call,
				attrs: {
					...call.attrs,
					axis
				}
			});
		});
	}
}
function replaceKernel(core, backendName, kernelName, kernelFunc) {
	if (core.getKernel(kernelName, backendName)) core.unregisterKernel(kernelName, backendName);
	core.registerKernel({
		kernelName,
		backendName,
		kernelFunc
	});
}
/** All batches in one table, each index moved to its own batch. */
function gatheredPerBatch(core, x, indices, { axis, batchDims }) {
	const [at] = core.util.parseAxisParam(axis, x.shape);
	const { collectGatherOpShapeInfo } = core.backend_util.segment_util;
	const { batchSize, outerSize, dimSize, sliceSize, outputShape } = collectGatherOpShapeInfo(x, indices, at, batchDims);
	const each = indices.size / batchSize;
	const table = core.transpose(core.reshape(x, [
		batchSize,
		outerSize,
		dimSize,
		sliceSize
	]), [
		0,
		2,
		1,
		3
	]);
	const moved = Array.from(indices.dataSync(), (index, place) => Math.floor(place / each) * dimSize + index);
	const rows = core.gather(core.reshape(table, [batchSize * dimSize, -1]), core.tensor1d(moved, "int32"));
	const apart = core.transpose(core.reshape(rows, [
		batchSize,
		each,
		outerSize,
		sliceSize
	]), [
		0,
		2,
		1,
		3
	]);
	return core.reshape(apart, outputShape);
}

// src/engines/_dilated-gradient.ts
/**
* TensorFlow.js refuses to differentiate dilated convolutions. With stride 1, the only one it dilates at all, the
* gradient for the image is a convolution too: of dy with the kernel turned round, as far dilated.
*/
function addDilatedGradient(core) {
	const known = core.getGradient("Conv2D");
	const isDilated = ({ dilations }) => [dilations].flat().some((step) => step !== 1);
	core.unregisterGradient("Conv2D");
	core.registerGradient({
		...known,
		gradFunc: (dy, saved, attrs) => {
			const given = attrs;
			if (!isDilated(given)) return known.gradFunc(dy, saved, attrs);
			const [x, filter] = saved;
			const refuse = () => {
				throw new Error("Error in gradient of conv2D: dilation rates greater than 1 are known for the image only");
			};
			return {
				x: () => imageGradient(core, dy, x, filter, given),
				filter: refuse
			};
		}
	});
}
function imageGradient(core, dy, x, filter, { pad, dilations }) {
	const info = core.backend_util.computeConv2DInfo(x.shape, filter.shape, 1, dilations, pad);
	const { top, bottom, left, right } = info.padInfo;
	const [high, wide] = [info.effectiveFilterHeight - 1, info.effectiveFilterWidth - 1];
	const around = [
		[0, 0],
		[high - top, high - bottom],
		[wide - left, wide - right],
		[0, 0]
	];
	const turned = core.transpose(core.reverse(filter, [0, 1]), [
		0,
		1,
		3,
		2
	]);
	return core.conv2d(core.pad(dy, around), turned, 1, "valid", "NHWC", dilations);
}

// src/engines/_unavailable.ts
/** What is said of an engine whose package is not there, or is there and cannot be used. */
function unavailable(title, name, cause) {
	const { code, message } = cause;
	const isMissing = code === "MODULE_NOT_FOUND" && message.startsWith(`Cannot find module '${name}`);
	const why = message.split("\n")[0].replace(/[.\s]+$/, "");
	const what = isMissing ? "is not installed" : `cannot be loaded: ${why}`;
	return new CamdriftError("engine-unavailable", `${title} (${name}) ${what}.`, { cause });
}

// src/engines/native.ts
/**
* TensorFlow's C library through `@tensorflow/tfjs-node`: several times faster, all cores, not for every machine.
* It is looked up from camdrift's own installation only, never from the workspace, whose files are untrusted.
*/
async function nativeEngine() {
	const tfjs = loadTfjsNode();
	tfjs.enableProdMode();
	await tfjs.setBackend("tensorflow");
	countAxesFromTheStart(tfjs, "tensorflow", "GatherV2");
	addDilatedGradient(tfjs);
	addGradients(tfjs);
	return {
		name: "native",
		version: `tfjs-node ${tfjs.version["tfjs-node"] ?? tfjs.version_core}`,
		tf: { core: tfjs },
		multithreaded: true,
		batch: 16,
		smallestBatch: 2
	};
}
function loadTfjsNode() {
	process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
	restoreIsNullOrUndefined();
	try {
		return createRequire(import.meta.url)("@tensorflow/tfjs-node");
	} catch (cause) {
		throw unavailable("The native engine", "@tensorflow/tfjs-node", cause);
	}
}
/** tfjs-node 4.22 calls a function that Node 23 removed; the fix is merged upstream and was never released. */
function restoreIsNullOrUndefined() {
	if ("isNullOrUndefined" in util) return;
	Object.assign(util, { isNullOrUndefined: (value) => value === null || value === void 0 });
}

// src/engines/_wasm-kernels.ts
/**
* Gradient kernels that tfjs-backend-wasm 4.22 lacks or gets wrong, as plain loops over its heap.
*
* - `MaxPoolGrad`: as shipped, the running maximum starts at the smallest positive float, so that windows whose maximum
*   is <= 0 (normal after ReLU) lose their gradient without a word. Ties go to the first maximum, as in TensorFlow.
* - `AvgPoolGrad`: as shipped, a window at the edge is divided by its full size, although its mean was taken over the cells
*   inside the image only; with same padding gradients at the edge are too small, down to 1/9.
* - `DepthwiseConv2dNativeBackpropInput`: missing, so MobileNet and other separable networks have no gradient.
* - `Conv2DBackpropFilter`, `DepthwiseConv2dNativeBackpropFilter`: missing. camdrift never asks for a filter gradient,
*   but the fused convolution computes both derivatives eagerly.
*/
function repairKernels(core) {
	const { computeConv2DInfo, computePool2DInfo } = core.backend_util;
	const depthwise = (a, inputShape, filterShape) => computeConv2DInfo(inputShape, filterShape, a.strides, a.dilations ?? 1, a.pad, a.dimRoundingMode, true);
	const pool = (a, input) => computePool2DInfo(input.shape, a.filterSize, a.strides, 1, a.pad, a.dimRoundingMode);
	replace(core, "AvgPoolGrad", ({ dy, input }, attrs, backend) => {
		const info = pool(attrs, input);
		return fill(backend, info.inShape, (dx) => averagePoolGradient(read(backend, dy), info, dx));
	});
	replace(core, "MaxPoolGrad", ({ dy, input }, attrs, backend) => {
		const info = pool(attrs, input);
		return fill(backend, info.inShape, (out) => maxPoolGradient(read(backend, input), read(backend, dy), info, out));
	});
	replace(core, "DepthwiseConv2dNativeBackpropInput", ({ dy, filter }, attrs, backend) => {
		const info = depthwise(attrs, attrs.inputShape, filter.shape);
		return fill(backend, info.inShape, (dx) => {
			const [w, g] = [read(backend, filter), read(backend, dy)];
			eachDepthwiseTap(info, (x, f, y) => {
				dx[x] += w[f] * g[y];
			});
		});
	});
	replace(core, "DepthwiseConv2dNativeBackpropFilter", ({ x: input, dy }, attrs, backend) => {
		const info = depthwise(attrs, input.shape, attrs.filterShape);
		return fill(backend, attrs.filterShape, (dw) => {
			const [a, g] = [read(backend, input), read(backend, dy)];
			eachDepthwiseTap(info, (x, f, y) => {
				dw[f] += a[x] * g[y];
			});
		});
	});
	replace(core, "Conv2DBackpropFilter", ({ x: input, dy }, attrs, backend) => {
		const info = computeConv2DInfo(input.shape, attrs.filterShape, attrs.strides, 1, attrs.pad, attrs.dimRoundingMode);
		return fill(backend, attrs.filterShape, (dw) => convFilterGradient(read(backend, input), read(backend, dy), info, dw));
	});
}
function replace(core, kernelName, kernel) {
	if (core.getKernel(kernelName, "wasm")) core.unregisterKernel(kernelName, "wasm");
	const kernelFunc = ({ inputs, attrs, backend }) => kernel(inputs, attrs, backend);
	core.registerKernel({
		kernelName,
		backendName: "wasm",
		kernelFunc
	});
}
const read = (backend, tensor) => backend.typedArrayFromHeap(tensor);
/** The output is allocated first: allocating may grow the heap, which detaches every array read from it before. */
function fill(backend, shape, write) {
	const output = backend.makeOutput(shape, "float32");
	write(read(backend, output).fill(0));
	return output;
}
/** dx: each dy goes to the first position of its window that holds the maximum. */
function maxPoolGradient(x, dy, info, dx) {
	const { inHeight, inWidth, inChannels } = info;
	eachOutput(info, (batch, row, column, y) => {
		const image = batch * inHeight * inWidth;
		const cells = [...windowCells(info, row, column)].map((cell) => (image + cell) * inChannels);
		for (let channel = 0; channel < inChannels; channel++) {
			const best = cells.reduce((first, cell) => x[cell + channel] > x[first + channel] ? cell : first, cells[0]);
			dx[best + channel] += dy[y + channel];
		}
	});
}
/** dx: each dy is shared evenly by the cells of its window that lie inside the image. */
function averagePoolGradient(dy, info, dx) {
	const { inHeight, inWidth, inChannels } = info;
	eachOutput(info, (batch, row, column, y) => {
		const cells = [...windowCells(info, row, column)];
		for (const cell of cells) addScaled(dx, (batch * inHeight * inWidth + cell) * inChannels, dy, y, inChannels, 1 / cells.length);
	});
}
/** Calls `tap` with the offsets of every (input, filter, output) triple that a depthwise convolution multiplies. */
function eachDepthwiseTap(info, tap) {
	const multiplier = info.outChannels / info.inChannels;
	eachOutput(info, (batch, row, column, y) => {
		for (const [cell, kernelCell] of kernelCells(info, row, column)) {
			const x = (batch * info.inHeight * info.inWidth + cell) * info.inChannels;
			for (let k = 0; k < info.outChannels; k++) tap(x + Math.floor(k / multiplier), kernelCell * info.outChannels + k, y + k);
		}
	});
}
function convFilterGradient(x, dy, info, dw) {
	const { inChannels, outChannels } = info;
	eachOutput(info, (batch, row, column, y) => {
		for (const [cell, kernelCell] of kernelCells(info, row, column)) {
			const at = (batch * info.inHeight * info.inWidth + cell) * inChannels;
			for (let i = 0; i < inChannels; i++) addScaled(dw, (kernelCell * inChannels + i) * outChannels, dy, y, outChannels, x[at + i]);
		}
	});
}
/** `to[at + k] += factor * from[start + k]` for k below `count`; most factors are 0 behind a ReLU. */
function addScaled(to, at, from, start, count, factor) {
	if (factor === 0) return;
	for (let k = 0; k < count; k++) to[at + k] += factor * from[start + k];
}
/** Visits every output position with the top-left input row and column of its window and its offset in dy. */
function eachOutput(info, visit) {
	for (let batch = 0; batch < info.batchSize; batch++) for (let oy = 0; oy < info.outHeight; oy++) for (let ox = 0; ox < info.outWidth; ox++) {
		const y = ((batch * info.outHeight + oy) * info.outWidth + ox) * info.outChannels;
		visit(batch, oy * info.strideHeight - info.padInfo.top, ox * info.strideWidth - info.padInfo.left, y);
	}
}
/** Every cell of a convolution's window that lies inside the input: its index in the input's grid and in the kernel's. */
function* kernelCells(info, row, column) {
	for (let kh = 0; kh < info.filterHeight; kh++) for (let kw = 0; kw < info.filterWidth; kw++) {
		const [y, x] = [row + kh * info.dilationHeight, column + kw * info.dilationWidth];
		if (y < 0 || y >= info.inHeight || x < 0 || x >= info.inWidth) continue;
		yield [y * info.inWidth + x, kh * info.filterWidth + kw];
	}
}
/** Every cell of a pooling window that lies inside the input, in reading order. */
function* windowCells(info, row, column) {
	const bottom = Math.min(info.inHeight, row + info.effectiveFilterHeight);
	const right = Math.min(info.inWidth, column + info.effectiveFilterWidth);
	for (let y = Math.max(0, row); y < bottom; y++) for (let x = Math.max(0, column); x < right; x++) yield y * info.inWidth + x;
}

// src/engines/wasm.ts
/**
* TensorFlow.js on WebAssembly: runs anywhere Node runs, one thread.
*
* Its kernels are repaired first: as shipped it differentiates max pooling wrongly and cannot differentiate
* depthwise convolutions at all (`_wasm-kernels.ts` and `_composed-kernels.ts` say what and why).
*/
async function wasmEngine() {
	const { core, setWasmPaths } = await import("./tfjs2.js");
	setWasmPaths(`${wasmFolder()}/`);
	core.enableProdMode();
	if (!await core.setBackend("wasm")) throw new CamdriftError("engine-unavailable", `The WebAssembly engine did not start (files in ${wasmFolder()}).`);
	repairKernels(core);
	composeKernels(core);
	countAxesFromTheStart(core, "wasm", "Cumsum", "Cumprod");
	addDilatedGradient(core);
	addGradients(core);
	return {
		name: "wasm",
		version: `tfjs ${core.version_core}, wasm`,
		tf: { core },
		multithreaded: false,
		batch: 2,
		smallestBatch: 1
	};
}
/** The `.wasm` files lie beside the bundle in `dist`, and in the package when running from source. */
function wasmFolder() {
	const here = dirname(fileURLToPath(import.meta.url));
	if (existsSync(join(here, "tfjs-backend-wasm-simd.wasm"))) return here;
	return dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));
}

// src/engines/onnxruntime.ts
/** The only one whose inner parts are known to be as they are used here. */
const runtimeVersion = "1.30.0";
/**
* ONNX Runtime through `onnxruntime-node` on all cores for what is not differentiated, TensorFlow.js on WebAssembly for the rest.
* It is looked up from camdrift's own installation only, never from the workspace, whose files are untrusted.
* @throws CamdriftError `engine-unavailable`
*/
async function onnxRuntimeEngine() {
	const runtime = loadRuntime();
	const { tf, name, version } = await wasmEngine();
	return {
		name: "onnxruntime",
		version: `onnxruntime ${runtimeVersion}, ${version}`,
		tf,
		runtime,
		without: {
			name,
			version
		},
		multithreaded: true,
		batch: 8,
		smallestBatch: 1,
		sizesDiffer: true
	};
}
function loadRuntime() {
	try {
		const require = createRequire(import.meta.url);
		const home = dirname(require.resolve("onnxruntime-node/package.json"));
		const found = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version;
		if (found !== "1.30.0") throw new Error(`it is version ${found}; expected ${runtimeVersion}`);
		const inside = createRequire(join(home, "dist/index.js"));
		const common = inside("onnxruntime-common");
		common.env.logLevel = "fatal";
		const native = inside("./binding.js");
		native.initOrt();
		return { session: (model) => new OnnxSession(native, common, model) };
	} catch (cause) {
		throw unavailable("ONNX Runtime", "onnxruntime-node", cause);
	}
}
const options = {
	executionProviders: ["cpu"],
	graphOptimizationLevel: "all",
	executionMode: "sequential",
	intraOpNumThreads: availableParallelism(),
	interOpNumThreads: 1,
	logSeverityLevel: 4,
	extra: { session: { intra_op: { allow_spinning: "0" } } }
};
var OnnxSession = class {
	#session;
	#common;
	#outputs;
	constructor({ binding }, common, model) {
		this.#common = common;
		this.#session = new binding.InferenceSession();
		this.#session.loadModel(model.buffer, model.byteOffset, model.byteLength, options);
		this.#outputs = this.#session.outputMetadata.map(({ name }) => name);
	}
	run({ data, shape }) {
		const input = new this.#common.Tensor("float32", data, shape);
		const fetches = Object.fromEntries(this.#outputs.map((name) => [name, null]));
		const found = this.#session.run({ input }, fetches, {});
		return this.#outputs.map((name) => {
			const { type, data: values, dims } = found[name];
			if (type !== "float32") throw new TypeError(`the value ${name} is of type ${type}`);
			return {
				data: values,
				shape: dims
			};
		});
	}
	[Symbol.dispose]() {
		this.#session.dispose();
	}
};

// src/engines/index.ts
const engines = {
	onnxruntime: onnxRuntimeEngine,
	native: nativeEngine,
	wasm: wasmEngine
};
/** `auto` takes the fastest engine that is installed and loads, and says why it is none that is faster; WebAssembly is always there. */
async function startEngine(choice) {
	if (choice !== "auto") return engines[choice]();
	const passedOver = [];
	for (const name of engineNames) {
		const engine = await engines[name]().catch(unlessUnavailable);
		if (!(engine instanceof CamdriftError)) return {
			...engine,
			passedOver
		};
		passedOver.push({
			name,
			why: engine.message
		});
	}
	return wasmEngine();
}
function unlessUnavailable(error) {
	if (error instanceof CamdriftError && error.code === "engine-unavailable") return error;
	throw error;
}

// src/sanity/faithfulness.ts
/** Steps from no pixel to all of them. */
const steps$1 = 16;
/**
* Deletion and insertion of one picture: the area under the class's probability while pixels go, in the given order, to the
* picture's mean colour, and while they come back to a blurred picture. Petsiuk, Das and Saenko, "RISE: Randomized
* Input Sampling for Explanation of Black-box Models", BMVC 2018, section 4.2. The blur has theirs 5 pixels of 224.
* @param orders of pixels, first gone or first back first; the ends of all curves are asked for once
*/
function removalAreas(picture, orders, probabilityOf) {
	const radius = Math.max(1, Math.round(5 / 224 * Math.max(picture.width, picture.height)));
	const [grey, soft] = [meanColour(picture), blurred(picture, radius)];
	const [whole = 0, none = 0, start = 0] = probabilityOf([
		picture,
		grey,
		soft
	]);
	return orders.map((order) => {
		const inner = (from, to) => Array.from({ length: 15 }, (_, at) => mixed(from, to, order, (at + 1) / steps$1));
		return {
			deletion: areaUnder([
				whole,
				...probabilityOf(inner(picture, grey)),
				none
			]),
			insertion: areaUnder([
				start,
				...probabilityOf(inner(soft, picture)),
				whole
			])
		};
	});
}
/** The area under evenly spaced values from 0 to 1, by trapezoids. At least two values. */
function areaUnder(values) {
	return (values.slice(1, -1).reduce((sum, value) => sum + value, 0) + (values[0] + values.at(-1)) / 2) / (values.length - 1);
}
/**
* Pixels from the hottest to the coldest of a map interpolated to the picture's size. Equal ones, such as all without heat,
* come in random order: their own order would remove the picture from the top.
*/
function hottestFirst(map, { width, height }, seed) {
	const { data } = resizeBilinear(heat$1(map), width, height);
	return randomOrder(width * height, seed).sort((a, b) => data[b] - data[a]);
}
/** Every pixel once. */
const randomOrder = (pixels, seed) => shuffled(pixels, random(seed));
/** The first of the order from one picture, all others from the other. */
function mixed(rest, first, order, share) {
	const data = rest.data.slice();
	const { channels } = rest;
	for (const pixel of order.subarray(0, Math.round(order.length * share))) data.set(first.data.subarray(pixel * channels, (pixel + 1) * channels), pixel * channels);
	return {
		...rest,
		data
	};
}
function meanColour(picture) {
	const { channels, data } = picture;
	const sums = new Float64Array(channels);
	for (let at = 0; at < data.length; at++) sums[at % channels] += data[at];
	const mean = sums.map((sum) => Math.round(sum / (data.length / channels)));
	return {
		...picture,
		data: data.map((_, at) => mean[at % channels])
	};
}

// src/sanity/examine.ts
/** Fixtures that basic checks look at: alone, together and for another class, so nine passes. */
const fewFixtures = 3;
/** Fixtures that full checks look at: one more pass each per shuffled head, 63 for faithfulness. */
const someFixtures = 8;
/** Of a single shuffle the drift is luck: between 4 % and 23 % for one model of the demo. Every run takes the same ones. */
const shuffles = 8;
/**
* Asks a model more, to see whether its maps say anything: whether they come out the same again, whether they depend on the
* class, and at level `full` on the head, and whether hot pixels matter to the answer. By the first method, as it is judged;
* on fixtures spread evenly over all that have such a map.
*/
async function examine(subject, level) {
	const { tasks, outcomes } = subject;
	const judged = subject.options.methods[0];
	const mapped = outcomes.flatMap((outcome, index) => {
		if (isFailure(outcome) || isRefusal(outcome.maps[judged])) return [];
		return [{
			path: tasks[index].path,
			outcome,
			map: outcome.maps[judged]
		}];
	});
	if (mapped.length === 0) return nothing(level);
	const examined = await loaded(subject, spread(mapped, level === "full" ? someFixtures : fewFixtures));
	const few = spread(examined, fewFixtures);
	const basic = {
		repeated: repeated(subject, few),
		otherClass: otherClass(subject, few)
	};
	if (level === "basic") return basic;
	return {
		...basic,
		rewired: unlessRefused(() => rewired(subject, examined)),
		faithfulness: unlessRefused(() => faithfulness(subject, examined))
	};
}
const noMaps = { notRun: "No fixture has a map of the judged method." };
const nothing = (level) => ({
	repeated: noMaps,
	otherClass: noMaps,
	...level === "full" && {
		rewired: noMaps,
		faithfulness: noMaps
	}
});
/** A shuffled head or a picture of one grey may overflow where the model and its fixtures do not. */
function unlessRefused(check) {
	try {
		return check();
	} catch (error) {
		if (!(error instanceof CamdriftError) || error.code === "broke-down") throw error;
		return { notRun: `The model gives no numbers there: ${error.message}` };
	}
}
const loaded = ({ model, options }, mapped) => Promise.all(mapped.map(async (each) => ({
	...each,
	fixture: await loadFixture(each.path, model.input, options)
})));
/** At most so many, evenly spaced. */
function spread(items, most) {
	const count = Math.min(most, items.length);
	return Array.from({ length: count }, (_, index) => items[Math.floor(index * items.length / count)]);
}
function ask$1({ model, options: { layer, score }, batch }, values, classes, seed) {
	const found = [];
	for (let from = 0; from < values.length; from += batch) {
		const until = from + batch;
		const request = {
			layer,
			score,
			classes: classes.slice(from, until),
			rewired: seed
		};
		found.push(...model.explain(values.slice(from, until), request));
	}
	return found;
}
const judgedMap = ({ options }, evidence) => mapOf$1(options.methods[0], evidence);
const valuesOf = (examined) => examined.map(({ fixture }) => fixture.values);
const classesOf = (examined) => examined.map(({ outcome }) => outcome.classIndex);
function repeated(subject, examined) {
	const together = ask$1(subject, valuesOf(examined), classesOf(examined));
	const deviations = examined.flatMap((each, index) => {
		const [alone] = ask$1(subject, [each.fixture.values], [each.outcome.classIndex]);
		return [alone, together[index]].map(({ probabilities, ...evidence }) => {
			const map = judgedMap(subject, {
				probabilities,
				...evidence
			});
			const moved = isRefusal(map) ? 1 : furthest(each.map.data, map.data) / (furthest(each.map.data) || 1);
			return Math.max(moved, furthest(each.outcome.probabilities, probabilities));
		});
	});
	return {
		fixtures: examined.length,
		deviation: Math.min(1, Math.max(...deviations))
	};
}
/** Largest distance of a value from its counterpart, or from 0. */
const furthest = (values, others) => values.reduce((most, value, at) => Math.max(most, Math.abs(value - (others?.[at] ?? 0))), 0);
/** The class explained against the likeliest of the others. */
function otherClass(subject, examined) {
	const method = findMethod(subject.options.methods[0]);
	if (method.sameForEveryClass) return { notRun: `${method.title} gives the same map for every class.` };
	if (examined[0].outcome.logits.length === 1) return { notRun: "The model has one logit: what speaks for one class speaks against the other." };
	const others = examined.map(({ outcome }) => likeliestBut(outcome.classIndex, outcome.probabilities));
	return meanDrift(subject, examined, ask$1(subject, valuesOf(examined), others), "overlap");
}
function likeliestBut(index, probabilities) {
	return [...probabilities.keys()].filter((each) => each !== index).reduce((best, each) => probabilities[each] > probabilities[best] ? each : best);
}
function rewired(subject, examined) {
	if (subject.layer.channels < 2) return { notRun: "The layer has a single channel, so there is nothing to shuffle." };
	const drifts = Array.from({ length: shuffles }, (_, seed) => {
		return meanDrift(subject, examined, ask$1(subject, valuesOf(examined), classesOf(examined), seed), metrics[0].name);
	});
	const told = drifts.flatMap((found) => "drift" in found ? [found] : []);
	if (told.length === 0) return drifts[0];
	return {
		fixtures: Math.max(...told.map(({ fixtures }) => fixtures)),
		drift: mean(told.map(({ drift }) => drift))
	};
}
/** Mean drift from the fixtures' own maps to others of them. Where neither has heat there is nothing to compare. */
function meanDrift(subject, examined, others, metric) {
	const drifts = examined.flatMap(({ map }, index) => {
		const found = mapDrift$1(map, judgedMap(subject, others[index]));
		return "drift" in found ? [found.drift[metric]] : [];
	});
	if (drifts.length === 0) return { notRun: "No examined map has heat." };
	return {
		fixtures: drifts.length,
		drift: mean(drifts)
	};
}
function faithfulness(subject, examined) {
	const { preprocess: recipe } = subject.options;
	const areas = examined.flatMap(({ fixture: { picture }, map, outcome: { classIndex } }, index) => {
		if (!picture || peak(map) === 0) return [];
		const probabilityOf = (pictures) => {
			const values = pictures.map((each) => preprocess(each, recipe));
			return ask$1(subject, values, values.map(() => classIndex)).map(({ probabilities }) => probabilities[classIndex]);
		};
		const orders = [hottestFirst(map, picture, index), randomOrder(picture.width * picture.height, -1 - index)];
		return [removalAreas(picture, orders, probabilityOf)];
	});
	if (areas.length === 0) return { notRun: "No examined fixture is a picture with heat in its map." };
	const means = (which) => ({
		deletion: mean(areas.map((pair) => pair[which].deletion)),
		insertion: mean(areas.map((pair) => pair[which].insertion))
	});
	return {
		fixtures: areas.length,
		heat: means(0),
		random: means(1)
	};
}

// src/maps/_one-ahead.ts
/** Explains batches one after the other; the pictures of the next one are decoded in the background meanwhile. */
function oneAhead(model, batches, options) {
	const begun = /* @__PURE__ */ new Map();
	const begin = (at) => {
		const loading = begun.get(at) ?? loadBatch(model.input, batches[at] ?? [], options);
		loading.catch(() => {});
		begun.set(at, loading);
		return loading;
	};
	return async (batch, at) => {
		const loaded = await begin(at);
		begin(at + 1);
		begun.delete(at);
		return explainLoaded(model, batch, loaded, options);
	};
}

// src/maps/_workers.ts
/**
* Explains batches in this thread and in `jobs - 1` workers; the outcomes come back in the order of the batches. A worker
* has a second batch waiting, because this thread does not hear it while it computes; the last batches wait for nobody,
* so that all threads end together.
*/
async function explainAll(jobs, start, batches, here, report) {
	const workers = Array.from({ length: jobs - 1 }, () => startWorker(start));
	const results = [];
	let next = 0;
	let done = 0;
	const lane = async (explain, end) => {
		while (next < end) {
			const id = next++;
			const batch = batches[id];
			results[id] = await explain(batch, id).catch((error) => {
				next = batches.length;
				throw error;
			});
			done += batch.length;
			report(done, id, results[id]);
			await setImmediate();
		}
	};
	try {
		const there = workers.map((worker) => (batch, id) => ask(worker, {
			id,
			batch
		}));
		await Promise.all([
			...there.map((explain) => lane(explain, batches.length)),
			...there.map((explain) => lane(explain, batches.length - jobs)),
			lane(here, batches.length)
		]);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
	return results.flat();
}
/**
* Beside this file when running from source; the build gives the bundle a `worker.js` of its own. A worker parses what strangers
* made: it gets no environment, which holds tokens.
*/
function startWorker(workerData) {
	const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
	return new Worker(new URL(file, import.meta.url), {
		workerData,
		env: {}
	});
}
/** A crash of the thread rejects, because `on` listens for its error event too. */
async function ask(worker, question) {
	const messages = on(worker, "message");
	worker.postMessage(question);
	for await (const [answer] of messages) {
		if (answer.id !== question.id) continue;
		if ("outcomes" in answer) return answer.outcomes;
		throw new CamdriftError(answer.problem.code, answer.problem.message, { remedy: answer.problem.remedy });
	}
	throw new Error("A worker stopped without an answer.");
}

// src/maps/maps.ts
/**
* Explains every fixture with one model. The numbers depend neither on the batch size nor on the number of threads.
*
* When that would take long and the engine has one thread, the batches are spread over workers, each with an engine and
* a copy of the model of its own.
*
* @param tasksFor asked once the model is known, so that a label can be turned into the index of its class
* @param tell told of outcomes as they come, with the index of their first task
*/
async function makeMaps(engine, request, tasksFor, progress = () => {}, tell = () => {}) {
	try {
		var _usingCtx$3 = _usingCtx();
		const model = _usingCtx$3.u(await loadModel(request.path, engine, request.load));
		const layer = chooseLayer$1(model, request);
		const { format, input, classes, task, labels } = model;
		const facts = {
			format,
			input,
			classes,
			task,
			takes: model.takes(),
			layer,
			...request.sketch !== false && { sketch: sketchOf(model.weights()) },
			...labels && { labels },
			...fallbackOf(engine, model, layer)
		};
		const options = {
			...request,
			layer: layer.name,
			budget: pictureBudget()
		};
		const all = await tasksFor(facts);
		const open = [...all.keys()].filter((at) => !all[at].known);
		const tasks = open.map((at) => all[at]);
		const size = request.batch ?? batchSize(engine, model);
		const probe = await timedProbe(engine, model, options, tasks);
		const batches = split$1(tasks.slice(probe.outcomes.length), size);
		const told = teller(all, open, tell);
		progress(probe.outcomes.length, tasks.length);
		told(0, probe.outcomes);
		const wanted = request.jobs ?? usefulJobs(probe.seconds * (tasks.length - 1), memoryPerJob(model, size));
		const jobs = engine.multithreaded ? 1 : Math.max(1, Math.min(batches.length, wanted));
		const others = await explainAll(jobs, {
			engine: engine.name,
			request: options
		}, batches, jobs === 1 ? oneAhead(model, batches, options) : (batch) => explainBatch(model, batch, options), (done, id, outcomes) => {
			progress(probe.outcomes.length + done, tasks.length);
			told(probe.outcomes.length + id * size, outcomes);
		});
		const explained = [...probe.outcomes, ...others].values();
		const outcomes = all.map(({ known }) => known ?? explained.next().value);
		const found = {
			...facts,
			outcomes,
			...fallbackOf(engine, model, layer)
		};
		if (!request.checks || request.checks === "none") return found;
		const findings = await examine({
			model,
			layer,
			options,
			batch: size,
			tasks: all,
			outcomes
		}, request.checks);
		return {
			...found,
			findings
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		_usingCtx$3.d();
	}
}
/** A runtime that stops while it runs is noticed at the end. */
function fallbackOf({ without }, model, { name }) {
	const why = without && model.fallback(name);
	if (why === void 0) return {};
	return { fallback: {
		name: without.name,
		version: without.version,
		why: why.split("\n")[0].slice(0, 300)
	} };
}
/** Tells of outcomes under their tasks' own numbers; of those that are known at once. */
function teller(all, open, found) {
	if (open.length === all.length) return found;
	for (const [at, { known }] of all.entries()) if (known) found(at, [known]);
	return (from, outcomes) => {
		for (const [which, outcome] of outcomes.entries()) found(open[from + which], [outcome]);
	};
}
/** The first fixture alone, to see what the others will take; where nothing depends on that, none. */
async function timedProbe(engine, model, options, tasks) {
	const first = engine.multithreaded || options.jobs !== void 0 ? [] : tasks.slice(0, 1);
	const start = performance$1.now();
	return {
		outcomes: await explainBatch(model, first, options),
		seconds: (performance$1.now() - start) / 1e3
	};
}
/** The preferred layer is only a preference: another architecture need not have it. */
function chooseLayer$1(model, { layer, prefer }) {
	if (layer !== "auto" || prefer === void 0) return model.targetLayer(layer);
	try {
		return {
			...model.targetLayer(prefer),
			reason: "the layer of the baseline"
		};
	} catch (error) {
		if (error instanceof CamdriftError && error.code === "layer-unknown") return model.targetLayer("auto");
		throw error;
	}
}
function split$1(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
/** What a forward pass holds at a time, at most: about three maps of 64 channels of the input's own size. */
const bytesPerPixel = 768;
const batchBudget = 256 * 2 ** 20;
function batchSize(engine, { input }) {
	return Math.max(1, Math.min(engine.batch, Math.floor(batchBudget / (input.width * input.height * bytesPerPixel))));
}
/** A thread with TensorFlow.js and its heap, the weights (file, decoded, on the heap), one batch. */
function memoryPerJob({ input, weightBytes }, batch) {
	return 200 * 2 ** 20 + 3 * weightBytes + batch * input.width * input.height * bytesPerPixel;
}
/** One worker per core, if the remaining work is worth their start and the memory suffices. */
function usefulJobs(seconds, bytesPerJob) {
	if (seconds < 4) return 1;
	const available = process.availableMemory?.() ?? freemem();
	return Math.max(1, Math.min(availableParallelism(), Math.floor(.6 * available / bytesPerJob)));
}

// src/maps/answers.ts
/**
* What a model answers to fixtures and to each edit of them: forward passes alone. A large model is asked about fewer
* fixtures, evenly taken, where it may be: which ones depends on the model and the number of fixtures and on nothing else.
*/
async function editedAnswers(engine, request) {
	try {
		var _usingCtx$2 = _usingCtx();
		const model = _usingCtx$2.u(await loadModel(request.path, engine, request.load));
		const { fixtures, edits, preprocess: recipe } = request;
		const asked = request.sample ? sampled(fixtures.length, model) : [...fixtures.keys()];
		const options = {
			...request,
			budget: pictureBudget()
		};
		const loaded = [];
		for (const index of asked) {
			const { path, regions } = fixtures[index];
			loaded.push(await loadFixture(path, model.input, options, regions).catch(unreadable));
		}
		const answered = (values) => answersTo(model, values, engine.batch);
		return {
			asked,
			plain: answered(loaded.map((fixture) => fixture?.values)),
			edited: edits.map((each) => answered(loaded.map((fixture) => fedWith(each, fixture, recipe))))
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
function fedWith(each, fixture, recipe) {
	const found = fixture?.picture && edit(each, fixture.picture, fixture.regions);
	return !found || "refused" in found ? void 0 : fedEdited(found.picture, fixture, recipe);
}
function answersTo(model, values, batch) {
	const sound = values.filter((each) => each !== void 0);
	const found = [];
	for (let at = 0; at < sound.length; at += batch) found.push(...model.answers(sound.slice(at, at + batch)));
	const next = found.values();
	return values.map((each) => each ? next.next().value : void 0);
}
function unreadable(error) {
	if (!(error instanceof CamdriftError) || error.code !== "fixture-unreadable") throw error;
}
/** Fixtures that a model is asked about: many of a small one, few of a large one. */
const few = 6;
const many = 24;
/** Work of a forward pass, which grows with the weights and with the pixels, that is small: 3 MB at 128 x 128. */
const small = 3 * 2 ** 20 * 128 * 128;
/** Which of so many fixtures a model is asked about, evenly taken. */
function sampled(count, { weightBytes, input }) {
	const affordable = Math.floor(many * small / (weightBytes * input.width * input.height));
	const wanted = Math.min(count, Math.max(few, Math.min(many, affordable)));
	return Array.from({ length: wanted }, (_, index) => Math.floor(index * count / wanted));
}

// src/explainer/explainer.ts
/** Explains in this process, which cannot be ended from outside. */
function inProcess(engine) {
	return {
		name: engine.name,
		version: engine.version,
		maps: (request, tasksFor, progress) => makeMaps(engine, request, tasksFor, progress),
		answers: (request) => editedAnswers(engine, request),
		layers: async (path, load) => {
			try {
				var _usingCtx$1 = _usingCtx();
				const model = _usingCtx$1.u(await loadModel(path, engine, load));
				const { format, input, classes, task } = model;
				const layers = model.layers();
				return {
					format,
					input,
					classes,
					task,
					takes: model.takes(),
					...autoOf(model, layers),
					layers
				};
			} catch (_) {
				_usingCtx$1.e = _;
			} finally {
				_usingCtx$1.d();
			}
		},
		fixture: ({ path, input, preparation, regions }) => loadFixture(path, input, preparation, regions)
	};
}
/** Where `auto` takes none, why, as long as there are layers to name. */
function autoOf(model, layers) {
	try {
		return { auto: model.targetLayer("auto") };
	} catch (error) {
		if (!(error instanceof CamdriftError) || error.code !== "layer-unknown" || layers.length === 0) throw error;
		return { withoutAuto: `${error.message} ${error.remedy}` };
	}
}

// src/acceptance/command.ts
const line$1 = /^\/camdrift[ \t]+(accept|reject)[ \t]+([0-9a-f]{7,64})\b[ \t]*(.*)$/;
const longestWhy = 300;
/**
* The commands of a comment, in order: lines that begin with `/camdrift`. What GitHub shows as a quote, as code or not at all
* is no command, so whoever answers to one or explains it does not give it.
*/
function commandsIn(body) {
	return spokenLines(body).flatMap((text) => {
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
/** HTML that is shown as it stands, or not at all. */
const unspoken = /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gi;
/** Lines outside quotes and code. A quote goes on until an empty line, whether or not the lines are marked. */
function spokenLines(body) {
	let [fence, quoted] = ["", false];
	return body.replace(unspoken, "").split(/\r\n?|\n/).filter((text) => {
		const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
		if (fence !== "") {
			if (mark.startsWith(fence) && text.trim() === mark) fence = "";
			return false;
		}
		fence = mark;
		quoted = text.trim() !== "" && (quoted || /^ {0,3}>/.test(text));
		return mark === "" && !quoted;
	});
}

// src/reports/comment/markup.ts
/** Foreign text as Markdown, on one line. Of more than `most` characters the middle goes: the ends tell paths apart. */
function text(foreign, most = 80) {
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
	const target = address(url);
	return target === void 0 ? words : `[${words}](${target})`;
}
/** Where a reader finds what a comment leaves out. The folder is gone after the job, unless the workflow uploads it. */
const everything$1 = (run) => run ? `The ${link("run", run)} has everything, if uploaded.` : "";
/**
* An address that can stand in a Markdown link and in an attribute. `undefined`: it is of another kind than http and
* https; an address without a scheme is relative to the page.
*/
function address(url) {
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
function table(columns, rows) {
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
function list(items, most) {
	return (items.length > most ? [...items.slice(0, most), `and ${items.length - most} more`] : items).map((line) => `- ${line}`).join("\n");
}
/** `a, b and 3 more`, each escaped. */
function names(foreign, most) {
	const shown = foreign.slice(0, most).map((name) => text(name));
	const more = foreign.length - shown.length;
	return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
/** `1 fixture`, `2 fixtures`, `no fixture`. */
function count$1(number, noun) {
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
	const lead = `⚠️ **This pull request also changes how it is judged**, and is judged by ${change.policyFrom === "base" ? `the settings of ${text(change.baseRef)}` : "its own settings"}`;
	if (most > 0) return blocks(`${lead}:`, blocks(list([...settings(change), ...edits(change)], most)));
	return `${lead}: ${count$1(change.settings.length, "setting")} and ${count$1(change.edits.length, "file")} differ.`;
}
const settings = ({ settings }) => settings.map(({ model, setting, before, after }) => `**${text(setting)}**: ${text(before)} → ${text(after)} (model ${text(model)})`);
/** One line per kind of file and fate. */
function edits({ edits }) {
	const group = ({ what, status }) => `${nouns[what]} ${status}`;
	return [...new Set(edits.map(group))].map((each) => {
		const paths = edits.filter((edit) => group(edit) === each).map(({ path }) => path);
		return `**${each}**: ${names(paths, 5)}`;
	});
}
const nouns = {
	configuration: "configuration",
	labels: "labels",
	truth: "true classes",
	region: "regions",
	probe: "pictures of probes",
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
	const lead = `${icon} **${count$1(models.length, "model")} ${what}**`;
	return most > 0 ? `${lead}: ${names(models, most)}` : lead;
}

// src/reports/comment/anchors.ts
/**
* A passage that can be found again and written anew, between two hidden lines. Nothing foreign looks like them: what others
* wrote has no `<` of its own.
*/
const anchored = (name, passage) => blocks(opening(name), passage, closing(name));
/** The text with every passage of that name written anew. Without one it stays as it is. */
function rewritten(text, name, write) {
	const [start, end] = [opening(name), closing(name)];
	const [before = "", ...rest] = text.split(start);
	return rest.reduce((sum, piece) => {
		const at = piece.indexOf(end);
		if (at < 0) return `${sum}${start}${piece}`;
		return `${sum}${anchored(name, write(piece.slice(0, at).trim()))}${piece.slice(at + end.length)}`;
	}, before);
}
const opening = (name) => `<!-- camdrift ${name} -->`;
const closing = (name) => `<!-- camdrift end ${name} -->`;

// src/reports/comment/plain.ts
/**
* What changed, in one sentence for whoever reads such a comment for the first time: no figure but counts of pictures, no word of
* the trade. `undefined` where the reason itself is the plainest word.
*/
function plainly(model) {
	const weighty = model.reasons.filter(({ level }) => level === model.verdict || model.verdict === "accepted");
	return kinds.find(({ codes }) => weighty.some((reason) => says(reason, ...codes)))?.say(model, weighty);
}
/** Whether that sentence tells what an edit does. */
function isAboutEdit(model) {
	const said = plainly(model);
	return said !== void 0 && said === followed$1(model);
}
/** The first one that a model's weighty reasons are of says it. */
const kinds = [
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
		say: (model, reasons) => elsewhere(model) ?? followed$1(model) ?? brokenRegion(reasons) ?? movedAway(model)
	},
	{
		codes: [
			"probe-regression",
			"probe-doubtful",
			"probe-pull"
		],
		say: (model) => elsewhere(model) ?? followed$1(model)
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
const compared = ({ fixtures }) => evidenceOf$2(fixtures).filter(isCompared$1);
/** Class of a fixture: the true one, else the one that is explained. */
const groupOf$1 = ({ truth, candidate }) => truth ?? candidate.explained.label ?? `class ${candidate.explained.index}`;
/** `The new model looks at the **lower right corner** instead of the **object** on 8 of 8 **house** pictures.` */
function elsewhere(model) {
	const all = compared(model);
	const most = grouped(all.flatMap((fixture) => {
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
function grouped(all, keyOf) {
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
	return left && `the **${text(left, 40)}**`;
}
const onePlace = (places) => new Set(places).size === 1 ? `the **${places[0]}**` : "where it looked before";
const pictures = (size, group) => `${size} **${text(group, 40)}** picture${size === 1 ? "" : "s"}`;
/** What an edit does that should not matter: to answers, else to attention. */
function followed$1({ probes = [] }) {
	const worst = probes.filter(isFollowed).toSorted((a, b) => turned(b) - turned(a))[0];
	if (!worst) return void 0;
	const { name, candidate, baseline, fixtures } = worst;
	const edit = `The edit **${text(name, 40)}**, which should not matter,`;
	if (turned(worst) > 0) return `${edit} changes the new model's answer on ${candidate.flipped} of ${count$1(fixtures, "picture")}${baseline ? `; before it did on ${baseline.flipped}` : ""}.`;
	return `${edit} draws the new model's attention away from what it looked at, more than it did before.`;
}
const turned = ({ candidate, baseline }) => candidate.flipped - (baseline?.flipped ?? 0);
/** Where nothing else is known to have drawn it away: too much or too little, as the first broken rule says. */
function brokenRegion(reasons) {
	if (reasons.some((reason) => says(reason, "attention-regression"))) return void 0;
	const broken = reasons.find(({ code }) => code === "region-rule" || code === "region-broken-before");
	if (broken?.code !== "region-rule" && broken?.code !== "region-broken-before") return void 0;
	const { region, rule, already } = broken;
	const much = rule.at === "least" ? "little" : "much";
	const before = already ? `, as the one before did${broken.code === "region-rule" ? ", and more so" : ""}` : "";
	return `The new model looks too ${much} ${rule.of === "outside" ? "past" : "at"} the **${text(region, 40)}**${before}.`;
}
function movedAway(model) {
	const all = compared(model);
	if (all.length === 0) return void 0;
	const moved = all.filter(({ status }) => status === "moved").length;
	if (moved === 0) return "The new model looks a little elsewhere on many pictures, and far on none.";
	return `The new model looks at other parts of the picture on ${moved} of ${count$1(all.length, "picture")}.`;
}
function lostClass(model) {
	const worst = grouped(compared(model), groupOf$1).map(([name, all]) => ({
		name,
		size: all.length,
		before: all.filter((fixture) => isRight(fixture, fixture.baseline)).length,
		now: all.filter((fixture) => isRight(fixture, fixture.candidate)).length
	})).toSorted((a, b) => b.before - b.now - (a.before - a.now))[0];
	if (!worst || worst.before <= worst.now) return void 0;
	return `The new model no longer recognises **${text(worst.name, 40)}** as well: it is right on ${worst.now} of ${count$1(worst.size, "picture")}, before on ${worst.before}.`;
}
function lessRight({ predictions }) {
	const accuracy = predictions?.accuracy;
	if (!accuracy) return void 0;
	const right = (share) => Math.round(share * accuracy.labelled);
	return `The new model is right less often: on ${right(accuracy.candidate)} of ${count$1(accuracy.labelled, "picture")}, before on ${right(accuracy.baseline)}.`;
}
function otherAnswers({ predictions }) {
	if (!predictions) return void 0;
	const { flipped, compared: all } = predictions;
	return flipped > 0 ? `The new model gives another answer on ${flipped} of ${count$1(all, "picture")}.` : `The new model gives the same answers on all of ${count$1(all, "picture")}, and is sure of them to another degree.`;
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
	return `that one looked too ${rule.at === "least" ? "little" : "much"} ${rule.of === "outside" ? "past" : "at"} the **${text(region, 40)}**`;
}
const back = ({ title, kind }) => `that one had moved away from ${kind === "pinned" ? "the pinned" : "the stored baseline"} **${text(title, 60)}**`;
/** Its figures, and the attention that moved by it: in sight, whatever else is folded. */
function repairedLines({ repair, reasons }) {
	if (!repair) return "";
	const moved = repair.drift === "excused" ? reasons.filter(isAttention).map((reason) => prose(sentenceOf(reason))) : [];
	const lines = [
		...repairLines(repair).map(prose),
		...moved,
		becomes[repair.drift]
	];
	return list(lines.filter(Boolean).map((line) => text(line, 400)), 10);
}
const isAttention = (reason) => says(reason, "attention-regression");

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
	return model.verdict === "pass" && isNew$1(model) ? "new" : model.verdict;
}
/** Nothing to compare with yet. */
const isNew$1 = (model) => isAlone(model) && model.judged?.baseline !== "none";
/** Compared with nothing, be it new or so wanted. */
const isAlone = (model) => model.candidate !== void 0 && model.baseline === void 0;
function worstFirst(models) {
	const rank = (model) => statuses.indexOf(status(model));
	return models.toSorted((a, b) => rank(a) - rank(b) || (meanShift(b) ?? -1) - (meanShift(a) ?? -1));
}
const meanShift = (model) => judgedSummary(model)?.mean;
const judgedSummary = ({ judged, drift }) => drift?.[judged?.method ?? ""]?.[metrics[0].name];
/** Fixtures that a reader should look at: past the limit by themselves, or predicted otherwise. */
const standsOut = ({ status, flipped, touched }) => !touched && (status === "moved" || status === "steady" && flipped === true);
/** Compared, judged, and where it was: a fixture with a reason of its own is not. */
const isSteady = (fixture) => fixture.status === "steady" && fixture.reason === void 0 && !standsOut(fixture);
/** Fixtures without a judgement, and those that went; of a model by itself only what should have been readable. */
function uncompared(model) {
	if (isAlone(model)) return model.fixtures.filter(({ status }) => status === "failed");
	return model.fixtures.filter((fixture) => !standsOut(fixture) && !isSteady(fixture));
}
/** `13.4 %, limit 8.0 %` belongs together everywhere. */
function limit({ judged }, metric = metrics[0].name) {
	const threshold = judged?.thresholds[metric];
	return threshold === void 0 ? void 0 : `limit ${reading(metric, threshold)}`;
}
const arrow = " → ";
/** The numbers of one fixture as a sentence part, not escaped: captions and `alt` say the same. */
function numbers(model, fixture) {
	const shift = judgedDrift(model, fixture);
	const towards = directionWords(model, fixture);
	const prediction = `predicted ${predictionWords(fixture, arrow)}`;
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
	const heat = regionHeat(fixture, region, arrow);
	return heat === "-" ? [] : [`heat on ${region} ${heat}`];
}
const told = (reason) => prose(sentenceOf(reason));
/** The reasons that made the verdict what it is. */
const decisive = ({ reasons, verdict, repair }) => reasons.filter((reason) => reason.level === verdict && !isAside(reason) && !isNote(reason) && !isOfRepair(reason, repair)).map(told);
/** A repair has lines of its own, and so has the attention that it excuses. */
const isOfRepair = (reason, repair) => says(reason, "repair") || repair?.drift === "excused" && says(reason, "attention-regression");
/** What tells where the numbers come from: it stands beside them, whatever the verdict, and never in their place. */
const remarks = ({ reasons }) => reasons.filter(isAside).map(told);
const isAside = (reason) => says(reason, "baseline-stale", "fixtures-touched", "acceptance-refused", "acceptance-void", "repair-unproven");
/** What is worth a line where there is room for it. */
const notes$1 = ({ reasons }) => reasons.filter(isNote).map(told);
const isNote = (reason) => says(reason, "fixtures-copied", "fixtures-linked", "fixtures-left-out", "engine-fallback");
/** Those that weigh less. */
function lesser({ reasons, verdict, accepted }) {
	return [
		"fail",
		"incomplete",
		"warn"
	].filter((level) => level !== verdict && !(accepted && level === "fail")).flatMap((level) => reasons.filter((reason) => reason.level === level).map(told));
}
/** A model that failed may be incomplete as well, which is more than a warning. */
const lesserNoun = ({ reasons, verdict }) => verdict === "fail" && reasons.some(({ level }) => level === "incomplete") ? "further reason" : "warning";

// src/reports/comment/verdict.ts
/** Verdict, and what it is about: the one line that everybody reads. */
function headline({ request: { results }, models }) {
	const [first] = models;
	const found = first && models.every(isFresh$1) ? "new" : results.verdict;
	const same = models.filter((model) => status(model) === found).length;
	const which = models.length === 1 ? text(first.name) : `${same} of ${models.length} models`;
	return {
		status: found,
		words: {
			fail: headlineWords("fail", which, failing(models)),
			accepted: headlineWords("accepted", which),
			incomplete: headlineWords("incomplete", which),
			warn: models.some(({ repair }) => repair) ? `a repair in ${which}` : `${stayed(models, results.change)}warnings on ${which}`,
			new: `nothing to compare ${models.length === 1 ? which : count$1(models.length, "model")} with yet`,
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
	if (others.length > 7) return `Models: ${tally(models)}.`;
	return models.map((model) => `${icons[status(model)]} **${text(model.name)}** ${status(model)}`).join(" · ");
}
const isFailed = ({ verdict }) => verdict === "fail";
/** What is said of models that fail, or would: true to the reasons, and attention where it is among several kinds. */
function failing(models) {
	const reasons = models.filter((model) => isFailed(model) || model.accepted).flatMap(({ reasons }) => reasons.filter(({ level }) => level === "fail"));
	const only = (...codes) => reasons.every((reason) => says(reason, ...codes));
	if (only("region-rule")) return "heat is not where it must be";
	if (only("prediction-regression", "answer-regression", "label-regression", "accuracy-regression", "class-regression", "tag-regression")) return "answers changed";
	return "attention moved";
}
/** Nothing is said to have stayed by limits that the change itself has set, nor where it is in doubt. */
function stayed(models, change) {
	if (models.every(isAlone)) return "";
	if (setsLimits(change)) return "by limits that this change sets, ";
	if (models.some(({ reasons }) => reasons.some((reason) => says(reason, "drift-doubtful", "cannot-tell")))) return "attention may have moved, ";
	return "attention stayed, ";
}
function passedWords(models, which, change) {
	if (models.length === 0) return "no model to compare";
	if (models.every(isAlone)) return `nothing against ${which}`;
	return setsLimits(change) ? `within limits that this change sets in ${which}` : `attention stayed in ${which}`;
}
/** Whether a change edits what drift may be, by whose settings it is judged. */
const setsLimits = (change) => change?.policyFrom === "head" && change.settings.some(({ setting }) => /limit|lineage|thresholds/.test(setting));
const isFresh$1 = (model) => status(model) === "new";
/** How many models ended how: `1 fail, 3 pass`. */
function tally(models) {
	return statuses.map((each) => ({
		each,
		number: models.filter((model) => status(model) === each).length
	})).filter(({ number }) => number > 0).map(({ each, number }) => `${number} ${each}`).join(", ");
}
/** What there is to say of a model in a sentence or two, and what to do about it. The numbers behind it are `grounds`. */
function why(model) {
	const [first] = shortReasons(model);
	const beside = remarks(model).map((message) => text(message, 400));
	const plain = plainWords(model);
	if (model.verdict === "accepted") return blocks(plain, repairedLines(model), acceptance(model), ...beside);
	if (model.verdict === "pass") return blocks(repairedPlainly(model), repairedLines(model), first ?? passed(model), ...beside);
	const remedy = model.error && `**To do**: ${text(prose(model.error.remedy), 400)}`;
	const accuracy = model.verdict === "fail" ? accuracyWords(model) : void 0;
	if (!isAnchored(model)) return blocks([plain ?? first, accuracy].filter(Boolean).join(" "), repairedLines(model), remedy, acceptance(model), ...beside);
	const [one, ...more] = shortReasons(model);
	const told = anchored(`why ${model.pair.code}`, blocks(one, list(more, 3)));
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
/** Once for all that failed; where something can be accepted, the last lines say it, and change with what is accepted. */
function whatNext(models) {
	if (!models.some(isFailed) || models.some(({ pair }) => pair)) return "";
	return "**What to do**: look at the pictures. If this is not meant, fix the model or what it was trained on.";
}
/** The reasons in numbers, as far as `why` has not said them. */
function grounds(model) {
	if (model.verdict === "pass" || model.verdict === "accepted" || isAnchored(model)) return "";
	const reasons = shortReasons(model);
	return list(plainly(model) === void 0 ? reasons.slice(1) : reasons, 6);
}
const shortReasons = (model) => decisive(model).map((message) => text(message, 400));
/** Who accepted what failed, whether or not that decides the verdict. */
function acceptance({ accepted, reasons, pair }) {
	if (!accepted) return "";
	const failed = reasons.filter(({ level }) => level === "fail").map((reason) => text(prose(sentenceOf(reason)), 400));
	const told = acceptedPassage(accepted, list(failed, 10));
	return pair ? anchored(`why ${pair.code}`, told) : told;
}
/** Reasons, a line each, struck under the name of who accepted them. */
const acceptedPassage = (word, reasons) => blocks(acceptedWords(word), reasons.replace(/\n{2,}/g, "\n").replace(/^(?:- )?(.+)$/gm, "- ~~$1~~"));
/** The reasons again. */
function plainPassage(passage) {
	const struck = [...passage.matchAll(/^- ~~(.+)~~$/gm)].map(([, reason]) => reason);
	if (!passage.startsWith(acceptedBy)) return passage;
	const [first, ...more] = struck;
	return blocks(first, list(more, more.length));
}
const acceptedBy = "**Accepted** by ";
const acceptedWords = ({ by, why, url, file }) => `${acceptedBy}${link(text(by, 40), url)}${file === void 0 ? "" : `, in ${text(file, 200)} of the base branch`}: ${text(why, 300)}. What was accepted:`;
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
	return `**Accuracy ${candidate > baseline ? `rose from ${share$1(baseline)} to` : "stayed at"} ${share$1(candidate)}** on ${count$1(labelled, "labelled fixture")}, so accuracy alone would not have shown this.`;
}
/** How many moved, and what the predictions did. */
function facts(model) {
	const { predictions, fixtures, verdict } = model;
	const measured = evidenceOf$2(fixtures).filter((fixture) => judgedDrift(model, fixture) !== void 0);
	const moved = measured.filter((fixture) => fixture.status === "moved").length;
	const shift = judgedSummary(model);
	const accuracy = predictions?.accuracy;
	const isLabels = fixtures.some(({ candidate }) => candidate?.present !== void 0);
	return `${[
		`${moved} of ${count$1(measured.length, isLabels ? "label" : "fixture")} moved`,
		shift && `at most ${reading("attention-shift", shift.max)}`,
		predictions?.change ? changeWords(predictions.change) : `${count$1(predictions?.flipped ?? 0, isLabels ? "label" : "prediction")} ${isLabels ? "appeared or vanished" : "flipped"}`,
		accuracy && (accuracy.baseline !== accuracy.candidate || verdict !== "fail") && accuracyChange(accuracy)
	].filter(Boolean).join(", ")}.`;
}
function accuracyChange({ baseline, candidate }) {
	return baseline === candidate ? `accuracy still ${share$1(candidate)}` : `accuracy ${share$1(baseline)} → ${share$1(candidate)}`;
}
/** One decimal only where it says something. */
const share$1 = (value) => `${(value * 100).toFixed(1).replace(/\.0$/, "")} %`;

// src/reports/comment/counts.ts
/** A row per model, worst first, instead of everything else; the models after the first `most` are counted. */
function countsTable(models, most) {
	const shown = models.slice(0, most);
	const rest = models.slice(most);
	const words = shown.length === 0 ? `${rest.length} models` : `and ${rest.length} more`;
	return blocks(table(columns, shown), rest.length > 0 ? `${words}: ${tally(rest)}` : "");
}
const columns = [
	{
		title: "status",
		cell: (model) => `${icons[status(model)]} ${status(model)}`
	},
	{
		title: "model",
		cell: ({ name }) => text(name, 60)
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
function legend({ models, pictures }) {
	const regions = models.some((model) => model.regions) ? Object.entries(regionMeanings) : [];
	const probes = models.some((model) => model.probes) ? probeMeanings : [];
	const entries = [
		...driftEntries(models),
		...probes,
		...regions,
		...pictureEntries(models, pictures)
	];
	return details("How to read this", entries.map(([title, meaning]) => `- **${title}**: ${meaning}`).join("\n"));
}
function driftEntries(models) {
	if (!models.some(isCompared)) return [];
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
const isCompared = ({ drift }) => drift !== void 0;
function pictureEntries(models, { inline, folded, edits }) {
	const ofProbes = edits.size > 0 ? [editPicture] : [];
	if (inline.size + folded.size === 0 || !models.some((model) => model.regions ?? isCompared(model))) return ofProbes;
	return [["Picture", `${models.some(isCompared) ? "What the model saw, the heat before, the heat now, and the change (gained orange, lost blue). Each heat has its own colours: its bar tells how many times the average of the picture its hottest place has; " : "What the model saw, and the heat; "}a thin green or pink line surrounds a region.`], ...ofProbes];
}
/** Where the numbers come from. */
function footer({ request: { results, links }, models }) {
	const { change, tool, engine } = results;
	const commit = (sha) => link(`\`${sha.slice(0, 7)}\``, `${links.repository}/commit/${sha}`);
	return `<sub>${[
		change && `head ${commit(change.head)}`,
		change && `base ${commit(change.base)} of ${text(change.baseRef)}`,
		distinct("baseline", models.map(({ baseline }) => baseline?.source)),
		judgedBy(models),
		distinct("lineage", models.map(lineageWords)),
		distinct("layer", models.map(layerWords)),
		distinct("method", models.map(({ judged }) => judged?.method)),
		`engine ${text(engine.version, 40)}`,
		text(tool, 40),
		links.run && link("run", links.run)
	].filter(Boolean).join(" · ")}</sub>`;
}
/** In full: it is a promise, and half a promise is another one. */
function judgedBy(models) {
	const [first, ...others] = new Set(models.flatMap((model) => calibrationWords(model) ?? []));
	if (first === void 0) return void 0;
	return `judged by ${text(first, 250)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
}
function layerWords({ candidate }) {
	return candidate && `${candidate.layer.name} (${candidate.layer.width} x ${candidate.layer.height})`;
}
function distinct(noun, found) {
	const different = [...new Set(found.filter((each) => each !== void 0))];
	return different.length > 0 ? `${noun} ${names(different, 3)}` : void 0;
}

// src/reports/comment/edits.ts
/** Probes first, then edits of the sweep. */
function shownEdits({ probes = [], flips = [] }) {
	const flipOf = (name) => flips.find(({ edit }) => edit === name);
	const ofProbes = probes.flatMap((probe) => {
		const flip = flipOf(probe.name);
		const { picture } = probe;
		return picture !== void 0 && (isFollowed(probe) || flip) ? [{
			picture,
			probe,
			flip
		}] : [];
	});
	const others = flips.filter(({ edit }) => !probes.some(({ name }) => name === edit));
	return [...ofProbes, ...others.flatMap((flip) => flip.picture === void 0 ? [] : [{
		picture: flip.picture,
		flip
	}])];
}
/** Pixels that four tiles are shown at. */
const width = 680;
/** A caption in words, and the picture with the same in its `alt`: on a fixture whose answer it changes, else on the one that it adds most to. */
function editFigure({ probe, flip }, url) {
	const [caption, alt] = flip ? flipWords(flip) : probeWords(probe);
	return blocks(caption, `<a href="${url}"><img src="${url}" width="${width}" alt="${attribute(alt)}"></a>`);
}
function flipWords({ words, fixture, from, to }) {
	const edit = words.replace(/^the probe /, "");
	return [`**${text(edit)}** on ${text(fixture)}: the new model answers **${text(to, 40)}**, and **${text(from, 40)}** without it`, `${fixture} without and with ${words}: the new model answers ${from} without it and ${to} with it. Tiles: input, heat, edited input and the heat of the new answer, all of this pull request.`];
}
function probeWords(probe) {
	const { name, worst = "", candidate, baseline, fixtures } = probe;
	const said = `${worst} before and after the probe ${name}; on average over ${count$1(fixtures, "fixture")} ${movementWords(probe)}`;
	const before = baseline?.onMark === void 0 ? "" : `, ${share(baseline.onMark)} in the baseline`;
	const onMark = candidate.onMark === void 0 ? "" : `, and ${share(candidate.onMark)} lies on the mark${before}`;
	return [`**Probe ${text(name)}** on ${text(worst)}`, `${said}${onMark}. Tiles: input, heat, edited input and heat, all of this pull request.`];
}
const share = (value) => `${(value * 100).toFixed(0)} %`;

// src/reports/comment/probes.ts
/** The probes that a table has room for: those that attention follows before all others. */
function shownProbes({ asides, rows }, { probes = [] }) {
	const sorted = probes.toSorted((a, b) => Number(isFollowed(b)) - Number(isFollowed(a)));
	return (asides === "listed" ? sorted : sorted.filter(isFollowed)).slice(0, rows);
}
/** A row per probe. */
function probeTable({ plan }, model) {
	const columns = probeColumns.map((title, index) => ({
		title,
		number: index > 0,
		cell: (probe) => index === 0 ? text(probe.name) : probeCells(probe, arrow)[index]
	}));
	return table(columns, shownProbes(plan, model));
}
/** Pictures of the edits that stand out. */
function editFigures({ pictures }, model) {
	return shownEdits(model).flatMap((edit) => {
		const url = pictures.edits.get(edit.picture);
		return url === void 0 ? [] : [editFigure(edit, url)];
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
	const rows = models.map(({ fixtures }) => Math.max(0, fixtures.filter(standsOut).length - plan.rows)).reduce((sum, more) => sum + more, 0);
	const shown = pictures.edits.size + pictures.inline.size + pictures.folded.size;
	return [
		request.withoutPictures === void 0 && pictures.left > 0 && (shown > 0 ? `${pictures.left} of ${pictures.left + shown} pictures` : "all pictures"),
		steady > 0 && `the rows of ${count$1(steady, "steady fixture")}`,
		warnings > 0 && `the words of ${count$1(warnings, "warning")}`,
		regions > 0 && `the heat on ${count$1(regions, "region")}`,
		apart > 0 && `the rows of ${count$1(apart, "fixture")} without a comparison`,
		probes > 0 && `the rows of ${count$1(probes, "probe")}`,
		rows > 0 && `the rows of ${count$1(rows, "fixture")} that moved less`
	].filter((words) => words !== false);
}
function counts(models, named) {
	const all = "fixtures, pictures and reasons";
	return [named >= models ? all : `${all}, and the names of ${count$1(models - named, "model")}`];
}
const total = (models, of) => models.reduce((sum, model) => sum + of(model).length, 0);
/** Pictures that exist and have no address, unless the reader is told already why there are none. */
function unpublished({ plan, pictures, request }) {
	if (request.withoutPictures !== void 0 || pictures.unpublished === 0 || plan.models !== "sections") return [];
	return [`${count$1(pictures.unpublished, "picture")} not published`];
}

// src/reports/comment/pictures.ts
/** Edits that attention follows and the worst fixtures in the open, those after them behind a click; fixtures that were never compared come last, always folded. */
function choosePictures(models, pictures, plan, chosen) {
	const published = (drawn, pathOf) => drawn.flatMap((each) => {
		const url = address(pictures.get(pathOf(each) ?? ""));
		return url === void 0 ? [] : [[each, url]];
	});
	const drawn = {
		edits: models.flatMap((model) => model.verdict === "pass" ? [] : shownEdits(model).map(({ picture }) => picture)),
		moved: movedFirst(models),
		fresh: models.flatMap(({ fixtures }) => fixtures.filter(isFresh))
	};
	const followed = published(drawn.edits, (path) => path);
	const moved = published(drawn.moved, montageOf);
	const edits = followed.slice(0, plan.inline);
	const inline = moved.slice(0, plan.inline - edits.length);
	const rest = [...moved.slice(inline.length), ...published(drawn.fresh, montageOf)];
	const folded = rest.slice(0, plan.folded);
	const all = [...drawn.edits, ...[...drawn.moved, ...drawn.fresh].map(montageOf)];
	const passedOver = chosen ? all.filter((path) => !chosen.has(path ?? "")).length : 0;
	return {
		edits: new Map(edits),
		inline: new Map(inline),
		folded: new Map(folded),
		left: followed.length - edits.length + rest.length - folded.length + passedOver,
		unpublished: all.length - followed.length - inline.length - rest.length - passedOver
	};
}
const montageOf = ({ montage }) => montage;
const isFresh = ({ status, touched, montage }) => (status === "new" || touched !== void 0) && montage !== void 0;
/**
* A fixture of a model that failed goes before one that moved further in a model that passed; of one model the worst of each class goes
* before the second worst of any, since twelve pictures of one class show one thing twelve times.
*/
function movedFirst(models) {
	return models.flatMap((model) => {
		const seen = /* @__PURE__ */ new Map();
		return byDrift(model).filter((fixture) => standsOut(fixture) && fixture.montage !== void 0).map((fixture) => {
			const group = groupOf(fixture);
			const round = seen.get(group) ?? 0;
			seen.set(group, round + 1);
			return {
				fixture,
				round,
				rank: statuses.indexOf(status(model)),
				drift: judgedDrift(model, fixture) ?? -1
			};
		});
	}).sort((a, b) => a.rank - b.rank || a.round - b.round || b.drift - a.drift).map(({ fixture }) => fixture);
}
const groupOf = ({ truth, candidate }) => truth ?? candidate?.explained.label ?? String(candidate?.explained.index);
/** Widths that montages of four and of two tiles are drawn at. */
const [four, two] = [680, 344];
/** A caption in words, and the picture with the same numbers in its `alt`; it opens at its own size. */
function figure(model, fixture, url) {
	const compared = judgedDrift(model, fixture) !== void 0;
	const said = numbers(model, fixture);
	const tiles = compared ? "input, baseline, this pull request and change" : "input and this pull request";
	const limitWords = compared ? limit(model) : void 0;
	const alt = `${fixture.name}: ${said}${limitWords ? `; ${limitWords} for attention shift` : ""}. Tiles: ${tiles}.`;
	return blocks(`**${text(fixture.name)}**: ${text(said, 200)}`, `<a href="${url}"><img src="${url}" width="${compared ? four : two}" alt="${attribute(alt)}"></a>`);
}

// src/reports/comment/tables.ts
/** Rows that stand in the open; more of them would push the pictures out of sight. */
const openRows = 12;
/** The fixtures that stand out, most moved first: at most `most` rows, whole ones. */
function movedTable(model, fixtures, most) {
	const columns = comparedColumns(model);
	const shown = fixtures.slice(0, most);
	const more = fixtures.length - shown.length;
	return [
		table(columns, shown.slice(0, openRows)),
		details(`${shown.length - openRows} more that moved or flipped`, table(columns, shown.slice(openRows))),
		more > 0 ? `and ${more} more` : ""
	];
}
/** Those that stayed, most moved first. */
function steadyTable(model, fixtures) {
	const [, ...columns] = comparedColumns(model);
	return details(`✅ ${count$1(fixtures.length, "steady fixture")}`, table(columns, fixtures));
}
/** Fixtures that could not be compared, and why. */
function uncomparedTable(fixtures) {
	return details(`${count$1(fixtures.length, "fixture")} not compared`, table(uncomparedColumns, fixtures));
}
const uncomparedColumns = [
	{
		title: "status",
		cell: uncomparedWords
	},
	{
		title: "fixture",
		cell: ({ name }) => text(name)
	},
	{
		title: "prediction",
		cell: prediction
	},
	{
		title: "note",
		cell: ({ reason = "" }) => text(reason, 200)
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
			cell: ({ name }) => text(name)
		},
		...metrics.filter(({ name }) => [
			"attention-shift",
			"overlap",
			...judged
		].includes(name)).map(({ name }) => driftColumn(model, name)),
		{
			title: "towards",
			cell: (fixture) => text(directionWords(model, fixture))
		},
		...columnRegions(model).map(({ name }) => ({
			title: `heat on ${text(name)}`,
			number: true,
			cell: (fixture) => text(regionHeat(fixture, name, arrow))
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
	return text(predictionWords(fixture, arrow), 120);
}

// src/reports/comment/model.ts
/** All about one model: numbers, the worst picture, the table, the other pictures, and the rest behind clicks. */
function section$1(scene, model) {
	return model.verdict === "pass" ? passedSection(scene, model) : troubledSection(scene, model);
}
function troubledSection(scene, model) {
	const [first, ...further] = inlineFigures(scene, model);
	const edits = editFigures(scene, model);
	const [clearest, ...others] = (isAboutEdit(model) ? [
		...edits,
		first,
		...further
	] : [
		first,
		...edits,
		...further
	]).filter((figure) => figure !== void 0);
	const rows = movedTable(model, byDrift(model).filter(standsOut), scene.plan.rows);
	const compared = model.predictions !== void 0 && model.predictions.compared > 0;
	return blocks(title(scene, model), clearest, details(others.length > 0 ? `Numbers, and ${count$1(others.length, "more picture")}` : "Numbers", scene.plan.asides === "listed" ? grounds(model) : "", compared ? facts(model) : "", sentence(precisionWords(model)), regionList(scene, model), beside(model), probeTable(scene, model), ...rows, ...others), ...asides(scene, model));
}
const probes = (scene, model) => details(count$1(model.probes?.length ?? 0, "probe"), probeTable(scene, model));
/** What moved in a model that passed all the same waits behind a click. */
function passedSection(scene, model) {
	const moved = byDrift(model).filter(standsOut);
	return blocks(title(scene, model), regionList(scene, model), beside(model), details(`⚠️ ${count$1(moved.length, "fixture")} to look at, in a model that passed`, moved.length > 0 ? sentence(precisionWords(model)) : "", ...inlineFigures(scene, model), ...movedTable(model, moved, scene.plan.rows)), probes(scene, model), ...asides(scene, model));
}
/** Where heat lies, a line per region. */
function regionList({ plan }, model) {
	const lines = regionLines(model, arrow).map((line) => text(line, 300));
	return plan.asides === "listed" ? list(lines, 8) : "";
}
/** The worst groups, the drift from the golden release, and how faithful maps are: a line. */
function beside(model) {
	const plain = (foreign) => text(foreign, 200);
	const words = [
		sliceWords(model, text),
		pinnedWords(model, text),
		faithfulnessWords(model, plain)
	].filter(Boolean);
	return sentence(words.join("; "));
}
const sentence = (words) => words === "" ? "" : `${words[0].toUpperCase()}${words.slice(1)}.`;
/** A model that is alone has its name and reasons at the top of the comment. */
function title({ models }, model) {
	if (models.length === 1) return "";
	const unjudged = isNew$1(model) ? ", not judged" : "";
	return blocks(`#### ${badge(model)}${unjudged}`, why(model));
}
const badge = (model) => `${icons[status(model)]} ${text(model.name)}: ${status(model)}`;
const inlineFigures = ({ pictures }, model) => figures(pictures.inline, model);
function figures(chosen, model) {
	return byDrift(model).flatMap((fixture) => {
		const url = chosen.get(fixture);
		return url === void 0 ? [] : [figure(model, fixture, url)];
	});
}
function asides({ plan, pictures }, model) {
	const folded = figures(pictures.folded, model);
	const steady = byDrift(model).filter(isSteady);
	return [
		details(`${count$1(folded.length, "picture")} ${isNew$1(model) ? "shown, not judged" : isAlone(model) ? "of fixtures" : "of other fixtures"}`, ...folded),
		...plan.asides === "listed" ? listedAsides(model) : countedAsides(model),
		plan.steady === "listed" ? steadyTable(model, steady) : counted([[steady, "steady fixture"]])
	];
}
function listedAsides(model) {
	const reasons = lesser(model).map((reason) => text(reason, 400));
	return [
		details(`⚠️ ${count$1(reasons.length, lesserNoun(model))}`, list(reasons, 20)),
		...notes$1(model).map((note) => text(note, 400)),
		uncomparedTable(uncompared(model))
	];
}
function countedAsides(model) {
	return [counted([[lesser(model), lesserNoun(model)], [uncompared(model), "fixture without a comparison"]])];
}
function counted(groups) {
	const words = groups.filter(([group]) => group.length > 0).map(([group, noun]) => count$1(group.length, noun));
	return words.length > 0 ? `Also ${words.join(" and ")}.` : "";
}

// src/reports/comment/next-step.ts
const mostCommands = 10;
/** What to write when the change is meant. It can be written anew when somebody has. */
function nextStep(models) {
	if (models.every(({ pair }) => pair === void 0)) return "";
	return anchored("next", commandsFor(models.flatMap(({ pair, verdict }) => pair && verdict === "fail" ? [pair] : [])));
}
/** Ready to be copied: nothing in it is foreign but names, which are one word each. */
function commandsFor(pairs) {
	if (pairs.length === 0) return "";
	const each = pairs.length > 1 ? " (a line per model)" : "";
	return blocks(`**Meant that way?** Somebody who may accept it comments this, with a reason${each}:`, `\`\`\`\n${pairs.slice(0, mostCommands).map(commandOf).join("\n")}\n\`\`\``, "<sub>Unless a workflow listens to comments, this job is then run again by hand.</sub>");
}
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
	return blocks(request.claimed ? claimedNote : "", counted === void 0 ? lead(models) : "", request.claimed ? "" : whatNext(models), otherModels(change, named), yardstick(change, named), notes(scene, named), ...counted === void 0 ? models.map((model) => section$1(scene, model)) : [countsTable(models, counted)], request.claimed ? "" : nextStep(models), omissions(scene), counted === void 0 ? legend(scene) : "", footer(scene));
}
const claimedNote = "⚠️ **Claimed, not checked**: these numbers come from a run that this repository does not control. Whoever made the pull request could have changed them.";
/** A paragraph each: a list would run into the one above it. */
function notes({ request: { notes = [], withoutPictures, links }, pictures }, most) {
	if (most === 0) return "";
	const missing = withoutPictures !== void 0 && pictures.unpublished > 0;
	return blocks(...notes.slice(0, most).map((note) => `**Note**: ${text(note, 400)}`), notes.length > most ? `and ${notes.length - most} more` : "", missing ? `**No pictures here**: ${text(withoutPictures, 200)}. ${everything$1(links.run)}`.trimEnd() : "");
}
function omissions(scene) {
	const forLength = leftForLength(scene);
	const missing = unpublished(scene);
	const words = [forLength.length > 0 ? `Left out for length: ${forLength.join("; ")}.` : "", missing.length > 0 ? `${missing.join("; ")}.` : ""].filter(Boolean);
	return words.length > 0 ? `**${words.join(" ")}** ${everything$1(scene.request.links.run)}`.trimEnd() : "";
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
	for (const statement of inOrder(statements.filter(({ code }) => code === pair.code))) {
		const refusal = refusalOf(statement, pair, rights);
		if (refusal) refused.push({
			...statement,
			refusal
		});
		else accepted = statement.verb === "accept" ? wordOf(statement) : void 0;
	}
	return {
		accepted,
		refused
	};
}
const wordOf = ({ by, why, url, named }) => ({
	by,
	why,
	url,
	named
});
/** Acceptances, by those who may, of what is no longer there: another model, or other reasons. */
function voided(pairs, statements, rights) {
	const known = new Set(pairs.map(({ code }) => code));
	return [...new Map(inOrder(statements).filter((each) => !whyNot$1(each, rights)).map((each) => [each.code, each])).values()].filter(({ code, verb }) => verb === "accept" && !known.has(code));
}
const inOrder = (statements) => statements.toSorted((a, b) => a.at.getTime() - b.at.getTime());
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
	if (!enough[by].includes(role)) return "role";
	return by === "not-author" && who === author && verb === "accept" ? "author" : void 0;
}
const writers = [
	"admin",
	"maintain",
	"write"
];
const enough = {
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
		regression: [regressed, unjudged],
		new: [
			regressed,
			unjudged,
			isNew
		],
		any: [
			regressed,
			unjudged,
			isNew,
			warned
		]
	}[failOn].flatMap(({ words, holds }) => {
		const names = models.filter(holds).map(({ name }) => name);
		return names.length === 0 ? [] : [`${words} ${listed(names)}`];
	});
	return found.length > 0 ? `${found.join(". ")}.` : void 0;
}
const regressed = {
	words: "Attention regressed in",
	holds: ({ verdict }) => verdict === "fail"
};
const unjudged = {
	words: "There is no verdict for",
	holds: ({ verdict }) => verdict === "incomplete"
};
const isNew = {
	words: "There is no baseline for fixtures of",
	holds: ({ fixtures, judged }) => judged?.baseline !== "none" && evidenceOf$2(fixtures).some(({ status }) => status === "new")
};
const warned = {
	words: "There are warnings or moved fixtures in",
	holds: ({ verdict, fixtures }) => verdict === "warn" || evidenceOf$2(fixtures).some(({ status }) => status === "moved")
};
function listed(names) {
	const more = names.length - 5;
	return `${names.slice(0, 5).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/reports/comment/offer.ts
const short$1 = (most) => string().max(most);
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
	phrase: short$1(60),
	models: array(strictObject({
		name: short$1(200),
		code: string().regex(/^[0-9a-f]{16}$/),
		named: array(short$1(80)).max(20),
		after: _enum(verdicts)
	})).min(1).max(10),
	/** How many of the other models ended how. */
	others: partialRecord(_enum(statuses), int().min(0))
});
/** Bytes: the hidden line of a part holds no more. */
const mostBytes$1 = 4e3;
/** Undefined where nothing can be accepted. What is too long to be told is left to the next run. */
function offerOf(all, { by, failOn }, phrase) {
	const models = [];
	for (const offered of all.flatMap(offeredOf)) {
		const isShort = offered.named.length <= 20 && offered.named.every((name) => name.length <= 80);
		const size = JSON.stringify([...models, offered]).length;
		if (isShort && offered.name.length <= 200 && models.length < 10 && size <= mostBytes$1) models.push(offered);
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
const short = (most) => string().max(most);
const speakerLimits = {
	workflow: 60,
	job: 60,
	leg: 80,
	config: 80,
	step: 40
};
const dataSchema = strictObject({
	head: string().regex(/^([0-9a-f]{40}|none)$/),
	status: _enum(statuses),
	claimed: boolean(),
	words: short(600),
	speaker: strictObject({
		workflow: short(speakerLimits.workflow),
		job: short(speakerLimits.job),
		leg: short(speakerLimits.leg),
		config: short(speakerLimits.config),
		step: short(speakerLimits.step)
	}),
	legs: int().min(1).max(256),
	time: number$1().min(0),
	content: string().regex(/^[\w-]{1,40}$/),
	run: short(400).optional(),
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
		const data = dataSchema.safeParse(decoded(written)).data;
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
function decoded(written) {
	try {
		return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(written), (each) => each.charCodeAt(0))));
	} catch {
		return;
	}
}

// src/reports/comment/plan.ts
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

// src/reports/comment/scene.ts
function sceneOf(request, plan) {
	const models = worstFirst(request.results.models);
	return {
		request,
		plan,
		models,
		pictures: choosePictures(models, request.pictures, plan, request.chosen)
	};
}
/**
* Fewer characters than a comment has: its rows and pictures alone. Plans that cannot fit need not be written out, which
* takes seconds for thousands of fixtures.
*/
function leastLength({ plan, models, pictures }) {
	if (plan.models !== "sections") return 0;
	return 40 * models.map(({ fixtures }) => Math.min(plan.rows, fixtures.filter(standsOut).length) + (plan.steady === "listed" ? fixtures.filter(isSteady).length : 0)).reduce((all, more) => all + more, 0) + 100 * (pictures.edits.size + pictures.inline.size + pictures.folded.size);
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
		return `${icon} **${nameOf(part, parts)}** ${part.content === "resolved" ? "no model changed" : word}`;
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
		return legs.length < all ? [`${legs.length} of ${all} legs of ${text(legs[0].speaker.job, 60)} have spoken.`] : [];
	});
}
/** What tells a job apart from the others, in as few names as do. */
function nameOf(part, among) {
	const different = order$2.filter((name) => among.some(({ speaker }) => speaker[name] !== part.speaker[name]));
	for (let most = 1; most < different.length; most++) {
		const chosen = different.slice(0, most);
		if (among.every((other) => other.id === part.id || !alike(other, part, chosen))) return written$1(part, chosen);
	}
	return written$1(part, different.length > 0 ? different : ["job"]);
}
const order$2 = [
	"job",
	"leg",
	"config",
	"workflow",
	"step"
];
const alike = (a, b, names) => names.every((name) => a.speaker[name] === b.speaker[name]);
const written$1 = ({ speaker }, names) => names.map((name) => text(speaker[name], 60)).filter(Boolean).join(", ") || "this job";

// src/reports/comment/whole.ts
/** Jobs that are shown; of more the mildest are only counted. */
const mostParts = 40;
/**
* A comment of parts, worst first: its heading is the worst of them. Where all do not fit, the texts of the mildest are
* left out, never the one of `keep`. Parts of an earlier commit are told in a line and count for nothing.
*/
function wholeComment(parts, frame, keep) {
	const ordered = parts.toSorted((a, b) => rank(a) - rank(b) || (nameKey(a) < nameKey(b) ? -1 : 1));
	let shown = ordered.slice(0, mostParts);
	for (;;) {
		const body = written(shown, ordered.length - shown.length, frame);
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
const sameParts = (a, b) => signature(a) === signature(b);
const signature = (parts) => JSON.stringify(parts.map(({ id, head, content, text }) => [
	id,
	head,
	content,
	text === void 0
]).toSorted());
const nameKey = ({ speaker }) => JSON.stringify(Object.values(speaker));
const rank = (part) => statuses.indexOf(part.status) - (part.claimed && part.status === "pass" ? .5 : 0);
function written(parts, uncounted, { key, head }) {
	const current = parts.filter((part) => part.head === head);
	const [first] = current;
	const content = first !== void 0 && parts.length === 1 && first.text !== void 0 ? first.content : fingerprint(signature(parts));
	const jobs = jobsLine(parts, uncounted, head);
	const [told, ...more] = current.filter((part) => !isResolved(part));
	const said = first && more.length === 0 ? [
		told ? headingOf(told) : resolvedLine(head),
		jobs,
		told ? textOf(told) : "",
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
function headingOf(part) {
	const { icon, word } = verdictMark(part);
	return `### ${icon} camdrift: ${word} – ${part.words}`;
}
function together(parts) {
	const [worst] = parts;
	if (!worst) return "";
	const alike = parts.filter((part) => rank(part) === rank(worst));
	const words = alike.length === 1 ? `${worst.words} (${nameOf(worst, parts)})` : `${alike.length} of ${parts.length} jobs`;
	return headingOf({
		...worst,
		words
	});
}
function section(part, among) {
	const { icon, word } = verdictMark(part);
	return [
		`#### ${icon} ${nameOf(part, among)}: ${word} – ${part.words}`,
		textOf(part),
		partMarker(part)
	];
}
const textOf = ({ text, run }) => text ?? `**Left out for length: what this job found.** ${everything$1(run)}`.trimEnd();
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
	const which = all === 1 ? text(offer.models[0].name) : `${counts[found]} of ${all} models`;
	const words = headlineWords(found, which, offer.phrase);
	const body = part.text === void 0 ? void 0 : textAfter(part, told, counts, heard);
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
	const notes = open.length > 0 ? heard.notes.map((note) => text(note, 400)) : [];
	return rewritten(body, "next", () => blocks(...notes, commandsFor(open), check));
}
const tallied = (counts) => statuses.filter((each) => counts[each]).map((each) => `${counts[each]} ${each}`).join(", ");
/** How a model ended stands in three places, each of which has its name. */
function renamed(body, { name, now }) {
	return verdicts.reduce((sum, was) => {
		if (was === now) return sum;
		const places = (status) => [
			`#### ${icons[status]} ${text(name)}: ${status}\n`,
			`${icons[status]} **${text(name)}** ${status}`,
			`| ${icons[status]} ${status} | ${text(name, 60)} |`
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
*/
function mergedParts(versions, mine) {
	const [now = "", ...overwritten] = versions;
	const lost = overwritten.filter((body) => readMarker(body)?.head === mine.head);
	const latest = /* @__PURE__ */ new Map();
	for (const part of [...[now, ...lost].flatMap((body) => knownFor(mine.head, body)), mine]) {
		const held = latest.get(part.id);
		if (!held || holds(part, held, mine.head)) latest.set(part.id, part);
	}
	return [...latest.values()];
}
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
	const room = request.budget - 180 - partMarker(partOf(request, "", "")).length - headingRoom;
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
		if (body.length <= room) return finished(request, plan, said, body);
	}
	throw new RangeError(`A comment does not fit into ${request.budget} characters.`);
}
/** Characters of the longest heading and of the line that tells which jobs are awaited. */
const headingRoom = 300;
/** Pictures that a comment within that budget would show, worst first, at most so many: asked before any is published. */
function picturesFor(results, budget, most) {
	const all = results.models.flatMap(({ fixtures, probes = [], flips = [] }) => [...[...probes, ...flips].flatMap(({ picture }) => picture ?? []), ...fixtures.flatMap(({ montage }) => montage ?? [])]);
	return comment({
		results,
		pictures: new Map(all.map((path) => [path, path])),
		key: "default",
		links: { repository: `https://github.com/${"-".repeat(60)}` },
		budget
	}).shown.slice(0, most);
}
/** What a job says, of which a comment says now that its pull request no longer changes a model. */
function resolvedPart(about) {
	const { head, ...speaking } = about;
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
		head
	};
}
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
function partOf(request, text, content) {
	const { results, claimed = false, links, terms } = request;
	const offer = terms && !claimed ? offerOf(worstFirst(results.models), terms, failing(results.models)) : void 0;
	return {
		...spoken(request),
		...headline({
			request,
			models: worstFirst(results.models)
		}),
		head: results.change?.head ?? "none",
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
function nominalAddresses({ pictures, links: { repository } }) {
	const folder = `${repository}/blob/${"0".repeat(40)}/pr-00000/${"-".repeat(20)}/00000000000-0`;
	return {
		pictures: new Map([...pictures.keys()].map((path) => [path, `${folder}/${path}?raw=true`])),
		links: {
			repository,
			run: `${repository}/actions/runs/00000000000`
		}
	};
}
function finished(request, plan, said, text) {
	const scene = sceneOf(request, plan);
	const { edits, inline, folded } = scene.pictures;
	const shown = [...edits.keys(), ...[...inline.keys(), ...folded.keys()].flatMap(({ montage }) => montage ?? [])];
	const { status, words } = headline(scene);
	const part = partOf(request, text, fingerprint(`${status} ${words}\n${said}`));
	const { key, budget } = request;
	return {
		part,
		body: wholeComment([part], {
			key,
			head: part.head,
			budget
		}, part.id),
		leftOut: [...leftForLength(scene), ...unpublished(scene)],
		shown: plan.models === "sections" ? shown : []
	};
}

// src/repository/spoken.ts
/** All comments of a pull request: a request per hundred. */
const listedComments = (repository, number) => repository.api.paginate(repository.api.rest.issues.listComments, {
	...coordinates(repository),
	issue_number: number,
	per_page: 100
});
/** What people have said: bots and deleted accounts are left out. */
const spokenComments = (listed) => listed.flatMap(({ id, node_id: node, html_url: url, body = "", user, created_at, updated_at }) => user?.type === "User" ? [{
	id,
	node,
	url,
	body,
	author: user.login,
	created: new Date(created_at),
	updated: new Date(updated_at)
}] : []);
/** Who edited a comment last: undefined when nobody did, `''` when GitHub does not say who. */
async function lastEditor({ api }, node) {
	const found = await api.graphql(`query CamdriftEditor($comment: ID!) {
    node(id: $comment) { ... on IssueComment { lastEditedAt editor { login } } }
  }`, { comment: node });
	if (found.node?.lastEditedAt === null) return void 0;
	return found.node?.editor?.login ?? "";
}
const roles = [
	"admin",
	"maintain",
	"write"
];
/** What somebody may do in the repository now. */
async function roleOf(repository, username) {
	try {
		const { data } = await repository.api.rest.repos.getCollaboratorPermissionLevel({
			...coordinates(repository),
			username
		});
		return roles.find((role) => role === data.role_name) ?? roles.find((role) => role === data.permission) ?? "none";
	} catch (error) {
		if (hasStatus(error, 404)) return "none";
		throw error;
	}
}
/** Who opened a pull request, and whether from another repository. */
async function openerOf(repository, number) {
	const { data } = await repository.api.rest.pulls.get({
		...coordinates(repository),
		pull_number: number
	});
	return {
		author: data.user?.login ?? "",
		fork: data.head.repo?.id !== data.base.repo.id
	};
}
/** Reacts to a comment; who has done so already does it no second time. */
async function react(repository, comment, content) {
	const { reactions } = repository.api.rest;
	await reactions.createForIssueComment({
		...coordinates(repository),
		comment_id: comment,
		content
	});
}

// src/targets/comment.ts
const query = `query CamdriftConversation($owner: String!, $name: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      headRefOid
      timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
        nodes { ... on CommentDeletedEvent { createdAt actor { login } deletedCommentAuthor { login } } }
      }
    }
  }
}`;
/**
* Reads what has been said: our own comment is the one with our marker and our token's own login, on any page.
* @param listed the comments, where somebody has just read them
*/
async function conversation(repository, number, key, listed) {
	const answer = await repository.api.graphql(query, {
		owner: repository.owner,
		name: repository.name,
		number
	});
	const { headRefOid, timelineItems } = answer.repository.pullRequest;
	const me = answer.viewer.login;
	const last = timelineItems.nodes.filter(({ actor, deletedCommentAuthor }) => same(deletedCommentAuthor?.login, me) && !same(actor?.login, me)).map(({ createdAt }) => createdAt).sort().at(-1);
	const marked = markedAmong(listed ?? await listedComments(repository, number), key);
	const [earlier, ...spare] = marked.filter(({ author }) => author === me);
	return {
		head: headRefOid,
		earlier,
		spare,
		foreign: marked.filter(({ author, isBot }) => author !== me && isBot),
		deleted: last === void 0 ? void 0 : new Date(last)
	};
}
/** GraphQL writes a bot's login without its ending, except the viewer's. */
const same = (a, b) => a?.replace(/\[bot\]$/, "") === b.replace(/\[bot\]$/, "");
const markedComments = async (repository, number, key) => markedAmong(await listedComments(repository, number), key);
/** With our marker and key, whoever made them, oldest first. */
function markedAmong(listed, key) {
	return listed.filter(({ body }) => readMarker(body ?? "")?.key === key).map(({ id, node_id: node, html_url: url, body = "", user }) => ({
		id,
		node,
		url,
		body,
		author: user?.login,
		isBot: user?.type === "Bot"
	})).sort((a, b) => a.id - b.id);
}
/**
* Says it in our comment, or makes one. Others may be writing at the same time, and nobody can lock a comment: so it is
* read again after every write, with what its edit history says was overwritten, until all is in it.
* @returns its address
* @throws Error when others have overwritten it at every try
*/
async function say(repository, number, key, compose, { earlier, spare }) {
	if (earlier) return settle(repository, earlier, compose, spare);
	const body = compose([]);
	const { data: made } = await repository.api.rest.issues.createComment({
		...coordinates(repository),
		issue_number: number,
		body
	});
	const [oldest, ...others] = (await markedComments(repository, number, key)).filter(({ author }) => author === made.user?.login);
	if (!oldest || oldest.id === made.id) return made.html_url;
	return settle(repository, oldest, compose, others.filter(({ id }) => id === made.id));
}
const mostTries$2 = 6;
async function settle(repository, comment, compose, spare) {
	const { second = 1e3 } = repository;
	for (let count = 1;; count++) {
		const body = compose([...await versionsOf(repository, comment), ...spare.map((each) => each.body)]);
		if (body === void 0) break;
		if (count > mostTries$2) throw new Error(`others have overwritten the comment ${mostTries$2} times`);
		if (count > 1) await setTimeout$1(Math.random() * second * 2 ** (count - 2));
		await repository.api.rest.issues.updateComment({
			...coordinates(repository),
			comment_id: comment.id,
			body
		});
	}
	for (const { id } of spare) await remove(repository, id);
	return comment.url;
}
const versionsQuery = `query CamdriftVersions($comment: ID!) {
  node(id: $comment) { ... on IssueComment { body userContentEdits(first: 20) { nodes { diff } } } }
}`;
/** The comment as it stands, and then what its edit history still has. */
async function versionsOf(repository, { id, node }) {
	const found = await repository.api.graphql(versionsQuery, { comment: node }).catch(() => void 0);
	if (found?.node) {
		const edits = found.node.userContentEdits?.nodes ?? [];
		return [found.node.body, ...edits.flatMap((edit) => edit?.diff ?? [])];
	}
	const { data } = await repository.api.rest.issues.getComment({
		...coordinates(repository),
		comment_id: id
	});
	return [data.body ?? ""];
}
/** Whoever made it may have removed it already. */
async function remove(repository, id) {
	await repository.api.rest.issues.deleteComment({
		...coordinates(repository),
		comment_id: id
	}).catch((error) => hasStatus(error, 404) ? void 0 : Promise.reject(error));
}
const folding = `mutation CamdriftFold($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;
/** Hides a comment as outdated; whoever wants to read it can unfold it. */
async function fold(repository, { node }) {
	await repository.api.graphql(folding, { input: {
		subjectId: node,
		classifier: "OUTDATED"
	} });
}

// src/targets/commit-status.ts
/**
* A commit status of its own, for teams that require it instead of the job: the worst of what all jobs say of the commit.
*
* GitHub keeps every status ever set, and no two jobs write the same part: so each reads them all before it writes, and
* again after, until the latest one is the worst of them. What a job says itself stands in the fragment of the address.
* @throws what the API's client throws; Error when others have overwritten it at every try
*/
async function setStatus(repository, place, part) {
	const { second = 1e3 } = repository;
	for (let count = 1;; count++) {
		const { latest, parts } = await said(repository, place);
		const { state, description } = verdictOf([part, ...parts.filter(({ id }) => id !== part.id)], part);
		const known = parts.find(({ id }) => id === part.id);
		const isSaid = known?.state === part.state && known.standing === part.standing && latest === state;
		if (count > 1 && isSaid) return;
		if (count > mostTries$1) throw new Error(`others have overwritten the status ${mostTries$1} times`);
		if (count > 1) await setTimeout$1(Math.random() * second * 2 ** (count - 2));
		await repository.api.rest.repos.createCommitStatus({
			...coordinates(repository),
			sha: place.sha,
			state,
			context: statusContext(place.key),
			description: description.length > 140 ? `${description.slice(0, 137)}...` : description,
			target_url: `${place.url}${fragmentOf(part)}`
		});
		if (part.state === "pending" && part.standing !== "claimed") return;
	}
}
const mostTries$1 = 6;
/** Not the job's name: GitHub takes a status and a check of one name for two required checks. */
const statusContext = (key) => key === "default" ? "camdrift / verdict" : `camdrift / verdict (${key})`;
const order$1 = [
	"error",
	"failure",
	"pending",
	"success"
];
function verdictOf(all, own) {
	const isChecked = all.some(({ standing }) => standing === "trusted");
	const counted = all.filter(({ standing }) => standing !== "claimed" || !isChecked);
	const state = order$1.find((each) => counted.some((part) => part.state === each)) ?? own.state;
	if (state === "success") return awaited(counted) ?? {
		state,
		description: own.description
	};
	return {
		state,
		description: (own.state === state && counted.includes(own) ? own : counted.find((part) => part.state === state)).description
	};
}
/** A matrix has not passed before all of its legs have. */
function awaited(parts) {
	for (const { group, legs } of parts) {
		const spoken = parts.filter((part) => part.group === group).length;
		if (spoken < legs) return {
			state: "pending",
			description: `${spoken} of ${legs} legs of the matrix have spoken, and pass. The input legs says how many will.`
		};
	}
}
const fragmentOf = ({ id, group, legs, standing, state }) => `#camdrift-${id}-${group}-${legs}-${standing}-${state}`;
const fragment = /#camdrift-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,3})-(own|claimed|trusted)-(pending|success|failure|error)$/;
/** What every job has said of a commit last, and in which run. */
async function statusParts(repository, place) {
	return (await said(repository, place)).parts;
}
/** The state of our context, and the latest word of every job. */
async function said(repository, { sha, key }) {
	const { paginate, rest } = repository.api;
	const ours = (await paginate(rest.repos.listCommitStatusesForRef, {
		...coordinates(repository),
		ref: sha,
		per_page: 100
	})).filter(({ context }) => context === statusContext(key));
	const parts = /* @__PURE__ */ new Map();
	for (const { target_url, description } of ours) {
		const [, id, group, legs, standing, state] = fragment.exec(target_url ?? "") ?? [];
		if (id && !parts.has(id)) parts.set(id, {
			id,
			group,
			legs: Number(legs),
			description: description ?? "",
			standing,
			state,
			url: target_url ?? ""
		});
	}
	return {
		latest: ours[0]?.state,
		parts: [...parts.values()]
	};
}

// src/changes/predecessors.ts
/**
* Where the configuration before has the model of that name; where its file was renamed from; where the one model that
* went away was; where it is now. It was renamed when it is found at another path than its own.
* @param model as the changed configuration has it
*/
function originOf(model, { files }, before, after, written) {
	const path = written(model.path);
	const named = before?.models.filter(({ name }) => name === model.name).map((each) => written(each.path)) ?? [];
	const likely = [.../* @__PURE__ */ new Set([...named, ...files.flatMap((file) => movedFrom(file, path))])];
	if (named.length > 0 || !before) return {
		paths: withOwn(likely, path, named),
		known: named.length > 0,
		unclear: []
	};
	const isThere = before.models.some((each) => folderOf(written(each.path)) === folderOf(path));
	if (likely.length > 0 || isThere) return {
		paths: [...likely, path],
		known: isThere,
		unclear: []
	};
	const gone = goneModels(before, after, {
		files,
		complete: true
	}, written);
	if (gone.length === 1) return {
		paths: [written(gone[0].path)],
		known: true,
		unclear: []
	};
	return {
		paths: gone.length > 1 ? [] : [path],
		known: false,
		unclear: gone.map(({ name }) => name)
	};
}
/** A name says where the model was, and then it was not where it is now. */
const withOwn = (likely, path, named) => named.length > 0 ? likely : [...likely, path];
/** Where a file or folder was before, if this file's rename says so. */
function movedFrom({ path: file, previous }, path) {
	if (previous === void 0) return [];
	if (file === path) return [previous];
	return folderModels.some((name) => file === `${path}/${name}`) ? [folderOf(previous)] : [];
}
/**
* The configuration before with its models where the change has moved them, so that one which got another name on the way
* is still known for what it was, and keeps its policy: one whose files moved, and the only one that went away.
*/
function followed(before, after, files, written) {
	const moved = moving(before, after, files, written);
	const gone = moved.models.filter((model) => !isLeft(model, moved, after));
	const fresh = after.models.filter((model) => !predecessor(model, moved, after));
	const [only] = gone;
	if (!only || gone.length > 1 || fresh.length === 0) return moved;
	const models = moved.models.flatMap((model) => model === only ? fresh.map(({ path }) => ({
		...model,
		path
	})) : [model]);
	return {
		...before,
		models
	};
}
function moving(before, after, { files }, written) {
	const cameFrom = (path) => files.flatMap((file) => movedFrom(file, written(path))).map(folderOf);
	const models = before.models.map((model) => {
		const now = after.models.find(({ path }) => cameFrom(path).includes(folderOf(written(model.path))));
		return now ? {
			...model,
			path: now.path
		} : model;
	});
	return {
		...before,
		models
	};
}
/** Models before that the change leaves neither by name nor by place, nor has moved; as they are written. */
function goneModels(before, after, files, written) {
	const moved = moving(before, after, files, written);
	return before.models.filter((_, index) => !isLeft(moved.models[index], moved, after));
}
const isLeft = ({ name }, before, after) => after.models.some((model) => predecessor(model, before, after)?.name === name);
/** A folder and the file in it that makes it a model are one model. */
function folderOf(path) {
	const name = folderModels.find((each) => path.endsWith(`/${each}`));
	return name === void 0 ? path : path.slice(0, -name.length - 1);
}
/**
* Models of the configuration before that are in the changed one neither by name nor by path.
* @param renamed where models that moved came from; those are not gone
*/
function removedModels(before, after, renamed, written = bare) {
	return (before?.models.filter((model) => !isLeft(model, before, after)) ?? []).map(({ name, path }) => ({
		name,
		path: written(path)
	})).filter(({ path }) => !renamed.some(({ from }) => from === path));
}
/** The same model in the configuration before: of that name, or, when it got another name, of that path. */
function predecessor(model, before, after) {
	const isGone = ({ name }) => !after.models.some((each) => each.name === name);
	return before.models.find(({ name }) => name === model.name) ?? before.models.find((each) => bare(each.path) === bare(model.path) && isGone(each));
}
const bare = (path) => path.replace(/^\.\//, "").replace(/\/$/, "");

// src/changes/_setting-words.ts
const longest = 120;
/** Two values of a setting as a reader understands them; shortened where need be, so that what differs is in sight. */
function excerpts(was, is) {
	const [before, after] = [words(was), words(is)];
	if (before.length <= longest && after.length <= longest) return {
		before,
		after
	};
	const same = before.split("").findIndex((unit, index) => unit !== after[index]);
	const from = Math.max(0, (same < 0 ? before.length : same) - longest / 4);
	const cut = (text) => `${from > 0 ? "..." : ""}${text.slice(from, from + longest)}${from + longest < text.length ? "..." : ""}`;
	return {
		before: cut(before),
		after: cut(after)
	};
}
function words(value) {
	if (value === void 0) return "default";
	if (typeof value === "string") return value;
	if (Array.isArray(value) && value.some((each) => typeof each === "object")) return value.map((each) => partWords(each)).join("; ");
	return typeof value === "object" && "width" in value ? `${value.width}x${value.height}` : JSON.stringify(value);
}
/** One region or probe: `object: from masks, rules inside >= 0.5`. */
function partWords(part) {
	const { name, kind: _, ...rest } = part;
	const facts = Object.entries(rest).filter(([, value]) => value !== void 0 && String(value) !== "");
	return `${String(name)}: ${facts.map(([key, value]) => `${key} ${factWords(value)}`).join(", ")}`;
}
function factWords(value) {
	if (!Array.isArray(value)) return String(value);
	return value.map((each) => typeof each === "object" && "of" in each ? ruleWords(each) : String(each)).join(" and ");
}
const ruleWords = ({ of, at, limit }) => `${of} ${at === "least" ? ">=" : "<="} ${limit}`;

// src/changes/settings.ts
/**
* Settings that differ from those of the base branch, as they are written, for models that are in both. `default` stands
* for one that is not written; a metric without a threshold is judged by `none`.
*/
function settingChanges(before, after) {
	if (!before) return [];
	return after.models.flatMap((model) => {
		const earlier = predecessor(model, before, after);
		if (!earlier) return [];
		const [was, is] = [effective(before, earlier), effective(after, model)];
		const names = Object.keys(plainSettings);
		return [
			{
				setting: "name",
				before: earlier.name,
				after: model.name
			},
			...thresholdChanges(was.thresholds, is.thresholds),
			...names.map((setting) => ({
				setting,
				...excerpts(was[setting], is[setting])
			}))
		].filter((row) => row.before !== row.after).map((row) => ({
			model: model.name,
			...row
		}));
	});
}
/** Complete because the type wants every key. */
const plainSettings = {
	methods: true,
	lineage: true,
	layer: true,
	score: true,
	preprocess: true,
	recipe: true,
	fit: true,
	resample: true,
	antialias: true,
	"resize-to": true,
	crop: true,
	orientation: true,
	colour: true,
	fixtures: true,
	labels: true,
	task: true,
	"answer-limit": true,
	truth: true,
	baseline: true,
	"baseline-model": true,
	"baseline-preprocess": true,
	size: true,
	output: true,
	signature: true,
	inputs: true,
	probes: true,
	regions: true,
	tags: true,
	checks: true,
	watch: true,
	pinned: true,
	"pinned-thresholds": true,
	"false-alarms": true,
	repairs: true,
	timeout: true
};
function thresholdChanges(was, is) {
	const metrics = Object.keys({
		...was,
		...is
	}).filter((metric) => was?.[metric] !== is?.[metric]);
	const said = (given, metric) => given === void 0 ? "default" : String(given[metric] ?? "none");
	return metrics.map((metric) => ({
		setting: `thresholds.${metric}`,
		before: said(was, metric),
		after: said(is, metric)
	}));
}
/** Which model it is, as against how it is judged. */
const identity = ({ name, path, sha256, files, "token-env": tokenEnv }) => ({
	name,
	path,
	sha256,
	files,
	"token-env": tokenEnv
});
/** Whether two configurations differ in nothing but where models lie and what their digests are. */
function isJudgedAlike(before, after) {
	const rules = ({ models, ...shared }) => {
		const own = models.map(({ name, path: _p, sha256: _s, files: _f, ...rest }) => ({
			name,
			...rest
		}));
		return JSON.stringify({
			...shared,
			models: own
		});
	};
	const places = ({ models }) => JSON.stringify(models.map(identity));
	return before !== void 0 && rules(before) === rules(after) && places(before) !== places(after);
}
/** What holds for a model: its own settings before those for all. */
function effective({ models: _m, engine: _e, jobs: _j, batch: _b, out: _o, ...shared }, model) {
	const { name: _n, path: _p, sha256: _s, files: _f, "token-env": _t, ...own } = model;
	const given = Object.entries(own).filter(([, value]) => value !== void 0);
	return {
		...shared,
		...Object.fromEntries(given)
	};
}

// src/changes/base-policy.ts
/** What judges a model, as against what describes it. */
const policySettings = [
	"thresholds",
	"lineage",
	"layer",
	"methods",
	"score",
	"fixtures",
	"truth",
	"tags",
	"probes",
	"regions",
	"false-alarms",
	"repairs",
	"checks",
	"pinned",
	"pinned-thresholds",
	"baseline",
	"baseline-model",
	"watch"
];
/**
* The changed configuration judged as the base branch's says: thresholds, methods, fixtures and all else that judges
* are taken from there. What describes the model itself stays, and models that are new keep all of theirs. Where the change is the
* stricter one of two that can be told apart, that holds (`stricter`); limits are joined where they are known (`policyFor`).
*/
function withPolicyOf(before, after) {
	const { models, engine, jobs, batch, out } = after;
	return {
		models: models.map((model) => {
			const own = {
				...identity(model),
				...effective(after, model)
			};
			const earlier = predecessor(model, before, after);
			if (!earlier) return own;
			const judging = effective(before, earlier);
			const policy = Object.fromEntries(policySettings.map((key) => [key, judging[key]]));
			return {
				...own,
				...policy,
				...stricter(judging, own),
				fixtures: judging.fixtures ?? own.fixtures
			};
		}),
		engine,
		jobs,
		batch,
		out
	};
}
/** Where both can be weighed, the change may ask for more than the base branch does, never for less. */
function stricter(base, own) {
	return {
		"false-alarms": most([.1, base["false-alarms"]], [.1, own["false-alarms"]]),
		checks: base.checks || own.checks ? higher(base.checks, own.checks) : void 0,
		lineage: sternerLineage(base.lineage, own.lineage),
		pinned: base.pinned ?? own.pinned,
		"pinned-thresholds": base.pinned === void 0 ? own["pinned-thresholds"] : lowest(base, own),
		"baseline-model": base["baseline-model"] === "none" ? own["baseline-model"] : base["baseline-model"],
		probes: base.probes === "none" ? own.probes : moreProbes(base.probes, own.probes),
		regions: moreRegions(base.regions, own.regions)
	};
}
/** A higher rate of false alarms fails more. @param sides each with what holds when nothing is written */
function most(...sides) {
	if (sides.every(([, written]) => written === void 0)) return void 0;
	return Math.max(...sides.map(([usual, written]) => written ?? usual));
}
const levels$1 = [
	"none",
	"basic",
	"full"
];
const higher = (a = "basic", b = "basic") => levels$1.indexOf(b) > levels$1.indexOf(a) ? b : a;
/** Limits grow from the same weights to another architecture; what the weights show is not known yet. */
function sternerLineage(base, own) {
	if (!base || !own || base === "auto" || own === "auto") return base;
	const [a, b] = [lineageKinds.indexOf(base), lineageKinds.indexOf(own)];
	return a <= b ? base : own;
}
function lowest(base, own) {
	const [was, is] = [base["pinned-thresholds"], own["pinned-thresholds"]];
	if (!was || !is) return was;
	const names = Object.keys({
		...was,
		...is
	});
	return Object.fromEntries(names.map((name) => [name, Math.min(was[name] ?? 1, is[name] ?? 1)]));
}
function moreProbes(base, own) {
	if (typeof base !== "object" || typeof own !== "object") return base;
	return [...base, ...own.filter(({ name }) => !base.some((each) => each.name === name))];
}
/**
* Rules of both for a region that both have; a region that only the change has is one more. A branch without rules gets none: a
* rule that always holds would make a verdict where there is to be none.
*/
function moreRegions(base, own) {
	if (!base?.some(({ rules }) => rules.length > 0) || !own) return base;
	return [...base.map((region) => {
		const rules = own.filter(({ name, from }) => name === region.name && from === region.from).flatMap((each) => each.rules);
		const known = new Set(region.rules.map((rule) => JSON.stringify(rule)));
		return {
			...region,
			rules: [...region.rules, ...rules.filter((rule) => !known.has(JSON.stringify(rule)))]
		};
	}), ...own.filter(({ name }) => !base.some((each) => each.name === name))];
}

// src/changes/policy-edits.ts
/** Letters' case is ignored: a disk may not tell it either, and then a file is read by another name than Git has for it. */
function policyOf({ labels, truth, regions = [], probes = [], fixtures, baselines = [] }, configuration) {
	const named = new Set(fixtures.paths.map(folded).flatMap(upwards));
	const globbed = matcher(fixtures.globs);
	const above = new Set(fixtures.globs.filter((glob) => !glob.startsWith("!")).flatMap((glob) => upwards(startOf(glob))));
	return onFolded({
		configuration: atFile(configuration),
		labels: atFile(labels),
		truth: atFile(truth),
		region: atPlaces(regions),
		probe: (path) => probes.some((each) => atFile(each)(path)),
		baseline: atPlaces(baselines),
		fixture: (path) => named.has(path) || above.has(path) || isImage$1(path) && globbed(path)
	});
}
const folded = (path) => path.toLowerCase();
function onFolded(policy) {
	const kinds = order.map((what) => [what, (path) => policy[what](folded(path))]);
	return Object.fromEntries(kinds);
}
/** A path above a file is that of a submodule that has it: all in it may have changed. */
const atFile = (file) => (path) => file !== void 0 && within(path, folded(file));
const atPlaces = (places) => (path) => places.map(folded).some((place) => within(place, path) || within(path, place));
/** A path, and every path above it. */
function upwards(path) {
	const steps = path.split("/");
	return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
/** The folder that a glob looks into. */
const startOf = (glob) => folded(import_picomatch.default.scan(glob.replace(/^\.\//, "")).base);
/** Whether a path is a place, or lies below it. */
const within = (place, path) => path === place || path.startsWith(`${place}/`);
/** One kind per file: the first that fits. A stored baseline in the folder of the fixtures is no fixture. */
const order = [
	"configuration",
	"labels",
	"truth",
	"region",
	"probe",
	"baseline",
	"fixture"
];
/** The changed files that decide how models are judged. What was moved out of sight is removed, what was moved in is added. */
function policyEdits({ files }, watched, configuration) {
	const policies = watched.map((each) => policyOf(each, configuration));
	const kindOf = (path) => order.find((what) => policies.some((policy) => policy[what](path)));
	return files.flatMap((file) => editsOf(file, kindOf));
}
function editsOf({ path, status, previous }, kindOf) {
	const what = kindOf(path);
	const before = previous === void 0 ? void 0 : kindOf(previous);
	if (what !== void 0 && (previous === void 0 || before === what)) return [{
		what,
		path,
		status
	}];
	return [...before === void 0 ? [] : [{
		what: before,
		path: previous,
		status: "removed"
	}], ...what === void 0 ? [] : [{
		what,
		path,
		status: "added"
	}]];
}
/** As `config/glob.ts` expands them: hidden files only when named, and a folder stands for all that is in it. */
function matcher(globs) {
	const expanded = (glob) => {
		const bare = glob.replace(/^\.\//, "").replace(/\/$/, "");
		return bare.endsWith("*") ? bare : `${bare}/**`;
	};
	const wanted = globs.filter((glob) => !glob.startsWith("!")).map(expanded);
	const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => expanded(glob.slice(1)));
	const matches = (0, import_picomatch.default)(wanted, {
		posix: true,
		dot: false,
		nocase: true,
		ignore: excluded
	});
	const names = globs.filter((glob) => !glob.startsWith("!") && /[()[\]{}!+@|]/.test(glob) && !/[*?]/.test(glob));
	return (path) => matches(path) || names.some((name) => within(folded(name), folded(path)));
}
const isImage$1 = (path) => fixtureEndings.includes(path.split(".").at(-1).toLowerCase());

// src/changes/touched.ts
/**
* A renamed file counts where it was and where it is. When the list of files is not complete, everything may be touched.
* @param configuration path of the configuration file
*/
function touched({ files, complete }, watched, configuration) {
	const paths = files.flatMap(({ path, previous }) => previous === void 0 ? [path] : [path, previous]);
	const parts = new Set(watched.files);
	const policy = policyOf(watched, configuration);
	const any = (matches) => !complete || paths.some(matches);
	return {
		model: any((path) => parts.has(path)),
		configuration: any(policy.configuration),
		labels: watched.labels !== void 0 && any(policy.labels),
		truth: watched.truth !== void 0 && any(policy.truth),
		regions: watched.regions !== void 0 && any(policy.region),
		probes: watched.probes !== void 0 && any(policy.probe),
		fixtures: any(policy.fixture),
		baseline: watched.baselines !== void 0 && any(policy.baseline),
		watch: watched.watch !== void 0 && any(matcher(watched.watch))
	};
}
/** Whether a change may have touched what lies at a place. */
const touchesPlace = ({ files, complete }, place) => !complete || files.some(({ path, previous = path }) => [path, previous].some((each) => within(place, each) || within(each, place)));

// src/changes/rules.ts
/**
* The files that a model is judged by, as far as its configuration names them.
* @param written turns a path as a configuration writes it into one relative to the repository
*/
function rulesOf(raw, name, written) {
	const { labels, truth, regions, probes, fixtures = [], baseline, pinned, ...rest } = effectiveSettings(raw, name);
	const golden = rest["baseline-model"];
	const marks = typeof probes === "object" ? probes.flatMap(({ mark = "built-in" }) => mark) : [];
	const pictures = marks.filter((mark) => mark !== "built-in").map(written);
	const glob = (text) => text.startsWith("!") ? `!${written(text.slice(1))}` : written(text);
	return {
		name,
		files: [],
		...typeof labels === "string" && { labels: written(labels) },
		...truth !== void 0 && truth !== "folder" && { truth: written(truth) },
		...regions && { regions: regions.map(({ from }) => written(from).replace(/\/$/, "")) },
		...pictures.length > 0 && { probes: pictures },
		fixtures: {
			globs: fixtures.map(glob),
			paths: []
		},
		...marks.length > 0 && { marks: marks.map(written) },
		...rest.watch && { watch: rest.watch.map(glob) },
		baselines: [
			...golden === void 0 || golden === "none" ? [] : [placeOf(written(golden))],
			...golden === "none" ? [] : [written(baseline ?? `${".camdrift/baselines"}/${name}`)],
			...pinned === void 0 ? [] : [placeOf(written(pinned))]
		]
	};
}
/** All files of a model lie in the folder of its JSON file or SavedModel; other formats are one file. */
const placeOf = (model) => model.replace(/\/(?:[^/]+\.json|saved_model\.pb)$/, "");
function effectiveSettings({ models, ...shared }, name) {
	const own = models.find((model) => model.name === name);
	return {
		...shared,
		...own
	};
}

// src/sources/_dvc-hash.ts
/** Longer files are no text. */
const mostTextBytes = 64 * 2 ** 20;
/** How much of a file DVC looks at to tell text. */
const headBytes = 512;
/** Whether a file is the object that DVC names; false when there is no readable file. */
async function isObject(path, { md5, size, legacy }) {
	const found = await stat(path).catch(() => void 0);
	if (!found?.isFile()) return false;
	if (size !== void 0 && size !== found.size) return false;
	if (await md5Of(path) === md5) return true;
	return legacy && found.size <= mostTextBytes && textMd5(await readFile(path)) === md5;
}
async function md5Of(path) {
	const hash = createHash("md5");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest("hex");
}
/** As DVC before version 3 hashed it: the line ends of text are those of Unix. */
function textMd5(bytes) {
	const text = isText(bytes) ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1") : bytes;
	return createHash("md5").update(text).digest("hex");
}
/** No zeros at its start, and few bytes that are no text. */
function isText(bytes) {
	const head = bytes.subarray(0, headBytes);
	if (head.includes(0)) return false;
	return head.filter((byte) => byte < 32 && ![
		8,
		9,
		10,
		12,
		13
	].includes(byte) || byte === 127).length <= .3 * head.length;
}

// src/sources/_dvc-folder.ts
const mostListBytes = 64 * 2 ** 20;
const mostFiles = 5e4;
const listSchema = array(looseObject({
	md5: string().regex(/^[0-9a-f]{32}$/),
	relpath: string().min(1).max(4096)
}));
/** @throws CamdriftError `model-unavailable` when the file is no list of DVC's */
async function readFolderList(path, place) {
	try {
		const { size } = await stat(path);
		if (size > mostListBytes) throw new RangeError(`it has ${size} bytes`);
		const entries = listSchema.parse(JSON.parse(await readFile(path, "utf8")));
		return new Map(entries.map(({ md5, relpath }) => [relpath, md5]));
	} catch (cause) {
		throw unavailable$2(`The list of files that ${place} names cannot be read.`, "Fetch it again with `dvc fetch`.", cause);
	}
}
/** Whether a folder on disk holds just the files that DVC names: the MD5 of the list that DVC would write for it. */
async function isFolderObject(folder, { md5, legacy }) {
	const paths = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
	if (paths.length === 0 || paths.length > mostFiles) return false;
	const entries = paths.map((path) => [relative(folder, path).split(sep).join("/"), path]);
	entries.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const ways = legacy ? [md5Of, async (path) => textMd5(await readFile(path))] : [md5Of];
	for (const way of ways) {
		const listed = [];
		for (const [name, path] of entries) listed.push([name, await way(path).catch(() => "")]);
		if (createHash("md5").update(listText(listed)).digest("hex") === md5) return true;
	}
	return false;
}
/** Byte for byte what DVC writes, which is what it hashes. */
function listText(entries) {
	return `[${entries.map(([name, md5]) => `{"md5": "${md5}", "relpath": ${ascii(name)}}`).join(", ")}]`;
}
const ascii = (text) => JSON.stringify(text).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

// src/sources/_dvc-config.ts
const mostBytes = 2 ** 18;
/** The settings of the DVC project that a path belongs to; undefined when none is above it. */
async function dvcConfig(path, files) {
	for (let root = posix.dirname(path);; root = posix.dirname(root)) {
		const text = await files.text(posix.join(root, ".dvc/config"), mostBytes);
		if (text !== void 0) {
			const local = await files.text(posix.join(root, ".dvc/config.local"), mostBytes) ?? "";
			return {
				root,
				...settingsOf(`${text}\n${local}`)
			};
		}
		if (root === "." || root === "/") return void 0;
	}
}
/** Sections in brackets, some of them quoted: `['remote "storage"']`; a later value wins. */
function settingsOf(text) {
	const values = /* @__PURE__ */ new Map();
	let section = "";
	for (const line of text.split(/\r?\n/)) {
		const [, head] = /^\s*\[\s*'?(.*?)'?\s*\]\s*$/.exec(line) ?? [];
		if (head !== void 0) section = head.replace(/^remote\s+"(.*)"$/, "remote $1");
		const [, key, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
		if (key !== void 0) values.set(`${section}.${key}`, value.replace(/^(["'])(.*)\1$/, "$2"));
	}
	const name = values.get("core.remote");
	return {
		cache: values.get("cache.dir"),
		remote: name === void 0 ? void 0 : values.get(`remote ${name}.url`)
	};
}

// src/sources/_dvc-pointer.ts
const mostPointerBytes = 2 ** 20;
const mostLockBytes = 8 * 2 ** 20;
const outSchema = looseObject({
	path: string(),
	md5: string().regex(/^[0-9a-f]{32}(\.dir)?$/).optional(),
	hash: string().optional(),
	size: int().min(0).optional()
});
const pointerSchema = looseObject({
	wdir: string().optional(),
	outs: array(outSchema).default([])
});
const lockSchema = looseObject({ stages: record(string(), looseObject({ outs: array(outSchema).default([]) })).default({}) });
/**
* DVC's word for what lies at a path, from the `.dvc` file beside it or beside a folder above, or from a `dvc.lock` above;
* undefined when there is none.
* @throws CamdriftError `model-unavailable` when it cannot be read, or names no MD5
*/
async function dvcPointer(path, files) {
	for (const above of withParents(path)) {
		const found = await inDvcFile(`${above}.dvc`, path, files);
		if (found) return found;
	}
	for (const above of [...withParents(path).slice(1), "."]) {
		const found = await inLock(posix.join(above, "dvc.lock"), path, files);
		if (found) return found;
	}
}
/** The path, its folder, the folder above, and so on, without the repository itself. */
function withParents(path) {
	const steps = posix.normalize(path).split("/").filter((step) => step !== "." && step !== "");
	return steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
}
async function inDvcFile(file, path, files) {
	const text = await files.text(file, mostPointerBytes);
	if (text === void 0) return void 0;
	const { outs, wdir = "." } = parsed(text, pointerSchema, files.place(file));
	return pointerIn(outs, posix.join(posix.dirname(file), wdir), {
		file,
		path,
		place: files.place(file)
	});
}
async function inLock(file, path, files) {
	const text = await files.text(file, mostLockBytes);
	if (text === void 0) return void 0;
	const { stages } = parsed(text, lockSchema, files.place(file));
	return pointerIn(Object.values(stages).flatMap((stage) => stage.outs), posix.dirname(file), {
		file,
		path,
		place: files.place(file)
	});
}
function parsed(text, schema, place) {
	try {
		const document = (0, import_dist.parseDocument)(text, { logLevel: "error" });
		if (document.errors[0]) throw document.errors[0];
		return schema.parse(document.toJS({ maxAliasCount: 100 }));
	} catch (cause) {
		throw unavailable$2(`${place} is no file of DVC's, or is damaged.`, "Let DVC write it again.", cause);
	}
}
function pointerIn(outs, folder, { file, path, place }) {
	for (const out of outs) {
		const at = posix.join(folder, out.path);
		if (at !== path && !path.startsWith(`${at}/`)) continue;
		const object = objectOf(out, place);
		const within = path.slice(at.length + 1);
		if (within === "" || object.isFolder) return {
			file,
			place,
			out: at,
			within,
			object
		};
	}
}
function objectOf({ md5, hash, size, path }, place) {
	if (md5 === void 0 || hash !== void 0 && hash !== "md5") throw unavailable$2(`${place} has no MD5 of ${path}, which is what the model is known by.`, "Let DVC track the model with `dvc add`, or name its address as `path`, with `sha256`.");
	const isFolder = md5.endsWith(".dir");
	return {
		md5: md5.slice(0, 32),
		isFolder,
		...!isFolder && { size },
		legacy: hash === void 0
	};
}

// src/sources/_dvc-stores.ts
/** Paths of an object: as DVC 3 has them, and as the versions before did. */
function placesOf$1({ md5, isFolder, legacy }) {
	const plain = `${md5.slice(0, 2)}/${md5.slice(2)}${isFolder ? ".dir" : ""}`;
	const places = [`files/md5/${plain}`, plain];
	return legacy ? places.reverse() : places;
}
/**
* The cache on disk; none when it lies outside the workspace.
* @param repository where it is checked out
*/
async function cacheStore({ root, cache }, repository, workspace) {
	const folder = resolve(repository, root, ".dvc", cache ?? "cache");
	const own = await confined(workspace, folder, "DVC cache").catch(() => void 0);
	if (own === void 0) return void 0;
	const name = `the DVC cache ${join(root, ".dvc", cache ?? "cache")}`;
	const fetch = async (object, to) => {
		for (const place of placesOf$1(object)) {
			const from = join(own, place);
			const there = await confined(workspace, from, "DVC object").catch(() => void 0);
			if (there === void 0 || !await stat(there).catch(() => void 0)) continue;
			if (!await isObject(there, object)) continue;
			await mkdir(dirname(to), { recursive: true });
			await copyFile(there, to, constants$1.COPYFILE_FICLONE);
			return true;
		}
		return false;
	};
	return {
		name,
		fetch
	};
}
/** A remote that is a plain web server; undefined for what takes a client of its own. */
function webStore({ remote }, network) {
	if (remote === void 0 || !/^https?:\/\//.test(remote) || !URL.canParse(remote)) return void 0;
	const base = remote.replace(/\/*$/, "/");
	const open = isAllowed(new URL(remote), network);
	const fetch = async (object, to) => {
		const { download } = await import("./_download.js");
		for (const place of placesOf$1(object)) if (await download({
			url: new URL(place, base),
			open,
			hash: {
				algorithm: "md5",
				hex: object.md5
			},
			to,
			size: object.size
		}, network).then(() => true, absent)) return true;
		await rm(to, { force: true });
		return false;
	};
	return {
		name: `the remote ${new URL(remote).host}`,
		fetch
	};
}
function absent(error) {
	if (error instanceof Error && / answered with status 404\./.test(error.message)) return false;
	throw error;
}

// src/sources/dvc.ts
/** Whether two pointers say that the same lies at their paths. */
const isSamePointer = (a, b) => a.object.md5 === b.object.md5 && a.object.isFolder === b.object.isFolder && a.within === b.within;
/**
* Makes sure that what lies on disk is what its pointer says.
* @param out the file or folder of the pointer, on disk
* @throws CamdriftError `model-unavailable`
*/
async function requirePulled({ object, place, out: path }, out) {
	if (object.isFolder ? await isFolderObject(out, object) : await isObject(out, object)) return;
	const what = await stat(out).catch(() => void 0) ? `What lies at ${path} is not what ${place} says` : `There is nothing at ${path}, where ${place} says that DVC holds something`;
	throw unavailable$2(`${what}: expected MD5 ${object.md5}.`, `Run \`dvc pull ${path}\` in a step before.`);
}
/**
* The model that a pointer of an earlier commit names, from the first of the stores that has it.
* @param stores asked for with the first question
* @param folder to write to
* @param missing what to do when none of them has it
*/
function dvcModel(pointer, stores, folder, missing) {
	let model;
	const path = () => {
		model ??= stores().then((found) => fetchedModel(pointer, found, folder, missing)).catch(asEarlier);
		return model;
	};
	return {
		origin: pointer.place,
		digest: async () => modelDigest(await path()),
		path
	};
}
async function fetchedModel(pointer, stores, folder, missing) {
	const { object, out, within, place } = pointer;
	const fetch = (wanted, name, to) => fetchFrom(stores, wanted, name, to, missing);
	const to = join(folder, "dvc", posix.basename(out));
	await rm(to, {
		recursive: true,
		force: true
	});
	if (!object.isFolder) {
		await fetch(object, place, to);
		return to;
	}
	const listFile = join(folder, "dvc.list");
	await fetch(object, place, listFile);
	const list = await readFolderList(listFile, place);
	const named = namedFile(list, within, place);
	const part = async (name) => {
		const md5 = list.get(name);
		if (md5 === void 0) throw unavailable$2(`${place} has no ${name}, which the model needs.`);
		await fetch({
			md5,
			isFolder: false,
			legacy: object.legacy
		}, `${name} of ${place}`, insideOf(to, name));
	};
	await part(named);
	await follow(join(to, named), posix.dirname(named), part);
	return named === within ? join(to, named) : join(to, within);
}
/** The file that makes the folder a model, or the one that is named. */
function namedFile(list, within, place) {
	const names = [within, ...folderModels.map((name) => posix.join(within, name))];
	const found = names.find((name) => list.has(name));
	if (found !== void 0) return found;
	throw unavailable$2(`${place} has neither ${names.filter(Boolean).join(" nor ")}.`);
}
/** A list comes from a stranger's storage. */
function insideOf(folder, name) {
	const steps = name.split(/[\\/]/);
	if (!steps.includes("..") && !steps.includes("") && !name.includes("\0")) return join(folder, name);
	throw unavailable$2(`DVC's list of files has the name ${JSON.stringify(name)}, which leads out of its folder.`);
}
/** The files that the model names, until it names no more: some formats tell only file by file. */
async function follow(model, folder, part) {
	const done = /* @__PURE__ */ new Set();
	for (;;) {
		const { files } = await modelFiles(model);
		const news = files.slice(1).filter((name) => !done.has(name));
		if (news.length === 0) return;
		for (const name of news) {
			await part(posix.join(folder, name));
			done.add(name);
		}
	}
}
async function fetchFrom(stores, object, name, to, missing) {
	await mkdir(dirname(to), { recursive: true });
	for (const store of stores) if (await store.fetch(object, to)) return;
	const where = stores.map((store) => store.name).join(" nor in ") || "any place that is read";
	throw unavailable$2(`The earlier version is not on this machine: ${name}, MD5 ${object.md5}, is not in ${where}.`, missing);
}

// src/changes/fixture-changes.ts
/**
* Told by content: a fixture that moved, or was copied, was there before.
* @param was path and content hash of each fixture that the base has
* @param is the same of those that the candidate has, as far as Git holds them; of others nothing can be told
*/
function fixtureChanges(was, is) {
	const before = new Set(was.values());
	const now = new Set(is.values());
	const changed = [...is].filter(([, sha]) => !before.has(sha));
	const gone = [...was].filter(([path, sha]) => !is.has(path) && !now.has(sha));
	return {
		touched: new Map(changed.map(([path]) => [path, was.has(path) ? "edited" : "added"])),
		gone: gone.map(([path]) => path)
	};
}
/**
* The fixtures among the files of a commit, as its own configuration names them.
* @param rules of the commit's configuration
* @param own folders that camdrift writes
*/
function fixturesAmong(entries, rules, own) {
	const { fixture } = policyOf(rules, "");
	const isOwn = (path) => own.some((folder) => path.startsWith(`${folder}/`));
	return new Map([...entries].flatMap(([path, { kind, sha }]) => kind === "file" && fixture(path) && !isOwn(path) ? [[path, sha]] : []));
}

// src/changes/steers.ts
/**
* Whether a change has a hand in what would show that its model repairs something: a rule, a fixture, a reference. Stored
* baselines that it brings are not among that: those of the base branch are believed, and no others.
* @param raw the changed configuration
* @param written turns a path as a configuration writes it into one relative to the repository
*/
function steersRepairs({ edits, settings }, raw, written) {
	const models = raw.models.map((model) => ({
		name: model.name,
		...effective(raw, model)
	}));
	const stored = models.map(({ name, baseline = `${defaultBaselines}/${name}` }) => written(baseline));
	const references = models.flatMap(({ pinned = [], "baseline-model": golden = [] }) => [pinned, golden].flat()).map((path) => placeOf(written(path)).toLowerCase());
	const touchesReference = (path) => references.some((place) => within(place, path) || within(path, place));
	const isStored = (path) => stored.some((place) => within(place, path)) && !touchesReference(path.toLowerCase());
	return settings.length > 0 || edits.some(({ what, path }) => what !== "baseline" || !isStored(path));
}

// src/targets/image-branch.ts
const mostAttempts = 5;
/**
* Commits pictures to a branch that shares no history with the code, and answers their addresses.
*
* One commit, signed by GitHub, on top of what the branch is at that moment; when another run was faster, again, at most
* five times.
*/
async function publishPictures(repository, pictures) {
	for (let attempt = 1;; attempt++) {
		const tip = await tipOf(repository, pictures.branch) ?? await orphan(repository, pictures.branch);
		try {
			const commit = await commitOn(repository, pictures, tip);
			return {
				commit,
				urls: new Map([...pictures.files.keys()].map((path) => [path, url(repository, commit, pictures, path)]))
			};
		} catch (error) {
			if (attempt >= mostAttempts || !isStale(error)) throw error;
			await setTimeout$1(Math.random() * 200 * 2 ** attempt);
		}
	}
}
/** `blob` with `raw=true` is what GitHub shows to a reader of a private repository too; the branch's name would not last. */
function url({ serverUrl, owner, name }, commit, { folder }, path) {
	return `${serverUrl}/${owner}/${name}/blob/${commit}/${`${folder}/${path}`.split("/").map(encodeURIComponent).join("/")}?raw=true`;
}
async function tipOf(repository, branch) {
	try {
		const { data } = await repository.api.rest.git.getRef({
			...coordinates(repository),
			ref: `heads/${branch}`
		});
		return data.object.sha;
	} catch (error) {
		if (hasStatus(error, 404)) return void 0;
		throw error;
	}
}
const readme = `# Pictures of camdrift

The comments of camdrift on pull requests show pictures of this branch. It shares no history with the code. It may be
deleted at any time: older comments lose their pictures then, and the next run starts it anew.
`;
/** Starts the branch with a commit that has no parents; whoever does so at the same time wins. */
async function orphan(repository, branch) {
	const { git } = repository.api.rest;
	const where = coordinates(repository);
	const entry = {
		path: "README.md",
		mode: "100644",
		type: "blob",
		content: readme
	};
	const { data: tree } = await git.createTree({
		...where,
		tree: [entry]
	});
	const message = "Pictures of camdrift start here";
	const { data: commit } = await git.createCommit({
		...where,
		message,
		tree: tree.sha,
		parents: []
	});
	try {
		await git.createRef({
			...where,
			ref: `refs/heads/${branch}`,
			sha: commit.sha
		});
		return commit.sha;
	} catch (error) {
		const theirs = hasStatus(error, 422) ? await tipOf(repository, branch) : void 0;
		if (theirs === void 0) throw error;
		return theirs;
	}
}
const mutation = `mutation CamdriftPictures($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
async function commitOn(repository, { branch, folder, files }, tip) {
	const additions = [...files].map(([path, bytes]) => ({
		path: `${folder}/${path}`,
		contents: Buffer.from(bytes).toString("base64")
	}));
	const input = {
		branch: {
			repositoryNameWithOwner: `${repository.owner}/${repository.name}`,
			branchName: branch
		},
		expectedHeadOid: tip,
		message: { headline: `Pictures for ${folder}` },
		fileChanges: { additions }
	};
	return (await repository.api.graphql(mutation, { input })).createCommitOnBranch.commit.oid;
}
/** The branch moved between reading its tip and committing on it. */
function isStale(error) {
	const { errors = [] } = error;
	return errors.some(({ type, message }) => type === "STALE_DATA" || /expected branch to point to/i.test(message));
}

// src/reports/annotations.ts
const levels = {
	fail: "error",
	incomplete: "error",
	warn: "warning",
	accepted: "notice",
	pass: "notice"
};
/** GitHub shows ten per level and step: nine, and one that says how many more there are. */
const mostPerLevel = 9;
/**
* An annotation per reason on its model's file, worst models first.
* @param pathOf turns a model's path into one that is relative to the repository
*/
function annotations(results, pathOf = (path) => path) {
	const all = worstFirst(results.models).flatMap((model) => ofModel(model, pathOf(model.path)));
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => bounded(all.filter((each) => each.level === level), level));
}
function ofModel({ name, reasons, error, accepted }, file) {
	const worstReasonsFirst = [
		"fail",
		"incomplete",
		"warn",
		"pass"
	].flatMap((level) => reasons.filter((reason) => reason.level === level));
	const verdictOf = (level) => accepted && level === "fail" ? "accepted" : level;
	return worstReasonsFirst.map((reason) => ({
		level: levels[verdictOf(reason.level)],
		file,
		title: plain(`camdrift: ${name}, ${verdictOf(reason.level)}`, 200),
		message: plain(sentenceOf(reason) + (error && error.code === codeOf(reason) ? ` To do: ${error.remedy}` : ""), 4e3)
	}));
}
function bounded(found, level) {
	if (found.length <= 10) return [...found];
	const more = found.length - mostPerLevel;
	const next = found[mostPerLevel];
	return [...found.slice(0, mostPerLevel), {
		level,
		file: next.file,
		title: `camdrift: and ${more} more`,
		message: `${more} more reasons are in the summary.`
	}];
}
function plain(text, most) {
	const line = oneLine(text);
	return line.length > most ? `${line.slice(0, most - 1).replace(/\p{Cs}$/u, "")}…` : line;
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
	}, score, slices, lineage, repair, sweep, flips } = model;
	return given(baseline ? {
		...audited,
		baseline,
		drift,
		predictions,
		score,
		slices,
		lineage,
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
	if (status === "failed") return given({
		name: shown.name,
		truth: shown.truth,
		status,
		reason: shown.reason
	});
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
const unit$2 = number$1().min(0).max(1);
const classSchema = strictObject({
	index: int().min(0),
	label: string().optional(),
	probability: number$1().describe("What this model gives the class.").optional()
});
const mapDrift = union$1([
	strictObject({
		drift: record(string(), unit$2).describe("Per metric: 0 = identical, 1 = as different as the metric can say."),
		centre: strictObject({
			dx: number$1(),
			dy: number$1(),
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
	value: number$1().describe("Of a regression: the answer, in its own unit.").optional()
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
	montage: string().describe("Picture of the fixture, relative to the results file.").optional()
});

// src/results-file/_judged-schema.ts
/** What a verdict rests on, in `results.json`: how a model is judged, and the figures that were. */
const unit$1 = number$1().min(0).max(1);
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
	answer: number$1().gt(0).describe("Largest accepted mean change of the answer of a regression, in its own unit.").optional(),
	requiredDivergence: literal(true).describe("The team wrote the limit of the divergence: where none can be had, the verdict is incomplete.").optional(),
	limits: _enum(["uncalibrated", "configured"]).describe("Whether the limits are camdrift's own for this lineage, or the team's.").optional(),
	lineage: _enum(lineageKinds).describe("Whose limits and accepted models judge; absent when unknown.").optional(),
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
		scores: array(number$1().min(0)).describe("Scores of the accepted models of this lineage."),
		rate: number$1().gt(0).lt(1).describe("Chosen rate of false alarms."),
		otherBaselines: int().min(0).describe("How many of them were audited against another baseline.").optional()
	}).optional()
});
const scoreSchema = strictObject({
	value: number$1().min(0).describe("Largest ratio of a drift signal to its limit."),
	signal: string().describe("The signal that has it."),
	p: unit$1.describe("Share of accepted models, this one among them, that score as high; only when calibrated.").optional(),
	accepted: int().min(0).describe("Number of accepted models it was compared with.").optional()
}).describe("One number for all that may drift: above 1, or rare among accepted models, is a regression.");
const probeSummary = strictObject({
	name: string(),
	fixtures: int().min(0).describe("How many fixtures it speaks for."),
	candidate: probeMean,
	baseline: probeMean.optional(),
	added: number$1().min(-1).max(1).describe("Mean movement of the candidate less that of the baseline.").optional(),
	limit: unit$1.describe("What adds more is worth a word."),
	beyond: unit$1.describe("What adds more fails, where that is not the limit itself.").optional(),
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
	picture: string().describe("Picture of that pair, relative to the results file.").optional()
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
	mean: number$1(),
	low: number$1().describe("Lower end of the 95 % confidence interval of the mean (bootstrap over fixtures)."),
	high: number$1(),
	sees: number$1().min(0).describe("The smallest difference from a limit that so many fixtures show in four of five draws.")
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
		gained: number$1().min(-1).max(1).describe("Mean probability that the class gains, candidate less baseline."),
		lost: boolean().describe("Whether that class is being lost on its own fixtures.")
	})).describe("Edits that stand out, strongest first.")
}).describe("What a stock of plain edits does to the answers of both sides, where it was tried.");
const flipSchema = strictObject({
	edit: string().describe("Of the sweep, or a probe."),
	words: string(),
	fixture: string(),
	from: string().describe("The candidate's answer without the edit."),
	to: string().describe("And with it."),
	picture: string().describe("Picture of both, relative to the results file.").optional()
});

// src/results-file/schema.ts
const unit = number$1().min(0).max(1);
const verdict = _enum(verdicts);
const reason = strictObject({
	level: _enum(levels$3).describe("What this reason alone would make the verdict."),
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
			mean: number$1().min(0),
			max: number$1().min(0),
			before: number$1(),
			after: number$1()
		}).describe("Of a regression: how far the answers changed, and their means before and after, in their own unit.").optional(),
		accuracy: strictObject({
			labelled: int(),
			baseline: unit,
			candidate: unit
		}).optional()
	}).optional(),
	fixtures: array(fixtureSchema)
});
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
	times: strictObject({
		started: datetime(),
		seconds: number$1()
	}).describe("The only part that differs between two runs on the same input.")
});

// src/reports/stored-baselines.ts
const refreshWords = "Run `camdrift baseline` on this branch and commit what it writes; until then pull requests explain the base model anew.";
function storedWords({ folder, unwanted, stale }) {
	if (unwanted) return "no baseline is asked for";
	if (folder === void 0) return "no stored baseline: pull requests explain the base model anew";
	return stale === void 0 ? "the stored baseline is up to date" : `the stored baseline is stale: ${stale}`;
}
/** The step summary of a push to the default branch. */
function storedBaselines(found) {
	return `${[
		"### camdrift: stored baselines",
		[
			"| model | folder | state |",
			"| --- | --- | --- |",
			...found.map((each) => [
				each.name,
				each.folder ?? "-",
				storedWords(each)
			].map(escapeMarkdown).join(" | ")).map((row) => `| ${row} |`)
		].join("\n"),
		...found.some(({ stale }) => stale !== void 0) ? [refreshWords] : []
	].join("\n\n")}\n`;
}

// src/reports/refresh.ts
const refreshTitle = (news) => `Refresh what camdrift has stored of ${modelsOf(news)}`;
/** Markdown of the pull request. */
function refreshBody(news, branch) {
	const lines = news.map((each) => each.what === "baseline" ? `- **${text(each.model)}**: the stored baseline is made anew; ${escapeMarkdown(each.why)}.` : `- **${text(each.model)}**: its scores join the calibration, ${link(`accepted by ${text(each.accepted.by, 40)}`, each.accepted.url)}: ${text(each.accepted.why, 300)}`);
	return [`Made by camdrift from ${text(branch)} as it is now, for you to merge; later pushes bring it up to date.`, lines.join("\n")].join("\n\n");
}
/** Of the commit: plain text, a line each. */
function refreshMessage(news) {
	const lines = news.map((each) => each.what === "baseline" ? `${each.model}: the stored baseline is made anew (${each.why})` : `${each.model}: its scores join the calibration, accepted by ${each.accepted.by}: ${each.accepted.why} (${each.accepted.url})`);
	return [
		refreshTitle(news),
		"",
		...lines.map((line) => oneLine(line).slice(0, 500))
	].join("\n");
}
function modelsOf(news) {
	const names = [...new Set(news.map(({ model }) => oneLine(model).slice(0, 60)))];
	return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

// src/targets/refresh-branch.ts
/** Ours alone: it is written anew each time. */
const refreshBranch = (base) => `camdrift/refresh/${base}`;
/** Brings the files by one pull request, which is opened once and then kept up to date. @returns its address, and whether anything had to be done */
async function refreshByPullRequest(repository, refresh) {
	const { pulls } = repository.api.rest;
	const where = coordinates(repository);
	const { base, title } = refresh;
	const branch = refreshBranch(base);
	const tree = await treeOf(repository, refresh);
	const body = `${refresh.body}\n\n<!-- camdrift refresh of=${refresh.head} tree=${tree} -->\n`;
	const [there] = (await openOnes(repository, base)).data;
	if (there?.body === body) return {
		url: there.html_url,
		changed: false
	};
	await moved(repository, branch, await commitOf(repository, refresh, tree));
	if (there) {
		const { data } = await pulls.update({
			...where,
			pull_number: there.number,
			title,
			body
		});
		return {
			url: data.html_url,
			changed: true
		};
	}
	const { data } = await pulls.create({
		...where,
		head: branch,
		base,
		title,
		body
	});
	return {
		url: data.html_url,
		changed: true
	};
}
/** A file as our open pull request would have it; `undefined` without one. At most a megabyte. */
async function waitingText(repository, base, path) {
	const where = coordinates(repository);
	const [there] = (await openOnes(repository, base)).data;
	if (!there) return void 0;
	try {
		const raw = {
			...where,
			path,
			ref: there.head.sha,
			mediaType: { format: "raw" }
		};
		const { data } = await repository.api.rest.repos.getContent(raw);
		return String(data);
	} catch (error) {
		if (hasStatus(error, 404)) return void 0;
		throw error;
	}
}
const openOnes = (repository, base) => repository.api.rest.pulls.list({
	...coordinates(repository),
	state: "open",
	head: `${repository.owner}:${refreshBranch(base)}`,
	base,
	per_page: 10
});
/** Brings the files by a commit on the branch itself. @returns `undefined` when the branch has moved on: the run of that push does it */
async function refreshByCommit(repository, refresh) {
	const sha = await commitOf(repository, refresh, await treeOf(repository, refresh));
	try {
		await repository.api.rest.git.updateRef({
			...coordinates(repository),
			ref: `heads/${refresh.base}`,
			sha
		});
		return sha;
	} catch (error) {
		if (hasStatus(error, 422) && /fast.forward/i.test(String(error))) return void 0;
		throw error;
	}
}
async function treeOf(repository, { head, files }) {
	const tree = [...files].map(([path, content]) => ({
		path,
		mode: "100644",
		type: "blob",
		...content === null ? { sha: null } : { content }
	}));
	const { data } = await repository.api.rest.git.createTree({
		...coordinates(repository),
		base_tree: head,
		tree
	});
	return data.sha;
}
async function commitOf(repository, { head, message }, tree) {
	const { data } = await repository.api.rest.git.createCommit({
		...coordinates(repository),
		message,
		tree,
		parents: [head]
	});
	return data.sha;
}
/** Never through the commit that it starts from: an open pull request without a commit would be closed. */
async function moved(repository, branch, sha) {
	const { git } = repository.api.rest;
	const where = coordinates(repository);
	try {
		await git.updateRef({
			...where,
			ref: `heads/${branch}`,
			sha,
			force: true
		});
	} catch (error) {
		if (!hasStatus(error, 422, 404)) throw error;
		await git.createRef({
			...where,
			ref: `refs/heads/${branch}`,
			sha
		});
	}
}

// src/reports/failed-run.ts
/** The step summary of a run that came to no verdict. */
function failedRun(error) {
	return `### ❌ camdrift came to no verdict\n\n${(error instanceof CamdriftError ? [escapeMarkdown(error.message), `**To do**: ${escapeMarkdown(error.remedy)}`] : ["Internal error: the log has the text to report."]).join("\n\n")}\n`;
}

// src/models/_graph.ts
function nodeTable(nodes) {
	return new Map(nodes.map((node) => [node.name, node]));
}
/** The names of a node and of all that depends on it. */
function descendants(nodes, name) {
	const found = /* @__PURE__ */ new Set([name]);
	for (const node of nodes) if (node.inputs.some((input) => found.has(input))) found.add(node.name);
	return found;
}
/** The names of a node and of all it depends on; the walk does not go behind the nodes in `until`. */
function ancestors(nodes, name, until = /* @__PURE__ */ new Set()) {
	const found = /* @__PURE__ */ new Set([name]);
	for (const node of nodes.toReversed()) if (found.has(node.name) && !until.has(node.name)) for (const input of node.inputs) found.add(input);
	return found;
}
const shapeOf = (graph, name) => graph.shapes([name])[0];

// src/models/_answer.ts
/** Numbers in a row for each image, which is what class scores are. */
const isRow = (shape) => shape.filter((size) => size > 1).length <= 1;
/**
* That a model's answer can be class scores: one number per class for each image, made of the image by steps that have a
* gradient. Boxes, masks, pictures and numbers of classes cannot be.
* @throws CamdriftError `model-unsupported` with the output's name and what it holds
*/
function requireClassScores(graph, scores) {
	requireRow(graph, scores);
	requireGradient(graph, scores.node);
}
/** Steps that change no value may lay a grid out as one row: it is a grid all the same. */
function requireRow(graph, scores) {
	const table = nodeTable(graph.nodes);
	let node = table.get(graph.output);
	for (; node; node = node.kind === "identity" ? table.get(node.inputs[0]) : void 0) {
		const shape = shapeOf(graph, node.name);
		if (!isRow(shape)) throw noRow(graph, node, shape);
	}
	const shape = shapeOf(graph, scores.node);
	if (!isRow(shape)) throw noRow(graph, table.get(scores.node), shape);
}
function noRow(graph, { name }, shape) {
	const sizes = shape.filter((size) => size > 1).join(" x ");
	const what = name === graph.output ? "" : `is made of \`${name}\`, which `;
	return new CamdriftError("model-unsupported", `The output \`${graph.output}\` ${what}holds ${sizes} numbers for each image${likeness(graph, shape)}; expected one score per class.`, { remedy: notAClassifier });
}
/** What such a shape is known from. */
function likeness({ inputShape: { width, height } }, shape) {
	const axes = shape.filter((size) => size > 1);
	const [first = 0, second = 0] = axes;
	if (axes.length > 1 && Math.abs(width * first - height * second) < Math.max(width, height) && width >= second && first * 32 >= height) return ", as a mask or a picture does";
	return axes.length === 2 ? ", as the boxes of a detector or the tokens of an encoder do" : "";
}
const notAClassifier = "camdrift explains models that give one score per class. If this one has such an output or value beside it, name it with --output; detectors, segmenters, autoencoders and encoders cannot be explained.";
/** Whole numbers and truths have no slope, so nothing behind them says which part of the image decided. */
function requireGradient(graph, scores) {
	const table = nodeTable(graph.nodes);
	const whole = new Set(graph.nodes.filter(({ isWhole }) => isWhole).map(({ name }) => name));
	const reached = ancestors(graph.nodes, scores, whole);
	const begins = ({ name, kind }) => (kind === "input" || kind === "convolution") && reached.has(name);
	if (!whole.has(scores) && (whole.size === 0 || graph.nodes.some(begins))) return;
	const { name, operation } = table.get([...reached].find((each) => whole.has(each)) ?? scores);
	const what = name === graph.output ? "holds" : "is made of";
	throw new CamdriftError("model-unsupported", `The output \`${graph.output}\` ${what} whole numbers or truths (\`${name}\`, ${operation}), such as the number of the likeliest class; expected a score per class, which has a gradient.`, { remedy: "Export the model without that last step, or name with --output the value that it reads, if that holds one score per class." });
}
/**
* That the numbers of several images are a row for each: an output of one number per image has no axis to tell by.
* @param found how many numbers came out of one image
*/
function requireOneEach(graph, found) {
	if (found === 1) return;
	throw new CamdriftError("model-unsupported", `The output \`${graph.output}\` has ${found} numbers and no axis for the images; expected images x classes.`, { remedy: "Export the model without the step that takes the first axis away (Squeeze, Reshape)." });
}

// src/models/_answers.ts
/**
* The answers of a batch, from the scores of all its images in a row.
* @throws CamdriftError `model-numbers` where a score is not finite, `model-unsupported` where logits are asked for and not known
*/
function readAnswers(scores, values, request) {
	const units = values.length / request.classes.length;
	return request.classes.map((choice, index) => {
		const logits = values.slice(index * units, (index + 1) * units);
		requireScores(logits, scores, request.score);
		const probabilities = toProbabilities(logits, scores);
		return {
			logits,
			probabilities,
			classIndex: choice === "predicted" ? argmax(probabilities) : choice
		};
	});
}
function requireScores(logits, scores, score) {
	if (!logits.every(Number.isFinite)) throw new CamdriftError("model-numbers", `The class scores (\`${scores.node}\`) of an ordinary image are not finite: got ${logits.find((value) => !Number.isFinite(value))}.`);
	if (scores.link === "none" && score === "logit" && looksLikeProbabilities(logits)) throw new CamdriftError("model-unsupported", `Output \`${scores.node}\` holds probabilities, but no softmax was found before it, so the pre-softmax scores are not known.`, { remedy: "Name the node that holds the logits with --output, or explain the probability with --score probability." });
}
function looksLikeProbabilities(values) {
	const total = values.reduce((sum, value) => sum + value, 0);
	return values.length > 1 && Math.abs(total - 1) < 1e-4 && values.every((value) => value >= 0);
}
/** In float64 from float32 logits, so that no engine's softmax takes part. */
function toProbabilities(logits, scores) {
	const sigmoid = (value) => 1 / (1 + Math.exp(-value));
	if (scores.link === "value") return Float32Array.of(1);
	if (logits.length === 1) return Float32Array.of(sigmoid(-logits[0]), sigmoid(logits[0]));
	if (scores.link === "sigmoid") return logits.map(sigmoid);
	const largest = logits.reduce((a, b) => Math.max(a, b));
	const powers = Float64Array.from(logits, (value) => Math.exp(value - largest));
	const total = powers.reduce((sum, value) => sum + value, 0);
	return Float32Array.from(powers, (value) => value / total);
}
/** First index of the largest value. */
function argmax(values) {
	return values.reduce((best, value, index) => value > values[best] ? index : best, 0);
}
/**
* dScore / dLogits of one image, in float64: a unit vector for the logit, a row of the softmax's Jacobian,
* p_c (1[j = c] - p_j), for the probability. A value is explained itself. A single unit speaks for class 1, its negative for class 0.
*/
function slope({ logits, probabilities, classIndex }, score, { link }) {
	const p = probabilities[classIndex];
	if (link === "value") return Float32Array.of(1);
	if (logits.length === 1) return Float32Array.of((classIndex === 1 ? 1 : -1) * (score === "logit" ? 1 : p * (1 - p)));
	return logits.map((_, j) => {
		const own = j === classIndex ? 1 : 0;
		if (score === "logit") return own;
		return link === "sigmoid" ? own * p * (1 - p) : p * (own - probabilities[j]);
	});
}

// src/models/_trial.ts
/** A picture of noise, -1 to 1, the same for the same seed. */
function noise({ width, height, channels }, seed) {
	const next = random(seed);
	return Float32Array.from({ length: width * height * channels }, () => 2 * next() - 1);
}
/** All numbers that a node gives for one image. */
function scoresOf({ tf: { core } }, graph, node, image) {
	const { width, height, channels } = graph.inputShape;
	let found = /* @__PURE__ */ new Float32Array();
	core.tidy(() => {
		const input = core.tensor4d(image, [
			1,
			height,
			width,
			channels
		]);
		const [scores] = graph.execute(/* @__PURE__ */ new Map([[graph.input, input]]), [node]);
		found = Float32Array.from(scores.dataSync());
	});
	return found;
}

// src/models/_embedding.ts
/** Of a length, as float32 and a small number in the denominator leave it. */
const tolerance = 1e-4;
/**
* That the answers are not all of length one, as an encoder's are that are compared by their angle: no single number of
* such a vector speaks for anything. Pictures of noise are asked where the first answers are.
* @throws CamdriftError `model-unsupported`
*/
function requireNoEmbedding(engine, graph, scores, first) {
	if (scores.link !== "none" || !first.every(({ logits }) => isUnit(logits))) return;
	const rows = [
		1,
		2,
		3
	].map((seed) => scoresOf(engine, graph, scores.node, noise(graph.inputShape, seed)));
	if (!rows.every(isUnit) || !rows.slice(1).some((row) => differ(row, rows[0]))) return;
	throw new CamdriftError("model-unsupported", `The output \`${graph.output}\` is ${rows[0].length} numbers of length one together, whatever the image: an embedding, not scores of classes.`, { remedy: "camdrift explains classifiers: export the model with the layer that scores the classes, or name that output with --output." });
}
const isUnit = (values) => values.length > 1 && !looksLikeProbabilities(values) && Math.abs(Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0)) - 1) < tolerance;
/** By so much that a length which is free to change would have changed. */
const differ = (a, b) => a.some((value, at) => Math.abs(value - b[at]) > 100 * tolerance);

// src/models/_head.ts
/** Walks back from the answer, over steps that change no value, to the softmax or sigmoid and what feeds it. */
function findScores(graph) {
	const table = nodeTable(graph.nodes);
	let node = table.get(graph.output);
	while (node?.kind === "identity") node = table.get(node.inputs[0]);
	const link = links[node?.kind ?? "other"];
	return link && node ? {
		node: node.inputs[0],
		link
	} : {
		node: graph.output,
		link: "none"
	};
}
const links = {
	softmax: "softmax",
	"log-softmax": "softmax",
	sigmoid: "sigmoid"
};
/** `undefined` when the scores do not depend on the layer. */
function headOf(graph, layer, scores) {
	const below = descendants(graph.nodes, layer);
	if (!below.has(scores)) return void 0;
	const above = ancestors(graph.nodes, scores);
	const nodes = graph.nodes.filter((node) => node.name !== layer && below.has(node.name) && above.has(node.name));
	const inside = /* @__PURE__ */ new Set([layer, ...nodes.map((node) => node.name)]);
	return {
		nodes,
		bypasses: [...new Set(nodes.flatMap((node) => node.inputs).filter((input) => !inside.has(input)))]
	};
}
/**
* Whether the scores are a linear function of the layer's spatial mean, which is what CAM needs (Zhou et al. 2016):
* exactly one global average, and otherwise steps that are linear and the same at every cell.
*/
function isPooledLinear(head) {
	return head.nodes.filter((node) => node.kind === "global-average").length === 1 && head.bypasses.length === 0 && head.nodes.every((node) => commutesWithMean.has(node.kind));
}
const commutesWithMean = /* @__PURE__ */ new Set([
	"global-average",
	"pointwise-convolution",
	"pointwise-linear",
	"identity"
]);

// src/models/_arrangement.ts
const run = (of, size, step = 1) => ({
	of,
	size,
	step
});
const isCell = (factor) => factor.of === "row" || factor.of === "column" || factor.of === "tokens";
/** Whether an axis counts cells of the grid. */
const countsCells = (axis) => axis?.some(isCell) === true;
/** Images x channels x rows x columns. */
const imageArrangement = ([images, channels, height, width]) => ({
	axes: [
		[run("image", images)],
		[run("other", channels)],
		[run("row", height)],
		[run("column", width)]
	].map(tidy),
	channels,
	sure: true
});
function gridOf({ axes }) {
	const cells = cellsOf(axes);
	const product = (of) => cells.filter((each) => each.of === of).reduce((all, { size }) => all * size, 1);
	return {
		height: product("row"),
		width: product("column")
	};
}
/** How many numbers a cell has. */
const widthOf = ({ axes }) => axes.flat().reduce((all, { of, size }) => of === "other" ? all * size : all, 1);
const cellsOf = (axes) => axes.flat().flatMap((factor) => factor.of === "tokens" ? factor.cells : isCell(factor) ? [factor] : []);
/** The arrangement with other axes, if a grid of more than one cell is left: the cells that its finest steps make. */
function arranged(before, axes) {
	const finest = {
		row: finestStep(axes, "row"),
		column: finestStep(axes, "column")
	};
	const coarse = (each) => each.of === "row" || each.of === "column" ? {
		...each,
		step: each.step / finest[each.of]
	} : each;
	const scaled = axes.map((axis) => tidy(axis.map((each) => each.of === "tokens" ? {
		...each,
		cells: tidyRuns(each.cells.map(coarse))
	} : coarse(each))));
	const { height, width } = gridOf({ axes: scaled });
	return height * width > 1 && isWhole(scaled, "row") && isWhole(scaled, "column") ? {
		...before,
		axes: scaled
	} : void 0;
}
function finestStep(axes, of) {
	const steps = cellsOf(axes).flatMap((each) => each.of === of ? [each.step] : []);
	return steps.length === 0 ? 1 : Math.min(...steps);
}
/** Whether the runs together count every row (column) once. */
function isWhole(axes, of) {
	const runs = bySteps(cellsOf(axes), of);
	return runs.every(({ step }, at) => step === (at + 1 < runs.length ? runs[at + 1].step * runs[at + 1].size : 1));
}
const bySteps = (runs, of) => runs.filter((each) => each.of === of).toSorted((a, b) => b.step - a.step);
/** The same numbers in another shape; `undefined` where an axis is cut through what cannot be cut. */
function reshapedTo(before, shape) {
	const queue = before.axes.flat();
	const sure = before.sure && !hidesImages(before, shape);
	const axes = [];
	for (const size of shape) {
		const axis = taken(queue, size);
		if (!axis) return void 0;
		axes.push(axis);
	}
	axes.at(-1)?.push(...queue.splice(0));
	return arranged({
		...before,
		sure
	}, axes);
}
/** Takes factors from the front until they fill an axis, splitting the last where it is longer. */
function taken(queue, size) {
	const axis = [];
	let left = size;
	if (size === 1 && queue[0]?.size === 1) return [queue.shift()];
	while (left > 1 && queue.length > 0) {
		const next = queue.shift();
		const part = left % next.size === 0 ? next : split(next, left, queue);
		if (!part) return void 0;
		axis.push(part);
		left /= part.size;
	}
	return left === 1 ? axis : void 0;
}
function split(factor, size, queue) {
	if (factor.of === "tokens" || factor.size % size !== 0) return void 0;
	const rest = factor.size / size;
	queue.unshift({
		...factor,
		size: rest
	});
	return {
		...factor,
		size,
		step: factor.step * rest
	};
}
/** A single image behind something else may go to either side of it, unless it has an axis of its own again. */
function hidesImages({ axes }, shape) {
	const all = axes.flat();
	const at = all.findIndex(({ of }) => of === "image");
	const before = all.slice(0, at).reduce((product, { size }) => product * size, 1);
	if (at < 0 || all[at].size > 1 || before === 1) return false;
	let seen = 1;
	return !shape.some((size) => {
		const here = seen === before && size === 1;
		seen *= size;
		return here;
	});
}
/** Neighbours that count on from one another are one run; runs of one are none, but for the images'. */
function tidy(axis) {
	const joined = [];
	for (const factor of axis) {
		const last = joined.at(-1);
		if (factor.size === 1 && factor.of !== "image") continue;
		if (last && follows(last, factor)) joined[joined.length - 1] = {
			...factor,
			size: last.size * factor.size
		};
		else joined.push(factor);
	}
	return joined;
}
const tidyRuns = (runs) => tidy(runs);
const follows = (last, next) => last.of === next.of && last.of !== "tokens" && last.of !== "image" && (last.of === "other" || last.step === next.step * next.size);
/** Whether two values of one shape have their cells in the same places; what channels are is not asked. */
const sameCells = (a, b) => a.axes.length === b.axes.length && a.axes.every((axis, at) => cellText(axis) === cellText(b.axes[at]));
const cellText = (axis) => JSON.stringify(axis.filter(isCell));
/** Whether images, rows and columns have an axis each, the channels the one left: as N, C, H, W. */
const isImage = (found) => lies(found, [
	"image",
	"other",
	"row",
	"column"
]);
/** The same as N, H, W, C. */
const isImageLast = (found) => lies(found, [
	"image",
	"row",
	"column",
	"other"
]);
const lies = ({ axes }, order) => axes.length === 4 && axes.every((axis, at) => axis.every(({ of }) => of === order[at]));
/** @param images how many there are: the arrangement was seen with another number of them */
function placesOf({ axes }, images) {
	let stride = 1;
	let [image, first] = [0, 0];
	const found = [];
	const walk = (factor) => {
		if (factor.of === "tokens") {
			const [inner, whole] = [stride, stride * factor.size];
			first += factor.first * inner;
			for (const cell of factor.cells.toReversed()) walk(cell);
			stride = whole;
			return;
		}
		if (factor.of === "image") image = stride;
		else found.unshift({
			...factor,
			stride
		});
		stride *= factor.of === "image" ? images : factor.size;
	};
	for (const factor of axes.flat().toReversed()) walk(factor);
	const along = (runs) => offsets(runs.map(({ size, stride: each }) => ({
		size,
		stride: each
	})));
	const [rows, columns] = ["row", "column"].map((of) => along(bySteps(found, of)));
	const channels = along(found.filter(({ of }) => of === "other"));
	return {
		height: rows.length,
		width: columns.length,
		image,
		rows,
		columns,
		channels,
		first
	};
}
/** Every index of some runs, the slowest first, as an offset. */
function offsets(runs) {
	return runs.reduce((all, { size, stride }) => all.flatMap((offset) => Array.from({ length: size }, (_, at) => offset + at * stride)), [0]);
}

// src/models/_patches.ts
/** The names of the nodes of whose grid the scores read something, not only of the class token beside it. */
function readNodes(graph, scores) {
	const used = ancestors(graph.nodes, scores);
	const read = /* @__PURE__ */ new Set();
	for (const node of graph.nodes.toReversed()) {
		const isRead = node.isImage || node.patches && !node.patches.mixes ? read.has(node.name) || node.name === scores : !node.skipsPatches;
		if (!used.has(node.name) || !isRead) continue;
		for (const input of node.inputs) read.add(input);
	}
	return read;
}
/**
* The last of some nodes through which everything passes that the scores read of the grid: before the attention that
* gathers the patches in the class token, or before the mean over them. Projections for attention and what lies between a
* fork and its join are passed by; other widths than that of the stream are such projections, too.
*
* `undefined` where sums of more rows follow, whose grid is not known: then the patches go on in another arrangement.
*/
function lastNarrow(graph, scores, nodes) {
	const narrow = narrowPlaces(graph, scores);
	return lastOfStream(graph, scores, nodes.filter(({ name }) => narrow.has(name)));
}
/** The last that is as wide as its stream, whatever goes beside it. */
function lastOfStream(graph, scores, nodes) {
	const last = nodes.findLast(({ patches }) => !patches || widthOf(patches.arrangement) === patches.arrangement.channels);
	return last && !goesOn(graph, last, scores) ? last : void 0;
}
/** Nodes that no value made before them bypasses on its way to the scores; class tokens are not counted. */
function narrowPlaces(graph, scores) {
	const table = nodeTable(graph.nodes);
	const used = ancestors(graph.nodes, scores);
	const read = readNodes(graph, scores);
	const carriers = /* @__PURE__ */ new Set();
	const last = /* @__PURE__ */ new Map();
	for (const [at, node] of graph.nodes.entries()) {
		const isClassToken = node.skipsPatches || node.patches && !node.patches.mixes && !read.has(node.name);
		const inputs = node.inputs.filter((name) => carriers.has(name) && !(isClassToken && table.get(name).patches));
		if (!used.has(node.name) || inputs.length === 0 && !read.has(node.name)) continue;
		carriers.add(node.name);
		for (const name of inputs) last.set(name, at);
	}
	const narrow = /* @__PURE__ */ new Set();
	let reach = 0;
	for (const [at, node] of graph.nodes.entries()) {
		if (read.has(node.name) && reach <= at) narrow.add(node.name);
		reach = Math.max(reach, last.get(node.name) ?? 0);
	}
	return narrow;
}
/** Whether sums of features behind a node have several rows of which nobody knows which patches they are. */
function goesOn(graph, { name }, scores) {
	const used = ancestors(graph.nodes, scores);
	const below = descendants(graph.nodes, name);
	return graph.nodes.filter((node) => node.kind === "elementwise" && !node.patches && used.has(node.name) && node.inputs.filter((input) => below.has(input)).length > 1).some((node) => {
		const shape = shapeOf(graph, node.name);
		return shape.length === 2 && shape[0] > 1;
	});
}
/** The map that can be cut out of patches: where it is known which images they are of, and channels have an axis of their own. */
function mapOf(patches) {
	if (!patches?.arrangement.sure) return void 0;
	const { axes } = patches.arrangement;
	const holding = axes.flatMap((axis, at) => axis.some(({ of }) => of === "other") ? [at] : []);
	const [axis] = holding;
	if (axis === void 0 || holding.length > 1 || axes[axis].some(({ of }) => of !== "other")) return void 0;
	if (!axes.flat().some(({ of }) => of === "image")) return void 0;
	return {
		...gridOf(patches.arrangement),
		channels: widthOf(patches.arrangement),
		axis
	};
}
/** The patches of every image of a batch as rows x columns x channels. */
function onGrid(values, patches, images) {
	const { height, width, image, rows, columns, channels, first } = placesOf(patches.arrangement, images);
	const depth = channels.length;
	return Array.from({ length: images }, (_, which) => {
		const data = new Float32Array(height * width * depth);
		for (const [y, row] of rows.entries()) for (const [x, column] of columns.entries()) {
			const [from, to] = [which * image + first + row + column, (y * width + x) * depth];
			for (let channel = 0; channel < depth; channel++) data[to + channel] = values[from + channels[channel]];
		}
		return {
			height,
			width,
			channels: depth,
			data
		};
	});
}

// src/models/_evidence.ts
/**
* The forward pass stops at the layer (and at whatever bypasses it); only the head behind it runs under the tape. So the
* cost is one plain forward pass plus the head's backward pass.
*/
function evidenceOf(engine, model, batch, request) {
	const { core } = engine.tf;
	const { graph, scores, units } = model;
	const { width, height, channels } = graph.inputShape;
	const head = headOf(graph, request.layer, scores.node);
	if (!head) throw noHead(request.layer);
	let evidence = [];
	core.tidy(() => {
		const input = core.tensor4d(concatenate(batch, width * height * channels), [
			batch.length,
			height,
			width,
			channels
		]);
		const ends = [request.layer, ...head.bypasses];
		graph.endTrunkAt(ends);
		const [activations, ...bypasses] = graph.execute(/* @__PURE__ */ new Map([[graph.input, input]]), ends);
		const { patches } = nodeTable(graph.nodes).get(request.layer);
		const wiring = wiringOf(engine, activations, mapOf(patches)?.axis ?? activations.rank - 1, request.rewired);
		const sides = head.bypasses.map((name, index) => [name, bypasses[index]]);
		let answers = [];
		const gradientOf = (score) => {
			const gradient = core.grad((a) => {
				const [scored] = graph.execute(new Map([...sides, [request.layer, a]]), [scores.node]);
				const logits = core.reshape(scored, [batch.length, units]);
				answers = readAnswers(scores, logits.dataSync(), request);
				return core.sum(core.mul(logits, core.tensor2d(answers.flatMap((answer) => [...slope(answer, score, scores)]), [batch.length, units])));
			});
			return wiring.back(gradient(wiring.there(activations)));
		};
		const gradients = gradientOf(request.score);
		const [a, g, l] = [
			activations,
			gradients,
			request.score === "logit" || !isPooledLinear(head) ? gradients : gradientOf("logit")
		].map((value) => perImage(value, patches, answers.length));
		evidence = assemble(a, g, isPooledLinear(head) ? l : void 0, answers);
	});
	return evidence;
}
const noHead = (layer) => new CamdriftError("layer-unknown", `The class scores do not depend on layer \`${layer}\`.`);
/** Why the engine's runtime does not run what evidence of this layer takes, where there is one that does not. Foreign text. */
function trunkProblem({ graph, scores }, layer) {
	const head = headOf(graph, layer, scores.node);
	if (!head) throw noHead(layer);
	graph.endTrunkAt([layer, ...head.bypasses]);
	return graph.trunkProblem();
}
/** The forward pass alone: one probability per class and image. */
function answersOf(engine, model, batch) {
	const { core } = engine.tf;
	const { graph, scores } = model;
	const { width, height, channels } = graph.inputShape;
	let values = /* @__PURE__ */ new Float32Array();
	graph.endTrunkAt([scores.node]);
	core.tidy(() => {
		const input = core.tensor4d(concatenate(batch, width * height * channels), [
			batch.length,
			height,
			width,
			channels
		]);
		const [scored] = graph.execute(/* @__PURE__ */ new Map([[graph.input, input]]), [scores.node]);
		values = Float32Array.from(scored.dataSync());
	});
	const request = {
		layer: "",
		classes: batch.map(() => "predicted"),
		score: "probability"
	};
	return readAnswers(scores, values, request).map(({ probabilities }) => probabilities);
}
/** Which channel of the layer feeds which input of the head, there and back. */
function wiringOf({ tf: { core } }, activations, axis, seed) {
	if (seed === void 0) return {
		there: (maps) => maps,
		back: (maps) => maps
	};
	const order = cycle$1(activations.shape[axis], random(seed));
	const inverse = new Int32Array(order.length);
	for (const [to, from] of order.entries()) inverse[from] = to;
	const by = (indices) => (maps) => core.gather(maps, core.tensor1d(indices, "int32"), axis);
	return {
		there: by(order),
		back: by(inverse)
	};
}
function concatenate(batch, size) {
	const data = new Float32Array(batch.length * size);
	for (const [index, image] of batch.entries()) {
		if (image.length !== size) throw new RangeError(`image ${index} has ${image.length} values, the model takes ${size}`);
		data.set(image, index * size);
	}
	return data;
}
/** A batch of images, or of patches, as the maps of each image. */
function perImage(values, patches, images) {
	const numbers = values.dataSync();
	if (patches && mapOf(patches)) return onGrid(numbers, patches, images);
	const [, height, width, channels] = values.shape;
	const size = height * width * channels;
	return Array.from({ length: images }, (_, at) => ({
		height,
		width,
		channels,
		data: numbers.subarray(at * size, (at + 1) * size)
	}));
}
function assemble(activations, gradients, logitGradients, answers) {
	const classWeights = logitGradients?.map(pooledWeights);
	return answers.map((answer, index) => {
		const evidence = {
			...answer,
			activations: activations[index],
			gradients: gradients[index]
		};
		return classWeights ? {
			...evidence,
			classWeights: classWeights[index]
		} : evidence;
	});
}
/**
* Behind a global average and a linear layer, dS/dA is the class weight of the channel divided by the number of cells, at
* every cell: so its sum over the grid is the weight, in any file format.
*/
function pooledWeights({ width, height, channels, data }) {
	const sums = new Float64Array(channels);
	for (let at = 0; at < width * height * channels; at++) sums[at % channels] += data[at];
	return Float32Array.from(sums);
}

// src/models/_execution-problem.ts
/** What TensorFlow.js says when it cannot run or differentiate a model, in words that name the operation. */
function executionProblem(error, engine) {
	if (!(error instanceof Error) || error instanceof CamdriftError) return error;
	const { message } = error;
	if (error.name === "RuntimeError") return new CamdriftError("broke-down", `The model broke the ${engine.name} engine: ${firstLine(message)}.`, { cause: error });
	const problem = (text, remedy) => new CamdriftError("model-unsupported", text, {
		cause: error,
		...remedy !== void 0 && { remedy }
	});
	const backward = /gradient function not found for (\w+)|(\w+Grad\w*|\w+Backprop\w+)' not registered|gradient of (\w+): /.exec(message);
	if (backward) return problem(`The operation \`${backward.slice(1).find(Boolean)}\` between the layer and the class scores has no gradient.`, "Choose a layer behind that operation with --layer.");
	const forward = /Unknown op '([^']+)'|dynamic op '([^']+)'|Kernel '([^']+)' not registered/.exec(message);
	if (forward) return problem(`The model uses the operation \`${forward.slice(1).find(Boolean)}\`, which the ${engine.name} engine cannot run.`);
	if (/out of memory|OOM|enlarge memory|allocation failed/i.test(message)) return problem(`The model does not fit into the ${engine.name} engine's memory.`, "Use a smaller --batch or --size, or the native engine.");
	return error;
}
const firstLine = (text) => text.split("\n")[0].slice(0, 300);

// src/models/_layers.ts
const features = /* @__PURE__ */ new Set([
	"convolution",
	"elementwise",
	"pointwise-convolution",
	"pointwise-linear"
]);
const convolutions = /* @__PURE__ */ new Set(["convolution", "pointwise-convolution"]);
/** The feature-producing steps with an image-like output, or one token per patch, that the scores depend on, in execution order. */
function explainableLayers(graph, scores) {
	const nodes = candidates(graph, scores);
	graph.shapes(nodes.map((node) => node.name));
	return nodes.flatMap((node) => layerInfo(graph, node) ?? []);
}
/**
* The layer to explain.
*
* `auto` is the output of the last feature-producing step that is still image-like (more than one cell) before pooling
* or flattening: a convolution after its normalisation, activation, add or concat. Pooling, padding and dropout do not
* count, so on VGG-16 it is `block5_conv3`, as in the Grad-CAM++ article; the class name of the layer plays no part,
* because the last `Conv2D` is a 1x1 classifier in some networks and lies before its activation in others.
*
* Where features end as one token per patch, it is the last step through which passes all that the scores read of the
* patches: the normalisation before the last attention when a class token is read, the last step when the mean is.
*/
function chooseLayer(graph, scores, choice, explains = () => true) {
	if (choice !== "auto") return namedLayer(graph, scores, choice);
	const nodes = candidates(graph, scores).filter((node) => layerInfo(graph, node) && !isWindows(node));
	return nodes.at(-1)?.patches || attends(graph, scores) ? lastTokens(graph, scores, nodes, explains) : lastFeatures(graph, scores, nodes.at(-1));
}
/** Cells in more axes than one, as attention cuts them out for itself: they can be named, and are no whole picture. */
const isWindows = ({ patches }) => patches !== void 0 && patches.arrangement.axes.length !== 3;
function lastFeatures(graph, scores, last) {
	if (last) {
		const node = rectified(graph, last);
		const reason = `the last feature-producing step with more than one cell before ${whatFollows(graph, node)}`;
		return {
			...layerInfo(graph, node),
			reason,
			...besides(graph, scores, node.name)
		};
	}
	throw new CamdriftError("layer-unknown", "The model has no layer with spatial extent after a convolution, so there is nothing to map.", { remedy: "CAM methods explain convolutional classifiers; name a layer with --layer if the model has one." });
}
/**
* The last layers of what the scores read past a layer: other members of an ensemble, or earlier stages that are pooled by
* themselves.
*/
function besides(graph, scores, layer) {
	const past = ancestors(graph.nodes, scores, /* @__PURE__ */ new Set([layer]));
	const behind = descendants(graph.nodes, layer);
	const read = candidates(graph, scores).filter((node) => past.has(node.name) && !behind.has(node.name) && !isWindows(node) && layerInfo(graph, node));
	const last = read.filter(({ name }) => {
		const later = descendants(graph.nodes, name);
		return !read.some((other) => other.name !== name && later.has(other.name));
	});
	return last.length > 0 ? { beside: last.map(({ name }) => name) } : {};
}
/** Where quantising stands for the activation, what counts are the numbers behind it. */
function rectified(graph, node) {
	const reader = (of) => {
		const [first, ...more] = graph.nodes.filter(({ inputs }) => inputs.includes(of.name));
		return more.length === 0 ? first : void 0;
	};
	const quantised = reader(node);
	const back = quantised?.rectifies ? reader(quantised) : void 0;
	return back?.kind === "identity" && layerInfo(graph, back) ? back : node;
}
/** Whether values that depend on the image are multiplied with one another behind the last image, as attention does. */
function attends(graph, scores) {
	const used = ancestors(graph.nodes, scores);
	const last = graph.nodes.findLastIndex(({ name, attends: does }) => does && used.has(name));
	return last >= 0 && !graph.nodes.slice(last).some((node) => used.has(node.name) && !node.patches && layerInfo(graph, node));
}
/** Where the structure leaves doubts, a layer whose map would be empty is passed by for one before it. */
function lastTokens(graph, scores, nodes, explains) {
	const last = lastThat(explains, (before) => lastNarrow(graph, scores, before), nodes);
	if (last && !isEmbedding(graph, last)) return tokenLayer(graph, last, "through which passes all that the scores read of");
	const part = lastThat(explains, (before) => lastOfStream(graph, scores, before), nodes);
	if (part && !isEmbedding(graph, part)) return tokenLayer(graph, part, "of several branches that the scores read, of");
	const names = nodes.map(({ name }) => `\`${name}\``);
	throw new CamdriftError("layer-unknown", "The features end as tokens, and there is no layer through which passes all that the scores read of the patches.", names.length > 0 ? { remedy: `Name a layer with --layer; the last that still hold patches are ${names.slice(-3).join(", ")}.` } : {});
}
/** The last of which the score has a slope. */
function lastThat(explains, last, nodes) {
	let found = last(nodes);
	for (let tries = 0; found && !explains(found.name); tries++) found = tries < mostTries ? last(nodes.slice(0, nodes.indexOf(found))) : void 0;
	return found;
}
/** Each costs a run of the network. */
const mostTries = 4;
function tokenLayer(graph, node, how) {
	const info = layerInfo(graph, node);
	const what = node.patches ? "patches" : "cells";
	const reason = `the last step ${how} the ${info.width} x ${info.height} ${what}, before ${whatFollows(graph, node)}`;
	return {
		...info,
		reason
	};
}
/** Whether a value is a linear function of the pixels, as embedded patches are: it shows what the image holds, not what was seen in it. */
function isEmbedding(graph, { name }) {
	const above = ancestors(graph.nodes, name);
	return graph.nodes.every((node) => !above.has(node.name) || linear.has(node.kind) || joining.has(node.operation) || isMoving(node));
}
/** Sums and joins are linear, whatever they do to features; tokens are turned and repeated on their way. */
const joining = /* @__PURE__ */ new Set([
	"Add",
	"Sub",
	"Concat",
	"Concatenate"
]);
const isMoving = ({ operation }) => [
	"Transpose",
	"Expand",
	"Slice"
].includes(operation);
const linear = /* @__PURE__ */ new Set([
	"input",
	"convolution",
	"pointwise-convolution",
	"pointwise-linear",
	"identity"
]);
function namedLayer(graph, scores, name) {
	const node = nodeTable(graph.nodes).get(name);
	if (!node) throw new CamdriftError("layer-unknown", `The model has no layer \`${name}\`.${suggestion(graph, name)}`);
	const info = layerInfo(graph, node);
	if (!info) throw new CamdriftError("layer-unknown", notAGrid(graph, node));
	const isRead = ancestors(graph.nodes, scores).has(name);
	if (!isRead || node.patches && !readNodes(graph, scores).has(name)) throw new CamdriftError("layer-unknown", `The class scores ${isRead ? "read no patch of" : "do not depend on"} layer \`${name}\`,${isRead ? " only tokens beside them, so the map would be empty" : " so it cannot explain them"}.`);
	return {
		...info,
		reason: "named by the user",
		...besides(graph, scores, name)
	};
}
function notAGrid(graph, { name }) {
	const shape = shapeOf(graph, name);
	const patches = graph.nodes.findLast((node) => node.patches)?.patches;
	const image = "expected an output of height x width x channels with more than one cell";
	const found = shape.join(" x ") || "a scalar";
	if (!patches || shape.length !== 2) return `Layer \`${name}\` has no spatial extent: ${image}, got ${found}.`;
	const { width, height } = gridOf(patches.arrangement);
	return `Layer \`${name}\` is not known to hold the patches of the image: ${image}, or of ${`tokens x channels with one token per patch of the ${width} x ${height} that the image was cut into`}, got ${found}.`;
}
function suggestion(graph, name) {
	const names = graph.nodes.map((node) => node.name);
	const sameLeaf = names.filter((other) => other.split("/").includes(name));
	const near = sameLeaf.at(-1) ?? (0, import_fastest_levenshtein.closest)(name, names);
	return (0, import_fastest_levenshtein.distance)(name, near) <= name.length / 2 || sameLeaf.length > 0 ? ` Did you mean \`${near}\`?` : "";
}
/** Feature steps that the scores depend on and that have a convolution at or before them, in execution order. */
function candidates(graph, scores) {
	const used = ancestors(graph.nodes, scores);
	const convolved = /* @__PURE__ */ new Set();
	for (const node of graph.nodes) if (convolutions.has(node.kind) || node.inputs.some((input) => convolved.has(input))) convolved.add(node.name);
	const read = readNodes(graph, scores);
	return graph.nodes.filter(({ name, kind }) => features.has(kind) && used.has(name) && convolved.has(name) && (name === scores || read.has(name)));
}
function layerInfo(graph, node) {
	const shape = shapeOf(graph, node.name);
	const { name, operation, patches } = node;
	const map = mapOf(patches);
	if (map) return {
		name,
		operation,
		width: map.width,
		height: map.height,
		channels: map.channels
	};
	if (patches) return void 0;
	const [height, width, channels, ...rest] = shape;
	if (!height || !width || !channels || rest.length > 0 || height * width <= 1) return void 0;
	return {
		name,
		operation,
		width,
		height,
		channels
	};
}
function whatFollows(graph, node) {
	const next = graph.nodes.find((other) => other.inputs.includes(node.name));
	return next ? `\`${next.name}\` (${next.operation})` : "the output";
}

// src/models/_takes.ts
/**
* What numbers a model's input is made for, where the file shows it: its input holds bytes, or its first steps, before any
* features are made, turn 0 to 255, or 0 to 1, into what networks are fed.
*/
function takesOf(engine, graph) {
	if (graph.takesBytes) return { kind: "bytes" };
	const node = lastOfOwn(graph);
	if (!node) return void 0;
	const [black, low, high] = [
		0,
		1,
		255
	].map((value) => middleOf(engine, graph, node, value));
	const becomes = (values) => [Math.min(...black, ...values), Math.max(...black, ...values)];
	const [wide, narrow] = [high, low].map((values) => values.map((value, at) => value - black[at]));
	const within = (spans, least) => spans.every((span) => Math.abs(span) >= least && Math.abs(span) <= mostSpan);
	if (within(wide, leastSpan)) return {
		kind: "rescaled",
		node: node.name,
		becomes: becomes(high)
	};
	if (wide.every((span, at) => Math.abs(span - 255 * narrow[at]) <= .01 * Math.abs(span)) && within(narrow, 1.5)) return {
		kind: "normalised",
		node: node.name,
		becomes: becomes(low)
	};
}
/** How far apart black and white are where networks begin: 1 for `unit`, 2 for `tf`, 4.5 for ImageNet's deviations. */
const leastSpan = .2;
const mostSpan = 12;
const own = /* @__PURE__ */ new Set([
	"identity",
	"spatial",
	"elementwise",
	"pointwise-linear"
]);
/** The last of the steps that each picture goes through first, cell by cell; nothing where none of them changes a value. */
function lastOfOwn(graph) {
	const { channels } = graph.inputShape;
	let node = nodeTable(graph.nodes).get(graph.input);
	let changes = false;
	for (let last = node; node; last = node) {
		const readers = graph.nodes.filter(({ inputs }) => inputs.includes(last.name));
		const [next] = readers;
		if (readers.length !== 1 || next.inputs.length !== 1 || !own.has(next.kind)) break;
		const shape = shapeOf(graph, next.name);
		if (shape.length !== 3 || shape.at(-1) !== channels) break;
		changes ||= next.kind === "elementwise" || next.kind === "pointwise-linear";
		node = next;
	}
	return changes ? node : void 0;
}
/** The middle of a picture of one value, per channel. */
function middleOf(engine, graph, { name }, value) {
	const { width, height, channels } = graph.inputShape;
	const found = scoresOf(engine, graph, name, new Float32Array(width * height * channels).fill(value));
	const [high, wide] = shapeOf(graph, name);
	const at = ((high >> 1) * wide + (wide >> 1)) * channels;
	return [...found.subarray(at, at + channels)];
}

// src/models/_task.ts
/**
* What the answers of a model are, as the team says or else as the graph shows.
* @param units numbers that it gives for an image
* @throws CamdriftError `config-invalid` where what is said cannot be
*/
function taskOf({ node, link }, units, said) {
	if (said === void 0) return guessed(link, units);
	const ends = link === "none" ? "without softmax or sigmoid" : `in a ${link}`;
	if (!(said === "multi-label" && (link === "softmax" || units === 1) || said === "regression" && (link !== "none" || units !== 1))) return {
		kind: said,
		from: "said"
	};
	throw new CamdriftError("config-invalid", `The model is said to be \`task: ${said}\`, which is ${said === "regression" ? "one number without softmax or sigmoid" : "several numbers without softmax"}; \`${node}\` holds ${units} and ends ${ends}.`, { remedy: "Correct `task`, or leave it out; `--output` names another output." });
}
function guessed(link, units) {
	if (units > 1 && link === "sigmoid") return {
		kind: "multi-label",
		from: "graph"
	};
	return {
		kind: "single-label",
		from: units === 1 && link === "none" ? "assumed" : "graph"
	};
}
/** How probabilities follow from the scores under a task. */
const linkUnder = (link, kind) => kind === "regression" ? "value" : kind === "multi-label" ? "sigmoid" : link;

// src/models/_classifier.ts
/**
* Turns a dataflow graph into a classifier that gives evidence.
* @param said what the team says its answers are
* @throws CamdriftError `model-unsupported` where its answer cannot be class scores, `config-invalid` where they cannot be what is said
*/
function classifier(graph, engine, said) {
	const found = findScores(graph);
	requireClassScores(graph, found);
	const units = shapeOf(graph, found.node).reduce((product, size) => product * size, 1);
	if (units === 1) requireOneEach(graph, scoresOf(engine, graph, found.node, noise(graph.inputShape, 1)).length);
	const task = taskOf(found, units, said);
	const scores = {
		...found,
		link: linkUnder(found.link, task.kind)
	};
	const whole = {
		graph,
		scores,
		units
	};
	const atOnce = engine.sizesDiffer ? graph.imagesAtOnce ?? 1 : Number.POSITIVE_INFINITY;
	let known = false;
	const model = {
		format: graph.format,
		input: graph.inputShape,
		classes: units === 1 && task.kind !== "regression" ? 2 : units,
		task,
		takes: () => takesOf(engine, graph),
		weightBytes: graph.weightBytes,
		weights: () => graph.weights(),
		layers: () => explainableLayers(graph, scores.node),
		targetLayer: (choice) => chooseLayer(graph, scores.node, choice, (layer) => hasSlope(model, layer)),
		fallback: (layer) => trunkProblem(whole, layer),
		answers(batch) {
			try {
				return parts(filledUp(batch, engine.smallestBatch), atOnce).flatMap((part) => answersOf(engine, whole, part)).slice(0, batch.length);
			} catch (error) {
				throw executionProblem(error, engine);
			}
		},
		explain(batch, request) {
			const full = filledUp(batch, engine.smallestBatch);
			const classes = filledUp(request.classes, engine.smallestBatch);
			try {
				const evidence = parts(full, atOnce).flatMap((part, at) => evidenceOf(engine, whole, part, {
					...request,
					classes: parts(classes, atOnce)[at]
				})).slice(0, batch.length);
				if (!known) requireNoEmbedding(engine, graph, scores, evidence);
				known = true;
				return evidence;
			} catch (error) {
				dropTape(engine);
				throw executionProblem(error, engine);
			}
		},
		[Symbol.dispose]: () => graph[Symbol.dispose]()
	};
	return model;
}
/** Whether the score of what the model sees in noise depends on a layer at all. */
function hasSlope(model, layer) {
	const [evidence] = model.explain([noise(model.input, 1)], {
		layer,
		classes: ["predicted"],
		score: "logit"
	});
	return evidence.gradients.data.some((slope) => slope !== 0);
}
/** What a gradient saved on its way stays alive when it throws; TensorFlow.js lets go of it only at the end. */
function dropTape({ tf: { core } }) {
	const { state } = core.engine();
	const saved = (state.activeTape ?? []).flatMap((node) => node.saved ?? []);
	core.dispose(saved);
	Object.assign(state, { activeTape: null });
}
/** Repeats the last item until there are enough: a batch of one gives other last bits than the same image among others. */
function filledUp(items, size) {
	return items.length >= size ? items : [...items, ...Array.from({ length: size - items.length }, () => items.at(-1))];
}
function parts(items, size) {
	if (items.length <= size) return [items];
	return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

// src/models/_input-shape.ts
/** The height x width x channels that a model takes; `size` fills in dimensions that the model leaves open. */
function inputShapeOf(declared, size) {
	const [height, width, channels] = declared;
	if (declared.length !== 3 || !channels || channels > 4) throw new CamdriftError("model-unsupported", `The model's input is ${describe(declared)}; camdrift explains image classifiers with input height x width x 1 to 4 channels.`);
	if (size && (height && height !== size.height || width && width !== size.width)) throw new CamdriftError("config-invalid", `The model takes images of ${width} x ${height} pixels, not ${size.width} x ${size.height}.`, { remedy: "Leave the size out: it is known from the model." });
	const shape = {
		height: height || size?.height,
		width: width || size?.width
	};
	if (!shape.height || !shape.width) throw new CamdriftError("config-invalid", `The model takes images of any size (${describe(declared)}).`, { remedy: "Say which size to audit it at: --size 224x224, or `size: [224, 224]` in the configuration." });
	return {
		height: shape.height,
		width: shape.width,
		channels
	};
}
const describe = (shape) => shape.map((size) => size ?? "?").join(" x ") || "a scalar";

// src/models/_outputs.ts
/**
* What to say where a model has several outputs and none is chosen, or one that is not there. Only outputs that can be
* class scores are proposed.
*/
function outputsProblem(kind, outputs, wanted) {
	const found = wanted === void 0 ? "and none was chosen" : `but not \`${wanted}\``;
	const fitting = outputs.filter((output) => whyNot(output, outputs) === void 0);
	const remedy = fitting.length === outputs.length ? `Name the one that holds the class scores with --output. ${ifNone}` : fitting.length > 0 ? `Name the one that holds the class scores with --output; by its shape that can be ${fitting.map(quoted).join(" or ")}. ${ifNone}` : "None of them can be class scores, images x classes: this is no classifier (a detector or a segmenter, as it seems), and cannot be explained.";
	return new CamdriftError("model-unsupported", `The ${kind} has the outputs ${outputs.map(described).join(", ")}, ${found}.`, { remedy });
}
const ifNone = "Without one, the model is no classifier and cannot be explained.";
/** @throws CamdriftError `model-unsupported` where what is declared beside an output says that it is no class scores */
function requireFitting(output, outputs) {
	const why = whyNot(output, outputs);
	if (why === void 0) return;
	const message = `The output ${described(output)} ${why}; expected one score per class.`;
	throw new CamdriftError("model-unsupported", message, { remedy: "camdrift explains classifiers: name an output that holds one score per class, if the model has one." });
}
/** The sentence's end that says why an output is no row of class scores; `undefined` where it may be. */
function whyNot({ shape, isWhole }, outputs) {
	if (isWhole) return "holds whole numbers";
	if (!shape) return void 0;
	const own = shape.slice(1).filter((size) => size !== 1);
	if (own.filter((size) => typeof size === "number").length > 1) return "is no row of numbers for each image";
	const rows = shape.length === 1 ? shape[0] : own.length === 1 ? own[0] : void 0;
	const boxes = outputs.find((other) => holdsBoxes(other, rows));
	return boxes && `is a number for each of the boxes in ${described(boxes)}, as of a detector`;
}
/** Four numbers for each of as many things; images that have one box each are no such things. */
function holdsBoxes({ shape = [] }, rows) {
	const isImages = shape.length === 2 && (typeof rows !== "string" || /batch|^(n|b|bs)$/i.test(rows));
	return rows !== null && rows !== void 0 && shape.length > 1 && shape.at(-1) === 4 && shape.at(-2) === rows && !isImages;
}
const quoted = ({ name }) => `\`${name}\``;
function described(output) {
	const sizes = output.shape?.map((size) => size ?? "?").join(" x ");
	return sizes ? `${quoted(output)} (${sizes})` : quoted(output);
}

// src/models/_kernels.ts
/** What is made on the way is released. */
function numbersOf(core, make) {
	let numbers = /* @__PURE__ */ new Float32Array();
	core.tidy(() => {
		numbers = make().dataSync();
	});
	return numbers;
}

// src/models/_execution-order.ts
/**
* The nodes that `starts` need, those included, each after all it reads. Depth-first, without recursion: a hostile file
* may nest as deep as it likes. @throws CamdriftError `model-unreadable` on a cycle
*/
function inExecutionOrder(starts, inputsOf, nameOf = (node) => node.name) {
	const state = /* @__PURE__ */ new Map();
	const sorted = [];
	const stack = starts.toReversed();
	const missing = (node) => inputsOf(node).filter((other) => {
		if (state.get(other) === "open") throw cycle(nameOf(other));
		return !state.has(other);
	});
	while (stack.length > 0) {
		const node = stack.at(-1);
		if (!state.has(node)) {
			state.set(node, "open");
			for (const other of missing(node)) stack.push(other);
			continue;
		}
		stack.pop();
		if (state.get(node) === "done") continue;
		state.set(node, "done");
		sorted.push(node);
	}
	return sorted;
}
const cycle = (name) => new CamdriftError("model-unreadable", `The graph has a cycle through \`${name}\`.`);

export { folderOf as $, resolveConfig as $n, says as $r, largestBlob as $t, readResults as A, addMapOptions as An, addressOf as Ar, voided as At, webStore as B, thresholdOption as Bn, readLimited as Br, mapCommand as Bt, refreshBody as C, readMarker as Cn, fateOf as Cr, wholeComment as Ct, storedBaselines as D, startExplainer as Dn, findMethod as Dr, failure as Dt, refreshWords as E, engineWords as En, explainBatch as Er, shortSpeaker as Et, fixturesAmong as F, inputOption as Fn, modelDigest as Fr, einsum as Ft, touched as G, usualBounds as Gn, policyFor as Gr, remedyFor as Gt, dvcConfig as H, addModelOptions as Hn, lfsPointerText as Hr, doctorCommand as Ht, dvcModel as I, lineageOption as In, modelFiles as Ir, parseEinsum as It, policyOf as J, locatedModel as Jn, writeBaseline as Jr, blobName as Jt, touchesPlace as K, addressModel as Kn, metrics as Kr, whyNot$2 as Kt, isSamePointer as L, pinnedOption as Ln, allFinite as Lr, sizesOf as Lt, publishPictures as M, engineOption as Mn, isSameAddress as Mr, inProcess as Mt, steersRepairs as N, falseAlarmsOption as Nn, shownUrl as Nr, makeMaps as Nt, storedWords as O, addAuditOptions as On, decode as Or, acceptBy as Ot, fixtureChanges as P, historyOption as Pn, loadModel as Pr, startEngine as Pt, settingChanges as Q, onDisk as Qn, pairOf as Qr, baseText as Qt, requirePulled as R, shardOption as Rn, requireClassification as Rr, terminal as Rt, waitingText as S, verdictWords as Sn, worst as Sr, sameParts as St, refreshTitle as T, _usingCtx as Tn, tool as Tr, readParts as Tt, placeOf as U, modelHelp as Un, longestLfsPointer as Ur, calibrateCommand as Ut, dvcPointer as V, timeoutOption as Vn, folderModels as Vr, layersCommand as Vt, rulesOf as W, isAllowed as Wn, readLfsPointer as Wr, snapshotAt as Wt, effective as X, defaultBaselines as Xn, confinedPart as Xr, gitFolder as Xt, withPolicyOf as Y, unavailable$2 as Yn, confined as Yr, coordinates as Yt, isJudgedAlike as Z, judgingOf as Zn, inside$2 as Zr, baseModel as Zt, nodeTable as _, rewriteAudit as _n, calibrated as _r, resolvedPart as _t, inputShapeOf as a, wordOf$1 as ai, againAt as an, parseConfig as ar, statusParts as at, refreshByCommit as b, isCompared$1 as bn, noCalibration as br, withHeard as bt, arranged as c, exitCodes as ci, isAgainstRules as cn, sentenceOf as cr, say as ct, isImage as d, isLimited as dn, audit as dr, openerOf as dt, acceptedFolder as ei, downloadLfs as en, calibrationIn as er, followed as et, isImageLast as f, isLocked as fn, judge as fr, react as ft, widthOf as g, acceptedModel as gn, unreadable$2 as gr, picturesFor as gt, sameCells as h, auditCommand as hn, isSameModel as hr, comment as ht, requireFitting as i, parseAccepted as ii, unavailable$1 as in, writeCalibration as ir, setStatus as it, annotations as j, checksOption as jn, isAddress as jr, commandsIn as jt, resultsSchema as k, addConfiguredOptions as kn, staleReason as kr, decide as kt, countsCells as l, systemWords as li, isApiError as ln, oneLine as lr, lastEditor as lt, run as m, baselineCommand as mn, overall as mr, spokenComments as mt, numbersOf as n, accepts as ni, Passing as nn, mostCalibrationBytes as nr, predecessor as nt, classifier as o, CamdriftError as oi, apiWords as on, readConfig as or, conversation as ot, reshapedTo as p, several as pn, judgeAlone as pr, roleOf as pt, policyEdits as q, located as qn, readBaseline as qr, blobHash as qt, outputsProblem as r, mostAcceptedBytes as ri, tried as rn, parseCalibration as rr, removedModels as rt, executionProblem as s, actionable as si, hasStatus as sn, picturesMeant as sr, fold as st, inExecutionOrder as t, acceptedName as ti, unbroken as tn, calibrationName as tr, originOf as tt, imageArrangement as u, unforeseen as ui, isForbidden as un, printable as ur, listedComments as ut, failedRun as v, writeAudit as vn, settingsDigest as vr, mergedParts as vt, refreshMessage as w, acceptCommand as wn, explainSide as wr, partId as wt, refreshByPullRequest as x, resultsText as xn, withAccepted as xr, roomFor as xt, refreshBranch as y, encodeWebp as yn, signalsOf as yr, isOpen as yt, cacheStore as z, taskOption as zn, withLabels as zr, mergeCommand as zt };