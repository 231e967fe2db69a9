import { c as engineNames, s as engineFolder } from "./ahead.js";
import { c as int, d as number$1, g as string, h as strictObject, i as _enum, l as literal, n as dist_default, o as array, u as looseObject } from "./model-packages.js";
import { createRequire } from "node:module";
import { closeSync, constants, createReadStream, existsSync, lstatSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, freemem, tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Worker, isMainThread } from "node:worker_threads";
import util from "node:util";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { lstat, open, readFile, readdir, readlink, realpath, stat } from "node:fs/promises";
import { DefaultDeserializer, getHeapSpaceStatistics, serialize, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { on } from "node:events";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";

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
const problems = {
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
	"gitlab-refused": {
		exit: exitCodes.unloadable,
		remedy: "The token needs the scope `api` and the right to comment on the merge request; or run the job again."
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
		this.exitCode = problems[code].exit;
		this.remedy = options.remedy ?? problems[code].remedy;
	}
};

// src/engines/_axis-product.ts
/**
* The gradient of an operation that works along one axis and is linear there: `y = M x` gives `dx = Mᵀ dy`.
* @param matrix M, its rows per entry of dy's axis, its columns per entry of x's
*/
function againstMatrix(core, dy, axis, matrix) {
	const [from, to] = matrix.shape;
	const [outer, inner] = [dy.shape.slice(0, axis), dy.shape.slice(axis + 1)];
	const rows = core.transpose(core.reshape(dy, [
		sizeOf$3(outer),
		from,
		sizeOf$3(inner)
	]), [
		1,
		0,
		2
	]);
	const product = core.matMul(matrix, core.reshape(rows, [from, -1]), true);
	const turned = core.transpose(core.reshape(product, [
		to,
		sizeOf$3(outer),
		sizeOf$3(inner)
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
const sizeOf$3 = (shape) => shape.reduce((product, size) => product * size, 1);

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
		return reduced$1(core, operand, /* @__PURE__ */ new Set([...output, ...others]));
	});
	return arranged(core, second ? product(core, first, second, output) : first, output);
}
/** Labels that nobody else needs are summed first. */
function reduced$1(core, { tensor, labels }, needed) {
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
	const matrices = (operand, ...axes) => core.reshape(arranged(core, operand, axes.flat()), axes.map((labels) => sizeOf$2(labels, sizes)));
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
const sizeOf$2 = (labels, sizes) => labels.reduce((total, label) => total * sizes.get(label), 1);
/** The axes in the order of `to`, which names the same. */
function arranged(core, { tensor, labels }, to) {
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
	const { places, finalShape } = placesOf(core, x, attrs);
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
	const { places } = placesOf(core, x, attrs);
	const counts = places.map((indices, axis) => indices?.length ?? x.shape[axis]);
	return places.reduce((wide, indices, axis) => {
		if (!indices) return wide;
		return againstMatrix(core, wide, axis, picking(core, core.tensor1d(indices, "int32"), x.shape[axis]));
	}, core.reshape(dy, counts));
}
/** Of the axes that x has: those that are new have no places, and those that are lost have one. */
function placesOf(core, x, a) {
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
	replace$3(core, {
		kernelName: "TopK",
		inputsToSave: ["x"],
		outputsToSave: [false, true],
		gradFunc: (dys, saved) => ({ x: () => topK(core, dys[0], saved) })
	});
	replace$3(core, {
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
	replace$3(core, {
		kernelName,
		inputsToSave: saved,
		gradFunc
	});
}
function replace$3(core, config) {
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
	const batches = sizeOf$3(x.shape.slice(0, leading));
	const [outer, inner] = [sizeOf$3(x.shape.slice(leading, axis)), sizeOf$3(x.shape.slice(axis + 1))];
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
* - `BatchMatMul`, `_FusedMatMul`: as shipped, a second factor is laid out for XNNPACK once and found again by its numbers alone: the
*   same numbers in another shape (a reshaped tensor) give a wrong product without a word, or write beyond their memory.
* - `Identity`: as shipped, it copies. The tape keeps a clone of all that a gradient needs, so each backward pass copied the head's
*   weights and laid the copy out anew for XNNPACK, which took longer than the product itself.
*/
function composeKernels(core) {
	const shipped = core.getKernel("GatherV2", "wasm").kernelFunc;
	for (const name of ["BatchMatMul", "_FusedMatMul"]) multiplyShapeByShape(core, name);
	replaceKernel(core, "wasm", "Einsum", ({ inputs, attrs }) => composedEinsum(core, Object.values(inputs), attrs.equation));
	replaceKernel(core, "wasm", "Identity", ({ inputs, backend }) => shared(inputs.x, backend));
	replaceKernel(core, "wasm", "StridedSlice", ({ inputs, attrs }) => sliced(core, inputs.x, attrs));
	replaceKernel(core, "wasm", "GatherV2", (call) => call.attrs.batchDims ? gatheredPerBatch(core, call.inputs.x, call.inputs.indices, call.attrs) : shipped(call));
}
/** Numbers that were a second factor in one shape are copied before they are one in another. */
function multiplyShapeByShape(core, name) {
	const shipped = core.getKernel(name, "wasm").kernelFunc;
	const copied = core.getKernel("Identity", "wasm").kernelFunc;
	const shapes = /* @__PURE__ */ new WeakMap();
	replaceKernel(core, "wasm", name, (call) => {
		const b = call.inputs.b;
		const shape = b.shape.slice(-2).join();
		if ((shapes.get(b.dataId) ?? shape) === shape) {
			shapes.set(b.dataId, shape);
			return shipped(call);
		}
		const copy = copied({
			inputs: { x: b },
			backend: call.backend,
			attrs: {}
		});
		const product = shipped({
			...call,
			inputs: {
				...call.inputs,
				b: copy
			}
		});
		call.backend.disposeData(copy.dataId);
		return product;
	});
}
/** The same numbers once more, as `Reshape` gives them: no kernel writes into what it is given. */
function shared({ dataId, shape, dtype }, backend) {
	backend.incRef(dataId);
	return {
		dataId,
		shape,
		dtype
	};
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

// src/engines/_shorter-sums.ts
/** Products that TensorFlow's C library adds up in one go; shorter pieces take longer than they are worth. */
const longest$1 = 1152;
/** Channels that its kernels take together. */
const together$5 = 16;
/**
* Convolutions of windows, and their gradients for the image, whose long sums are made of shorter ones. The C library adds up thousands of
* products in one float32, and what that loses was most of what the engine was away from float64: those of 512 channels and more lost three
* to six times what they lose here. Filters of one cell are left as they are: it adds those up in blocks itself.
*/
function shortenSums(core) {
	const plain = core.getKernel("Conv2D", "tensorflow").kernelFunc;
	for (const name of ["Conv2D", "FusedConv2D"]) replace$2(core, name, (shipped) => (call) => {
		const { x, filter } = call.inputs;
		const sizes = isLinear(call) ? piecesOf$1(filter, 2) : [];
		if (sizes.length <= 1) return shipped(call);
		return summed(core, [x, filter], [3, 2], sizes, ([x, filter], at) => at === 0 ? shipped({
			...call,
			inputs: {
				...call.inputs,
				x,
				filter
			}
		}) : plain({
			...call,
			inputs: {
				x,
				filter
			}
		}));
	});
	replace$2(core, "Conv2DBackpropInput", (shipped) => (call) => {
		const { dy, filter } = call.inputs;
		const sizes = piecesOf$1(filter, 3);
		if (sizes.length <= 1) return shipped(call);
		return summed(core, [dy, filter], [3, 3], sizes, ([dy, filter]) => shipped({
			...call,
			inputs: {
				dy,
				filter
			}
		}));
	});
}
function replace$2(core, kernelName, by) {
	const shipped = core.getKernel(kernelName, "tensorflow");
	core.unregisterKernel(kernelName, "tensorflow");
	core.registerKernel({
		...shipped,
		kernelFunc: by(shipped.kernelFunc)
	});
}
/** What is behind an activation cannot be added to; camdrift asks for none. */
const isLinear = ({ attrs }) => (attrs?.activation ?? "linear") === "linear";
/** Into how many of its channels a filter is cut along that axis. */
function piecesOf$1({ shape }, axis) {
	const [cells, channels] = [shape[0] * shape[1], shape[axis]];
	if (cells === 1 || cells * channels <= longest$1) return [channels];
	const count = Math.ceil(cells * channels / longest$1);
	const size = together$5 * Math.ceil(channels / count / together$5);
	return Array.from({ length: Math.ceil(channels / size) }, (_, at) => Math.min(size, channels - at * size));
}
/** @param along the axis of each factor that is cut */
function summed(core, factors, along, sizes, piece) {
	return core.tidy(() => {
		const [left, right] = factors.map((each, at) => core.split(each, [...sizes], along[at]));
		const parts = sizes.map((_, at) => piece([left[at], right[at]], at));
		return core.addN(parts);
	});
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
	shortenSums(tfjs);
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

// src/engines/_pins.ts
/** Written by scripts/make-engine-pins.ts: the package that was looked at, and its programs by platform, file and SHA-256. */
const pins = {
	version: "1.30.0",
	integrity: "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
	files: {
		"darwin-arm64": {
			"libonnxruntime.1.30.0.dylib": "685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d",
			"libonnxruntime.1.dylib": "685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d",
			"onnxruntime_binding.node": "a3f993357759b06ae2411f70af60f5e041d04521ea7f0d12cb7546e411a527dd"
		},
		"linux-arm64": {
			"libonnxruntime.so.1": "1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76",
			"onnxruntime_binding.node": "afec78dc11d38dc81605b068cefe1fc73ffe77ca240c15468aa40786150beac8"
		},
		"linux-x64": {
			"libonnxruntime.so.1": "ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23",
			"onnxruntime_binding.node": "ccdc60b981d93a490cf9513d3f583547252b6e285b72988a96a494f2f006c7b8"
		},
		"win32-arm64": {
			"DirectML.dll": "aaf72a9d55aa123e0708d957d30dd4fbeb7a2e335ec6257ed5ff4261a402b9ee",
			"dxcompiler.dll": "442a995492579e1048cf1f05a86ab00f476c46b7f9d0996e588884040a543bbe",
			"dxil.dll": "859b6d638c5ca3df39e9cab2a602cb0f63d0e63d750f84bb2a9ec9031319b73e",
			"onnxruntime.dll": "6c3a2abf5c6aca11c48a0d338a91af309f2266f25ce2e4084e6a87bbcb0fbfd0",
			"onnxruntime_binding.node": "d8179924f15c2d3c1c8a75c50adf1671ec28c7f1cb0da9fc28b17daa02c5ecf5"
		},
		"win32-x64": {
			"DirectML.dll": "234e8898778cdec88d3cb0539508273494082812c968699f3de665a018971625",
			"dxcompiler.dll": "593d42df78c7f9cbd97c1374af107cfe20985759f98b77afc1448fe41ee3cc76",
			"dxil.dll": "cf9a3981263f8ec30c9905d136eeaf4b4573209c602198671b958ec86905dea8",
			"onnxruntime.dll": "508c362f5673483dd3a086379c392795b2e42d10d5e6f3f90ebd7ac21c97af67",
			"onnxruntime_binding.node": "ddd428464069b84414d34ec1796c7c2a69c33a976e4b0390692629e394f92fa1"
		}
	}
};

// src/engines/_programs.ts
/** @throws Error where the package has none for this machine */
function programsFor(platform = `${process.platform}-${process.arch}`) {
	const { version, integrity, files } = pins;
	const found = Object.entries(files).find(([name]) => name === platform)?.[1];
	if (!found) throw new Error(`version ${version} has no program for ${platform}; it has for ${Object.keys(files).join(", ")}`);
	return {
		version,
		integrity,
		platform,
		files: found
	};
}
const installedAt = (folder, { version, platform }) => join(folder, `onnxruntime-${version}-${platform}`);
/**
* The folder of the programs: of the package beside camdrift, or of what `camdrift setup` installed. Every file is held against its
* digest before any is loaded.
* @throws Error with `code` `MODULE_NOT_FOUND` where there is neither
*/
function verifiedPrograms(folder) {
	const programs = programsFor();
	const problems = [];
	for (const place of [() => besideUs(programs), () => installed(folder, programs)]) try {
		const found = place();
		verify(found, programs);
		return found;
	} catch (error) {
		problems.push(error);
	}
	throw problems.find((problem) => !isMissing(problem)) ?? problems[0];
}
const isMissing = ({ code }) => code === "MODULE_NOT_FOUND" || code === "ENOENT";
/** @throws Error what is not as it was published */
function verify(folder, { files }) {
	for (const [name, digest] of Object.entries(files)) {
		const path = join(folder, name);
		if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`${path} is missing`);
		if (digestOf(path) !== digest) throw new Error(`${path} is not the file that was published: it is damaged, or was tampered with`);
	}
}
/** Piece by piece: whole, twenty-five megabytes of new memory would take longer than the digest. */
function digestOf(path) {
	const hash = createHash("sha256");
	const piece = Buffer.allocUnsafe(2 ** 18);
	const file = openSync(path, "r");
	try {
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
	} finally {
		closeSync(file);
	}
	return hash.digest("hex");
}
function besideUs({ version, platform }) {
	const home = dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json"));
	const found = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version;
	if (found !== version) throw new Error(`it is version ${found}; expected ${version}`);
	return join(home, "bin/napi-v6", ...platform.split("-"));
}
function installed(folder, programs) {
	const found = installedAt(folder, programs);
	if (lstatSync(found, { throwIfNoEntry: false })) return found;
	throw Object.assign(/* @__PURE__ */ new Error(`${found} is missing`), { code: "ENOENT" });
}

// src/engines/_wasm-code.ts
/** An unsigned or signed number in as many groups of seven bits as it takes (LEB128). */
const unsigned = (value) => value < 128 ? [value] : [value & 127 | 128, ...unsigned(value >>> 7)];
const signed = (value) => value >= -64 && value < 64 ? [value & 127] : [value & 127 | 128, ...signed(value >> 7)];
const kinds = {
	i32: 127,
	v128: 123
};
const get = (local) => [32, ...unsigned(local)];
const set = (local) => [33, ...unsigned(local)];
const tee = (local) => [34, ...unsigned(local)];
const number = (value) => [65, ...signed(value)];
const add = [106];
const subtract = [107];
const multiply = [108];
const isGreater = [74];
const isZero = [69];
/** The first of two values where the third is not 0. */
const select = [27];
/** A 32-bit number at an address, so many bytes on. */
const load = (bytes) => [
	40,
	2,
	...unsigned(bytes)
];
/** `local += step` */
const advanced = (local, step) => [
	...get(local),
	...number(step),
	...add,
	...set(local)
];
/** Whether a local is at least so much. */
const isLeft = (local, least = 1) => [
	...get(local),
	...number(least - 1),
	...isGreater
];
const vector = (operation) => [253, ...unsigned(operation)];
/** Four float32 at an address, so many bytes on. */
const loadFour = (bytes) => [
	...vector(0),
	2,
	...unsigned(bytes)
];
/** One float32, four times. */
const loadSpread = (bytes) => [
	...vector(9),
	2,
	...unsigned(bytes)
];
const storeFour = (bytes) => [
	...vector(11),
	2,
	...unsigned(bytes)
];
const zeros = [...vector(12), ...Array.from({ length: 16 }, () => 0)];
/** `a + b` of four float32 each. */
const addFour = vector(228);
const subtractFour = vector(229);
/** `a * b + c` of four each, rounded once where the processor can: of the relaxed vector instructions. */
const multiplyAdd = vector(261);
/** Runs `body`, again while what it leaves is not 0. */
const repeat = (body) => [
	3,
	64,
	...body,
	13,
	0,
	11
];
/** Runs `body` if what stands before is not 0. */
const when = (body) => [
	4,
	64,
	...body,
	11
];
/** A module that exports one function, `run`, of 32-bit numbers, and works in the memory that it is given as `env.memory`. */
function moduleOf(parameters, locals, body) {
	const code = [
		...unsigned(locals.length),
		...locals.flatMap((kind) => [1, kinds[kind]]),
		...body,
		11
	];
	return Uint8Array.from([
		...[
			0,
			97,
			115,
			109,
			1,
			0,
			0,
			0
		],
		...section(1, [
			96,
			parameters,
			...Array.from({ length: parameters }, () => kinds.i32),
			0
		]),
		...section(2, [
			...text("env"),
			...text("memory"),
			2,
			0,
			0
		]),
		...section(3, [0]),
		...section(7, [
			...text("run"),
			0,
			0
		]),
		...section(10, [...unsigned(code.length), ...code])
	]);
}
/** A section with one entry. */
const section = (id, entry) => [
	id,
	...unsigned(entry.length + 1),
	1,
	...entry
];
const text = (word) => [word.length, ...new TextEncoder().encode(word)];
/** The function of such a module; nothing where this Node does not know all of its words. */
function loaded$1(bytes, memory) {
	const { validate, Module, Instance } = globalThis.WebAssembly;
	return validate(bytes) ? new Instance(new Module(bytes), { env: { memory } }).exports.run : void 0;
}

// src/engines/_panel-program.ts
/** Rows that are computed together: with eight columns their sums fill the registers that there are. */
const together$4 = 6;
/** Products that are added up one after another, before their sum is added to that of those before them. */
const inARow = 128;
/** The program over a memory; nothing where this Node has no relaxed vector instructions, as before version 22. */
const panelProgram = (memory) => loaded$1(program$1(), memory);
const [pieces, rows$1, count, length$1, panel, out, stride, totals] = [
	0,
	1,
	2,
	3,
	4,
	5,
	6,
	7
];
const parameters = 8;
const numbers = [
	"factors",
	"piecesLeft",
	"left",
	"room",
	"now",
	"to"
];
const [factors, piecesLeft, left$1, room$1, now, to$1] = series(parameters, numbers.length);
const sources = series(parameters + numbers.length, 6);
const sums = series(sources.at(-1) + 1, 12);
const [lower, upper, spread$3] = series(sums.at(-1) + 1, 3);
function series(from, length) {
	return Array.from({ length }, (_, at) => from + at);
}
function program$1() {
	const kinds = [...numbers, ...sources].map(() => "i32");
	const vectors = [
		...sums,
		lower,
		upper,
		spread$3
	].map(() => "v128");
	return moduleOf(parameters, [...kinds, ...vectors], repeat([
		...sixRows(),
		...advanced(rows$1, -6),
		...isLeft(rows$1)
	]));
}
function sixRows() {
	return [
		...[...get(panel), ...set(factors)],
		...sums.flatMap((sum, at) => [
			...get(factors),
			...loadFour(16 * (at % 2)),
			...set(sum)
		]),
		...[...get(totals), ...when(sums.flatMap((_, at) => [
			...get(totals),
			...zeros,
			...storeFour(16 * at)
		]))],
		...advanced(factors, 32),
		...[...get(count), ...set(piecesLeft)],
		...[...number(128), ...set(room$1)],
		...repeat([
			...onePiece(),
			...get(piecesLeft),
			...number(1),
			...subtract,
			...tee(piecesLeft)
		]),
		...[...get(totals), ...when(sums.flatMap((sum, at) => [...withTotal(sum, at), ...set(sum)]))],
		...stored()
	];
}
/** As much of it at a time as there is room for in the block. */
function onePiece() {
	return [
		...sources.flatMap((source, row) => [
			...get(pieces),
			...load(4 * row),
			...set(source)
		]),
		...advanced(pieces, 24),
		...[...get(length$1), ...set(left$1)],
		...repeat([
			...[
				...get(left$1),
				...get(room$1),
				...get(room$1),
				...get(left$1),
				...isGreater,
				...select,
				...set(now)
			],
			...[left$1, room$1].flatMap((each) => [
				...get(each),
				...get(now),
				...subtract,
				...set(each)
			]),
			...someNumbers(),
			...[
				...get(room$1),
				...isZero,
				...when(blockEnds())
			],
			...isLeft(left$1)
		])
	];
}
/** Four numbers of each row at a time, and the last ones one by one. */
function someNumbers() {
	const steps = [
		0,
		1,
		2,
		3
	].flatMap(oneNumber);
	return [...[...isLeft(now, 4), ...when(repeat([
		...steps,
		...passed(4),
		...isLeft(now, 4)
	]))], ...[...isLeft(now), ...when(repeat([
		...oneNumber(0),
		...passed(1),
		...isLeft(now)
	]))]];
}
function blockEnds() {
	return [...sums.flatMap((sum, at) => [
		...get(totals),
		...withTotal(sum, at),
		...storeFour(16 * at),
		...zeros,
		...set(sum)
	]), ...[...number(128), ...set(room$1)]];
}
const withTotal = (sum, at) => [
	...get(sum),
	...get(totals),
	...loadFour(16 * at),
	...addFour
];
/** The `at`-th number from here: of each row once, times eight factors. */
function oneNumber(at) {
	const factor = (half, local) => [
		...get(factors),
		...loadFour(32 * at + 16 * half),
		...set(local)
	];
	const summed = (sum, half) => [
		...get(spread$3),
		...get(half),
		...get(sum),
		...multiplyAdd,
		...set(sum)
	];
	return [
		...factor(0, lower),
		...factor(1, upper),
		...sources.flatMap((source, row) => [
			...[
				...get(source),
				...loadSpread(4 * at),
				...set(spread$3)
			],
			...summed(sums[2 * row], lower),
			...summed(sums[2 * row + 1], upper)
		])
	];
}
const passed = (numbers) => [
	factors,
	...sources,
	now
].flatMap((local, at) => advanced(local, at === 0 ? 32 * numbers : local === now ? -numbers : 4 * numbers));
/** Rows that are too many are the last one again, and are written where it was. */
function stored() {
	const next = (row) => [...[
		...get(to$1),
		...get(stride),
		...add
	], ...[
		...get(to$1),
		...get(rows$1),
		...number(row),
		...isGreater,
		...select,
		...set(to$1)
	]];
	return [
		...[...get(out), ...set(to$1)],
		...sums.flatMap((sum, at) => [...at % 2 === 0 && at > 0 ? next(at / 2) : [], ...[
			...get(to$1),
			...get(sum),
			...storeFour(16 * (at % 2))
		]]),
		...[
			...get(out),
			...get(stride),
			...number(6),
			...multiply,
			...add,
			...set(out)
		]
	];
}

// src/engines/_packed-filters.ts
const floats = ({ wasm }) => new Float32Array(wasm.asm.memory.buffer);
const addressOf = ({ dataIdMap }, { dataId }) => dataIdMap.get(dataId).memoryOffset;
/** @throws Error where the memory of TensorFlow.js is full */
function allocated({ wasm }, bytes) {
	const address = wasm._malloc(bytes) >>> 0;
	if (address === 0) throw new Error("The memory of the WebAssembly engine is full.");
	return address;
}
/** Bytes of a panel of so many factors per column: eight numbers to begin with, and eight factors for each. */
const panelBytes = (depth) => 4 * 8 * (depth + 1);
/** Filters as panels of eight columns, made when they are first asked for and kept as long as the filter's numbers are. */
var PackedFilters = class {
	#heap;
	/** A reshaped filter has the same numbers in another layout. */
	#kept = /* @__PURE__ */ new Map();
	constructor(heap) {
		this.#heap = heap;
		const shipped = heap.disposeData.bind(heap);
		heap.disposeData = (id, force) => {
			const gone = shipped(id, force);
			if (gone) this.#forget(id);
			return gone;
		};
	}
	/** @returns the address of the first panel; columns that are too many are zeros */
	of(filter, { columns, transposed = false }) {
		const kept = this.#kept.get(filter.dataId) ?? /* @__PURE__ */ new Map();
		const layout = `${columns} ${transposed}`;
		const known = kept.get(layout);
		if (known !== void 0) return known;
		const depth = filter.shape.reduce((product, size) => product * size, 1) / columns;
		const address = allocated(this.#heap, Math.ceil(columns / 8) * panelBytes(depth));
		const [from, to] = [addressOf(this.#heap, filter) / 4, address / 4];
		pack(floats(this.#heap), {
			from,
			to,
			depth,
			columns,
			steps: transposed ? [1, depth] : [columns, 1]
		});
		this.#kept.set(filter.dataId, kept.set(layout, address));
		return address;
	}
	#forget(id) {
		for (const address of this.#kept.get(id)?.values() ?? []) this.#heap.wasm._free(address);
		this.#kept.delete(id);
	}
};
function pack(heap, { from, to, depth, columns, steps: [down, across] }) {
	let at = to;
	for (let first = 0; first < columns; first += 8) {
		const there = Math.min(8, columns - first);
		heap.fill(0, at, at + 8);
		at += 8;
		for (let input = 0, row = from + first * across; input < depth; input++, row += down) for (let column = 0; column < 8; column++) heap[at++] = column < there ? heap[row + column * across] : 0;
	}
}

// src/engines/_fused.ts
/**
* Whether this processor rounds a product and its sum once: the instruction leaves it open, and its answer tells. Of
* (1 + 2^-12)^2 - (1 + 2^-11) in float32, one rounding leaves 2^-24, and two leave nothing.
*/
function fuses(run, heap) {
	const panel = 4 * 6;
	const [factor, out] = [panel + 8 * 8, panel + 12 * 8];
	const address = allocated(heap, out + 4 * 8);
	try {
		const numbers = floats(heap);
		new Int32Array(numbers.buffer, address, 6).fill(address + factor);
		numbers.fill(-(1 + 2 ** -11), (address + panel) / 4, (address + panel) / 4 + 8);
		numbers.fill(1 + 2 ** -12, (address + panel) / 4 + 8, (address + out) / 4);
		run(address, 1, 1, 1, address + panel, address + out, 4 * 8, 0);
		return numbers[(address + out) / 4] === 2 ** -24;
	} finally {
		heap.wasm._free(address);
	}
}

// src/engines/_head-kernels.ts
/**
* The gradient of one score, where a dense layer begins: the product of a row with a single number in it, of which the kernel that was
* there reads every other factor all the same. Such a row's product is the same bit by bit.
*/
function hastenHeads(core) {
	const shipped = core.getKernel("BatchMatMul", "wasm");
	core.unregisterKernel("BatchMatMul", "wasm");
	core.registerKernel({
		...shipped,
		kernelFunc: (call) => productOfSingles(call) ?? shipped.kernelFunc(call)
	});
}
function productOfSingles({ inputs, attrs, backend: of }) {
	const backend = of;
	const [a, b] = [inputs.a, inputs.b];
	const { transposeA, transposeB } = attrs;
	if (transposeA || !areMatrices(a, b)) return void 0;
	const [rows, depth] = a.shape.slice(-2);
	const singles = singlesOf(backend.typedArrayFromHeap(a), rows, depth);
	if (!singles) return void 0;
	const columns = b.shape.at(transposeB ? -2 : -1);
	const result = backend.makeOutput([...a.shape.slice(0, -1), columns], "float32");
	const [x, matrix, out] = [
		a,
		b,
		result
	].map((each) => backend.typedArrayFromHeap(each));
	scaledRows(x, singles, matrix, transposeB ? [1, depth] : [columns, 1], out);
	return result;
}
/** Of float32, one matrix each, and not several. */
const areMatrices = (...those) => those.every(({ shape, dtype }) => dtype === "float32" && shape.length === those[0].shape.length && shape.slice(0, -2).every((size) => size === 1));
/** Where each row has its only number that is not 0; nothing where one has more. */
function singlesOf(x, rows, depth) {
	const singles = new Int32Array(rows);
	for (let row = 0; row < rows; row++) {
		singles[row] = row * depth;
		let found = 0;
		for (let at = row * depth; at < (row + 1) * depth; at++) {
			if (x[at] === 0) continue;
			singles[row] = at;
			if (++found > 1) return void 0;
		}
	}
	return singles;
}
/** @param steps in the matrix, from one factor of a row to the next, and from column to column */
function scaledRows(x, singles, matrix, [down, across], out) {
	const depth = x.length / singles.length;
	const columns = out.length / singles.length;
	for (const [row, at] of singles.entries()) {
		const [factor, from] = [x[at], (at - row * depth) * down];
		for (let column = 0; column < columns; column++) out[row * columns + column] = factor * matrix[from + column * across];
	}
}

// src/engines/_window-pieces.ts
/** Rows of channels, each for itself. */
const pointwise = (outShape, rows, inChannels, outChannels) => ({
	outShape,
	inChannels,
	outChannels,
	batchSize: 1,
	padInfo: {
		top: 0,
		left: 0
	},
	inHeight: 1,
	inWidth: rows,
	outHeight: 1,
	outWidth: rows,
	filterHeight: 1,
	filterWidth: 1,
	strideHeight: 1,
	strideWidth: 1,
	dilationHeight: 1,
	dilationWidth: 1
});
/** Where the cells of each output's window lie, as `PanelProgram` wants to be told; those around the image are zeros. */
function fillPieces(pieces, { first, rows, from, zeros }, info) {
	const { outWidth, outHeight, inHeight, inWidth, filterHeight, filterWidth, padInfo } = info;
	const bytes = 4 * info.inChannels;
	const count = filterHeight * filterWidth;
	const padded = Math.ceil(rows / 6) * 6;
	for (let row = 0; row < padded; row++) {
		const cell = first + Math.min(row, rows - 1);
		const top = Math.floor(cell / outWidth) % outHeight * info.strideHeight - padInfo.top;
		const left = cell % outWidth * info.strideWidth - padInfo.left;
		const image = Math.floor(cell / (outWidth * outHeight)) * inHeight;
		let at = (row - row % 6) * count + row % 6;
		for (let kh = 0; kh < filterHeight; kh++) {
			const y = top + kh * info.dilationHeight;
			for (let kw = 0; kw < filterWidth; kw++, at += 6) {
				const x = left + kw * info.dilationWidth;
				pieces[at] = y >= 0 && y < inHeight && x >= 0 && x < inWidth ? from + ((image + y) * inWidth + x) * bytes : zeros;
			}
		}
	}
}

// src/engines/_fast-convolution.ts
/**
* Convolutions by fused multiply-add, twice as fast as XNNPACK's without it, in the memory of TensorFlow.js. An output's sum runs over
* its cells and channels in one order, whatever the batch. What is too small to gain stays with the kernel that was there.
* @returns how they round, for the engine's version: nothing where this Node has not what it takes
*/
function hastenConvolutions(core) {
	const backend = core.backend();
	const run = panelProgram(backend.wasm.asm.memory);
	if (!run) return void 0;
	const convolutions = new Convolutions(backend, run);
	for (const kernelName of ["Conv2D", "FusedConv2D"]) {
		const shipped = core.getKernel(kernelName, "wasm");
		const kernelFunc = (call) => {
			const { x, filter, bias } = call.inputs;
			const attributes = call.attrs;
			const info = infoOf(core, x, filter, attributes);
			return isPlain(attributes) && gains(info) ? convolutions.of(x, filter, bias, info) : shipped.kernelFunc(call);
		};
		core.unregisterKernel(kernelName, "wasm");
		core.registerKernel({
			...shipped,
			kernelFunc
		});
	}
	hastenProducts(core, convolutions);
	return fuses(run, backend) ? "fma" : "unfused";
}
/**
* Rows times a matrix. Of a transposed one, as dense layers have it, XNNPACK is left aside, and a naive loop runs; of another, XNNPACK adds
* long sums up in one go.
*/
function hastenProducts(core, convolutions) {
	const shipped = core.getKernel("BatchMatMul", "wasm");
	const kernelFunc = (call) => {
		const [a, b] = [call.inputs.a, call.inputs.b];
		const { transposeA, transposeB } = call.attrs;
		const [rows, depth] = a.shape.slice(-2);
		const columns = b.shape.at(transposeB ? -2 : -1);
		if (transposeA || !transposeB && (depth <= 128 || columns < 8) || !areMatrices(a, b)) return shipped.kernelFunc(call);
		const info = pointwise([...a.shape.slice(0, -1), columns], rows, depth, columns);
		return convolutions.of(a, b, void 0, info, transposeB);
	};
	core.unregisterKernel("BatchMatMul", "wasm");
	core.registerKernel({
		...shipped,
		kernelFunc
	});
}
const infoOf = ({ backend_util: { computeConv2DInfo } }, x, filter, a) => computeConv2DInfo(x.shape, filter.shape, a.strides, a.dilations, a.pad, a.dimRoundingMode);
const isPlain = ({ activation = "linear", dataFormat = "NHWC" }) => activation === "linear" && dataFormat === "NHWC";
/** Not of the batch: the same image would have other last bits in another. */
const gains = ({ inChannels, outChannels, outHeight, outWidth, filterHeight, filterWidth }) => {
	const isLong = filterHeight * filterWidth * inChannels > 128;
	return inChannels >= 8 && outChannels >= 8 && (isLong || outHeight * outWidth >= 6);
};
/** Of a share of the rows: what it reads stays in a core's cache while every panel of the filter passes. */
const shareBytes = 2 ** 18;
var Convolutions = class {
	#backend;
	#run;
	#filters;
	#scratch = {
		address: 0,
		bytes: 0
	};
	constructor(backend, run) {
		this.#backend = backend;
		this.#run = run;
		this.#filters = new PackedFilters(backend);
	}
	of(x, filter, bias, info, transposed = false) {
		const result = this.#backend.makeOutput(info.outShape, "float32");
		const { inChannels: length, outChannels: columns } = info;
		const count = info.filterHeight * info.filterWidth;
		const panel = this.#filters.of(filter, {
			columns,
			transposed
		});
		const rows = info.batchSize * info.outHeight * info.outWidth;
		const share = 6 * Math.max(1, Math.floor(shareBytes / (4 * length * count * 6)));
		const [zeros, table, odd, room] = this.#room([
			4 * length,
			4 * share * count,
			4 * 8 * share,
			192
		]);
		const totals = count * length < 128 ? 0 : room;
		const heap = floats(this.#backend);
		begin(heap, panel / 4, count * length, columns, bias && addressOf(this.#backend, bias) / 4);
		heap.fill(0, zeros / 4, zeros / 4 + length);
		const pieces = new Int32Array(heap.buffer, table, share * count);
		const [from, to] = [addressOf(this.#backend, x), addressOf(this.#backend, result)];
		for (let first = 0; first < rows; first += share) {
			const there = Math.min(share, rows - first);
			fillPieces(pieces, {
				first,
				rows: there,
				from,
				zeros
			}, info);
			for (let column = 0, at = panel; column < columns; column += 8, at += panelBytes(count * length)) {
				const out = to + 4 * (first * columns + column);
				const whole = column + 8 <= columns;
				this.#run(table, there, count, length, at, whole ? out : odd, whole ? 4 * columns : 4 * 8, totals);
				if (!whole) copyColumns(heap, odd / 4, out / 4, there, columns, columns - column);
			}
		}
		return result;
	}
	/** Memory for a call, kept for the next. @returns the address of each part */
	#room(parts) {
		const bytes = parts.reduce((sum, part) => sum + part, 0);
		if (bytes > this.#scratch.bytes) {
			if (this.#scratch.bytes > 0) this.#backend.wasm._free(this.#scratch.address);
			this.#scratch = {
				address: allocated(this.#backend, bytes),
				bytes
			};
		}
		let at = this.#scratch.address;
		return parts.map((part) => {
			at += part;
			return at - part;
		});
	}
};
/** What each column's sums begin with. */
function begin(heap, panel, depth, columns, bias) {
	for (let column = 0; column < columns; column++) {
		const at = panel + panelBytes(depth) / 4 * (column - column % 8) / 8 + column % 8;
		heap[at] = bias === void 0 ? 0 : heap[bias + column];
	}
}
function copyColumns(heap, from, to, rows, stride, columns) {
	for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) heap[to + row * stride + column] = heap[from + row * 8 + column];
}

// src/engines/_fast-normalization.ts
/** Channels that are computed together. */
const together$3 = 4;
/**
* Batch normalisation four channels at a time. The kernel that was there takes one, and with it a fifth of a ResNet-50's time where no
* exporter has made it a part of the convolutions. Nothing changes where this Node has not what it takes, or channels are left over.
*/
function hastenNormalization(core) {
	const backend = core.backend();
	const run = normalization(backend.wasm.asm.memory);
	if (!run) return;
	const shipped = core.getKernel("FusedBatchNorm", "wasm");
	const kernelFunc = (call) => {
		const inputs = call.inputs;
		const { x } = inputs;
		const channels = x.shape.at(-1);
		const isPlain = of(inputs).every((each) => !each || each.shape.join() === String(channels));
		const size = x.shape.reduce((product, length) => product * length, 1);
		if (!isPlain || x.dtype !== "float32" || channels % together$3 !== 0 || size === 0) return shipped.kernelFunc(call);
		const result = backend.makeOutput(x.shape, "float32");
		const table = allocated(backend, 12 * channels);
		fill$1(backend, table, inputs, channels, call.attrs.varianceEpsilon);
		run(addressOf(backend, x), size / channels, channels, table, addressOf(backend, result));
		backend.wasm._free(table);
		return result;
	};
	core.unregisterKernel("FusedBatchNorm", "wasm");
	core.registerKernel({
		...shipped,
		kernelFunc
	});
}
const of = ({ mean, variance, offset, scale }) => [
	mean,
	variance,
	offset,
	scale
];
function fill$1(backend, table, inputs, channels, epsilon) {
	const heap = floats(backend);
	const [mean, variance, offset, scale] = of(inputs).map((each) => each && heap.subarray(addressOf(backend, each) / 4));
	for (let channel = 0, at = table / 4; channel < channels; channel++, at++) {
		if (channel > 0 && channel % together$3 === 0) at += 8;
		heap[at] = mean[channel];
		heap[at + together$3] = (scale?.[channel] ?? 1) / Math.sqrt(variance[channel] + epsilon);
		heap[at + 8] = offset?.[channel] ?? 0;
	}
}
const normalization = (memory) => loaded$1(program(), memory);
const [from, rows, channels, table, to, at, left] = [
	0,
	1,
	2,
	3,
	4,
	5,
	6
];
function program() {
	const locals = ["i32", "i32"];
	const four = [
		...[
			...get(to),
			...get(from),
			...loadFour(0),
			...get(at),
			...loadFour(0),
			...subtractFour
		],
		...[
			...get(at),
			...loadFour(16),
			...get(at),
			...loadFour(32),
			...multiplyAdd,
			...storeFour(0)
		],
		...[
			...advanced(from, 16),
			...advanced(to, 16),
			...advanced(at, 48),
			...advanced(left, -4)
		]
	];
	const row = [
		...get(table),
		...set(at),
		...get(channels),
		...set(left),
		...repeat([...four, ...isLeft(left)])
	];
	return moduleOf(5, locals, repeat([
		...row,
		...advanced(rows, -1),
		...isLeft(rows)
	]));
}

// src/engines/_long-sums.ts
/** Fewer numbers than these the shipped kernels add up as well as anybody. */
const many$1 = 2048;
/**
* `Mean` and `Sum` of tfjs-backend-wasm 4.22 add one number after another in float32. Over many numbers, as where all channels of an
* image are normalised together, that leaves up to ten times the rounding of other programs; here they are added in float64.
*/
function addUpExactly(core) {
	for (const name of ["Mean", "Sum"]) {
		const shipped = core.getKernel(name, "wasm");
		const kernelFunc = (call) => reduced(core, call, name === "Mean") ?? shipped.kernelFunc(call);
		core.unregisterKernel(name, "wasm");
		core.registerKernel({
			...shipped,
			kernelFunc
		});
	}
}
/** Of neighbouring axes; nothing where few numbers are added, or axes lie apart, which the shipped kernel moves first. */
function reduced(core, { inputs, attrs, backend: of }, isMean) {
	const { shape, dtype } = inputs.x;
	const { axis, keepDims } = attrs;
	const axes = core.util.parseAxisParam(axis, [...shape]).toSorted((a, b) => a - b);
	const [first, end] = [axes[0], axes[0] + axes.length];
	const { sizeFromShape } = core.util;
	const count = sizeFromShape(shape.slice(first, end));
	if (dtype !== "float32" || count < many$1 || axes.at(-1) !== end - 1) return void 0;
	const backend = of;
	const output = [
		...shape.slice(0, first),
		...keepDims ? axes.map(() => 1) : [],
		...shape.slice(end)
	];
	const result = backend.makeOutput(output, "float32");
	const [from, to] = [backend.typedArrayFromHeap(inputs.x), backend.typedArrayFromHeap(result)];
	const divisor = isMean ? count : 1;
	if (end === shape.length) for (let row = 0; row < to.length; row++) to[row] = sum(from, row * count, count) / divisor;
	else sumRows(from, to, count, sizeFromShape(shape.slice(end)), divisor);
	return result;
}
/** Four at a time: one after another, each would wait for the one before. */
function sum(values, start, count) {
	let [a, b, c, d] = [
		0,
		0,
		0,
		0
	];
	const [end, whole] = [start + count, start + count - count % 4];
	for (let at = start; at < whole; at += 4) {
		a += values[at];
		b += values[at + 1];
		c += values[at + 2];
		d += values[at + 3];
	}
	for (let at = whole; at < end; at++) a += values[at];
	return a + b + c + d;
}
/** Adds up `count` rows of `length` numbers at a time. */
function sumRows(from, to, count, length, divisor) {
	for (let start = 0; start < to.length; start += length) {
		const totals = new Float64Array(length);
		for (let row = start * count; row < (start + length) * count; row += length) for (let at = 0; at < length; at++) totals[at] += from[row + at];
		for (let at = 0; at < length; at++) to[start + at] = totals[at] / divisor;
	}
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
	replace$1(core, "AvgPoolGrad", ({ dy, input }, attrs, backend) => {
		const info = pool(attrs, input);
		return fill(backend, info.inShape, (dx) => averagePoolGradient(read(backend, dy), info, dx));
	});
	replace$1(core, "MaxPoolGrad", ({ dy, input }, attrs, backend) => {
		const info = pool(attrs, input);
		return fill(backend, info.inShape, (out) => maxPoolGradient(read(backend, input), read(backend, dy), info, out));
	});
	replace$1(core, "DepthwiseConv2dNativeBackpropInput", ({ dy, filter }, attrs, backend) => {
		const info = depthwise(attrs, attrs.inputShape, filter.shape);
		return fill(backend, info.inShape, (dx) => {
			const [w, g] = [read(backend, filter), read(backend, dy)];
			eachDepthwiseTap(info, (x, f, y) => {
				dx[x] += w[f] * g[y];
			});
		});
	});
	replace$1(core, "DepthwiseConv2dNativeBackpropFilter", ({ x: input, dy }, attrs, backend) => {
		const info = depthwise(attrs, input.shape, attrs.filterShape);
		return fill(backend, attrs.filterShape, (dw) => {
			const [a, g] = [read(backend, input), read(backend, dy)];
			eachDepthwiseTap(info, (x, f, y) => {
				dw[f] += a[x] * g[y];
			});
		});
	});
	replace$1(core, "Conv2DBackpropFilter", ({ x: input, dy }, attrs, backend) => {
		const info = computeConv2DInfo(input.shape, attrs.filterShape, attrs.strides, 1, attrs.pad, attrs.dimRoundingMode);
		return fill(backend, attrs.filterShape, (dw) => convFilterGradient(read(backend, input), read(backend, dy), info, dw));
	});
}
function replace$1(core, kernelName, kernel) {
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
	addUpExactly(core);
	const rounding = hastenConvolutions(core);
	hastenHeads(core);
	hastenNormalization(core);
	return {
		name: "wasm",
		version: `tfjs ${core.version_core}, wasm${rounding ? ` ${rounding}` : ""}`,
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
/**
* ONNX Runtime through `onnxruntime-node` on all cores for what is not differentiated, TensorFlow.js on WebAssembly for the rest.
* Its program is looked up beside camdrift and in the tool's own folder only, never in the workspace, whose files are untrusted.
* @throws CamdriftError `engine-unavailable`
*/
async function onnxRuntimeEngine() {
	const runtime = loadRuntime();
	const { tf, name, version } = await wasmEngine();
	return {
		name: "onnxruntime",
		version: `onnxruntime ${pins.version}, ${version}`,
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
/** What the program reads of a value, and makes of its answers. */
var Tensor = class {
	type;
	data;
	dims;
	location = "cpu";
	constructor(type, data, dims) {
		this.type = type;
		this.data = data;
		this.dims = dims;
	}
};
/** Of its log: only what ends the process. */
const fatal = 4;
let started;
function loadRuntime() {
	try {
		const file = join(verifiedPrograms(engineFolder(process.env)), "onnxruntime_binding.node");
		const native = createRequire(import.meta.url)(file);
		if (!started) native.initOrtOnce(fatal, Tensor, isMainThread);
		started = native;
		return { session: (model, apart) => new OnnxSession(native, model, apart) };
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
	extra: {
		session: { intra_op: { allow_spinning: "0" } },
		optimization: { disable_specified_optimizers: "Pad_Fusion" }
	}
};
var OnnxSession = class {
	#session;
	#outputs;
	/** It may read them as long as it lives. */
	#apart;
	constructor({ InferenceSession }, model, apart = /* @__PURE__ */ new Map()) {
		this.#session = new InferenceSession();
		this.#apart = [...apart].map(([path, data]) => ({
			path,
			data
		}));
		const externalData = this.#apart.length > 0 ? { externalData: this.#apart } : {};
		this.#session.loadModel(model.buffer, model.byteOffset, model.byteLength, {
			...options,
			...externalData
		});
		this.#outputs = this.#session.outputMetadata.map(({ name }) => name);
	}
	run({ data, shape }) {
		const input = new Tensor("float32", data, shape);
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

// src/files/regular-file.ts
/**
* The bytes of a stranger's file. Pipes, sockets and devices are never opened: they would make a reader wait, or feed it for ever.
* @param most bytes
*/
async function readRegular(path, most, refuse) {
	await requireRegular(path, most, refuse);
	const handle = await opened$1(path, refuse);
	try {
		return await bounded(handle, most, refuse);
	} finally {
		await handle.close();
	}
}
/**
* The lines of a stranger's file, without their ends, one at a time: the file need not fit into memory.
* @param most bytes of the file, and of a line
*/
async function* regularLines(path, most, refuse) {
	await requireRegular(path, most.file, refuse);
	yield* linesOf(piecesOf(path, most.file, refuse), most.line, refuse);
}
/**
* SHA-256 of a stranger's file, in hex. However many files are asked for one after another, no more than a piece of one is in memory: what
* was read and let go is there until it is collected, and that is late.
* @param most bytes
*/
async function regularDigest(path, most, refuse) {
	await requireRegular(path, most, refuse);
	const hash = createHash("sha256");
	for await (const piece of piecesOf(path, most, refuse)) hash.update(piece);
	return hash.digest("hex");
}
/** Each piece is there until the next one is asked for. */
async function* piecesOf(path, most, refuse) {
	const handle = await opened$1(path, refuse);
	const place = idle.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
	try {
		await requireSame(handle, most, refuse);
		for (let at = 0; at <= most;) {
			const { bytesRead } = await handle.read(place, 0, pieceBytes, at).catch((cause) => {
				throw refuse(systemWords(cause), cause);
			});
			if (bytesRead === 0) return;
			at += bytesRead;
			yield place.subarray(0, bytesRead);
		}
		throw refuse(changed);
	} finally {
		if (idle.length === 0) idle.push(place);
		await handle.close();
	}
}
const pieceBytes = 2 ** 18;
/** What was read into before, for the next file. */
const idle = [];
async function* linesOf(pieces, most, refuse) {
	let begun = [];
	let waiting = 0;
	for await (const piece of pieces) {
		let from = 0;
		for (let end = piece.indexOf(newline$1); end >= 0; end = piece.indexOf(newline$1, from)) {
			yield Buffer.concat([...begun, piece.subarray(from, end)]).toString("utf8");
			[begun, waiting, from] = [
				[],
				0,
				end + 1
			];
		}
		begun.push(Buffer.from(piece.subarray(from)));
		waiting += piece.length - from;
		if (waiting > most) throw refuse(`it has a line of more than ${most} bytes`);
	}
	if (waiting > 0) yield Buffer.concat(begun).toString("utf8");
}
const newline$1 = 10;
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
async function bounded(handle, most, refuse) {
	await requireSame(handle, most, refuse);
	return handle.readFile().catch((cause) => {
		throw refuse(systemWords(cause), cause);
	});
}
const changed = "it changed while it was read";
async function requireSame(handle, most, refuse) {
	const found = await handle.stat();
	if (!found.isFile() || found.size > most) throw refuse(changed);
}

// src/lfs/pointer.ts
/** Whether bytes are a Git LFS pointer: what a checkout without `lfs: true` leaves in place of a large file. */
function isLfsPointer(bytes) {
	return String.fromCharCode(...bytes.subarray(0, mark.length)) === mark;
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
const mark = "version https://git-lfs.github.com/spec/";
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
	await requireRegular(path, mostInputBytes, (why) => unfit(path, why));
	const bytes = await readFile(path).catch(() => {
		throw unfit(path, "there is no readable file");
	});
	const version = bytes[6] ?? 0;
	if (bytes.toString("latin1", 0, 6) !== "NUMPY" || version < 1 || version > 3 || bytes.length < 12) throw unfit(path, "it does not start like a .npy file of format 1 to 3");
	const start = version === 1 ? 10 : 12;
	const end = start + (version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
	const header = bytes.toString("latin1", start, end);
	const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1] ?? "";
	const read = readers[type];
	if (!read || !/'fortran_order'\s*:\s*False\b/.test(header)) throw unfit(path, `it holds values of type ${type || "unknown"} or in another order; expected ${Object.keys(readers).join(", ")} in C order`);
	const shape = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
	const count = shape.reduce((product, size) => product * size, 1);
	if (bytes.length - end !== count * read.bytes) throw unfit(path, `it has ${bytes.length - end} bytes of data where ${shape.join(" x ") || "one number"} takes ${count * read.bytes}`);
	const view = new DataView(bytes.buffer, bytes.byteOffset + end, bytes.length - end);
	const data = Float32Array.from({ length: count }, (_, at) => read.value(view, at * read.bytes));
	if (!data.every(Number.isFinite)) throw unfit(path, "it holds a value that is not finite");
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
const unfit = (path, why) => new CamdriftError("config-invalid", `${path} cannot be given to a model as an input: ${why}.`, { remedy: "Write the array with numpy.save, or give one number for all of it." });

// src/models/_other-formats.ts
const torch = "In Python, with the network as `model`: torch.onnx.export(model.eval(), torch.zeros(1, 3, 224, 224), \"model.onnx\", dynamic_axes={\"input\": {0: \"n\"}}, input_names=[\"input\"])";
const others$1 = [
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
const otherByContent = ({ head }) => others$1.find(({ begins }) => begins?.(Buffer.from(head.buffer, head.byteOffset, head.length)));
/** The same by its name, which may be that of a folder. */
const otherByName = (path) => others$1.find(({ endings }) => endings.some((ending) => basename(path).toLowerCase().endsWith(ending)));
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
/** Of files that were read as a whole while a model was loaded: of the very bytes that it was made of. */
var ReadDigests = class {
	#digests = /* @__PURE__ */ new Map();
	hear = (file, bytes) => {
		this.#digests.set(resolve(file), contentHash(file).update(bytes).digest());
	};
	/** Of a file that was not read, or in parts alone, none. */
	of(file) {
		return this.#digests.get(resolve(file));
	}
};

// src/models/_one-file.ts
const maxBytes = 2 * 2 ** 30;
/** The bytes of a model that is a single file. */
async function readModelFile(path, read) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${path}.`, { cause });
	});
	if (!found.isFile() || found.size > maxBytes) throw new CamdriftError("model-unreadable", `${path} is not a file of at most ${maxBytes} bytes.`);
	const bytes = await readFile(path);
	if (isLfsPointer(bytes)) throw new CamdriftError("model-lfs-pointer", `${path} is a Git LFS pointer, not the file itself.`);
	read?.(path, bytes);
	return bytes;
}

// src/models/keras-h5.ts
/** The first four of HDF5's signature. */
const signature = [
	137,
	72,
	68,
	70
];
/** `.h5` files with architecture and weights, as Keras 2 and Keras 3 write them. */
const kerasH5 = {
	name: "keras-h5",
	recognises: ({ head }) => signature.every((byte, index) => head[index] === byte),
	files: async (path) => [path],
	async load(path, engine, options) {
		const { inWords, loadKeras } = await import("./load.js");
		try {
			return loadKeras(await open$2(path, options.read), engine, options);
		} catch (cause) {
			throw inWords(path, cause);
		}
	}
};
/** Reading HDF5 is loaded with the first file. */
async function open$2(path, read) {
	const [bytes, { openHdf5 }, { placesInH5 }] = await Promise.all([
		readModelFile(path, read),
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
			return loadKeras(await open$1(path, options.read), engine, options);
		} catch (cause) {
			throw inWords(path, cause);
		}
	}
};
/** Reading archives is loaded with the first one. */
async function open$1(path, read) {
	const [bytes, { unzip }, { openHdf5 }, { placesInArchive }] = await Promise.all([
		readModelFile(path, read),
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
		takes: (name) => members.includes(name),
		rejected: (message, options) => new CamdriftError("model-unreadable", message, {
			...options,
			remedy
		}),
		quoted: (text) => JSON.stringify(text.slice(0, 200))
	});
	const [config, metadata, weights] = members.map((name) => files.get(name));
	if (!config || !weights) throw new CamdriftError("model-unreadable", `${path} has no ${config ? "model.weights.h5" : "config.json"} in it.`, { remedy });
	const group = openHdf5(weights);
	return {
		format: "keras-zip",
		path,
		dialect: dialectOf(metadata),
		config: JSON.parse(Buffer.from(config).toString("utf8")),
		places: (root) => placesInArchive(root, group)
	};
}
const members = [
	"config.json",
	"metadata.json",
	"model.weights.h5"
];
const remedy = "Save the model again with `model.save(\"model.keras\")`, and check that the file was copied whole.";
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

// src/files/workspace.ts
/**
* The path as given when it lies inside the folder, by its text and after following symbolic links, and nowhere in `.git`. Of a path that
* does not exist the links above it are followed, and one that leads nowhere yet: what is written there would follow them.
* @throws CamdriftError `path-outside`
*/
async function confined(folder, path, what) {
	const [home, real] = await Promise.all([whereItLeads(folder, what), whereItLeads(path, what)]);
	if (!inside$1(folder, path) || !inside$1(home, real)) throw new CamdriftError("path-outside", `The ${what} leaves the folder ${folder}.`);
	if (inGit(relative(folder, path)) || inGit(relative(home, real))) throw new CamdriftError("path-outside", `The ${what} lies in .git, which is not read.`, { remedy: "Name a file outside of .git: a clone's own files can hold credentials." });
	return path;
}
/**
* For what nobody who writes in the folder may put there.
* @throws CamdriftError `path-outside` where the path lies in it, by its text or behind links
*/
async function requireOutside(folder, path, what) {
	const [home, real] = await Promise.all([whereItLeads(folder, what), whereItLeads(path, what)]);
	if (!inside$1(folder, path) && !inside$1(home, real)) return;
	throw new CamdriftError("path-outside", `The ${what} lies in ${folder}, where a pull request can put files.`, { remedy: "Name a folder outside of it, such as one of the runner or of the user." });
}
/**
* The path of a file that a model names as a part of itself: by its text in the model's own folder, and behind links nowhere outside `within`.
* @param within the workspace; the model's own folder when there is none, or when the model does not lie in it
* @throws CamdriftError `path-outside`
*/
async function confinedPart(folder, name, what, within) {
	const path = join(folder, name);
	if (!inside$1(folder, path)) throw new CamdriftError("path-outside", `The ${what} leaves the folder ${folder}.`);
	return confined(within !== void 0 && inside$1(within, folder) ? within : folder, path, what);
}
function inside$1(folder, path) {
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
	if (/^[[{]/.test(trimmed)) return fromJson(trimmed) ?? fromPython(trimmed);
	return trimmed.split(trimmed.includes("\n") ? /\r?\n/ : ",").map((name) => name.trim());
}
function fromJson(text) {
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
/**
* The bytes of a file that has to be there, be no longer than that many bytes, and be no Git LFS pointer.
* @param read told of them
*/
async function readLimited(path, limit, read) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${path}.`, { cause });
	});
	if (!found.isFile() || found.size > limit) throw new CamdriftError("model-unreadable", `${path} is not a file of at most ${limit} bytes (found ${found.isFile() ? `${found.size} bytes` : "a folder"}).`);
	const bytes = await inOneGo(path, found.size);
	if (isLfsPointer(bytes)) throw new CamdriftError("model-lfs-pointer", `${path} is a Git LFS pointer, not the file itself.`);
	read?.(path, bytes);
	return bytes;
}
/** Bytes of one read: no system takes more than two gigabytes. */
const longest = 2 ** 30;
/** Read in small pieces it would wait for this thread after each of them. */
async function inOneGo(path, size) {
	const file = await open(path);
	try {
		const bytes = Buffer.allocUnsafeSlow(size);
		let at = 0;
		for (let read = 1; read > 0 && at < size; at += read) read = (await file.read(bytes, at, Math.min(longest, size - at), at)).bytesRead;
		return bytes.subarray(0, at);
	} finally {
		await file.close();
	}
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
const mostBytes$2 = 4 * 2 ** 20;
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
		if (names?.length === model.classes && names.every(isName)) return {
			...model,
			labels: names
		};
	}
	return model;
}
const isName = (name) => typeof name === "string" && name.length <= mostCharacters && /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(name);
function namesIn(value) {
	const found = typeof value === "string" && value.length <= mostBytes$2 ? parseNames(value) : value;
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
		return JSON.parse((await readLimited(file, mostBytes$2)).toString("utf8"));
	} catch (error) {
		if (error instanceof CamdriftError || error instanceof SyntaxError) return void 0;
		throw error;
	}
}

// src/models/_stated-task.ts
/** What tools write of models that give no class scores: Ultralytics' and Hugging Face's words for a task. */
const others = /* @__PURE__ */ new Set([
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
		const task = taskOf(source);
		if (task !== void 0 && others.has(task.toLowerCase())) throw new CamdriftError("model-unsupported", `${path} says of itself \`task: ${task}\`; camdrift explains classifiers.`, { remedy: "Take the model that classifies (Ultralytics calls it `task: classify`, `yolo11n-cls.pt`)." });
	}
}
function taskOf(source) {
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
			values: () => finite$2(path, weight, own)
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
function finite$2(path, weight, bytes) {
	const values = decoded(weight, bytes);
	if (!(values instanceof Float32Array) || allFinite(values)) return values;
	throw new CamdriftError("model-numbers", `Weight \`${weight.name}\` of ${path} holds NaN or infinite values.`);
}
function decoded({ dtype, quantization }, bytes) {
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
async function readModelJson(path, read) {
	const text = (await readLimited(path, maxJsonBytes, read)).toString("utf8");
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
async function readWeights(path, json, { within, read }) {
	const shards = await shardPaths(path, json, within);
	const tables = [];
	for (const { paths, weights } of json.weightsManifest) {
		const files = shards.splice(0, paths.length);
		const sizes = await Promise.all(files.map(sizeOf$1));
		const total = sizes.reduce((sum, size) => sum + size, 0);
		await checkSize(files, total, weights);
		tables.push(weightTable(path, await joined$2(files, sizes, total, read), weights));
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
async function sizeOf$1(file) {
	const found = await stat(file).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${file}.`, { cause });
	});
	if (found.isFile() && found.size <= maxShardBytes) return found.size;
	throw new CamdriftError("model-unreadable", `${file} is not a file of at most ${maxShardBytes} bytes.`);
}
/** Into one piece of memory. */
async function joined$2(files, sizes, total, read) {
	const bytes = new Uint8Array(total);
	let at = 0;
	for (const [index, file] of files.entries()) {
		const handle = await open(file);
		try {
			await handle.read(bytes, at, sizes[index], 0);
		} finally {
			await handle.close();
		}
		read?.(file, bytes.subarray(at, at + sizes[index]));
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
		const json = await readModelJson(path, options.read);
		const beside = await metadataBeside(path);
		requireClassification(path, json.userDefinedMetadata, beside);
		const weights = await readWeights(path, json, options);
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
		const json = await readModelJson(path, options.read);
		const beside = await metadataBeside(path);
		requireClassification(path, json.userDefinedMetadata, beside);
		const weights = await readWeights(path, json, options);
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
* @param read files that need not be read again
*/
async function modelDigest(path, within, read) {
	const { root, files } = await modelFiles(path, within);
	const digestOf = async (file) => read?.of(file) ?? await fileDigest(file);
	return combinedDigest(await Promise.all(files.map(async (name) => ({
		name,
		sha256: await digestOf(join(root, name))
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
	await requireRegular(path, Number.POSITIVE_INFINITY, unreadable$2(path));
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
	const file = (await stat(path).catch(() => void 0))?.isDirectory() ? await modelIn(path) : path;
	await requireRegular(file, Number.POSITIVE_INFINITY, unreadable$2(file));
	const handle = await open(file).catch((cause) => {
		throw unreadable$2(file)(systemWords(cause), cause);
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
const unreadable$2 = (path) => (why, cause) => {
	const message = cause?.code === "ENOENT" ? `There is no model at ${path}.` : `The model ${path} cannot be read: ${why}.`;
	return new CamdriftError("model-unreadable", message, { cause });
};
async function modelIn(folder) {
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

// src/core/raster.ts
/** An RGB picture of one colour. */
function plain(width, height, colour) {
	const data = new Uint8Array(width * height * 3);
	colour.forEach((value, at) => {
		data[at] = value;
	});
	for (let done = 3; done < data.length; done *= 2) data.copyWithin(done, 0, done);
	return {
		width,
		height,
		channels: 3,
		data
	};
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
		for (let i = 0; i < count; i++) put(index(value, i, bits));
	};
	const literal = (count) => {
		const size = Math.ceil(count * bits / 8);
		if (at + size > bytes.length) throw new Error("its runs end early");
		for (let i = 0; i < count; i++) put(index(bytes[at + (i * bits >> 3)], i, bits));
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
function index(byte, i, bits) {
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
		setFlagsFromString("--no-expose-gc");
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
const mostPixels$1 = 32e6;
/** Of a side; JPEG's own bound. */
const longestSide = 65535;
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
	const most = Math.floor(mostPixels$1 / weights[format]);
	if (width * height > most) throw tooLarge(`${path} has ${width} x ${height} pixels; of a ${names[format]}, at most ${most / 1e6} megapixels are read.`);
	if (Math.max(width, height) > longestSide) throw tooLarge(`${path} has ${width} x ${height} pixels; at most ${longestSide} a side are read.`);
	const cost = costOf$1(size, format);
	if ((Atomics.add(new Int32Array(budget), begun, cost) + cost) * 1e3 <= mostPerRun) return;
	throw tooLarge(`${path} was not read: the fixtures before it have used up the ${mostPerRun / 1e9} gigapixels that are decoded for one model.`);
}
const names = {
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
const costOf$1 = ({ width, height }, format) => Math.ceil(width * height * weights[format] / 1e3);
/** Thousands of pixels, weighed, that are decoded at a time, in all threads together; one picture alone may always. */
const mostAtATime = 25e3;
/** Thousands of pixels from which on memory is not left to the collector's leisure. */
const freedAtOnce = 4e3;
/** Runs one decoding, and what is done with its pixels, when those under way leave room for it. */
async function inTurn(size, format, budget, work) {
	const cost = costOf$1(size, format);
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
const replace = "Replace it by the picture that was meant.";
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
		convert: replace
	},
	{
		mark: "<html",
		is: "a web page",
		convert: replace
	},
	{
		mark: "{",
		is: "JSON text",
		convert: replace
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
	throw foreign(start, start.startsWith("ftyp", 4) ? [start.slice(8, 12), ...brands] : [], path);
}
/** The brands of an ISO media file: its first box is `ftyp`, of a length that can be. */
function brandsOf(start) {
	if (start.slice(4, 8) !== "ftyp") return [];
	const length = Buffer.from(start.slice(0, 4), "latin1").readUInt32BE();
	if (length < 16 || length > start.length || length % 4 !== 0) return [];
	const compatible = Array.from({ length: (length - 16) / 4 }, (_, i) => start.slice(16 + 4 * i, 20 + 4 * i));
	return [start.slice(8, 12), ...compatible];
}
function foreign(start, brands, path) {
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
		else filled += copied(table.unpack(code), out, filled);
	}
	return out;
}
function copied(indices, out, at) {
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
	const indices = unpackLzw(joined$1(bytes, header.start + 1), bytes[header.start], frame.width * frame.height);
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
function joined$1(bytes, from) {
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
		for (let c = 0; c < 3; c++) rgb[i * 3 + c] = Math.max(0, light - share$1(ink[i * 4 + c], light));
	}
	return rgb;
}
/** a * b / 255, rounded; Pillow's `MULDIV255`. */
function share$1(a, b) {
	const product = a * b + 128;
	return (product >> 8) + product >> 8;
}

// src/images/_tiff-tag.ts
const mostEntries = 4096;
/** First value of a tag of 16 or 32 bits in the first directory of a TIFF; `undefined` when there is none, or the file is a BigTIFF. */
function firstTag(bytes, tag) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const little = bytes[0] === 73;
	if (bytes.length < 8 || view.getUint16(2, little) !== 42) return void 0;
	const start = view.getUint32(4, little);
	const count = start + 2 <= bytes.length ? Math.min(mostEntries, view.getUint16(start, little)) : 0;
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
const tolerance = .02;
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
	].map((name) => readXyz(tagOf(profile, name))).every((found, i) => found?.every((value, j) => Math.abs(value - srgb[i][j]) <= tolerance) ?? false) ? void 0 : nameOf(tagOf(profile, "desc"));
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
function nameOf(tag) {
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
			throw damaged(path, cause);
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
function damaged(path, cause) {
	const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
	return new CamdriftError("fixture-unreadable", `${path} is damaged or cut short: ${reason}.`, {
		cause,
		remedy: "Open it in a viewer, then store a complete copy."
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
	const rows = spread$2(raster, width, tapsOf$1(raster.width, width, filter));
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
		const step = Math.round(fround(place - first) * steps$1);
		const taps = [
			1 + step / steps$1,
			step / steps$1,
			1 - step / steps$1,
			2 - step / steps$1
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
const steps$1 = 1024;
function keys(distance) {
	const a = -.5;
	if (distance <= 1) return (1.5 * distance - 2.5) * distance * distance + 1;
	return ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a;
}
function spread$2({ data, width: from, height, channels }, width, taps) {
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
const whole = ({ size, from, to }, cells) => cells === size && from === 0 && to === size;
function resampleRows(raster, width, axis, filter) {
	if (whole(axis, width)) return raster;
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
	if (whole(axis, height)) return raster;
	const { width, channels } = raster;
	const length = width * channels;
	const data = new Uint8Array(length * height);
	tapsOf(axis, height, filter).forEach(({ first, weights }, y) => {
		for (let i = 0; i < length; i++) {
			let sum = half;
			for (let j = 0; j < weights.length; j++) sum += Math.imul(raster.data[(first + j) * length + i], weights[j]);
			data[y * length + i] = level(sum);
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
const level = (sum) => Math.max(0, Math.min(255, sum >> precision));
/** One row of a grey picture. */
function weighGreys(source, start, target, end, taps) {
	for (let i = 0; i < taps.length; i++) {
		const { first, weights } = taps[i];
		let sum = half;
		for (let j = 0; j < weights.length; j++) sum += Math.imul(source[start + first + j], weights[j]);
		target[end + i] = level(sum);
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
		target[end + i * 3] = level(red);
		target[end + i * 3 + 1] = level(green);
		target[end + i * 3 + 2] = level(blue);
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
function frameOf(picture, input, fit, how) {
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
		box: middle$1(picture, input, how.antialias),
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
	const size = inside(picture, input);
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
function inside(picture, { width, height }) {
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
function middle$1(picture, input, antialias) {
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
	const frame = frameOf(seen, input, fit, pixels);
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
const mostPixels = 64 * 2 ** 20;
function requireSize$1({ size: { width, height } }, path) {
	if (width * height <= mostPixels && width > 0 && height > 0) return;
	throw new CamdriftError("fixture-unreadable", `${path} would be resized to ${width} x ${height} pixels before its middle is cut out; expected at most ${mostPixels}, and one at least.`, { remedy: "Crop the picture, or take `fit: fill` or `contain` if the model was trained so." });
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
const light = 128;
const mostBytes$1 = 64 * 2 ** 20;
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
				data: data.map((value) => Number(value >= light))
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
	if (lightest >= light) return {
		...picture,
		data: picture.data.map((value) => value >= light ? 255 : 0)
	};
	throw new CamdriftError("fixture-unreadable", `The mask ${mask} has nothing that is lighter than mid-grey: expected values of ${light} or more in the region, got at most ${lightest}.`, { remedy: "Save the mask as white (255) on black (0)." });
}
async function readBounded$1(mask) {
	const found = await stat(mask).catch(() => void 0);
	if (found?.isFile() && found.size <= mostBytes$1) return readFile(mask);
	const got = found?.isFile() ? `${found.size} bytes` : "no file";
	throw new CamdriftError("fixture-unreadable", `The mask ${mask} cannot be read: expected at most ${mostBytes$1} bytes, got ${got}.`);
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
	if (bytes.length - end !== count * 4) throw unreadable$1(path, `${bytes.length - end} bytes of data where ${height} x ${width} x ${channels} float32 take ${count * 4}`, "The file was cut short or added to: save the array again.");
	const data = new Float32Array(new Uint8Array(bytes.subarray(end)).buffer);
	const bad = data.findIndex((value) => !Number.isFinite(value));
	if (bad >= 0) throw unreadable$1(path, `value ${bad} is ${data[bad]}`, "Replace the values that are not finite.");
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
	if (!(String.fromCharCode(...bytes.subarray(0, 6)) === "NUMPY" && version >= 1 && version <= 3) || bytes.length < start) throw unreadable$1(path, "it does not start like a .npy file of format 1 to 3", "Write it with np.save.");
	const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
	if (length > longestHeader || start + length > bytes.length) throw unreadable$1(path, `its header claims ${length} bytes; the file has ${bytes.length - start} and at most ${longestHeader} are read`, "The file is damaged: save the array again.");
	return {
		header: new TextDecoder("latin1").decode(bytes.subarray(start, start + length)),
		end: start + length
	};
}
function refuseType(header, path) {
	const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
	if (type !== "<f4") throw unreadable$1(path, `${type === void 0 ? "its values have no simple type" : `its values are of type '${type}'`}; expected '<f4' (little-endian float32)`, "Save array.astype(\"<f4\").");
	if (!/'fortran_order'\s*:\s*False\b/.test(header)) throw unreadable$1(path, "it is not in C order", "Save np.ascontiguousarray(array).");
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
	throw unreadable$1(path, `${inside === void 0 ? "it has no shape" : `its shape is (${inside.trim()})`}; ${`expected height x width x channels, or height x width, with 1 to ${mostValues} values in all`}`, "Save one example per file, without the batch dimension, channels last.");
}
function unreadable$1(path, found, remedy) {
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
/** Of an array its values. */
const toShow = ({ picture, stored, regions, values }) => ({
	picture,
	...stored && { stored },
	regions,
	...!picture && { values }
});
/** Of a configuration, what travels to another process. */
const preparationOf = ({ preprocess: numbers, fit, pixels }) => ({
	preprocess: numbers,
	fit,
	...pixels && { pixels }
});
/** File names of fixtures, by their ending. */
const fixtureEndings = "png jpg jpeg jpe jfif webp tif tiff avif bmp dib gif ppm pgm pbm pnm npy".split(" ");
/** Larger than any camera's file; a limit because fixtures come with pull requests. */
const mostBytes = 256 * 2 ** 20;
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
		size: sizeOf(raster),
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
/** What an edit may take of a fixture; nothing of an array. */
const donorOf = (fixture) => fixture?.picture && {
	picture: fixture.picture,
	regions: fixture.regions
};
const sizeOf = ({ width, height }) => ({
	width,
	height
});
async function readBounded(path) {
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("fixture-unreadable", `There is no file ${path}.`, { cause });
	});
	if (found.isFile() && found.size <= mostBytes) return readFile(path);
	const size = found.isFile() ? `${found.size} bytes` : "not a file";
	throw new CamdriftError("fixture-unreadable", `${path} cannot be taken as a fixture: expected a file of at most ${mostBytes} bytes, got ${size}.`);
}

// src/core/heatmap.ts
/** The final ReLU of every CAM paper, applied once, on the channel sum: negative evidence becomes 0. */
function heat(map) {
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
	let largest = 0;
	const { data } = map;
	for (let i = 0; i < data.length; i++) if (data[i] > largest) largest = data[i];
	return largest;
}
/** Heat as a probability density in float64: `value / sum`. `undefined` when there is no heat to share out. */
function density(map) {
	const total = mass(map);
	if (!(total > 0)) return void 0;
	return Float64Array.from(map.data, (value) => value / total);
}
/** Distance in cells between the centres of opposite corner cells, the farthest pair; 0 for a single cell. */
function diagonal(grid) {
	return Math.hypot(grid.width - 1, grid.height - 1);
}

// src/core/resize.ts
/**
* Bilinear interpolation between cell centres, for display: TensorFlow's `resizeBilinear` with half-pixel centres
* and without aligned corners, the edge repeated outwards. No smoothing when it shrinks. Range: that of the map.
*/
function resizeBilinear(map, width, height) {
	const rows = interpolation(map.height, height);
	const wide = widened(map, width);
	const data = new Float32Array(width * height);
	for (let y = 0, at = 0; y < height; y++) {
		const upper = rows.low[y] * width;
		const lower = rows.high[y] * width;
		const fraction = rows.fraction[y];
		for (let x = 0; x < width; x++) data[at++] = mix(wide[upper + x], wide[lower + x], fraction);
	}
	return {
		width,
		height,
		data
	};
}
/** Its rows, each stretched once: many new rows lie between the same two. In float64, as if they were not kept. */
function widened({ data, width: from, height }, width) {
	const { low, high, fraction } = interpolation(from, width);
	const wide = new Float64Array(width * height);
	for (let y = 0, at = 0; y < height; y++) {
		const row = y * from;
		for (let x = 0; x < width; x++) wide[at++] = mix(data[row + low[x]], data[row + high[x]], fraction[x]);
	}
	return wide;
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

// src/core/mask.ts
/** The share of the pixels that a mask covers, 0 to 1. */
const area = ({ data }) => data.reduce((sum, value) => sum + value, 0) / data.length;
/**
* The share of a map's heat that lies in a mask, 0 to 1; `undefined` when the map has no heat. The map is enlarged to the
* mask's size first, as it is drawn. It is the energy-based pointing game of Wang et al., "Score-CAM", CVPR Workshops
* 2020, section 4.3.
*/
function heatInside(map, mask) {
	const drawn = resizeBilinear(heat(map), mask.width, mask.height);
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
	const drawn = resizeBilinear(heat(map), mask.width, mask.height);
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
	if (!found || area(found.mask) === 0) return { refused: `The fixture has no region \`${object}\`.` };
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
const side = 8;
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
	const [x, y] = [at % side, Math.floor(at / side)];
	return x < 4 && y < 4 ? corner[y * 4 + x] : 99;
});
/** `basis[u * 8 + x]`: the orthonormal discrete cosine transform of eight values. */
const basis = Float64Array.from({ length: 64 }, (_, at) => {
	const [u, x] = [Math.floor(at / side), at % side];
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
	return { picture: together$2(picture, light, colours[0], colours[1]) };
}
function planeOf({ width, height, data }, weights, less) {
	const value = (_, pixel) => weights.reduce((sum, weight, channel) => sum + weight * data[pixel * 3 + channel], -less);
	return {
		width,
		height,
		data: Float64Array.from({ length: width * height }, value)
	};
}
const valueAt = ({ width, height, data }, x, y) => data[Math.min(height - 1, y) * width + Math.min(width - 1, x)];
function halved(plane) {
	const [width, height] = [Math.ceil(plane.width / 2), Math.ceil(plane.height / 2)];
	return {
		width,
		height,
		data: Float64Array.from({ length: width * height }, (_, at) => {
			const [x, y] = [2 * (at % width), 2 * Math.floor(at / width)];
			return [
				valueAt(plane, x, y),
				valueAt(plane, x + 1, y),
				valueAt(plane, x, y + 1),
				valueAt(plane, x + 1, y + 1)
			].reduce((sum, value) => sum + value, 0) / 4;
		})
	};
}
/** Between the four nearest of a halved plane, as libjpeg draws colours out again: three parts of the nearer, one of the farther. */
function doubled(plane, x, y) {
	const far = (at) => Math.max(0, (at >> 1) + (at % 2 === 1 ? 1 : -1));
	const along = (row) => (3 * valueAt(plane, x >> 1, row) + valueAt(plane, far(x), row)) / 4;
	return (3 * along(y >> 1) + along(far(y))) / 4;
}
function together$2(picture, light, blue, red) {
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
	const [columns, rows] = [Math.ceil(plane.width / side), Math.ceil(plane.height / side)];
	for (let block = 0; block < columns * rows; block++) quantise(plane, into, block % columns * side, Math.floor(block / columns) * side, table);
	return into;
}
function quantise(from, to, left, top, table) {
	const place = (at) => [left + at % side, top + Math.floor(at / side)];
	const kept = transformed(Float64Array.from({ length: 64 }, (_, at) => valueAt(from, ...place(at))), false).map((value, at) => Math.round(value / table[at]) * table[at]);
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
		const [to, line] = [Math.floor(at / side), at % side];
		let sum = 0;
		for (let from = 0; from < side; from++) sum += values[line * side + from] * basis[back ? from * side + to : to * side + from];
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
const colours = [
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
	colours,
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

// src/core/_large-typeface.ts
/** As `_typeface.ts`, at 24 px and in the same order; left is + 16. */
const glyphs$1 = [
	"BhAAAAAGEgcDEf/P/P/P/P/P/P/P/P/P/P/P/AAAAJ5u/J5gCBEGBgb/Ef//Ef/+Af79Afz8Afv6AfkPEQcNEQAAH8AK9AAABPoAzyAAAH9wD+AAAAn0AvsAAADPIF+QAP///////w3e/t3/3dAAX4AN8QAACfUC/AAAAM8gX5AA////////D///////8ER/tE31RAAH9wD+AAAAn0A/sAAADPEF+AAAAP0Aj1AAAA0RBAsWAAAP0AAAAAD9AAAAAD/jAAAE7//8MAT////+EL/5Er/4Dv4AAv/Q/9AADf4M/zAAAABf/nEAAABu/+ggAAAp//5QAAABf/9AAAAAT/zdsAAA3+3/EAAe/p/8MSr/wd/////1Ar///+YAACb+UQAAAA/QAAAAAP0AABERBw8RB97XAAAAAAf///cAAAAA35Wf0ABEAA/wAP8AHeEA35Wf0Ar1AAf///cF+gAAB97XAe0QAAAAAAC/QAAAAAAAb4AkIAAAAC7Br/+gAAAM83///3AAB/cN9xb9AAP7AP8AD/AAziAO8QH+ABpQAM+1r8AAAAAF///1AAAAAAbf1gAPEQcOEQAY3+owAAAB3///4wAAB/+1r/sAAAv/IA7/AAAM/xAO/QAACP9gj/cAAALv6/+QAAAAT//mAAAAAH//kAAAAAr/3/cA3+B/+Rz/YO/Q3/AC7/f/kP/QAD7//zDf8wAG//kAf/51jv/8EAr////9/7AAW+/rUM/5BBEGAgb///////8JEgUHGQAAPVAAPvYAHfkACv0QBP9QAL/QAC/3AAb/QACv8QAM/gAA39AADv0AAP/QAA79AADf4AAL/xAAj/MAA/9wAAz8AABf8wAAz7AAA/9gAAX/QAAF5gAAAhAIEAQHGhAAAAixAACf0QAAv7AAAu9wAAj+EAAv+AAAv+AAB/9AAF/3AAL/oAAf+wAA/8AAD/wAAf+wAC/6AAP/gABv9AAJ/gAA75AAb/IAHfkACP0QBv4wAJ4wAAIQAAAKEAcKCgAA/gAAAAD+AAAgAP4AAb6C/ifYz/////wCff/HMAAu/8AAAc9r+AAJ/AL/QATTAHwgDhEJDA0AAM/wAAAAAM/wAAAAAM/wAAAAAM/wAAAAAM/wAABERN/0RET///////////////8AAM/wAAAAAM/wAAAAAM/wAAAAAM/wAAAAAM/wAAAGEBUFBwD/wA/8AP+wP/gJ/yHvcAJgAAgRDwYDRERE////////BxIVAwOebvyeYAoQBwkTAAAAf8AAAAz3AAAC/xAAAI+wAAAN9QAABP4QAACfkAAADvQAAAX9AAAAv4AAAB/zAAAG/AAAAM9wAAAv8gAACPsAAADfUAAAT+EAAAn6AAAAeDAAAAAOEQcLEQA67+owAG////9QL/+Fj/8o/2AAf/i/8QAB/779AAAN/v/QAADf//wAAAz//8AAAM///AAADP//0AAA3+7+AAAN/s/xAAH/uP9wAH/3L/+Fj/4gX////1AAOu/qMAAOEgcHEQAASsAo3/y////P/p/8pAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wA4RBwwRADrf7HAABv////sQP/+Ffv+Ar/UAA//Q7+AAAO/wZlAAAO/QAAAAA/+QAAAADP8gAAAAj/cAAAAF/6AAAAA/+wAAAALvwQAAABz9EAAAAL/SAAAACf9kRERED///////D///////DhEHCxEAW+/rUACv////oH/9dX7/Xf8gAE/6d2AAAf/AAAAAP/oA",
	"AAFN/jAAj//9QAAI//+zAAAkWO/jAAAABP+gAAAADv68oAAA7+3/MAA//H/+dX7/YK////+QAFvv6kAADhEHDBEAAAA//wAAAADP/wAAAAf//wAAAC7//wAAAK/N/wAABP88/wAADfkM/wAAj+EM/wAC/2AM/wAL+wAM/wBf8wAM/wDv//////////////9ERERN/0QAAAAM/wAAAAAM/wAAAAAM/wAOEQcMEQL/////9AT/////9AX/hEREQQf/MAAAAAn/IAAAAAr/AkMAAAz/3//oAA7/////kAjMQCf/9AAAAAB/+QAAAAAv+wAAAAAf/GzFAAA/+1/7AACf9x3/tmr/4QPv///+QAAXz/2SAA4RBwsRAABK3nAAAb//9wABz/2FIACP+QAAAB78AAAABv9ANCAAr/bv/8IN/////9Dv/EFN/2/+EABP+//QAADv7v4AAA3/v/EAAP/W/4AAb/kd/5WP/zA+////YAAZ3+pAAA4RBwwR///////////////+RERERH/5AAAAAJ/yAAAAAv+gAAAACP9AAAAAHvwAAAAAf/UAAAAB79AAAAAH/3AAAAAN/hAAAABv+AAAAADf8gAAAAX/oAAAAAz/MAAAAE/7AAAAAL/1AAAADhEHCxEAW+/rUACv////oG/+dX7/a/9AAE/7z/EAAf/J/0AAT/kt/nV+/SAr///7IAXv///lA//DE9/zv/IAAv++/QAADf7v4AAA7+z/QABP/G/+hY7/YJ////+QAFvv61AADhEHCxEAOu/ZIABf///+MC//ha/9Cf9wAJ/23/AAAf+//QAADv3v4AAAz/z/QAAe/2/9MDz/4M/////9Ar//5d+wACQwH/cAAAAI/yAAAAT/oAAle//SAAj//8IAAI7aUAAABhILAw2ebvyeYAAAAAAAAAAAAACebvyeYAUQCwQRCOgO/gnoAAAAAAAAAAAAAAAAAAAM/wz/Df4O+0/1n6AWAA0RCwoLAAAAAFsAAAF9/wACnv//BL///HHP/+kwAP/5AAAA3//XIAAFz//7UQADr//+AAACjv8AAAABbQ4SDAoIRERERET/////////////AAAAAAAAAAAAAERERERE/////////////w0SCwoLxQAAAAD/1xAAAO//6SAAFr//+0AAAo3//QAAAI//AAJ9//0Fv//8UO//+jAA/+ggAADWEAAAAAwRBwoRAXzv2BAd////0Z/8Zc/57/EAH/5VUAAN/wAAAB/9AAAAv/cAABv/oAAAv/sAAAb/sAAACv8wAAAL7hAAAAAAAAAAAAAAAAAG6QAAAAz+AAAABukAABURBxMWAAABa9/tpQAAAAAF7/////0wAAAI/+plV67+QAAH/5EAAAAa/iAD/3AAA0IACvoAv6AAPf/5AB7yP/IAPv//+ACPePoADfwxn4AD+r9gBf4QCfYAD93zAK+QAL9QAO7/IA32AAz0AA3/8QH/QADfIADu7yAf8wAP8QA/zfQB/1AG/xAK+K9wDP1n/vpZ/xf8AG//+2///2Av9AB+6RCO60AAr9EAAAAAAAAAAu/TAAAAAAAAAATv+3VWjSAAAAADz/////UAAAAAAFre/aUAAAAQEAcQEQAAAI/4AAAAAAAA3/0AAAAAAAT//0AAAAAACv//oAAAAAAf+q/hAAAAAG/1X/YAAAAAz+AO/AAAAAP/kAn/IAAACP9ABP+AAAAO/QAA3+AAAF/8ZmbP9QAAv//////6AAH///////8QB/+AAAAI/3AN/zAAAAP/wD/8AAAAAN/z",
	"n/cAAAAAf/kPEgcMEf////2lAP//////oP/URFjv9v/AAABf+//AAAAf/P/AAAA/+v/AABXf8//////9QP/////9UP/URFfv9P/AAAA/+//AAAAO/v/AAAAO/v/AAABP/P/URFj/9v//////kP////6lAA8RBw4RAAKd7tkwAABv////9gAG/+hVn/9AHv4gAAX/wH/2AAAA3/O/8QAAAHqk7+AAAAAAAP/QAAAAAAD/wAAAAAAA/9AAAAAAAO/gAAAAAAC/8gAAAGmTf/cAAADf8x/9EAAF/8AG/+dVn/9AAH/////2AAADnf7ZIAAQEgcNEf///tpAAA//////sQD/1EV9/9EP/AAACf+g/8AAAAz/L/wAAABv9//AAAAC/6/8AAAAH/z/wAAAAP/P/AAAAA/8/8AAAAL/r/wAAABv9//AAAAM/y/8AAAJ/6D/1EWN/9EP/////7EA///+2kAAAA4SBwsR////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP//////D//////w/9REREQP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/1ERERE//////////////8A4SBwsR////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERED//////w//////8P/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAABARBw4RAAKM7+tgAAB//////CAG//lVff/AHv4wAAC/9X/3AAAAP/q/8gAAAAIi7+AAAAAAAP/QAAAAAAD/wAAM///8/9AADP///N/gAANET/y/8wAAAA/8b/kAAAAP/B7/YAAAH/wE//tlWO/7AE7/////sQABfO/tpAASEgcOEf/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z////////8/////////P/URERET/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8BxIHAxH/z/z/z/z/z/z/z/z/z/z/z/z/z/z/z/z/wA4RBwsRAAAAAM/wAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAA3/7+AAAO/s/zAAX/t//nWO/1Cv////gABb7+pAAA8SBw4R/8AAAB3/oP/AAAC//AD/wAAJ/9EA/8AAf/4gAP/ABf/0AAD/wD7/YAAA/8Hf+QAAAP/b/9AAAAD////2AAAA///f/iAAAP/9Gv/AAAD/4gHf+AAA/8AAT/9AAP/AAAj/0QD/wAAAz/oA/8AAAD//UP/AAAAH/+INEgcLEf/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9ZmZmY///////j//////4AWEgcSEf//EAAAAAT//P//cAAAAAr//P//0AAAAB7//P//8wAAAG///P/e+QAAAM/P/P/J/hAAAv9v/P/D/2AACP4f/P/Az7AADvkP/P/Ab/IAX/QP/P/AH/gAr9AP/P/ACv0B/3AP/P/ABP9H/yAP/P/AAN+s+wAP/P/AAI//9QAP/P/AAC//4AAP/P/AAAv/kAAP/P/AAAX/MAAP/BISBw4R//MAAAAP/P/8AAAAD/z//4AAAA/8///zAAAP",
	"/P///QAAD/z/3P+AAA/8/8Lv8wAP/P/Af/0QD/z/wAv/kA/8/8AC7/QP/P/AAG/9H/z/wAAL/5/8/8AAAu///P/AAABv//z/wAAAC//8/8AAAALv/P/AAAAAb/wQEQcOEQACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAAAo3u2SAAEBIHDRH////+xxAP//////4w/9REVr/+H/wAAACf+P/AAAAC/7/8AAAAH/z/wAAABf+v/AAAFe/0///////5D//////FAP/UREQQAA/8AAAAAAD/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAAAQEQcOFAACjO7YIAAAXv///+UABP/5VZ//QB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+2/4AAAAj/Ye/0AAA+/hBP/5VZ//YABe////+AAAAYzu7/4wAAAAAAn/9gAAAAAAb/kAAAAAAANgDxIHDRH////tpAAP//////kA/9REaf/2D/wAAAX/wP/AAAAO/g/8AAAA3+D/wAAAP/wP/AABXf9g//////+QD/////9gAP/URL/3AA/8AAP/4QD/wAAK/3AP/AAAL/4Q/8AAAK/3D/wAAAL/4f/AAAAJ/3APEQcNEQAErf7IIAAJ/////kAG/+hWr/4g3/MAAI/4D/0AAAL/wN/zAAABEQj/5xAAAAAK//+1AAAABd///mAAAABK7/+gAAAAAW7/U0MAAABP+9/gAAAB/8r/YAAAX/ou/7dWn/9APf////9wAAat/tkwABARBw4R//////////////////9ERE3/REREAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAPEQcNEf/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/0AAAAf/N/xAAAD/6n/gAAAv/Yu/7ZXz/0ATv////wgABfO/rYAABAQBxARn/kAAAAB//JP/gAAAAb/wA3/QAAAC/9wCP+QAAAf/xAC/+AAAG/7AADP9AAAv/UAAH/4AAH/4QAAH/0ABf+gAAAL/zAK/0AAAAb/gB7+AAAAAe/QX/gAAAAAr/Ov8wAAAABP+O/AAAAAAA7//3AAAAAACf//IAAAAAAD//sAAAAAAADf9gAAABUQBxURX/kAAAv/EAAF/5H/wAAA7/QAAI/1Df8QAD//gAAM/yCf9AAH//wAAO/QBv9wAL/v8QA/+gAv+gAO+P9ABv9gAO/QBP8t+ACf8wAK/xB/0J/ADP4AAH/0C/kF/xD/sAAD/3D/UB/0P/cAAA/7T/EAz4b/QAAAv+j8AAj8n/EAAAj/34AAT/38AAAAT//0AAH//5AAAAH//xAAC//1AAAADf+wAAB//yAAAACf9wAAA//QAAAPEAcPES7/UAAAL/9Qf/0AAAr/oADf9wAE/+IABP/iAM/3AAAK/6Bv/QAAAB7/Xv9AAAAAb///oAAAAADP/+EAAAAABv/5",
	"AAAAAADf//IAAAAAj/7/sAAAAC//Tf9QAAAL/5Bf/hAABf/hAL/5AAHv9gAD//MAn/wAAAn/wD//QAAAHv9wDxAHDxF//AAAAB7/QN/0AAAH/7AG/8AAAO/zAA3/QABv+gAAX/sADf8gAADP8wX/kAAABP+g3/IAAAAL/3/4AAAAAD///hAAAAAAr/9wAAAAAAL/4QAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAA8RBw0R////////D///////8ERERETP+AAAAABP/QAAAAAd/zAAAAAJ/4AAAAAE/9AAAAAB3/MAAAAAn/gAAAAAT/0QAAAAHf8wAAAACf+AAAAABP/RAAAAAd/zAAAAAJ/7RERERE/////////////////wCBIEBRj////////UT/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/1E//////8KEAcLE5/0AAAAA/+QAAAADP4QAAAAb/YAAAAB/8AAAAAK/yAAAABP+AAAAADf4AAAAAf/UAAAAC/7AAAAAL/yAAAABf9wAAAADv0AAAAAn/QAAAAD/5AAAAAM/hAAAABv9gAAAAHvwAAAAAaHEAcRBAUY///P//xE/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8RP/P//z//8ChAGCgkAAHggAAAE/4AAAAv/4AAAL/72AACPyPwAAO9i/zAF/hC/kAv5AF/hP/QAHvcNERcLA0RERERET//////////////wCBAFBgQXhwAI/3AAn/IACvwNEQsLDQB879gQAc////0gj/xlv/kIqhAA7+AAAURN/wA7////8D//////C/+SAM/w7+AADP8O/gAB7/C/+lff/wPv///v8gO+/Ej/UA0RBgsS/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/w77sUA/+7///cP/+dY//P/4gAH/5/8AAAf/P/AAADv7/wAAA3//8AAAO/v/AAAH/z/8gAH/4//51j/8v/e///3D/k77sUADRELCw0AKd/sYABO////oB7/hX7/d/9wAD/8z/EAAKu+/gAAAAD/0AAAAA7+AAAAAM/xAABWZ/9wAC/9Hv+Fff9wTv///6AAKd/rUAAOEQYLEgAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AEvus8/wb////v8v/5V9//j/gAAu/8/yAADP/v4AAAz//9AAAM/+/gAADP/P8gAAz/j/gAAu/y7/hX3/8G////3/AEvus5/w0QCwwNAASu/aIAAI////9ABv/nWO/hDv4gAF/2T/kAAB/6b//////8f//////8f/pEREREX/sAAAAAHv9QAAVwB//5Va/2AI////+xAASu/rYAChEFCBMAAANCAAfv/wBv//8Az/YRAP/QAAD/wAD////w////8ET/1EAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AADRELCxIAS+60n/Bv///9/y//lW3/+P+AAB7/z/IAAM/+/gAADP//0AAAz/7+AAAM/8/yAADP+P+AAC7/L/+Vbf/wb////v8AS+6z3/AAAAAP/gVwAAb/su+2Wf/0Cv////cABa79owANEQYLEv/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8Gd/pIP/t///9H//nV9/3/+IABP+//AAAH/z/wAAA/8/8AAAP/P/A",
	"AAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/AURBwMRnm78nmAA/8/8/8/8/8/8/8/8/8/8/8/8/8AFDwcFFgCOgA7+AJ6AAAAAz/AM/wDP8Az/AM/wDP8Az/AM/wDP8Az/AM/wDP8Az/AM/wDv5p/8//9d7GAMEQYLEv/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAP/9P/AAu/1D/wB3/cA/8DP+QAP/J/7AAD///8gAA////oAAP/9z/YAD/4j/+IA/8AH/7AP/AAM/3D/wAAv/y/8AAB//AYSBgMS/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8FBELEg3/o77sUCrvxgD/7///9+///2D//GXP/+da/9D/4QAf/1AA3/H/wAAN/wAAr/L/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/P/wAAM/wAAr/MNEQsLDf+ynf6iD/3v///h//51ff+P/iAAT/v/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/wA4RCwwNABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEADRELCxL/pL7sUA/+////cP/9ZZ//L/4QAI/5/8AAAv/P/AAADv7/wAAA3//8AAAO/v/AAAL/z/4QAI/4//1ln/8v/v///3D/w77sUA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAAOEQsLEgBb7rSf8H////3/L/+Vbf/4/4AAHv/P8gAAz/7+AAAM///QAADP/v4AAAz/z/IAAM/4/4AAHv8v/5Vt//Bv///+/wBL7rTP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAM/wgRCwcN/7Xfj/7/+P/9dT/+IAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAAA0RCwsNAGzv61ABz////6CP/WV+/2z/IAA/+6/1AAARE+/8hRAAAo7//6MAAAN7//REQAAF/73/EAAv/H/9dW3/gK/////BAFvv7GAACREIBxAAz/AADP8AAM/wD/////////RN/0QAz/AADP8AAM/wAAz/AADP8AAM/wAAz/AAC/+WAH//8AB9/Q0RCwsN/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/0AAA/87/EABP/K/9Zp//wu///+78Aq79kt/ADBALDA2f9QAAj/Y/+gAAz/EN/gAB/7AI/0AG/2AD/4AK/xAA39AO+wAAj/JP9QAAP/aP8QAADfvPoAAAB///UAAAAv//EAAAAM/6AAAAAH/1AAASEAsSDX/0AAX/IAB/9D/4AAn/YAC/8Q77AA7/sADvsAr+AD//4AL/cAb/MH/O9Ab/MAL/cM96+Qn+AADfof8m/Q36AACf5v0B/0/2AABf/PgAz7/yAAAf//QAf//QAAAM/+AAP/+QAAAI/6AADf9QAAAE/1AACP8QAAwQCwwNP/0QAM/0Cf9wBv+gAe/hHv4gAG/5j/cAAAz//9AAAAP//0AAAADP/QAAAAT//2AAAB3+7+EAAI/4b/kAAv/hDP8wC/9gBP/AX/wAAL/2DBALDBLf8wAA3/OP+AAC/8Av/AAG/3AM/yAL/yAH/2Af/AAC/7Bf9wAA",
	"z/Gf8gAAb/XvwAAAH/3/cAAAC///IAAABv/7AAAAAf/2AAAAAK/xAAAAAN+wAAAABP9gAAAGjv4AAAAP//UAAAAN/FAAAAAMEQsKDf////////////9EREXv9wAAB/+wAAA//hAAAd/0AAAK/4AAAG/8AAAC7+IAAAz/UAAAj/xERET/////////////CBAFCBgAAAF2AABO/AAC/9IACf9AAA3+AAAP/QAAD/wAAA/8AAAf/AAAX/kAJ+/zAI/+QACP/4AAA8/1AAA/+gAAD/wAAA/8AAAP/AAADv0AAAz/EAAH/2AAAd/mAAAr+wAAADMGEgcCFP//////////////////////////CBAFBxh2EAAO/TAAPv0AAG/2AAL/oAAP/AAA/8AAD/wAAO/QAAz/IABf/GAAbv8ACv/wB/+RAN/hAA/9AAD/wAAP/AAB/7AAP/kACP9ACP+wAN+RAAQgAAAQEQ4OBQO+6RAACqEu///jAE/xn/tb/obfwN/xAI///0CZcAAG38QABxILAxGOjv6OgAAADP/P/P/P/P/P/P/P/P/P/P/P8A0RCQsSAADP8AAAAAz/AAAAAd/yAAAZ///7IAr////+JP/UAr/6r/UAAf/t/wAABFX/0AAAAA/9AAAAAN/gAAAACv9AAA7+T/0wKv+gr////+IAn///oQAAHf8QAAAAz/AAAAAM/wAADhEHDBEAAGzv2BAACv///8EAf/1mz/gAz/MAH/0A79AACJgA/8AAAAAA/8AAAABE/9REAAD/////AAD/////AAAA/8AAAAAA/8AAAAAB/8AAAAAD/6AAAABK/5RERET///////////////8QEAgQEAAgAAAAAAIACOIXzuxxLZA//e////7f8wb//oVY7/9wAO/CAAAs/gAG/iAAAALvYAv4AAAAAI+wDvQAAAAAT+AP8wAAAAA/8A70AAAAAE/gC/gAAAAAj7AG/iAAAALvYAHvwgAALP8QCv/+hVjv/6A/++////2/8wWwF87scQpgDBAHDRHf+AAADf4V/+EABf+QDP9gAL/yAE/9AC/6AAC/9Qj/MAAD/8DvwAAACv+f9QAAAD///QAADMz//+zAAP//////AAAAD/wAAAAAAP/AAAAP//////AA//////8ABERP/URAAAAA/8AAAAAAD/wAAAAHEgcDFP/P/P/P/P/P/P/P/P/AAAAP/P/P/P/P/P/P/P/P/A8RBw0WAEre/aQAAJ/////5AG/+hVn/9gv/QAAF/8DP8QAADN0J/5AAAAAALv/pUQAAAG////xhAF/8nf//5Qz+EAOO//T/0AAACv+t/zAAAB/8j/6DAAL/oJ///ZXP4gA67///4gAAAEnv/2AAAAAAj/wM2wAAAO/wz/MAAC/+Bv/5ZX3/kAn/////wQAEne/rYAAKEQYIAxQQAUHfoAv9roAI6hIQBxESAAADne7IIAAAAAj6U0a/YAAAC8IAAABOgAAIwQGMySAuUAPyAd///0BeEJkAj7IX+wDWDkAN8gAO4Aex8QD9AAAAAF4vAA/QAAAAA/LxAP0AAAAATg8wDfEADuAGwLgAj7IX/AC4BeEB3///QD8gC6ABjMkgDJAALpAAAAAbwAAALcUAAW2xAAAAGO/e/WAAAAAAADVCAAAACxIHCAkY3tkgv/7/wHhAL/MHzu/1n///9e+hD/XvcE/1r///9RrubPgMEQ0KCQAe4Qv0AL9gj5AI+wX+EE/iLvUA35Cv0ABf4i71AAj7Bf4QAL9gj5AAHuEL9A4RDgsGJERE",
	"RERI//////yP/////8AAAAAP/AAAAAD/wAAAAA/8EhAHERIAAAOd7sggAAAACPpTRr9gAAALwgAAAE6AAAjBD//sYC5QA/IA/93/YF4QqQAP0AP7AMcOQAD9AD+wB7HxAA/939MATi8AAP///SAD8vEAD9AH+gBODkAA/QAfwAbAuQAP0AD9AMgE4gD9AA/gPyAKsAVAAEUdcAAdsQAAACywAAAb5zETnpAAAAAGz//7QAAAAAAAEiAAAAAMEgYIA0RERET//////////wgRBwYGCN6Aj+747hHt7hHuj+74CO6ADREJCw8AAP/AAAAAD/wAAAAA/8AAAAAP/AAARET/1ERP//////////////AAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAAAAAABERERERA//////8P//////AAkRBwcJBt7ZF///+t9Af+IgCPwAB/4gGvwgLPkADv/u7v////AJEQcICQff60Cf///yvGA/9ACO/4AAj/+AAABP891QP/Sv///RB9/ZIAgRBQYEAEiFAu/RCv0gX+IADxILCxL/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/9AAAP/P/gAAD/z/8gAD/8//1ljv/P//////z/6+/Fz8/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAAMEAcKEQAGzv/8Ac////wK/////C/////8b/////x//////G/////8P/////wL/////ALf///8ABje//wAAAAP/AAAAA/8AAAAD/wAAAAP/AAAAA/8AAAAD/wHEg4DA55u/J5gBxEXBQY4YAj+kSb/oC/8f/9n61AJEQcGCQFZ1W//9XuP9QAP9QAP9QAP9QAP9QAP9QAP9QsRBwkJA778YAPv//9wv8IJ/h72AB/0/1AA/172AB/0v8EJ/xP///9wA778YAAMEQ0KCZ9wP8AAHfMI+QAE/RHfUACvsE/jAC/1DPoAr7BP4wT9Ed9QHfMI+QCfcD/AABIRBxARABWhAAAAAABL//EAAAIQAI/f8QAAC9EAIQ/xAABvkAAAD/EAAe4QAAAP8QAK9gAAAA/xAE+wAAAAD/EB3yAAAAAP8Qj3AI/wAAVQP9AE//AAAADPQB7f8AAABvkAvU/wAAAe4QfiL/AAAK9QP////wAE+wBv////AAGCACREb/QAAAAAAAAv8BIQBhESAAFgAAAAAAACfP8QAAAAAACP//EAAAxwAARS/xAAB/gAAAAP8QAC/RAAAAD/EAC/QAAAAA/xAG+gAAAAAP8QHuEAAAAAD/EK9gSstgAA/xT7BP//+AAAAd8gz3Fv4AAAj3AHcQT+AAA/0AAAAt9wAAz0AAAD35AAB/kAAATvcAAAjRAABv+ERAAAEAAA////8AAAAAAP////ExEHEREG3+owAAAAAAj///4AAAAAAO+1f/IAAEgQAije+AAAHuIAAI/+YAAK9gAAAAT/EAX7AADeQD/yAe4gAAr/3/wAr2Bt0Bjf2BBvoC7/AAAAAC7hDP/wAAAAC/UI+/8AAAAG+gP7P/AAAALuEd0S/wAAAL9Qj////wAAb5AK////8AABkQA0RG/0AAAAAAAAAv8ADBELChIAAJ5gAAAA78AAAACeYAAAAAAAAAAAAAAAAAHMoAAAA/+wAAAJ/3AAAG/+EAAE/+MAAC7/QAAAn/YAAADf4AAAAP/QAAip3/EAL/2P/Xff+B3////BAY3/xwAQEAIQFgAAr/gAAAAAAAAc/iAAAAAAAALvoAAAAAAAAE/zAAAA",
	"AAAAAAAAAAAAAACP+AAAAAAAAN/9AAAAAAAE//9AAAAAAAr//6AAAAAAH/qv4QAAAABv9V/2AAAAAM/gDvwAAAAD/5AJ/yAAAAj/QAT/gAAADv0AAN/gAABf/GZmz/UAAL//////+gAB////////EAf/gAAACP9wDf8wAAAD/8A//AAAAADf85/3AAAAAH/5EBACEBYAAAAAb/sAAAAAAAHv0QAAAAAACP4gAAAAAAAv9AAAAAAAAAAAAAAAAAAAj/gAAAAAAADf/QAAAAAABP//QAAAAAAK//+gAAAAAB/6r+EAAAAAb/Vf9gAAAADP4A78AAAAA/+QCf8gAAAI/0AE/4AAAA79AADf4AAAX/xmZs/1AAC///////oAAf///////xAH/4AAAAj/cA3/MAAAA//AP/wAAAAA3/Of9wAAAAB/+RAQAhAWAAAAX/UAAAAAAAT+70AAAAAAPuQ+4wAAAAB4QAOGAAAAAAAAAAAAAAAAAI/4AAAAAAAA3/0AAAAAAAT//0AAAAAACv//oAAAAAAf+q/hAAAAAG/1X/YAAAAAz+AO/AAAAAP/kAn/IAAACP9ABP+AAAAO/QAA3+AAAF/8ZmbP9QAAv//////6AAH///////8QB/+AAAAI/3AN/zAAAAP/wD/8AAAAAN/zn/cAAAAAf/kQEAIQFgAAACAAFBAAAAAs/nKfYAAAAK/e//4QAAAA3QB8swAAAAAAAAAAAAAAAABf+wAAAAAAAK//IAAAAAAB//9wAAAAAAb/79AAAAAADP1/8wAAAAA/+C/5AAAAAI/zC/4QAAAA79AG/1AAAAX/cAH/sAAACv8gAL/yAAAf/mZmr/cAAH///////QAAz///////QAP/wAAABf+QCf9wAAAB7+EO/xAAAACv9l/7AAAAAF/7EBADEBUAAK5wB+oAAAAA37AL/QAAAAAUEAFBAAAAAAAAAAAAAAAAAI/2AAAAAAAA7/wAAAAAAAT//yAAAAAACv7/gAAAAAAf+b/QAAAAAG/0b/QAAAAAz+Af+gAAAAL/kAv/EAAACP9ABv9gAAAN/gAB/8AAAE/8Zmbf8gAAn//////4AAHv//////0ABv+QAAAL/0AL/0AAAAb/kC/+AAAAAf/hf/kAAAAAv/YQEAEQFwAAADzrEAAAAAAA1hmwAAAAAALwA+AAAAAAAOYZsAAAAAAAPOsgAAAAAAAAAAAAAAAAAE/+EAAAAAAAn/9QAAAAAAHv/7AAAAAABv/v8gAAAAAL/2/3AAAAAC/6Dv0AAAAAf/UJ/zAAAADf4QT/kAAAA/+gAN/gAAAJ/0AAj/UAAA7/ZmaP+wAAX///////EAC///////9wAv/QAAAD/8AH/4AAAADP8w3/MAAAAH/5P/0AAAAAL/4XDwcXEQAAAAAAr///////AAAAAABP///////wAAAAAA3//9REREQAAAAABv+v/AAAAAAAAAAB7/L/wAAAAAAAAACf+Q/8AAAAAAAAAD/+EP/AAAAAAAAAC/9wD/////+AAAAF/9EA//////gAAADf9gAP/0RERCAAAH/+VET/8AAAAAAAHv//////AAAAAAAJ///////wAAAAAAP/8gAADP8AAAAAAL/4AAAAz/RERERAX/4QAAAM//////8d/3AAAADP//////AQEQcOFgACjO/bUAAAXv////sQBf/pVX3/oB7+MAAB3/R/9wAAAG/6v/IAAAAqqO/gAAAAAAD/0AAAAAAA/8AAAAAAAP/QAAAAAADv8AAAAAAAv/IAAAApl3/4AAAA",
	"b/oe/iAAAd/0Bv/oVX3/oABv////+xAAAp7/2lAAAAAI/VAAAAAABJ/4AAAAAAAv/AAAAAAH//cAAAAACOxgAAAOEgILFgLv4gAAAAPvsAAAAAT/YAAAAASHAAAAAAAAAA////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP//////D//////w/9REREQP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/1ERERE//////////////8OEgILFgAAAd/0AAAAn/UAAABP9QAAAAaFAAAAAAAAAA////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP//////D//////w/9REREQP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/1ERERE//////////////8OEgILFgABv8EAAAC/37EAAK+gn7AAOHAAeDAAAAAAAA////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP//////D//////w/9REREQP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/1ERERE//////////////8OEgMLFQfqAArnAL/QAN+wAUEAAUEAAAAAAAD////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA//////wP/////8D/1ERERA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERET//////////////wBw8CBhY+/RAE/5AAX/MABYUAAAAAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wHEgIGFgL/0gv+IF/jAGgwAAAAAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAAcPAgkWABz6AAAc/fkAC/kc9wOHABdxAAAAAAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AABg8DCBWukAfq39AL/RQQAUEAAAAAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAREQcPEQD///7aQAAAD/////+xAAD/1EV9/9EAD/wAAAn/oAD/wAAADP8gD/wAAABv9wD/wAAAAv+v////8AAf/P////8AAP/ET/1EQAAP/AD/wAAAAv+gD/wAAABv9wD/wAAADP8gD/wAAAn/oAD/1EWN/9EAD/////+xAAD///7aQAAAEhICDhYAABEAAkEAAAj/xSv1AABf/P//0QAAj1ApyiAAAAAAAAAAAP/zAAAAD/z//AAAAA/8//+AAAAP/P//8wAAD/z///0AAA/8/9z/gAAP/P/C7/MAD/z/wH/9EA/8/8AL/5AP/P/AAu/0D/z/wABv/R/8/8AAC/+f/P/AAALv//z/wAAAb//8/8AAAAv//P/AAAAC7/z/wAAAAG/8EBECDhYACf+AAAAAAAC/8wAAAAAAG/0AAAAAAAF4MAAAAAAAAAAAAAACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAA",
	"Ao3u2SAAEBECDhYAAAAH/6AAAAAAL/sAAAAAAM/BAAAAAAKHEAAAAAAAAAAAAAACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAAAo3u2SAAEBECDhYAAAX/UAAAAABf7vQAAAAE/jPuMAAAB4QAOGAAAAAAAAAAAAACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAAAo3u2SAAEBECDhYAAAIAAkEAAAPf1ir0AAAN/e//0AAAHrAYyiAAAAAAAAAAAAACjO7YIAAAXv///+UABP/6VZ//UB7/UAAD7+Fv+gAAAI/2r/UAAAAv+t/yAAAADv3v8AAAAA3+//AAAAAM/+/wAAAADf7f8gAAAA79r/UAAAAv+m/7AAAAj/Ye/2AAA+/hBP/6VY7/UABe////9gAAAo3u2SAAEBECDhYAAUAAFBAAAA36AL/QAAAK5wCPoAAAAAAAAAAAAAAAAAAAAAACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAAAo3u2SAADREKCwwGEAAAMwf7AAA+46/7AC7/YL/6Lv9gAL///3AAAb//cAAALf/5AAAd/9/5AB3/gc/5DP+AAc/3X5AAAd0gMAAAASAQEQYOEwAAAAAAA/kAAYzv2TryAF7/////kAT/+Vav/3Ae/jAACv/hb/gAAD//96/yAADPb/vf4AAH+Q7979AALuEN/v/AAK9QDP/v0AX7AA3+3/Ad4gAO/b/zj3AAL/pv+/wAAI/2Hv/zAAP/4Qb/+VWf/1AB7////+UACfaM7tggAC+wAAAAAAAPEQINFgBf/RAAAAAAb/kAAAAAAH/0AAAAAABoYAAAAAAAAAAAD/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/9AAAAH/zf8QAAA/+p/5AAAL/2Lv/IaN/9AE7////8IAAXzv62AADxECDRYAAAAu/jAAAAAL/jAAAAAH/0AAAAAAeEAAAAAAAAAAAA/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/QAAAB/83/EAAAP/qf+QAAC/9i7/yGjf/QBO/////CAAF87+tgAA8RAg0WAAAt+wAAAAAd/foAAAAd+Av5AAAFhgAHggAAAAAAAAAP/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/0AAAAf/N/xAAAD/6n/kAAAv/Yu/8ho3/0ATv////wgABfO/rYAAPEQINFgAUEAAUEAAL/QAN+gAAjqAAroAAAAAAAAAAAAAAAAAAD/wAAAAP/P/AAAAA",
	"/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/9AAAAH/zf8QAAA/+p/4AAAL/2Lv+2V8/9AE7////8IAAXzv62AADxACDxYAAAAB7+IAAAAAAJ/0AAAAAAAv9gAAAAAACdgAAAAAAAAAAAAAB//AAAAB7/QN/0AAAH/7AG/8AAAO/zAA3/QABv+gAAX/sADf8gAADP8wX/kAAABP+g3/IAAAAL/3/4AAAAAD///hAAAAAAr/9wAAAAAAL/4QAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAPEgcMEf/AAAAAAP/AAAAAAP/AAAAAAP///+2SAP/////+UP/URWv/4v/AAACf+P/AAAAv/P/AAAAf/P/AAABv+v/AACbv9P//////gP/////WAP/UREIAAP/AAAAAAP/AAAAAAP/AAAAAAA8SBQwTAAFEIAAAAr///EAAHf////MAj/oRr/oA3/EAH/wA/9AAH/wA/8AAT/kA/8AAr/MA/8AA7+AA/8AA/9AA/8AAz/YA/8AAT/9Q/8AABv/i/8AAAH/7/8AAAA7+/8AAAA7+/8BaZa/7/8Cf///j/8B87+ogDREGCxIC79AAAAAE/3AAAAAF/yAAAAAFdAAAAAAAAAAAB879gQAc////0gj/xlv/kIqhAA7+AAAURN/wA7////8D//////C/+SAM/w7+AADP8O/gAB7/C/+lff/wPv///v8gO+/Ej/UNEQYLEgAAA//BAAAAz9EAAAB/0gAAAAZyAAAAAAAAAAAGzv2BAAv////SB//GW/+QrdIAHv4AAAAA3/ABfO///wLf/tz/8K/3AAz/Dv4AAM/w/+AALv8L/6V9//A////+/yA778SP9Q0RBgsSAAHfkAAAAd/PgAABz2C/cAAkMAFEAAAAAAAAAAfO/YEAHP///9II/8Zb/5CKoQAO/gAAFETf8AO/////A//////wv/kgDP8O/gAAz/Dv4AAe/wv/pX3/8D7///7/IDvvxI/1DREFCxMAARABQQAb/nKfYAf+3//hAK8QbLMAAAAAAAAAAAAAAAAAfO/YEAHP///9II/8Zb/5CKoQAO/gAAFETf8AO/////A//////wv/kgDP8O/gAAz/Dv4AAe/wv/pX3/8D7///7/IDvvxI/1ANEQcLEQfqAArnAL/QAN+wAUEAAUEAAAAAAAAAfO/YEAHP///9II/8Zb/5CKoQAO/gAAFETf8AO/////A//////wv/kgDP8O/gAAz/Dv4AAe/wv/pX3/8D7///7/IDvvxX/1ANEQULEwAE3sMAAAH0B9AAAB9AfQAAAF3sMAAAAAAAAAAAAAAAAAB879gQAc////0gj/xlv/kIqhAA7+AAAURN/wA7////8D//////C/+SAM/w7+AADP8O/gAB7/C/+lff/wPv///v8gO+/Ff/UBURCxMNAGvv60A67+owAc////+v////UI/9dY///nV+/inNIACP/zAAX/gAAAAF/7AAAf+wGM7////////8Lv//////////y//XVI/7RERERO/hAAX/0AAAAA7+AABv/2AAACC/+lav//+WV88j////+m/////1A67+pQAp3+2TAA0RCwsSACnf7GAATv///6Ae/4V+/3f/cAA//M/xAACrvv4AAAAA/9AAAAAO/gAAAADP8QAAVmf/cAAv/R7/hX3/cE7///+gACn/61AAAB/mEAAAAX/7AAAA",
	"AO/gAAAB7/oAAAAexxAADRAGDBIAj/oAAAAACf9QAAAAAK/hAAAAAAd0AAAAAAAAAAAABK79ogAAj////0AG/+dY7+EO/iAAX/ZP+QAAH/pv//////x///////x/+kRERERf+wAAAAAe/1AABXAH//lVr/YAj////7EABK7+tgANEAYMEgAAAF/8EAAAAe/BAAAACv0QAAAAF3IAAAAAAAAAAAAErv2iAACP////QAb/51jv4Q7+IABf9k/5AAAf+m///////H///////H/6RERERF/7AAAAAB7/UAAFcAf/+VWv9gCP////sQAErv62AA0QBgwSAABO+AAAAAX+z4AAAF/jHPgAADQgAUQAAAAAAAAAAASu/aIAAI////9ABv/nWO/hDv4gAF/2T/kAAB/6b//////8f//////8f/pEREREX/sAAAAAHv9QAAVwB//5Va/2AI////+xAASu/rYADRAHDBEArnAH6gAA37AL/QAAFBABQQAAAAAAAAAABK79ogAAj////0AG/+dY7+EO/iAAX/ZP+QAAH/pv//////x///////x/+kRERERf+wAAAAAe/0AACEAH//hWv+IAn////3AABb79pAAHDwYGEj7+EATvoABP9QADZAAAAAAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AAP/AcSBgYSAu/iC/4wb+MAVjAAAAAA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AA/8AABw8GCRIAHPsQAC37+xAt9gf7ESIAAiEAAAAAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAGDwcIEa6QB+rf0Av9FBABQQAAAAAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wADhEEDBQAEAAAAAAAzZMAAwAC//+in2ABfP//+hAAAG//8wAABu/f/RAACtQc/4AAAQAC/+EAOu/Yv/QF//////gu/6VY7/qP+QAAL/zf8gAAD/zv4AAAD/z/0AAAL/vf8QAAb/eP+QAB3/Ie/6Vs/4AD7///+gAAGN/rUAANEQULEwABEABDACz/k0/QCv3f//cA3QBbxwAAAAAAAAAAAAAAAP+ynf6iD/3v///h//51ff+P/iAAT/v/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/wA4RBgwSAL/1AAAAABz+EAAAAAHfoAAAAAAncQAAAAAAAAAAABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEADhEGDBIAAACv9wAAAAX/gAAAAB75AAAAADdgAAAAAAAAAAAAGN7scQAD7////SAd/6Vr/8B/+QAAz/W/8gAAX/nv4AAAL/z/0AAAD/zv4AAAL/vP8gAAX/l/+QAAz/Qd/6Vb/7AD7////BAAGN7scQAOEQYMEgAAj+MAAAAI/O4wAACfwT7jAAFEEAJDAAAAAAAAAAAY3uxxAAPv///9IB3/pWv/wH/5AADP9b/yAABf+e/gAAAv/P/QAAAP/O/gAAAv+8/yAABf+X/5AADP9B3/pVv/sAPv///8EAAY3uxxAA4RBQwTAAEQADQAAH/8Q98QA//P//oABuYCrJEAAAAA",
	"AAAAAAAAAAAAABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEADhEHDBEArnAH6gAA37AL/QAAFBABQQAAAAAAAAAAGN7scQAD7////SAd/6Vr/8B/+QAAz/W/8gAAX/nv4AAAL/z/0AAAD/zv4AAAL/vP8gAAX/l/+QAAz/Qd/6Vb/7AD7////BAAGN7scQAOEQkMDQAAnmAAAAAA78AAAAAAnmAAAAAAAAAAAAAAAAAAAERERERERP///////////////wAAAAAAAAAAAAAAAAAAnmAAAAAA78AAAAAAnmAAAA4RCQwRAAAAAAdQAAAAAG9AABje7NwAA+////0QHf+lb//Af/kAX+/1v/IA3V/57+AF9R/7/9AN0A/87+BvUC/7z/LcAF/5f/31AM/0Hf/mW/+wA+////wQAN3P7HEABfYAAAAABXAAAAAADREGCxIF/9EAAAAF/6AAAAAF/2AAAAADVQAAAAAAAAAP/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/9AAAP/O/xAAT/yv/Waf/8Lv///u/AKu/ZLfwNEQYLEgAAAu/kAAAAv+QAAACP4wAAAAVSAAAAAAAAAA/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/0AAA/87/EABP/K/9Zp//wu///+78Aq79kt/A0RBgsSAALfwQAAA++vwgAE7kBv0gASEAASEAAAAAAAD/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/QAAD/zv8QAE/8r/1mn//C7///7vwCrv2S38DREHCxEH6gB+oAC/0Av9AAFBABQQAAAAAAAA/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/0AAA/87/EABP/K/9Zp//w+///9/8Aq79ku/ADBAGDBcAAACv9wAAAAX/cAAAAB74AAAAACVAAAAAAAAAAADf8wAA3/OP+AAC/8Av/AAG/3AM/yAL/yAH/2Af/AAC/7Bf9wAAz/Gf8gAAb/XvwAAAH/3/cAAAC///IAAABv/7AAAAAf/2AAAAAK/xAAAAAN+wAAAABP9gAAAGjv4AAAAP//UAAAAN/FAAAAAOEgYLF//AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8O+7FAP/v///3D//WWf/z/+EACP+f/AAAL/z/wAAA7+/8AAAN///AAADv7/wAAC/8/+EACP+P/9ZZ//L/7///9w/8O+7FAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAAALEAcMFgCucAfqAADfsAv9AAAUEAFBAAAAAAAAAG/2AADP8h/7AAH/wAv/EAX/gAb/UAr/MAH/kA79AADP4D/4AAB/84/zAAAv98/QAAAM/f+AAAAH//9AAAAC//4AAAAA3/kAAAAAj/QAAAAAr+AAAAAB75AAAAN8/zAAAAj/+gAAAAbugAAAABAQAxAVAAD/////AAAAAP////8AAAAARERERAAAAAAAAAAAAAAAAACf9gAAAAAAAe/8AAAAAAAF//8wAAAAAAv+/4AAAAAAL/m/4AAAAAB/9G/1AAAAAN/QH/sAAAAE/4AL/xAAAAn/MAX/cAAAHv0AAe/QAABv+2Zmz/MAAL//////+QAC////",
	"///+EAj/cAAACf9QDf8gAAAE/7BP+wAAAADv8q/2AAAAAJ/3DREHCxEA/////wAP////8ABEREREAAAAAAAAAHzv2BABz////SCP/GW/+QiqEADv4AABRE3/ADv////wP/////8L/5IAz/Dv4AAM/w7+AAHv8L/6V9//A+///+/yA778V/9QEBACEBYAAHgQAYcAAAAA33AH/QAAAABf/M/1AAAAAAS+60AAAAAAAAAAAAAAAAAAv/oAAAAAAAL//xAAAAAACP//YAAAAAAN/v/AAAAAAE/5r/MAAAAAr/NP+QAAAAHv0A3+AAAABv9wCP9QAAAM/xAC/7AAAD/6AAC/8gAAj/lmZq/3AADv//////0ABf///////0AL/0AAAAX/kB/+AAAAAe/hf/kAAAAAr/bf8wAAAABf/A0RBgsSAf8gL/EACv6++gAAGN/YEAAAAAAAAAAAAAAAAAfO/YEAHP///9II/8Zb/5CKoQAO/gAAFETf8AO/////A//////wv/kgDP8O/gAAz/Dv4AAe/wv/pX3/8D7///7/IDvvxY/1ERAHERcAAABv+QAAAAAAAAz/8QAAAAAAA///cAAAAAAAj/79AAAAAAAO/I/0AAAAAAX/Y/+gAAAAAK/xDf8gAAAAH/sAj/gAAAAH/2AC/+AAAADP4QAM/1AAAD/9Zma/+wAACf//////8wAA7///////kABf+QAAAE/+EAv/QAAAAM/2Av/gAAAABv/Af/kAAAAAHv9AAAAAAAAK/TAAAAAAAAn/IAAAAAAAAO/hIAAAAAAADf/8AAAAAAAAXv/AAAAAAAAAFDAADRELCxIAfO/ZEAHP///+II/8Zb/6CKoQAO/gAAFETf8AO/////A//////wv/kgDP8O/gAAz/Dv4AAe/wv/pX3/8T7///3/MDruxF/1AAAAPvcAAAAL/gAAAADv5gAAAAz/8gAAADzrEPEQEOFwAAAAWIQAAAAAAu/RAAAAAAr+MAAAAAA/9QAAAAAAWFAAAAAAAAAAAAAAACne7ZMAAAb/////YABv/oVZ//QB7+IAAF/8B/9gAAAN/zv/EAAAB6pO/gAAAAAAD/0AAAAAAA/8AAAAAAAP/QAAAAAADv4AAAAAAAv/IAAABpk3/3AAAA3/Mf/RAABf/ABv/nVZ//QAB/////9gAAA53+2SAADREGCxIAAAP/0QAAAN/SAAAAj9IAAAAHcgAAAAAAAAAAAp3+xgAE7///+gHv+Ffv93/3AAP/zP8QAAq77+AAAAAP/QAAAADv4AAAAAz/EAAFZn/3AAL/0e/4V9/3BO////oAAp3+tQAPEQEOFwAAA4UAAAAAAD7/YAAAAALvbfUAAAAt9gLvQAAAAAAAAAAAAAAAAAAAAAACne7ZMAAAb/////YABv/oVZ//QB7+IAAF/8B/9gAAAN/zv/EAAAB6pO/gAAAAAAD/0AAAAAAA/8AAAAAAAP/QAAAAAADv4AAAAAAAv/IAAABpk3/3AAAA3/Mf/RAABf/ABv/nVZ//QAB/////9gAAA53+2SAADREGCxIAAu+QAAAD78+QAAPvUL+QADQgAEQQAAAAAAAAAp3+xgAE7///+gHv+Ffv93/3AAP/zP8QAAq77+AAAAAP/QAAAADv4AAAAAz/EAAFZn/3AAL/0e/4V9/3BO////oAAp3+tQAPEQIOFgAAAUEAAAAAAAv9AAAAAAAI+gAAAAAAAAAAAAAAAAAAAAAAAAOd/sggAAB/////5AAG/+hVr/4gHv4gAAj/oH/2AAAB/+C/8QAA",
	"AIqi7+AAAAAAAP/QAAAAAAD/wAAAAAAA/9AAAAAAAO/gAAAAAAC/8QAAAImRf/cAAAH/8B/9EAAI/6AH/9dWr/4gAI/////kAAADrf7IIAANEQYLEgAArnAAAAAN+wAAAAAUEAAAAAAAAAAAAAAAAAACnf7GAATv///6Ae/4V+/3f/cAA//M/xAACrvv4AAAAA/9AAAAAO/gAAAADP8QAAVmf/cAAv/R7/hX3/cE7///+gACnf61AA8RAQ4XACdxAGhQAAAI/Bj9IAAAAJ/f0gAAAAAK/SAAAAAAAAAAAAAAAAAAAAAAAAKd7tkwAABv////9gAG/+hVn/9AHv4gAAX/wH/2AAAA3/O/8QAAAHqk7+AAAAAAAP/QAAAAAAD/wAAAAAAA/9AAAAAAAO/gAAAAAAC/8gAAAGmTf/cAAADf8x/9EAAF/8AG/+dVn/9AAH/////2AAADnf7ZIAANEQYLEgX+II/iAAb9j9IAAAb/0gAAAANRAAAAAAAAAAACnf61AATv///5Ae/4V+/2f/cABP/M/xAADv7v4AAAAA/9AAAAAO/gAAAADP8QAAREf/cAAv/R7/hW3/gE7///+gACnf62ABASAg0WC/kAv9EAABz5r8EAAAAd/8EAAAAAKHEAAAAAAAAAAAAP///tpAAA//////sQD/1EV9/9EP/AAACf+g/8AAAAz/L/wAAABv9//AAAAC/6/8AAAAH/z/wAAAAP/P/AAAAA/8/8AAAAL/r/wAAABv9//AAAAM/y/8AAAJ/6D/1EWN/9EP/////7EA///+2kAAAPEQYPEgAAAADP8M/wAAAADP8N/gAAAADP8P+QAAAADP9P4gAAAADP8HQABL7rPP8AAAb////v8AAC//lX3/8AAI/4AALv8AAM/yAADP8AAO/gAADP8AAP/QAADP8AAO/gAADP8AAM/yAADP8AAI/4AALv8AAC7/hX3/8AAAb////f8AAABL7rOf8AABERBw8RAP///tpAAAAP/////7EAAP/URX3/0QAP/AAACf+gAP/AAAAM/yAP/AAAAG/3AP/AAAAC/6/////wAB/8/////wAA/8RP/URAAA/8AP/AAAAC/6AP/AAAAG/3AP/AAAAM/yAP/AAACf+gAP/URY3/0QAP/////7EAAP///tpAAAAPEQYNEgAAAADP8AAAAP////8AAA/////wAABETf9EAAAAAM/wAAS+6zz/AAb////v8AL/+Vff/wCP+AAC7/AM/yAADP8A7+AAAM/wD/0AAAz/AO/gAADP8Az/IAAM/wCP+AAC7/AC7/hX3/8ABv///9/wAAS+6zn/AA4SAwsVAP////8AD/////AARERERAAAAAAAAP///////////////9RERERP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD//////w//////8P/URERED/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9RERERP//////////////ANEAcMEQD/////AAD/////AABEREREAAAAAAAAAAAErv2iAACP////QAb/11j/4Q7+IABv9k/5AAAf+m///////H///////H/5RERERF/6AAAAAB7/QAAHQAf/+Fa/8wCf////gAAEvv2kAA4SAgsWAYgACIEADvYW/gAAX///UAAAOKgwAAAAAAAAD////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA//////8P//////D/1ERERA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERET/////",
	"/////////wwQBgsSAO9AL/EACP6++gAAB9/YEAAAAAAAAAAAAAAAAABs7sUAAK////gAf/pW3/Me+wAC/5T/UAAN/W//////5///////f/dERERF/2AAAAAe/RAAKQCP/XWO+AC////9IABs7scQDhICCxYAABQQAAAAC/0AAAAAj6AAAAAAAAAAAAAAAAAP///////////////9RERERP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD//////w//////8P/URERED/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9RERERP//////////////DREGCxIAAK5wAAAADfsAAAAAFBAAAAAAAAAAAAAAAAAAAY3+tAAD7///9wHf+Vfv83/4AAP/nP8QAA397//////v///////v5EREREz/IAAAAI/7AAA5Ae/8ZY74A+////0gAY3uxxAOEgcLF////////////////9RERERP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD//////w//////8P/URERED/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9RERERP//////////////AAAAj+QAAABv9AAAAAz/MgAAAL//4AAAA+/+EAAAATMAANEAsMEgAErv2iAACP////QAb/11j/4Q3+EABv9k/4AAAf+m///////H///////H/5RERERF/5AAAAAB7/MAAFcAj/+Fav9gCv////wQAGzv/5AAAABP9wAAAADP4AAAAADv9jAAAAC//5AAAAAr7WAA4SAgsWA+9APvYABP5u9gAABf/2AAAABIUAAAAAAAAAD////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA//////8P//////D/1ERERA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERET//////////////w0QBgwSAJ/BCf0gAAn8n9EAAACP/BAAAAAEUQAAAAAAAAAAAASu/aMAAI////9ABv/nWO/hDv4gAF/3T/kAAB/6b//////8f//////8f/kRERERX/wAAAAAHv9QAAWAB//5Vq/2AI////+wAASu/rUAEBEBDhcAAAKHAAAAAAAu/6AAAAAC73v6AAAALvcBv6AAAAAAAAAAAAAAAAAAAAAAAozv62AAAH/////8IAb/+VV9/8Ae/jAAAL/1f/cAAAA/+r/yAAAAAiLv4AAAAAAA/9AAAAAAAP/AAAz///z/0AAM///83+AAA0RP/L/zAAAAD/xv+QAAAA/8Hv9gAAAf/AT/+2VY7/sATv////+xAAF87+2kAA0RBgsXAAHPsAAAAc/PoAABz3CfoAAkMABEEAAAAAAAAAS+60n/Bv///9/y//lW3/+P+AAB7/z/IAAM/+/gAADP//0AAAz/7+AAAM/8/yAADP+P+AAC7/L/+Vbf/wb////v8AS+6z3/AAAAAP/gVwAAb/su+2Wf/0Cv////cABa79owABARAg4WAA7zAf8QAAAL+Rf8AAAAA+//9AAAAAAoqTAAAAAAAAAAAAAAAozv62AAAH/////8IAb/+mV9/8Ae/1AAAL/1f/oAAAA/+r/0AAAAAiLv8QAAAAAA//AAAAAAAP/wAC////z/8AAv///83/IABERP/L/1AAAAD/xv+wAAAA/8Hv+AAAAf/AT//GVY7/sATv////+xAAF87+2kAA0RBgsXAf8QH/EADPgY/AAAT///QAAAOKgwAAAAAAAAAAS+60n/Bv///9/y//lW3/+P+AAB7/z/IAAM/+/g",
	"AADP//0AAAz/7+AAAM/8/yAADP+P+AAC7/L/+Vbf/wb////v8AS+6z3/AAAAAO/gSAAAb/se/GWf/0Cv////cABK7+owABARAg4WAAABQQAAAAAAC/0AAAAAAAj6AAAAAAAAAAAAAAAAAAAAAAAAAozv62AAAH/////8IAb/+VV9/8Ae/jAAAL/1f/cAAAA/+r/yAAAAAiLv4AAAAAAA/9AAAAAAAP/AAB////z/0AAf///83+AABERP/L/zAAAAD/xv+QAAAA/8Hv9gAAAf/AT/+2VY7/sATv////+xAAF87+2kAA0RBgsXAAB+oAAAAAv9AAAAABQQAAAAAAAAAAAAAAAAAAS+60n/Bv///9/y//lW3/+P+AAB7/z/IAAM/+/gAADP//0AAAz/7+AAAM/8/yAADP+P+AAC7/L/+Vbf/wb////v8AS+6z3/AAAAAP/gVwAAb/su+2Wf/0Cv////cABa79owABARBw4XAAKM7+tgAAB//////CAG//lVff/AHv4wAAC/9X/3AAAAP/q/8gAAAAIi7+AAAAAAAP/QAAAAAAD/wAAM///8/9AADP///N/gAARET/y/8wAAAA/8b/kAAAAP/B7/YAAAH/wE//tlWO/7AE7/////sQABfO/tpAAAAAAAAAAAAAAA/8AAAAAAAf+wAAAAAAP/cAAAAAAK/hAAAAAAA7MAAAANEQMLGgAAARAAAAABzTAAAACP8gAAAA3+AAAAAP/QAAAAD/wAAAAAAAAAAAAAAAAAAEvutJ/wb////f8v/5Vt//j/gAAe/8/yAADP/v4AAAz//9AAAM/+/gAADP/P8gAAz/j/gAAu/y//lW3/8G////7/AEvus9/wAAAAD/4FcAAG/7Lvtln/9Ar////3AAWu/aMAEhICDhYAAAn+MAAAAACf3+MAAAAJ/BX+MAAAOHEASGAAAAAAAAAAAP/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z////////8/////////P/WZmZmb/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8DREBCxcAA4YAAAAD7/kAAAPvbPgAAu9QHPgAAAAAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8Gd/pIP/t///9H//nV9/3/+IABP+//AAAH/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/AEhEHEBEM/wAAAADP8Az/AAAAAM/wTf9ERERE3/T/////////////////////DP8AAAAAz/AM/wAAAADP8Az////////wDP////////AM/0RERETf8Az/AAAAAM/wDP8AAAAAz/AM/wAAAADP8Az/AAAAAM/wDP8AAAAAz/AM/wAAAADP8Az/AAAAAM/wDhAGDRIA/8AAAAAET/1EQAAA/////wAAD/////AAAAD/wAAAAAAP/Cnv2AAA/+3///oAD//nWP/zAP/iAAn/YA/8AABv9wD/wAAF/3AP/AAAX/cA/8AABf9wD/wAAF/3AP/AAAX/cA/8AABf9wD/wAAF/3AP/AAAX/cHDwIJFgARAAQyz+g2/a/t//+N4QS8cAAAAAAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAcPBQkTABEABDLP",
	"+DX9r+3//43hBbxwAAAAAAAAAAAAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAHEAMIFf//////////RERERAAAAAAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAAYPBwgR//////////9EREREAAAAAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAIEAIIFngQAYfPkRn8Tv//5AF5lxAAAAAAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAHDwYIEu8wA/6vsRr6Lv//4gF6pxAAAAAAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAM/wAAgRBwUXAP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AH/4t+xr+EO/hHf/4X/+AFCAAYQBwUXAJ5gDvwAnmAAAAD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/0c/Bn+EO/hHf/3X/9wFCAAcSAgMWFB37r4AAAA/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8/8BxILAw3/z/z/z/z/z/z/z/z/z/z/z/z/wBQSBxER/8AAAAAAAP/P/AAAAAAAD/z/wAAAAAAA/8/8AAAAAAAP/P/AAAAAAAD/z/wAAAAAAA/8/8AAAAAAAP/P/AAAAAAAD/z/wAAAAAAA/8/8AAAAAAAP/P/AAAAAAAD/z/wAAAAAAA/8/8AM/xAAAv+//ACf9gAAj/j/wAT/+Vav/y/8AAf////+UP/AAAOd/9kgAAsRBwkWnmAAbp78AAz+nmAAfpAAAAAA/8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz//8AAz/AAAAz/AAAA7+AANq/8AAj//1AAbuxQDhECDhYAAAAB35AAAAAAHP33AAAAAc+Bz2AAAASGABdxAAAAAAAAAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAN/wAO/gAADv4ADP8wAF/7AAf/51jv9QAAr////4AAAAW+/qQAAABw8GCRcALfkAAC38+AAt9hv4A1QAFVEAAAAAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAL/sABFv/gACv/+EACe6iAAAA8SBw4X/8AAAB3/kP/AAADP+wD/wAAJ/9EA/8AAf/4gAP/ABf/0AAD/wD7/UAAA/8Hf+AAAAP/b/9AAAAD////1AAAA///v/iAAAP/6Lv+wAAD/4QT/9wAA/8AAj/8wAP/AAAv/0QD/wAAB7/kA/8AAAE//UP/AAAAI/+IAAAAAAAAAAADP8AAAAAAA3+AAAAAAAP+gAAAAAAT/MAAAAAABlQAAAAAMEQYLGP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAT/4//AA+/0D/wB3/YA/8HP9wAP",
	"/K/5AAD///4QAA////kAAP/8//QAD/4Y/9EA/8AM/6AP/AAu/1D/wABf/h/8AACf+wAAAAAAAADP8AAAAA3+AAAAAO+gAAAAH/MAAAAAhgAAAA4SCwwN/8AACf/R/8AAT/8w/8AB7/cA/8AK/7AA/8Bf/hAA/9Xv9AAA////kAAA////4gAA/8CP/RAA/8AL/7AA/8AB3/gA/8AAP/9Q/8AABv/jDRICCxYB7+IAAACf9AAAAC/2AAAACvoAAAAAAAAAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9ZmZmY///////j//////4BhIBBhcC7+IL/jBf4wBoQAAAAAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAD/wAANEgcLF//AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9ZmZmY///////j//////4AAAAAAAAAA/8AAAAAf+wAAAAP/cAAAAJ/hAAAAA7MAAAAGEQYEGA/8D/wP/A/8D/wP/A/8D/wP/A/8D/wP/A/8D/wP/A/8D/wP/AAAD/wf+y/3f+EqQA0SBwsR/8AA/8AP/AAf+wD/wAP/cA/8AK/hAP/AAqMAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/1mZmZj//////+P//////gAgSBgcS/8DP//wN/v/A/6/8T/L/wZUP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAADRIHCxH/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAfqAA/8AL/QAP/AAUEAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/WZmZmP//////4//////+ACRIGBxL/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AFB/8C/3/wI+v/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAANEAcNEQD/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAA/8AAAAAAD/1rcAAAAv//9gAAB//+UQAAAGn/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAA/9ZmZmYwD//////4AP//////gAcQBgcSAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/+pwP//2f//RBn/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAEhICDhYAAAAI/8EAAAAAL/0QAAAAAL/iAAAAAAX/QAAAAAAAAAAAAP/zAAAAD/z//AAAAA/8//+AAAAP/P//8wAAD/z///0AAA/8/9z/gAAP/P/C7/MAD/z/wH/9EA/8/8AL/5AP/P/AAu/0D/z/wABv/R/8/8AAC/+f/P/AAALv//z/wAAAb//8/8AAAAv//P/AAAAC7/z/wAAAAG/8DREGCxIAAAHv5AAAAL/kAAAAf+QAAAAFUwAAAAAAAAAP+ynf6iD/3v///h//51ff+P/iAAT/v/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/wSEgcOF//zAAAAD/z/",
	"/AAAAA/8//+AAAAP/P//8wAAD/z///0AAA/8/9z/gAAP/P/C7/MAD/z/wH/9EA/8/8AL/5AP/P/AAu/0D/z/wABv/R/8/8AAC/+f/P/AAALv//z/wAAAb//8/8AAAAv//P/AAAAC7/z/wAAAAG/8AAAAAAAAAAAADP8AAAAAAA3+AAAAAAAf+gAAAAAAb/MAAAAAACpQAAAADRELCxP/sp3+og/97///4f/+dX3/j/4gAE/7/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8AAAAAAAAAA/8AAAAAf+wAAAAP/cAAAAJ/hAAAAA7MAAAASEgIOFgAt+AC/wQAAAt+L/BAAAAAt/8EAAAAAAocQAAAAAAAAAAAA//MAAAAP/P/8AAAAD/z//4AAAA/8///zAAAP/P///QAAD/z/3P+AAA/8/8Lv8wAP/P/Af/0QD/z/wAv/kA/8/8AC7/QP/P/AAG/9H/z/wAAL/5/8/8AAAu///P/AAABv//z/wAAAC//8/8AAAALv/P/AAAAAb/wNEQYLEgX+ME72AATuj+UAAATv4wAAAAExAAAAAAAAAA/7Kd/qIP/e///+H//nV9/4/+IABP+//AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/A0PBg0SD/wAAAAAAf+wAAAAAE/2AAAAAAr8AAAAAAAGEAAAAAAAAP+yrvxQAA/97///QAD//WW/+wAP/iAB/+AA/8AADf8AD/wAAM/wAP/AAAz/AA/8AADP8AD/wAAM/wAP/AAAz/AA/8AADP8AD/wAAM/wAP/AAAz/ERIHDRb/8gAAAM///7AAAAz///9QAADP///9EAAM////+AAAz//8v/IADP//wv+wAM///Aj/UAz//8Ad/RDP//wAX/gM///AAL/zz//8AAL/vP//wAAI/////AAAHf///8AAAF////wAAAC////AAAAC//AAAAAADf8AAAAAAO/gAAAANq/7AAAAB///MAAAAG7rQA0RCwsS/5GN/ZEP+8///9H//XV+/3/+EABf+//AAAH/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/AAAAAD/wAAAAC/7AAAFW/+AAADP/+EAAAv+ogEBECDhYABEREREAAAA/////wAAAP////8AAAAAAAAAAAAAAAAAAAAAACjO7YIAAAXv///+UABP/5VZ//UB7/QAAE/+Fv+AAAAI/2r/IAAAAv+t/gAAAADv3v0AAAAA3+/8AAAAAM/+/QAAAADf7f4AAAAA79r/IAAAAv+m/4AAAAj/Ye/0AAA//hBP/5VZ//UABe////9gAAAo3u2SAADhEHDBEA/////wAA/////wAARERERAAAAAAAAAAAGN7scQAD7////SAd/6Vr/8B/+QAAz/W/8gAAX/nv4AAAL/z/0AAAD/zv4AAAL/vP8gAAX/l/+QAAz/Qd/6Vb/7AD7////BAAGN7scQAQEQIOFgAHgQAYcAAADPkRn8AAAATv//5AAAAAF6pxAAAAAAAAAAAAAAKM7tggAABe////5QAE//lVn/9QHv9AAAT/4W/4AAAAj/av8gAAAC/63+AAAAAO/e/QAAAADf7/wAAAAAz/79AAAAAN/t/gAAAADv2v8gAAAC/6b/gAAACP9h7/QAAD/+EE//lVn/9QAF7////2AAACje7ZIAAOEQYMEgDvUAX+AACP+7/4AAAG",
	"zuxgAAAAAAAAAAAAAAAAAAAY3uxxAAPv///9IB3/pWv/wH/5AADP9b/yAABf+e/gAAAv/P/QAAAP/O/gAAAv+8/yAABf+X/5AADP9B3/pVv/sAPv///8EAAY3uxxABARAg4WAAAH/zP/cAAAHvgN+wAAAI/Qj9EAAAHvM/8wAAAAAAAAAAAAAozu2CAAAF7////lAAT/+VWf/1Ae/0AAA+/hb/gAAACP9q/yAAAAL/rf4AAAAA7979AAAAAN/v/AAAAADP/v0AAAAA3+3+AAAAAO/a/zAAAAP/pv+QAAAJ/2Hv9gAAX/4QT/+4i//1AAXv////YAAAKN7tkgAA4RBgwSAACv4W/1AAP/Uu+QAAv7C/wAAD/ib+IAAAAAAAAAABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEAFxEHFREABK3/////////gAn///////////gJ/9dUTf9EREREJP/BAADP8AAAAACv9AAADP8AAAAADf4AAADP8AAAAAD/0AAADP9ERERAD/wAAADP/////wD/wAAADP/////wD/wAAADP8AAAAAD/0AAADP8AAAAADf4AAADP8AAAAACv9AAADP8AAAAABP/BAADP8AAAAAAJ/9dUTf9EREREIAn///////////gABK3/////////gBYRCxQNABnf61ABnf6kAAPv///6Pv///2Ad/5Vs///5V+/yf/gAAe//cABf+M/yAACP/xAAH/vv4AAAX//////8/9AAAD///////O/gAABf/kRERETP8gAAj/8QAAAAf/gAAe//kAAAIB3/lWz///tlfOED7///+z7////0ABnf62ABje7ZIA8SAg0WAAAD/9EAAAAAz+MAAAAAX/UAAAAAHfgAAAAAAAAAAAAP///+2kAA//////+QD/1ERp//YP/AAABf/A/8AAAA7+D/wAAADf4P/AAAA//A/8AAFd/2D//////5AP/////2AA/9REv/cAD/wAA//hAP/AAAr/cA/8AAAv/hD/wAAAr/cP/AAAAv/h/8AAAAn/cIEQYIEgAE/7EAHfwQAJ/BAABVEAAAAAAA/7XfgP/v/4D//XUw/+IAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAA8SBw0X////7aQAD//////5AP/URGn/9g/8AAAF/8D/wAAADv4P/AAAAN/g/8AAAD/8D/wAAV3/YP//////kA//////YAD/1ESf9wAP/AAB7+EA/8AACP9wD/wAAB7+EP/AAACP9w/8AAAC/+H/wAAACf9wAAAAAAAAAAD/wAAAAAAf+wAAAAAD/3AAAAAAn+EAAAAAA7MAAAAACBALCBMP/kz4D///+A//51MP/zAAD/8AAA//AAAP/wAAD/8AAA//AAAP/wAAD/8AAA//AAAP/wAAAAAAAAz/AAAN/gAAD/oAAF/yAAAaUAAADxICDRYG/RB/4gAAB/x/4wAAAAj/4wAAAAAGgwAAAAAAAAAAAA////7aQAD//////5AP/URGn/9g/8AAAF/8D/wAAADv4P/AAAAN/g/8AAAD/8D/wAAV3/YP//////kA//////YAD/1ES/9wAP/AAD/+EA/8AACv9wD/wAAC/+EP/AAACv9w/8AAAC/+H/wAAACf9wgQBgkSX+MI/BBf6fwQAE/8EAAAIxAAAAAAAAD/td+AD/7/+AD//XUwD/4gAAD/wAAA",
	"D/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAAD/wAAADxECDRYAAAAK/2AAAAAF/3AAAAAB34AAAAAAOHAAAAAAAAAAAAAASt/sggAAn////+QAb/6Fav/iDf8wAAj/gP/QAAAv/A3/MAAAERCP/nEAAAAAr//7UAAAAF3//+YAAAAErv/6AAAAABbv9TQwAAAE/73+AAAAH/yv9gAABf+i7/t1af/0A9/////3AABq3+2TAA0RBgsSAAAAz/gAAACP+AAAAE/4AAAABnUAAAAAAAAAAAbO/rUAHP////oI/9ZX7/bP8gAD/7r/UAABET7/yFEAACjv//owAAA3v/9ERAAAX/vf8QAC/8f/11bf+Ar////8EAW+/sYADxECDRYAAAj+IAAAAAj9/SAAAAn9JvwQAAOIMAWEAAAAAAAAAAAASt/sggAAn////+QAb/6Fav/iDf8wAAj/gP/QAAAv/A3/MAAAERCP/nEAAAAAr//7UAAAAF3//+YAAAAErv/6AAAAABbv9TQwAAAE/73+AAAAH/yv9gAABf+i7/t1af/0A9/////3AABq3+2TAA0RBgsSAAHP0gAAAc+/4wAC34Bf5AAkMAAkMAAAAAAAAAbO/rUAHP////oI/9ZX7/bP8gAD/7r/UAABET7/yFEAACjv//owAAA3v/9ERAAAX/vf8QAC/8f/11bf+Ar////8EAW+/sYADxEHDRYABK3+yCAACf////5ABv/oVq/+IN/zAACP+A/9AAAC/8Df8wAAAREI/+cQAAAACv//tQAAAAXf//5gAAAASu//oAAAAAFu/1NDAAAAT/vf4AAAAf/K/2AAAF/6Lv+3Vp//QD3/////cAAGr//ZMAAAAG/WAAAAAAOP+QAAAAAC/8AAAAAF//cAAAAAbsYAAA0RCwsSAGvv61ABv////6CP/WV+/2z/IAA/+7/1AAAiJP/8hRAAA7///6MAABWd//QiIAAH/77+AAAf/I/7Qjr/gL/////BAGv//GAAAAv9QAAAAFn/gAAAAC/8AAAAn/9wAAAK61AADxECDRYAPvgB35AAAE/1r7AAAABf/8EAAAAAbdIAAAAAAAAAAAAASt/sggAAn////+QAb/6Fav/iDf8wAAf/gP/QAAAf/A3/MAAAAACP/nEAAAAAr//7UAAAAF3//+YAAAAErv/6AAAAABbv9UQwAAAE/73+AAAAH/yv9gAABf+i7/t1af/0A9/////3AABq3+2TAA0RBgsSBO5ALfoABO9++QAABO/3AAAAAlQAAAAAAAAAAAbO/rUAG/////oI/9ZX7/bP8gAD/7v/UAACIk//yFEAADr///owAAFZ3/9DMgAAb/vv4QAB/8j/xSS/+Av////8EAa+/sYAEBEHDhb//////////////////0RETf9EREQAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAP/wAAAAAACfswAAAAAASf9wAAAAAAL/wAAAAAB//3AAAAAAjsYAAAChEICBUAz/AAAM/wAADP8AD////w////8ETf9EAAz/AAAM/wAADP8AAAz/AAAM/wAADP8AAAz/AAAL/5YAB///AAB//QAADucQABb/sAAA7+AADf+QAA7YAQEQIOFgAt9QP/kAAAAu9u+AAAAAA+/3AAAAAABIUAAAAAAAAAAAAA////////////////",
	"//9ERE3/REREAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAKEQQKFAAAAA/8AAAAH/sAAAA/9wAAAI/hAM/wXUAAz/AAAADP8AAA////8AD////wAETf9EAAAM/wAAAAz/AAAADP8AAAAM/wAAAAz/AAAADP8AAAAM/wAAAAv/lgAAB///AAAAff0AAQEQcOEf//////////////////RERN/0RERAAADP8AAAAAAAz/AAAAAARN/0RAAAAP////8AAAD/////AAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAACRAICBAAz/AAAM/wAADP8AD////w////8ETf9EAAz/AA//////////9E3/REAM/wAADP8AAAz/AAAL/5YAB///AAB9/QDxECDRYAACEABDAAAs/oNfoAAL/e//9QAA7QBstQAAAAAAAAAA/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/QAAAB/83/EAAAP/qf+AAAC/9i7/tlfP/QBO/////CAAF87+tgAA0RBQsTAAEQAEMALP+TT8AK/d//9gDdAGvGAAAAAAAAAAAAAAAA/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/0AAA/87/EABP/K/9Zp//wu///+78Aq79kt/ADxECDRYARERERAAAD/////AAAP////8AAAAAAAAAAAAAAAAAAA/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/QAAAB/83/EAAAP/qf+AAAC/9i7/tlfP/QBO/////CAAF87+tgAA0RBwsRD/////AA/////wAEREREQAAAAAAAAP/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/9AAAP/O/xAAT/yv/Waf/8Pv///v/AKu/ZLvwA8RAg0WABiAAIgQAADvYW/gAAAG///2AAAAA4qDAAAAAAAAAAAP/QAAAA/8/9AAAAD/z/0AAAAP/P/QAAAA/8/9AAAAD/z/0AAAAP/P/QAAAA/8/9AAAAD/z/0AAAAP/P/QAAAA/8/9AAAAD/z/4AAAAf/N/xAAAD/6n/kAAAv/Yu/8ZXz/0ATv////wgABfO/rYAANEQYLEgH/IE/QAAr+vvgAABjf1wAAAAAAAAAAAAAAAA/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/0AAA/87/EABP/K/9Zp//w+///+/8Aq79ku/A8RAQ0XAAA86xAAAAANYZsAAAAC8APgAAAADmGbAAAAADzrIAAAAAAAAAAA/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/QAAAB/83/EAAAP/qf+AAAC/9i7/tlfP/QBO/////CAAF87+tgAADREFCxMABN7DAAAB9BfQAAAfQH0AAABd7DAA",
	"AAAAAAAAAAAAAAD/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/QAAD/zv8QAE/8r/1mn//D7///3/wCrv2R/8APEQINFgAAP/kL/RAAC/0W/zAABP9C72AAAM+Az6AAAAAAAAAAD/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/9AAAAH/zf8QAAA/+p/4AAAL/2Lv+2V8/9AE7////8IAAXzv62AADREGDBIAA/+gr+IACv4V/1AAP/Qu+AAAv5C/sAAAAAAAAAD/wAAA/8D/wAAA/8D/wAAA/8D/wAAA/8D/wAAA/8D/wAAA/8D/wAAA/8D/wAAA/8D/0AAA/8Dv8QAE/8Cv/Waf/8Au///+78ACrv2S38APEQcNFv/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/wAAAAP/P/AAAAA/8/8AAAAD/z/0AAAAf/N/xAAAD/6r/gAAAv/Q//7ZXz/oAXv////kQACnf/+QAAAAAb/QAAAAAC/8yAAAAAK//8wAAAAPf/0AAAAAANBAADRELCxL/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/QAAD/zv8QAE/8r/1mn//D7///3/wCrv2S/8AAAALfwgAAAL/hAAAADv5kAAAAz/+wAAACvtcVEAIVFgAAAAAJ/SAAAAAAAAAACP39EAAAAAAAAAf8F/wQAAAAAAABdxAGhAAAAAAAAAAAAAAAAAAF/5AAAL/xAABf+R/8AAAO/0AACP9Q3/EAA//4AADP8gn/QAB//8AADv0Ab/cAC/7/EAP/oAL/oADvj/QAb/YADv0AT/LfgAn/MACv8Qf9CfwAz+AAB/9Av5Bf8Q/7AAA/9w/1Af9D/3AAAP+0/xAM+G/0AAAL/o/AAI/J/xAAAI/9+AAE/9/AAAAE//9AAB//+QAAAB//8QAAv/9QAAAA3/sAAAf/8gAAAAn/cAAAP/0AABIQBhISAAAACP5AAAAAAAAAn870AAAAAAAJ+xLfUAAAAAACIAASEAAAAAAAAAAAAAAAf/QABf8gAH/0P/gACf9gAL/xDvsADv+wAO+wCv4AP//gAv9wBv8wf870Bv8wAv9wz3r5Cf4AAN+h/yb9DfoAAJ/m/QH/T/YAAF/8+ADPv/IAAB//9AB//9AAAAz/4AA//5AAAAj/oAAN/1AAAAT/UAAI/xAADxACDxYAAAC/oAAAAAAAr++AAAAAAJ+xz3AAAAA5kQGZEAAAAAAAAAAAB//AAAAB7/QN/0AAAH/7AG/8AAAO/zAA3/QABv+gAAX/sADf8gAADP8wX/kAAABP+g3/IAAAAL/3/4AAAAAD///hAAAAAAr/9wAAAAAAL/4QAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAMEAYMFwAAj+QAAAAJ/O5AAACvsS30AAAiAAEhAAAAAAAAAN/zAADf84/4AAL/wC/8AAb/cAz/IAv/IAf/YB/8AAL/sF/3AADP8Z/yAABv9e/AAAAf/f9wAAAL//8gAAAG//sAAAAB//YAAAAAr/EAAAAA37AAAAAE/2AAAAaO/gAAAA//9QAAAA38UAAAAA4QAw4VAAr6AH6gAAAN/QC/0AAAAUEAFBAAAAAAAAAA",
	"AM/3AAAAf/tP/QAAAO/0C/9gAAb/wAL/0AAN/1AAj/UAX/wAAB78AM/1AAAG/0T/0AAAAM+7/2AAAABP//0AAAAAC//2AAAAAAL/4AAAAAAA/8AAAAAAAP/AAAAAAAD/wAAAAAAA/8AAAAAAAP/AAAAAAAD/wAAADxECDRYAAABf+gAAAAAN/RAAAAAH/iAAAAAB71AAAAAAAAAAAA////////D///////8ERERETP+AAAAABP/QAAAAAd/zAAAAAJ/4AAAAAE/9AAAAAB3/MAAAAAn/gAAAAAT/0QAAAAHf8wAAAACf+AAAAABP/RAAAAAd/zAAAAAJ/7RERERE/////////////////wwRBgoSAAAH/6AAAD/6AAAAz6AAAAFVAAAAAAAAAP////////////9EREXv9wAAB/+wAAA//hAAAd/0AAAK/4AAAG/8AAAC7+IAAAz/UAAAj/xERET/////////////DxEDDRUAAAroAAAAAADfsAAAAAABQQAAAAAAAAAAAP///////w////////BEREREr/gAAAAAL/0QAAAADP9AAAAAB/+QAAAAA//hAAAAAM/1AAAAAI/6AAAAAD/+IAAAAAz/YAAAAAj/sAAAAAP/4gAAAAHf9wAAAACf/lRERERP////////////////8AwRBgoSAArnAAAADfsAAAABQQAAAAAAAAAAAAAAAP////////////9EREv/9wAAL/+gAAC//BAABv/iAAAu/0AAAK/3AAAF/7AAAB79EAAAn/dERET/////////////DxECDRYAf8EK+wAAAI+5/BAAAACv/RAAAAAAdyAAAAAAAAAAAA////////D///////8ERERETP+AAAAABP/QAAAAAd/zAAAAAJ/4AAAAAE/9AAAAAB3/MAAAAAn/gAAAAAT/0QAAAAHf8wAAAACf+AAAAABP/RAAAAAd/zAAAAAJ/7RERERE/////////////////wwRBgoSCfsQv7EAn8v6AAAI/5AAAAAjAAAAAAAAAP////////////9EREXv9wAAB/+wAAA//hAAAd/0AAAK/4AAAG/8AAAC7+IAAAz/UAAAj/xERET/////////////BxIFBxMAE0IAfv/xX//9DP9xEO/gAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAAEBAFEBMAz6AAAAAAAAD/QAAAAAAAA/0Aj/gAAAAF9wDf/QAAAAAABP//QAAAAAAK/u+gAAAAAB/5n+EAAAAAb/RP9gAAAADP4A78AAAAA/+QCf8gAAAI/zAD/4AAAA79AADf4AAAX/xmZs/1AAC///////oAAf///////xAH/4AAAAj/cA3/MAAAA//AP/wAAAAA3/Of9wAAAAB/+Q8OBRATS7EAAAAAAACPwAAAAAAAAL9gD///////7hAP//////9DAA/9RERERAAAD/wAAAAAAAAP/AAAAAAAAA/8AAAAAAAAD/wAAAAAAAAP//////AAAA//////8AAAD/1ERERAAAAP/AAAAAAAAA/8AAAAAAAAD/wAAAAAAAAP/AAAAAAAAA/9RERERAAAD///////AAAP//////8TDgUTE1/zAAAAAAAAAAj7AAAAAAAAAACvUA/8AAAAAP/N4AD/wAAAAA/8AAAP/AAAAAD/wAAA/8AAAAAP/AAAD/wAAAAA/8AAAP/AAAAAD/wAAA/8AAAAAP/AAAD////////8AAAP////////wAAA/9RE",
	"RERP/AAAD/wAAAAA/8AAAP/AAAAAD/wAAA/8AAAAAP/AAAD/wAAAAA/8AAAP/AAAAAD/wAAA/8AAAAAP/AAAD/wAAAAA/8AIDgUIE3/hAACvkAAA3zAP/PwAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wQDgUREwa6AAAAAAAAAL+QAAAAAAAADvMAKM7tggAB/ABe////5QAUIE//lVn/9QAAHv9AAAT/4QAG/4AAAAj/YACv8gAAAC/6AA3+AAAAAO/QAO/QAAAADf4AD/wAAAAAz/AA79AAAAAN/gAN/gAAAADv0ACv8gAAAC/6AAb/gAAACP9gAB7/QAAD/+EAAE//lVn/9QAAAF7////2AAAAACje7ZIAABANBRMTCP4AAAAAAAAAAL+AAAAAAAAAAA7yf/wAAAAe/0H7AN/1AAAH/7AAAAb/wAAB7/MAAAAM/0AAf/oAAAAAT/wAHv8gAAAAAL/0Bv+QAAAAAAP/sN/hAAAAAAAK/6/4AAAAAAAAL//+EAAAAAAAAJ//YAAAAAAAAAL/4AAAAAAAAAAP/AAAAAAAAAAA/8AAAAAAAAAAD/wAAAAAAAAAAP/AAAAAAAAAAA/8AAAAAAAAAAD/wAAAABAPBRATB7gAAAAAAAAM9wAAAAAAAA/xAErv6kAAP6AJ////+QAUII/9dX3/gAAD/8EAAc/yAAn/QAAAT/kADP8AAAAP/AAO/QAAAA3+AA/8AAAADP8AD/0AAAAN/wAO/QAAAA39AAv/AAAAD/sAB/8wAAA/9wAC/4AAAI/hAACP8wAE/4AABF7+gI/+VAAP///w////AA////D///8IDwQKFAAAv+EAAADfkAAAAP8gAK5y+wrn37AADfsUEAABQQAAAAAAAAz/AAAADP8AAAAM/wAAAAz/AAAADP8AAAAM/wAAAAz/AAAADP8AAAAM/wAAAAz/EAAAC/+mQAAG//+AAABt/mAQEAcQEQAAAI/4AAAAAAAA3/0AAAAAAAT//0AAAAAACv//oAAAAAAf+q/hAAAAAG/1X/YAAAAAz+AO/AAAAAP/kAn/IAAACP9ABP+AAAAO/QAA3+AAAF/8ZmbP9QAAv//////6AAH///////8QB/+AAAAI/3AN/zAAAAP/wD/8AAAAAN/zn/cAAAAAf/kPEgcMEf////2lAP//////oP/URFjv9v/AAABf+//AAAAf/P/AAAA/+v/AABXf8//////9QP/////9UP/URFfv9P/AAAA/+//AAAAO/v/AAAAO/v/AAABP/P/URFj/9v//////kP////6lAA4SBwsR////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAABEQBxERAAAADf9QAAAAAAAF//sAAAAAAAC///IAAAAAAC/9/4AAAAAACP9d/gAAAAAB79CP9QAAAABv+AL/sAAAAAz/IAz/IAAAA/+wAG/4AAAAn/UAAe/gAAAe/gAACv9QAAf/gAAAT/sAAN/yAAAA3/IAT/sAAAAI/4AK/6ZmZmZ//QL/////////9H//////////oA4SBwsR////////////////1ERERE/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP//////D//////w/9REREQP/AAAAAD/wAAAAA/8AAAAAP/AAA",
	"AAD/1ERERE//////////////8A8RBw0R////////D///////8ERERETP+AAAAABP/QAAAAAd/zAAAAAJ/4AAAAAE/9AAAAAB3/MAAAAAn/gAAAAAT/0QAAAAHf8wAAAACf+AAAAABP/RAAAAAd/zAAAAAJ/7RERERE/////////////////wEhIHDhH/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/////////P////////z/1ERERE/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/BARBw4RAAKM7tggAABe////9gAE//lVn/9QHv9AAAPv4W/4AAAAj/ev8gAAAC/73+AAAAAO/e/QD///Df//wA///wz/79AEREQN/t/gAAAADv2v8gAAAC/6b/gAAACP9h7/QAAD7+EF//lVn/9QAF7////2AAACje7YIAAHEgcDEf/P/P/P/P/P/P/P/P/P/P/P/P/P/P/P/P/ADxIHDhH/wAAAHf+g/8AAAL/8AP/AAAn/0QD/wAB//iAA/8AF//QAAP/APv9gAAD/wd/5AAAA/9v/0AAAAP////YAAAD//9/+IAAA//0a/8AAAP/iAd/4AAD/wABP/0AA/8AACP/RAP/AAADP+gD/wAAAP/9Q/8AAAAf/4hAQBxARAAAAz/YAAAAAAAP/+wAAAAAACP//IAAAAAAN//9wAAAAAD/8/8AAAAAAn/bP8wAAAADv8X/4AAAABP+wL/0AAAAK/2AM/zAAAB7/EAf/kAAAX/sAAv/gAACv9gAAz/QAAf/xAAB/+gAG/7AAAC/+EAv/YAAADP9QL/8QAAAH/6B/+wAAAAL/8RYSBxIR//8QAAAABP/8//9wAAAACv/8///QAAAAHv/8///zAAAAb//8/975AAAAz8/8/8n+EAAC/2/8/8P/YAAI/h/8/8DPsAAO+Q/8/8Bv8gBf9A/8/8Af+ACv0A/8/8AK/QH/cA/8/8AE/0f/IA/8/8AA36z7AA/8/8AAj//1AA/8/8AAL//gAA/8/8AAC/+QAA/8/8AABf8wAA/8EhIHDhH/8wAAAA/8//wAAAAP/P//gAAAD/z///MAAA/8///9AAAP/P/c/4AAD/z/wu/zAA/8/8B//RAP/P/AC/+QD/z/wALv9A/8/8AAb/0f/P/AAAv/n/z/wAAC7//8/8AAAG///P/AAAAL//z/wAAAAu/8/8AAAABv/A0RBwsR//////////////9EREREREAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//////AP/////wBEREREQAAAAAAAAAAAAAAAAAAAAAAAAAAAAABERERERE//////////////8BARBw4RAAKM7tggAABe////5QAE//lVn/9QHv9AAAT/4W/4AAAAj/av8gAAAC/63+AAAAAO/e/QAAAADf7/wAAAAAz/79AAAAAN/t/gAAAADv2v8gAAAC/6b/gAAACP9h7/QAAD/+EE//lVn/9QAF7////2AAACje7ZIAAREgcNEf//////////////////1ERERN///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP8BASBw0R/////scQD//////+MP/URFa//h/8AAAAn/j/wAAAAv+//AAAAB/8",
	"/8AAAAX/r/wAABXv9P//////+Q//////xQD/1EREEAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAADhEHDBH////////v//////9f/4REREQI/9EAAAAAv/sAAAAAHf+AAAAAAu/0AAAAAE/+IAAAAAr/oAAAAF/+IAAAA+/0AAAAHf9wAAAAv/sAAAAI/9EAAABv/3RERET///////////////8QEQcOEf//////////////////RERN/0RERAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAADxAHDxF//AAAAB7/QN/0AAAH/7AG/8AAAO/zAA3/QABv+gAAX/sADf8gAADP8wX/kAAABP+g3/IAAAAL/3/4AAAAAD///hAAAAAAr/9wAAAAAAL/4QAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAAAAAD/wAAAABMRBxERAAAAD/wAAAAAAAAA/8AAAAAAA53v/+yCAAAJ///////3AAr/6F/9We/3BP/BAP/AAu/yr/MAD/wABv+O/gAA/8AAL/v/0AAP/AAA/87+AAD/wAAf+7/zAA/8AAb/hf/BAP/AAu/yC//XX/1Y7/gAGv//////+AAABK3//+2TAAAAAAD/wAAAAAAAAA/8AAAAAA8QBw8RLv9QAAAv/1B//QAACv+gAN/3AAT/4gAE/+IAz/cAAAr/oG/9AAAAHv9e/0AAAABv//+gAAAAAM//4QAAAAAG//kAAAAAAN//8gAAAACP/v+wAAAAL/9N/1AAAAv/kF/+EAAF/+EAv/kAAe/2AAP/8wCf/AAACf/AP/9AAAAe/3AREQcQEf/AAM/wAK/z/8AAz/AAr/P/wADP8ACv8//AAM/wAK/z/8AAz/AAr/P/wADP8ACv8+/gAM/wAL/yz/EAz/AA3/CP+QDP8AX/sC//gc/wXv9ABf/+7/7/+AAATf////5gAAAASO/4UQAAAAAAz/AAAAAAAADP8AAAAAAAAM/wAAAAAAAAz/AAAAAPEQcNEQAErv6kAAAJ////+QAI/9dX3/gD/8EAAc/yn/QAAAT/nP8AAAAP/O/QAAAA3+/8AAAADP//0AAAAN/+/QAAAA39v/AAAAD/t/8wAAA/9y/4AAAI/hCP8wAE/4BF7+gI/+VP///w////////D///8AYPAwgVrpAH6t/QC/0UEAFBAAAAAAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wADhADDhUACvoAfqAAAA39AL/QAAABQQAUEAAAAAAAAAAAz/cAAAB/+0/9AAAA7/QL/2AABv/AAv/QAA3/UACP9QBf/AAAHvwAz/UAAAb/RP/QAAAAz7v/YAAAAE///QAAAAAL//YAAAAAAv/gAAAAAAD/wAAAAAAA/8AAAAAAAP/AAAAAAAD/wAAAAAAA/8AAAAAAAP/AAAAOEQUNEwAAAv9gAAAAAE/hAAAAAAf5AAAAAACvMAAAAAAAAAAAAAAAAAAAAABL7rJ/8ABv///r/wAu/5V+//AI/4AALv8Az/IAAM/wDv4AAAz/AP/QAADP8A/+AAAM/wDf8QAAz/AJ/4AALv8QP/+nnv/5EH///+j/9ABc7rMI",
	"7kANEQULEwAADvkAAAAC/zAAAABPsAAAAAf1AAAAAAAAAAAAAAAAAAF839thA+/////Sz/tlbP++/gAACam/9hAAAAGv//+wAAfv//sACP+2VDAA7+AAABEe/hAAHv6v/WV9/5Lf////wQFr7+tgAA0RBQsYAAAf+QAAAAP/MAAAAG+wAAAACfUAAAAAAAAAAAAAAAAA/5Gd/pIP/N///+H//nV+/4/+IABP+//AAAH/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8CBIFBRMN+QH/MD/ABvYAAAAAAAD/wA/8AP/AD/wA/8AP/AD/wA/8AP/AD/0A3/hp//8Y39ANEQQLFAAAb/QAAAAI/QAAAACvcAAK5wzxfqDfsAAL/QFBAAAUEAAAAAAAD/wABP+A/8AADf4f/AAAn/X/wAAF/4/8AAAv+//AAAH/z/wAAB/8/8AAA/++/gAAj/fP8gAu/zf/1m3/oBz////BABfP7GAADhELDQ0AS+6yf/AAb///6/8ALv+Vfv/wCP+AAC7/AM/yAADP8A7+AAAM/wD/0AAAz/AP/gAADP8A3/EAAM/wCf+AAC7/ED//p57/+RB////o//QAXO6zCO5ADxIHDBYAOu/rUAAG////+QBP/oWO/1C/9AAF/6Dv0AAB/8D/wAAD/6D/wAA8/1D/wG//9wD/wG//+yD/wCRa/+L/wAAAj/j/wAAAH/v/wAAAH/z/0AAAj/n//HVq//T//////3D/1b3+pAD/wAAAAAD/wAAAAAD/wAAAAAD/wAAAAAD/wAAAAAAMEAsMEi/7AAAO/gz/EABP+gf/YACP9AL/oADf4AC/4QL/kABv9Qf/QAAf+Qv+AAAL/h/4AAAG/5/zAAAB///QAAAAr/+AAAAAX/8wAAAAD/0AAAAAD/wAAAAAD/wAAAAAD/wAAAAAD/wAAAAAD/wAAA4RBQwTABfO/aIAAt////UACf+1V6UADP8QAAAACv9wAAAABP/8YQAAAE3//nAAAH7///sQCf9zfv+wT/gAAu/0v/IAAH/57+AAAC/8/9AAAA/87+AAAC/7z/MAAF/5f/oAAM/0Hf+la/+wA+////wQABje7HEADRELCw0BfN/bYQPv////0s/7ZWz/vv4AAAmpv/YQAAABr///sAAH7//7AAj/tlQwAO/gAAARHv4QAB7+r/1lff+S3////8EBa+/rYAAMEQcKFv////////////9ERESv9gAABP+gAAAu/RAAAd/jAAAJ/1AAAF/6AAAA3+EAAAX/cAAACv8QAAAN/gAAAA/9AAAADf8QAAAK/8QAAAPv/+kwACr///UAABW/+wAAAB/7AAAAX/UAAADPkAAAABcADRELCxL/kZ3+kg/83///4f/+dX7/j/4gAE/7/8AAAf/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wNEQcLEQAp39kgAE7///5AHv+Fj/4W/1AAf/e/8AAB/739AAAN/e/AAADf7////////////////URETf//0AAA3+3+AAAN/b/yAAH/tv+QAG/2Hv+Vf/0QTv///kAAKd/ZIAAIEgsFDf/AD/wA/8AP/AD/wA/8AP/AD/wA/8AP/QDf+Gn//xjf0A4SCwwN/8AACf/R/8AAT/8w/8AB7/cA/8AK/7AA/8Bf/hAA",
	"/9Xv9AAA////kAAA////4gAA/8CP/RAA/8AL/7AA/8AB3/gA/8AAP/9Q/8AABv/jDhAFDRMAJCAAAAAAD/+gAAAAAP//YAAAAABv/AAAAAAAz/MAAAAABv+QAAAAAB/+AAAAAAX/9QAAAACv/7AAAAAf//8gAAAG/9/4AAAAz/T/0AAAL/wL/0AAB/9wX/oAAN/yAe/xAD/8AAn/YAj/cABP/lDv8gAAv/9P/AAAAr7gDxILCxL/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/9AAAP/P/gAAD/z/8gAD/8//1ljv/P//////z/6+/Fz8/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAAMEAsMDZ/1AACP9j/6AADP8Q3+AAH/sAj/QAb/YAP/gAr/EADf0A77AACP8k/1AAA/9o/xAAAN+8+gAAAH//9QAAAC//8QAAAAz/oAAAAAf/UAAAwRBwoXAAbO/rQBz///9Aj/11aRDf8gAAAP/QAAAAz/IAAABP/nVBAAPP//UAGf//9QHf5iAACf9AAAAN/gAAAA/9AAAADf8gAAAK/8IAAALv/6YgACv///sgACfP/8AAAAPv4AAAAO+wAAAG/zAAAAb2AAAAABAA4RCwwNABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEAEBELDg3////////w////////8ET/1ERP/UAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/wAAP/AAA/8AAD/0AAP/AAA7/dQD/wAAJ//8A/8AAAY39DhILCxIAKd/aIABO////QC7/hY/+GP9wAI/3z/IAAv++/gAADv7/wAAA3//8AAAO/v/AAAH/3/4QAH/5//1ln/8//v///4D/w778YA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAANEQsLEgAp3+tQAD7///+QHf+Vfv9X/4AAX/q/8gABzJ7+AAAAAP/QAAAADv4AAAAAz/MAAAAH/9MAAAAc//pAAAAb///oEAAErv/5AAAABv/AAAAAH/kAAAAI/yAAAACvUAAAAAAwAA4RCw0NACnf////gD7/////+B7/pVv+ZCf/kAAL+wDP8gAAT/UO/gAAAf+g/9AAAA/8Dv4AAAL/wL/yAABf+gb/kAAM/1Ad/6Vb/8AAPv///9IAABje7IEAAA0RCwsN//////////////9ERP/UREAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/0AAAAA3/ZgAAAI//8wAAAI38MADRELCw3/wAA/+w/8AADP8f/AAAj/b/wAAE/5/8AAAv+//AAAH/z/wAAB/8/8AAA/++/gAAj/fP8gAu/zf/1m3/oBz////BABfP7GAAAREQsQEwGkAAbe2CAACf8wb///4wA//RC/9o/+EJ/1AM/wBv+A3/EAz/AA7+Dv0ADP8AC/8e/QAM/wAK/y3/EAz/AA3/Gf9gDP8AP/wD/+MM/wHP9gCP/67/jv/AAAj/////+xAAACi//8lAAAAAAAz/AAAAAAAADP8AAAAAAAAM/wAAAAAAAAz/AAAAAAAADP8AAAAAAAAERAAAAADRELDRLf1gAAX/kP//UADP8gV//QBP+QAAf/YL/yAAAO/T/6AAAAj/3/MAAAAf//sAAAAAr/9AAAAABP/AAAAAAJ/+EAAAAB",
	"//9wAAAAj//9AAAAHv1/9QAAB/9h/8AAAe/QCf9AAG/3AC/+cw3+EACP/0b/gAAAruESEQsQEv/AAM/wBP+g/8AAz/AA3/H/wADP8ACP9v/AAM/wAE/5/8AAz/AAL/v/wADP8AAP/O/QAM/wAC/7z/EAz/AAX/mP9wDP8ADP9S//cM/wK//ABv/97/z//jAATf////+yAAAASO/5cgAAAAAAz/AAAAAAAADP8AAAAAAAAM/wAAAAAAAAz/AAAAAAAADP8AAAABMRCxINCv8wAAAAH/wAL/wAAAAACf9Af/cAAAAABP+Qv/IACbsAAP/Q3+AADP8AAM/x79AADP8AAL/y/9AADP8AAK/y7+AADf8AAL/xv/IADv8gAO/gj/YAT/9gBP+gL/5m78/3Xf9AB////Rv///oAAFzuoQGN7HAACRAHCBGukAfq39AL/RQQAUEAAAAAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/9AAAO/4QACf/5AAGe5w0RBwsRCucAfqAA37AL/QABQQAUEAAAAAAAAP/AAG/1D/wAAO/Q/8AACf9P/AAAX/j/wAAC/7/8AAAf/P/AAAH/z/wAAD/77+AACP98/yAC7/N//Wbf+gHP///8EAF8/sYAAA4RBQwTAAAJ/gAAAAAM+AAAAAAO8gAAAAAvsAAAAAAAAAAAAAAAAAAAABje7HEAA+////0gHf+la//Af/kAAM/1v/IAAF/57+AAAC/8/9AAAA/87+AAAC/7z/IAAF/5f/kAAM/0Hf+lW/+wA+////wQABje7HEADREFCxMAAF/1AAAACP0AAAAAv3AAAAAN4QAAAAAAAAAAAAAAAAD/wAA/+w/8AADP8f/AAAj/b/wAAE/5/8AAAv+//AAAH/z/wAAB/8/8AAA/++/gAAj/fP8gAu/zf/1m3/oBz////BABfP7GAAATEQUSEwAAAADPkAAAAAAAAAD/MAAAAAAAAAL8AAAAAAAAAAX2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAr/MAAAAB/8AC/8AAAAAAn/QH/3AAAAAAT/kL/yAAm7AAD/0N/gAAz/AADP8e/QAAz/AAC/8v/QAAz/AACv8u/gAA3/AAC/8b/yAA7/IADv4I/2AE//YAT/oC/+Zu/P913/QAf///0b///6AABc7qEBjexwAA4SAgsWAu/iAAAAA++wAAAABP9gAAAABIcAAAAAAAAAD////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA//////8P//////D/1ERERA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERET//////////////w4SAwsVB+oACucAv9AA37ABQQABQQAAAAAAAP///////////////9RERERP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD//////A//////wP/URERED/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/9RERERP//////////////ATEQcREf////////AAD////////wAARERP/UREQAAAAAD/wAAAAAAAAA/8AAAAAAAAAP/AAAAAAAAAD/wDRCAAAAAA/////9YAAAAP//////oAAAD/1BAm7/UAAA/8AAAF/6AAAP/AAAAf/AAAD/wAAAH/wAAA/8AAAH/4AAAP/AAln/8gAAD/wAb//1AAAA/8AG7ZIAAOEgILFgAAAe/kAAAAv/QAAABv9AAAAAeEAAAAAAAAAA////////////////1ERERE",
	"/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAAQEQcOEQACje/aQAAAb/////kABf/oVY7/gB79EAAC7/J/9QAAAJ/3v/AAAAA3dO/QAAAAAAD/////8AAA//////AAAP/kRERAAADv4AAAAAAAv/IAAABcx3/3AAAAr/Ye/iAAA//hBv/oVY7/YAB/////+AAAA53u2TAADxEHDREABK3+yCAACf////5ABv/oVq/+IN/zAACP+A/9AAAC/8Df8wAAAREI/+cQAAAACv//tQAAAAXf//5gAAAASu//oAAAAAFu/1NDAAAAT/vf4AAAAf/K/2AAAF/6Lv+3Vp//QD3/////cAAGrf7ZMAAHEgcDEf/P/P/P/P/P/P/P/P/P/P/P/P/P/P/P/P/ABg8DCBWukAfq39AL/RQQAUEAAAAAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAOEQcLEQAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAM/wAAAADP8AAAAAz/AAAAAN/+/gAADv7P8wAF/7f/51jv9Qr////4AAW+/qQAAaEAcZEQAA///////wAAAAAAAAD///////AAAAAAAAAP/URETf8AAAAAAAAA/8AAAM/wAAAAAAAAD/wAAAz/AAAAAAAAAP/AAADP8AAAAAAAAA/8AAAM////7HEAAAD/wAAAz//////TAAAP/AAADP9ERXz/0QAA/8AAAM/wAAAL/3AAH/wAAAz/AAAAP/sAA/+gAADP8AAAAf/AAH/4AAAM/wAAAD/7AB3/QAAAz/AAAAv/cmz/0AAADP9ERXz/0Y//9QAAAM//////0wj+owAAAAz////scQABoSBxcR/8AAAADP8AAAAAAP/AAAAAz/AAAAAAD/wAAAAM/wAAAAAA/8AAAADP8AAAAAAP/AAAAAz/AAAAAAD/wAAAAM/wAAAAAA/8AAAADP9EREIAAP////////////1gD/////////////+g/9RERETf8AACXv9v/AAAAAz/AAAAP/z/wAAAAM/wAAAA3+/8AAAADP8AAAAO/v/AAAAAz/AAAAj/r/wAAAAM/3d3jP/z/8AAAADP/////+UP/AAAAAz////sggABQRBxER////////8AAP////////AABERN/0RERAAAAADP8AAAAAAAAAz/AAAAAAAAAM/wAAAAAAAADP+97+yBAAAAz//////lAAAM/5ZVav/yAADP8AAAB/+AAAz/AAAAH/sAAM/wAAAA/8AADP8AAAAP/AAAz/AAAAD/wAAM/wAAAA/8AADP8AAAAP/AAAz/AAAAD/wA8SAg4WAAAE/8EAAAAADP4gAAAAAG/0AAAAAAHvYAAAAAAAAAAAAAD/wAAAHf+g/8AAAL/8AP/AAAn/0QD/wAB//iAA/8AF//QAAP/APv9gAAD/wd/5AAAA/9v/0AAAAP////YAAAD//9/+IAAA//0a/8AAAP/iAd/4AAD/wABP/0AA/8AACP/RAP/AAADP+gD/wAAAP/9Q/8AAAAf/4hESAg0WAC3+IAAAAAA++wAAAAAAT/UAAAAAAEhgAAAAAAAAAAAP/AAAAC///8AAAAv///wAAAX////AAAHf///8AACP////wAA//N///AAL",
	"/zz//8AG/5DP//wB7+EM///An/YAz//8P/sADP//3P8wAM////+AAAz////RAADP///1AAAM///7AAAAz///IAAADP8QEAIPFgAA7zAD/gAAAAr7Eb+gAAAALf//0gAAAAAXqnEAAAAAAAAAAAAD//MAAABv/Qr/sAAADP9wP/8wAAP/4QCv+gAAn/gAA//zAB7/IAAK/6AH/6AAAD//IN/zAAAAr/lP+wAAAAP//P9AAAAACv//wAAAAAA///YAAAAAAK/+AAAAAAAI/3AAAAAAAe/hAAAAAGbP9wAAAAAP//sAAAAAAP/ZEAAAABESBw0V/8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///WZmZm3//////////////////wAADP8AAAAAAM/wAAAAAAz/AAAAAADP8AAAAQEAcQEQAAAI/4AAAAAAAA3/0AAAAAAAT//0AAAAAACv//oAAAAAAf+q/hAAAAAG/1X/YAAAAAz+AO/AAAAAP/kAn/IAAACP9ABP+AAAAO/QAA3+AAAF/8ZmbP9QAAv//////6AAH///////8QB/+AAAAI/3AN/zAAAAP/wD/8AAAAAN/zn/cAAAAAf/kQEgcNEf//////8g///////yD/1EREREEP/AAAAAAA/8AAAAAAD/wAAAAAAP/UREMQAA//////xQD///////gP/AAAJu/0/8AAAAb/r/wAAAAf/P/AAAAC/7/8AAAAr/j/1ERWv/4f//////5A/////sgQAA8SBwwR/////aUA//////+g/9REWO/2/8AAAF/7/8AAAB/8/8AAAD/6/8AAFd/z//////1A//////1Q/9REV+/0/8AAAD/7/8AAAA7+/8AAAA7+/8AAAE/8/9REWP/2//////+Q/////qUADhIHCxH////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAAExEHERYAAP//////wAAAD//////8AAAA/9RERP/AAAAP/AAAD/wAAAD/wAAA/8AAAA/8AAAP/AAAAP/AAAD/wAAAD/wAAA/8AAAB/6AAAP/AAAAv+QAAD/wAAAT/YAAA/8AAAJ/yAAAP/AAAHvwAAAD/wAAK/2AAAA/8AEj/5URERP/UT////////////////////////AAAAAAADP//wAAAAAAAz//8AAAAAAAM///AAAAAAADP+7kAAAAAAAm7DhIHCxH////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA//////8P//////D/1ERERA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/URERET//////////////wFxAHFxE//2AAAP/AAACv/RCP/hAAD/wAAE//QADP+AAA/8AADP+QAAP/8gAP/AAG/9EAAAj/oAD/wAHv9AAAAA3/QA/8AI/5AAAAAD/9AP/AL/0QAAAAAJ///////1AAAAAADP//////+AAAAAAG/9RP/UX/8wAAAAHv9QD/wAn/sAAAAJ/8AA/8AC7/UAAAP/9AAP/AAI/9EAAM/7AAD/wAAe/4AAb/8wAA/8AAB//yAe/5AAAP/AAADf+gn/8gAAD/wAAAX/9ADxEHDREAKd/9",
	"pAAAf/////oAT/+VWO/3Cv9gAAT/0GiAAAAN/wAAAAAB/9AAAAATv/cAAAz///oAAADP//+yAAAERWr/4gAAAAAH/4AAAAAAH/ve4QAAAv/L/5AAAJ/5T/+2V8//IG/////+QAAozv63EAAREgcNEf/AAAAC///8AAAAv///wAAAX////AAAHf///8AACP////wAA//N///AAL/zz//8AG/5DP//wB7+EM///An/YAz//8P/sADP//3P8wAM////+AAAz////RAADP///1AAAM///7AAAAz///IAAADP8BESAg0WAAeBAIgQAADPgW/gAAAE///2AAAAAoqDAAAAAAAAAAAP/AAAAC///8AAAAv///wAAAX////AAAHf///8AACP////wAA//N///AAL/zz//8AG/5DP//wB7+EM///An/YAz//8P/sADP//3P8wAM////+AAAz////RAADP///1AAAM///7AAAAz///IAAADP8QEgcOEf/AAAAd/7D/wAAAn/4Q/8AABf/0AP/AAC7/gAD/wAC//AAA/8AH/+IAAP/AP/9QAAD////5AAAA////+gAAAP/UXv9gAAD/wAX/4gAA/8AAr/sAAP/AAB7/cAD/wAAF//MA/8AAAJ/9EP/AAAAd/5D/wAAABP/0ERAHDxEAAP//////8AAP//////8AAP/URETf8AAP/AAADP8AAP/AAADP8AAP/AAADP8AAP/AAADP8AAP/AAADP8AAP/AAADP8AAP/AAADP8AAf/AAADP8AA/+gAADP8AB/+AAADP8AHf9AAADP843/0AAADP+P//UAAADP+P6jAAAADP8BYSBxIR//8QAAAABP/8//9wAAAACv/8///QAAAAHv/8///zAAAAb//8/975AAAAz8/8/8n+EAAC/2/8/8P/YAAI/h/8/8DPsAAO+Q/8/8Bv8gBf9A/8/8Af+ACv0A/8/8AK/QH/cA/8/8AE/0f/IA/8/8AA36z7AA/8/8AAj//1AA/8/8AAL//gAA/8/8AAC/+QAA/8/8AABf8wAA/8EhIHDhH/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/////////P////////z/1ERERE/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/P/AAAAAD/z/wAAAAA/8/8AAAAAP/BARBw4RAAKM7tggAABe////5QAE//lVn/9QHv9AAAT/4W/4AAAAj/av8gAAAC/63+AAAAAO/e/QAAAADf7/wAAAAAz/79AAAAAN/t/gAAAADv2v8gAAAC/6b/gAAACP9h7/QAAD/+EE//lVn/9QAF7////2AAACje7ZIAAREgcNEf//////////////////1ERERN///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP8BASBw0R/////scQD//////+MP/URFa//h/8AAAAn/j/wAAAAv+//AAAAB/8/8AAAAX/r/wAABXv9P//////+Q//////xQD/1EREEAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAADxEHDhEAAp3u2TAAAG/////2AAb/6FWf/0Ae/iAABf/Af/YAAADf87/xAAAAeqTv4AAAAAAA/9AAAAAAAP/AAAAAAAD/0AAAAAAA7+AA",
	"AAAAAL/yAAAAaZN/9wAAAN/zH/0QAAX/wAb/51Wf/0AAf/////YAAAOd/tkgABARBw4R//////////////////9ERE3/REREAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAAAAz/AAAAAAAM/wAAAAAADP8AAAAPEAcPET/+EAAAHv9Av/cAAAb/0AP/4AAAz/YAC/9gAD/+EABP/QAI/5AAAM/1AO/yAAAF/8Bf+wAAAAz/O/9AAAAAX/z/0AAAAADf//YAAAAABv/+EAAAAAAN/5AAAAAAAL/yAAAAAAA/+wAAAAAGff8wAAAAAP//gAAAAAAP/XAAAAAAExEGEhMAAAAM/wAAAAAAAAAM/wAAAAAAAAJN/0MAAAAABt/////oEAABv///////0gAK/7Qc/wOv/ABP+wAM/wAJ/3Cv9AAM/wAB/8Df4AAM/wAAz/H/0AAM/wAAr/Lv0AAM/wAAr/Lf8AAM/wAA3/Cf9QAM/wAD/7Av/SAM/wAc/1AH/+hd/1ff+gAAf///////kAAAA53///2kAAAAAAAM/wAAAAAAAAAM/wAAAAAPEAcPES7/UAAAL/9Qf/0AAAr/oADf9wAE/+IABP/iAM/3AAAK/6Bv/QAAAB7/Xv9AAAAAb///oAAAAADP/+EAAAAABv/5AAAAAADf//IAAAAAj/7/sAAAAC//Tf9QAAAL/5Bf/hAABf/hAL/5AAHv9gAD//MAn/wAAAn/wD//QAAAHv9wEhIHDxb/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/wAAAAM/wD/1mZmZt/2b///////////////////8AAAAAAADP8AAAAAAADP8AAAAAAADP8AAAAAAADP8AAAAAAACJkREgcNEf/AAAAAz//8AAAADP//wAAAAM///AAAAAz//8AAAADP//0AAAAM/+/gAAAAz/v/QAAADP9f/oZWeu/wj///////ADne/trv8AAAAAAM/wAAAAAAz/AAAAAADP8AAAAAAM/wAAAAAAz/AAAAAADP8BcSBxQR/8AAAM/wAACv8//AAADP8AAAr/P/wAAAz/AAAK/z/8AAAM/wAACv8//AAADP8AAAr/P/wAAAz/AAAK/z/8AAAM/wAACv8//AAADP8AAAr/P/wAAAz/AAAK/z/8AAAM/wAACv8//AAADP8AAAr/P/wAAAz/AAAK/z/8AAAM/wAACv8//AAADP8AAAr/P/1mZm3/ZmZs/z////////////8/////////////MYEgcVFv/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/AAADP8AAAz/AP/WZmbf9mZm3/Zv///////////////////////////wAAAAAAAAAAAM/wAAAAAAAAAAAM/wAAAAAAAAAAAM/wAAAAAAAAAAAM/wAAAAAAAAAAAImRMQBxIRj////AAAAAAAj////AAAAAAAJERP/AAAAAAAAAAP",
	"/AAAAAAAAAAP/AAAAAAAAAAP/AAAAAAAAAAP/UREMQAAAAAP/////8UAAAAP//////+AAAAP/AAAJu/0AAAP/AAAAG/6AAAP/AAAAB/8AAAP/AAAAC/7AAAP/AAAAK/4AAAP/URFa//hAAAP//////5AAAAP////7IEAFRIHERH/wAAAAAAAz//8AAAAAAAM///AAAAAAADP//wAAAAAAAz//8AAAAAAAM///AAAAAAADP//1ERDEAAAz///////xQAM////////+ADP//wAACbv9Az//8AAAAX/oM///AAAAB/8DP//wAAAAv+wz//8AAAAr/gM///WZmjP/hDP///////+QAz//////sgQAM/wEBIHDRH/wAAAAAAP/AAAAAAA/8AAAAAAD/wAAAAAAP/AAAAAAA/8AAAAAAD/1ERDEAAP/////8UA///////4D/wAACbv9P/AAAAF/6/8AAAAH/z/wAAAAv+//AAAAK/4/9ZmaM/+H//////+QP////7IEAAQEQcOEQAErf7IIAAAn////+UAB//oVY7/QB//IAAC79Bv+QAAAH/1R3MAAAAv+QAAAAAAD/sAAA/////8AAAP/////AAABEREX/wAAAAAAC/7fdYAAABP+V/7AAAAr/UO/0AAA//QBv/oVY7/QACP////9QAAA53+2SAAFhIHExH/wAAAKd7tkgAP/AAAf/////YA/8AAf/+lWf/1D/wAHv9QAAPv4f/AB/+gAAAI/3/8AK/1AAAAL/v/wAz/IAAAAO/f////8AAAAA3//////wAAAADP//1E3/AAAAAN/v/ACv8gAAAA79/8AH/1AAAAL/v/wAP/sAAACP9v/AAL/2AAA+/h/8AALv+lWO/1D/wAAD3////2AP/AAAAXzu2SAAAPEAcNEQADne///8AI//////wG//lkRP/Az/UAAA/8Dv4AAAD/wO/QAAAP/Av/MAAA/8Bf/VEAD/wAf//////AAF/////8AAr/lET/wAL/4QAP/ACv9wAA/8Av/hAAD/wJ/3AAAP/C/+EAAA/8n/cAAAD/wA0RCwsNAHzv2BABz////SCP/GW/+QiqEADv4AABRE3/ADv////wP/////8L/5IAz/Dv4AAM/w7+AAHv8L/6V9//A+///+/yA778SP9QDhEFDBMAAAAAiGAAAAAY/7AAAXz//2AAPv//1gAC7/tzAAAM/TAAAAA/4gNDAACPlu//5gC/3////3Df/lEW//Lv9QAAj/j/4AAAL/v/0AAAD/zv4AAAH/zP8gAAT/l/+AAAv/Ue/5Vb/8AD7////SAAKN/scQAOEgsLDf///+xxD//////R/9RFbf+f/AAAL/z/wAAC/7/9RFbf4//////DD//////C/8AAFf+//AAADf7/1ERa/9//////9f////2jAAsSCwkN/////4/////4/9RERC/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAAAPEQsOEQAM/////wAADP////8AAAz/RE3/AAAM/wAM/wAADP8ADP8AAA3+AAz/AAAO/QAM/wAAL/sADP8AAH/3AAz/AALv8gAM/wBM/7RETf9E/////////P////////z/wAAAAA/8/8AAAAAP/P/AAAAAD/y7kAAAAAu5DRALDA0ABK79ogAAj////0AG/+dY7+EO/iAAX/ZP+QAAH/pv//////x///////x/+kRERERf+wAAAAAe/1AABXAH//lVr/YAj////7EABK7+tgATEAsT",
	"DW/+EAD/wAA//0DP+AAP/AAK/6AD/+EA/8AD/+IACf+AD/wAv/cAAB7+EP/AP/0AAABv+k/9S/9AAAAA3/////+wAAAAT///////MAAAHf8w/8Bv/AAACf+QD/wAz/cABP/hAP/AA//yAd/3AA/8AAn/wJ/9AAD/wAAe/3AMEQsKDQF87tkgPv////S/+2Wv/KqgAA7/AAAAT/wADv//0gAO//+hAARFr/kREAAO/u/hAB7+r/xlv/st////4gGM79gQDhILCw3/wAAE/8/8AADf/P/AAH//z/wALv/8/8AK/f/P/AT/T/z/wN+w/8/8f/IP/P/u+AD/z//9EA/8//9QAP/P/7AAD/z/8gAA/8AOEgcLEQH/QE/xAAj///gAAASalAAAAAAAAAD/wAAE/8/8AADf/P/AAH//z/wALv/8/8AK/f/P/AT/T/z/wN+w/8/8f/IP/P/u+AD/z//9EA/8//9QAP/P/7AAD/z/8gAA/8AOEgsMDf/AAAv/sP/AAF/+IP/AAd/2AP/ACP+gAP/AP/4QAP/Uz/QAAP///7AAAP////MAAP/Ab/0QAP/ACv+wAP/AAd/4AP/AAE//UP/AAAj/4g4QCwwNAA//////AA//////AA/9RE3/AA/8AAz/AA/8AAz/AA/8AAz/AA/8AAz/AB/8AAz/AE/7AAz/AI/5AAz/Sf/0AAz/j/+wAAz/j9kQAAz/ExILDw3//AAAAA7/z//zAAAG//z//5AAAM//z//+EAA///z/7/cACf7/z/yv0AH/j/z/xP9Af/L/z/wN+g36D/z/wH/2/0D/z/wB7//QD/z/wAn/9wD/z/wAP/4QD/z/wADPkAD/wA4SCwsN/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/1ERE/8///////P//////z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/ADhELDA0AGN7scQAD7////SAd/6Vr/8B/+QAAz/W/8gAAX/nv4AAAL/z/0AAAD/zv4AAAL/vP8gAAX/l/+QAAz/Qd/6Vb/7AD7////BAAGN7scQAOEgsLDf//////z//////8/9RERP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/wA0RCwsS/6S+7FAP/v///3D//WWf/y/+EACP+f/AAAL/z/wAAA7+/8AAAN///AAADv7/wAAC/8/+EACP+P/9ZZ//L/7///9w/8O+7FAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAADRELCw0AKd/sYABO////oB7/hX7/d/9wAD/8z/EAAKu+/gAAAAD/0AAAAA7+AAAAAM/xAABWZ/9wAC/9Hv+Fff9wTv///6AAKd/rUAANEQsLDf//////////////RET/1ERAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAwQCwwS3/MAAN/zj/gAAv/AL/wABv9wDP8gC/8gB/9gH/wAAv+wX/cAAM/xn/IAAG/178AAAB/9/3AAAAv//yAAAAb/+wAAAAH/9gAAAACv8QAAAADfsAAAAAT/YAAABo7+AAAAD//1AAAADfxQAAAAEhEGEBcAAADP8AAAAAAAAM/wAAAAAAAAz/AAAAAAAADP8AAAAAAAAM/wAAAAAG397/zuswAI////////QD//dd/2W//Qj/cAz/AAv/XP8gDP8ABf+e/gAM/wAC/7/9AA",
	"z/AAD/z/0ADP8AAf/N/xAM/wAE/6r/UAz/AAr/dP/nXf9Vr/4Qr///////9gAH397/zutAAAAADP8AAAAAAAAM/wAAAAAAAAz/AAAAAAAADP8AAAAAAAAM/wAAAADBALDA0//RAAz/QJ/3AG/6AB7+Ee/iAAb/mP9wAADP//0AAAA///QAAAAM/9AAAABP//YAAAHf7v4QAAj/hv+QAC/+EM/zAL/2AE/8Bf/AAAv/YPEgsMEf/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/AAAD/wP/URET/1P///////////////wAAAAAM/wAAAAAM/wAAAAAM/wAAAAAJuw0RCwsN/8AAAP/P/AAAD/z/wAAA/8/8AAAP/O/QAAD/zP8gAA/8f/11V//Av/////wAa+/s/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AFBILEQ3/wAAP/AAA/8/8AAD/wAAP/P/AAA/8AAD/z/wAAP/AAA/8/8AAD/wAAP/P/AAA/8AAD/z/wAAP/AAA/8/8AAD/wAAP/P/AAA/8AAD/z/wAAP/AAA/8/9RET/1ERP/P//////////z//////////8AVEQsTEf/AAA/8AAD/wA/8AAD/wAAP/AD/wAAP/AAA/8AP/AAA/8AAD/wA/8AAD/wAAP/AD/wAAP/AAA/8AP/AAA/8AAD/wA/8AAD/wAAP/AD/wAAP/AAA/8AP/AAA/8AAD/wA/9RET/1ERP/UT////////////P///////////8AAAAAAAAAAD/wAAAAAAAAAAP/AAAAAAAAAAA/8AAAAAAAAAAC7kA8QCw8Nj///wAAAAAj///wAAAAAJET/wAAAAAAAD/wAAAAAAAD////sYAAAD/////+gAAD/1EV+/2AAD/wAAE/7AAD/wAAB/8AAD/wAAE/6AAD/1EV+/1AAD/////+gAAD////rYAAUEgsQDf/AAAAAAA/8/8AAAAAAD/z/wAAAAAAP/P/AAAAAAA/8////7GAAD/z/////+gAP/P/URX7/YA/8/8AABP+wD/z/wAAB/8AP/P/AAAT/oA/8/9REbf9QD/z/////+gAP/P///+xgAA/8DhILCw3/wAAAAA/8AAAAAP/AAAAAD/wAAAAA////7GAP/////6D/1EV+/2/8AABP+//AAAH/z/wAAE/6/9REbf9f/////6D////sYAANEQsLDQBr79kQAb////4wn/1ln/0e/hAAj/ciEAAB/8AAD////gAA////8AAERF/+zLAAA//M/zAAr/dv/nWf/RCv///+MABs79kQABQSCxEN/8AAAXzu2BAP/AAC3////SD/wADP+2Wv/R/8AF/8AACv9v/ACv9QAAL/v/////IAAA7+/////xAAAN///UTP8gAADv7/wAj/UAAC/7/8AD/8AACf9//AAK/7Za/9H/wAAc////4w/8AAAHzu2BAADhALDA0AF87///wBz/////wJ/9ZET/wO/hAAD/wO/gAAD/wL/4EAD/wE//////wATf////wAHv5UT/wAn/cAD/wC/9AAD/wL/0AAD/xP+gAAD/wNEAUMEwBohAAAAAAu/hAAAAAD76AAAAAAT/UAAAAAAAAAAAAAAAAAAAAErv2iAACP////QAb/51jv4Q7+IABf9k/5AAAf+m///////H///////H/6RERERF/7AAAAAB7/UAAFcAf/+VWv9gCP////sQAErv62AA0QBwwRAK5wB+oAAN+wC/0A",
	"ABQQAUEAAAAAAAAAAASu/aIAAI////9ABv/nWO/hDv4gAF/2T/kAAB/6b//////8f//////8f/pEREREX/sAAAAAHv9AAAhAB//4Vr/iAJ////9wAAW+/aQADhAGDRcA/8AAAAAET/1EQAAA/////wAAD/////AAAAD/wAAAAAAP/Bnv2AAA/+3///oAD//nWP/zAP/iAAn/YA/8AABv9wD/wAAF/3AP/AAAX/cA/8AABf9wD/wAAF/3AP/AAAX/cA/8AABf9wD/wAAF/3AP/AAAX/cAAAAABf9wAAAAAH/2AAAABm7/MAAAAP//oAAAAB39gAALEgYJEgAB7+QAAK/0AABf9QAABoQAAAAAAAAP////+P////+P/UREQv/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAP/AAAAA0RCwsNACnf7HAATv///8Ee/4Vt/4f/YAAf/s/wAABETv///wAA////8AAO/0REAADP8gAAeIf/gAAv/R7/lX7/YE7///+QACnf61AADRELCw0AbO/rUAHP////oI/9ZX7/bP8gAD/7r/UAABET7/yFEAACjv//owAAA3v/9ERAAAX/vf8QAC/8f/11bf+Ar////8EAW+/sYAAFEQcDEZ5u/J5gAP/P/P/P/P/P/P/P/P/P/P/P/P/ABg8HCBGukAfq39AL/RQQAUEAAAAAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAAP/AAAD/wAAA/8AAUPBwUWAI6ADv4AnoAAAADP8Az/AM/wDP8Az/AM/wDP8Az/AM/wDP8Az/AM/wDP8Az/AO/mn/z//13sYBQQCxQNAA//////AAAAAAAP/////wAAAAAAD/1ETf8AAAAAAA/8AAz/AAAAAAAP/AAM/0REIAAAD/wADP////wwAA/8AAz/////4gAf/AAM/wACr/kAP/sADP8AAB/8AI/5AAz/AAA/+zn/9AAM/0RG3/eP/7AADP////+wj+kQAAz///7HABUSCxMN/8AAAP/AAAAAD/wAAA/8AAAAAP/AAAD/wAAAAA/8AAAP/AAAAAD/wAAA/9REQQAP//////////sg///////////+L/1ERE/8AAKv+f/AAAD/wAAB/8/8AAAP/AAAP/v/wAAA/9REbf9//AAAD/////+w/8AAAP///+xgAA4QBgwSAP/AAAAARP/URAAA/////wAA/////wAAAP/AAAAAAP/CrvxAAP/u///0AP/9Zb/7AP/iAB/+AP/AAA3/AP/AAAz/AP/AAAz/AP/AAAz/AP/AAAz/AP/AAAz/AP/AAAz/AP/AAAz/AP/AAAz/DhIGDBIAAAn/cAAAAE/4AAAAAd+QAAAAA4cAAAAAAAAAAAD/wAAL/7D/wABf/iD/wAHf9gD/wAj/oAD/wD/+EAD/1M/0AAD///+wAAD////zAAD/wG/9EAD/wAr/sAD/wAHf+AD/wABP/1D/wAAI/+IOEgYLEgT/0QAAAAX/kAAAAAb/UAAAAAWGAAAAAAAAAA/8AABP/P/AAA3/z/wAB//8/8AC7//P/ACv3/z/wE/0/8/8DfsP/P/H/yD/z/7vgA/8///RAP/P//UAD/z/+wAA/8//IAAP/AsQBgsXAO8wH/EACvkX/QAALv//QAAAKKkwAAAAAAAADf8gAF/6j/YACf9T/6AA3/EN/gAv+wB/9Ab/YAL/gK/xAAz8DvsAAH/1/2AAAv/f8QAADP/7AAAAf/9gAAAC//IAAAAM",
	"/AAAAADvcAAAAF/yAAAGjvsAAAD//zAAAA3sQAAAAA4SCwsR/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/AAAD/z/wAAA/8/8AAAP/P/URET/z//////8///////AAA/8AAAAAP/AAAAAD/wAAAAA/8AAAA4SAgsWAAAAAGiAAAAADP8AAAAAz/AAAAAM/wAAAADP/////////////////URERET/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAP/AAAAAD/wAAAAA/8AAAAAAsRBwkRAAAAiGAAAA/8AAAA/8AAAA/8/////8/////8/9RERE/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAA/8AAAAAQEg4MA0RERERERP///////////////xMSDhADRERERERERET/////////////////////BREGBAYDxB35j/Lf0P/A/8AGEQYEBg/8D/wf+0/2v8B8IAkRBggGA7MDxB33HfmP8Y/y3+Df0P/A/8D/wP/AChEGCAYP/A/8D/wP/B/7H/tP9k/2v8CvwHwgbCAKERUIBw/8D/wP/A/8D/wP/C/5L/lv82/zz6DPkCgQKAAOEQcMEQAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAP///////////////0RE3/RERAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAAAz/AAAAkSDAUGK+sr//vv/+7//r//sr6yERIVDgOeYABukAnm78AAz+AO/J5gAH6QCeYHEQ0GCQAL9ACPoAT+EC71AJ/QAC71AAT+EACPoAAL9AcRDQYJr1AAHuIABvwQAL+gAE/zAL+gBvwQHuIAr1AADREHDBEAAAa+/sMAAs////IADf/XVYAAb/sAAAAAr/MAAAAAz/AAAAD/////8ADd//3d0AAAz/AAAAD/////8ADd//3d0AAAz/EAAAAAr/QAAAAAb/sAAAAADf/XVYAAAt////IAAAa+/sMOEg4KAyIiIiIi//////7//////g4RDAwJGMyBAAAh7///lDbh/Ie////xYAACnvxAAAAAAAAAKu6SAAAx7///lDfh+3i////xUAACnvxADBELCg0AAAAASAAAAn38AAW///o47//HIP/8cgAA//xyAAA47//HIAAFv//6AAACffwAAAAASCIiIiIi//////7//////g0RCwsNthAAAAAO/6QAAACe//2CAAAEnv/8YQAAA4//MAAEnv/yBJ7//HEN//6TAADvtQAAAAYQAAAAACIiIiIiDv/////w7/////8A"
].join("");

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
const typefaces = {
	1: once(glyphs, 1),
	2: once(glyphs$1, 2)
};
/** Unpacked when it is first drawn with: a run that draws nothing needs none. */
function once(packed, size) {
	let made;
	return () => {
		const bytes = () => Uint8Array.from(atob(packed), (digit) => digit.charCodeAt(0));
		made ??= unpack(bytes(), size);
		return made;
	};
}
/** Draws one line of text onto an RGB picture; (x, y) is its upper left corner. Anything outside is cut off. */
function drawText(raster, text, x, y, colour, size = 1) {
	let pen = x;
	for (const glyph of glyphsOf(text, size)) {
		glyph.coverage.forEach((coverage, i) => {
			const column = pen + glyph.left + i % glyph.width;
			blendAt(raster, column, y + glyph.top + Math.floor(i / glyph.width), colour, coverage / 15);
		});
		pen += glyph.advance;
	}
}
/** Pixels that a line of text takes. */
function textWidth(text, size = 1) {
	return glyphsOf(text, size).reduce((sum, glyph) => sum + glyph.advance, 0);
}
/** The text itself when it fits, else its beginning and an ellipsis. */
function shorten(text, width, size = 1) {
	if (textWidth(text, size) <= width) return text;
	const letters = Array.from(text);
	while (letters.length > 0 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
	return `${letters.join("").trimEnd()}…`;
}
/** The text broken at its spaces into lines that fit; a word too long for a line, and the last of `most` lines, is cut. */
function wrap(text, width, most, size = 1) {
	const words = text.split(/\s+/u).filter((word) => word !== "");
	const lines = [];
	for (const word of words) {
		const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
		if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	const kept = lines.slice(0, most);
	if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(" ");
	return kept.map((line) => shorten(line, width, size));
}
const leftOut = "…";
/**
* One glyph per letter; a letter that the typeface lacks is tried without its accents, and control characters are spaces.
* Words of scripts that it lacks (Chinese, Arabic, ...) become one ellipsis: whoever shows the picture has them as text.
*/
function glyphsOf(text, size) {
	const typeface = typefaces[size]();
	const drawn = Array.from(text.normalize("NFC").replace(/[\p{Cc}\p{Zs}]/gu, " ").replace(/\p{Cf}/gu, "")).map((letter) => {
		const plain = letter.normalize("NFKD").charAt(0);
		return typeface.has(letter) ? letter : typeface.has(plain) ? plain : leftOut;
	});
	return Array.from(drawn.join("").replace(/…(?: *…)+/gu, leftOut), (letter) => typeface.get(letter));
}
function unpack(bytes, size) {
	let at = 0;
	return new Map(Array.from(characters, (character) => {
		const [advance, left, top, width, height] = bytes.subarray(at, at + 5);
		const area = width * height;
		const packed = bytes.subarray(at + 5, at + 5 + Math.ceil(area / 2));
		const coverage = Uint8Array.from({ length: area }, (_, i) => i % 2 === 0 ? packed[i >> 1] >> 4 : packed[i >> 1] & 15);
		at += 5 + packed.length;
		return [character, {
			advance,
			left: left - 8 * size,
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
const words = "MARK";
/** The built-in label of a corner, so many pixels wide: words, or strokes like letters where there is no room for words. */
function label(corner, width) {
	const height = Math.max(1, Math.round(width * shape));
	return height < readable ? strokes(corner, width, height) : written(corner, width, height);
}
function written(corner, width, height) {
	const { ink, paper } = inksOf(corner);
	const page = plain(Math.max(textWidth(words) + 4, Math.round(15 / shape)), 15, paper);
	drawText(page, words, page.width - textWidth(words) >> 1, 0, ink);
	return resample(page, width, height);
}
function strokes(corner, width, height) {
	const { ink, paper } = inksOf(corner);
	const page = plain(width, height, paper);
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

// src/probes/swap.ts
/**
* An RGB picture in the surroundings of another one: all that is not its object, where a region says what that is, else a strip
* along the edges. Where the other's own object would show, there is what lies opposite, or the mean of its surroundings.
*/
function swapSurroundings({ object, edge }, picture, regions, donor) {
	if (!donor) return { refused: "There is no other fixture whose surroundings it could take." };
	const kept = object === void 0 ? middle(picture, edge) : maskOf(object, regions);
	const theirs = object === void 0 ? middle(picture, edge) : maskOf(object, donor.regions);
	if (!kept || !theirs) return { refused: `A fixture has no region \`${object}\`.` };
	const around = surroundings(toRgb(donor.picture), theirs);
	const data = picture.data.map((value, at) => kept.data[at / 3 | 0] ? value : around[at]);
	return { picture: {
		...picture,
		data
	} };
}
const maskOf = (object, regions) => regions.find(({ region }) => region === object)?.mask;
/** All but a strip along the edges, `edge` of the shorter side wide. */
function middle({ width, height }, edge) {
	const strip = Math.max(1, Math.round(edge * Math.min(width, height)));
	const inside = (at, length) => at >= strip && at < length - strip;
	return {
		width,
		height,
		data: Uint8Array.from({ length: width * height }, (_, pixel) => Number(inside(pixel % width, width) && inside(Math.floor(pixel / width), height)))
	};
}
/** The picture without what the mask hides. */
function surroundings({ width, data }, hidden) {
	const plain = meanColour$1(data, hidden);
	return Uint8Array.from(data, (value, at) => {
		const pixel = at / 3 | 0;
		if (!hidden.data[pixel]) return value;
		const opposite = pixel - 2 * (pixel % width) + width - 1;
		return hidden.data[opposite] ? plain[at % 3] : data[opposite * 3 + at % 3];
	});
}
/** Of what is not hidden; mid-grey where all is. */
function meanColour$1(data, { data: hidden }) {
	const shown = [...hidden.keys()].filter((pixel) => !hidden[pixel]);
	return [
		0,
		1,
		2
	].map((channel) => shown.length === 0 ? 128 : Math.round(shown.reduce((sum, pixel) => sum + data[pixel * 3 + channel], 0) / shown.length));
}

// src/probes/edit.ts
/**
* A picture after the edit of a probe; the picture itself is left alone. A grey picture is edited in colour and becomes
* grey again, so that colours turn into their BT.601 luma.
*
* @param picture as the model sees it, before preprocessing
* @param regions of the same fixture, of the picture's size
* @param donor the other fixture of an edit that takes something of one
*/
function edit(probe, picture, regions, donor) {
	const edited = inColour(probe, toRgb(picture), regions, donor);
	return "refused" in edited || picture.channels === 3 ? edited : {
		...edited,
		picture: toGrey(edited.picture)
	};
}
function inColour(probe, picture, regions, donor) {
	switch (probe.kind) {
		case "mark": return pasteMark(probe, picture);
		case "frame": return drawFrame(probe, picture);
		case "background": return paintBackground(probe, picture, regions);
		case "light": return changeLight(probe, picture);
		case "blur": return blurPicture(probe, picture);
		case "jpeg": return quantiseBlocks(probe, picture);
		case "cover": return coverPart(probe, picture);
		case "swap": return swapSurroundings(probe, picture, regions, donor);
	}
}

// src/methods/method.ts
function isRefusal(answer) {
	return "refused" in answer;
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
	const [now, before] = [heatIn(map, region), earlier && heatIn(earlier, region)];
	return {
		area: area(region.mask),
		...now && { heat: now },
		...before && { earlier: before }
	};
}
function heatIn(map, { mask }) {
	if (isRefusal(map) || area(mask) === 0) return void 0;
	const [inside, pointing] = [heatInside(map, mask), peakInside(map, mask)];
	return inside === void 0 || pointing === void 0 ? void 0 : {
		inside,
		pointing
	};
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
function normalised(probabilities) {
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
function percent(share, digits) {
	return `${(100 * share).toFixed(digits)} %`;
}
/** A coefficient with two digits; what rounds to zero has no sign. */
function coefficient(value) {
	return value.toFixed(2).replace(/^-(0\.00)$/, "$1");
}

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
	reading: (drift) => percent(1 - drift, 0)
};

// src/probes/see.ts
/** How far an edit moved one model's attention. Heat that is lost, or appears from nothing, has moved as far as it can. */
function probeSeen(plain, edited, mark) {
	const [before, after] = [plain.map, edited.map];
	if (isRefusal(before)) return before;
	if (isRefusal(after)) return after;
	const onMark = mark && heatInside(after, mark);
	return {
		moved: movement(heat(before), heat(after)),
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

// src/core/_gram-matrix.ts
/** Rows that are multiplied with as many others at once: each number that is read is used three times. */
const together$1 = 3;
/** `M M^T` in float64, as rows of a symmetric matrix; M is row-major with `columns` numbers in a row. */
function gramMatrix(matrix, columns) {
	const rows = matrix.length / columns;
	const gram = Array.from({ length: rows }, () => new Float64Array(rows));
	const sums = /* @__PURE__ */ new Float64Array(9);
	for (let i = 0; i < rows; i += together$1) for (let j = 0; j <= i; j += together$1) {
		dotBlock(matrix, columns, placesFrom(i, rows, columns), placesFrom(j, rows, columns), sums);
		for (let at = 0; at < sums.length; at++) {
			const row = i + Math.floor(at / together$1);
			const column = j + at % together$1;
			if (row < rows && column <= row) gram[row][column] = gram[column][row] = sums[at];
		}
	}
	return gram;
}
/** Where three rows begin; those beyond the end are the last one again. */
const placesFrom = (row, rows, columns) => [
	row * columns,
	Math.min(row + 1, rows - 1) * columns,
	Math.min(row + 2, rows - 1) * columns
];
/** The products of three rows with three others: nine sums at a time, none of which waits for another. */
function dotBlock(matrix, columns, [a, b, c], [d, e, f], sums) {
	let [ad, ae, af, bd, be, bf, cd, ce, cf] = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	for (let k = 0; k < columns; k++) {
		const p = matrix[a + k];
		const q = matrix[b + k];
		const r = matrix[c + k];
		const x = matrix[d + k];
		const y = matrix[e + k];
		const z = matrix[f + k];
		ad += p * x;
		ae += p * y;
		af += p * z;
		bd += q * x;
		be += q * y;
		bf += q * z;
		cd += r * x;
		ce += r * y;
		cf += r * z;
	}
	sums.set([
		ad,
		ae,
		af,
		bd,
		be,
		bf,
		cd,
		ce,
		cf
	]);
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
function length(vector) {
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
	const rest = length(result);
	return rest > 1e-13 * length(vector) ? result.map((value) => value / rest) : void 0;
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
/** The same where a vector costs less than to look. */
const sizesOfFew = [
	8,
	12,
	16,
	20,
	28,
	40,
	64
];
const kept = 6;
const rounds = 10;
/** Rows of which `M M^T` is made once: of more, that takes longer than to multiply a dozen vectors by M and M^T. */
const few$1 = 40;
/**
* Leading component of a matrix (row-major, `rows * columns`, not centred), its direction to about 1e-8. `undefined`
* when it is not unique: the two largest singular values are equal, or too close to be told apart in bounded time.
* A zero matrix has the value 0.
*/
function leadingComponent(matrix, rows, columns) {
	if (rows <= columns) return ofWide(matrix, rows, columns);
	const right = ofWide(transposed(matrix, columns), columns, rows);
	return right && {
		value: right.value,
		vector: leftOf(matrix, rows, right)
	};
}
/**
* Block Krylov iteration with Rayleigh-Ritz on `M M^T` in float64 (Musco and Musco, "Randomized block Krylov methods",
* NeurIPS 2015, algorithm 2). Blocks of two vectors see a double value, which one vector cannot. Usually 10 to 16
* vectors are enough; each costs two passes over the matrix, or none where it has few rows.
*/
function ofWide(matrix, rows, columns) {
	const multiply = multiplication(matrix, rows, columns);
	let start = [noise(rows, 1), noise(rows, 2)];
	for (let round = 0; round < rounds; round++) {
		const space = {
			basis: [],
			images: [],
			next: start
		};
		for (const size of rows > few$1 ? sizes : sizesOfFew) {
			const isInvariant = !grow(space, size, multiply);
			const ritz = ritzPairs(space);
			if (isInvariant || hasConverged(space, ritz)) return leadingPair(space, ritz);
			start = ritz.vectors.slice(0, kept).map((weights) => combine(space.basis, weights));
		}
	}
}
function multiplication(matrix, rows, columns) {
	if (rows > few$1) return (vectors) => multiplyByGram(matrix, columns, vectors);
	const gram = gramMatrix(matrix, columns);
	return (vectors) => vectors.map((vector) => combine(gram, vector));
}
function transposed(matrix, columns) {
	const rows = matrix.length / columns;
	const turned = new Float32Array(matrix.length);
	for (let row = 0, at = 0; row < rows; row++) for (let column = 0; column < columns; column++) turned[column * rows + row] = matrix[at++];
	return turned;
}
/** `M v / value`: of unit length as v is; where the value is 0 one direction is as good as another. */
function leftOf(matrix, rows, { value, vector }) {
	const left = new Float64Array(rows);
	if (value === 0) return left.fill(1, 0, 1);
	const columns = vector.length;
	for (let row = 0; row < rows; row++) {
		let sum = 0;
		for (let k = 0; k < columns; k++) sum += matrix[row * columns + k] * vector[k];
		left[row] = sum;
	}
	const size = length(left);
	return left.map((each) => each / size);
}
/** Adds blocks until there are `size` vectors. False: the last block lay in the space already, which holds its own images. */
function grow(space, size, multiply) {
	while (space.basis.length < size) {
		const added = [];
		for (const vector of space.next) {
			const direction = orthonormalised(vector, space.basis);
			if (direction === void 0) continue;
			space.basis.push(direction);
			added.push(direction);
		}
		if (added.length === 0) return false;
		space.next = multiply(added);
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
	return length(image.map((value, i) => value - values[index] * vector[i]));
}
/** The same start every time: values in -1..1 that no activations have anything to do with. */
function noise(size, seed) {
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
	return methods.find((method) => plainName$1(method.name) === plainName$1(name));
}
/** Without case, separators and the spellings of `++`. */
function plainName$1(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/g, "").replace(/(plusplus|pp)$/, "++");
}

// src/maps/map-of.ts
/** A method's map of evidence; one that is not finite is refused. */
const mapOf = (name, evidence) => finite$1(methods.find((method) => method.name === name).explain(evidence));
/** An activation or gradient that overflowed would otherwise pass for a map without heat. */
function finite$1(answer) {
	if (isRefusal(answer) || answer.data.every(Number.isFinite)) return answer;
	return { refused: "The map holds values that are not finite: activations or gradients overflowed." };
}
/** The first of the most probable classes. */
const likeliest = (probabilities) => probabilities.reduce((best, value, index) => value > probabilities[best] ? index : best, 0);

// src/maps/_probed.ts
const arrayRefused = { refused: "An array is no picture that could be edited." };
/** The whole batch once more, edited; each fixture is explained for the class that it was explained for unedited. */
function probed(probe, fixtures, evidence, { methods: [judged], preprocess: recipe }, ask) {
	const edits = fixtures.map(({ picture, regions }) => picture ? edit(probe, picture, regions) : arrayRefused);
	const sound = edits.flatMap((edited, index) => "refused" in edited ? [] : [{
		edited,
		fixture: fixtures[index],
		before: evidence[index]
	}]);
	const found = ask(sound.map(({ edited: { picture }, fixture }) => fedEdited(picture, fixture, recipe)), sound.map(({ before }) => before.classIndex)).values();
	const seen = edits.map((edited, index) => "refused" in edited ? edited : compared(evidence[index], found.next().value, edited, judged));
	return {
		name: probe.name,
		seen
	};
}
function compared(before, after, { mark }, method) {
	const answer = (evidence) => ({
		map: mapOf(method, evidence),
		predicted: likeliest(evidence.probabilities),
		probabilities: normalised(evidence.probabilities)
	});
	return probeSeen(answer(before), answer(after), mark);
}

// src/maps/explain.ts
const isFailure = (outcome) => "failed" in outcome;
/** Pictures are for who looks on: kept, they would grow with the fixtures. */
function withoutPicture(outcome) {
	if (isFailure(outcome) || !outcome.picture) return outcome;
	const { picture: _, ...rest } = outcome;
	return rest;
}
/** Decodes and resizes a batch, which needs no model. */
function loadBatch(input, tasks, options) {
	return Promise.all(tasks.map((task) => loadFixture(task.path, input, options, task.regions).then(async (fixture) => {
		const donor = task.donor && await loadFixture(task.donor.path, input, options, task.donor.regions);
		return withEdit(fixture, task.edit, donor, options.preprocess);
	}).catch(failure)));
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
		const picture = options.pictures ? { picture: shownOf(row.fixture, model.input) } : {};
		return {
			...explanation(row.evidence, row, options.methods),
			...value,
			probes: edits,
			...picture
		};
	});
	const together = fixtures.map((fixture) => explanations.filter((_, at) => rows[at].fixture === fixture)).values();
	return loaded.map((fixture) => "failed" in fixture ? fixture : joined(together.next().value));
}
const shownOf = ({ picture, values }, { width, height, channels }) => picture ?? rasterFromArray(values, width, height, channels);
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
function withEdit(fixture, wanted, donor, recipe) {
	if (!wanted) return fixture;
	const found = fixture.picture ? edit(wanted, fixture.picture, fixture.regions, donorOf(donor)) : arrayRefused;
	if ("refused" in found) return { failed: found.refused };
	return {
		...fixture,
		values: fedEdited(found.picture, fixture, recipe),
		picture: found.picture
	};
}
const joined = ([first, ...others]) => others.length > 0 ? {
	...first,
	others
} : first;
function failure(error) {
	if (error instanceof CamdriftError && error.code === "fixture-unreadable") return { failed: `${error.message} ${error.remedy}` };
	throw error;
}
function explanation(evidence, { fixture: { digest, regions, ignored = {} }, task: { earlier } }, names) {
	const { logits, probabilities, classIndex } = evidence;
	const maps = Object.fromEntries(names.map((name) => [name, mapOf(name, evidence)]));
	const seen = regionsSeen(maps[names[0]], regions, earlier);
	return {
		digest,
		classIndex,
		predicted: likeliest(probabilities),
		logits,
		probabilities,
		maps,
		regions: seen,
		ignored
	};
}

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
		const inputs = spread$1(from / colours, 64).flatMap((pixel) => Array.from({ length: colours }, (_, colour) => pixel * colours + colour));
		return {
			channels: spread$1(to, 8),
			inputs
		};
	}
	const wanted = place === "inner" ? samples : 128;
	const channels = spread$1(to, Math.max(4, Math.ceil(wanted / from)));
	return {
		channels,
		inputs: spread$1(from, Math.ceil(wanted / channels.length))
	};
}
const mostSamples = 128;
/** Input channels of a kernel that may read an image, and 0 of any other. */
function coloursOf(shape) {
	const [rows, columns, colours] = shape;
	return shape.length === 4 && rows * columns >= 4 && colours <= 4 ? colours : 0;
}
/** At most `count` of 0 .. size - 1, evenly. */
function spread$1(size, count) {
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
	], finite);
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
	const kept = spread$1(size, ofConstant(size) - 1).map((at) => numbers[at]);
	return Float32Array.from([normOf(numbers), ...kept], finite);
}
const finite = (value) => Number.isFinite(value) ? value : 0;
/** Euclidean. */
function normOf(numbers) {
	let sum = 0;
	for (const value of numbers) sum += finite(value) ** 2;
	return Math.sqrt(sum);
}

// src/lineage/sketch.ts
/** Kernels that are kept of a model, and numbers of all inner ones together: some 64 kB of text, what is beside them not counted. */
const limits = {
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
	size: int().min(1).max(limits.size),
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
	kernels: array(kernelSketch).max(limits.kernels),
	/** Weights that are no kernels and stand behind none; baselines that were stored before have neither these nor affines. */
	others: array(otherSketch).max(limits.others).optional()
}).refine(isSound, "the samples do not fit the kernels");
/**
* At most 96 kB as JSON. Numbers that are not finite count as 0: such a model explains nothing anyway.
* @param weights kernels in execution order, the output channel last
*/
function sketchOf({ kernels, others }) {
	const sound = kernels.filter(({ shape }) => shape.length <= 6 && shape.every((size) => size > 0));
	const kept = evenly(sound, limits.kernels);
	const sketches = kept.map(({ shape, values, affine }, index) => {
		const numbers = values();
		const sampling = samplingOf(shape, placeOf(index, kept.length), samplesOf(kept.length));
		const text = floatsToText(sampled$1(numbers, shape, sampling));
		const behind = affine && { affine: floatsToText(packedAffine(affine(), sampling.channels)) };
		return {
			shape: shape.join("x"),
			norm: normOf(numbers),
			values: text,
			...behind
		};
	});
	const beside = evenly(others.filter(({ size }) => size > 0), limits.others).map((each) => ({
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
		const place = placeOf(index, kernels.length);
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
const placeOf = (index, count) => index === 0 ? "first" : index === count - 1 ? "last" : "inner";
const samplesOf = (count) => Math.min(128, Math.floor(limits.samples / count));
/** All of a short list; of a longer one the ends and as many evenly between. */
function evenly(items, most) {
	if (items.length <= most) return items;
	return Array.from({ length: most }, (_, index) => items[Math.round(index * (items.length - 1) / (most - 1))]);
}
function sampled$1(numbers, shape, { channels, inputs }) {
	const to = shape.at(-1);
	const at = (channel, input) => numbers[input * to + channel];
	return Float32Array.from(channels.flatMap((channel) => inputs.map((input) => at(channel, input))), finite);
}
/** What a schema cannot say of a file that anybody may have written. */
function isSound({ count, kernels, others = [] }) {
	if (kernels.length !== Math.min(count, limits.kernels)) return false;
	if (!others.every(({ size, values }) => holds(values, ofConstant(size)))) return false;
	return kernels.every(({ shape: text, values, affine }, index) => {
		const shape = text.split("x").map(Number);
		if (shape.reduce((product, size) => product * size, 1) > limits.size) return false;
		const { channels, inputs } = samplingOf(shape, placeOf(index, kernels.length), samplesOf(kernels.length));
		if (affine !== void 0 && !holds(affine, 2 + 2 * channels.length)) return false;
		return holds(values, channels.length * inputs.length);
	});
}
function holds(text, count) {
	const numbers = textToFloats(text);
	return numbers.length === count && numbers.every(Number.isFinite);
}

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
		const unit = diagonal(baseline);
		return unit === 0 ? 0 : Math.min(1, Math.hypot(dx, dy) / unit);
	},
	reading: (drift) => percent(drift, 1)
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

// src/core/_spanning-tree.ts
const none$1 = -1;
/** The start: everything flows through the root. Routes there cost `2 * arcCost`, so they empty when that is dearest. */
function starTree(supply, demand, arcCost) {
	const root = supply.length + demand.length;
	const links = () => new Int32Array(root + 1).fill(none$1);
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
		if (firstChild[node] !== none$1) {
			node = firstChild[node];
			continue;
		}
		while (node !== top && next[node] === none$1) node = parent[node];
		if (node === top) return;
		node = next[node];
	}
}
function attach({ parent, firstChild, next, previous }, node, to) {
	const sibling = firstChild[to];
	parent[node] = to;
	previous[node] = none$1;
	next[node] = sibling;
	if (sibling !== none$1) previous[sibling] = node;
	firstChild[to] = node;
}
function detach({ parent, firstChild, next, previous }, node) {
	const before = previous[node];
	const after = next[node];
	if (before === none$1) firstChild[parent[node]] = after;
	else next[before] = after;
	if (after !== none$1) previous[after] = before;
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
	for (let arc = nextArc(); arc !== none; arc = nextArc()) pivot(tree, cost, demand.length, arc);
	return costOf(tree, cost, demand.length);
}
const none = -1;
/**
* Block search: goes round and round all arcs and returns the most profitable one of the first block that has any;
* `none` when no arc saves more than `tolerance` per unit moved, which proves the tree optimal.
*/
function arcSearch({ price, sources }, cost, sinks, tolerance) {
	const block = Math.ceil(Math.sqrt(cost.length));
	let source = 0;
	let sink = 0;
	return () => {
		let best = none;
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
			if (best !== none && seen % block === 0) break;
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
	let blocking = none;
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
function costOf({ flow, parent, root, sources }, cost, sinks) {
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
	const unit = diagonal(grid);
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
	reading: (drift) => percent(drift, 1)
};

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
const share = .2;
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
		const before = threshold(pair.baseline);
		const after = threshold(pair.candidate);
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
function threshold(heat) {
	const hot = heat.filter((value) => value > 0).sort().reverse();
	const size = Math.max(1, Math.round(share * heat.length));
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
	return metrics.find((metric) => plainName(metric.name) === plainName(name));
}
function plainName(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}

// src/comparison/hottest-place.ts
const places$1 = [
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
	return places$1[3 * third(Math.floor(at / width), height) + third(at % width, width)];
}

// src/comparison/compare.ts
/** Compares what two models saw in the same fixture, method by method, on the coarser of the two grids. */
function compare(baseline, candidate, methods, task) {
	const maps = methods.map((method) => [method, mapDrift(baseline.maps[method], candidate.maps[method])]);
	return {
		maps: Object.fromEntries(maps),
		prediction: predictionDrift(baseline, candidate, task)
	};
}
/** How far two maps of one method are apart, on the coarser of the two grids. */
function mapDrift(baseline, candidate) {
	if (!baseline || !candidate) return { refused: `The ${baseline ? "candidate" : "baseline"} has no map of this method.` };
	if (isRefusal(baseline)) return baseline;
	if (isRefusal(candidate)) return candidate;
	const [before, after] = onCommonGrid(heat(baseline), heat(candidate));
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
		divergence: jensenShannon(normalised(baseline.probabilities), normalised(candidate.probabilities))
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
const cycle = (count, next) => swapped(count, (at) => next() * at);
function swapped(count, partner) {
	const order = Int32Array.from({ length: count }, (_, index) => index);
	for (let at = count - 1; at > 0; at--) {
		const other = Math.floor(partner(at));
		[order[at], order[other]] = [order[other], order[at]];
	}
	return order;
}

// src/sanity/faithfulness.ts
/** Steps from no pixel to all of them. */
const steps = 16;
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
		const inner = (from, to) => Array.from({ length: 15 }, (_, at) => mixed(from, to, order, (at + 1) / steps));
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
	const { data } = resizeBilinear(heat(map), width, height);
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
	const mapped = [...places(outcomes, (outcome) => !isFailure(outcome) && !isRefusal(outcome.maps[judged]))];
	if (mapped.length === 0) return nothing(level);
	const chosen = spread(mapped, level === "full" ? someFixtures : fewFixtures).map((at) => {
		const outcome = outcomes.at(at);
		return {
			path: tasks[at].path,
			outcome,
			map: outcome.maps[judged]
		};
	});
	const examined = await loaded(subject, chosen);
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
/** Of values that fit. */
function* places(values, fits) {
	let at = 0;
	for (const value of values) {
		if (fits(value)) yield at;
		at++;
	}
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
function ask({ model, options: { layer, score }, batch }, values, classes, seed) {
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
const judgedMap = ({ options }, evidence) => mapOf(options.methods[0], evidence);
const valuesOf = (examined) => examined.map(({ fixture }) => fixture.values);
const classesOf = (examined) => examined.map(({ outcome }) => outcome.classIndex);
function repeated(subject, examined) {
	const together = ask(subject, valuesOf(examined), classesOf(examined));
	const deviations = examined.flatMap((each, index) => {
		const [alone] = ask(subject, [each.fixture.values], [each.outcome.classIndex]);
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
	return meanDrift(subject, examined, ask(subject, valuesOf(examined), others), "overlap");
}
function likeliestBut(index, probabilities) {
	return [...probabilities.keys()].filter((each) => each !== index).reduce((best, each) => probabilities[each] > probabilities[best] ? each : best);
}
function rewired(subject, examined) {
	if (subject.layer.channels < 2) return { notRun: "The layer has a single channel, so there is nothing to shuffle." };
	const drifts = Array.from({ length: shuffles }, (_, seed) => {
		return meanDrift(subject, examined, ask(subject, valuesOf(examined), classesOf(examined), seed), metrics[0].name);
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
		const found = mapDrift(map, judgedMap(subject, others[index]));
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
			return ask(subject, values, values.map(() => classIndex)).map(({ probabilities }) => probabilities[classIndex]);
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

// src/spill/own-value.ts
/**
* What `serialize` made bytes of, with nothing of these bytes in it. `deserialize` makes arrays of parts of them, so that who changes
* an array changes what is kept, and who keeps a small one keeps all.
*/
function ownValue(bytes) {
	const reader = new OwnArrays(bytes);
	reader.readHeader();
	return reader.readValue();
}
var OwnArrays = class extends DefaultDeserializer {
	/** Node calls it for arrays of numbers. */
	_readHostObject() {
		const read = inherited.call(this);
		const own = read.buffer.slice(read.byteOffset, read.byteOffset + read.byteLength);
		return Buffer.isBuffer(read) ? Buffer.from(own) : new read.constructor(own);
	}
};
/** As documented; the types do not name it. */
const inherited = DefaultDeserializer.prototype._readHostObject;

// src/spill/young.ts
/**
* Keeps the space of V8's young objects as small as it is by now. It doubles whenever many of them survive, up to 64 MB, and gives
* nothing back in a process that is never idle: the results of thousands of fixtures are such survivors. Costs no time that can be measured.
*
* Code that was compiled under other flags is compiled anew, Node's own too: what is loaded after this takes longer. A process that is
* started for the purpose has `--max-semi-space-size` instead, which does not count there.
*/
const keepYoung = () => setFlagsFromString("--semi-space-growth-factor=1");
/** Bytes that V8 has for them where it was told to have little, or was idle. */
const small$1 = 4 * 2 ** 20;
/**
* Gives back what that space has grown by. Arrays that nobody holds any more are let go when it is full, and their bytes lie outside of
* it: in a large one those of pictures pile up.
*/
function makeYoungSmall() {
	const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
	if (young && young.space_size > small$1) collect().catch(() => {});
}
/** A collection as for want of memory, which alone makes the space smaller: some 30 ms of processor time. */
async function collect() {
	const { Session } = await import("node:inspector");
	const session = new Session();
	session.connect();
	await new Promise((resolve) => session.post("HeapProfiler.collectGarbage", () => resolve()));
	session.disconnect();
}

// src/spill/spill.ts
/** Bytes that wait in memory: a small run needs no disk, and a large one writes in large pieces. */
const usualWaiting = 2 ** 20;
/**
* Values that a run will need again and need not hold meanwhile, in a file without a name: it is gone with the process, however that
* ends, and nobody else can open it. Where no file can be written, as on a full disk, values stay in memory.
*/
var Spill = class {
	#folder;
	#most;
	#waiting = /* @__PURE__ */ new Map();
	/** What is read lies here until it is a value; the few that are larger have a place of their own. */
	#place = Buffer.allocUnsafeSlow(2 ** 18);
	#file;
	/** Bytes in the file, and after them in memory. */
	#written = 0;
	#held = 0;
	#refused = false;
	/** @param folder with room for some kilobytes per fixture; `most` bytes stay in memory */
	constructor(folder = process.env.RUNNER_TEMP || tmpdir(), most = usualWaiting) {
		this.#folder = folder;
		this.#most = most;
	}
	/** Bytes in memory. */
	get held() {
		return this.#held;
	}
	put(value) {
		return this.#append(serialize(value));
	}
	/** As it was put; a value of its own each time. */
	get(slot) {
		return ownValue(this.#read(slot));
	}
	#append(bytes) {
		const slot = {
			at: this.#written + this.#held,
			bytes: bytes.length
		};
		if (slot.at === 0) keepYoung();
		this.#waiting.set(slot.at, bytes);
		this.#held += bytes.length;
		if (this.#held > this.#most && !this.#refused) this.#write();
		return slot;
	}
	/** Until the next is read. */
	#read({ at, bytes }) {
		if (at >= this.#written) return this.#waiting.get(at);
		const place = bytes <= this.#place.length ? this.#place : Buffer.allocUnsafeSlow(bytes);
		for (let done = 0; done < bytes;) {
			const read = readSync(this.#file, place, done, bytes - done, at + done);
			if (read === 0) throw new Error("The file of what was set aside is shorter than what was written to it.");
			done += read;
		}
		return place.subarray(0, bytes);
	}
	#write() {
		if (this.#written === 0) makeYoungSmall();
		try {
			this.#file ??= nameless(this.#folder);
			const bytes = Buffer.concat([...this.#waiting.values()]);
			for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
		} catch {
			this.#refused = true;
			return;
		}
		this.#written += this.#held;
		this.#held = 0;
		this.#waiting.clear();
	}
};
/** A file that only this process has: its name is removed at once, as is the folder that kept it from others until then. */
function nameless(folder) {
	const own = mkdtempSync(join(folder, "camdrift-"));
	try {
		return openSync(join(own, "spill"), "wx+", 384);
	} finally {
		rmSync(own, {
			recursive: true,
			force: true
		});
	}
}
/** Of this process. */
const spill = new Spill();

// src/spill/spilled.ts
/** A sequence whose values are read when they are asked for. */
var ReadSequence = class {
	length;
	#read;
	/** @param read a value of one's own each time, at an index below `length` */
	constructor(length, read) {
		this.length = length;
		this.#read = read;
	}
	at(index) {
		return index >= 0 && index < this.length ? this.#read(index) : void 0;
	}
	*[Symbol.iterator]() {
		for (let at = 0; at < this.length; at++) yield this.#read(at);
	}
};
/** A sequence that is set aside as it comes, in any order. */
var Spilled = class {
	#slots = [];
	#to;
	constructor(to = spill) {
		this.#to = to;
	}
	get length() {
		return this.#slots.length;
	}
	has(index) {
		return this.#slots[index] !== void 0;
	}
	set(index, value) {
		this.#slots[index] = this.#to.put(value);
	}
	at(index) {
		const slot = this.#slots[index];
		return slot && this.#to.get(slot);
	}
	/** Those that are there. */
	*[Symbol.iterator]() {
		for (const slot of this.#slots) if (slot) yield this.#to.get(slot);
	}
};

// src/maps/_jobs.ts
/** What a forward pass holds at a time, at most: about three maps of 64 channels of the input's own size. */
const bytesPerPixel = 768;
const batchBudget = 256 * 2 ** 20;
function batchSize(engine, { input }) {
	return Math.max(1, Math.min(engine.batch, Math.floor(batchBudget / (input.width * input.height * bytesPerPixel))));
}
/** How often a thread has the weights: file, decoded, on the heap. */
const copiesOf = 3;
/** A thread with TensorFlow.js and its heap, the weights, one batch. */
function memoryPerJob({ input, weightBytes }, batch) {
	return 200 * 2 ** 20 + copiesOf * weightBytes + batch * input.width * input.height * bytesPerPixel;
}
/** Bytes that copies of the weights may take beside the first: with more a ViT-B would not fit into 2.5 GB. */
const copiesBudget = 10 ** 9;
/**
* One worker per core, if the remaining work is worth their start and the memory suffices.
* @param machine what there is of both; this one's, if it is not given
*/
function usefulJobs(seconds, weightBytes, bytesPerJob, machine = thisMachine()) {
	if (seconds < 4) return 1;
	const copies = 1 + Math.floor(copiesBudget / (copiesOf * weightBytes));
	return Math.max(1, Math.min(machine.cores, copies, Math.floor(.6 * machine.bytes / bytesPerJob)));
}
/** Bytes of a file from which on a model takes so long that the engine of another thread is started while it is read. */
const large = 32 * 2 ** 20;
/** Seconds that an image takes per byte of the weights, roughly: between those of VGG-16 and ResNet-50. */
const perWeightByte = 2e-9;
/** Whether another thread will probably be of use, as far as the model's file tells before it is read. */
async function startsAhead(path, machine = thisMachine()) {
	const size = await stat(path).then((found) => found.isFile() ? found.size : 0, () => 0);
	return size >= large && usefulJobs(Number.POSITIVE_INFINITY, size, 200 * 2 ** 20 + copiesOf * size, machine) > 1;
}
/** What images take before any has been explained: a guess, by which a thread reads the model early, and nothing else. */
const guessedSeconds = (images, { weightBytes }) => images * weightBytes * perWeightByte;
const thisMachine = () => ({
	cores: availableParallelism(),
	bytes: process.availableMemory?.() ?? freemem()
});

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
* Explains batches in this thread and in others, and reports of each as it comes: nothing is kept here. A worker
* has a second batch waiting, because this thread does not hear it while it computes; the last batches wait for nobody,
* so that all threads end together.
*/
async function explainAll(threads, batches, here, report) {
	let next = 0;
	let done = 0;
	const lane = async (explain, end) => {
		while (next < end) {
			const id = next++;
			const batch = batches[id];
			const outcomes = await explain(batch, id).catch((error) => {
				next = batches.length;
				throw error;
			});
			done += batch.length;
			report(done, id, outcomes);
			await setImmediate();
		}
	};
	const there = threads.all.map((thread) => thread.explain);
	await Promise.all([
		...there.map((explain) => lane(explain, batches.length)),
		...there.map((explain) => lane(explain, batches.length - there.length - 1)),
		lane(here, batches.length)
	]);
}
/** Threads beside this one, which end when they are disposed of. */
var Threads = class {
	#start;
	#all = [];
	#model;
	constructor(engine) {
		this.#start = { engine };
	}
	get all() {
		return this.#all;
	}
	/** Starts those that are missing, ends those that are too many. */
	async become(count) {
		const kept = this.#all.slice(0, count);
		const gone = this.#all.slice(count);
		const more = Array.from({ length: count - kept.length }, () => new Thread(this.#start));
		if (this.#model) for (const thread of more) thread.read(this.#model);
		this.#all = [...kept, ...more];
		await Promise.all(gone.map((thread) => thread.end()));
	}
	/** What they will explain by; they read it at once. */
	read(request) {
		if (this.#model) return;
		this.#model = { request };
		for (const thread of this.#all) thread.read(this.#model);
	}
	[Symbol.asyncDispose]() {
		return this.become(0);
	}
};
var Thread = class {
	#worker;
	/** A crash while nobody asked. */
	#crash;
	/**
	* The worker lies beside this file when running from source; the build gives the bundle a `worker.js` of its own. It parses what
	* strangers made: it gets no environment, which holds tokens.
	*/
	constructor(workerData) {
		const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
		this.#worker = new Worker(new URL(file, import.meta.url), {
			workerData,
			env: {}
		});
		this.#worker.once("error", (error) => {
			this.#crash = { error };
		});
	}
	read(model) {
		this.#worker.postMessage(model);
	}
	/** A crash of the thread rejects, because `on` listens for its error event too. */
	explain = async (batch, id) => {
		if (this.#crash) throw this.#crash.error;
		const messages = on(this.#worker, "message");
		this.#worker.postMessage({
			id,
			batch
		});
		for await (const [answer] of messages) {
			if (answer.id !== id) continue;
			if ("outcomes" in answer) return answer.outcomes;
			throw new CamdriftError(answer.problem.code, answer.problem.message, { remedy: answer.problem.remedy });
		}
		throw new Error("A worker stopped without an answer.");
	};
	async end() {
		await this.#worker.terminate();
	}
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
		const read = new ReadDigests();
		const threads = _usingCtx$3.a(await threadsAhead(engine, request));
		const model = _usingCtx$3.u(await loadModel(request.path, engine, {
			...request.load,
			...request.digest && { read: read.hear }
		}));
		const layer = chooseLayer(model, request);
		const facts = {
			...factsOf(engine, model, layer),
			...request.sketch !== false && { sketch: sketchOf(model.weights()) },
			...request.digest && { digest: await modelDigest(request.path, request.load.within, read) }
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
		const useful = (seconds) => usefulJobs(seconds, model.weightBytes, memoryPerJob(model, size));
		if (useful(guessedSeconds(tasks.length, model)) > 1) threads.read(options);
		const probe = await timedProbe(model, options, isTimed(engine, request) ? tasks.slice(0, 1) : []);
		const batches = split(tasks.slice(probe.outcomes.length), size);
		const outcomes = new Spilled();
		for (const [at, { known }] of all.entries()) if (known) outcomes.set(at, known());
		const told = teller(open, outcomes, tell);
		progress(probe.outcomes.length, tasks.length);
		told(0, probe.outcomes);
		const wanted = request.jobs ?? useful(probe.seconds * (tasks.length - 1));
		const jobs = engine.multithreaded ? 1 : Math.max(1, Math.min(batches.length, wanted));
		threads.read(options);
		await threads.become(jobs - 1);
		await explainAll(threads, batches, jobs === 1 ? oneAhead(model, batches, options) : (batch) => explainBatch(model, batch, options), (done, id, found) => {
			progress(probe.outcomes.length + done, tasks.length);
			told(probe.outcomes.length + id * size, found);
		});
		await threads.become(0);
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
		await _usingCtx$3.d();
	}
}
/** Whether the first fixture tells what the others will take, and so how many threads there are. */
const isTimed = (engine, { jobs }) => !engine.multithreaded && jobs === void 0;
/** None as yet, or one where a model is so large that another thread will be of use: its engine starts while the model is read. */
async function threadsAhead(engine, request) {
	const threads = new Threads(engine.name);
	if (isTimed(engine, request) && await startsAhead(request.path)) await threads.become(1);
	return threads;
}
function factsOf(engine, model, layer) {
	const { format, input, classes, task, labels } = model;
	return {
		format,
		input,
		classes,
		task,
		takes: model.takes(),
		layer,
		...labels && { labels },
		...fallbackOf(engine, model, layer)
	};
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
/** Keeps outcomes and tells of them, under their tasks' own numbers; of those that lie side by side at once. */
function teller(open, kept, tell) {
	return (from, outcomes) => {
		const places = open.slice(from, from + outcomes.length);
		for (const [which, at] of places.entries()) kept.set(at, withoutPicture(outcomes[which]));
		if (places.every((at, which) => at === places[0] + which) && outcomes.length > 0) tell(places[0], outcomes);
		else for (const [which, at] of places.entries()) tell(at, [outcomes[which]]);
	};
}
/** The first fixture alone, to see what the others will take; where nothing depends on that, none. */
async function timedProbe(model, options, first) {
	const start = performance.now();
	return {
		outcomes: await explainBatch(model, first, options),
		seconds: (performance.now() - start) / 1e3
	};
}
/** The preferred layer is only a preference: another architecture need not have it. */
function chooseLayer(model, request) {
	const chosen = namedLayer(model, request);
	const last = lastOf(model);
	if (!last || last.name === chosen.name) return chosen;
	return {
		...chosen,
		finer: Math.sqrt(chosen.width * chosen.height / (last.width * last.height))
	};
}
/** Some models have layers that can be named, and none that could be chosen. */
function lastOf(model) {
	try {
		return model.targetLayer("auto");
	} catch (error) {
		if (error instanceof CamdriftError) return void 0;
		throw error;
	}
}
function namedLayer(model, { layer, prefer }) {
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
function split(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

// src/explainer/_tasks.ts
/** Of one message: what is known of so many fixtures is in memory at once, on either side. */
const together = 16;
/**
* Sends tasks, some at a time, each when the one before is on its way. What is known of them goes along where it is looked at:
* by checks of the explanation alone.
* @param say answers whether it could be sent
*/
async function sendTasks(tasks, { checks = "none" }, say) {
	const sent = ({ known, ...task }) => known ? {
		...task,
		known: checks === "none" ? elsewhere : known()
	} : task;
	for (let from = 0; from < tasks.length; from += together) if (!await say({
		kind: "tasks",
		tasks: tasks.slice(from, from + together).map(sent)
	})) return;
	await say({
		kind: "tasks-end",
		given: true
	});
}
const elsewhere = { failed: "It is known elsewhere." };
/** Tasks as they come; what is known of them is set aside until it is asked for. */
var ReceivedTasks = class {
	/** All of them, or none where they were given up. */
	all;
	#came = [];
	#to;
	#settle = () => {};
	constructor(to = spill) {
		this.#to = to;
		this.all = new Promise((resolve) => {
			this.#settle = resolve;
		});
	}
	hear(message) {
		if (message.kind === "tasks") for (const task of message.tasks) this.#came.push(this.#kept(task));
		else this.#settle(message.given ? this.#came : []);
	}
	#kept({ known, ...task }) {
		if (!known) return task;
		const slot = this.#to.put(known);
		return {
			...task,
			known: () => this.#to.get(slot)
		};
	}
};

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
		const once = /* @__PURE__ */ new Map();
		const load = ({ path, regions }) => {
			const found = once.get(path) ?? loadFixture(path, model.input, options, regions).catch(unreadable);
			once.set(path, found);
			return found;
		};
		const swaps = edits.some(({ kind }) => kind === "swap");
		const loaded = [];
		for (const index of asked) {
			const { donor, ...place } = fixtures[index];
			loaded.push({
				fixture: await load(place),
				donor: swaps && donor ? await load(donor) : void 0
			});
		}
		const answered = (values) => answersTo(model, values, engine.batch);
		return {
			asked,
			plain: answered(loaded.map(({ fixture }) => fixture?.values)),
			edited: edits.map((each) => answered(loaded.map((both) => fedWith(each, both, recipe))))
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
function fedWith(each, { fixture, donor }, recipe) {
	const found = fixture?.picture && edit(each, fixture.picture, fixture.regions, donorOf(donor));
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
/** The same, but for how maps come about. */
const explainingBy = (engine, maps) => ({
	name: engine.name,
	version: engine.version,
	maps,
	answers: (...asked) => engine.answers(...asked),
	layers: (...asked) => engine.layers(...asked),
	fixture: (asked) => engine.fixture(asked)
});
/** Explains in this process, which cannot be ended from outside. */
function inProcess(engine) {
	return {
		name: engine.name,
		version: engine.version,
		maps: (request, tasksFor, progress, _deadline, tell) => makeMaps(engine, request, tasksFor, progress, tell),
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
		fixture: async ({ path, input, preparation, regions }) => toShow(await loadFixture(path, input, preparation, regions))
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

export { plain as $, edit as A, installedAt as At, density as B, unforeseen as Bt, explainBatch as C, lfsPointerText as Ct, methods as D, regularDigest as Dt, findMethod as E, readRegular as Et, wrap as F, sizesOf as Ft, preparationOf as G, peak as H, builtInFrame as I, CamdriftError as It, resample as J, presets as K, builtInBackground as L, actionable as Lt, drawText as M, verify as Mt, shorten as N, einsum as Nt, channelSums as O, regularLines as Ot, textWidth as P, parseEinsum as Pt, paste as Q, resizeArea as R, exitCodes as Rt, textToFloats as S, isLfsPointer as St, withoutPicture as T, readLfsPointer as Tt, donorOf as U, heat as V, fixtureEndings as W, usualPixels as X, decode as Y, blendAt as Z, sampledConstants as _, contentHash as _t, makeMaps as a, loadModel as at, coloursOf as b, mostInputBytes as bt, Spilled as c, allFinite as ct, random as d, readLimited as dt, rasterFromArray as et, compare as f, confined as ft, percentile as g, requireOutside as gt, mean as h, inside$1 as ht, sendTasks as i, combinedDigest as it, builtInMarkSize as j, programsFor as jt, isRefusal as k, startEngine as kt, spill as l, requireClassification as lt, metrics as m, inGit as mt, inProcess as n, toGrey as nt, _usingCtx as o, modelDigest as ot, findMetric as p, confinedPart as pt, fits as q, ReceivedTasks as r, toRgb as rt, ReadSequence as s, modelFiles as st, explainingBy as t, tint as tt, cycle as u, withLabels as ut, sampledKernels as v, folderModels as vt, isFailure as w, longestLfsPointer as wt, floatsToText as x, taskKinds as xt, weightSketchSchema as y, isPresent as yt, resizeBilinear as z, systemWords as zt };