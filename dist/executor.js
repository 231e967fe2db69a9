import { Ft as sizesOf$4, It as CamdriftError, Nt as einsum$1, O as channelSums, Pt as parseEinsum, ct as allFinite, d as random, dt as readLimited, lt as requireClassification, pt as confinedPart, u as cycle, ut as withLabels, wt as longestLfsPointer } from "./models.js";
import { _ as tuple, a as _null, c as int, d as number, g as string, i as _enum, l as literal, m as record, o as array, t as require_fastest_levenshtein, u as looseObject, v as union, y as unknown } from "./model-packages.js";
import { a as DataType, c as TrackableObjectGraphSchema, d as fileDesc, f as fromBinary, i as BundleHeaderProto_Endianness, l as fromJson, m as create, n as BundleEntryProtoSchema, o as DataTypeSchema, p as messageDesc, r as BundleHeaderProtoSchema, s as SavedModelSchema, t as AttrValueSchema, u as toBinary } from "./protobuf.js";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { dirname, relative } from "node:path";
import { open, stat } from "node:fs/promises";

// src/models/_saved-model/crc32c.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/**
* CRC-32C (Castagnoli), as LevelDB and TensorFlow store it: rotated and shifted, because a checksum of data that holds
* checksums is weak. Source: RFC 3720, appendix B.4, and `tsl/lib/hash/crc32c.h`.
*/
function maskedCrc32c(...parts) {
	const crc = ~parts.reduce(extended, -1) >>> 0;
	return (crc >>> 15 | crc << 17) + 2726488792 >>> 0;
}
/** Eight bytes at a time: weights can be half a gigabyte. */
function extended(start, bytes) {
	let crc = start;
	const whole = bytes.length - bytes.length % 8;
	for (let at = 0; at < whole; at += 8) crc = slices[7][(crc ^ bytes[at]) & 255] ^ slices[6][(crc >>> 8 ^ bytes[at + 1]) & 255] ^ slices[5][(crc >>> 16 ^ bytes[at + 2]) & 255] ^ slices[4][crc >>> 24 ^ bytes[at + 3]] ^ slices[3][bytes[at + 4]] ^ slices[2][bytes[at + 5]] ^ slices[1][bytes[at + 6]] ^ slices[0][bytes[at + 7]];
	for (let at = whole; at < bytes.length; at++) crc = crc >>> 8 ^ slices[0][(crc ^ bytes[at]) & 255];
	return crc;
}
const slices = tables();
/** Table `n` holds what a byte does to the checksum when `n` more bytes follow it. */
function tables() {
	const first = Uint32Array.from({ length: 256 }, (_, byte) => {
		let crc = byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 2197175160 : crc >>> 1;
		return crc;
	});
	const made = [first];
	while (made.length < 8) made.push(made.at(-1).map((crc) => crc >>> 8 ^ first[crc & 255]));
	return made;
}

// src/models/_saved-model/decoded.ts
/** A message from its bytes, fields that are not read here left out. @param where for messages to people */
function decoded(schema, bytes, where) {
	try {
		return fromBinary(schema, bytes, { readUnknownFields: false });
	} catch (cause) {
		throw new CamdriftError("model-unreadable", `${where} is not part of a TensorFlow SavedModel, or is truncated: ${cause.message}.`, {
			cause,
			remedy: "Export the model again, or fetch its files anew: they are not what was written."
		});
	}
}

// src/models/_saved-model/table.ts
/**
* The entries of a sorted string table, keys as latin1, in order: LevelDB's file format as TensorFlow writes it, an index block of handles
* to data blocks. Source: `leveldb/doc/table_format.md`. @param where for messages
*/
function readTable(bytes, where) {
	const broken = (what) => new CamdriftError("model-unreadable", `${where} is broken: ${what}.`, { remedy: remedy$1 });
	const footer = new Cursor(bytes.subarray(Math.max(0, bytes.length - footerBytes)), broken);
	if (bytes.length < footerBytes || !magic.every((byte, at) => footer.bytes[footer.bytes.length - 8 + at] === byte)) throw broken(`it does not end as a table of tensors does (truncated at ${bytes.length} bytes?)`);
	block(bytes, readHandle(footer), broken);
	const table = /* @__PURE__ */ new Map();
	let [blockBytes, keyBytes] = [0, 0];
	for (const [, handle] of entries(block(bytes, readHandle(footer), broken), broken)) {
		const data = block(bytes, readHandle(new Cursor(handle, broken)), broken);
		blockBytes += data.length;
		if (blockBytes > bytes.length) throw broken("its blocks overlap");
		for (const [key, value] of entries(data, broken)) {
			keyBytes += key.length;
			if (keyBytes > mostKeyBytes) throw broken(`its keys have more than ${mostKeyBytes} bytes`);
			table.set(key, value);
		}
	}
	return table;
}
const remedy$1 = "Export the model again, or fetch its files anew: they are not what was written.";
const footerBytes = 48;
const trailerBytes = 5;
const magic = [
	87,
	251,
	128,
	139,
	36,
	117,
	71,
	219
];
function readHandle(cursor) {
	return {
		offset: cursor.varint(),
		size: cursor.varint()
	};
}
/** A block's content: followed by a byte that says how it is compressed, and a checksum of both. */
function block(bytes, { offset, size }, broken) {
	const end = offset + size + trailerBytes;
	if (end > bytes.length) throw broken(`a block ends at byte ${end} of ${bytes.length}`);
	const content = bytes.subarray(offset, offset + size);
	const trailer = new DataView(bytes.buffer, bytes.byteOffset + offset + size, trailerBytes);
	if (trailer.getUint8(0) !== 0) throw broken("a block is compressed, which TensorFlow does not do");
	if (trailer.getUint32(1, true) !== maskedCrc32c(bytes.subarray(offset, offset + size + 1))) throw broken(`the checksum of the block at byte ${offset} is wrong`);
	return content;
}
/** Each key shares a prefix with the one before; the restart points at the end serve a search, which is not needed here. */
function* entries(content, broken) {
	if (content.length < 4) throw broken("a block is shorter than its own length field");
	const restarts = new DataView(content.buffer, content.byteOffset + content.length - 4, 4).getUint32(0, true);
	const end = content.length - 4 - 4 * restarts;
	if (end < 0) throw broken(`a block has ${restarts} restart points in ${content.length} bytes`);
	const cursor = new Cursor(content.subarray(0, end), broken);
	let key = "";
	while (cursor.at < end) {
		const [shared, rest, length] = [
			cursor.varint(),
			cursor.varint(),
			cursor.varint()
		];
		if (shared > key.length) throw broken("a key shares more than the one before it has");
		key = key.slice(0, shared) + Buffer.from(cursor.take(rest)).toString("latin1");
		if (key.length > longestKey) throw broken(`a key has ${key.length} bytes`);
		yield [key, cursor.take(length)];
	}
}
/** A prefix is written once and read often: without limits a small file makes keys of gigabytes. */
const longestKey = 4096;
const mostKeyBytes = 2 ** 26;
var Cursor = class {
	at = 0;
	bytes;
	#broken;
	constructor(bytes, broken) {
		this.bytes = bytes;
		this.#broken = broken;
	}
	/** Little-endian groups of seven bits; no offset or size in a file needs more than seven of them. */
	varint() {
		let value = 0;
		for (let group = 0; group < 7; group++) {
			const byte = this.bytes[this.at++];
			if (byte === void 0) break;
			value += (byte & 127) * 2 ** (7 * group);
			if (byte < 128) return value;
		}
		throw this.#broken("a number does not end");
	}
	take(length) {
		if (this.at + length > this.bytes.length) throw this.#broken("an entry is longer than its block");
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}
};

// src/models/_saved-model/values.ts
/** From little-endian bytes as TensorFlow writes them. @param where for messages */
function valueFromBytes(dataType, shape, bytes, where) {
	const format = formatOf(dataType, where);
	const count = countOf(shape);
	if (bytes.length !== count * format.bytes) throw sizeProblem(where, shape, count * format.bytes, bytes.length);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return filled$1(format, shape, (at) => format.read(view, at * format.bytes));
}
/** From a constant in a graph. A list of values that ends early goes on with its last one, which is how TensorFlow compresses. */
function valueFromProto(proto, where) {
	const format = formatOf(proto.dtype, where);
	const shape = dimensions(proto.tensorShape, where);
	const count = countOf(shape);
	if (proto.tensorContent.length > 0) return valueFromBytes(proto.dtype, shape, proto.tensorContent, where);
	const listed = listedIn(proto);
	if (count > mostRepeated && listed.length < count) throw sizeProblem(where, shape, count * format.bytes, listed.length * format.bytes);
	if (listed.length > count) throw sizeProblem(where, shape, count * format.bytes, listed.length * format.bytes);
	return filled$1(format, shape, (at) => listed[Math.min(at, listed.length - 1)] ?? 0);
}
/** A repeated value costs a file nothing, so it is not taken as a reason to allocate much. */
const mostRepeated = 2 ** 22;
/** Sizes of a shape that is wholly known. @throws CamdriftError `model-unreadable` */
function dimensions(shape, where) {
	const sizes = (shape?.dim ?? []).map(({ size }) => Number(size));
	if (shape?.unknownRank || sizes.some((size) => size < 0) || sizes.length > 8 || countOf(sizes) > mostValues) throw new CamdriftError("model-unreadable", `${where} has the shape ${sizes.join(" x ") || "unknown"}: expected at most 8 known sizes and ${mostValues} values.`);
	return sizes;
}
const countOf = (shape) => shape.reduce((product, size) => product * size, 1);
/** Two gigabytes of numbers: more than WebAssembly can hold with room to work. */
const mostValues = 2 ** 29;
function sizeProblem(where, shape, expected, found) {
	return new CamdriftError("model-unreadable", `${where} does not fit its shape ${shape.join(" x ") || "(scalar)"}: expected ${expected} bytes, got ${found}.`);
}
function formatOf(dataType, where) {
	const format = formats.get(dataType);
	if (format) return format;
	throw new CamdriftError("model-unsupported", `${where} holds ${typeName(dataType)}, which TensorFlow.js does not have.`);
}
const typeName = (dataType) => DataTypeSchema.value[dataType]?.name ?? `type ${dataType}`;
/** What TensorFlow.js makes of a type; `undefined` when it has nothing like it. */
const narrowed = (dataType) => formats.get(dataType)?.type;
function filled$1({ type }, shape, valueAt) {
	const data = new {
		float32: Float32Array,
		int32: Int32Array,
		bool: Uint8Array
	}[type](countOf(shape));
	for (let at = 0; at < data.length; at++) data[at] = valueAt(at);
	return {
		shape,
		type,
		data
	};
}
function listedIn(proto) {
	const halves = () => {
		const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(2));
		const { read } = formats.get(proto.dtype);
		return proto.halfVal.map((bits) => {
			view.setUint16(0, bits, true);
			return read(view, 0);
		});
	};
	if (proto.dtype === DataType.DT_FLOAT) return proto.floatVal;
	if (proto.dtype === DataType.DT_DOUBLE) return proto.doubleVal;
	if (proto.dtype === DataType.DT_INT64) return proto.int64Val.map(whole$4);
	if (proto.dtype === DataType.DT_BOOL) return proto.boolVal.map(Number);
	return proto.halfVal.length > 0 ? halves() : proto.intVal;
}
/** Clamped to 32 bits: larger ones are "as far as it goes" in slices. */
const whole$4 = (value) => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Number(value)));
const formats = /* @__PURE__ */ new Map([
	[DataType.DT_FLOAT, {
		type: "float32",
		bytes: 4,
		read: (view, at) => view.getFloat32(at, true)
	}],
	[DataType.DT_DOUBLE, {
		type: "float32",
		bytes: 8,
		read: (view, at) => view.getFloat64(at, true)
	}],
	[DataType.DT_HALF, {
		type: "float32",
		bytes: 2,
		read: (view, at) => halfValue(view.getUint16(at, true))
	}],
	[DataType.DT_BFLOAT16, {
		type: "float32",
		bytes: 2,
		read: (view, at) => brainValue(view.getUint16(at, true))
	}],
	[DataType.DT_INT32, {
		type: "int32",
		bytes: 4,
		read: (view, at) => view.getInt32(at, true)
	}],
	[DataType.DT_INT64, {
		type: "int32",
		bytes: 8,
		read: (view, at) => whole$4(view.getBigInt64(at, true))
	}],
	[DataType.DT_INT16, {
		type: "int32",
		bytes: 2,
		read: (view, at) => view.getInt16(at, true)
	}],
	[DataType.DT_INT8, {
		type: "int32",
		bytes: 1,
		read: (view, at) => view.getInt8(at)
	}],
	[DataType.DT_UINT8, {
		type: "int32",
		bytes: 1,
		read: (view, at) => view.getUint8(at)
	}],
	[DataType.DT_BOOL, {
		type: "bool",
		bytes: 1,
		read: (view, at) => view.getUint8(at) === 0 ? 0 : 1
	}]
]);
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
/** The upper half of a float32. */
function brainValue(bits) {
	return new Float32Array(Uint32Array.of(bits << 16).buffer)[0];
}

// src/models/_saved-model/bundle.ts
/** @param path of `variables.index` */
async function openBundle(path, within) {
	const table = readTable(await readLimited(path, mostIndexBytes), path);
	const shards = await shardPaths(path, readHeader(table, path).numShards, within);
	const find = (name) => {
		const found = table.get(Buffer.from(name).toString("latin1"));
		const where = `Variable \`${name}\` of ${path}`;
		return found && {
			shards,
			where,
			entry: decoded(BundleEntryProtoSchema, found, where)
		};
	};
	const read = async (name, as) => {
		const found = find(name);
		return found && as(found);
	};
	return {
		shards,
		read: (name) => read(name, readVariable$1),
		readText: (name) => read(name, readString)
	};
}
/** A model has some thousand variables, of some hundred bytes each in the index. */
const mostIndexBytes = 2 ** 26;
const mostShards = 1024;
function readHeader(table, path) {
	const header = decoded(BundleHeaderProtoSchema, table.get("") ?? /* @__PURE__ */ new Uint8Array(), path);
	if (header.numShards < 1 || header.numShards > mostShards) throw new CamdriftError("model-unreadable", `${path} names ${header.numShards} shards; expected 1 to ${mostShards}.`);
	if (header.endianness === BundleHeaderProto_Endianness.BIG) throw new CamdriftError("model-unsupported", `${path} was written by a big-endian machine.`);
	return header;
}
/** `variables.index` -> `variables.data-00000-of-00001` and so on, each in the same folder. */
async function shardPaths(path, count, within) {
	const home = dirname(dirname(path));
	const digits = (value) => String(value).padStart(5, "0");
	const named = Array.from({ length: count }, (_, at) => `data-${digits(at)}-of-${digits(count)}`);
	return Promise.all(named.map((name) => {
		const shard = relative(home, path.replace(/index$/, name));
		return confinedPart(home, shard, `weight shard "${name}" of ${path}`, within);
	}));
}
async function readVariable$1(found) {
	const { entry, where } = found;
	const shape = dimensions(entry.shape, where);
	const bytes = await readPart(found);
	requireChecksum(found, bytes);
	const value = valueFromBytes(entry.dtype, shape, bytes, where);
	if (value.type === "float32" && !allFinite(value.data)) throw new CamdriftError("model-numbers", `${where} holds NaN or infinite values.`);
	return value;
}
/** Its length in groups of seven bits, a checksum of that, and the text. */
async function readString(found) {
	const bytes = await readPart(found);
	const start = bytes.findIndex((byte) => byte < 128) + 1;
	const text = bytes.subarray(start + 4);
	requireChecksum(found, new Uint8Array(Uint32Array.of(text.length).buffer), bytes.subarray(start, start + 4), text);
	return text;
}
function requireChecksum({ entry, where }, ...parts) {
	if (maskedCrc32c(...parts) === entry.crc32c) return;
	throw new CamdriftError("model-unreadable", `The checksum of ${where} is wrong.`, { remedy });
}
const remedy = "Export the model again, or fetch its files anew: they are not what was written.";
/** Compared with the length of the file before anything is allocated. */
async function readPart({ shards, entry, where }) {
	const [offset, size] = [Number(entry.offset), Number(entry.size)];
	const path = shards[entry.shardId];
	if (path === void 0) throw new CamdriftError("model-unreadable", `${where} lies in shard ${entry.shardId}, of ${shards.length}.`);
	const found = await stat(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no file ${path}.`, { cause });
	});
	if (offset < 0 || size < 0 || !(offset + size <= found.size)) throw new CamdriftError("model-unreadable", `${where} ends at byte ${offset + size} of ${path}, which has ${found.size} (truncated).`);
	const handle = await open(path);
	try {
		const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

// src/models/_saved-model/meta-graph.ts
/** Protocol buffers cannot be larger. */
const mostBytes = 2 ** 31;
/** The graph for inference of a `saved_model.pb`. A training graph may lie beside it. */
async function readMetaGraph(path) {
	const { metaGraphs } = decoded(SavedModelSchema, await readLimited(path, mostBytes), path);
	const forServing = metaGraphs.find(({ metaInfoDef }) => metaInfoDef?.tags.includes("serve")) ?? metaGraphs[0];
	if (forServing?.graphDef) return forServing;
	throw new CamdriftError("model-unreadable", `${path} holds no graph.`, { remedy: "Expected what `model.export()` or `tf.saved_model.save()` writes." });
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
const shapeOf$2 = (graph, name) => graph.shapes([name])[0];

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
		const shape = shapeOf$2(graph, node.name);
		if (!isRow(shape)) throw noRow(graph, node, shape);
	}
	const shape = shapeOf$2(graph, scores.node);
	if (shape.includes(0)) throw noRow(graph, table.get(scores.node), shape);
	if (!isRow(shape)) throw noRow(graph, table.get(scores.node), shape);
}
function noRow(graph, { name }, shape) {
	const sizes = shape.includes(0) ? "no" : shape.filter((size) => size > 1).join(" x ");
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

// src/models/_at-once.ts
/** Float32 of a layer's maps in one run of a head, which keeps some multiple of them for its gradient. */
const headBudget = 2 ** 20;
const trunkAtOnce = ({ sizesDiffer }, { imagesAtOnce }) => sizesDiffer ? imagesAtOnce ?? 1 : Number.POSITIVE_INFINITY;
/**
* Where images run one by one, as they have other last bits among others, that is so in front of the layer only: the head takes
* several. Not where it takes anything but images, of which alone it is known how several are joined.
* @param ends the layer and what bypasses it
*/
function atOnceOf(engine, graph, ends) {
	const trunk = trunkAtOnce(engine, graph);
	const table = nodeTable(graph.nodes);
	if (trunk > 1 || !ends.every((name) => table.get(name).isImage)) return {
		trunk,
		head: trunk
	};
	const numbers = ends.map((name) => shapeOf$2(graph, name).reduce((product, size) => product * size, 1));
	return {
		trunk,
		head: Math.max(1, Math.floor(headBudget / Math.max(...numbers)))
	};
}
function parts$2(items, size) {
	if (items.length <= size) return [items];
	return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
/** Values of nodes, made of some images at a time: joined along the first axis, which counts images. */
function joined$6({ tf: { core } }, made) {
	const [first, ...more] = made;
	if (more.length === 0) return [...first];
	return first.map((_, at) => core.concat(made.map((tensors) => tensors[at]), 0));
}
/** What a graph is fed: some images, as an engine has them. */
function fed({ tf: { core } }, graph, images) {
	const { width, height, channels } = graph.inputShape;
	const data = concatenated$2(images, width * height * channels);
	return /* @__PURE__ */ new Map([[graph.input, core.tensor4d(data, [
		images.length,
		height,
		width,
		channels
	])]]);
}
/** @param size numbers of an image */
function concatenated$2(images, size) {
	const data = new Float32Array(images.length * size);
	for (const [index, image] of images.entries()) {
		if (image.length !== size) throw new RangeError(`image ${index} has ${image.length} values, the model takes ${size}`);
		data.set(image, index * size);
	}
	return data;
}

// src/models/_constant-gradients.ts
/** Float32 that are kept at most: sixteen megabytes, the rows of 2,048 classes behind 2,048 channels. */
const mostKept = 2 ** 22;
/**
* Gradients of logits behind one global average and linear steps that are the same at every cell: there the gradient of a class's
* logit is the same for every image and at every cell, a number per channel. It is made once per layer and class.
*/
var ConstantGradients = class {
	#kept = /* @__PURE__ */ new Map();
	#numbers = 0;
	/**
	* @param like the layer's maps of each image
	* @returns arrays of their own
	*/
	of(layer, answers, like, { rows, taped }) {
		const keys = answers.map(({ classIndex }) => `${classIndex} ${layer}`);
		const known = new Map(keys.map((key) => [key, this.#kept.get(key)]));
		const fresh = [...new Set(keys.filter((key) => !known.get(key)))];
		const made = fresh.length > 0 ? rows(fresh.map((key) => answers[keys.indexOf(key)])) : [];
		if (!made) return this.#learned(keys, taped());
		for (const [at, key] of fresh.entries()) {
			known.set(key, made[at]);
			this.#keep(key, made[at]);
		}
		return like.map((maps, at) => everywhere(known.get(keys[at]), maps));
	}
	#learned(keys, made) {
		for (const [at, maps] of made.entries()) if (!this.#kept.has(keys[at]) && isSameEverywhere(maps)) this.#keep(keys[at], maps.data.slice(0, maps.channels));
		return made;
	}
	#keep(key, row) {
		if (this.#numbers + row.length > mostKept) {
			this.#kept.clear();
			this.#numbers = 0;
		}
		this.#kept.set(key, row);
		this.#numbers += row.length;
	}
};
/** Whether every cell has the bits of the one before it. */
function isSameEverywhere({ data: { buffer, byteOffset, byteLength }, channels }) {
	const bytes = Buffer.from(buffer, byteOffset, byteLength);
	const cell = channels * Float32Array.BYTES_PER_ELEMENT;
	return bytes.subarray(cell).equals(bytes.subarray(0, byteLength - cell));
}
function everywhere(row, { width, height, channels, data: { length } }) {
	const data = new Float32Array(length);
	data.set(row);
	for (let there = channels; there < length; there *= 2) data.copyWithin(there, 0, Math.min(there, length - there));
	return {
		width,
		height,
		channels,
		data
	};
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
	const powers = new Float64Array(logits).map((value) => Math.exp(value - largest));
	const total = powers.reduce((sum, value) => sum + value, 0);
	return new Float32Array(powers.map((value) => value / total));
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
	const link = links$1[node?.kind ?? "other"];
	return link && node ? {
		node: node.inputs[0],
		link
	} : {
		node: graph.output,
		link: "none"
	};
}
const links$1 = {
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

// src/models/_kernels.ts
/** What is made on the way is released. */
function numbersOf(core, make) {
	let numbers = /* @__PURE__ */ new Float32Array();
	core.tidy(() => {
		numbers = make().dataSync();
	});
	return numbers;
}

// src/models/_wiring.ts
/** Which channel of the layer feeds which input of the head, there and back. */
function wiringOf({ tf: { core } }, activations, axis, seed) {
	if (seed === void 0) return {
		there: (maps) => maps,
		back: (maps) => maps
	};
	const order = cycle(activations.shape[axis], random(seed));
	const inverse = new Int32Array(order.length);
	for (const [to, from] of order.entries()) inverse[from] = to;
	const by = (indices) => (maps) => core.gather(maps, core.tensor1d(indices, "int32"), axis);
	return {
		there: by(order),
		back: by(inverse)
	};
}

// src/models/_taped-head.ts
/** The head of some images, which runs under the tape whenever it is asked for gradients. */
var TapedHead = class {
	/** Read in the first run where they are not known before. */
	answers;
	#engine;
	#model;
	#head;
	#request;
	constructor(engine, model, head, request) {
		this.#engine = engine;
		this.#model = model;
		this.#head = head;
		this.#request = request;
	}
	/** @param channels which axis of the layer's value counts them */
	gradients(score, [activations, ...bypasses], channels) {
		const { core } = this.#engine.tf;
		const { graph, scores, units } = this.#model;
		const { layer, classes, rewired } = this.#request;
		const wiring = wiringOf(this.#engine, activations, channels, rewired);
		const sides = this.#head.bypasses.map((name, index) => [name, bypasses[index]]);
		const gradient = core.grad((a) => {
			const [scored] = graph.execute(new Map([...sides, [layer, a]]), [scores.node]);
			const logits = core.reshape(scored, [classes.length, units]);
			this.answers ??= readAnswers(scores, logits.dataSync(), this.#request);
			const slopes = this.answers.map((answer) => slope(answer, score, scores));
			return core.sum(core.mul(logits, core.tensor2d(concatenated$2(slopes, units), [classes.length, units])));
		});
		return wiring.back(gradient(wiring.there(activations)));
	}
};

// src/models/_mean-head.ts
/** Numbers that are compared before steps are taken for a mean: what divides in another way rounds one of a few otherwise. */
const compared = 64;
/**
* Gradients of logits behind a plain mean over the grid and linear steps that are the same at every cell. The tape goes back to the
* mean only, where a class is a row of numbers whatever the image; each cell's share is that row divided by the number of cells, as
* the tape divides it.
*
* @param head pooled and linear
* @param answers of different classes
* @returns for each, the gradient at a cell: one number per channel; nothing where steps before the mean make more of it than that
*/
function meanRows(engine, model, head, answers, request) {
	const { graph, scores } = model;
	const pooled = head.nodes.find(({ kind }) => kind === "global-average").name;
	if (pooled === scores.node) return void 0;
	const isPlain = model.means.get(request.layer) ?? isPlainMean(engine, model, request.layer, pooled);
	model.means.set(request.layer, isPlain);
	if (!isPlain) return void 0;
	const all = [...answers];
	while (all.length < engine.smallestBatch) all.push(answers[0]);
	const classes = all.map(({ classIndex }) => classIndex);
	const behind = headOf(graph, pooled, scores.node);
	const run = new TapedHead(engine, model, behind, {
		...request,
		layer: pooled,
		classes
	});
	run.answers = all;
	const { core } = engine.tf;
	const means = [all.length, ...shapeOf$2(graph, pooled)];
	const slopes = numbersOf(core, () => run.gradients("logit", [core.zeros(means)], means.length - 1));
	const [height, width, channels] = shapeOf$2(graph, request.layer);
	return answers.map((_, at) => shared(slopes.subarray(at * channels, (at + 1) * channels), height * width));
}
const shared = (slopes, cells) => slopes.map((slope) => slope / cells);
/** Whether the tape takes all between a layer and a node for the mean over the grid, bit by bit, with each channel where it was. */
function isPlainMean(engine, { graph }, layer, pooled) {
	const [shape, mean] = [shapeOf$2(graph, layer), shapeOf$2(graph, pooled)];
	const channels = shape.at(-1);
	if (!(nodeTable(graph.nodes).get(layer).patches === void 0 && shape.length === 3) || mean.reduce((product, size) => product * size, 1) !== channels) return false;
	const images = Math.max(engine.smallestBatch, Math.ceil(compared / channels));
	const next = random(1);
	const slopes = Array.from({ length: images }, () => Float32Array.from({ length: channels }, () => next() - .5));
	const { core } = engine.tf;
	const found = numbersOf(core, () => {
		const given = core.tensor(concatenated$2(slopes, channels), [images, ...mean]);
		const meanOf = (a) => graph.execute(/* @__PURE__ */ new Map([[layer, a]]), [pooled])[0];
		return core.grad((a) => core.sum(core.mul(meanOf(a), given)))(core.zeros([images, ...shape]));
	});
	const cells = shape[0] * shape[1];
	const expected = slopes.map((row) => shared(row, cells));
	return found.every((value, at) => Object.is(value, expected[Math.floor(at / (cells * channels))][at % channels]));
}

// src/models/_arrangement.ts
const stretch = (of, size, step = 1) => ({
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
		[stretch("image", images)],
		[stretch("other", channels)],
		[stretch("row", height)],
		[stretch("column", width)]
	].map(tidy),
	channels,
	sure: true
});
function gridOf$1({ axes }) {
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
	const { height, width } = gridOf$1({ axes: scaled });
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
		const part = left % next.size === 0 ? next : split$3(next, left, queue);
		if (!part) return void 0;
		axis.push(part);
		left /= part.size;
	}
	return left === 1 ? axis : void 0;
}
function split$3(factor, size, queue) {
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
	const sums = graph.nodes.filter((node) => node.kind === "elementwise" && !node.patches && used.has(node.name) && node.inputs.filter((input) => below.has(input)).length > 1);
	const hasRows = (of) => {
		const shape = shapeOf$2(graph, of);
		return shape.length === 2 && shape[0] > 1;
	};
	return sums.some((node) => hasRows(node.name) && node.inputs.some((input) => below.has(input) && hasRows(input)));
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
		...gridOf$1(patches.arrangement),
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
* cost is one plain forward pass plus the head's backward pass, and where the head is linear that one once for each class.
*/
function evidenceOf(engine, model, batch, request) {
	const { graph } = model;
	const head = headAt(model, request.layer);
	const ends = endsOf(model, request.layer, head);
	const { trunk, head: size } = atOnceOf(engine, graph, [request.layer, ...head.bypasses]);
	graph.endTrunkAt(ends);
	const classes = parts$2(request.classes, size);
	return parts$2(batch, size).flatMap((images, at) => {
		let evidence = [];
		engine.tf.core.tidy(() => {
			const made = parts$2(images, trunk).map((part) => ({
				images: part.length,
				values: graph.execute(fed(engine, graph, part), ends)
			}));
			evidence = explained(engine, model, head, {
				...request,
				classes: classes[at]
			}, made);
		});
		return evidence;
	});
}
function headAt({ graph, scores }, layer) {
	const head = headOf(graph, layer, scores.node);
	if (head) return head;
	throw new CamdriftError("layer-unknown", `The class scores do not depend on layer \`${layer}\`.`);
}
/** The layer and what bypasses it; where the head is linear nothing does, and the forward pass goes on to the scores. */
const endsOf = ({ scores }, layer, head) => isPooledLinear(head) ? [layer, scores.node] : [layer, ...head.bypasses];
function explained(engine, model, head, request, made) {
	const { layer, score, classes, rewired } = request;
	const { patches } = nodeTable(model.graph.nodes).get(layer);
	const linear = isPooledLinear(head);
	const run = new TapedHead(engine, model, head, request);
	const taped = (of) => {
		const ends = made.map(({ values }) => values.slice(0, 1 + head.bypasses.length));
		const entering = joined$6(engine, ends);
		const channels = mapOf(patches)?.axis ?? entering[0].rank - 1;
		return perImage(run.gradients(of, entering, channels), patches, classes.length);
	};
	const activations = made.flatMap(({ images, values: [value] }) => perImage(value, patches, images));
	let logits = linear && rewired !== void 0 ? taped("logit") : void 0;
	if (linear && rewired === void 0) {
		run.answers = readAnswers(model.scores, inARow(made.map(({ values }) => values[1])), request);
		const rows = (answers) => meanRows(engine, model, head, answers, request);
		logits = model.constant.of(layer, run.answers, activations, {
			rows,
			taped: () => taped("logit")
		});
	}
	return assemble(activations, score === "logit" && logits ? logits : taped(score), logits, run.answers);
}
function inARow(values) {
	const numbers = new Float32Array(values.reduce((sum, { size }) => sum + size, 0));
	let at = 0;
	for (const value of values) {
		numbers.set(value.dataSync(), at);
		at += value.size;
	}
	return numbers;
}
/** Why the engine's runtime does not run what evidence of this layer takes, where there is one that does not. Foreign text. */
function trunkProblem(model, layer) {
	model.graph.endTrunkAt(endsOf(model, layer, headAt(model, layer)));
	return model.graph.trunkProblem();
}
/** The forward pass alone: one probability per class and image. */
function answersOf(engine, model, batch) {
	const { core } = engine.tf;
	const { graph, scores } = model;
	let values = /* @__PURE__ */ new Float32Array();
	graph.endTrunkAt([scores.node]);
	core.tidy(() => {
		const [scored] = graph.execute(fed(engine, graph, batch), [scores.node]);
		values = Float32Array.from(scored.dataSync());
	});
	const request = {
		layer: "",
		classes: batch.map(() => "predicted"),
		score: "probability"
	};
	return readAnswers(scores, values, request).map(({ probabilities }) => probabilities);
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
	return Float32Array.from(channelSums({
		width,
		height,
		channels,
		data
	}));
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
const convolutions$3 = /* @__PURE__ */ new Set(["convolution", "pointwise-convolution"]);
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
			...besides$1(graph, scores, node.name)
		};
	}
	throw new CamdriftError("layer-unknown", "The model has no layer with spatial extent after a convolution, so there is nothing to map.", { remedy: "CAM methods explain convolutional classifiers; name a layer with --layer if the model has one." });
}
/**
* The last layers of what the scores read past a layer: other members of an ensemble, or earlier stages that are pooled by
* themselves.
*/
function besides$1(graph, scores, layer) {
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
	const embedded = last ?? part;
	throw new CamdriftError("layer-unknown", embedded ? `The features end as tokens, and the last through which passes all that the scores read of the patches, \`${embedded.name}\`, is a linear function of the pixels: it shows what the image holds, not what was seen in it.` : "The features end as tokens, and there is no layer through which passes all that the scores read of the patches.", names.length > 0 ? { remedy: `Name a layer with --layer; the last that still hold patches are ${names.slice(-3).join(", ")}.` } : {});
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
	return graph.nodes.every((node) => !above.has(node.name) || linear$1.has(node.kind) && !node.bends || joining$1.has(node.operation) || isMoving(node));
}
/** Sums and joins are linear, whatever they do to features; tokens are turned and repeated on their way. */
const joining$1 = /* @__PURE__ */ new Set([
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
const linear$1 = /* @__PURE__ */ new Set([
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
		...besides$1(graph, scores, name)
	};
}
function notAGrid(graph, { name, isPieces }) {
	if (isPieces) return `Layer \`${name}\` holds pieces of the image, each by itself: expected a value with all of its cells.`;
	const shape = shapeOf$2(graph, name);
	const patches = graph.nodes.findLast((node) => node.patches)?.patches;
	const image = "expected an output of height x width x channels with more than one cell";
	const found = shape.join(" x ") || "a scalar";
	if (!patches || shape.length !== 2) return `Layer \`${name}\` has no spatial extent: ${image}, got ${found}.`;
	const { width, height } = gridOf$1(patches.arrangement);
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
	for (const node of graph.nodes) if (convolutions$3.has(node.kind) || node.inputs.some((input) => convolved.has(input))) convolved.add(node.name);
	const read = readNodes(graph, scores);
	return graph.nodes.filter(({ name, kind }) => features.has(kind) && used.has(name) && convolved.has(name) && (name === scores || read.has(name)));
}
function layerInfo(graph, node) {
	const shape = shapeOf$2(graph, node.name);
	const { name, operation, patches } = node;
	if (node.isPieces) return void 0;
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
		const shape = shapeOf$2(graph, next.name);
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
	const [high, wide] = shapeOf$2(graph, name);
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
	const units = shapeOf$2(graph, found.node).reduce((product, size) => product * size, 1);
	if (units === 1) requireOneEach(graph, scoresOf(engine, graph, found.node, noise(graph.inputShape, 1)).length);
	const task = taskOf(found, units, said);
	const scores = {
		...found,
		link: linkUnder(found.link, task.kind)
	};
	const whole = {
		graph,
		scores,
		units,
		constant: new ConstantGradients(),
		means: /* @__PURE__ */ new Map()
	};
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
				const full = filledUp$2(batch, engine.smallestBatch);
				return parts$2(full, trunkAtOnce(engine, graph)).flatMap((part) => answersOf(engine, whole, part)).slice(0, batch.length);
			} catch (error) {
				throw executionProblem(error, engine);
			}
		},
		explain(batch, request) {
			const full = filledUp$2(batch, engine.smallestBatch);
			const classes = filledUp$2(request.classes, engine.smallestBatch);
			try {
				const evidence = evidenceOf(engine, whole, full, {
					...request,
					classes
				}).slice(0, batch.length);
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
function filledUp$2(items, size) {
	return items.length >= size ? items : [...items, ...Array.from({ length: size - items.length }, () => items.at(-1))];
}

// src/models/_input-shape.ts
/** The height x width x channels that a model takes; `size` fills in dimensions that the model leaves open. */
function inputShapeOf(declared, size) {
	const [height, width, channels] = declared;
	if (declared.length !== 3 || !channels || channels > 4) throw new CamdriftError("model-unsupported", `The model's input is ${describe(declared)}; camdrift explains image classifiers with input height x width x 1 to 4 channels.`, { remedy: "A map lies on a picture: name a model that takes one, of 1 to 4 channels. Inputs beside it are given numbers or files with `inputs` or --input." });
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

// src/models/onnx/value.ts
/** A value that does not depend on the image's pixels: a weight, or arithmetic with shapes. Integers are exact to 2^53. */
var Known = class Known {
	shape;
	type;
	/** Tensors made of it are kept as long as the model. */
	lasting;
	#data;
	constructor(shape, type, data, lasting = false) {
		this.shape = shape;
		this.type = type;
		this.lasting = lasting;
		this.#data = data;
	}
	get data() {
		return typeof this.#data === "function" ? this.#data() : this.#data;
	}
	/** Lets go of the numbers, once an engine has them. */
	release() {
		this.#data = () => {
			throw new RangeError("these numbers were let go of");
		};
	}
	/** The same numbers in another shape. */
	reshaped(shape) {
		return new Known(shape, this.type, () => this.data, this.lasting);
	}
};
const isLive = (value) => value !== void 0 && "tensor" in value;
const sizeOf = (shape) => shape.reduce((product, size) => product * size, 1);
/** The shape in ONNX's order of axes. */
function shapeOf$1(value) {
	if (!isLive(value)) return value.shape;
	const { shape } = value.tensor;
	return value.layout === "plain" ? shape : [
		shape[0],
		shape[3],
		shape[1],
		shape[2]
	];
}
const plain = (tensor) => ({
	tensor,
	layout: "plain"
});
const channelsLast = (tensor) => ({
	tensor,
	layout: "channels-last"
});
/** Logical axes in the order in which they lie in memory. */
const axisOrder = (layout, rank) => layout === "plain" ? Array.from({ length: rank }, (_, axis) => axis) : [
	0,
	2,
	3,
	1
];
const integers = (values, shape = [values.length]) => new Known(shape, "int", Float64Array.from(values));

// src/models/onnx/cells.ts
const shapeAt$1 = ({ inputs }, facts, at = 0) => facts.shape(inputs[at] ?? "") ?? [];
const arrangementAt = ({ inputs }, facts, at = 0) => facts.arrangement(inputs[at] ?? "");
const made$2 = (step, facts, output = 0) => facts.shape(step.outputs[output] ?? "") ?? [];
const kept = (to) => to && {
	arrangement: to,
	mixes: false
};
const counted$2 = (axis, rank) => axis < 0 ? axis + rank : axis;
/** Every cell stays: what is known of the inputs, where they agree and none is repeated. A sum of streams is a stream. */
const inPlace = (step, facts) => {
	const shape = made$2(step, facts);
	const fits = (found, own) => own.length === shape.length && found.axes.every((axis, at) => !countsCells(axis) || own[at] === shape[at]);
	const [first, ...rest] = step.inputs.flatMap((name) => {
		const found = facts.arrangement(name);
		return found && fits(found, facts.shape(name)) ? [found] : [];
	}).toSorted((a, b) => Number(b.sure) - Number(a.sure));
	if (!first || rest.some((other) => !sameCells(first, other))) return void 0;
	const axes = first.axes.map((axis, at) => countsCells(axis) ? axis : resized$1(axis, shape[at]));
	const all = arranged(first, axes);
	const streams = step.inputs.filter((name) => facts.shape(name)?.join() === shape.join() && !facts.constant(name));
	return kept(all && new Set(streams).size > 1 ? {
		...all,
		channels: widthOf(all)
	} : all);
};
/** An axis that counts no cells, of another length. */
function resized$1(axis, size) {
	if (axis.reduce((product, factor) => product * factor.size, 1) === size) return axis;
	return [...axis.filter(({ of }) => of === "image"), stretch("other", size)];
}
/** The same, of an operator that mixes the cells of some axes. */
const normalised = (axesOf) => (step, facts, output) => {
	const found = followedOf(inPlace(step, facts, output));
	const before = arrangementAt(step, facts);
	const axes = axesOf(step, shapeAt$1(step, facts).length, facts);
	return found && {
		arrangement: found,
		mixes: axes.some((axis) => countsCells(before?.axes[axis]))
	};
};
const followedOf = (found) => typeof found === "object" ? found.arrangement : void 0;
/** What makes an image of an image, and windows of windows; where nothing is known of the input, it is taken for an image. */
const anImage = (step, facts) => {
	const before = arrangementAt(step, facts);
	const shape = made$2(step, facts);
	if (shape.length !== 4) return void 0;
	if (before && !isImage(before)) return kept(windowsOf$1(before, shape));
	const image = imageArrangement(shape);
	return kept(arranged(image, image.axes));
};
/** Windows of the image, each with channels, rows and columns, counted along the axis of the images: they have cells of their own. */
function windowsOf$1(before, shape) {
	const [windows, channels, ...inside] = before.axes;
	const isOf = (of, axis) => axis?.length === 1 && axis[0].of === of;
	if (!isOf("row", inside[0]) || !isOf("column", inside[1])) return void 0;
	if (channels.some(({ of }) => of !== "other")) return void 0;
	const axes = inside.map((axis, at) => {
		const [run] = axis;
		return [{
			...run,
			size: shape[2 + at],
			step: run.step * run.size / shape[2 + at]
		}];
	});
	const found = arranged(before, [
		windows,
		[stretch("other", shape[1])],
		...axes
	]);
	return found && {
		...found,
		channels: shape[1]
	};
}
const reshaping = (step, facts) => {
	const before = arrangementAt(step, facts);
	return kept(before && reshapedTo(before, made$2(step, facts)));
};
const transposing = (step, facts) => {
	const before = arrangementAt(step, facts);
	const order = step.attributes.ints("perm") ?? before?.axes.map((_, at, { length }) => length - 1 - at) ?? [];
	return kept(before && arranged(before, order.map((axis) => before.axes[axis] ?? [])));
};
/** Rows of the left one stay, columns of the right one; what they are summed over is gone. */
const multiplying = (step, facts) => {
	const shape = made$2(step, facts);
	const rank = shape.length;
	const isDense = [0, 1].some((at) => facts.constant(step.inputs[at] ?? "")?.shape.length === 2);
	const right = arrangementAt(step, facts, 1);
	const left = besideWeights(arrangementAt(step, facts), isDense);
	const fromLeft = left?.axes.length === rank ? product$3(left, left.axes.with(-1, [stretch("other", shape.at(-1))]), -1) : void 0;
	const fromRight = right?.axes.length === rank ? product$3(right, right.axes.with(-2, [stretch("other", shape.at(-2))]), -2) : void 0;
	const found = fromLeft ?? fromRight;
	return found && {
		arrangement: found,
		mixes: !isDense || !fromLeft
	};
};
/** Weights sum over as many numbers for any number of images, so a single image that hides among those is counted before them. */
function besideWeights(before, isDense) {
	const [summed = [], last = []] = [before?.axes.at(-1), before?.axes.at(-2)];
	const isImages = ({ of }) => of === "image";
	if (!before || !isDense || before.axes.length < 2 || !summed.some(isImages)) return before;
	const axes = before.axes.with(-2, [...last, ...summed.filter(isImages)]);
	return {
		...before,
		axes: axes.with(-1, summed.filter((factor) => !isImages(factor)))
	};
}
/** Cells that are summed over, as when patches are embedded, leave coarser ones: a stream of its own. */
function product$3(before, axes, summed) {
	const found = arranged(before, axes);
	return found && countsCells(before.axes.at(summed)) ? {
		...found,
		channels: widthOf(found)
	} : found;
}
/** The matrix product of two axes. */
const denseCells = (step, facts) => {
	const before = besideWeights(arrangementAt(step, facts), true);
	if (before?.axes.length !== 2 || step.attributes.int("transA", 0) === 1) return void 0;
	return kept(product$3(before, before.axes.with(1, [stretch("other", made$2(step, facts)[1])]), 1));
};
/** Class tokens are joined to the cells, before or behind; along other axes all parts have to agree. */
const joining = (step, facts) => {
	const shape = made$2(step, facts);
	const axis = counted$2(step.attributes.int("axis", 0), shape.length);
	const known = step.inputs.map((name) => facts.arrangement(name)).filter((each) => each !== void 0);
	const first = known[0];
	if (!first || first.axes.length !== shape.length) return void 0;
	if (!countsCells(first.axes[axis])) return known.every((other) => sameCells(first, other)) ? kept(arranged(first, first.axes.with(axis, resized$1(first.axes[axis], shape[axis])))) : void 0;
	if (known.length > 1) return void 0;
	const tokens = besides(step, facts, first.axes[axis], axis, shape[axis]);
	return tokens && kept(arranged(first, first.axes.with(axis, [tokens])));
};
function besides(step, facts, cells, axis, size) {
	const at = step.inputs.findIndex((name) => facts.arrangement(name));
	const sizes = step.inputs.map((name) => (facts.constant(name)?.shape ?? facts.shape(name))?.[axis] ?? NaN);
	const sum = (some) => some.reduce((total, each) => total + each, 0);
	const before = [sum(sizes.slice(0, at)), size - sum(sizes.slice(at))].find(Number.isInteger);
	const inner = withTokens(cells);
	return before === void 0 || !inner ? void 0 : {
		...inner,
		size,
		first: before + inner.first
	};
}
/** An axis of cells alone, or with tokens beside them already. */
function withTokens(cells) {
	if (cells.length === 1 && cells[0].of === "tokens") return cells[0];
	if (cells.some(({ of }) => of !== "row" && of !== "column")) return void 0;
	return {
		of: "tokens",
		size: sizeOf(cells.map(({ size }) => size)),
		first: 0,
		cells
	};
}
/** What is reduced over is gone; cells that are reduced over leave coarser ones. */
const reducing = (step, facts) => {
	const before = arrangementAt(step, facts);
	const shape = shapeAt$1(step, facts);
	const axes = reducedAxes(step, facts);
	if (!before || !axes) return void 0;
	const isGone = (at) => axes.includes(at);
	if (before.axes.some((axis, at) => isGone(at) && axis.some(({ of }) => of === "image" || of === "tokens"))) return void 0;
	const keep = made$2(step, facts).length === shape.length;
	const left = before.axes.flatMap((axis, at) => isGone(at) ? keep ? [[]] : [] : [axis]);
	const coarser = before.axes.some((axis, at) => isGone(at) && countsCells(axis));
	const found = arranged(before, left);
	return found && {
		arrangement: coarser ? {
			...found,
			channels: widthOf(found)
		} : found,
		mixes: coarser
	};
};
/** The axes that a reduction names, counted from the start; `undefined` where they are not known. */
function reducedAxes(step, facts) {
	const rank = facts.shape(step.inputs[0] ?? "")?.length ?? 0;
	const input = step.inputs[1] ? facts.constant(step.inputs[1]) : void 0;
	if (step.inputs[1] && !input) return void 0;
	const named = step.attributes.ints("axes") ?? (input ? [...input.data] : []);
	if (named.length > 0) return named.map((axis) => counted$2(axis, rank));
	return step.attributes.int("noop_with_empty_axes", 0) === 1 ? [] : Array.from({ length: rank }, (_, axis) => axis);
}
/** The same cells where nothing grows; of an image, an image. */
const surrounding = (step, facts, output) => shapeAt$1(step, facts).join() === made$2(step, facts).join() ? inPlace(step, facts, output) : wider(step, facts, output);
const wider = (step, facts, output) => {
	const before = arrangementAt(step, facts);
	if (!before || isImage(before)) return before && anImage(step, facts, output);
	const pads = step.attributes.ints("pads") ?? [...facts.constant(step.inputs[1] ?? "")?.data ?? []];
	const rank = before.axes.length;
	if (pads.length !== 2 * rank || pads.some((size) => size < 0)) return void 0;
	const shape = made$2(step, facts);
	const axes = before.axes.map((axis, at) => padded$2(axis, pads[at] + pads[at + rank], pads[at], shape[at]));
	return axes.includes(void 0) ? void 0 : kept(arranged(before, axes));
};
/** Zeros beside the cells are tokens that are none of them. */
function padded$2(axis, added, before, size) {
	if (added === 0) return axis;
	if (!countsCells(axis)) return resized$1(axis, size);
	const inner = withTokens(axis);
	return inner && [{
		...inner,
		size,
		first: inner.first + before
	}];
}
/** Nothing moves as long as the shape stays. */
const repeating = (step, facts, output) => shapeAt$1(step, facts).join() === made$2(step, facts).join() ? inPlace(step, facts, output) : void 0;

// src/models/onnx/arrangements.ts
/** Follows the cells from the image through every step. Its pixels are the first; each convolution makes cells of its own. */
function arrangementsOf(steps, input, facts) {
	const found = /* @__PURE__ */ new Map();
	const mixing = /* @__PURE__ */ new Set();
	const beside = /* @__PURE__ */ new Set();
	const pixels = input.cells ?? pixelsOf(facts.shape(input.name) ?? [], input.isLast);
	if (pixels) found.set(input.name, pixels);
	const images = facts.shape(input.name)?.[0];
	const isOf = ({ axes }) => axes.flat().every(({ of, size }) => of !== "image" || size === images);
	const known = {
		...facts,
		arrangement: (name) => found.get(name)
	};
	const note = (step, value, at) => {
		const followed = ruleOf(step.facts.cells)(step, known, at);
		if (followed === "beside") beside.add(value);
		else if (followed && isOf(followed.arrangement)) found.set(value, followed.arrangement);
		if (typeof followed === "object" && followed.mixes) mixing.add(step);
	};
	for (const step of steps) {
		if (step.facts.cells === "placed") mixing.add(step);
		for (const [at, value] of step.outputs.entries()) if (facts.shape(value)) note(step, value, at);
	}
	return {
		of: (value) => found.get(value),
		mixes: (step) => mixing.has(step),
		isBeside: (value) => beside.has(value)
	};
}
const nowhere = () => void 0;
const rules = {
	kept: inPlace,
	placed: inPlace,
	image: anImage,
	lost: nowhere
};
const ruleOf = (cells) => typeof cells === "string" ? rules[cells] : cells;
function pixelsOf(shape, isLast) {
	if (shape.length !== 4) return void 0;
	if (!isLast) return imageArrangement(shape);
	const [images, height, width, channels] = shape;
	const axes = [
		[stretch("image", images)],
		[stretch("row", height)],
		[stretch("column", width)],
		[stretch("other", channels)]
	];
	return arranged({
		axes,
		channels,
		sure: true
	}, axes);
}

// src/models/onnx/batches.ts
/**
* How many images run at once: `undefined` for any number. One by one where a step's answer for an image depends on
* those beside it; as many as the file demands where it demands a number and not every step is known to work with any.
*/
function imagesAtOnce(plan, demanded, facts) {
	const found = new Set(plan.steps.map((step) => imagesOfStep(step, facts)));
	if (found.has("mixed")) return demanded ?? 1;
	return found.has("counted") ? demanded : void 0;
}
/** A constant that counts images fits as many as it has, unless it is a kernel. */
function imagesOfStep(step, facts) {
	const { images, kernel } = step.facts;
	const said = typeof images === "function" ? images(step, facts) : images;
	if (said !== "apart" || kernel !== "none") return said;
	return step.inputs.every((name) => {
		const shape = facts.constant(name)?.shape;
		return !shape || shape.length < 4 || shape[0] === 1;
	}) ? "apart" : "counted";
}
/** The layer that is fed, or the input, comes last: one entry of its first axis is one image. */
const imagesOf = (feeds) => [...feeds.values()].at(-1)?.shape[0] ?? 1;
/** Runs as many images at a time as the file demands and joins the answers; the last ones are filled up by repeating one. */
function inChunks(core, size, execute) {
	return (feeds, fetches) => {
		const images = imagesOf(feeds);
		if (images === size) return execute(feeds, fetches);
		const chunk = (start) => {
			const count = Math.min(size, images - start);
			const fed = [...feeds].map(([name, tensor]) => [name, filledUp$1(core, part$1(core, tensor, images, start, count), count, size)]);
			return execute(new Map(fed), fetches).map((tensor) => part$1(core, tensor, size, 0, count));
		};
		const starts = Array.from({ length: Math.ceil(images / size) }, (_, at) => at * size);
		return core.tidy(() => {
			const chunks = starts.map(chunk);
			return fetches.map((_, which) => core.concat(chunks.map((tensors) => tensors[which]), 0));
		});
	};
}
/** The rows of some images; a value may hold several rows per image. */
function part$1(core, tensor, images, start, count) {
	const each = tensor.shape[0] / images;
	const [first, rows] = [start * each, count * each];
	return core.slice(tensor, [first, ...tensor.shape.slice(1).map(() => 0)], [rows, ...tensor.shape.slice(1)]);
}
function filledUp$1(core, tensor, count, size) {
	if (count === size) return tensor;
	const last = part$1(core, tensor, count, count - 1, 1);
	return core.concat([tensor, ...Array.from({ length: size - count }, () => last)], 0);
}

// src/models/onnx/onnx_pb.ts
/**
* Describes the file onnx.proto.
*/
const file_onnx = /*@__PURE__*/ fileDesc("Cgpvbm54LnByb3RvEgRvbm54Ir4BCgpNb2RlbFByb3RvEhIKCmlyX3ZlcnNpb24YASABKAMSLgoMb3BzZXRfaW1wb3J0GAggAygLMhgub25ueC5PcGVyYXRvclNldElkUHJvdG8SFQoNcHJvZHVjZXJfbmFtZRgCIAEoCRIfCgVncmFwaBgHIAEoCzIQLm9ubnguR3JhcGhQcm90bxI0Cg5tZXRhZGF0YV9wcm9wcxgOIAMoCzIcLm9ubnguU3RyaW5nU3RyaW5nRW50cnlQcm90byI1ChJPcGVyYXRvclNldElkUHJvdG8SDgoGZG9tYWluGAEgASgJEg8KB3ZlcnNpb24YAiABKAMingEKCkdyYXBoUHJvdG8SHQoEbm9kZRgBIAMoCzIPLm9ubnguTm9kZVByb3RvEiYKC2luaXRpYWxpemVyGAUgAygLMhEub25ueC5UZW5zb3JQcm90bxIjCgVpbnB1dBgLIAMoCzIULm9ubnguVmFsdWVJbmZvUHJvdG8SJAoGb3V0cHV0GAwgAygLMhQub25ueC5WYWx1ZUluZm9Qcm90byKCAQoJTm9kZVByb3RvEg0KBWlucHV0GAEgAygJEg4KBm91dHB1dBgCIAMoCRIMCgRuYW1lGAMgASgJEg8KB29wX3R5cGUYBCABKAkSDgoGZG9tYWluGAcgASgJEicKCWF0dHJpYnV0ZRgFIAMoCzIULm9ubnguQXR0cmlidXRlUHJvdG8ipQEKDkF0dHJpYnV0ZVByb3RvEgwKBG5hbWUYASABKAkSDAoEdHlwZRgUIAEoBRIJCgFmGAIgASgCEgkKAWkYAyABKAMSCQoBcxgEIAEoDBIcCgF0GAUgASgLMhEub25ueC5UZW5zb3JQcm90bxIJCgFnGAYgASgMEg4KBmZsb2F0cxgHIAMoAhIMCgRpbnRzGAggAygDEg8KB3N0cmluZ3MYCSADKAwilAIKC1RlbnNvclByb3RvEgwKBGRpbXMYASADKAMSEQoJZGF0YV90eXBlGAIgASgFEhYKCmZsb2F0X2RhdGEYBCADKAJCAhABEhYKCmludDMyX2RhdGEYBSADKAVCAhABEhYKCmludDY0X2RhdGEYByADKANCAhABEgwKBG5hbWUYCCABKAkSEAoIcmF3X2RhdGEYCSABKAwSFwoLZG91YmxlX2RhdGEYCiADKAFCAhABEhcKC3VpbnQ2NF9kYXRhGAsgAygEQgIQARIzCg1leHRlcm5hbF9kYXRhGA0gAygLMhwub25ueC5TdHJpbmdTdHJpbmdFbnRyeVByb3RvEhUKDWRhdGFfbG9jYXRpb24YDiABKAUiNAoWU3RyaW5nU3RyaW5nRW50cnlQcm90bxILCgNrZXkYASABKAkSDQoFdmFsdWUYAiABKAkiPQoOVmFsdWVJbmZvUHJvdG8SDAoEbmFtZRgBIAEoCRIdCgR0eXBlGAIgASgLMg8ub25ueC5UeXBlUHJvdG8ifAoJVHlwZVByb3RvEisKC3RlbnNvcl90eXBlGAEgASgLMhYub25ueC5UeXBlUHJvdG8uVGVuc29yGkIKBlRlbnNvchIRCgllbGVtX3R5cGUYASABKAUSJQoFc2hhcGUYAiABKAsyFi5vbm54LlRlbnNvclNoYXBlUHJvdG8idAoQVGVuc29yU2hhcGVQcm90bxItCgNkaW0YASADKAsyIC5vbm54LlRlbnNvclNoYXBlUHJvdG8uRGltZW5zaW9uGjEKCURpbWVuc2lvbhIRCglkaW1fdmFsdWUYASABKAMSEQoJZGltX3BhcmFtGAIgASgJ");
/**
* Describes the message onnx.ModelProto.
* Use `create(ModelProtoSchema)` to create a new message.
*/
const ModelProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 0);
/**
* Describes the message onnx.OperatorSetIdProto.
* Use `create(OperatorSetIdProtoSchema)` to create a new message.
*/
const OperatorSetIdProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 1);
/**
* Describes the message onnx.GraphProto.
* Use `create(GraphProtoSchema)` to create a new message.
*/
const GraphProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 2);
/**
* Describes the message onnx.NodeProto.
* Use `create(NodeProtoSchema)` to create a new message.
*/
const NodeProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 3);
/**
* Describes the message onnx.AttributeProto.
* Use `create(AttributeProtoSchema)` to create a new message.
*/
const AttributeProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 4);
/**
* Describes the message onnx.TensorProto.
* Use `create(TensorProtoSchema)` to create a new message.
*/
const TensorProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 5);
/**
* Describes the message onnx.StringStringEntryProto.
* Use `create(StringStringEntryProtoSchema)` to create a new message.
*/
const StringStringEntryProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 6);
/**
* Describes the message onnx.ValueInfoProto.
* Use `create(ValueInfoProtoSchema)` to create a new message.
*/
const ValueInfoProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 7);
/**
* Describes the message onnx.TypeProto.
* Use `create(TypeProtoSchema)` to create a new message.
*/
const TypeProtoSchema = /*@__PURE__*/ messageDesc(file_onnx, 8);
/**
* Describes the message onnx.TypeProto.Tensor.
* Use `create(TypeProto_TensorSchema)` to create a new message.
*/
const TypeProto_TensorSchema = /*@__PURE__*/ messageDesc(file_onnx, 8, 0);

// src/models/_execution-order.ts
/**
* The nodes that `starts` need, those included, each after all it reads. Depth-first, without recursion: a hostile file
* may nest as deep as it likes.
* @param waiting what is thrown of a node that waits for itself
*/
function inExecutionOrder(starts, inputsOf, waiting = (node) => throughCycle(node.name)) {
	const state = /* @__PURE__ */ new Map();
	const sorted = [];
	const stack = starts.toReversed();
	const missing = (node) => inputsOf(node).filter((other) => {
		if (state.get(other) === "open") throw waiting(other);
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
const throughCycle = (name) => new CamdriftError("model-unreadable", `The graph has a cycle through \`${name}\`.`);

// src/models/onnx/order.ts
/** The nodes that an output needs, each after those it reads, whatever order the file has. Cycles and clashes are refused. */
function neededInOrder(graph, output) {
	const makers = makersOf(graph);
	const first = makers.get(output);
	const sorted = inExecutionOrder(first ? [first] : [], (node) => node.input.flatMap((name) => makers.get(name) ?? []), (node) => throughCycle(node.name || node.output[0]));
	const needed = new Set(sorted);
	const asWritten = graph.node.filter((node) => needed.has(node));
	return isOrdered(asWritten, makers) ? asWritten : sorted;
}
/** ONNX demands that a node stands behind what it reads; then the file's order is the reader's. */
function isOrdered(nodes, makers) {
	const before = /* @__PURE__ */ new Set([void 0]);
	return nodes.every((node) => {
		const ready = node.input.every((name) => before.has(makers.get(name)));
		before.add(node);
		return ready;
	});
}
/** Which node makes a value. Every value is made once, as ONNX demands. */
function makersOf(graph) {
	const makers = /* @__PURE__ */ new Map();
	const given = new Set(graph.initializer.map(({ name }) => name));
	if (given.size < graph.initializer.length) throw twice(graph.initializer.map(({ name }) => name));
	for (const { name } of graph.input) given.add(name);
	for (const node of graph.node) for (const name of node.output) {
		if (name !== "" && (makers.has(name) || given.has(name))) throw twice([name, name]);
		makers.set(name, node);
	}
	makers.delete("");
	return makers;
}
function twice(names) {
	const seen = /* @__PURE__ */ new Set();
	const name = names.find((other) => seen.has(other) || !seen.add(other));
	return new CamdriftError("model-unreadable", `The graph makes the value \`${name}\` twice; expected every name once.`);
}

// src/models/onnx/nothing.ts
/** They join, cut or name values, or have a guard of their own; every other kernel divides by sizes, and breaks the engine where one is 0. */
const takesNothing = /* @__PURE__ */ new Set([
	"Concat",
	"Identity",
	"Cast",
	"CastLike",
	"Reshape",
	"Slice",
	"Split",
	"ReduceSum"
]);
/**
* Refuses a value without entries where a kernel would read it. Exporters write them: what a rotary embedding leaves as it is may be
* nothing, cut off and joined again.
* @param makers which step made a value of a name
* @throws CamdriftError `model-unsupported` with both nodes
*/
function refuseNothing(step, inputs, makers) {
	if (takesNothing.has(step.operation)) return;
	const at = inputs.findIndex((value) => value && isLive(value) && value.tensor.size === 0);
	if (at < 0) return;
	const maker = makers.get(step.inputs[at]);
	const made = maker ? `Node \`${maker.name}\` (${maker.operation})` : `The input \`${step.inputs[at]}\``;
	throw new CamdriftError("model-unsupported", `${made} leaves nothing of the image: \`${step.name}\` (${step.operation}) reads a value of shape ${shapeOf$1(inputs[at]).join(" x ")}.`);
}

// src/models/onnx/limits.ts
/**
* What a network may ask for before it is run for the first time. All grows with the numbers in the file: a kilobyte that
* asks for seconds or gigabytes is refused, a large network is not. Real classifiers stay below a tenth.
*/
var Limits = class {
	/** Numbers of the file's constants that were read. */
	#numbers = 0;
	/** Images that the file wants at once. */
	#demanded = 1;
	#folded = 0;
	#entries = 0;
	#products = 0;
	#isOver = false;
	read(numbers) {
		this.#numbers += numbers;
	}
	/** From here on only sizes are looked at: the network was run once. */
	close() {
		this.#isOver = true;
	}
	/** A batch that is fixed is the file's choice, not ours: what it takes is bounded by the file's size alone. */
	demand(images) {
		this.#demanded = images;
	}
	/**
	* Refuses a value before it is allocated: at most 64 MB of float32 and 256 bytes per number of the file, never more than 128 MB, per image.
	* Of a fixed batch, 32 MB and 256 bytes per number for all its images together, if that is less.
	*/
	value(shape, images, where) {
		const [each, together] = [Math.min(2 ** 25, 2 ** 24 + 64 * this.#numbers) * images, 2 ** 23 + 64 * this.#numbers];
		if (this.#demanded === 1 || each < together) return within(shape, each, where);
		return within(shape, together, `${where}, for the ${this.#demanded} images that the file takes at once,`, { remedy: "Export the model with a batch of one, or of any size." });
	}
	/** The same of a value that does not depend on the image and that no file holds: a few lines can ask for terabytes of them. */
	constant(shape, where) {
		this.#folded += sizeOf(within(shape, 2 ** 22 + this.#numbers, where));
		this.#require(this.#folded, 2 ** 24 + 16 * this.#numbers, where, "makes constants of more than", "numbers");
		return shape;
	}
	/** Entries that one image's values have together. */
	entries(count, where) {
		this.#entries += count;
		this.#require(this.#entries, 2 ** 27 + 1024 * this.#numbers, where, "ends a run of more than", "numbers per image");
	}
	/** Products that convolutions and matrices take for one image. */
	products(count, where) {
		this.#products += count;
		this.#require(this.#products, 2 ** 32 + 2 ** 14 * this.#numbers, where, "ends a run of more than", "products per image");
	}
	#require(found, most, where, what, of) {
		if (found <= most || this.#isOver) return;
		throw new CamdriftError("model-unsupported", `${where} ${what} ${most} ${of}, which is more than a file of this size needs.`);
	}
};
function within(shape, limit, where, told = {}) {
	if (sizeOf(shape) <= limit && shape.every((length) => Number.isSafeInteger(length) && length >= 0)) return shape;
	throw new CamdriftError("model-unsupported", `${where} makes a value of shape ${shape.join(" x ") || "a scalar"}; expected at most ${limit} entries.`, told);
}

// src/models/onnx/weights.ts
/** The engine's copies of a model's constants, each in every form that operators ask for, made once. */
var Weights = class {
	core;
	limits;
	/**
	* While only shapes are asked: products with constants are zeros of the right shape, and the constants stay where they are. So what a
	* runtime will run is not run before, and held once.
	*/
	outlining = false;
	/** Constants that a single operator reads. */
	readOnce = /* @__PURE__ */ new Set();
	#forms = /* @__PURE__ */ new Map();
	constructor(core, limits = new Limits()) {
		this.core = core;
		this.limits = limits;
	}
	/** @param form the name of what `make` does to the plain tensor */
	tensor(known, form = "plain", make = (plain) => plain) {
		if (!known.lasting) return make(toTensor(this.core, known));
		const forms = this.#forms.get(known) ?? /* @__PURE__ */ new Map();
		this.#forms.set(known, forms);
		const made = forms.get(form) ?? this.#keep(known, forms, make);
		forms.set(form, made);
		return made;
	}
	/** The engine's copy of a constant in a form that it is kept in; an unnamed, passing one where there is none. */
	held(known, forms) {
		const kept = this.#forms.get(known);
		const form = forms.find((each) => kept?.has(each));
		if (form !== void 0) return {
			tensor: kept.get(form),
			form
		};
		return {
			tensor: toTensor(this.core, known),
			form: "plain"
		};
	}
	dispose() {
		for (const forms of this.#forms.values()) this.core.dispose([...forms.values()]);
		this.#forms.clear();
	}
	/** A weight with one reader is let go of once the engine has it: a model is held once, not twice. */
	#keep(known, forms, make) {
		const { core } = this;
		const kept = core.tidy(() => core.keep(core.clone(make(forms.get("plain") ?? toTensor(core, known)))));
		if (this.readOnce.has(known)) known.release();
		return kept;
	}
};
const types = {
	float: "float32",
	bool: "bool"
};
function toTensor(core, known) {
	const type = tensorType$1(known.type);
	const data = type === "float32" ? float$1(known.data) : type === "bool" ? bytes(known.data) : whole$3(known.data);
	return core.tensor(data, [...known.shape], type);
}
const tensorType$1 = (type) => type === "float" || type === "bool" ? types[type] : "int32";
const float$1 = (data) => data instanceof Float32Array ? data : Float32Array.from(data);
const bytes = (data) => data instanceof Uint8Array ? data : Uint8Array.from(data);
/** "To the end" is written as the largest 64-bit integer. */
const whole$3 = (data) => Int32Array.from(data, (value) => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value)));

// src/models/onnx/runner.ts
/** Runs a plan, from any values to any others. */
var Runner = class {
	/** Sees every value as it is made. */
	watch;
	#plan;
	#weights;
	#start;
	#makers = /* @__PURE__ */ new Map();
	/** Shapes that shape arithmetic reads, and its results, by the number of images: nothing else changes them. */
	#seen = /* @__PURE__ */ new Map();
	#observed;
	#end;
	#measuring = false;
	/** @param start the input for a number of images, to find out shapes with */
	constructor(plan, weights, end, start) {
		this.#plan = plan;
		this.#weights = weights;
		this.#end = end;
		this.#start = start;
		for (const step of plan.steps) for (const output of step.outputs) this.#makers.set(output, step);
		this.#observed = new Set([...plan.shapeSteps.values()].flatMap((step) => step.inputs));
	}
	/** The caller owns what comes back; everything in between is released. */
	run(feeds, fetches, images) {
		const values = new Map(feeds);
		for (const [name, value] of feeds) this.#observe(name, value, images);
		const needed = this.#needed(feeds, fetches);
		const readers = countReaders(needed);
		for (const name of [...fetches, ...feeds.keys()]) readers.set(name, Number.POSITIVE_INFINITY);
		for (const step of needed) {
			for (const [name, value] of this.#runStep(step, values, images)) values.set(name, values.get(name) ?? value);
			for (const name of step.inputs) this.#release(name, readers, values);
			for (const name of step.outputs) if (!readers.has(name)) this.#drop(name, values);
		}
		return fetches.map((name) => values.get(name) ?? missing$1(name));
	}
	/** A value that follows from the shapes of the fed ones alone. */
	known(name, images, feeds) {
		for (const [fed, value] of feeds) this.#observe(fed, value, images);
		return this.#known(name, images);
	}
	/** The same from shapes that a run has seen, if it has seen enough. */
	seen(name, images) {
		if (!this.#plan.shapeSteps.has(name)) return void 0;
		const { shapes } = this.#of(images);
		return this.#shapeStepsFor(name, images).every((step) => step.inputs.every((input) => input === "" || shapes.has(input) || this.#isKnown(input, images))) ? this.#known(name, images) : void 0;
	}
	#isKnown(name, images) {
		return this.#plan.constants.has(name) || this.#plan.shapeSteps.has(name) || this.#of(images).values.has(name);
	}
	#needed(feeds, fetches) {
		const wanted = /* @__PURE__ */ new Set();
		const ask = (name) => {
			const step = this.#makers.get(name);
			if (step && !feeds.has(name)) wanted.add(step);
		};
		for (const name of fetches) ask(name);
		for (const step of this.#plan.steps.toReversed()) if (wanted.has(step)) for (const name of step.inputs) ask(name);
		return this.#plan.steps.filter((step) => wanted.has(step));
	}
	#runStep(step, values, images) {
		const inputs = step.inputs.map((name) => name === "" ? void 0 : values.get(name) ?? this.#known(name, images));
		refuseNothing(step, inputs, this.#makers);
		const given = new Set(inputs.flatMap((value) => value && isLive(value) ? [value.tensor] : []));
		const { core } = this.#weights;
		const layouts = [];
		return core.tidy(() => step.run(inputs, images).map((value) => {
			const live = isLive(value) ? value : plain(toTensor(core, value));
			layouts.push(live.layout);
			return given.has(live.tensor) || live.tensor.kept ? core.clone(live.tensor) : live.tensor;
		})).flatMap((tensor, at) => {
			const name = step.outputs[at];
			const value = {
				tensor,
				layout: layouts[at]
			};
			this.#weights.limits.entries(tensor.size / images, `Node \`${step.name}\` (${step.operation})`);
			if (name) this.#observe(name, value, images);
			else tensor.dispose();
			return name ? [[name, value]] : [];
		});
	}
	#observe(name, value, images) {
		this.watch?.(name, value);
		if (this.#observed.has(name)) this.#of(images).shapes.set(name, shapeOf$1(value));
	}
	#of(images) {
		const seen = this.#seen.get(images) ?? {
			shapes: /* @__PURE__ */ new Map(),
			values: /* @__PURE__ */ new Map()
		};
		this.#seen.set(images, seen);
		return seen;
	}
	/** A constant, or the result of arithmetic with shapes. */
	#known(name, images) {
		const { values } = this.#of(images);
		const found = this.#plan.constants.get(name) ?? values.get(name);
		if (found) return found;
		for (const step of this.#shapeStepsFor(name, images)) {
			const inputs = step.inputs.map((input) => input === "" ? void 0 : this.#ready(input, images));
			for (const [at, value] of step.exactly(inputs, images).entries()) if (step.outputs[at]) values.set(step.outputs[at], value);
		}
		return values.get(name) ?? missing$1(name);
	}
	/** What has to be computed for a shape value, in execution order, without recursion. */
	#shapeStepsFor(name, images) {
		const { values } = this.#of(images);
		const needed = /* @__PURE__ */ new Set();
		const queue = [name];
		for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
			const step = this.#plan.shapeSteps.get(next);
			if (!step || values.has(next) || needed.has(step)) continue;
			needed.add(step);
			queue.push(...step.inputs);
		}
		return [...new Set(this.#plan.shapeSteps.values())].filter((step) => needed.has(step));
	}
	#ready(name, images) {
		const { shapes, values } = this.#of(images);
		const known = this.#plan.constants.get(name) ?? values.get(name);
		if (known) return known;
		if (!shapes.has(name) && this.#measuring) throw unmeasured(name);
		if (!shapes.has(name)) this.#measure(images);
		const shape = shapes.get(name) ?? missing$1(name);
		return new Known(shape, "float", () => {
			throw new CamdriftError("model-unsupported", `The pixels of \`${name}\` take part in arithmetic with shapes.`);
		});
	}
	/** Runs everything whose shape is read, also what nothing but its shape is read of. */
	#measure(images) {
		this.#measuring = true;
		try {
			this.#weights.core.tidy(() => {
				this.run(this.#start(images), this.everything, images);
			});
		} finally {
			this.#measuring = false;
		}
	}
	/** The end, and every value whose shape is read. */
	get everything() {
		return [.../* @__PURE__ */ new Set([this.#end, ...[...this.#observed].filter((name) => this.#makers.has(name))])];
	}
	#release(name, readers, values) {
		const left = (readers.get(name) ?? Number.POSITIVE_INFINITY) - 1;
		readers.set(name, left);
		if (left === 0) this.#drop(name, values);
	}
	#drop(name, values) {
		values.get(name)?.tensor.dispose();
		values.delete(name);
	}
};
function countReaders(steps) {
	const readers = /* @__PURE__ */ new Map();
	for (const name of steps.flatMap((step) => step.inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
	return readers;
}
const unmeasured = (name) => new CamdriftError("model-unsupported", `A shape is computed from that of \`${name}\`, which has none before it is needed.`);
const missing$1 = (name) => {
	throw new RangeError(`the value ${name} was not computed`);
};

// src/models/onnx/operation.ts
/** Of the operator sets whose definitions were compared with what is implemented. */
const operatorSets$1 = {
	oldest: 7,
	newest: 28
};

// src/models/onnx/operators/_shapes.ts
/** The shape that Reshape, Flatten, Squeeze or Unsqueeze gives its input. */
const reshaped$1 = {
	Reshape: (call) => reshapeTarget(call, call.shape(0), call.numbersFrom("shape", 1) ?? []),
	Flatten(call) {
		const shape = call.shape(0);
		const axis = call.attributes.int("axis", 1);
		const at = axis < 0 ? axis + shape.length : axis;
		return [sizeOf(shape.slice(0, at)), sizeOf(shape.slice(at))];
	},
	Squeeze(call) {
		const shape = call.shape(0);
		const axes = call.numbersFrom("axes", 1)?.map((axis) => axis < 0 ? axis + shape.length : axis);
		if (axes?.some((axis) => shape[axis] !== 1)) call.fail(`squeezes axes ${axes} of ${shape.join(" x ")}`);
		return shape.filter((size, axis) => axes ? !axes.includes(axis) : size !== 1);
	},
	Unsqueeze(call) {
		const [shape, named] = [[...call.shape(0)], call.numbersFrom("axes", 1) ?? []];
		const rank = shape.length + named.length;
		const axes = new Set(named.map((axis) => axis < 0 ? axis + rank : axis));
		return Array.from({ length: rank }, (_, axis) => axes.has(axis) ? 1 : shape.shift() ?? call.fail("has odd axes"));
	}
};
/** 0 copies a dimension, -1 is what remains. */
function reshapeTarget(call, from, target) {
	const literal = call.attributes.int("allowzero", 0) === 1;
	const copied = target.map((size, axis) => size === 0 && !literal ? from[axis] : size);
	const known = copied.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
	const filled = copied.map((size) => size === -1 ? sizeOf(from) / known : size);
	if (sizeOf(filled) === sizeOf(from) && filled.every((size) => Number.isInteger(size) && size >= 0)) return filled;
	return call.fail(`reshapes ${from.join(" x ")} to ${target.join(" x ")}, which does not fit`);
}
/** Starts, ends, axes and steps are attributes before operator set 10, inputs after. */
function cuts(call) {
	const shape = call.shape(0);
	const starts = call.numbersFrom("starts", 1) ?? [];
	const ends = call.numbersFrom("ends", 2) ?? [];
	const axes = call.numbersFrom("axes", 3) ?? starts.map((_, axis) => axis);
	const steps = call.has(4) ? call.numbers(4) : starts.map(() => 1);
	if (ends.length !== starts.length) call.fail(`slices from ${starts.join(", ")} to ${ends.join(", ")}: as many ends as starts are expected`);
	return axes.map((named, at) => {
		const axis = named < 0 ? named + shape.length : named;
		const size = shape[axis] ?? call.fail(`slices axis ${named} of ${shape.join(" x ")}`);
		const step = steps[at] || call.fail("slices with a step of 0");
		const counted = (value) => value < 0 ? value + size : value;
		const clamped = (value, low, high) => Math.max(low, Math.min(high, value));
		const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
		const start = clamped(counted(starts[at]), 0, high);
		const end = clamped(counted(ends[at]), low, high);
		return {
			axis,
			start,
			step,
			count: Math.max(0, Math.ceil((end - start) / step))
		};
	});
}
/** The lengths of the parts along the axis. */
function parts$1(call, size) {
	const named = call.numbersFrom("split", 1);
	const count = call.attributes.int("num_outputs", call.outputs);
	if (!named && !(count >= 1 && count <= Math.max(size, call.outputs))) return call.fail(`splits ${size} entries into ${count} parts`);
	const each = Math.ceil(size / count);
	const lengths = named ?? Array.from({ length: count }, (_, at) => Math.max(0, Math.min(each, size - at * each)));
	if (lengths.reduce((sum, length) => sum + length, 0) === size && lengths.length >= call.outputs) return lengths;
	return call.fail(`splits ${size} entries into ${lengths.join(", ")}`);
}
function axisOf(call, fallback, rank = call.shape(0).length) {
	const axis = call.attributes.int("axis", fallback);
	const found = axis < 0 ? axis + rank : axis;
	return found >= 0 && found < rank ? found : call.fail(`names axis ${axis} of a value with ${rank} dimensions`);
}
/** Each of them there, and none twice: kernels do not look, and would write beyond their memory. */
function axesOf$1(call, named, shape) {
	const axes = named.map((axis) => axis < 0 ? axis + shape.length : axis);
	if (axes.every((axis, at) => shape[axis] !== void 0 && axes.indexOf(axis) === at)) return axes;
	return call.fail(`names axes ${named.slice(0, 9).join(", ")} of ${shape.join(" x ")}`);
}
function broadcast(call, a, b) {
	const rank = Math.max(a.length, b.length);
	return Array.from({ length: rank }, (_, axis) => {
		const [left, right] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
		if (left !== right && left !== 1 && right !== 1) call.fail(`joins values of shapes ${a.join(" x ")} and ${b.join(" x ")}, which do not fit`);
		return left === 1 ? right : left;
	});
}

// src/models/onnx/known/_indexing.ts
/** A constant of another shape, each entry taken from where `from` says; steps per axis, as in memory. */
function picked(source, shape, from) {
	const { data } = source;
	const answer = emptyLike(data, sizeOf(shape));
	const index = shape.map(() => 0);
	for (let at = 0; at < answer.length; at++) {
		answer[at] = data[from(index)];
		advance(index, shape);
	}
	return new Known(shape, source.type, answer);
}
function advance(index, shape) {
	for (let axis = shape.length - 1; axis >= 0; axis--) {
		index[axis] += 1;
		if (index[axis] < shape[axis]) return;
		index[axis] = 0;
	}
}
const emptyLike = (data, length) => new data.constructor(length);
/** How far apart neighbours along each axis lie. */
function strides(shape) {
	return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}
/** Steps of a value that is broadcast to a shape: none along an axis of one entry. */
function broadcastStrides(shape, target) {
	const own = strides(shape);
	return target.map((_, axis) => {
		const at = axis - target.length + shape.length;
		return at < 0 || shape[at] === 1 ? 0 : own[at];
	});
}
const dot = (index, steps) => index.reduce((sum, value, axis) => sum + value * steps[axis], 0);

// src/models/onnx/known/arithmetic.ts
const pairwise$2 = (operation, type) => (call) => call.inputs.slice(1).reduce((left, _, at) => joined$5(call, left, call.known(at + 1), operation, type), call.known(0));
function joined$5(call, a, b, operation, type = a.type) {
	const shape = call.boundedConstant(broadcast(call, a.shape, b.shape));
	const [left, right] = [spread$1(a, shape), spread$1(b, shape)];
	const whole = a.type !== "float";
	const data = numbers$1(type, sizeOf(shape));
	for (let at = 0; at < data.length; at++) data[at] = operation(left[at], right[at], whole);
	return new Known(shape, type, data);
}
function spread$1(value, shape) {
	if (sizeOf(value.shape) === sizeOf(shape)) return value.data;
	const steps = broadcastStrides(value.shape, shape);
	return picked(value, shape, (index) => dot(index, steps)).data;
}
const numbers$1 = (type, length) => type === "float" ? new Float32Array(length) : type === "bool" ? new Uint8Array(length) : new Float64Array(length);
const each$3 = (operation, type) => (call) => {
	const x = call.known(0);
	const to = type ?? x.type;
	const data = numbers$1(to, sizeOf(x.shape));
	for (const [at, value] of x.data.entries()) data[at] = operation(value);
	return new Known(x.shape, to, data);
};
/** Limits are attributes before operator set 11. */
const clip$1 = (call) => {
	const limit = (at, name, fallback) => call.has(at) ? call.numbers(at)[0] : call.attributes.float(name, fallback);
	const [low, high] = [limit(1, "min", Number.NEGATIVE_INFINITY), limit(2, "max", Number.POSITIVE_INFINITY)];
	return each$3((x) => Math.min(high, Math.max(low, x)))(call);
};
/** Halves go to the even neighbour. */
const roundedToEven = (x) => {
	const near = Math.round(x);
	return Math.abs(x % 1) === .5 && near % 2 !== 0 ? near - 1 : near;
};
const cast$1 = (call) => {
	const to = call.attributes.int("to", 1);
	if (to === 9) return each$3((x) => x === 0 ? 0 : 1, "bool")(call);
	return [
		1,
		10,
		11,
		16
	].includes(to) ? each$3((x) => x, "float")(call) : each$3(Math.trunc, "int")(call);
};
const choose$2 = (call) => {
	const [condition, a, b] = [
		call.known(0),
		call.known(1),
		call.known(2)
	];
	const shape = call.boundedConstant(broadcast(call, broadcast(call, condition.shape, a.shape), b.shape));
	const [chosen, yes, no] = [
		spread$1(condition, shape),
		spread$1(a, shape),
		spread$1(b, shape)
	];
	const data = numbers$1(a.type, sizeOf(shape));
	for (let at = 0; at < data.length; at++) data[at] = (chosen[at] ? yes : no)[at];
	return new Known(shape, a.type, data);
};
/** The remainder with the divisor's sign; by infinity, the dividend or that infinity. */
function floored(a, b) {
	const rest = a % b;
	return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}
const truth$1 = (operation) => pairwise$2((a, b) => operation(a, b) ? 1 : 0, "bool");
const exactArithmetic = {
	Add: pairwise$2((a, b) => a + b),
	Sub: pairwise$2((a, b) => a - b),
	Mul: pairwise$2((a, b) => a * b),
	Div: pairwise$2((a, b, whole) => whole ? Math.trunc(a / b) : a / b),
	Mod: (call) => call.attributes.int("fmod", 0) === 1 ? pairwise$2((a, b) => a % b)(call) : pairwise$2(floored)(call),
	Pow: pairwise$2((a, b) => a ** b),
	Max: pairwise$2((a, b) => Math.max(a, b)),
	Min: pairwise$2((a, b) => Math.min(a, b)),
	Sum: pairwise$2((a, b) => a + b),
	Equal: truth$1((a, b) => a === b),
	Greater: truth$1((a, b) => a > b),
	GreaterOrEqual: truth$1((a, b) => a >= b),
	Less: truth$1((a, b) => a < b),
	LessOrEqual: truth$1((a, b) => a <= b),
	And: truth$1((a, b) => a !== 0 && b !== 0),
	Or: truth$1((a, b) => a !== 0 || b !== 0),
	Xor: truth$1((a, b) => a !== 0 !== (b !== 0)),
	Not: each$3((x) => x === 0 ? 1 : 0, "bool"),
	Clip: clip$1,
	Round: each$3(roundedToEven),
	Neg: each$3((x) => -x),
	Abs: each$3(Math.abs),
	Floor: each$3(Math.floor),
	Ceil: each$3(Math.ceil),
	Sqrt: each$3(Math.sqrt),
	Sign: each$3(Math.sign),
	Reciprocal: each$3((x) => 1 / x),
	Identity: (call) => call.known(0),
	Cast: cast$1,
	Where: choose$2
};

// src/models/onnx/operators/_broadcast.ts
/** All inputs in one layout, which is channels-last as soon as an image-like one is, and the layout. */
function aligned$2(call) {
	const present = call.inputs.flatMap((value, at) => value ? [at] : []);
	call.bounded(broadcastShape(call, present.map((at) => call.shape(at))));
	const last = present.some((at) => {
		const value = call.input(at);
		return isLive(value) && value.layout === "channels-last";
	});
	const deep = present.some((at) => call.shape(at).length > 4);
	const layout = last && !deep ? "channels-last" : "plain";
	return {
		tensors: present.map((at) => operand(call, at, layout)),
		layout
	};
}
/** Scalars need no axes. */
function operand(call, at, layout) {
	const value = call.input(at);
	if (!isLive(value) && shapeOf$1(value).length === 0) return call.plain(at);
	return call.inLayout(at, layout);
}
/** One operation on each pair of entries. */
const elementwise$1 = (operation) => (call) => {
	const { tensors, layout } = aligned$2(call);
	return {
		tensor: operation(call, ...tensors),
		layout
	};
};
function broadcastShape(call, shapes) {
	const rank = Math.max(0, ...shapes.map((shape) => shape.length));
	return Array.from({ length: rank }, (_, axis) => {
		const sizes = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1).filter((size) => size !== 1);
		if (sizes.some((size) => size !== sizes[0])) call.fail(`joins values of shapes ${shapes.map((shape) => shape.join(" x ")).join(" and ")}, which do not fit`);
		return sizes[0] ?? 1;
	});
}

// src/models/onnx/operators/_families.ts
const { newest } = operatorSets$1;
/** From an operator set on, or from the first that is read. */
const since = (first) => [first, newest];
const always = since(1);
/** One operation on each entry, wherever it lies. */
const entrywise = {
	sets: always,
	exact: void 0,
	features: "other",
	cells: "kept",
	images: "apart",
	axes: "as-they-come",
	scale: "none",
	kernel: "none"
};
/** An activation that networks have behind their convolutions. */
const activationOf = (run, more = {}) => ({
	...entrywise,
	features: "elementwise",
	...more,
	run
});
/** A function that makes no features of its own. */
const entrywiseOf = (run, more = {}) => ({
	...entrywise,
	...more,
	run
});
/** Of an image N, C, H, W an image of other cells. */
const spatial = {
	sets: always,
	exact: void 0,
	features: "spatial",
	cells: "image",
	images: "apart",
	axes: "nchw",
	scale: "none",
	kernel: "none"
};
const spatialOf = (run, more = {}) => ({
	...spatial,
	...more,
	run
});
/** Where nothing is known to stay: it runs, and is followed no further. */
const opaque = {
	sets: always,
	exact: void 0,
	features: "other",
	cells: "lost",
	images: "counted",
	axes: "rearranged",
	scale: "none",
	kernel: "none"
};
const opaqueOf = (run, more = {}) => ({
	...opaque,
	...more,
	run
});

// src/models/onnx/operators/_gradients.ts
/**
* An operation that TensorFlow.js cannot differentiate, with its gradient.
* @param backward the gradient with respect to x, from that with respect to the value, and x
*/
function withGradient(core, x, forward, backward) {
	return core.customGrad((input, save) => {
		save([input]);
		return {
			value: forward(input),
			gradFunc: (dy, saved) => backward(dy, saved[0])
		};
	})(x);
}
/** The p-th root of what is not negative. Its slope at 0 is taken as 0, as torch does for lengths, not as infinite. */
const root = (core, x, p) => withGradient(core, x, (value) => p === 2 ? core.sqrt(value) : core.pow(value, 1 / p), (dy, value) => {
	const slope = core.mul(core.pow(core.maximum(value, 1e-37), 1 / p - 1), 1 / p);
	return core.mul(dy, core.where(core.greater(value, 0), slope, core.zerosLike(value)));
});
/** A yes or no, or a position: it does not change when its inputs change a little. */
function stepwise(core, operation, ...inputs) {
	return core.customGrad((...given) => {
		const [save] = given.splice(inputs.length);
		save(given);
		return {
			value: operation(...given),
			gradFunc: (_, saved) => saved.map((tensor) => core.zerosLike(tensor))
		};
	})(...inputs);
}
/** Rounding has no slope; networks that round were trained as if it had one. */
const straightThrough = (core, x, operation) => withGradient(core, x, operation, (dy) => core.clone(dy));

// src/models/onnx/operators/activation.ts
/** One operation on each entry, in whatever layout they lie. */
const each$2 = (operation) => (call) => {
	const { tensor, layout } = call.asIs();
	return {
		tensor: operation(call.core, tensor, call),
		layout
	};
};
const hardSigmoid$1 = (core, x, alpha, beta) => core.clipByValue(core.add(core.mul(x, alpha), beta), 0, 1);
const gelu = (core, x, { attributes }) => {
	const form = attributes.string("approximate", "none");
	attributes.require("approximate", form, ["none", "tanh"]);
	const inner = core.mul(core.add(x, core.mul(core.mul(core.square(x), x), .044715)), Math.sqrt(2 / Math.PI));
	const spread = form === "tanh" ? core.tanh(inner) : core.erf(core.mul(x, Math.SQRT1_2));
	return core.mul(core.mul(x, .5), core.add(spread, 1));
};
/** TensorFlow.js's own softplus is 0 far below zero; this one is exact there too. */
const softplus = (core, x) => core.add(core.relu(x), core.log1p(core.exp(core.neg(core.abs(x)))));
/** Limits are attributes before operator set 11. */
const clip = (core, x, call) => {
	const limit = (at, name, fallback) => call.has(at) ? void 0 : call.attributes.float(name, fallback);
	const [low, high] = [limit(1, "min", Number.NEGATIVE_INFINITY), limit(2, "max", Number.POSITIVE_INFINITY)];
	const known = (at) => call.has(at) && isLive(call.input(at)) ? void 0 : call.has(at);
	if (known(1) !== void 0 && known(2) !== void 0) {
		const [from, to] = [low ?? call.numbers(1)[0], high ?? call.numbers(2)[0]];
		return from <= to ? clipped$1(core, x, from, to) : core.fill(x.shape, to);
	}
	const floor = low === Number.NEGATIVE_INFINITY ? x : core.maximum(x, low ?? call.plain(1));
	return core.minimum(floor, high ?? call.plain(2));
};
/** ReLU6 has a fast kernel; where x lies outside no gradient passes, nor at the limits. */
function clipped$1(core, x, low, high) {
	if (low === 0 && high === 6 && x.dtype === "float32") return core.relu6(x);
	if (low === 0 && high === Number.POSITIVE_INFINITY) return core.relu(x);
	if (x.dtype !== "float32") return core.minimum(core.maximum(x, core.scalar(Math.max(low, -(2 ** 31)), x.dtype)), core.scalar(Math.min(high, 2 ** 31 - 1), x.dtype));
	const finite = (limit) => Math.max(-34028234663852886e22, Math.min(34028234663852886e22, limit));
	return core.clipByValue(x, finite(low), finite(high));
}
const prelu = elementwise$1(({ core }, x, slope) => core.prelu(x, core.broadcastTo(slope, x.shape)));
const celu = (core, x, { attributes }) => {
	const alpha = attributes.float("alpha", 1);
	return core.add(core.relu(x), core.mul(core.elu(core.div(core.minimum(x, 0), alpha)), alpha));
};
/** Towards zero by the bias, and zero near zero. */
const shrink = (core, x, { attributes }) => {
	const [limit, bias] = [attributes.float("lambd", .5), attributes.float("bias", 0)];
	const far = stepwise(core, (y) => core.cast(core.greater(core.abs(y), limit), "float32"), x);
	return core.mul(far, core.sub(x, core.mul(core.sign(x), bias)));
};
function isInfinite(core, x, attributes) {
	const counted = Object.entries({
		detect_positive: Number.POSITIVE_INFINITY,
		detect_negative: Number.NEGATIVE_INFINITY
	}).filter(([name]) => attributes.int(name, 1) === 1);
	const none = core.zerosLike(core.isInf(x));
	return counted.reduce((found, [, side]) => core.logicalOr(found, core.equal(x, side)), none);
}
/** Activations that networks have behind their convolutions. */
const activations$2 = {
	Relu: each$2((core, x) => core.relu(x)),
	LeakyRelu: each$2((core, x, { attributes }) => core.leakyRelu(x, attributes.float("alpha", .01))),
	PRelu: prelu,
	Clip: each$2(clip),
	HardSigmoid: each$2((core, x, { attributes }) => hardSigmoid$1(core, x, attributes.float("alpha", .2), attributes.float("beta", .5))),
	HardSwish: each$2((core, x) => core.mul(x, hardSigmoid$1(core, x, 1 / 6, .5))),
	Swish: each$2((core, x, { attributes }) => core.mul(x, core.sigmoid(core.mul(x, attributes.float("alpha", 1))))),
	Elu: each$2((core, x, { attributes }) => {
		const alpha = attributes.float("alpha", 1);
		return alpha === 1 ? core.elu(x) : core.add(core.relu(x), core.mul(core.elu(core.minimum(x, 0)), alpha));
	}),
	Celu: each$2(celu),
	Selu: each$2((core, x, { attributes }) => {
		const [alpha, gamma] = [attributes.float("alpha", 1.6732632), attributes.float("gamma", 1.050701)];
		return core.mul(core.add(core.relu(x), core.mul(core.elu(core.minimum(x, 0)), alpha)), gamma);
	}),
	ThresholdedRelu: each$2((core, x, { attributes }) => core.mul(x, stepwise(core, (y) => core.cast(core.greater(y, attributes.float("alpha", 1)), "float32"), x))),
	Gelu: each$2(gelu),
	Mish: each$2((core, x, call) => core.mul(x, core.tanh(softplus(core, x, call)))),
	Softplus: each$2(softplus),
	Softsign: each$2((core, x) => core.div(x, core.add(core.abs(x), 1))),
	Tanh: each$2((core, x) => core.tanh(x))
};
const inverses = [
	"acos",
	"acosh",
	"asin",
	"asinh",
	"atan",
	"atanh",
	"cosh",
	"sinh",
	"tan"
];
const activation$1 = {
	...Object.fromEntries(Object.entries(activations$2).map(([name, run]) => [name, activationOf(run)])),
	Clip: activationOf(activations$2.Clip, { exact: exactArithmetic.Clip }),
	Gelu: activationOf(activations$2.Gelu, { sets: since(20) }),
	Mish: activationOf(activations$2.Mish, { sets: since(18) }),
	Celu: activationOf(activations$2.Celu, { sets: since(12) }),
	Swish: activationOf(activations$2.Swish, { sets: since(24) }),
	HardSwish: activationOf(activations$2.HardSwish, { sets: since(14) }),
	ThresholdedRelu: activationOf(activations$2.ThresholdedRelu, { sets: since(10) }),
	Sigmoid: activationOf(each$2((core, x) => core.sigmoid(x)), { features: "sigmoid" }),
	Erf: entrywiseOf(each$2((core, x) => core.erf(x)), { sets: since(9) }),
	Exp: entrywiseOf(each$2((core, x) => core.exp(x))),
	Log: entrywiseOf(each$2((core, x) => core.log(x))),
	Sqrt: entrywiseOf(each$2((core, x) => core.sqrt(x)), { exact: exactArithmetic.Sqrt }),
	Sin: entrywiseOf(each$2((core, x) => core.sin(x))),
	Cos: entrywiseOf(each$2((core, x) => core.cos(x))),
	...Object.fromEntries(inverses.map((name) => [`${name[0].toUpperCase()}${name.slice(1)}`, entrywiseOf(each$2((core, x) => core[name](x)))])),
	Shrink: entrywiseOf(each$2(shrink), { sets: since(9) }),
	IsNaN: entrywiseOf(each$2((core, x) => stepwise(core, (y) => core.isNaN(y), x)), { sets: since(9) }),
	IsInf: entrywiseOf(each$2((core, x, { attributes }) => stepwise(core, (y) => isInfinite(core, y, attributes), x)), { sets: since(10) }),
	Neg: entrywiseOf(each$2((core, x) => core.neg(x)), { exact: exactArithmetic.Neg }),
	Abs: entrywiseOf(each$2((core, x) => core.abs(x)), { exact: exactArithmetic.Abs }),
	Reciprocal: entrywiseOf(each$2((core, x) => core.reciprocal(x)), { exact: exactArithmetic.Reciprocal }),
	Sign: entrywiseOf(each$2((core, x) => core.sign(x)), {
		sets: since(9),
		exact: exactArithmetic.Sign
	}),
	Floor: entrywiseOf(each$2((core, x) => core.floor(x)), { exact: exactArithmetic.Floor }),
	Ceil: entrywiseOf(each$2((core, x) => core.ceil(x)), { exact: exactArithmetic.Ceil }),
	Round: entrywiseOf(each$2((core, x) => core.round(x)), {
		sets: since(11),
		exact: exactArithmetic.Round
	}),
	Not: entrywiseOf(each$2((core, x) => stepwise(core, (y) => core.logicalNot(core.cast(y, "bool")), x)), { exact: exactArithmetic.Not }),
	Identity: entrywiseOf(each$2((core, x) => core.clone(x)), {
		features: "identity",
		scale: "moved",
		exact: exactArithmetic.Identity
	}),
	Cast: entrywiseOf(each$2((core, x, call) => cast(core, x, tensorType(call))), {
		features: "identity",
		exact: exactArithmetic.Cast
	}),
	CastLike: entrywiseOf(each$2((core, x, call) => isFourBit(call) ? call.fail("casts to 4 bits") : cast(core, x, call.plain(1).dtype)), {
		sets: since(15),
		features: "identity"
	}),
	Dropout: entrywiseOf(each$2((core, x, call) => dropout(core, x, call)), {
		features: "identity",
		scale: "moved"
	})
};
function dropout(core, x, call) {
	if (call.outputs > 1) return call.fail("asks for the mask of a dropout");
	if (call.has(2) && call.numbers(2)[0] === 1) return call.fail("drops out in training mode");
	return core.clone(x);
}
/** WebAssembly's own cast keeps the lowest byte of a number where yes or no is asked for: 0.5 would be no. */
const cast = (core, x, to) => to === "bool" && x.dtype !== "bool" ? stepwise(core, (y) => core.notEqual(y, core.scalar(0, y.dtype)), x) : core.cast(x, to);
function isFourBit(call) {
	const like = call.input(1);
	return !isLive(like) && ["int4", "uint4"].includes(like.type);
}
/** Element types that are neither boolean nor an integer are computed in float32. */
function tensorType(call) {
	const type = call.attributes.int("to", 1);
	if (type > 16) return call.fail(`casts to ONNX's element type ${type}`);
	return type === 9 ? "bool" : [
		1,
		10,
		11,
		16
	].includes(type) ? "float32" : "int32";
}

// src/models/onnx/operators/_features.ts
const shapeAt = ({ inputs }, facts, at = 0) => facts.shape(inputs[at] ?? "") ?? [];
/** A linear 1x1 convolution commutes with the mean over the grid. */
function convolutionFeatures(step, facts) {
	const [, , ...kernel] = facts.constant(step.inputs[1] ?? "")?.shape ?? shapeAt(step, facts, 1);
	const ones = [...kernel, ...step.attributes.ints("strides") ?? []].every((size) => size === 1);
	const padded = (step.attributes.ints("pads") ?? []).some((size) => size !== 0);
	return ones && !padded ? "pointwise-convolution" : "convolution";
}
/** Linear where one operand is the features, the other a constant scalar or one value per channel. */
function sumFeatures(step, facts) {
	const [left, right] = step.inputs.map((name) => facts.constant(name));
	const known = left ?? right;
	const features = left ? step.inputs[1] : step.inputs[0];
	if (!known) return "elementwise";
	return isPerChannel(known.shape, facts.shape(features) ?? [], facts.orientation(features)) ? "pointwise-linear" : "elementwise";
}
/** A constant that is divided is linear in nothing. */
const quotientFeatures = (step, facts) => facts.constant(step.inputs[0]) ? "elementwise" : sumFeatures(step, facts);
function isPerChannel(constant, features, orientation) {
	const channel = features.length === 4 && orientation === "nchw" ? 1 : features.length - 1;
	return constant.every((size, at) => size === 1 || at - constant.length + features.length === channel);
}
/** A product that sums over cells embeds patches; one with a matrix at every cell is linear. */
function productFeatures(step, facts) {
	if (facts.constant(step.inputs[1] ?? "")?.shape.length !== 2) return "other";
	const before = facts.arrangement(step.inputs[0]);
	if (before) return countsCells(before.axes.at(-1)) ? "convolution" : "pointwise-linear";
	return shapeAt(step, facts).length === 4 && facts.orientation(step.inputs[0]) === "nchw" ? "other" : "pointwise-linear";
}
const denseFeatures = (step, facts) => facts.constant(step.inputs[1] ?? "") ? "pointwise-linear" : "other";
function averageFeatures(step, facts) {
	const [, , ...grid] = shapeAt(step, facts);
	const kernel = step.attributes.ints("kernel_shape") ?? [];
	const isWhole = kernel.length === grid.length && kernel.every((size, at) => size >= grid[at]);
	const isPadded = (step.attributes.ints("pads") ?? []).some((size) => size !== 0);
	return isWhole && !isPadded ? "global-average" : "spatial";
}
/** The mean over every cell, wherever they lie, and nothing else. */
function meanFeatures(step, facts) {
	const axes = reducedAxes(step, facts)?.toSorted() ?? [];
	const before = facts.arrangement(step.inputs[0]);
	if (before) {
		const grid = before.axes.flatMap((axis, at) => countsCells(axis) ? [at] : []);
		return grid.every((at) => before.axes[at].every(({ of }) => of === "row" || of === "column")) && axes.join() === grid.join() ? "global-average" : "other";
	}
	const image = facts.orientation(step.inputs[0]) === "nchw" ? "2,3" : "1,2";
	return shapeAt(step, facts).length === 4 && axes.join() === image ? "global-average" : "other";
}
/** Parts of an image that are joined along its rows or columns, as pooled windows are, need not lie as in the picture. */
function joinFeatures(step, facts) {
	const shape = shapeAt(step, facts);
	if (shape.length < 2) return "other";
	const joined = step.attributes.int("axis", 0);
	const axis = joined < 0 ? joined + shape.length : joined;
	const image = facts.orientation(step.inputs[0]) === "nchw" ? [2, 3] : [1, 2];
	const isFollowed = facts.arrangement(step.outputs[0]) !== void 0;
	return shape.length === 4 && image.includes(axis) && !isFollowed ? "other" : "elementwise";
}

// src/models/onnx/operators/arithmetic.ts
const pairwise$1 = (operation) => elementwise$1(({ core }, a, b) => operation(core, a, b));
const many$2 = (operation) => elementwise$1(({ core }, first, ...rest) => rest.reduce((joined, next) => operation(core, joined, next), first));
/** Integers divide without a remainder. */
function divide(core, a, b) {
	if (a.dtype !== "int32") return core.div(a, b);
	const quotient = core.div(core.cast(a, "float32"), core.cast(b, "float32"));
	return core.cast(core.mul(core.sign(quotient), core.floor(core.abs(quotient))), "int32");
}
/** The power's own gradient takes a logarithm, which is not a number below zero; whole constant powers need none. */
function power(call, a, b) {
	const { core } = call;
	const [exponent] = b.size === 1 && !b.isDisposed ? b.dataSync() : [];
	if (exponent === 2) return core.square(a);
	if (exponent === 3) return core.mul(core.square(a), a);
	if (exponent === .5) return core.sqrt(a);
	if (exponent === 1) return core.clone(a);
	return core.pow(a, core.cast(b, a.dtype));
}
/** `fmod` takes the sign of the dividend, otherwise that of the divisor. */
const remainder = elementwise$1(({ core, attributes }, a, b) => {
	const truncates = attributes.int("fmod", 0) === 1;
	const found = truncates ? truncated(core, a, b) : core.mod(a, b);
	return a.dtype === "float32" ? byInfinity(core, a, b, found, truncates) : found;
});
function truncated(core, a, b) {
	const quotient = core.div(a, b);
	return core.sub(a, core.mul(core.mul(core.sign(quotient), core.floor(core.abs(quotient))), b));
}
/** As C and NumPy have it: infinity divides nothing, so the dividend stays, or the divisor where the signs must agree. */
function byInfinity(core, a, b, found, truncates) {
	const whole = stepwise(core, (x, y) => core.logicalAnd(core.isFinite(x), core.isInf(y)), a, b);
	const opposed = stepwise(core, (x, y) => core.less(core.mul(core.sign(x), core.sign(y)), truncates ? -2 : 0), a, b);
	return core.where(whole, core.where(opposed, core.add(b, core.zerosLike(a)), core.add(a, core.zerosLike(found))), found);
}
const choose$1 = elementwise$1(({ core }, condition, a, b) => {
	const chosen = core.cast(condition, "float32");
	if (a.dtype !== "float32" || b.dtype !== "float32") return core.where(core.cast(condition, "bool"), a, b);
	return core.where(core.cast(core.broadcastTo(chosen, wide$1(core, condition, a, b)), "bool"), a, b);
});
const wide$1 = (core, ...tensors) => tensors.map(({ shape }) => shape).reduce((a, b) => core.backend_util.assertAndGetBroadcastShape(a, b));
const truth = (operation) => pairwise$1((core, a, b) => stepwise(core, (left, right) => operation(core, left, right), a, b));
const logical$1 = (operation) => truth((core, a, b) => operation(core, core.cast(a, "bool"), core.cast(b, "bool")));
const exactly = (name) => ({ exact: exactArithmetic[name] });
const arithmetic$2 = {
	Add: entrywiseOf(pairwise$1((core, a, b) => core.add(a, b)), {
		features: sumFeatures,
		...exactly("Add")
	}),
	Sub: entrywiseOf(pairwise$1((core, a, b) => core.sub(a, b)), {
		features: sumFeatures,
		...exactly("Sub")
	}),
	Mul: entrywiseOf(pairwise$1((core, a, b) => core.mul(a, b)), {
		features: sumFeatures,
		...exactly("Mul")
	}),
	Div: entrywiseOf(pairwise$1(divide), {
		features: quotientFeatures,
		...exactly("Div")
	}),
	Mod: entrywiseOf(remainder, {
		sets: since(10),
		...exactly("Mod")
	}),
	Pow: entrywiseOf(elementwise$1((call, a, b) => power(call, a, b)), exactly("Pow")),
	Max: activationOf(many$2((core, a, b) => core.maximum(a, b)), exactly("Max")),
	Min: activationOf(many$2((core, a, b) => core.minimum(a, b)), exactly("Min")),
	Sum: activationOf(many$2((core, a, b) => core.add(a, b)), exactly("Sum")),
	Mean: activationOf(elementwise$1(({ core }, ...all) => core.div(core.addN(broadcasted(core, all)), all.length))),
	Where: entrywiseOf(choose$1, {
		sets: since(9),
		...exactly("Where")
	}),
	Equal: entrywiseOf(truth((core, a, b) => core.equal(a, b)), exactly("Equal")),
	Greater: entrywiseOf(truth((core, a, b) => core.greater(a, b)), exactly("Greater")),
	GreaterOrEqual: entrywiseOf(truth((core, a, b) => core.greaterEqual(a, b)), {
		sets: since(12),
		...exactly("GreaterOrEqual")
	}),
	Less: entrywiseOf(truth((core, a, b) => core.less(a, b)), exactly("Less")),
	LessOrEqual: entrywiseOf(truth((core, a, b) => core.lessEqual(a, b)), {
		sets: since(12),
		...exactly("LessOrEqual")
	}),
	And: entrywiseOf(logical$1((core, a, b) => core.logicalAnd(a, b)), exactly("And")),
	Or: entrywiseOf(logical$1((core, a, b) => core.logicalOr(a, b)), exactly("Or")),
	Xor: entrywiseOf(logical$1((core, a, b) => core.logicalXor(a, b)), exactly("Xor"))
};
function broadcasted(core, tensors) {
	const shape = wide$1(core, ...tensors);
	return tensors.map((tensor) => core.broadcastTo(tensor, shape));
}

// src/models/onnx/operators/_windows.ts
/** @param kernel the window's rows and columns; @param size the input's */
function windowsOf(call, kernel, size) {
	const { attributes } = call;
	const spatial = (name) => pair(call, attributes.ints(name) ?? [1, 1]);
	const [window, strides, dilations] = [
		pair(call, kernel),
		spatial("strides"),
		spatial("dilations")
	];
	const reach = both$2((at) => (window[at] - 1) * dilations[at] + 1);
	const pads = padding(call, size, reach, strides);
	const ceil = attributes.int("ceil_mode", 0) === 1;
	const grid = both$2((at) => steps(size[at], pads[at], reach[at], strides[at], ceil));
	const needed = both$2((at) => (grid[at] - 1) * strides[at] + reach[at] - size[at] - pads[at][0] - pads[at][1]);
	if (grid.some((length) => length < 1)) call.fail(`has a window larger than its input (${size.join(" x ")})`);
	return {
		kernel: window,
		strides,
		dilations,
		pads,
		grid,
		extra: both$2((at) => Math.max(0, needed[at]))
	};
}
/** A window that starts behind the input and its padding does not count, although rounding up asks for it. */
function steps(size, [before, after], reach, stride, ceil) {
	const exact = (size + before + after - reach) / stride + 1;
	if (!ceil) return Math.floor(exact);
	const rounded = Math.ceil(exact);
	return (rounded - 1) * stride >= size + before ? rounded - 1 : rounded;
}
function padding(call, size, reach, strides) {
	const mode = call.attributes.string("auto_pad", "NOTSET");
	call.attributes.require("auto_pad", mode, [
		"NOTSET",
		"VALID",
		"SAME_UPPER",
		"SAME_LOWER"
	]);
	const [top, left, bottom, right] = call.attributes.ints("pads") ?? [
		0,
		0,
		0,
		0
	];
	if (mode === "NOTSET") {
		if (bottom === void 0 || right === void 0) return call.fail("slides over other than two dimensions");
		return [[top, bottom], [left, right]];
	}
	return both$2((at) => {
		const total = Math.max(0, (Math.ceil(size[at] / strides[at]) - 1) * strides[at] + reach[at] - size[at]);
		const small = Math.floor(total / 2);
		if (mode === "VALID") return [0, 0];
		return mode === "SAME_UPPER" ? [small, total - small] : [total - small, small];
	});
}
function pair(call, values) {
	const [rows, columns] = values;
	if (values.length !== 2 || !(rows >= 1) || !(columns >= 1)) return call.fail(`slides over ${values.length} dimensions (${values.join(", ")}); expected two, of at least 1`);
	return [rows, columns];
}
const both$2 = (value) => [value(0), value(1)];

// src/models/onnx/operators/_convolve.ts
/** A convolution of one group, or of one input channel per group; x N x H x W x C, bias fused where there is one. */
function convolve(core, x, kernel, bias, windows, depthwise) {
	const { image, pad } = withPadding(core, x, windows);
	const strides = [...windows.strides];
	const operation = depthwise ? core.fused.depthwiseConv2d : core.fused.conv2d;
	const run = (input, filter, dilations, added) => operation({
		x: input,
		filter,
		strides,
		pad,
		dilations: [...dilations],
		...added && { bias: added }
	});
	if (windows.dilations.every((step) => step === 1)) return run(image, kernel, [1, 1], bias);
	if (strides.some((step) => step > 1)) return run(image, dilated(core, kernel, windows.dilations), [1, 1], bias);
	const convolved = withGradient(core, image, (input) => run(input, kernel, windows.dilations, void 0), (dy) => backwards(core, dy, dilated(core, kernel, windows.dilations), image.shape, strides, pad, depthwise));
	return bias ? core.add(convolved, bias) : convolved;
}
/** How much of each output's gradient an input gets. */
function backwards(core, dy, kernel, shape, strides, pad, depthwise) {
	const inputShape = [...shape];
	if (!depthwise) return core.conv2dTranspose(dy, kernel, inputShape, strides, pad);
	const attributes = {
		strides,
		pad,
		dilations: [1, 1],
		inputShape
	};
	return core.engine().runKernel("DepthwiseConv2dNativeBackpropInput", {
		dy,
		filter: kernel
	}, attributes);
}
/** TensorFlow's own kinds of padding run on every engine and need no copy; others are made of zeros. */
function withPadding(core, x, windows) {
	const { pads } = windows;
	if (pads.flat().every((size) => size === 0)) return {
		image: x,
		pad: "valid"
	};
	if (isSame(x, windows)) return {
		image: x,
		pad: "same"
	};
	const around = [
		[0, 0],
		[...pads[0]],
		[...pads[1]],
		[0, 0]
	];
	return {
		image: cropped$1(core, core.pad(x, around.map(positive)), around),
		pad: "valid"
	};
}
const positive = ([before, after]) => [Math.max(0, before), Math.max(0, after)];
/** Negative padding takes rows and columns away. */
function cropped$1(core, x, pads) {
	const size = (at) => x.shape[at] + Math.min(0, pads[at][0]) + Math.min(0, pads[at][1]);
	if (pads.flat().every((pad) => pad >= 0)) return x;
	const begin = [
		0,
		Math.max(0, -pads[1][0]),
		Math.max(0, -pads[2][0]),
		0
	];
	return core.slice(x, begin, [
		-1,
		size(1),
		size(2),
		-1
	]);
}
function isSame(x, { kernel, strides, dilations, pads, grid }) {
	return both$2((at) => {
		const size = x.shape[at + 1];
		const total = Math.max(0, (grid[at] - 1) * strides[at] + (kernel[at] - 1) * dilations[at] + 1 - size);
		const before = Math.floor(total / 2);
		return grid[at] === Math.ceil(size / strides[at]) && pads[at][0] === before && pads[at][1] === total - before;
	}).every(Boolean);
}
/** The kernel with zeros between its cells: the same convolution, without dilation, which alone has a gradient. */
function dilated(core, kernel, dilations) {
	const [height, width, from, to] = kernel.shape;
	const rows = spread(core, core.reshape(kernel, [height, width * from * to]), dilations[0]);
	const tall = rows.shape[0];
	const turned = core.transpose(core.reshape(rows, [
		tall,
		width,
		from * to
	]), [
		1,
		0,
		2
	]);
	const columns = spread(core, core.reshape(turned, [width, tall * from * to]), dilations[1]);
	const wide = columns.shape[0];
	return core.reshape(core.transpose(core.reshape(columns, [
		wide,
		tall,
		from * to
	]), [
		1,
		0,
		2
	]), [
		tall,
		wide,
		from,
		to
	]);
}
/** Rows with `step - 1` rows of zeros between them. */
function spread(core, rows, step) {
	const [count, length] = rows.shape;
	const apart = core.pad(core.reshape(rows, [
		count,
		1,
		length
	]), [
		[0, 0],
		[0, step - 1],
		[0, 0]
	]);
	return core.slice(core.reshape(apart, [count * step, length]), [0, 0], [(count - 1) * step + 1, length]);
}

// src/models/onnx/operators/_planes.ts
/** Over three axes of which the kernel crosses only two: every plane along the third is a picture of its own. */
const inPlanes = (operator) => (call) => {
	if (call.shape(0).length !== 5) return operator(call);
	const axis = crossedByNone(call) ?? call.fail("slides over three dimensions at once");
	const { core } = call;
	const [images, channels, ...sizes] = call.shape(0);
	const others = [
		0,
		1,
		2
	].filter((at) => at !== axis);
	const turned = core.transpose(call.plain(0), [
		0,
		axis + 2,
		1,
		...others.map((at) => at + 2)
	]);
	const planes = core.reshape(turned, [
		images * sizes[axis],
		channels,
		...others.map((at) => sizes[at])
	]);
	const { tensor } = operator(call.without(axis, [
		plain(planes),
		flatKernel(call, axis),
		...call.inputs.slice(2)
	]));
	const [, height, width, to] = tensor.shape;
	const apart = core.reshape(tensor, [
		images,
		sizes[axis],
		height,
		width,
		to
	]);
	const back = [
		0,
		1,
		2
	].map((at) => at === axis ? 1 : others.indexOf(at) + 2);
	return plain(core.transpose(apart, [
		0,
		4,
		...back
	]));
};
/** The axis along which the kernel has one entry, moves by one and sees no padding. */
function crossedByNone(call) {
	const [, , ...kernel] = call.shape(1);
	const strides = call.attributes.ints("strides") ?? [
		1,
		1,
		1
	];
	const pads = call.attributes.ints("pads") ?? [
		0,
		0,
		0,
		0,
		0,
		0
	];
	const isFree = (at) => kernel[at] === 1 && strides[at] === 1 && pads[at] === 0 && pads[at + 3] === 0;
	return [
		2,
		1,
		0
	].find(isFree);
}
function flatKernel(call, axis) {
	const kernel = call.input(1);
	const shape = call.shape(1).toSpliced(axis + 2, 1);
	if (isLive(kernel)) return plain(call.core.reshape(call.plain(1), shape));
	const made = flat.get(kernel) ?? new Known(shape, kernel.type, kernel.data, true);
	flat.set(kernel, made);
	return made;
}
/** One for each kernel, so that the engine keeps its copy as long as the model's. */
const flat = /* @__PURE__ */ new WeakMap();

// src/models/onnx/operators/_rows.ts
/** Along a row as in a picture of one row. */
const alongRows = (operator) => (call) => {
	if (call.shape(0).length !== 3) return operator(call);
	const [images, channels, length] = call.shape(0);
	const row = plain(call.core.reshape(call.plain(0), [
		images,
		channels,
		1,
		length
	]));
	const { tensor } = operator(call.ofRows([row, ...call.inputs.slice(1)]));
	return plain(call.core.reshape(inPlainOrder(call, tensor), [
		images,
		tensor.shape[3],
		tensor.shape[2]
	]));
};
const inPlainOrder = ({ core }, x) => core.transpose(x, [
	0,
	3,
	1,
	2
]);

// src/models/onnx/operators/convolution.ts
/** A kernel with rows and columns, whether the file has it so or not. */
const kernelShape = (call) => {
	const shape = call.shape(1);
	return shape.length === 3 ? shape.toSpliced(2, 0, 1) : shape;
};
const square = ({ core }, kernel) => kernel.rank === 3 ? core.expandDims(kernel, 2) : kernel;
/** Kernels come as to x from / groups x rows x columns. No groups at all are as many as the kernel needs, which importers ask for. */
const convOfImage = (call) => {
	const [to, , ...kernel] = kernelShape(call);
	const x = call.channelsLast(0);
	const [images, height, width, from] = x.shape;
	const windows = windowsOf(call, kernel, [height, width]);
	const groups = call.attributes.int("group", 1) || from / call.shape(1)[1];
	requireKernel(call, from, groups);
	call.bounded([
		images,
		...windows.grid,
		to
	]);
	call.bounded([
		images,
		...both$2((at) => [height, width][at] + windows.pads[at][0] + windows.pads[at][1]),
		from
	]);
	boundedKernel(call, kernel, windows.dilations);
	call.worked(images * windows.grid[0] * windows.grid[1] * sizeOf(call.shape(1)));
	if (groups !== 1 && groups !== from) call.worked(images * groups * eachGroup);
	const outlined = call.outlined(1, [
		images,
		...windows.grid,
		to
	]);
	if (outlined) return channelsLast(outlined);
	const bias = call.has(2) ? call.plain(2) : void 0;
	if (groups === 1) return channelsLast(convolve(call.core, x, kernelOf$1(call), bias, windows, false));
	if (groups === from) return channelsLast(convolve(call.core, x, channelKernels(call, from), bias, windows, true));
	return channelsLast(grouped(call, x, bias, windows, groups));
};
/** Products that take as long as beginning with a group does. */
const eachGroup = 2 ** 19;
/** A dilated kernel is laid out with the zeros between its cells. */
function boundedKernel(call, kernel, dilations) {
	const wide = both$2((at) => kernel[at] * dilations[at]);
	if (dilations.some((step) => step > 1)) call.bounded([...wide, ...call.shape(1).slice(0, 2)]);
}
function requireKernel(call, from, groups) {
	const [to, perGroup] = call.shape(1);
	if (groups >= 1 && perGroup * groups === from && to % groups === 0) return;
	call.fail(`has a kernel of shape ${call.shape(1).join(" x ")} in ${groups} groups, which does not fit ${from} channels`);
}
const kernelOf$1 = (call) => call.formed(1, "hwio", (kernel) => call.core.transpose(square(call, kernel), [
	2,
	3,
	1,
	0
]));
const conv = inPlanes(alongRows(convOfImage));
/** One input channel per group: rows x columns x channel x multiplier. */
function channelKernels(call, channels) {
	const { core } = call;
	return call.formed(1, "depthwise", (kernel) => {
		const full = square(call, kernel);
		const [to, , height, width] = full.shape;
		return core.reshape(core.transpose(full, [
			2,
			3,
			1,
			0
		]), [
			height,
			width,
			channels,
			to / channels
		]);
	});
}
function grouped(call, x, bias, windows, groups) {
	const { core } = call;
	const kernels = core.split(kernelOf$1(call), groups, 3);
	const parts = core.split(x, groups, 3).map((part, at) => convolve(core, part, kernels[at], void 0, windows, false));
	const joined = core.concat(parts, 3);
	return bias ? core.add(joined, bias) : joined;
}
/** Kernels come as from x to / groups x rows x columns; padding takes away from the full output. */
const convTranspose = (call) => {
	const { core, attributes } = call;
	const [from, perGroup, ...kernel] = kernelShape(call);
	const x = call.channelsLast(0);
	const [images, height, width] = x.shape;
	const groups = attributes.int("group", 1);
	const spatial = (name, fallback) => attributes.ints(name) ?? [fallback, fallback];
	const [strides, dilations] = [pair(call, spatial("strides", 1)), pair(call, spatial("dilations", 1))];
	const more = spatial("output_padding", 0);
	const size = [height, width];
	const reach = both$2((at) => (pair(call, kernel)[at] - 1) * dilations[at] + 1);
	const full = both$2((at) => (size[at] - 1) * strides[at] + reach[at]);
	if (!(groups >= 1) || from % groups !== 0) return call.fail(`has ${from} channels, which do not divide into ${groups} groups`);
	const { begin, grid } = cropOf(call, full, more, size, strides);
	call.bounded([
		images,
		...full,
		perGroup * groups
	]);
	boundedKernel(call, kernel, dilations);
	call.worked(images * (height * width * sizeOf(call.shape(1)) + groups * eachGroup));
	const one = (part, filter) => {
		const turned = core.transpose(filter, [
			2,
			3,
			1,
			0
		]);
		const spreadKernel = dilations.some((step) => step > 1) ? dilated(core, turned, dilations) : turned;
		return core.conv2dTranspose(part, spreadKernel, [
			images,
			...full,
			perGroup
		], [...strides], "valid");
	};
	const divided = (tensor, axis) => groups === 1 ? [tensor] : core.split(tensor, groups, axis);
	const kernels = divided(square(call, call.plain(1)), 0);
	const parts = divided(x, 3).map((part, at) => one(part, kernels[at]));
	const whole = parts.length === 1 ? parts[0] : core.concat(parts, 3);
	const beyond = both$2((at) => Math.max(0, begin[at] + grid[at] - full[at]));
	const wider = beyond.some(Boolean) ? core.pad(whole, [
		[0, 0],
		[0, beyond[0]],
		[0, beyond[1]],
		[0, 0]
	]) : whole;
	const answer = core.slice(wider, [
		0,
		...begin,
		0
	], [
		-1,
		...grid,
		-1
	]);
	return channelsLast(call.has(2) ? core.add(answer, call.plain(2)) : answer);
};
function cropOf(call, full, more, size, strides) {
	const { attributes } = call;
	const mode = attributes.string("auto_pad", "NOTSET");
	const wanted = attributes.ints("output_shape")?.slice(-2) ?? (mode.startsWith("SAME") ? size.map((length, at) => length * strides[at]) : void 0);
	if (wanted) {
		const total = both$2((at) => Math.max(0, full[at] + more[at] - wanted[at]));
		return {
			begin: both$2((at) => mode === "SAME_LOWER" ? Math.ceil(total[at] / 2) : Math.floor(total[at] / 2)),
			grid: both$2((at) => wanted[at])
		};
	}
	const pads = attributes.ints("pads") ?? [
		0,
		0,
		0,
		0
	];
	return {
		begin: both$2((at) => pads[at]),
		grid: both$2((at) => full[at] + more[at] - pads[at] - pads[at + 2])
	};
}
/** Kernels come as to x from x rows x columns. */
const kernelOrder = ({ length }) => [
	...axes(length).slice(2),
	1,
	0
];
const axes = (rank) => Array.from({ length: rank }, (_, axis) => axis);
const convolutions$2 = {
	Conv: spatialOf(conv, {
		features: convolutionFeatures,
		kernel: {
			input: 1,
			order: kernelOrder
		}
	}),
	ConvTranspose: spatialOf(alongRows(convTranspose), {
		features: "convolution",
		kernel: {
			input: 1,
			order: ({ length }) => [
				...axes(length).slice(2),
				0,
				1
			]
		}
	})
};

// src/models/onnx/narrow-numbers.ts
/** IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits. */
const halfFloats = (bits) => Float32Array.from(bits, half);
function half(bits) {
	const sign = bits & 32768 ? -1 : 1;
	const exponent = bits >> 10 & 31;
	const fraction = bits & 1023;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : NaN;
	return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
/** The upper half of a float32. */
const brainFloats = (bits) => new Float32Array(Uint32Array.from(bits, (value) => value * 2 ** 16).buffer);
/** Two 4-bit integers per byte, the lower half first. */
function nibbles(bytes, count, signed) {
	return Int8Array.from({ length: count }, (_, at) => {
		const value = at % 2 === 0 ? bytes[at >> 1] & 15 : bytes[at >> 1] >> 4;
		return signed && value > 7 ? value - 16 : value;
	});
}

// src/models/onnx/read-tensor.ts
/**
* A constant of the file.
* @param external its bytes, when they lie in a file of their own
* @param finite whether NaN and infinite numbers are refused
*/
function readTensor(proto, external, where, finite = true) {
	const shape = proto.dims.map(Number);
	const element = elements$2[proto.dataType];
	if (!element) throw unreadable$1(`${where} is of ONNX's element type ${proto.dataType}, which camdrift does not know`);
	const raw = external ?? (proto.rawData.length > 0 ? proto.rawData : void 0);
	const list = stored(proto, element).length * (element.bits === 4 ? 2 : 1);
	checkSize(shape, raw ? raw.length * 8 / element.bits : list, where);
	const data = raw ? element.fromBytes(raw, sizeOf(shape)) : element.fromList(stored(proto, element), sizeOf(shape));
	if (element.type === "float" && finite) checkFinite(data, where);
	return new Known(shape, element.type, data, true);
}
/** How many bytes a constant's shape asks for; nothing of an element type that is not known. */
function bytesOf$1({ dims, dataType }) {
	const known = elements$2[dataType];
	return known && Math.ceil(sizeOf(dims.map(Number)) * known.bits / 8);
}
const stored = (proto, { field }) => proto[field];
const whole$2 = (list) => Float64Array.from(list, Number);
const element = (type, bits, field, fromBytes) => ({
	type,
	bits,
	field,
	fromBytes: (bytes, count) => fromBytes(aligned$1(bytes), count),
	fromList: type === "float" ? (list) => Float32Array.from(list, Number) : whole$2
});
/** Two to a byte, wherever they stand. */
function fourBits(type, signed) {
	const fromBytes = (bytes, count) => nibbles(new Uint8Array(bytes), count, signed);
	const fromList = (list, count) => nibbles(Uint8Array.from(list, Number), count, signed);
	return {
		...element(type, 4, "int32Data", fromBytes),
		fromList
	};
}
/** By ONNX's number of the element type. Half floats stand as their bits in the list of integers. */
const elements$2 = {
	1: {
		...element("float", 32, "floatData", (bytes) => new Float32Array(bytes)),
		fromBytes: floats$2
	},
	2: element("uint8", 8, "int32Data", (bytes) => new Uint8Array(bytes)),
	3: element("int8", 8, "int32Data", (bytes) => new Int8Array(bytes)),
	4: element("uint16", 16, "int32Data", (bytes) => new Uint16Array(bytes)),
	5: element("int16", 16, "int32Data", (bytes) => new Int16Array(bytes)),
	6: element("int", 32, "int32Data", (bytes) => new Int32Array(bytes)),
	7: element("int", 64, "int64Data", (bytes) => Float64Array.from(new BigInt64Array(bytes), Number)),
	9: element("bool", 8, "int32Data", (bytes) => new Uint8Array(bytes)),
	10: {
		...element("float", 16, "int32Data", (bytes) => halfFloats(new Uint16Array(bytes))),
		fromList: (list) => halfFloats(Uint16Array.from(list, Number))
	},
	11: element("float", 64, "doubleData", (bytes) => Float32Array.from(new Float64Array(bytes))),
	12: element("int", 32, "uint64Data", (bytes) => new Uint32Array(bytes)),
	13: element("int", 64, "uint64Data", (bytes) => Float64Array.from(new BigUint64Array(bytes), Number)),
	16: {
		...element("float", 16, "int32Data", (bytes) => brainFloats(new Uint16Array(bytes))),
		fromList: (list) => brainFloats(Uint16Array.from(list, Number))
	},
	21: fourBits("uint4", false),
	22: fourBits("int4", true)
};
/** A copy, so that the file's bytes are let go of and typed arrays may start anywhere. */
const aligned$1 = (bytes) => new Uint8Array(bytes).buffer;
/** Where many floats can stay where they are they do: a file's constants are held once. */
function floats$2(bytes) {
	const { buffer, byteOffset, length } = bytes;
	return length >= many$1 && byteOffset % 4 === 0 ? new Float32Array(buffer, byteOffset, length / 4) : new Float32Array(aligned$1(bytes));
}
/** Bytes of a constant that may keep a file's other bytes with it. */
const many$1 = 4096;
/**
* Moves a constant's floats to where a typed array can begin. In front of them the file has their length and what field they are, three bytes or
* more, which whoever parsed it has read: over those they are moved, and take no new memory.
* @param proto parsed from bytes that nobody else reads
*/
function settle(proto) {
	const { rawData } = proto;
	const off = rawData.byteOffset % 4;
	if (proto.dataType !== 1 || rawData.length < many$1 || off === 0) return;
	const whole = new Uint8Array(rawData.buffer);
	const [from, length] = [rawData.byteOffset, rawData.length];
	proto.rawData = whole.copyWithin(from - off, from, from + length).subarray(from - off, from - off + length);
}
function checkSize(shape, found, where) {
	const size = sizeOf(shape);
	const fits = found === size || found === size + 1 && size % 2 === 1;
	if (shape.every((length) => Number.isSafeInteger(length) && length >= 0) && fits) return;
	throw unreadable$1(`${where} has the shape ${shape.join(" x ") || "of a scalar"}, so ${size} numbers; got ${found}${found < size ? " (truncated?)" : ""}`);
}
/** A lone infinity is a limit or a mask; among weights it is a training that went wrong. */
function checkFinite(data, where) {
	if (data.length === 1 ? Number.isNaN(data[0]) : !allFinite(data)) throw new CamdriftError("model-numbers", `${where} holds NaN or infinite values.`);
}
const unreadable$1 = (message) => new CamdriftError("model-unreadable", `${message}.`);

// src/models/onnx/known/creation.ts
const shape = (call) => {
	const found = call.shape(0);
	return integers(found.slice(call.attributes.int("start", 0), call.attributes.has("end") ? call.attributes.int("end", 0) : void 0));
};
const constant$3 = (call) => {
	const { attributes, where } = call;
	const [tensor, floats, ints] = [
		attributes.tensor("value"),
		attributes.floats("value_floats"),
		attributes.ints("value_ints")
	];
	if (tensor) return readTensor(tensor, void 0, where);
	if (attributes.has("value_floats")) return new Known([floats.length], "float", Float32Array.from(floats));
	if (attributes.has("value_ints")) return integers(ints);
	if (attributes.has("value_float")) return new Known([], "float", Float32Array.of(attributes.float("value_float", 0)));
	if (attributes.has("value_int")) return integers([attributes.int("value_int", 0)], []);
	return call.fail("holds no numbers");
};
const filled = (call) => {
	const size = call.boundedConstant(call.numbers(0));
	const value = call.attributes.tensor("value");
	const { type, data } = value ? readTensor(value, void 0, call.where) : new Known([1], "float", /* @__PURE__ */ new Float32Array(1));
	return new Known(size, type, numbers$1(type, sizeOf(size)).fill(data[0]));
};
const range$1 = (call) => {
	const [start, limit, step] = [
		0,
		1,
		2
	].map((at) => call.numbers(at)[0]);
	const count = Math.max(0, Math.ceil((limit - start) / step));
	call.boundedConstant([count]);
	const { type } = call.known(0);
	return new Known([count], type, numbers$1(type, count).map((_, at) => start + at * step));
};
const creation$1 = {
	Shape: shape,
	Size: (call) => integers([sizeOf(call.shape(0))], []),
	Constant: constant$3,
	ConstantOfShape: filled,
	Range: range$1
};

// src/models/onnx/known/selection.ts
/** The places of all entries that are not zero: one row per axis, in reading order. */
const nonZero = (call) => {
	const x = call.known(0);
	const found = Array.from(x.data.keys()).filter((at) => x.data[at] !== 0);
	const steps = strides(x.shape);
	const rows = x.shape.map((size, axis) => found.map((at) => Math.floor(at / steps[axis]) % size));
	return new Known([x.shape.length, found.length], "int", Float64Array.from(rows.flat()));
};
/** Ones on a diagonal of a matrix of the input's shape. */
const eyeLike = (call) => {
	const [height, width] = call.boundedConstant(call.shape(0));
	if (call.shape(0).length !== 2) return call.fail(`makes a diagonal of ${call.shape(0).length} dimensions`);
	const named = call.attributes.int("dtype", 0);
	const type = named === 0 ? call.known(0).type : [
		1,
		10,
		11,
		16
	].includes(named) ? "float" : "int";
	const data = numbers$1(type, height * width);
	const shift = call.attributes.int("k", 0);
	for (let row = 0; row < height; row++) if (row + shift >= 0 && row + shift < width) data[row * width + row + shift] = 1;
	return new Known([height, width], type, data);
};
/** Each entry from the one before it, so that a long constant takes no longer than to read it. */
const cumulativeSum$1 = (call) => {
	const { shape, type, data: x } = call.known(0);
	const [named] = call.numbers(1);
	const axis = named < 0 ? named + shape.length : named;
	const size = shape[axis] ?? call.fail(`sums along axis ${named} of a value with ${shape.length} dimensions`);
	const [exclusive, reverse] = ["exclusive", "reverse"].map((name) => call.attributes.int(name, 0) === 1);
	const step = strides(shape)[axis];
	const [first, back] = reverse ? [size - 1, step] : [0, -step];
	const data = numbers$1(type, sizeOf(shape));
	for (let entry = 0; entry < data.length; entry++) {
		const at = reverse ? data.length - 1 - entry : entry;
		const isFirst = Math.floor(at / step) % size === first;
		const before = isFirst ? 0 : data[at + back];
		data[at] = exclusive ? before + (isFirst ? 0 : x[at + back]) : before + x[at];
	}
	return new Known(shape, type, data);
};
const exactSelection = {
	NonZero: nonZero,
	EyeLike: eyeLike,
	CumSum: cumulativeSum$1
};

// src/models/onnx/operators/creation.ts
/** What never works on pixels: shapes, constants, positions. */
const creation = {
	Shape: opaqueOf(void 0, { exact: creation$1.Shape }),
	Size: opaqueOf(void 0, { exact: creation$1.Size }),
	Constant: opaqueOf(void 0, { exact: creation$1.Constant }),
	ConstantOfShape: opaqueOf(void 0, {
		sets: since(9),
		exact: creation$1.ConstantOfShape
	}),
	Range: opaqueOf(void 0, {
		sets: since(11),
		exact: creation$1.Range
	}),
	NonZero: opaqueOf(void 0, {
		sets: since(9),
		exact: exactSelection.NonZero
	}),
	EyeLike: opaqueOf(void 0, {
		sets: since(9),
		exact: exactSelection.EyeLike
	})
};

// src/models/onnx/operators/folding.ts
/** x N x (C rows columns) x blocks; where blocks overlap, their numbers are added. */
const columnsToImage = (call) => {
	const { core } = call;
	const x = call.plain(0);
	const [images, width, count] = x.shape;
	const { pads, ...blocks } = blocksOf$1(call);
	const { block, grid, image } = blocks;
	const channels = width / sizeOf(block);
	if (x.rank !== 3 || !Number.isInteger(channels) || grid.some((size) => size < 1) || sizeOf(grid) !== count) return call.fail(`lays ${count} blocks of ${width} numbers on ${image.join(" x ")} cells, which does not fit`);
	call.bounded([
		images,
		channels,
		...both$2((at) => grid[at] * blocks.strides[at])
	]);
	const wide = call.bounded([
		images,
		channels,
		...image
	]);
	call.worked(sizeOf(wide) * sizeOf(block));
	const apart = core.reshape(x, [
		images * channels,
		sizeOf(block),
		...grid
	]);
	const laid = Array.from({ length: sizeOf(block) }, (_, at) => {
		const one = core.reshape(core.slice(apart, [
			0,
			at,
			0,
			0
		], [
			-1,
			1,
			-1,
			-1
		]), [images * channels, ...grid]);
		return placed(core, one, blocks, [Math.floor(at / block[1]), at % block[1]]);
	});
	const sum = core.reshape(laid.reduce((total, each) => core.add(total, each)), wide);
	const inner = both$2((at) => image[at] - pads[at][0] - pads[at][1]);
	return plain(core.slice(sum, [
		0,
		0,
		pads[0][0],
		pads[1][0]
	], [
		-1,
		-1,
		...inner
	]));
};
/** The sizes of the image are those with its padding. */
function blocksOf$1(call) {
	const { attributes } = call;
	const [size, block] = [pair(call, call.numbers(1)), pair(call, call.numbers(2))];
	const [top = 0, left = 0, bottom = 0, right = 0] = attributes.ints("pads") ?? [];
	if (Math.min(top, left, bottom, right) < 0) return call.fail("has padding below zero");
	const strides = pair(call, attributes.ints("strides") ?? [1, 1]);
	const dilations = pair(call, attributes.ints("dilations") ?? [1, 1]);
	const pads = [[top, bottom], [left, right]];
	const image = both$2((at) => size[at] + pads[at][0] + pads[at][1]);
	return {
		image,
		block,
		strides,
		dilations,
		grid: both$2((at) => Math.floor((image[at] - (block[at] - 1) * dilations[at] - 1) / strides[at]) + 1),
		pads
	};
}
/** The numbers that all blocks have at one place, with zeros between them, where they lie in the image. */
function placed(core, x, { image, strides, dilations, grid }, cell) {
	const [rows, columns] = grid;
	const apart = core.pad(core.reshape(x, [
		-1,
		rows,
		1,
		columns,
		1
	]), [
		[0, 0],
		[0, 0],
		[0, strides[0] - 1],
		[0, 0],
		[0, strides[1] - 1]
	]);
	const spread = core.reshape(apart, [
		-1,
		rows * strides[0],
		columns * strides[1]
	]);
	const reach = both$2((at) => (grid[at] - 1) * strides[at] + 1);
	const start = both$2((at) => cell[at] * dilations[at]);
	const rest = both$2((at) => image[at] - start[at] - reach[at]);
	return core.pad(core.slice(spread, [
		0,
		0,
		0
	], [-1, ...reach]), [
		[0, 0],
		[start[0], rest[0]],
		[start[1], rest[1]]
	]);
}
const folding = { Col2Im: opaqueOf(columnsToImage, {
	sets: since(18),
	images: "apart"
}) };

// src/models/onnx/operators/_einsum.ts
/** Sums of products of one or two operands. */
function einsum(call) {
	const equation = call.attributes.string("equation", "");
	const parsed = parseEinsum(equation);
	const ranksFit = parsed?.operands.length === call.inputs.length && parsed.operands.every((labels, at) => labels.length === call.shape(at).length);
	if (!parsed || !ranksFit) return call.fail(`has the equation "${equation}"; camdrift knows one or two operands without repeated or missing labels`);
	const operands = parsed.operands.map((labels, at) => ({
		tensor: call.plain(at),
		labels
	}));
	const sizes = sizesOf$4(operands);
	call.bounded(parsed.output.map((label) => sizes.get(label)));
	call.worked([...sizes.values()].reduce((product, size) => product * size, 1));
	return plain(einsum$1(call.core, operands, parsed.output));
}

// src/models/onnx/operators/linear.ts
const gemm$1 = (call) => {
	const { core, attributes } = call;
	const [a, b] = [call.shape(0), call.shape(1)];
	const turned = (name) => attributes.int(name, 0) === 1;
	if (a.length !== 2 || b.length !== 2) return call.fail(`multiplies values of ${a.length} and ${b.length} dimensions`);
	const [inner, other] = [a[turned("transA") ? 0 : 1], b[turned("transB") ? 1 : 0]];
	if (inner !== other) return call.fail(`multiplies rows of ${inner} with columns of ${other}`);
	const made = call.bounded([sizeOf(a) / Math.max(1, inner), b[turned("transB") ? 0 : 1]]);
	call.worked(sizeOf(made) * inner);
	const multiplied = call.outlined(1, made) ?? core.matMul(call.plain(0), call.plain(1), turned("transA"), turned("transB"));
	const product = scaled$2(core, multiplied, attributes.float("alpha", 1));
	if (!call.has(2)) return plain(product);
	return plain(core.add(product, scaled$2(core, addend(call, made), attributes.float("beta", 1))));
};
/** What is added fits the product, whose shape stays what it is. */
function addend(call, made) {
	const added = call.plain(2);
	return added.rank <= 2 && added.shape.every((size, at) => size === 1 || size === made.at(at - added.rank)) ? added : call.fail(`adds a value of shape ${added.shape.join(" x ")} to one of ${made.join(" x ")}`);
}
const scaled$2 = (core, x, factor) => factor === 1 ? x : core.mul(x, factor);
const matMul = (call) => {
	const outlined = call.weights.outlining && call.shape(1).length === 2 && call.shape(0).length >= 2 && call.outlined(1, timesMatrix(call, call.shape(0), call.shape(1)));
	return plain(outlined || multiplied(call.core, call.plain(0), call.plain(1), call));
};
function timesMatrix(call, a, [inner, width]) {
	if (a.at(-1) !== inner) call.fail(`multiplies rows of ${a.at(-1)} with columns of ${inner}`);
	const made = call.bounded([...a.slice(0, -1), width]);
	if (isLive(call.input(1))) return made;
	call.worked(sizeOf(a) * width);
	return made;
}
/** NumPy's rules: vectors gain an axis and lose it again, leading axes are broadcast. */
function multiplied(core, a, b, call) {
	const rows = a.rank === 1 ? core.reshape(a, [1, a.size]) : a;
	const columns = b.rank === 1 ? core.reshape(b, [b.size, 1]) : b;
	const [height, width] = [rows.shape.at(-2), columns.shape.at(-1)];
	const outer = core.backend_util.assertAndGetBroadcastShape(rows.shape.slice(0, -2), columns.shape.slice(0, -2));
	call.bounded([
		...outer,
		height,
		width
	]);
	call.worked(sizeOf([
		...outer,
		height,
		width
	]) * rows.shape.at(-1));
	const product = columns.rank === 2 ? tall(core, rows, columns) : core.matMul(widened(core, rows, outer), widened(core, columns, outer));
	const shape = [
		...outer,
		...a.rank === 1 ? [] : [height],
		...b.rank === 1 ? [] : [width]
	];
	return core.reshape(product, shape);
}
/** The WebAssembly engine mixes up matrices when both operands are broadcast. */
function widened(core, x, outer) {
	const shape = [...outer, ...x.shape.slice(-2)];
	return shape.join() === x.shape.join() ? x : core.broadcastTo(x, shape);
}
/** Every row of every matrix times the same matrix: one product. */
const tall = (core, rows, matrix) => core.matMul(core.reshape(rows, [-1, rows.shape.at(-1)]), matrix);
const argument = (pick) => (call) => {
	const { core, attributes } = call;
	if (attributes.int("select_last_index", 0) === 1) return call.fail("selects the last index");
	const value = call.input(0);
	const x = call.plain(0);
	const axis = attributes.int("axis", 0);
	const found = stepwise(core, (y) => core[pick](y, axis), x);
	if (attributes.int("keepdims", 1) === 0 || !isLive(value) && x.rank === 0) return plain(found);
	return plain(core.expandDims(found, axis < 0 ? axis + x.rank : axis));
};
/** The columns of a matrix on the right, the rows of one on the left. */
const asItIs = {
	input: "constant",
	order({ length }, _, input) {
		const outer = Array.from({ length: length - 2 }, (_axis, axis) => axis);
		return input === 0 ? [
			...outer,
			length - 1,
			length - 2
		] : [
			...outer,
			length - 2,
			length - 1
		];
	}
};
const denseOrder = (_, step) => step.attributes.int("transB", 0) === 1 ? [1, 0] : [0, 1];
/** A position: no cell is left, and no slope. */
const position = (run) => opaqueOf(run);
const linear = {
	Gemm: opaqueOf(gemm$1, {
		features: denseFeatures,
		cells: denseCells,
		images: (step) => step.attributes.int("transA", 0) === 1 ? "counted" : "apart",
		axes: "as-they-come",
		kernel: {
			input: "constant",
			order: denseOrder
		}
	}),
	MatMul: opaqueOf(matMul, {
		features: productFeatures,
		cells: multiplying,
		images: "apart",
		axes: "as-they-come",
		kernel: asItIs
	}),
	Einsum: opaqueOf(einsum, {
		sets: since(12),
		kernel: {
			input: "constant",
			order: (shape) => [...shape.keys()]
		}
	}),
	ArgMax: position(argument("argMax")),
	ArgMin: position(argument("argMin"))
};

// src/models/onnx/cuts.ts
/** What a range of an axis leaves of it: `beside` when it takes tokens that are none of the cells. */
function cut(axis, range) {
	const { start, step, count } = range;
	if (start === 0 && step === 1 && count === sizeOf(axis.map(({ size }) => size))) return axis;
	if (!countsCells(axis)) return axis.some(({ of }) => of === "image") ? void 0 : [stretch("other", count)];
	const [only, ...more] = axis;
	if (!only || more.length > 0) return void 0;
	return only.of === "tokens" ? cutTokens(only, range) : cutRun(only, range);
}
/** Every second row, or every third; the last may stand for fewer. */
function cutRun(only, { start, step, count }) {
	const end = start + count * step;
	return step > 1 && start >= 0 && start < step && end >= only.size && end - step < only.size ? [{
		...only,
		size: count,
		step: only.step * step
	}] : void 0;
}
function cutTokens(only, { start, step, count }) {
	const cells = sizeOf(only.cells.map(({ size }) => size));
	const last = start + (count - 1) * step;
	const [low, high] = step > 0 ? [start, last] : [last, start];
	if (high < only.first || low >= only.first + cells) return "beside";
	if (step !== 1 || low > only.first || high < only.first + cells - 1) return void 0;
	return count === cells ? only.cells : [{
		...only,
		size: count,
		first: only.first - low
	}];
}
function afterCuts(before, cuts) {
	if (!before) return void 0;
	const axes = before.axes.map((axis, at) => cuts.has(at) ? cut(axis, cuts.get(at)) : axis);
	if (axes.includes("beside")) return "beside";
	if (axes.includes(void 0)) return void 0;
	return kept(arranged(before, axes));
}
const slicing = (step, facts) => {
	const shape = shapeAt$1(step, facts);
	const list = (name, at) => {
		const known = facts.constant(step.inputs[at] ?? "");
		return step.attributes.ints(name) ?? (known && [...known.data]);
	};
	const [starts, ends] = [list("starts", 1), list("ends", 2)];
	if (!starts || !ends || step.inputs[3] && !list("axes", 3) || step.inputs[4] && !list("", 4)) return void 0;
	const axes = (list("axes", 3) ?? starts.map((_, at) => at)).map((axis) => counted$2(axis, shape.length));
	const steps = list("", 4) ?? starts.map(() => 1);
	const ranges = axes.map((axis, at) => [axis, rangeOf$1(shape[axis], starts[at], ends[at], steps[at])]);
	return afterCuts(arrangementAt(step, facts), new Map(ranges));
};
function rangeOf$1(size, from, to, step) {
	const within = (index, low, high) => Math.max(low, Math.min(high, index < 0 ? index + size : index));
	const start = step > 0 ? within(from, 0, size) : within(from, 0, size - 1);
	const end = step > 0 ? within(to, 0, size) : within(to, -1, size - 1);
	return {
		start,
		step,
		count: Math.max(0, Math.ceil((end - start) / step))
	};
}
const splitting = (step, facts, output) => {
	const shape = shapeAt$1(step, facts);
	const axis = counted$2(step.attributes.int("axis", 0), shape.length);
	const sizes = step.outputs.map((_, at) => made$2(step, facts, at)[axis] ?? NaN);
	const start = sizes.slice(0, output).reduce((sum, size) => sum + size, 0);
	if (!Number.isInteger(start)) return void 0;
	return afterCuts(arrangementAt(step, facts), /* @__PURE__ */ new Map([[axis, {
		start,
		step: 1,
		count: sizes[output]
	}]]));
};
/** One index takes its axis away, a list keeps it, a table of them makes axes of it. */
const gathering = (step, facts) => {
	const before = arrangementAt(step, facts);
	const indices = facts.constant(step.inputs[1] ?? "");
	const axis = counted$2(step.attributes.int("axis", 0), before?.axes.length ?? 0);
	if (!before || !indices || indices.data.length === 0) return void 0;
	const gathered = before.axes[axis];
	const size = shapeAt$1(step, facts)[axis];
	const places = [...indices.data].map((at) => counted$2(at, size));
	if (places.map((start) => cut(gathered, {
		start,
		step: 1,
		count: 1
	})).every((each) => each === "beside")) return "beside";
	const axes = countsCells(gathered) ? blocks$1(gathered, places, indices.shape) : others(gathered, indices.shape);
	return axes && kept(arranged(before, before.axes.toSpliced(axis, 1, ...axes)));
};
const others = (axis, shape) => axis.some(({ of }) => of === "image") ? void 0 : shape.map((size) => [stretch("other", size)]);
/** Every row (column) once, in a table of blocks that do not overlap: as a kernel's places, times the places where it stands. */
function blocks$1(axis, places, shape) {
	const [only, ...more] = axis;
	if (!only || only.of === "tokens" || more.length > 0 || places.length !== only.size) return void 0;
	const apart = shape.map((_, at) => sizeOf(shape.slice(at + 1)));
	const steps = shape.map((size, at) => size > 1 ? places[apart[at]] - places[0] : 1);
	const expected = (at) => steps.reduce((sum, step, of) => sum + step * (Math.floor(at / apart[of]) % shape[of]), 0);
	if (places.some((place, at) => place !== expected(at)) || steps.some((step) => step < 1)) return void 0;
	return shape.map((size, at) => [{
		...only,
		size,
		step: only.step * steps[at]
	}]);
}

// src/models/onnx/known/movement.ts
const transpose$2 = (call) => {
	const x = call.known(0);
	const order = call.attributes.ints("perm") ?? x.shape.map((_, axis) => x.shape.length - 1 - axis);
	const steps = strides(x.shape);
	const turned = order.map((axis) => steps[axis] ?? call.fail(`has the permutation ${order}`));
	return picked(x, order.map((axis) => x.shape[axis]), (index) => dot(index, turned));
};
const expand$1 = (call) => {
	const x = call.known(0);
	const shape = call.boundedConstant(broadcast(call, x.shape, call.numbers(1)));
	const steps = broadcastStrides(x.shape, shape);
	return picked(x, shape, (index) => dot(index, steps));
};
const tile$1 = (call) => {
	const x = call.known(0);
	const repeats = call.numbers(1);
	const shape = call.boundedConstant(x.shape.map((size, axis) => size * (repeats[axis] ?? 1)));
	const steps = strides(x.shape);
	return picked(x, shape, (index) => dot(index.map((value, axis) => value % x.shape[axis]), steps));
};
const slice$2 = (call) => {
	const x = call.known(0);
	const found = cuts(call);
	const cut = (axis) => found.find((other) => other.axis === axis) ?? {
		start: 0,
		step: 1,
		count: x.shape[axis]
	};
	const steps = strides(x.shape);
	const all = x.shape.map((_, axis) => cut(axis));
	return picked(x, all.map(({ count }) => count), (index) => dot(index.map((value, axis) => all[axis].start + value * all[axis].step), steps));
};
const gather$3 = (call) => {
	const [x, indices] = [call.known(0), call.known(1)];
	const axis = axisOf(call, 0);
	const size = x.shape[axis];
	const rank = indices.shape.length;
	const shape = call.boundedConstant([
		...x.shape.slice(0, axis),
		...indices.shape,
		...x.shape.slice(axis + 1)
	]);
	const [steps, indexSteps] = [strides(x.shape), strides(indices.shape)];
	return picked(x, shape, (index) => {
		const named = indices.data[dot(index.slice(axis, axis + rank), indexSteps)];
		const at = named < 0 ? named + size : named;
		if (!(at >= 0 && at < size)) call.fail(`picks entry ${named} of ${size}`);
		return dot([
			...index.slice(0, axis),
			at,
			...index.slice(axis + rank)
		], steps);
	});
};
/** Counted in rows of what lies behind the axis. */
const concat$1 = (call) => {
	const all = call.inputs.map((_, at) => call.known(at));
	const axis = axisOf(call, 0);
	for (const { shape } of all) requireFitting$1(call, all[0].shape, shape, axis);
	const total = all.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
	const shape = call.boundedConstant(all[0].shape.map((size, at) => at === axis ? total : size));
	const owner = all.flatMap((value, which) => Array.from({ length: value.shape[axis] ?? 0 }, (_, at) => ({
		which,
		at
	})));
	const steps = all.map((value) => strides(value.shape));
	const blank = new Known(shape, all[0].type, new Float64Array(shape.reduce((n, size) => n * size, 1)));
	const { data } = blank;
	const own = strides(shape);
	for (let flat = 0; flat < data.length; flat++) {
		const index = unflattened(flat, shape, own);
		const { which, at } = owner[index[axis]];
		data[flat] = all[which].data[dot(index.with(axis, at), steps[which])];
	}
	return blank;
};
function requireFitting$1(call, first, shape, axis) {
	if (shape.length === first.length && shape.every((size, at) => at === axis || size === first[at])) return;
	call.fail(`joins values of shapes ${first.join(" x ")} and ${shape.join(" x ")} along axis ${axis}, which do not fit`);
}
const unflattened = (flat, shape, steps) => shape.map((size, axis) => Math.floor(flat / steps[axis]) % size);
const split$2 = (call) => {
	const x = call.known(0);
	const axis = axisOf(call, 0);
	const steps = strides(x.shape);
	let start = 0;
	return parts$1(call, x.shape[axis]).map((length) => {
		const first = start;
		start += length;
		return picked(x, x.shape.with(axis, length), (index) => dot(index.with(axis, index[axis] + first), steps));
	});
};
/** Rows of the value replaced at the places that the last axis of the indices names. */
const scatter$1 = (call) => {
	const [x, indices, updates] = [
		call.known(0),
		call.known(1),
		call.known(2)
	];
	call.attributes.require("reduction", call.attributes.string("reduction", "none"), ["none"]);
	const depth = indices.shape.at(-1);
	const row = sizeOf(x.shape.slice(depth));
	const steps = strides(x.shape);
	const data = x.data.slice();
	const places = indices.data.length / depth;
	if (updates.data.length !== places * row) call.fail(`writes ${updates.data.length} numbers in ${places} places of ${row}`);
	for (let at = 0; at < places; at++) {
		const place = Array.from(indices.data.slice(at * depth, (at + 1) * depth), (index, axis) => index < 0 ? index + x.shape[axis] : index);
		if (place.some((index, axis) => !(index >= 0 && index < x.shape[axis]))) call.fail(`writes at ${place}`);
		data.set(updates.data.slice(at * row, (at + 1) * row), dot(place, steps.slice(0, depth)));
	}
	return new Known(x.shape, x.type, data);
};
const as = (target) => (call) => call.known(0).reshaped(target(call));
const exactMovement = {
	Reshape: as(reshaped$1.Reshape),
	Flatten: as(reshaped$1.Flatten),
	Squeeze: as(reshaped$1.Squeeze),
	Unsqueeze: as(reshaped$1.Unsqueeze),
	Transpose: transpose$2,
	Expand: expand$1,
	Tile: tile$1,
	Slice: slice$2,
	Gather: gather$3,
	Concat: concat$1,
	ScatterND: scatter$1,
	Split: split$2
};

// src/models/onnx/layout.ts
/** The tensor with its axes in the layout asked for. */
function inLayout(core, live, layout) {
	if (live.layout === layout) return live.tensor;
	return permuted(core, live.tensor, layout === "plain" ? [
		0,
		3,
		1,
		2
	] : [
		0,
		2,
		3,
		1
	]);
}
/** A transposition; a reshape where no two axes that hold more than one entry change their order. */
function permuted(core, tensor, order) {
	if (order.every((axis, at) => axis === at)) return tensor;
	const moved = order.filter((axis) => tensor.shape[axis] > 1);
	if (moved.every((axis, at) => at === 0 || axis > moved[at - 1])) return core.reshape(tensor, order.map((axis) => tensor.shape[axis]));
	return core.transpose(tensor, [...order]);
}
/** The position in memory of a logical axis, which may count from the end. */
function physicalAxis(layout, rank, axis) {
	return axisOrder(layout, rank).indexOf(axis < 0 ? axis + rank : axis);
}
/** A shape with leading ones, so that broadcasting aligns it with four axes. */
const padded$1 = (shape, rank) => [...Array.from({ length: Math.max(0, rank - shape.length) }, () => 1), ...shape];

// src/models/onnx/orientation.ts
/** The orientation of every value: transpositions change it, and what is the same at every cell keeps it. */
function orientations(input, start, steps) {
	const found = /* @__PURE__ */ new Map([[input, start]]);
	for (const step of steps) {
		const read = step.inputs.map((name) => found.get(name));
		const after = oriented(step, ["nhwc", "nchw"].find((one) => read.includes(one)) ?? "none");
		for (const name of step.outputs) found.set(name, after);
	}
	return found;
}
function oriented(step, before) {
	const { axes } = step.facts;
	const how = typeof axes === "function" ? axes(step) : axes;
	if (how === "turned" && before !== "none") return before === "nhwc" ? "nchw" : "nhwc";
	if (how === "nchw") return "nchw";
	return how === "as-they-come" ? before : "none";
}
/** A transposition between the two ways of counting. */
function turnsLayout(step) {
	return ["0,2,3,1", "0,3,1,2"].includes((step.attributes.ints("perm") ?? []).join());
}

// src/models/onnx/operators/_blocks.ts
/** Blocks of channels become blocks of cells; reshaping and transposing has a gradient everywhere. */
const depthToSpace = (call) => {
	const { core, attributes } = call;
	const size = attributes.int("blocksize", 1);
	const mode = attributes.string("mode", "DCR");
	const [images, channels, height, width] = call.shape(0);
	const left = channels / (size * size);
	if (!Number.isInteger(left)) return call.fail(`divides ${channels} channels into blocks of ${size} x ${size}`);
	const inner = mode === "DCR" ? [
		size,
		size,
		left
	] : [
		left,
		size,
		size
	];
	if (call.layout === "plain") {
		const apart = core.reshape(call.plain(0), [
			images,
			...inner,
			height,
			width
		]);
		const order = mode === "DCR" ? [
			0,
			3,
			4,
			1,
			5,
			2
		] : [
			0,
			1,
			4,
			2,
			5,
			3
		];
		return plain(core.reshape(core.transpose(apart, order), [
			images,
			left,
			height * size,
			width * size
		]));
	}
	const apart = core.reshape(call.channelsLast(0), [
		images,
		height,
		width,
		...inner
	]);
	const turned = core.transpose(apart, mode === "DCR" ? [
		0,
		1,
		3,
		2,
		4,
		5
	] : [
		0,
		1,
		4,
		2,
		5,
		3
	]);
	return {
		tensor: core.reshape(turned, [
			images,
			height * size,
			width * size,
			left
		]),
		layout: "channels-last"
	};
};
const spaceToDepth = (call) => {
	const { core, attributes } = call;
	const size = attributes.int("blocksize", 1);
	const [images, channels, height, width] = call.shape(0);
	if (height % size !== 0 || width % size !== 0) return call.fail(`divides ${height} x ${width} cells into blocks of ${size} x ${size}`);
	const [rows, columns] = [height / size, width / size];
	const apart = core.reshape(call.channelsLast(0), [
		images,
		rows,
		size,
		columns,
		size,
		channels
	]);
	const order = attributes.string("mode", "DCR") === "DCR" ? [
		0,
		1,
		3,
		2,
		4,
		5
	] : [
		0,
		1,
		3,
		5,
		2,
		4
	];
	return {
		tensor: core.reshape(core.transpose(apart, order), [
			images,
			rows,
			columns,
			size * size * channels
		]),
		layout: "channels-last"
	};
};

// src/models/onnx/operators/_pad.ts
/** Constant, mirrored or repeated rows and columns around; negative numbers take some away. */
const pad$1 = (call) => {
	const { core, attributes } = call;
	const { tensor, layout } = call.asIs();
	const rank = tensor.rank;
	const mode = attributes.string("mode", "constant");
	attributes.require("mode", mode, [
		"constant",
		"reflect",
		"edge"
	]);
	const sizes = call.numbersFrom("pads", 1) ?? [];
	const axes = call.has(3) ? call.numbers(3) : Array.from({ length: rank }, (_, axis) => axis);
	const around = Array.from({ length: rank }, () => [0, 0]);
	for (const [at, axis] of axes.entries()) around[physicalAxis(layout, rank, axis)] = [sizes[at] ?? 0, sizes[at + axes.length] ?? 0];
	const grown = around.map(([before, after]) => [Math.max(0, before), Math.max(0, after)]);
	call.bounded(tensor.shape.map((size, axis) => size + grown[axis][0] + grown[axis][1]));
	const filled = call.has(2) ? call.numbers(2)[0] : attributes.float("value", 0);
	return {
		tensor: shrunk(call, mode === "constant" ? core.pad(tensor, grown, filled) : mirrored(call, tensor, grown, mode), around),
		layout
	};
};
function shrunk(call, x, around) {
	if (around.flat().every((size) => size >= 0)) return x;
	const less = around.map(([before, after]) => [Math.max(0, -before), Math.max(0, -after)]);
	return call.core.slice(x, less.map(([before]) => before), x.shape.map((size, axis) => size - less[axis][0] - less[axis][1]));
}
/** Made of slices, which have gradients on every engine. */
function mirrored(call, x, around, mode) {
	const { core } = call;
	return around.reduce((wide, [before, after], axis) => {
		const size = wide.shape[axis];
		if (mode === "reflect" && Math.max(before, after) >= size) call.fail(`reflects ${size} entries into more`);
		const part = (start, count) => core.slice(wide, wide.shape.map((_, at) => at === axis ? start : 0), wide.shape.map((all, at) => at === axis ? count : all));
		const repeated = (entry, times) => core.tile(entry, wide.shape.map((_, at) => at === axis ? times : 1));
		const side = (count, mirror, edge) => {
			if (count === 0) return [];
			return [mode === "reflect" ? core.reverse(mirror(), axis) : repeated(edge(), count)];
		};
		const first = side(before, () => part(1, before), () => part(0, 1));
		const last = side(after, () => part(size - 1 - after, after), () => part(size - 1, 1));
		return before + after === 0 ? wide : core.concat([
			...first,
			wide,
			...last
		], axis);
	}, x);
}

// src/models/onnx/operators/pooling.ts
const maxPool = (call) => {
	if (call.outputs > 1) return call.fail("asks for the positions of the maxima, which camdrift does not compute");
	const { core } = call;
	const { x, windows } = prepared(call);
	const full = surrounded(core, x, windows, Number.NEGATIVE_INFINITY);
	if (windows.dilations.some((step) => step > 1)) return channelsLast(dilatedMaximum(core, full, windows));
	return channelsLast(core.maxPool(full, two(windows.kernel), two(windows.strides), "valid"));
};
/** Zeros are counted or not, so the mean of whole windows is corrected by how much of each window counts. */
const averagePool = (call) => {
	const { core } = call;
	const { x, windows } = prepared(call);
	if (windows.dilations.some((step) => step > 1)) return call.fail("averages over dilated windows");
	const full = surrounded(core, x, windows, 0);
	const mean = core.avgPool(full, two(windows.kernel), two(windows.strides), "valid");
	const shares = both$2((axis) => counted$1(windows, x.shape[axis + 1], axis, call.attributes.int("count_include_pad", 0)));
	if (shares.flat().every((share) => share === 1)) return channelsLast(mean);
	const [rows, columns] = shares;
	const factors = rows.flatMap((row) => columns.map((column) => 1 / (row * column)));
	return channelsLast(core.mul(mean, core.tensor(factors, [
		1,
		...windows.grid,
		1
	])));
};
function prepared(call) {
	const kernel = call.attributes.ints("kernel_shape") ?? call.fail("names no kernel_shape");
	const x = float(call.core, call.channelsLast(0));
	const [images, height, width, channels] = x.shape;
	const windows = fitted$1(windowsOf(call, kernel, [height, width]), [height, width]);
	const outer = both$2((at) => [height, width][at] + windows.pads[at][0] + windows.pads[at][1] + windows.extra[at]);
	call.bounded([
		images,
		...outer,
		channels
	]);
	call.worked(images * channels * sizeOf(windows.grid) * sizeOf(windows.kernel));
	return {
		x,
		windows
	};
}
/** A single window that reaches beyond its input counts what is there. */
function fitted$1(windows, size) {
	const { kernel, grid, pads, extra, dilations } = windows;
	const padded = both$2((at) => size[at] + pads[at][0] + pads[at][1]);
	const isWide = both$2((at) => grid[at] === 1 && dilations[at] === 1 && kernel[at] > padded[at]);
	return {
		...windows,
		kernel: both$2((at) => isWide[at] ? padded[at] : kernel[at]),
		extra: both$2((at) => isWide[at] ? 0 : extra[at])
	};
}
const float = (core, x) => x.dtype === "float32" ? x : core.cast(x, "float32");
function surrounded(core, x, { pads, extra }, value) {
	const around = both$2((at) => [pads[at][0], pads[at][1] + extra[at]]);
	if (around.flat().every((size) => size === 0)) return x;
	return core.pad(x, [
		[0, 0],
		around[0],
		around[1],
		[0, 0]
	], value);
}
/** Per output row (or column), the share of its window that counts. */
function counted$1({ kernel, strides, pads, grid }, size, axis, includePad) {
	const [before, after] = includePad ? pads[axis] : [0, 0];
	return Array.from({ length: grid[axis] }, (_, step) => {
		const start = step * strides[axis] - pads[axis][0];
		return (Math.min(start + kernel[axis], size + after) - Math.max(start, -before)) / kernel[axis];
	});
}
/** TensorFlow.js dilates no pooling with strides: the maximum of the window's cells, each a thinned copy of the input. */
function dilatedMaximum(core, x, { kernel, dilations, strides, grid }) {
	return Array.from({ length: kernel[0] * kernel[1] }, (_, at) => [Math.floor(at / kernel[1]) * dilations[0], at % kernel[1] * dilations[1]]).map(([top, left]) => thinned(core, thinned(core, x, 1, top, strides[0], grid[0]), 2, left, strides[1], grid[1])).reduce((most, copy) => core.maximum(most, copy));
}
/** Every `step`-th entry of an axis, made of operations that have gradients. */
function thinned(core, x, axis, start, step, count) {
	const begin = x.shape.map((_, at) => at === axis ? start : 0);
	const length = (count - 1) * step + 1;
	const cut = core.slice(x, begin, x.shape.map((size, at) => at === axis ? length : size));
	if (step === 1 || count === 1) return cut;
	const filled = core.pad(cut, x.shape.map((_, at) => [0, at === axis ? step - 1 : 0]));
	const [outer, inner] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
	const rest = inner.reduce((product, size) => product * size, 1);
	const apart = core.reshape(filled, [
		outer.reduce((product, size) => product * size, 1) * count,
		step,
		rest
	]);
	return core.reshape(core.slice(apart, [
		0,
		0,
		0
	], [
		-1,
		1,
		-1
	]), [
		...outer,
		count,
		...inner
	]);
}
const two = ([rows, columns]) => [rows, columns];
/** The whole grid, however many dimensions it has. */
const globally = (reduce) => (call) => {
	const value = call.input(0);
	if (isLive(value) && value.layout === "channels-last") return channelsLast(reduce(call.core, value.tensor, [1, 2]));
	const x = call.plain(0);
	if (x.rank === 4) return channelsLast(reduce(call.core, call.channelsLast(0), [1, 2]));
	return plain(reduce(call.core, x, Array.from({ length: x.rank - 2 }, (_, at) => at + 2)));
};
/** A tie goes to the first, as in every other framework; a reduction would give each the whole gradient. */
function maximum(core, x, axes) {
	if (x.rank !== 4) return core.max(x, axes, true);
	return core.maxPool(x, [x.shape[1], x.shape[2]], 1, "valid");
}
/** The p-th root of the sum of p-th powers: a mean of whole windows, padded with zeros, times their size. */
const lengthPool = (call) => {
	const { core } = call;
	const { x, windows } = prepared(call);
	const p = call.attributes.int("p", 2);
	if (windows.dilations.some((step) => step > 1)) return call.fail("sums over dilated windows");
	const full = surrounded(core, powers(core, x, p), windows, 0);
	const mean = core.avgPool(full, two(windows.kernel), two(windows.strides), "valid");
	return channelsLast(root(core, core.mul(mean, windows.kernel[0] * windows.kernel[1]), p));
};
const powers = (core, x, p) => p === 1 ? core.abs(x) : p === 2 ? core.square(x) : core.pow(core.abs(x), p);
const meanOfGrid = globally((core, x, axes) => core.mean(x, axes, true));
const lengthOfGrid = (call) => {
	const p = call.attributes.int("p", 2);
	return globally((core, x, axes) => root(core, core.sum(powers(core, x, p), axes, true), p))(call);
};
const pooling = {
	MaxPool: spatialOf(alongRows(maxPool), { scale: "moved" }),
	AveragePool: spatialOf(alongRows(averagePool), { features: averageFeatures }),
	GlobalAveragePool: spatialOf(meanOfGrid, { features: "global-average" }),
	GlobalMaxPool: spatialOf(globally(maximum), { scale: "moved" }),
	LpPool: spatialOf(alongRows(lengthPool)),
	GlobalLpPool: spatialOf(lengthOfGrid)
};

// src/models/onnx/operators/movement.ts
const reshape$3 = (target) => (call) => plain(call.core.reshape(call.plain(0), target(call)));
/** Where the new order is how the value lies anyway, nothing moves. */
const transpose$1 = (call) => {
	const { tensor, layout } = call.asIs();
	const rank = tensor.rank;
	const order = call.attributes.ints("perm") ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
	if (order.length !== rank || order.some((_, axis) => !order.includes(axis))) return call.fail(`has the permutation ${order} for a value with ${rank} dimensions`);
	const from = axisOrder(layout, rank);
	const physical = (to) => axisOrder(to, rank).map((axis) => from.indexOf(order[axis]));
	const lies = (to) => physical(to).every((axis, at) => axis === at);
	const to = rank === 4 && lies("channels-last") ? "channels-last" : "plain";
	return {
		tensor: permuted(call.core, tensor, physical(to)),
		layout: to
	};
};
/** The layout of the first image-like input, for joins. */
function commonLayout(call) {
	return call.inputs.some((value) => value && isLive(value) && value.layout === "channels-last") ? "channels-last" : "plain";
}
const concat = (call) => {
	const layout = commonLayout(call);
	const rank = call.shape(0).length;
	const axis = physicalAxis(layout, rank, axisOf(call, 1));
	const tensors = call.inputs.flatMap((value, at) => value ? call.inLayout(at, layout) : []);
	const total = tensors.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
	call.bounded(tensors[0].shape.map((size, at) => at === axis ? total : size));
	const filled = tensors.filter(({ size }) => size > 0);
	return {
		tensor: call.core.concat(sameType(call, filled.length > 0 ? filled : tensors), axis),
		layout
	};
};
const sameType = (call, tensors) => tensors.map((tensor) => call.core.cast(tensor, tensors[0].dtype));
const split$1 = (call) => {
	const { tensor, layout } = call.asIs();
	const logical = axisOf(call, 0);
	const lengths = parts$1(call, call.shape(0)[logical]);
	const axis = physicalAxis(layout, tensor.rank, logical);
	return call.core.split(tensor, lengths, axis).map((part) => ({
		tensor: part,
		layout
	}));
};
/** Steps are taken by thinning, backwards ones after turning the axis round: slices with steps have no gradient. */
const slice$1 = (call) => {
	const { core } = call;
	const { tensor, layout } = call.asIs();
	return {
		tensor: cuts(call).reduce((x, { axis: logical, start, step, count }) => {
			const axis = physicalAxis(layout, tensor.rank, logical);
			if (count === 0) return core.slice(x, x.shape.map(() => 0), x.shape.map((size, at) => at === axis ? 0 : size));
			if (step > 0) return thinned(core, x, axis, start, step, count);
			return thinned(core, core.reverse(x, axis), axis, x.shape[axis] - 1 - start, -step, count);
		}, tensor),
		layout
	};
};
/** The gradient of picking rows as a matrix product, because the WebAssembly engine cannot add them up by index. */
const gather$2 = (call) => {
	const { core } = call;
	const x = call.plain(0);
	const axis = axisOf(call, 0);
	const size = x.shape[axis];
	const shape = call.shape(1);
	const indices = call.numbers(1).map((index) => index < 0 ? index + size : index);
	if (indices.some((index) => index < 0 || index >= size)) return call.fail(`picks an entry beyond ${size}`);
	const target = [
		...x.shape.slice(0, axis),
		...shape,
		...x.shape.slice(axis + 1)
	];
	call.bounded(target);
	const picked = () => core.tensor1d(indices, "int32");
	const answer = withGradient(core, x, (value) => core.gather(value, picked(), axis), (dy) => {
		const rows = size === 1 ? core.ones([indices.length, 1]) : core.oneHot(picked(), size);
		const outer = x.shape.slice(0, axis).reduce((product, length) => product * length, 1);
		const parts3 = core.reshape(dy, [
			outer,
			indices.length,
			-1
		]);
		const turned = core.tile(core.expandDims(core.cast(rows, "float32"), 0), [
			outer,
			1,
			1
		]);
		return core.reshape(core.matMul(turned, parts3, true), x.shape);
	});
	return plain(core.reshape(answer, target));
};
const tile = (call) => {
	const { tensor, layout } = call.asIs();
	const repeats = call.numbers(1);
	const physical = axisOrder(layout, tensor.rank).map((axis) => repeats[axis] ?? 1);
	call.bounded(tensor.shape.map((size, axis) => size * physical[axis]));
	return {
		tensor: call.core.tile(tensor, physical),
		layout
	};
};
const expand = (call) => plain(call.core.broadcastTo(call.plain(0), call.bounded(broadcast(call, call.shape(0), call.numbers(1)))));
const isFirst = (axis, rank) => (axis < 0 ? axis + rank : axis) === 0;
/** Images stay apart unless the axis that a step names is theirs. */
const unlessAxis = (fallback) => (step, facts) => isFirst(step.attributes.int("axis", fallback), facts.shape(step.inputs[0])?.length ?? 0) ? "counted" : "apart";
const concatenated$1 = (step, facts) => step.inputs.some((name) => facts.constant(name)) ? "counted" : unlessAxisZero(step, facts);
const unlessAxisZero = unlessAxis(0);
const turns = (step) => turnsLayout(step) ? "turned" : "rearranged";
const movement$1 = {
	Reshape: opaqueOf(reshape$3(reshaped$1.Reshape), {
		exact: exactMovement.Reshape,
		features: "identity",
		cells: reshaping,
		scale: "moved"
	}),
	Flatten: opaqueOf(reshape$3(reshaped$1.Flatten), {
		exact: exactMovement.Flatten,
		features: "identity",
		cells: reshaping,
		images: (step) => step.attributes.int("axis", 1) === 1 ? "apart" : "counted",
		scale: "moved"
	}),
	Squeeze: opaqueOf(reshape$3(reshaped$1.Squeeze), {
		exact: exactMovement.Squeeze,
		features: "identity",
		cells: reshaping,
		scale: "moved"
	}),
	Unsqueeze: opaqueOf(reshape$3(reshaped$1.Unsqueeze), {
		exact: exactMovement.Unsqueeze,
		features: "identity",
		cells: reshaping,
		scale: "moved"
	}),
	Transpose: opaqueOf(transpose$1, {
		exact: exactMovement.Transpose,
		features: (step) => turnsLayout(step) ? "identity" : "other",
		cells: transposing,
		images: (step) => step.attributes.ints("perm")?.[0] === 0 ? "apart" : "counted",
		axes: turns,
		scale: "moved"
	}),
	Concat: opaqueOf(concat, {
		exact: exactMovement.Concat,
		features: joinFeatures,
		cells: joining,
		images: concatenated$1,
		axes: "as-they-come"
	}),
	Split: opaqueOf(split$1, {
		exact: exactMovement.Split,
		cells: splitting,
		images: unlessAxis(0),
		axes: "as-they-come",
		scale: "moved"
	}),
	Slice: opaqueOf(slice$1, {
		exact: exactMovement.Slice,
		cells: slicing,
		axes: "as-they-come",
		scale: "moved"
	}),
	Gather: opaqueOf(gather$2, {
		exact: exactMovement.Gather,
		cells: gathering,
		images: unlessAxis(0),
		axes: "as-they-come",
		scale: "moved"
	}),
	Pad: opaqueOf(pad$1, {
		features: "spatial",
		cells: surrounding,
		axes: "as-they-come"
	}),
	Tile: opaqueOf(tile, {
		exact: exactMovement.Tile,
		cells: repeating,
		axes: "as-they-come",
		scale: "moved"
	}),
	Expand: opaqueOf(expand, {
		sets: since(8),
		exact: exactMovement.Expand,
		cells: repeating,
		axes: "as-they-come",
		scale: "moved"
	}),
	DepthToSpace: spatialOf(depthToSpace, { scale: "moved" }),
	SpaceToDepth: spatialOf(spaceToDepth, { scale: "moved" })
};

// src/models/onnx/operators/normalization.ts
const epsilon = (call) => call.attributes.float("epsilon", 1e-5);
/** Inference: with the statistics of the training. */
const batchNormalization$1 = (call) => {
	const { core } = call;
	if (call.attributes.int("training_mode", 0) === 1) return standardisedWeights(call);
	const [scale, shift, mean, variance] = [
		1,
		2,
		3,
		4
	].map((at) => call.plain(at));
	const rank = call.shape(0).length;
	const normalised = (x) => core.batchNorm(x, mean, variance, shift, scale, epsilon(call));
	if (rank === 4) return channelsLast(normalised(call.channelsLast(0)));
	if (rank === 2) return plain(normalised(call.plain(0)));
	const along = (tensor) => core.reshape(tensor, [
		1,
		-1,
		...Array.from({ length: rank - 2 }, () => 1)
	]);
	const factor = core.div(scale, core.sqrt(core.add(variance, epsilon(call))));
	const centred = core.mul(core.sub(call.plain(0), along(mean)), along(factor));
	return plain(core.add(centred, along(shift)));
};
/** In training mode it takes the statistics of what it gets: of a constant, such as a kernel, that is a constant again. */
function standardisedWeights(call) {
	const { core } = call;
	if (isLive(call.input(0))) return call.fail("normalises in training mode");
	const x = call.plain(0);
	const axes = Array.from({ length: x.rank }, (_, axis) => axis).filter((axis) => axis !== 1);
	const along = (at) => core.reshape(call.plain(at), [
		1,
		-1,
		...Array.from({ length: x.rank - 2 }, () => 1)
	]);
	const { mean, variance } = core.moments(x, axes);
	const momentum = call.attributes.float("momentum", .9);
	const moved = (old, now) => core.add(core.mul(old, momentum), core.mul(now, 1 - momentum));
	return [
		core.add(core.mul(standardised(core, x, axes, epsilon(call)), along(1)), along(2)),
		moved(call.plain(3), mean),
		moved(call.plain(4), variance)
	].slice(0, call.outputs).map(plain);
}
/** Each channel of each image by itself. */
const instanceNormalization = (call) => {
	const { core } = call;
	if (call.shape(0).length !== 4) return overRest(call);
	const x = standardised(core, call.channelsLast(0), [1, 2], epsilon(call));
	return channelsLast(core.add(core.mul(x, call.plain(1)), call.plain(2)));
};
/** Of any other number of dimensions, as a group of channels in a row. */
function overRest(call) {
	const { core } = call;
	const x = call.plain(0);
	const axes = Array.from({ length: x.rank }, (_, axis) => axis).slice(2);
	const along = (at) => core.reshape(call.plain(at), [
		1,
		-1,
		...axes.map(() => 1)
	]);
	return plain(core.add(core.mul(standardised(core, x, axes, epsilon(call)), along(1)), along(2)));
}
/** Groups of channels of each image; scale and shift are per group before operator set 21. */
const groupNormalization$1 = (call) => {
	const { core } = call;
	const groups = call.attributes.int("num_groups", 1);
	const shape = call.shape(0);
	const channels = shape[1];
	if (channels % groups !== 0) return call.fail(`divides ${channels} channels into ${groups} groups`);
	const apart = core.reshape(call.plain(0), [
		shape[0],
		groups,
		-1
	]);
	const x = core.reshape(standardised(core, apart, [2], epsilon(call)), [...shape]);
	const perChannel = (at) => {
		const value = call.plain(at);
		const full = value.size === channels ? value : core.tile(core.reshape(value, [groups, 1]), [1, channels / groups]);
		return core.reshape(full, [
			1,
			channels,
			...shape.slice(2).map(() => 1)
		]);
	};
	return plain(core.add(core.mul(x, perChannel(1)), perChannel(2)));
};
/** Over all axes from one on; the operators that have it differ in what they take for epsilon when none is given. */
const layerNormalization$1 = (fallback) => (call) => {
	const { core, attributes } = call;
	if (call.outputs > 1) return call.fail("asks for the statistics of a layer normalisation");
	const rank = call.shape(0).length;
	const axes = Array.from({ length: rank }, (_, axis) => axis).slice(axisOf(call, -1));
	const scaled = core.mul(standardised(core, call.plain(0), axes, attributes.float("epsilon", fallback)), call.plain(1));
	return plain(call.has(2) ? core.add(scaled, call.plain(2)) : scaled);
};
const rmsNormalization$1 = (call) => {
	const { core } = call;
	const rank = call.shape(0).length;
	const axes = Array.from({ length: rank }, (_, axis) => axis).slice(axisOf(call, -1));
	const x = call.plain(0);
	const size = core.sqrt(core.add(core.mean(core.square(x), axes, true), epsilon(call)));
	return plain(core.mul(core.div(x, size), call.plain(1)));
};
function standardised(core, x, axes, tiny) {
	const centred = core.sub(x, core.mean(x, [...axes], true));
	const variance = core.mean(core.square(centred), [...axes], true);
	return core.div(centred, core.sqrt(core.add(variance, tiny)));
}
/** Mean and variance over some axes, without scale and shift. */
const meanVarianceNormalization = (call) => {
	const x = call.plain(0);
	const axes = axesOf$1(call, call.attributes.ints("axes") ?? [
		0,
		2,
		3
	], x.shape);
	const centred = call.core.sub(x, call.core.mean(x, axes, true));
	const variance = call.core.mean(call.core.square(centred), axes, true);
	return plain(call.core.div(centred, call.core.add(call.core.sqrt(variance), 1e-9)));
};
/** Each entry by the squares of its neighbouring channels, as sums of shifted copies: with a gradient on every engine. */
const localResponse$1 = (call) => {
	const { core, attributes } = call;
	const size = attributes.int("size", 1);
	const before = Math.floor((size - 1) / 2);
	const x = call.channelsLast(0);
	const channels = x.shape[3];
	if (size < 1 || size > 2 * channels + 1) return call.fail(`sums over ${size} channels of ${channels}`);
	call.bounded([...x.shape.slice(0, 3), channels + size - 1]);
	call.worked(x.size * size);
	const squares = core.pad(core.square(x), [
		[0, 0],
		[0, 0],
		[0, 0],
		[before, size - 1 - before]
	]);
	const sum = Array.from({ length: size }, (_, at) => core.slice(squares, [
		0,
		0,
		0,
		at
	], [
		-1,
		-1,
		-1,
		channels
	])).reduce((total, copy) => core.add(total, copy));
	const share = core.mul(sum, attributes.float("alpha", 1e-4) / size);
	const divisor = core.pow(core.add(share, attributes.float("bias", 1)), attributes.float("beta", .75));
	return channelsLast(core.div(x, divisor));
};
/** Divided by the length along an axis; a value of no length stays 0. */
const lengthNormalization = (call) => {
	const { core, attributes } = call;
	const x = call.plain(0);
	const p = attributes.int("p", 2);
	attributes.require("p", p, [1, 2]);
	const sizes = core.sum(p === 1 ? core.abs(x) : core.square(x), axisOf(call, -1), true);
	const length = p === 1 ? sizes : root(core, sizes, 2);
	const none = stepwise(core, (y) => core.cast(core.equal(y, 0), "float32"), length);
	return plain(core.div(x, core.add(length, none)));
};
const softmax$1 = (logarithm) => (call) => {
	const { core, opset } = call;
	const operation = (x) => logarithm ? core.logSoftmax(x) : core.softmax(x);
	const { layout } = call;
	const rank = call.shape(0).length;
	const logical = axisOf(call, opset < 13 ? 1 : -1);
	const value = call.input(0);
	if (layout === "channels-last" && logical === 1 && isLive(value) && (opset >= 13 || onePixel(value))) return channelsLast(operation(value.tensor));
	const x = call.plain(0);
	if (opset < 13) {
		const rows = sizeOf(x.shape.slice(0, logical));
		return plain(core.reshape(operation(core.reshape(x, [rows, -1])), x.shape));
	}
	if (logical === rank - 1) return plain(operation(x));
	const order = Array.from({ length: rank }, (_, at) => at);
	[order[logical], order[rank - 1]] = [rank - 1, logical];
	return plain(core.transpose(operation(core.transpose(x, order)), order));
};
/** Before operator set 13 everything from the axis on is one distribution. */
const onePixel = ({ tensor }) => tensor.shape[1] === 1 && tensor.shape[2] === 1;
/** From an axis on, as layer normalisation counts. */
const fromAxis = (fallback) => (step, rank) => {
	const first = step.attributes.int("axis", fallback);
	return Array.from({ length: rank }, (_, axis) => axis).slice(first < 0 ? first + rank : first);
};
const along$2 = (fallback) => (step, rank) => {
	const axis = step.attributes.int("axis", fallback);
	return [axis < 0 ? axis + rank : axis];
};
/** Before operator set 13 a distribution is everything from the axis on. */
const distribution = (step, rank, facts) => step.opset < 13 ? fromAxis(1)(step, rank, facts) : along$2(-1)(step, rank, facts);
/** Images stay apart unless their axis takes part. */
const byAxes = (axesOf) => (step, facts) => axesOf(step, facts.shape(step.inputs[0])?.length ?? 0, facts).includes(0) ? "mixed" : "apart";
/** Of an image N, C, H, W, over its grid: cells stay where they are. */
const overGrid = (run, more = {}) => activationOf(run, {
	cells: "placed",
	axes: "nchw",
	...more
});
const overAxes = (run, axesOf, more = {}) => activationOf(run, {
	cells: normalised(axesOf),
	images: byAxes(axesOf),
	...more
});
const named = (step) => step.attributes.ints("axes") ?? [
	0,
	2,
	3
];
const normalization$2 = {
	BatchNormalization: overGrid(batchNormalization$1, {
		features: "pointwise-linear",
		cells: "kept"
	}),
	InstanceNormalization: overGrid(instanceNormalization),
	GroupNormalization: overGrid(groupNormalization$1, { sets: since(18) }),
	LayerNormalization: overAxes(layerNormalization$1(1e-5), fromAxis(-1)),
	RMSNormalization: overAxes(rmsNormalization$1, fromAxis(-1), {
		sets: since(23),
		features: "elementwise"
	}),
	MeanVarianceNormalization: overAxes(meanVarianceNormalization, named, {
		sets: since(9),
		features: "other"
	}),
	LRN: overGrid(localResponse$1, { cells: "kept" }),
	LpNormalization: overAxes(lengthNormalization, along$2(-1), { features: "other" }),
	Softmax: overAxes(softmax$1(false), distribution, { features: "softmax" }),
	LogSoftmax: overAxes(softmax$1(true), distribution, { features: "log-softmax" })
};
const softMaximum = softmax$1(false);

// src/models/onnx/operators/_grid.ts
const ranges = {
	int8: [-128, 127],
	uint8: [0, 255],
	int16: [-32768, 32767],
	uint16: [0, 65535],
	int4: [-8, 7],
	uint4: [0, 15]
};
/**
* Whole numbers of a quantised type, held as floats: rounded half to even, moved by the zero point, saturated. The gradient
* passes where the value does not saturate, and everywhere where it is the answer.
* @param scaled the value in steps of the grid
* @param at where the zero point is among the inputs; without one the type is uint8
*/
function ontoGrid(call, scaled, at, zero = call.has(at) ? call.plain(at) : void 0) {
	const { core } = call;
	const whole = straightThrough(core, scaled, (x) => core.round(x));
	const range = ranges[call.has(at) ? call.known(at).type : "uint8"] ?? call.fail("quantises to a type that is not known");
	const steps = zero ? core.add(whole, core.cast(zero, "float32")) : whole;
	const saturated = (x) => core.clipByValue(x, ...range);
	return call.isLast ? straightThrough(core, steps, saturated) : saturated(steps);
}
/** A quantised input less its zero point, in the layout it has: still whole numbers. */
function centred(call, at, zeroAt, axis = 0) {
	const { core } = call;
	const { tensor, layout } = call.asIs(at);
	const x = core.cast(tensor, "float32");
	if (!call.has(zeroAt)) return {
		tensor: x,
		layout
	};
	const zero = core.cast(call.plain(zeroAt), "float32");
	if (zero.size === 1) return {
		tensor: core.sub(x, core.reshape(zero, [])),
		layout
	};
	return plain(core.sub(core.cast(call.plain(at), "float32"), along$1(call, zero, call.shape(at).length, axis)));
}
/** One number, or one per entry of an axis counted from the start or the end, as broadcasting wants it. */
function along$1(call, values, rank, axis) {
	if (values.size === 1) return call.core.reshape(values, []);
	if (values.rank !== 1) return values;
	const logical = axis < 0 ? axis + rank : axis;
	return call.core.reshape(values, Array.from({ length: rank }, (_, at) => at === logical ? values.size : 1));
}

// src/models/onnx/operators/qlinear.ts
/**
* Operators on quantised values. What they add up are whole numbers, exact in float32 below 2^24 as they are in ONNX
* Runtime's integers; only then is the sum brought to the scale of the answer, rounded and saturated.
*/
const one$1 = (value) => value;
/** x, scale, zero point; kernel, scales, zero points; scale and zero point of the answer; bias in steps of both scales. */
const convolution$1 = (call) => {
	const { core } = call;
	const bias = call.has(8) ? plain(core.cast(call.plain(8), "float32")) : void 0;
	const { tensor, layout } = one$1(conv(call.with([
		centred(call, 0, 2),
		centred(call, 3, 5),
		bias
	])));
	const factor = core.div(core.mul(core.reshape(call.plain(1), []), call.plain(4)), core.reshape(call.plain(6), []));
	const perChannel = factor.size === 1 ? core.reshape(factor, []) : factor;
	return {
		tensor: ontoGrid(call, core.mul(tensor, perChannel), 7),
		layout
	};
};
const convolutionOfIntegers = (call) => conv(call.with([centred(call, 0, 2), centred(call, 1, 3)]));
/** Rows of the left and columns of the right may have scales of their own. */
const product$2 = (call) => {
	const { core } = call;
	const { tensor } = one$1(matMul(call.with([centred(call, 0, 2, -2), centred(call, 3, 5, -1)])));
	const rows = along$1(call, call.plain(1), tensor.rank, -2);
	const columns = along$1(call, call.plain(4), tensor.rank, -1);
	const steps = core.div(core.mul(core.mul(tensor, rows), columns), along$1(call, call.plain(6), tensor.rank, -2));
	return plain(ontoGrid(call, steps, 7, along$1(call, call.plain(7), tensor.rank, -2)));
};
const productOfIntegers = (call) => matMul(call.with([centred(call, 0, 2, -2), centred(call, 1, 3, -1)]));
/** A quantised input as the numbers it stands for. */
function real(call, at) {
	const { tensor, layout } = centred(call, at, at + 2);
	return {
		tensor: call.core.mul(tensor, call.core.reshape(call.plain(at + 1), [])),
		layout
	};
}
/** Numbers as whole steps of the answer's scale, which is the input at `at`, before its zero point. */
function quantised(call, value, at) {
	const steps = call.core.div(value.tensor, call.core.reshape(call.plain(at), []));
	return {
		tensor: ontoGrid(call, steps, at + 1),
		layout: value.layout
	};
}
/** The operator on what the first quantised input stands for; scale and zero point of the answer are inputs 3 and 4. */
const throughNumbers = (operator) => (call) => quantised(call, one$1(operator(call.with([real(call, 0)]))), 3);
/** As before of a linear operator, which works on the whole numbers: values half-way between two steps stay half-way. */
const throughSteps = (operator) => (call) => {
	const { core } = call;
	const { tensor, layout } = one$1(operator(call.with([centred(call, 0, 2)])));
	const ratio = core.div(core.reshape(call.plain(1), []), core.reshape(call.plain(3), []));
	return {
		tensor: ontoGrid(call, core.mul(tensor, ratio), 4),
		layout
	};
};
/** The operator on what two quantised inputs stand for; scale and zero point of the answer are inputs 6 and 7. */
const ofTwo = (operator) => (call) => quantised(call, one$1(operator(call.with([real(call, 0), real(call, 3)]))), 6);
/** Scale and zero point of the answer come first, then a value, its scale and its zero point each. */
const joined$4 = (operator) => (call) => {
	const count = (call.inputs.length - 2) / 3;
	const values = Array.from({ length: count }, (_, at) => real(call, 2 + 3 * at));
	return quantised(call, one$1(operator(call.with(values))), 0);
};
/** A matrix product with a bias in steps of both scales; without a scale for the answer it stays as it is. */
const gemm = (call) => {
	const { core, attributes } = call;
	const turned = attributes.int("transB", 0) === 1;
	const [left, right] = [centred(call, 0, 2), centred(call, 3, 5, turned ? 0 : 1)];
	const factor = core.mul(core.reshape(call.plain(1), []), call.plain(4));
	const product = one$1(gemm$1(call.with([left, right])));
	const sum = call.has(6) ? core.add(product.tensor, core.cast(call.plain(6), "float32")) : product.tensor;
	const scaled = core.mul(sum, factor.size === 1 ? core.reshape(factor, []) : factor);
	return call.has(7) ? quantised(call, plain(scaled), 7) : plain(scaled);
};
const matrix = (shape) => [...shape.keys()];
const quantisedLinear = {
	QLinearConv: spatialOf(convolution$1, {
		sets: since(10),
		features: "convolution",
		scale: 6,
		kernel: {
			input: 3,
			scale: 4,
			zero: 5,
			order: kernelOrder
		}
	}),
	ConvInteger: spatialOf(convolutionOfIntegers, {
		sets: since(10),
		features: "convolution",
		kernel: {
			input: 1,
			zero: 3,
			order: kernelOrder
		}
	}),
	QLinearMatMul: opaqueOf(product$2, {
		sets: since(10),
		cells: multiplying,
		images: "apart",
		axes: "as-they-come",
		scale: 6,
		kernel: {
			input: 3,
			scale: 4,
			zero: 5,
			order: matrix
		}
	}),
	MatMulInteger: opaqueOf(productOfIntegers, {
		sets: since(10),
		cells: multiplying,
		images: "apart",
		axes: "as-they-come",
		kernel: {
			input: 1,
			zero: 3,
			order: matrix
		}
	})
};

// src/models/onnx/operators/microsoft.ts
/** A convolution, a sum with a fourth input, and an activation with its numbers in a list, in one node. */
const fusedConvolution = (call) => {
	const { core, attributes } = call;
	const summed = conv(call.with(call.inputs.slice(0, 3)));
	const whole = call.has(3) ? {
		tensor: core.add(summed.tensor, call.inLayout(3, summed.layout)),
		layout: summed.layout
	} : summed;
	const name = attributes.string("activation", "Identity");
	return {
		tensor: (activations$1[name] ?? call.fail(`has the activation ${name}`))(core, whole.tensor, attributes.floats("activation_params") ?? []),
		layout: whole.layout
	};
};
const activations$1 = {
	Identity: (_, x) => x,
	Relu: (core, x) => core.relu(x),
	Sigmoid: (core, x) => core.sigmoid(x),
	Tanh: (core, x) => core.tanh(x),
	LeakyRelu: (core, x, [alpha]) => core.leakyRelu(x, alpha ?? .01),
	Clip: (core, x, [low, high]) => core.clipByValue(x, low, high),
	HardSigmoid: (core, x, [alpha, beta]) => core.clipByValue(core.add(core.mul(x, alpha ?? .2), beta ?? .5), 0, 1)
};
/** Operands turned first, the product times a number. */
const fusedProduct = (call) => {
	const { core, attributes } = call;
	attributes.require("transBatchA", attributes.int("transBatchA", 0), [0]);
	attributes.require("transBatchB", attributes.int("transBatchB", 0), [0]);
	const operand = (at, name) => {
		const x = call.plain(at);
		if (attributes.int(name, 0) === 0 || x.rank < 2) return plain(x);
		const order = Array.from({ length: x.rank }, (_, axis) => axis);
		return plain(core.transpose(x, [
			...order.slice(0, -2),
			x.rank - 1,
			x.rank - 2
		]));
	};
	const { tensor } = matMul(call.with([operand(0, "transA"), operand(1, "transB")]));
	return plain(core.mul(tensor, attributes.float("alpha", 1)));
};
const sum = (call, values) => {
	const present = values.filter((value) => value !== void 0);
	return present.length === 1 ? call.asIs() : arithmetic$2.Sum.run(call.with(present));
};
/** GELU by the hyperbolic tangent, of the sum with a bias where there is one. */
const fastGelu = (call) => {
	const { core } = call;
	const { tensor: x, layout } = sum(call, call.inputs);
	const inner = core.mul(core.add(x, core.mul(core.mul(core.square(x), x), .044715)), Math.sqrt(2 / Math.PI));
	return {
		tensor: core.mul(core.mul(x, .5), core.add(core.tanh(inner), 1)),
		layout
	};
};
const quickGelu = (call) => {
	const { core } = call;
	const { tensor: x, layout } = call.asIs();
	return {
		tensor: core.mul(x, core.sigmoid(core.mul(x, call.attributes.float("alpha", 1.702)))),
		layout
	};
};
/** The layer normalisation of a sum; the sum itself is the fourth output. */
const skipNormalization = (call) => {
	const whole = sum(call, [
		call.inputs[0],
		call.inputs[1],
		call.inputs[4]
	]);
	const normal = layerNormalization$1(1e-12)(call.with([
		whole,
		call.inputs[2],
		call.inputs[3]
	], 1));
	return call.outputs > 1 ? [
		normal,
		plain(call.core.scalar(0)),
		plain(call.core.scalar(0)),
		whole
	] : [normal];
};
/** Means over the whole grid of values whose channels come first. */
const meanOfSteps = (call) => {
	call.attributes.require("channels_last", call.attributes.int("channels_last", 0), [0]);
	return throughSteps(meanOfGrid)(call);
};
/** One set of its own has them all. */
const sets = [1, 1];
/** One operation on each entry of a quantised value; where the scale of the answer stands. */
const stepsOf$2 = (run, scale, more = {}) => activationOf(run, {
	sets,
	scale,
	...more
});
const pooledSteps = (run) => spatialOf(run, {
	sets,
	scale: 3
});
const gelus = (run) => activationOf(run, { sets });
/** What ONNX Runtime's quantiser and optimiser write beside the standard's operators. */
const added = {
	QLinearAdd: stepsOf$2(ofTwo(arithmetic$2.Add.run), 6),
	QLinearMul: stepsOf$2(ofTwo(arithmetic$2.Mul.run), 6),
	QLinearConcat: stepsOf$2(joined$4(concat), 0, {
		cells: joining,
		images: movement$1.Concat.images
	}),
	QLinearSigmoid: stepsOf$2(throughNumbers(activation$1.Sigmoid.run), 3),
	QLinearLeakyRelu: stepsOf$2(throughNumbers(activation$1.LeakyRelu.run), 3),
	QLinearSoftmax: opaqueOf(throughNumbers(softMaximum), {
		sets,
		axes: "as-they-come",
		scale: 3
	}),
	QLinearAveragePool: pooledSteps(throughSteps(averagePool)),
	QLinearGlobalAveragePool: pooledSteps(meanOfSteps),
	QGemm: opaqueOf(gemm, {
		sets,
		cells: denseCells,
		images: "apart",
		axes: "as-they-come",
		scale: 7,
		kernel: {
			input: 3,
			scale: 4,
			zero: 5,
			order: denseOrder
		}
	}),
	FusedConv: spatialOf(fusedConvolution, {
		sets,
		features: "convolution",
		kernel: {
			input: 1,
			order: kernelOrder
		}
	}),
	FusedMatMul: opaqueOf(fusedProduct, {
		sets,
		axes: "as-they-come",
		kernel: {
			input: 1,
			order: denseOrder
		}
	}),
	Gelu: gelus(activation$1.Gelu.run),
	BiasGelu: gelus((call) => activation$1.Gelu.run(call.with([sum(call, call.inputs)]))),
	FastGelu: gelus(fastGelu),
	QuickGelu: gelus(quickGelu),
	SkipLayerNormalization: activationOf(skipNormalization, { sets })
};
const microsoft = Object.fromEntries(Object.entries(added).map(([name, operation]) => [`com.microsoft.${name}`, operation]));

// src/models/onnx/operators/quantization.ts
const quantize = (call) => {
	const { tensor, layout } = call.asIs();
	const scaled = call.core.div(tensor, parameter(call, 1));
	return {
		tensor: ontoGrid(call, scaled, 2, call.has(2) ? parameter(call, 2) : void 0),
		layout
	};
};
const dequantize = (call) => {
	const { core } = call;
	const { tensor, layout } = call.asIs();
	const x = core.cast(tensor, "float32");
	const centred = call.has(2) ? core.sub(x, core.cast(parameter(call, 2), "float32")) : x;
	return {
		tensor: core.mul(centred, parameter(call, 1)),
		layout
	};
};
/** One number, or one per entry of an axis, as it is broadcast against the value where it lies. */
function parameter(call, at) {
	const value = call.plain(at);
	if (value.size === 1) return call.core.reshape(value, []);
	const shape = call.shape(0);
	if (call.attributes.int("block_size", 0) > 0 || value.rank !== 1) return call.fail("is quantised in blocks");
	const axis = call.attributes.int("axis", 1);
	const logical = axis < 0 ? axis + shape.length : axis;
	const wide = call.core.reshape(value, shape.map((_, other) => other === logical ? value.size : 1));
	return call.layout === "plain" ? wide : call.core.transpose(wide, [
		0,
		2,
		3,
		1
	]);
}
/** A dynamically quantised value is the value itself, rounded; the scale and zero point depend on the pixels, and have no slope. */
const dynamicQuantize = (call) => {
	const { core } = call;
	const x = call.plain(0);
	if (!isLive(call.input(0))) return call.fail("quantises a constant dynamically");
	const low = stepwise(core, (y) => core.minimum(core.min(y), 0), x);
	const high = stepwise(core, (y) => core.maximum(core.max(y), 0), x);
	const scale = stepwise(core, (range) => stepOver(core, range), core.sub(high, low));
	const zero = core.round(core.clipByValue(core.div(core.neg(low), scale), 0, 255));
	const whole = straightThrough(core, core.div(x, scale), (y) => core.round(y));
	return [
		core.clipByValue(core.add(whole, zero), 0, 255),
		scale,
		zero
	].map(plain);
};
/** Of nothing but zeros there is no step: as in ONNX Runtime it is one then. */
const stepOver = (core, range) => core.where(core.equal(range, 0), core.onesLike(range), core.div(range, 255));
/** Scale and zero point are no cells. */
const inFirst = (step, facts, output) => output === 0 ? inPlace(step, facts, output) : void 0;
const quantization = {
	QuantizeLinear: entrywiseOf(quantize, {
		sets: since(10),
		features: "identity",
		scale: 1
	}),
	DequantizeLinear: entrywiseOf(dequantize, {
		sets: since(10),
		features: "identity"
	}),
	DynamicQuantizeLinear: entrywiseOf(dynamicQuantize, {
		sets: since(11),
		features: "identity",
		cells: inFirst,
		images: "mixed"
	})
};

// src/models/onnx/operators/recurrent.ts
/**
* x steps x rows x features; weights directions x 4 hidden x features, gates in the order input, output, forget, cell.
* Answers steps x directions x rows x hidden, and directions x rows x hidden at the end.
*/
const longShortTerm = (call) => {
	const { core, attributes } = call;
	for (const name of [
		"clip",
		"input_forget",
		"layout"
	]) attributes.require(name, attributes.int(name, 0), [0]);
	if (attributes.has("activations") || attributes.has("clip") || call.has(4) || call.has(7)) return call.fail("has activations, limits, peepholes or lengths of its own");
	const direction = attributes.string("direction", "forward");
	attributes.require("direction", direction, [
		"forward",
		"reverse",
		"bidirectional"
	]);
	const x = call.plain(0);
	const [steps, rows, features] = x.shape;
	const hidden = call.shape(2)[2] ?? 0;
	const sequence = {
		steps,
		rows,
		hidden
	};
	const backwards = direction === "bidirectional" ? [false, true] : [direction === "reverse"];
	requireWeights(call, [backwards.length, 4 * hidden], features, hidden);
	call.bounded([
		steps,
		rows,
		4 * hidden
	]);
	call.bounded([
		steps,
		backwards.length,
		rows,
		hidden
	]);
	call.worked(backwards.length * (steps * rows * 4 * hidden * (features + hidden) + steps * eachStep));
	const directions = backwards.map((isBackwards, at) => run(call, x, sequence, at, isBackwards));
	const together = (pick) => plain(core.stack(directions.map(pick), 0));
	const answers = directions.map(({ all }) => core.stack(all, 0));
	return [
		plain(core.stack(answers, 1)),
		together(({ last }) => last),
		together(({ state }) => state)
	].slice(0, call.outputs);
};
/** Products that take as long as beginning with a step does. */
const eachStep = 2 ** 18;
function requireWeights(call, outer, features, hidden) {
	const expected = [[...outer, features], [...outer, hidden]].map((shape) => shape.join(" x "));
	const found = [call.shape(1), call.shape(2)].map((shape) => shape.join(" x "));
	if (hidden < 1 || found.join() !== expected.join()) call.fail(`has weights of ${found.join(" and ")}; expected ${expected.join(" and ")}`);
}
function run(call, x, { steps, rows, hidden }, at, isBackwards) {
	const { core } = call;
	const own = (input) => core.squeeze(core.slice(call.plain(input), [at, ...call.shape(input).slice(1).map(() => 0)], [1, ...call.shape(input).slice(1)]), [0]);
	const bias = call.has(3) ? core.add(core.slice(own(3), [0], [4 * hidden]), core.slice(own(3), [4 * hidden], [4 * hidden])) : core.zeros([4 * hidden]);
	const projected = core.add(core.matMul(core.reshape(x, [steps * rows, -1]), own(1), false, true), bias);
	const again = own(2);
	const start = (input) => call.has(input) ? own(input) : core.zeros([rows, hidden]);
	let [answer, state] = [start(5), start(6)];
	const all = [];
	for (let count = 0; count < steps; count++) {
		const step = isBackwards ? steps - 1 - count : count;
		const given = core.slice(projected, [step * rows, 0], [rows, 4 * hidden]);
		const gates = core.add(given, core.matMul(answer, again, false, true));
		const [enters, leaves, stays, cell] = core.split(gates, 4, 1);
		state = core.add(core.mul(core.sigmoid(stays), state), core.mul(core.sigmoid(enters), core.tanh(cell)));
		answer = core.mul(core.sigmoid(leaves), core.tanh(state));
		all[step] = answer;
	}
	return {
		all,
		last: answer,
		state
	};
}
const recurrent = { LSTM: opaqueOf(longShortTerm) };

// src/models/onnx/known/reduction.ts
const reduction$1 = (join) => (call) => {
	const x = call.known(0);
	const named = call.numbersFrom("axes", 1) ?? [];
	if (named.length === 0 && call.attributes.int("noop_with_empty_axes", 0) === 1) return x;
	const axes = new Set(named.length > 0 ? axesOf$1(call, named, x.shape) : x.shape.keys());
	const kept = x.shape.map((size, axis) => axes.has(axis) ? 1 : size);
	const steps = strides(kept).map((step, axis) => axes.has(axis) ? 0 : step);
	const own = strides(x.shape);
	const seen = new Uint8Array(sizeOf(kept));
	const data = numbers$1(x.type, sizeOf(kept));
	for (const [flat, value] of x.data.entries()) {
		const to = dot(x.shape.map((size, axis) => Math.floor(flat / own[axis]) % size), steps);
		data[to] = seen[to] ? join(data[to], value) : value;
		seen[to] = 1;
	}
	const shape = call.attributes.int("keepdims", 1) === 1 ? kept : kept.filter((_, axis) => !axes.has(axis));
	return new Known(shape, x.type, data);
};
const exactReductions = {
	ReduceProd: reduction$1((a, b) => a * b),
	ReduceSum: reduction$1((a, b) => a + b),
	ReduceMax: reduction$1(Math.max),
	ReduceMin: reduction$1(Math.min)
};

// src/models/onnx/operators/reduction.ts
/** Axes are an attribute in older operator sets, an input in newer ones; none at all means every axis. */
const reduction = (reduce) => (call) => {
	const shape = call.shape(0);
	const axes = reduced$2(call, shape);
	if (axes.length === 0 && shape.length > 0) return call.asIs();
	const keep = call.attributes.int("keepdims", 1) === 1;
	if (call.layout === "channels-last" && (keep || keepsOrder(axes))) return reducedInPlace(call, reduce, axes, keep);
	const kept = shape.map((size, axis) => axes.includes(axis) ? 1 : size);
	const answer = reduce(call.core, call.plain(0), axes);
	return plain(call.core.reshape(answer, keep ? kept : kept.filter((_, axis) => !axes.includes(axis))));
};
function reduced$2(call, shape) {
	const named = call.numbersFrom("axes", 1) ?? [];
	if (named.length === 0) return call.attributes.int("noop_with_empty_axes", 0) === 1 ? [] : [...shape.keys()];
	const axes = axesOf$1(call, named, shape);
	if (axes.some((axis) => shape[axis] === 0)) call.fail(`reduces axes ${named.join(", ")} of ${shape.join(" x ")}`);
	return axes;
}
const keepsOrder = (axes) => !axes.includes(1) === axes.includes(2) && axes.includes(2) === axes.includes(3);
/** Height and width go together, or all axes stay: what is left has the same order in both layouts. */
function reducedInPlace(call, reduce, axes, keep) {
	const { core } = call;
	const { tensor } = call.asIs();
	const physical = axes.map((axis) => physicalAxis("channels-last", 4, axis));
	const answer = reduce(core, tensor, physical);
	const kept = tensor.shape.map((size, axis) => physical.includes(axis) ? 1 : size);
	if (keep) return {
		tensor: core.reshape(answer, kept),
		layout: "channels-last"
	};
	return plain(answer);
}
/** TensorFlow.js gives every tie the whole gradient. */
const extreme$1 = (pick) => (core, x, axes) => core[pick](x, axes);
const products = (core, x, axes) => {
	const kept = axes.reduce((rest, axis) => product$1(core, rest, axis), x);
	return core.reshape(kept, x.shape.filter((_, axis) => !axes.includes(axis)));
};
/** By halves, down to an axis of one: the gradient of TensorFlow.js's own product does not run. */
function product$1(core, x, axis) {
	const size = x.shape[axis];
	if (size <= 1) return x;
	const half = Math.floor(size / 2);
	const part = (start, count) => core.slice(x, x.shape.map((_, at) => at === axis ? start : 0), x.shape.map((all, at) => at === axis ? count : all));
	const halves = product$1(core, core.mul(part(0, half), part(half, half)), axis);
	return size % 2 === 0 ? halves : core.mul(halves, part(size - 1, 1));
}
const norm = (core, x, axes) => root(core, core.sum(core.square(x), axes), 2);
const images = (step, facts) => {
	const axes = reducedAxes(step, facts);
	return !axes ? "counted" : axes.includes(0) ? "mixed" : "apart";
};
/** Over the axes that a step names, which may hold cells, channels or both. */
const over = (reduce, more = {}) => entrywiseOf(reduction(reduce), {
	cells: reducing,
	images,
	...more
});
const reductions$1 = {
	ReduceMean: over((core, x, axes) => core.mean(x, axes), { features: meanFeatures }),
	ReduceSum: over((core, x, axes) => core.sum(x, axes), { exact: exactReductions.ReduceSum }),
	ReduceMax: over(extreme$1("max"), { exact: exactReductions.ReduceMax }),
	ReduceMin: over(extreme$1("min"), { exact: exactReductions.ReduceMin }),
	ReduceProd: over(products, { exact: exactReductions.ReduceProd }),
	ReduceL1: over((core, x, axes) => core.sum(core.abs(x), axes)),
	ReduceL2: over(norm),
	ReduceSumSquare: over((core, x, axes) => core.sum(core.square(x), axes)),
	ReduceLogSum: over((core, x, axes) => core.log(core.sum(x, axes))),
	ReduceLogSumExp: over((core, x, axes) => core.logSumExp(x, axes))
};

// src/models/onnx/operators/_interpolation.ts
/** Row by row, how much each input sample gives to an output sample: to x from. */
function interpolationMatrix(from, to, scale, options) {
	const matrix = new Float32Array(to * from);
	for (let row = 0; row < to; row++) {
		const position = source(row, from, to, scale, options.coordinates);
		for (const [sample, weight] of taps(position, from, options)) {
			const inside = Math.max(0, Math.min(from - 1, sample));
			matrix[row * from + inside] += weight;
		}
	}
	return matrix;
}
/** Where an output sample lies in the input, counted in samples. */
function source(at, from, to, scale, coordinates) {
	switch (coordinates) {
		case "asymmetric": return at / scale;
		case "align_corners": return to === 1 ? 0 : at * (from - 1) / (scale * from - 1);
		case "pytorch_half_pixel": return to === 1 ? 0 : (at + .5) / scale - .5;
		case "half_pixel_symmetric": {
			const adjustment = to / (scale * from);
			return from / 2 * (1 - adjustment) + (at + .5) / scale - .5;
		}
		default: return (at + .5) / scale - .5;
	}
}
function taps(position, from, options) {
	if (options.mode === "nearest") return [[rounded(position, options.nearest), 1]];
	const base = Math.floor(position);
	const fraction = position - base;
	if (options.mode === "linear") return [[base, 1 - fraction], [base + 1, fraction]];
	const all = [
		-1,
		0,
		1,
		2
	].map((step) => [base + step, cubic(Math.abs(fraction - step), options.cubic)]);
	const counted = options.excludeOutside ? all.filter(([sample]) => sample >= 0 && sample < from) : all;
	const total = counted.reduce((sum, [, weight]) => sum + weight, 0);
	return options.excludeOutside ? counted.map(([sample, weight]) => [sample, weight / total]) : counted;
}
function rounded(position, mode) {
	if (mode === "floor") return Math.floor(position);
	if (mode === "ceil") return Math.ceil(position);
	return mode === "round_prefer_ceil" ? Math.floor(position + .5) : Math.ceil(position - .5);
}
function cubic(x, a) {
	if (x <= 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
	return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
}

// src/models/onnx/operators/resize.ts
/** Scales or sizes are inputs 3 and 4 from operator set 11 on, input 2 in 10, an attribute of Upsample in 9. */
const resize$1 = (call) => {
	const { attributes, opset } = call;
	const shape = call.shape(0);
	if (shape.length !== 4) return call.fail(`resizes a value of ${shape.length} dimensions`);
	const axes = attributes.ints("axes")?.map((axis) => axis < 0 ? axis + 4 : axis) ?? [
		0,
		1,
		2,
		3
	];
	const spread = (values, other) => shape.map((_, axis) => values && axes.includes(axis) ? values[axes.indexOf(axis)] : other(axis));
	const named = (at) => call.has(at) && call.shape(at)[0] !== 0 ? call.numbers(at) : void 0;
	const scaleInput = attributes.floats("scales") ?? named(opset < 11 ? 1 : 2);
	const sizes = opset < 11 ? void 0 : named(3);
	const wanted = sizes && fitted(call, sizes, axes, shape);
	const target = wanted ? spread(wanted, (axis) => shape[axis]) : spread(scaleInput, () => 1).map((scale, axis) => Math.floor(scale * shape[axis]));
	const scales = sizes ? target.map((size, axis) => size / shape[axis]) : spread(scaleInput, () => 1);
	if (target[0] !== shape[0] || target[1] !== shape[1]) return call.fail("resizes the batch or the channels");
	call.bounded(target);
	return channelsLast([2, 3].reduce((x, axis) => alongAxis(call, x, axis - 1, shape[axis], target[axis], scales[axis]), call.channelsLast(0)));
};
/** One scale for all named axes where the proportions are to be kept. */
function fitted(call, sizes, axes, shape) {
	const policy = call.attributes.string("keep_aspect_ratio_policy", "stretch");
	call.attributes.require("keep_aspect_ratio_policy", policy, [
		"stretch",
		"not_larger",
		"not_smaller"
	]);
	if (policy === "stretch") return sizes;
	const scales = sizes.map((size, at) => size / shape[axes[at]]);
	const scale = policy === "not_larger" ? Math.min(...scales) : Math.max(...scales);
	return axes.map((axis) => Math.round(scale * shape[axis]));
}
/** Every kind of interpolation is a matrix product along one axis, so it has a gradient everywhere. */
function alongAxis(call, x, axis, from, to, scale) {
	if (from === to && scale === 1) return x;
	const { core } = call;
	const [outer, inner] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
	call.bounded([to, from]);
	call.bounded([
		...outer,
		to,
		...inner
	]);
	call.worked(x.size * to);
	const matrix = core.tensor(interpolationMatrix(from, to, scale, interpolation$1(call)), [
		1,
		to,
		from
	]);
	const mixed = core.matMul(matrix, core.reshape(x, [
		-1,
		from,
		sizeOf(inner)
	]));
	return core.reshape(mixed, [
		...outer,
		to,
		...inner
	]);
}
function interpolation$1(call) {
	const { attributes, opset } = call;
	const mode = attributes.string("mode", "nearest").replace("bilinear", "linear");
	const coordinates = attributes.string("coordinate_transformation_mode", opset < 11 ? "asymmetric" : "half_pixel");
	const nearest = attributes.string("nearest_mode", opset < 11 ? "floor" : "round_prefer_floor");
	attributes.require("mode", mode, [
		"nearest",
		"linear",
		"cubic"
	]);
	attributes.require("coordinate_transformation_mode", coordinates, [
		"half_pixel",
		"half_pixel_symmetric",
		"pytorch_half_pixel",
		"align_corners",
		"asymmetric"
	]);
	attributes.require("antialias", attributes.int("antialias", 0), [0]);
	return {
		mode,
		coordinates,
		nearest,
		cubic: attributes.float("cubic_coeff_a", -.75),
		excludeOutside: attributes.int("exclude_outside", 0) === 1
	};
}
const resizing$1 = {
	Resize: spatialOf(resize$1, { sets: since(10) }),
	Upsample: spatialOf(resize$1, { sets: [1, 9] })
};

// src/models/onnx/operators/selection.ts
/** The tensor with one axis moved to the end, and the way back for a tensor of the same rank. */
function withAxisLast(call, x, axis) {
	const { core } = call;
	const order = [...Array.from({ length: x.rank }, (_, at) => at).filter((at) => at !== axis), axis];
	if (axis === x.rank - 1) return {
		last: x,
		back: (tensor) => tensor
	};
	const inverse = order.map((_, at) => order.indexOf(at));
	return {
		last: core.transpose(x, order),
		back: (tensor) => core.transpose(tensor, inverse)
	};
}
/** The largest or smallest entries along an axis and where they lie; the gradient goes to the chosen ones. */
const topK = (call) => {
	const { core, attributes } = call;
	const x = call.plain(0);
	const axis = axisOf(call, -1);
	const count = call.numbersFrom("k", 1)?.[0] ?? attributes.int("k", 1);
	if (!(count >= 0 && count <= x.shape[axis])) return call.fail(`chooses ${count} entries of ${x.shape[axis]}`);
	const { last, back } = withAxisLast(call, core.cast(x, "float32"), axis);
	const sign = attributes.int("largest", 1) === 1 ? 1 : -1;
	const { values, indices } = core.topk(core.mul(last, sign), count, true);
	return [core.cast(back(core.mul(values, sign)), x.dtype), back(indices)].map(plain);
};
const cumulativeSum = (call) => {
	const { core, attributes } = call;
	const x = call.plain(0);
	const named = call.numbers(1)[0];
	const axis = named < 0 ? named + x.rank : named;
	return plain(core.cumsum(x, axis, attributes.int("exclusive", 0) === 1, attributes.int("reverse", 0) === 1));
};
/** The upper or lower triangle of every matrix. */
const triangle = (call) => {
	const { core } = call;
	const x = call.plain(0);
	const [height, width] = [x.shape.at(-2), x.shape.at(-1)];
	const shift = call.has(1) ? call.numbers(1)[0] : 0;
	const upper = call.attributes.int("upper", 1) === 1;
	const stays = (row, column) => upper ? column >= row + shift : column <= row + shift;
	const mask = Uint8Array.from({ length: height * width }, (_, at) => Number(stays(Math.floor(at / width), at % width)));
	const everywhere = core.broadcastTo(core.tensor(mask, [height, width], "float32"), x.shape);
	return plain(core.where(core.cast(everywhere, "bool"), x, core.zerosLike(x)));
};
/** One index per entry of the answer, along one axis; the other axes may be cut short. */
const gatherElements = (call) => {
	const { core } = call;
	const axis = axisOf(call, 0);
	const x = call.plain(0);
	const indices = core.cast(call.plain(1), "int32");
	const size = x.shape[axis];
	const { last } = withAxisLast(call, core.slice(x, x.shape.map(() => 0), indices.shape.map((length, at) => at === axis ? size : length)), axis);
	const { last: places, back } = withAxisLast(call, wrapped(call, indices, size), axis);
	const flat = (tensor) => core.reshape(tensor, [-1, tensor.shape.at(-1)]);
	const chosen = core.gather(flat(last), flat(places), 1, 1);
	return plain(back(core.reshape(chosen, places.shape)));
};
/** Negative indices count from the end. */
function wrapped(call, indices, size) {
	const { core } = call;
	const below = core.cast(core.less(indices, core.scalar(0, "int32")), "int32");
	return core.add(indices, core.mul(below, core.scalar(size, "int32")));
}
/** The last axis of the indices names a place in the leading axes of the value. */
const gatherPlaces = (call) => {
	const { core } = call;
	const x = call.plain(0);
	const shape = call.shape(1);
	const batches = call.attributes.int("batch_dims", 0);
	const depth = shape.at(-1);
	const each = sizeOf(shape.slice(batches, -1));
	const indices = call.numbers(1);
	const places = Array.from({ length: indices.length / depth }, (_, at) => {
		const named = indices.slice(at * depth, (at + 1) * depth);
		const batch = Math.floor(at / each);
		const own = named.map((index, axis) => index < 0 ? index + x.shape[batches + axis] : index);
		if (own.some((index, axis) => !(index >= 0 && index < x.shape[batches + axis]))) call.fail(`picks at ${named}`);
		return batches > 0 ? [batch, ...own] : own;
	});
	const table = batches > 0 ? core.reshape(x, [-1, ...x.shape.slice(batches)]) : x;
	const width = depth + (batches > 0 ? 1 : 0);
	const rows = core.gatherND(table, core.tensor2d(places.flat(), [places.length, width], "int32"));
	const target = call.bounded([...shape.slice(0, -1), ...x.shape.slice(batches + depth)]);
	return plain(core.reshape(rows, target));
};
const oneHot = (call) => {
	const { core } = call;
	const depth = call.numbers(1)[0];
	const [off, on] = core.unstack(core.cast(call.plain(2), "float32"));
	const given = call.plain(0);
	call.bounded([...given.shape, depth]);
	const hot = stepwise(core, (x) => onesAt(call, x, depth), given);
	const rank = given.rank + 1;
	const named = call.attributes.int("axis", -1);
	const axis = named < 0 ? named + rank : named;
	const order = [...Array.from({ length: rank - 1 }, (_, at) => at)];
	order.splice(axis, 0, rank - 1);
	return plain(core.add(off, core.mul(core.transpose(hot, order), core.sub(on, off))));
};
function onesAt(call, x, depth) {
	const { core } = call;
	return core.cast(core.oneHot(wrapped(call, core.cast(x, "int32"), depth), depth), "float32");
}
/** One at the first largest entry. Before operator set 13 everything from the axis on is one row. */
const hardMax = (call) => {
	const { core, opset } = call;
	const x = call.plain(0);
	const axis = axisOf(call, opset < 13 ? 1 : -1);
	const { last, back } = opset < 13 ? {
		last: rows(call, x, axis),
		back: (y) => core.reshape(y, x.shape)
	} : withAxisLast(call, x, axis);
	const size = last.shape.at(-1);
	return plain(back(stepwise(core, (y) => core.cast(core.oneHot(core.argMax(y, -1), size), "float32"), last)));
};
const rows = (call, x, axis) => call.core.reshape(x, [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis))]);
/** Rows of the value replaced at constant places: the gradient goes to the updates there, and to the value elsewhere. */
const scatter = (call) => {
	const { core } = call;
	call.attributes.require("reduction", call.attributes.string("reduction", "none"), ["none"]);
	const [x, updates] = [call.plain(0), call.plain(2)];
	const depth = call.shape(1).at(-1);
	const named = call.numbers(1).map((index, at) => index < 0 ? index + x.shape[at % depth] : index);
	if (named.some((index, at) => !(index >= 0 && index < x.shape[at % depth]))) return call.fail("writes beyond a value");
	const places = () => core.tensor2d(named, [named.length / depth, depth], "int32");
	const rowsOf = (value) => core.reshape(value, [named.length / depth, ...x.shape.slice(depth)]);
	const spread = (value) => core.scatterND(places(), rowsOf(value), x.shape);
	const free = () => core.sub(1, core.minimum(spread(core.onesLike(updates)), 1));
	const kept = core.mul(x, free());
	const placed = withGradient(core, updates, spread, (dy) => core.reshape(core.gatherND(dy, places()), updates.shape));
	return plain(core.add(kept, placed));
};
const asTheyCome = { axes: "as-they-come" };
const selection = {
	TopK: opaqueOf(topK, asTheyCome),
	CumSum: opaqueOf(cumulativeSum, {
		sets: since(11),
		exact: exactSelection.CumSum,
		...asTheyCome
	}),
	Trilu: opaqueOf(triangle, {
		sets: since(14),
		...asTheyCome
	}),
	GatherElements: opaqueOf(gatherElements, {
		sets: since(11),
		...asTheyCome
	}),
	GatherND: opaqueOf(gatherPlaces, { sets: since(11) }),
	OneHot: opaqueOf(oneHot, { sets: since(9) }),
	Hardmax: opaqueOf(hardMax, asTheyCome),
	ScatterND: opaqueOf(scatter, {
		sets: since(11),
		exact: exactMovement.ScatterND,
		...asTheyCome
	})
};

// src/models/onnx/operators/index.ts
/** Every operator by its name; those of another domain have it before their name. */
const operations$2 = {
	...activation$1,
	...arithmetic$2,
	...convolutions$2,
	...creation,
	...folding,
	...linear,
	...movement$1,
	...microsoft,
	...normalization$2,
	...pooling,
	...quantisedLinear,
	...quantization,
	...recurrent,
	...reductions$1,
	...resizing$1,
	...selection
};

// src/models/onnx/unknown.ts
/** Refuses operators that nobody knows, and those that the file's operator set does not have. */
function refuseUnknown(nodes, opset) {
	const unknown = nodes.filter((node) => !Object.hasOwn(operations$2, keyOf(node)));
	if (unknown.length === 0) {
		refuseForeign(nodes, opset);
		return;
	}
	const named = unknown.slice(0, 3).map((node) => `\`${node.domain ? `${node.domain}.` : ""}${node.opType}\` (node \`${nameOf$3(node)}\`)`);
	const rest = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
	throw new CamdriftError("model-unsupported", `The model uses the ONNX operator${unknown.length > 1 ? "s" : ""} ${named.join(", ")}${rest}, which camdrift does not have.`, unknown.some(({ opType }) => deciding.has(opType)) ? { remedy: undecided } : {});
}
const deciding = /* @__PURE__ */ new Set([
	"If",
	"Loop",
	"Scan"
]);
/** PyTorch's older exporter writes an `If` for `squeeze` and the like where it does not know a size. */
const undecided = "Export the model without control flow: with torch.onnx.export(..., dynamo=True), or with squeeze(1) and branches on sizes written as flatten(1) or reshape.";
const standard = /* @__PURE__ */ new Set(["", "ai.onnx"]);
/** How the tables name it; operators of another domain have it before their name. */
const keyOf = ({ domain, opType }) => standard.has(domain) ? opType : `${domain}.${opType}`;
/** Operators that the file's own operator set does not have yet, or has no more. */
function refuseForeign(nodes, opset) {
	for (const node of nodes.filter(({ domain }) => standard.has(domain))) {
		const [first, last] = operations$2[keyOf(node)].sets;
		if (opset >= Math.min(first, operatorSets$1.newest) && opset <= last) continue;
		const range = last < operatorSets$1.newest ? `up to ${last}` : `from ${first} on`;
		throw unsupported$1(node, `is in ONNX's operator sets ${range}, and the file says ${opset}`);
	}
}
const unsupported$1 = (node, what) => new CamdriftError("model-unsupported", `${where(node)} ${what}.`);
const nameOf$3 = (node) => node.name || node.output.find(Boolean) || node.opType;
const where = (node) => `Node \`${nameOf$3(node)}\` (${node.opType})`;

// src/models/onnx/branches.ts
/**
* The graph with the branch that is taken in the place of every `If` that the output needs. Exporters write such nodes where a rank or
* a size was not known to them; which way they go is the same for every picture. Others stay, and are refused as unknown operators.
*
* @param decided which way a condition goes, where constants and shapes alone say so
*/
function withoutBranches(graph, output, decided) {
	let current = graph;
	const open = /* @__PURE__ */ new Set();
	for (let count = 0;; count++) {
		const node = neededInOrder(current, output).find((each) => isBranch(each) && !open.has(each));
		if (!node) return current;
		if (count >= mostBranches) throw tooMany(node);
		const way = decided(current, node.input[0] ?? "");
		if (way === void 0) open.add(node);
		else current = inlined$1(current, node, branchOf(node, way ? "then_branch" : "else_branch"));
	}
}
/** Which way a condition goes for pictures of this size, if that depends on no pixel and on no number of pictures. */
function wayOf(plan, condition, counts, weights, start) {
	const constant = plan.constants.get(condition);
	if (constant) return constant.data[0] !== 0;
	if (!plan.shapeSteps.has(condition)) return void 0;
	const runner = new Runner(plan, weights, start.name, start.black);
	const [way, ...others] = counts.map((images) => runner.known(condition, images, /* @__PURE__ */ new Map()).data[0] !== 0);
	return others.every((other) => other === way) ? way : void 0;
}
/** Each costs a walk through the graph, and may cost a run of what it reads the shape of. */
const mostBranches = 32;
const isBranch = ({ domain, opType }) => opType === "If" && (domain === "" || domain === "ai.onnx");
function branchOf(node, name) {
	const found = node.attribute.find((each) => each.name === name);
	try {
		const branch = found && fromBinary(GraphProtoSchema, found.g, { readUnknownFields: false });
		if (branch && branch.output.length >= node.output.length) return branch;
	} catch {}
	throw new CamdriftError("model-unreadable", `Node \`${nameOf$3(node)}\` (If) has no readable \`${name}\` with ${node.output.length} output${node.output.length === 1 ? "" : "s"}.`);
}
/** What the branch makes goes on under the names of the node's outputs. */
function inlined$1(graph, node, branch) {
	const passed = node.output.map((output, at) => create(NodeProtoSchema, {
		opType: "Identity",
		name: `${nameOf$3(node)}/${at}`,
		input: [branch.output[at].name],
		output: [output]
	}));
	const at = graph.node.indexOf(node);
	return {
		...graph,
		node: graph.node.toSpliced(at, 1, ...branch.node, ...passed),
		initializer: [...graph.initializer, ...branch.initializer]
	};
}
const tooMany = (node) => new CamdriftError("model-unsupported", `Node \`${nameOf$3(node)}\` (If) is one of more than ${mostBranches} that depend on shapes; expected fewer.`, { remedy: "Export the model for pictures of one size, or simplify it with onnx-simplifier." });

// src/models/_inputs.ts
/**
* The picture: the only input, or the only one with the shape of a picture. All others have to be given.
* @throws CamdriftError `config-invalid` where something is given that the model does not take, `model-unsupported` where there is no
* picture, more than one, or an input that nobody gives
*/
function pictureAmong(inputs, given) {
	const others = new Set(given);
	requireTaken(inputs, others);
	const asked = inputs.filter(({ name }) => !others.has(name));
	const pictures = asked.length === 1 ? asked : asked.filter(isPicture);
	const [picture, ...rest] = pictures;
	const open = asked.filter((input) => input !== picture);
	if (picture && rest.length === 0 && open.length === 0) return picture;
	throw severalInputs(inputs, pictures.length === 1 ? open : []);
}
function requireTaken(inputs, given) {
	const unknown = [...given].find((name) => !inputs.some((input) => input.name === name));
	if (unknown === void 0) return;
	const names = inputs.map(({ name }) => `\`${name}\``).join(", ");
	throw new CamdriftError("config-invalid", `The model has no input \`${unknown}\`; it has ${names}.`, { remedy: "Correct the name under `inputs`, or leave it out." });
}
/** Of four axes, the channels first or last. */
function isPicture({ sizes }) {
	const [, first, , third, ...more] = sizes;
	return third !== void 0 && more.length === 0 && [first, third].some((size) => size !== null && size <= 4);
}
function severalInputs(inputs, open) {
	const told = ({ name, sizes }) => `${name} of ${sizes.map((size) => size ?? "?").join(" x ") || "a scalar"}`;
	const names = open.map(({ name }) => `${name}: 0`).join(", ");
	const remedy = `Say what the others are given: \`inputs: { ${names} }\` in the configuration, a number for all of it or the path of a .npy file; on the command line --input ${open[0]?.name}=0.`;
	return new CamdriftError("model-unsupported", `The model has ${inputs.length} inputs${inputs.length > 0 ? ` (${inputs.map(told).join(", ")})` : ""}; camdrift explains models with one image input.`, names === "" ? {} : { remedy });
}

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

// src/models/onnx/ends.ts
/**
* The image, told by its shape where there are several inputs; the others are given. Older files list their constants among
* the inputs, too.
*/
function chooseInput(graph, given) {
	const inputs = openInputs(graph).map((info) => ({
		name: info.name,
		sizes: sizesOf$3(info.type),
		info
	}));
	return imageInput(pictureAmong(inputs, given.keys()).info);
}
const openInputs = (graph) => {
	const constants = new Set(graph.initializer.map(({ name }) => name));
	return graph.input.filter(({ name }) => !constants.has(name));
};
/** What is given in place of a value that the file leaves open, if it is; sizes that it leaves open are 1. */
function givenConstants(graph, given) {
	const inputs = new Map(openInputs(graph).map((input) => [input.name, input]));
	return (name) => {
		const value = given.get(name);
		if (!value) return void 0;
		const { type } = inputs.get(name);
		const sizes = sizesOf$3(type);
		const element = type?.tensorType?.elemType ?? 1;
		const shape = value.shape.length === 0 ? sizes.map((size) => size ?? 1) : fitting(name, value.shape, sizes);
		const count = sizeOf(shape);
		if (count > mostGiven) throw new CamdriftError("model-unsupported", `The input \`${name}\` takes ${count} numbers; expected at most ${mostGiven}.`);
		const data = value.data.length === 1 ? new Float32Array(count).fill(value.data[0]) : value.data;
		return new Known(shape, element === 9 ? "bool" : wholes.has(element) ? "int" : "float", data, true);
	};
}
const mostGiven = 2 ** 24;
const uint8 = 2;
/** ONNX's numbers of the types of whole numbers. */
const wholes = /* @__PURE__ */ new Set([
	2,
	3,
	4,
	5,
	6,
	7,
	12,
	13
]);
/** An array of the declared sizes, with or without the axis of the images. */
function fitting(name, shape, sizes) {
	const whole = shape.length === sizes.length - 1 ? [1, ...shape] : shape;
	if (whole.length === sizes.length && whole.every((size, at) => (sizes[at] ?? size) === size)) return whole;
	throw new CamdriftError("config-invalid", `The input \`${name}\` takes ${sizes.map((size) => size ?? "?").join(" x ") || "one number"}; it is given ${shape.join(" x ")}.`, { remedy: "Save an array of that shape, or give one number for all of it." });
}
const sizesOf$3 = (type) => (type?.tensorType?.shape?.dim ?? []).map(({ dimValue }) => dimValue > 0n ? Number(dimValue) : null);
function imageInput({ name, type }) {
	const sizes = sizesOf$3(type);
	const [images, first, second, third] = sizes;
	const isChannels = (size) => size !== null && size !== void 0 && size <= 4;
	const isBytes = type?.tensorType?.elemType === uint8;
	if (sizes.length !== 4) return {
		name,
		orientation: "nchw",
		declared: sizes.slice(1),
		images: void 0,
		isBytes
	};
	const last = isChannels(third) && !isChannels(first);
	return {
		name,
		orientation: last ? "nhwc" : "nchw",
		declared: last ? [
			first,
			second,
			third
		] : [
			second,
			third,
			first
		],
		images: images ?? void 0,
		isBytes
	};
}
/** An output of the graph, or any value or node of it by name. */
function chooseOutput(graph, name) {
	const outputs = graph.output.map(declared);
	const nodes = new Map(graph.node.map((node) => [nameOf$3(node), node.output[0]]));
	const values = new Set(graph.node.flatMap((node) => node.output));
	const wanted = name ?? (outputs.length === 1 ? outputs[0].name : void 0);
	const found = wanted === void 0 || values.has(wanted) ? wanted : nodes.get(wanted);
	if (found === void 0) throw outputsProblem("graph", outputs, name);
	const output = outputs.find((each) => each.name === found);
	if (output && outputs.length > 1) requireFitting(output, outputs);
	return found;
}
/** Whole numbers, texts and truths; what is narrower stands for quantised numbers. */
const whole$1 = /* @__PURE__ */ new Set([
	6,
	7,
	8,
	9,
	12,
	13
]);
function declared({ name, type }) {
	const { elemType = 0, shape } = type?.tensorType ?? {};
	return {
		name,
		shape: shape?.dim.map(({ dimValue, dimParam }) => dimValue > 0n ? Number(dimValue) : dimParam || null),
		isWhole: whole$1.has(elemType)
	};
}

// src/models/onnx/further.ts
const untouched = (channels) => ({
	factors: new Float32Array(channels).fill(1),
	addends: new Float32Array(channels)
});
function further({ factors, addends }, next) {
	const steps = Array.from(factors, (_, at) => next(at));
	return {
		factors: factors.map((value, at) => value * steps[at].factor),
		addends: addends.map((value, at) => value * steps[at].factor + steps[at].addend)
	};
}
/** Inference of batch normalisation, with the statistics of the training. */
function normalising(scale, shift, mean, variance, epsilon) {
	return () => {
		const [s, b, m, v] = [
			scale(),
			shift(),
			mean(),
			variance()
		];
		return (at) => {
			const factor = s[at] / Math.sqrt(v[at] + epsilon);
			return {
				factor,
				addend: b[at] - factor * m[at]
			};
		};
	};
}
/** Arithmetic with a constant: one number for all, or one per channel. */
const reckoning = (make, place, constant) => () => {
	const all = constant();
	return (channel) => make(all[channel % all.length], place);
};
const arithmetic$1 = {
	Add: (by) => ({
		factor: 1,
		addend: by
	}),
	Sub: (by, place) => place === 1 ? {
		factor: 1,
		addend: -by
	} : {
		factor: -1,
		addend: by
	},
	Mul: (by) => ({
		factor: by,
		addend: 0
	}),
	Div: (by, place) => place === 1 ? {
		factor: 1 / by,
		addend: 0
	} : void 0
};

// src/models/onnx/affine.ts
/** Follows what is made of each kernel's output, channel by channel, as long as nothing else reads it and nothing bends it. */
function besideKernels(plan, weights) {
	const walk = new Walk$1(plan, weights);
	for (const step of plan.steps) walk.take(step);
	return {
		behind: new Map([...walk.behind].map(([step, { made }]) => [step, made])),
		others: walk.others
	};
}
var Walk$1 = class {
	behind = /* @__PURE__ */ new Map();
	others = [];
	#chains = /* @__PURE__ */ new Map();
	#readers = /* @__PURE__ */ new Map();
	#plan;
	#weights;
	constructor(plan, weights) {
		this.#plan = plan;
		this.#weights = weights;
		for (const name of plan.steps.flatMap(({ inputs }) => inputs)) this.#readers.set(name, (this.#readers.get(name) ?? 0) + 1);
	}
	take(step) {
		const { operation, domain, facts } = step;
		const reckons = domain === "" && Object.hasOwn(arithmetic$1, operation);
		if (facts.kernel !== "none") this.#begin(step);
		else if (operation === "BatchNormalization") this.#normalise(step);
		else if (reckons) this.#reckon(step, arithmetic$1[operation]);
		else if (facts.features === "identity") this.#name(step, this.#chainOf(step.inputs[0] ?? ""));
		else if (!quantising.has(operation) && facts.scale === "none") this.#keep(step);
	}
	/** Whole numbers are multiplied as such, and what their scales make of them lies elsewhere in every dialect. */
	#begin(step) {
		const { kernel } = step.facts;
		if (kernel === "none" || kernel.zero !== void 0) return;
		const constants = this.#constants(step);
		const isKernel = (known) => (known?.shape.length ?? 0) >= 2;
		const at = kernel.input === "constant" ? constants.findIndex(isKernel) : kernel.input;
		const shape = constants[at]?.shape;
		if (!shape) return;
		const channels = shape[kernel.order(shape, step, at).at(-1)];
		const chain = {
			channels,
			made: () => untouched(channels)
		};
		const floats = constants.flatMap((known, index) => known?.type === "float" && index !== at ? [known] : []);
		const bias = floats.find((known) => fits(known, channels));
		const times = step.attributes.float("beta", 1);
		if (bias) extend(chain, reckoning((by) => ({
			factor: 1,
			addend: times * by
		}), 1, this.#numbers(bias)));
		for (const known of floats) if (known !== bias) this.#other(known);
		this.behind.set(step, chain);
		if (step.domain === "") this.#name(step, chain);
	}
	#normalise(step) {
		const [, ...constants] = this.#constants(step);
		const [scale, shift, mean, variance] = constants.map((known) => known && this.#numbers(known));
		if (scale && shift && mean && variance) {
			const next = normalising(scale, shift, mean, variance, step.attributes.float("epsilon", 1e-5));
			this.#continueOrKeep(step, sizeOf(constants[0].shape), next);
		} else this.#keep(step);
	}
	/** Normalisation that stands behind no kernel is known by what it makes of its input, however it is written. */
	#continueOrKeep(step, channels, next) {
		const chain = this.#chainOf(step.inputs[0]);
		if (chain?.channels === channels) {
			extend(chain, next);
			this.#name(step, chain);
		} else this.others.push({
			size: 2 * channels,
			values: () => joined$3(further(untouched(channels), next()))
		});
	}
	/** Arithmetic of one value and one constant that is the same at every cell. */
	#reckon(step, make) {
		const constants = this.#constants(step);
		const at = constants.findIndex((known) => known !== void 0);
		const known = constants[at];
		const chain = this.#chainOf(step.inputs[1 - at] ?? "");
		if (known?.type === "float" && chain && fits(known, chain.channels) && make(1, at)) {
			extend(chain, reckoning(make, at, this.#numbers(known)));
			this.#name(step, chain);
		} else this.#keep(step);
	}
	#keep(step) {
		for (const known of this.#constants(step)) if (known?.type === "float") this.#other(known);
	}
	#other(known) {
		this.others.push({
			size: sizeOf(known.shape),
			values: this.#numbers(known)
		});
	}
	#name({ outputs }, chain) {
		if (outputs[0] && chain) this.#chains.set(outputs[0], chain);
	}
	/** Nothing when somebody else reads the value, too: what is added for one of them is not there for the other. */
	#chainOf(name) {
		return this.#readers.get(name) === 1 ? this.#chains.get(name) : void 0;
	}
	#constants = ({ inputs }) => inputs.map((name) => this.#plan.constants.get(name));
	#numbers(known) {
		const { core } = this.#weights;
		return () => numbersOf(core, () => {
			const { tensor, form } = this.#weights.held(known, ["plain", "channels-last"]);
			return core.cast(form === "plain" ? tensor : core.transpose(tensor, [
				0,
				3,
				1,
				2
			]), "float32");
		});
	}
};
/** Their constants are scales of values, which follow from pictures. */
const quantising = /* @__PURE__ */ new Set(["QuantizeLinear", "DequantizeLinear"]);
function extend(chain, next) {
	const before = chain.made;
	chain.made = () => further(before(), next());
}
const joined$3 = ({ factors, addends }) => Float32Array.of(...factors, ...addends);
/** One number for all, or one per channel. */
const fits = ({ shape }, channels) => [1, channels].includes(sizeOf(shape));

// src/models/onnx/kernels.ts
/** The constants that convolutions and matrix products read, in execution order, their output channels last, and what else was learned. */
function learnedWeights(plan, weights) {
	const { behind, others } = besideKernels(plan, weights);
	return {
		kernels: plan.steps.flatMap((step) => kernelOf(step, plan, weights).map((kernel) => ({
			...kernel,
			...affineOf(behind.get(step))
		}))),
		others
	};
}
const affineOf = (affine) => affine && { affine };
function kernelOf(step, plan, weights) {
	const { kernel } = step.facts;
	if (kernel === "none") return [];
	const at = kernelAt(step, kernel, plan);
	const known = plan.constants.get(step.inputs[at] ?? "");
	if (!known || known.shape.length < 2) return [];
	const order = kernel.order(known.shape, step, at);
	const shape = order.map((axis) => known.shape[axis]);
	const steps = stepsOf$1(step, kernel, plan);
	return [{
		shape,
		values: () => steps ? scaled$1(read(weights, known, order), steps) : read(weights, known, order)
	}];
}
const kernelAt = ({ inputs }, { input }, { constants }) => input === "constant" ? inputs.findIndex((name) => (constants.get(name)?.shape.length ?? 0) >= 2) : input;
function stepsOf$1({ inputs }, { scale, zero }, { constants }) {
	if (zero === void 0) return void 0;
	const [scales, zeros] = [scale, zero].map((at) => constants.get(inputs[at ?? -1] ?? "")?.data);
	return {
		scales: scales ?? [1],
		zeros: zeros ?? [0]
	};
}
function scaled$1(values, { scales, zeros }) {
	const own = (list, at) => list[at % list.length];
	return values.map((value, at) => (value - own(zeros, at)) * own(scales, at));
}
/** The file's own copy may have been let go of; the engine's then is there, as it came or as it is convolved with. */
function read(weights, known, order) {
	const { core } = weights;
	return numbersOf(core, () => {
		const { tensor, form } = weights.held(known, [
			"hwio",
			"depthwise",
			"plain"
		]);
		const turned = form === "plain" ? core.transpose(tensor, [...order]) : tensor;
		return core.cast(turned, "float32");
	});
}

// src/models/onnx/names.ts
/** A node's own name, or that of its output where it has none or shares it; `split:1` for a second output. */
function nodeNames(steps, input, values) {
	const nodes = /* @__PURE__ */ new Map([[input, input]]);
	const taken = /* @__PURE__ */ new Map([[input, input]]);
	for (const step of steps) for (const [at, value] of step.outputs.entries()) {
		if (!values.has(value)) continue;
		const name = [at === 0 ? step.name : `${step.name}:${at}`, value].find((candidate) => !taken.has(candidate)) ?? unique(value, taken);
		nodes.set(value, name);
		taken.set(name, value);
	}
	return {
		node: (value) => nodes.get(value) ?? value,
		value: (node) => taken.get(node) ?? node
	};
}
function unique(name, taken) {
	let at = 1;
	while (taken.has(`${name}:${at}`)) at++;
	return `${name}:${at}`;
}

// src/models/onnx/nodes.ts
/** Only values that somebody reads are nodes; a step with several outputs becomes several. */
function nodesOf(steps, seen) {
	const { input, nameOf, shapes, cells, whole } = seen;
	const facts = {
		...seen.facts,
		arrangement: cells.of
	};
	return [{
		name: nameOf(input),
		operation: "Input",
		kind: "input",
		inputs: []
	}, ...steps.flatMap((step) => step.outputs.filter((value) => shapes.has(value)).map((value) => ({
		name: nameOf(value),
		operation: step.operation,
		kind: kindOf$1(step, facts),
		inputs: [...new Set(step.inputs)].filter((name) => shapes.has(name)).map(nameOf),
		...patchesOf(value, step, seen),
		...rectifies(step, facts) && { rectifies: true },
		...multiplies(step, facts) && { attends: true },
		...whole.has(value) && { isWhole: true },
		...cells.isBeside(value) && { skipsPatches: true }
	})))];
}
/** A scale that begins at zero. */
function rectifies({ operation, inputs }, facts) {
	if (operation !== "QuantizeLinear") return false;
	const zero = inputs[2] ? facts.constant(inputs[2]) : void 0;
	if (zero === void 0) return !inputs[2];
	const lowest = lowestSteps[zero.type];
	return lowest !== void 0 && zero.data.length === 1 && zero.data[0] === lowest;
}
const lowestSteps = {
	uint8: 0,
	uint16: 0,
	int8: -128,
	int16: -32768
};
const multiplies = ({ inputs, facts: { cells } }, facts) => cells === multiplying && inputs.slice(0, 2).every((name) => !facts.constant(name));
function kindOf$1(step, facts) {
	const { features } = step.facts;
	return typeof features === "string" ? features : features(step, facts);
}
/** What is an image is shown as one; other arrangements are shown as patches. */
function patchesOf(value, step, { cells, shapes, input }) {
	const found = cells.of(value);
	const shape = shapes.get(value);
	if (!found) return shape.length === 4 && shape[0] !== shapes.get(input)?.[0] ? { isPieces: true } : {};
	if (isImage(found) || isImageLast(found)) return { isImage: true };
	return { patches: {
		arrangement: found,
		mixes: cells.mixes(step)
	} };
}

// src/models/onnx/attributes.ts
/** What a window does along the rows when it only slides along columns. */
const along = {
	kernel_shape: 1n,
	strides: 1n,
	dilations: 1n,
	pads: 0n,
	output_padding: 0n,
	output_shape: 1n
};
/** The attributes of one node, read by name with the operator's own defaults. */
var Attributes = class Attributes {
	#table;
	#where;
	constructor(attributes, where) {
		this.#table = new Map(attributes.map((attribute) => [attribute.name, attribute]));
		this.#where = where;
	}
	/** As the file has them. */
	get written() {
		return [...this.#table.values()];
	}
	has(name) {
		return this.#table.has(name);
	}
	int(name, fallback) {
		const found = this.#table.get(name);
		return found ? Number(found.i) : fallback;
	}
	float(name, fallback) {
		return this.#table.get(name)?.f ?? fallback;
	}
	string(name, fallback) {
		const found = this.#table.get(name);
		return found ? Buffer.from(found.s).toString("utf8") : fallback;
	}
	ints(name) {
		return this.#table.get(name)?.ints.map(Number);
	}
	floats(name) {
		return this.#table.get(name)?.floats;
	}
	tensor(name) {
		return this.#table.get(name)?.t;
	}
	/** The attributes of a window along a row as those of one over rows and columns. */
	ofRows() {
		const widened = [...this.#table.values()].map((found) => {
			const one = along[found.name];
			if (one === void 0 || found.ints.length !== (found.name === "pads" ? 2 : 1)) return found;
			const ints = found.name === "pads" ? [
				0n,
				found.ints[0],
				0n,
				found.ints[1]
			] : [one, found.ints[0]];
			return {
				...found,
				ints
			};
		});
		return new Attributes(widened, this.#where);
	}
	/** Those of a window over three axes as over the two that are left without one of them. */
	without(axis) {
		const kept = [...this.#table.values()].map((found) => {
			if (along[found.name] === void 0 || found.ints.length % 3 !== 0) return found;
			return {
				...found,
				ints: found.ints.filter((_, at) => at % 3 !== axis)
			};
		});
		return new Attributes(kept, this.#where);
	}
	/** Refuses a form of the operator that is not implemented. */
	require(name, found, known) {
		if (known.includes(found)) return;
		throw new CamdriftError("model-unsupported", `${this.#where} has the attribute ${name} = ${found}; camdrift knows ${known.join(", ")}.`);
	}
};

// src/models/onnx/call.ts
/** One run of one node: its inputs, in whatever layout the operator asks for. */
var Call = class Call {
	inputs;
	weights;
	attributes;
	opset;
	where;
	outputs;
	isLast;
	#images;
	constructor(setting, inputs, images) {
		this.inputs = inputs;
		this.weights = setting.weights;
		this.attributes = setting.attributes;
		this.opset = setting.opset;
		this.where = setting.where;
		this.outputs = setting.outputs;
		this.isLast = setting.isLast === true;
		this.#images = images;
	}
	/** The same node on other inputs: an operator made of another one. */
	with(inputs, outputs = this.outputs) {
		const { weights, attributes, opset, where, isLast } = this;
		return new Call({
			weights,
			attributes,
			opset,
			where,
			outputs,
			isLast
		}, inputs, this.#images);
	}
	/** The same node as in a picture of one row: what it says of a row holds of columns. */
	ofRows(inputs) {
		const { weights, attributes, opset, where, outputs, isLast } = this;
		return new Call({
			weights,
			attributes: attributes.ofRows(),
			opset,
			where,
			outputs,
			isLast
		}, inputs, this.#images);
	}
	/** The same node as over two of three axes. */
	without(axis, inputs) {
		const { weights, attributes, opset, where, outputs, isLast } = this;
		return new Call({
			weights,
			attributes: attributes.without(axis),
			opset,
			where,
			outputs,
			isLast
		}, inputs, this.#images);
	}
	get core() {
		return this.weights.core;
	}
	has(at) {
		return this.inputs[at] !== void 0;
	}
	input(at) {
		return this.inputs[at] ?? this.fail(`has no input ${at + 1}`);
	}
	/** ONNX's shape of an input. */
	shape(at) {
		return shapeOf$1(this.input(at));
	}
	/** How the main input lies in memory; constants are plain. */
	get layout() {
		const value = this.input(0);
		return isLive(value) ? value.layout : "plain";
	}
	/** An input with its axes in ONNX's order. */
	plain(at = 0) {
		const value = this.input(at);
		return isLive(value) ? inLayout(this.core, value, "plain") : this.weights.tensor(value);
	}
	/** An image-like input with its channels last; lower ranks get leading ones first, as broadcasting aligns them. */
	channelsLast(at = 0) {
		const value = this.input(at);
		if (isLive(value) && value.layout === "channels-last") return value.tensor;
		if (isLive(value)) return this.#turned(value.tensor);
		return this.weights.tensor(value, "channels-last", (tensor) => this.#turned(tensor));
	}
	inLayout(at, layout) {
		return layout === "plain" ? this.plain(at) : this.channelsLast(at);
	}
	/** The main input as it lies. */
	asIs(at = 0) {
		const value = this.input(at);
		return isLive(value) ? value : {
			tensor: this.plain(at),
			layout: "plain"
		};
	}
	/** A constant in a form of its own, made once; computed every time when it depends on the image. */
	formed(at, form, make) {
		const value = this.input(at);
		return isLive(value) ? make(this.plain(at)) : this.weights.tensor(value, form, make);
	}
	/** An input that must not depend on the image's pixels, such as a shape or axes. */
	known(at) {
		const value = this.input(at);
		if (!isLive(value)) return value;
		return this.fail(`computes a shape or an index from the image's pixels (input ${at + 1}), which cannot be mapped`);
	}
	numbers(at) {
		return Array.from(this.known(at).data);
	}
	/** Numbers that stand in an attribute in older operator sets and in an input in newer ones. */
	numbersFrom(name, at) {
		return this.attributes.ints(name) ?? (this.has(at) ? this.numbers(at) : void 0);
	}
	/** Refuses an absurd output before it is allocated. */
	bounded(shape) {
		return [...this.weights.limits.value(shape, this.#images, this.where)];
	}
	/** Zeros in place of a product with a constant, where only its shape is asked. */
	outlined(at, shape) {
		return this.weights.outlining && !isLive(this.input(at)) ? this.core.zeros([...shape]) : void 0;
	}
	/** The same of a value that does not depend on the image. */
	boundedConstant(shape) {
		return this.weights.limits.constant(shape, this.where);
	}
	/** Counts the products of all images, before they are computed. */
	worked(products) {
		this.weights.limits.products(products / this.#images, this.where);
	}
	fail(what) {
		throw new CamdriftError("model-unsupported", `${this.where} ${what}.`);
	}
	#turned(tensor) {
		if (tensor.rank > 4) return this.fail(`mixes an image with a value of ${tensor.rank} dimensions`);
		const four = tensor.rank === 4 ? tensor : this.core.reshape(tensor, padded$1(tensor.shape, 4));
		return permuted(this.core, four, [
			0,
			2,
			3,
			1
		]);
	}
};

// src/models/onnx/plan.ts
/** Computes what does not depend on the image once and for all, and divides the rest into shapes and pixels. */
function planOf(nodes, constantOf, images, wanted, opset, weights) {
	refuseUnknown(nodes, opset);
	const read = /* @__PURE__ */ new Set([...wanted, ...nodes.flatMap((node) => node.input)]);
	const planner = new Planner(images, constantOf, weights);
	const last = lastQuantised(nodes, wanted);
	for (const node of nodes) planner.add(node, stepOf(node, {
		opset,
		weights,
		read,
		isLast: last.has(node)
	}));
	const { left, steps, shapeSteps, constants } = planner;
	return {
		left,
		steps,
		shapeSteps,
		constants
	};
}
/** Grows a plan node by node, each after those it reads. */
var Planner = class {
	left = [];
	steps = [];
	shapeSteps = /* @__PURE__ */ new Map();
	constants = /* @__PURE__ */ new Map();
	#pixels;
	#constantOf;
	#weights;
	constructor(images, constantOf, weights) {
		this.#pixels = new Set(images);
		this.#constantOf = constantOf;
		this.#weights = weights;
	}
	add(node, step) {
		const { run, exact } = step.facts;
		const inputs = step.inputs.filter((name) => name !== "");
		for (const name of inputs) this.#require(name, node);
		const readsPixels = inputs.some((name) => this.#pixels.has(name)) && !["Shape", "Size"].includes(node.opType);
		const isConstant = inputs.every((name) => this.constants.has(name));
		if (!isConstant) this.left.push(step);
		if (isConstant) this.#fold(step, node);
		else if (!readsPixels && exact) for (const name of step.outputs) this.shapeSteps.set(name, step);
		else if (run) this.#keep(step);
		else throw unsupported$1(node, "cannot work on values that depend on the image");
	}
	#keep(step) {
		for (const name of step.outputs) this.#pixels.add(name);
		this.steps.push(step);
	}
	/** Constants are decoded when the first node reads them. */
	#require(name, node) {
		if (this.constants.has(name) || this.#pixels.has(name) || this.shapeSteps.has(name)) return;
		const known = this.#constantOf(name);
		if (!known) throw new CamdriftError("model-unreadable", `${where(node)} reads \`${name}\`, which nothing makes.`);
		this.#weights.limits.read(sizeOf(known.shape));
		this.constants.set(name, known);
	}
	#fold(step, node) {
		const values = fold(step, this.constants, this.#weights);
		const made = values.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
		this.#weights.limits.constant([made], where(node));
		for (const [at, value] of values.entries()) if (step.outputs[at]) this.constants.set(step.outputs[at], value);
	}
};
/** What quantises the answer, or the scores that it is made of: nothing follows that could make up for what it cuts off. */
function lastQuantised(nodes, wanted) {
	const makers = new Map(nodes.flatMap((node) => node.output.map((name) => [name, node])));
	const found = /* @__PURE__ */ new Set();
	for (let node = makers.get(wanted[0] ?? ""); node; node = makers.get(node.input[0] ?? "")) {
		const { scale, features } = operations$2[keyOf(node)];
		if (typeof scale === "number") found.add(node);
		if (typeof features === "function" || !unchanging.has(features)) break;
	}
	return found;
}
const unchanging = /* @__PURE__ */ new Set([
	"identity",
	"softmax",
	"log-softmax",
	"sigmoid"
]);
function stepOf(node, { opset, weights, read, isLast }) {
	const facts = operations$2[keyOf(node)];
	const { run: operator, exact: exactly } = facts;
	const attributes = new Attributes(node.attribute, where(node));
	const used = node.output.findLastIndex((name) => read.has(name));
	const setting = {
		weights,
		attributes,
		opset,
		where: where(node),
		outputs: Math.max(1, used + 1),
		isLast
	};
	return {
		operation: node.opType,
		domain: standard.has(node.domain) ? "" : node.domain,
		name: nameOf$3(node),
		inputs: node.input,
		outputs: node.output.slice(0, setting.outputs),
		declared: node.output,
		attributes,
		opset,
		facts,
		exactly: (inputs, images) => [exactly(new Call(setting, inputs, images))].flat(),
		run(inputs, images) {
			const call = new Call(setting, inputs, images);
			return [(exactly && inputs.every((value) => value === void 0 || !isLive(value)) && (!operator || isSmall(inputs)) || !operator ? exactly : operator)(call)].flat();
		}
	};
}
/** Large weights are rearranged by the engine; whole numbers stay exact. */
function isSmall(inputs) {
	return inputs.every((value) => !(value instanceof Known) || value.type !== "float" || sizeOf(value.shape) <= 2 ** 16);
}
function fold(step, constants, weights) {
	const { core } = weights;
	let made = [];
	core.tidy(() => {
		const inputs = step.inputs.map((name) => constants.get(name)).map((value) => value && temporary(value));
		made = step.run(inputs, 1).map((value) => lasting(isLive(value) ? readBack(value) : value));
	});
	return made;
	function readBack({ tensor, layout }) {
		const straight = layout === "plain" ? tensor : core.transpose(tensor, [
			0,
			3,
			1,
			2
		]);
		const type = tensor.dtype === "float32" ? "float" : tensor.dtype === "bool" ? "bool" : "int";
		return new Known(straight.shape, type, straight.dataSync());
	}
}
/** Folding leaves no tensors behind. */
const temporary = (value) => new Known(value.shape, value.type, () => value.data);
const lasting = (value) => new Known(value.shape, value.type, value.data, true);

// src/models/onnx/quantisations.ts
/** Every value that is kept in whole steps of one scale: what quantising operators make, and what only moves such values. */
function quantisationsOf({ steps, constants }) {
	const found = /* @__PURE__ */ new Map();
	const number = (name) => {
		const known = constants.get(name ?? "");
		return known?.data.length === 1 ? known.data[0] : void 0;
	};
	const made = (step) => {
		const at = step.facts.scale;
		if (typeof at === "string") return at === "moved" ? found.get(step.inputs[0]) : void 0;
		const [scale, zero] = [number(step.inputs[at]), step.inputs[at + 1] ? number(step.inputs[at + 1]) : 0];
		return scale === void 0 || zero === void 0 ? void 0 : {
			scale,
			zero
		};
	};
	for (const step of steps) {
		const grid = made(step);
		if (grid) for (const name of step.outputs) found.set(name, grid);
	}
	return found;
}

// src/models/onnx/readout.ts
/** How values look from outside: images with their channels last, quantised values as the numbers they stand for. */
var Readout = class {
	#core;
	#orientations;
	#grids;
	constructor(core, plan, input) {
		this.#core = core;
		this.#orientations = new Map(orientations(input.name, input.orientation, plan.steps));
		this.#grids = quantisationsOf(plan);
	}
	orientation(value) {
		return this.#orientations.get(value) ?? "nchw";
	}
	/** Where it is known how the cells of a value lie, that decides. */
	settle(value, found) {
		if (found) this.#orientations.set(value, isImage(found) ? "nchw" : isImageLast(found) ? "nhwc" : "none");
	}
	/** What comes in: inside it lies as the network counts. */
	fed(tensor, value) {
		const grid = this.#grids.get(value);
		const inside = grid ? this.#core.add(this.#core.div(tensor, grid.scale), grid.zero) : tensor;
		return this.isImage(inside.shape, value) ? {
			tensor: inside,
			layout: "channels-last"
		} : plain(inside);
	}
	/** What goes out: the same tensor where nothing has to be done, else a new one. */
	shown(live, value) {
		const layout = this.isImage(live.tensor.shape, value) ? "channels-last" : "plain";
		const grid = this.#grids.get(value);
		return this.#core.tidy(() => {
			const turned = inLayout(this.#core, live, layout);
			return grid ? this.#core.mul(this.#core.sub(turned, grid.zero), grid.scale) : turned;
		});
	}
	/** The shape that is shown of one image, from ONNX's of several. */
	shape([, ...shape], value) {
		if (shape.length !== 3 || this.orientation(value) === "nhwc") return shape;
		if (this.orientation(value) === "none") return [...shape, 1];
		return [
			shape[1],
			shape[2],
			shape[0]
		];
	}
	/** Whether a value of this shape is seen with its channels last. */
	isImage(shape, value) {
		return shape.length === 4 && this.orientation(value) === "nchw";
	}
};

// src/models/onnx/write-model.ts
/** What keeps a part of a plan from being written. */
var Unwritable = class extends Error {};
/**
* A part of a plan as an ONNX file of one input, `input`. It is made of what was understood of the model's file: values have numbers
* for names, no text of the file gets in but the words that its operators know, and it refers to nothing but what is handed over with it.
*
* All floating-point numbers are float32, as they are everywhere here.
* @throws Unwritable
*/
function writtenPart(plan, part) {
	const steps = needed(plan, part);
	const names = new Names();
	const before = part.turns(part.input) ? [turn("input", names.of(part.input), [
		0,
		3,
		1,
		2
	])] : [same("input", names.of(part.input))];
	const after = part.outputs.map((value, at) => part.turns(value) ? turn(names.of(value), `output${at}`, [
		0,
		2,
		3,
		1
	]) : same(names.of(value), `output${at}`));
	const read = /* @__PURE__ */ new Set([...steps.flatMap((step) => step.inputs)]);
	const apart = /* @__PURE__ */ new Map();
	const initializer = [...plan.constants].flatMap(([name, known]) => read.has(name) ? [setApart(constant$2(names.of(name), known), apart)] : []);
	const graph = create(GraphProtoSchema, {
		initializer,
		node: [
			...before,
			...steps.map((step) => node(step, names, part)),
			...after
		],
		input: [floats$1("input", 4)],
		output: part.outputs.map((_, at) => floats$1(`output${at}`))
	});
	const domains = new Map(steps.map(({ domain, opset }) => [domain, domain === "" ? opset : 1]));
	domains.set("", plan.left[0].opset);
	const opsetImport = [...domains].map(([domain, version]) => create(OperatorSetIdProtoSchema, {
		domain,
		version: BigInt(version)
	}));
	return {
		file: toBinary(ModelProtoSchema, create(ModelProtoSchema, {
			irVersion: 8n,
			opsetImport,
			graph
		})),
		apart
	};
}
/** Bytes of a constant that is worth a name of its own; numbers that shapes are made of are never as many. */
const many = 4096;
/** Keeps the numbers of a large constant apart from it. */
function setApart(tensor, apart) {
	const { name, rawData, dataType } = tensor;
	if (dataType !== elements$1.float || rawData.length < many) return tensor;
	apart.set(name, rawData);
	const externalData = Object.entries({
		location: name,
		offset: "0",
		length: String(rawData.length)
	}).map(([key, value]) => create(StringStringEntryProtoSchema, {
		key,
		value
	}));
	return {
		...tensor,
		rawData: /* @__PURE__ */ new Uint8Array(),
		dataLocation: 1,
		externalData
	};
}
/** Every value by a number of its own. */
var Names = class {
	#known = /* @__PURE__ */ new Map();
	of(value) {
		if (value === "") return "";
		const name = this.#known.get(value) ?? `v${this.#known.size}`;
		this.#known.set(value, name);
		return name;
	}
};
function needed({ left }, { input, outputs }) {
	const wanted = new Set(outputs);
	const found = left.toReversed().filter((step) => {
		if (!step.outputs.some((name) => wanted.has(name))) return false;
		for (const name of step.inputs) wanted.add(name);
		return true;
	});
	if (!wanted.has(input)) throw new Unwritable("it does not depend on the image");
	return found.toReversed();
}
function node(step, names, part) {
	if (typeof step.facts.scale === "number") throw new Unwritable(`\`${step.name}\` (${step.operation}) rounds to whole steps`);
	return create(NodeProtoSchema, {
		opType: step.operation,
		domain: step.domain,
		input: step.inputs.map((name) => names.of(name)),
		output: step.declared.map((name) => names.of(name)),
		attribute: step.attributes.written.map((found) => attribute(step, found, part))
	});
}
/** By ONNX's number of its type, only the field that holds the value: a float, an integer, a text, a tensor, lists of the first two. */
function attribute(step, { name, type, ...value }, part) {
	const { operation, name: at } = step;
	const whole = () => {
		if (operation === "Cast" && name === "to") return BigInt(castTo$1(at, Number(value.i)));
		return operation === "Conv" && name === "group" && value.i === 0n ? groupsOf$1(step, part) : value.i;
	};
	const field = {
		1: () => ({ f: value.f }),
		2: () => ({ i: whole() }),
		3: () => ({ s: value.s }),
		4: () => ({ t: constant$2("", readTensor(value.t, void 0, `The attribute ${name} of \`${at}\``, false)) }),
		6: () => ({ floats: value.floats }),
		7: () => ({ ints: value.ints })
	}[type];
	if (!field) throw new Unwritable(`\`${at}\` (${operation}) has the attribute ${name}`);
	return create(AttributeProtoSchema, {
		name,
		type,
		...field()
	});
}
/** Of a convolution with as many groups as its kernel needs, which importers write. */
function groupsOf$1({ inputs: [x = "", kernel = ""], name }, { shape }) {
	const groups = (shape(x)?.[1] ?? NaN) / (shape(kernel)?.[1] ?? NaN);
	if (!Number.isInteger(groups)) throw new Unwritable(`\`${name}\` (Conv) has no known number of groups`);
	return BigInt(groups);
}
const elements$1 = {
	float: 1,
	int: 7,
	bool: 9
};
/** Numbers are of three types here, wherever the file has more. */
function castTo$1(at, type) {
	if ([
		1,
		10,
		11,
		16
	].includes(type)) return elements$1.float;
	if ([
		6,
		7,
		12,
		13
	].includes(type)) return elements$1.int;
	if (type === elements$1.bool) return type;
	throw new Unwritable(`\`${at}\` (Cast) makes numbers of ONNX's element type ${type}`);
}
function constant$2(name, { shape, type, data }) {
	if (type !== "float" && type !== "int" && type !== "bool") throw new Unwritable(`it has constants of type ${type}`);
	const values = {
		float: () => data instanceof Float32Array ? data : Float32Array.from(data),
		int: () => BigInt64Array.from(data, wide),
		bool: () => Uint8Array.from(data)
	}[type]();
	if (values.length !== sizeOf(shape)) throw new Unwritable("a constant was let go of");
	const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
	return create(TensorProtoSchema, {
		name,
		dims: shape.map(BigInt),
		dataType: elements$1[type],
		rawData
	});
}
/** "To the end" is the largest integer of 64 bits, which a float64 rounds up. */
const wide = (value) => value >= 2 ** 63 ? 2n ** 63n - 1n : BigInt(Math.trunc(value));
function turn(from, to, perm) {
	const attribute = [create(AttributeProtoSchema, {
		name: "perm",
		type: 7,
		ints: perm.map(BigInt)
	})];
	return create(NodeProtoSchema, {
		opType: "Transpose",
		input: [from],
		output: [to],
		attribute
	});
}
const same = (from, to) => create(NodeProtoSchema, {
	opType: "Identity",
	input: [from],
	output: [to]
});
/** @param rank of any size along each axis; left out: not said */
function floats$1(name, rank) {
	const shape = rank === void 0 ? {} : { shape: { dim: Array.from({ length: rank }, (_, at) => ({ dimParam: `d${at}` })) } };
	const tensorType = create(TypeProto_TensorSchema, {
		elemType: elements$1.float,
		...shape
	});
	return create(ValueInfoProtoSchema, {
		name,
		type: create(TypeProtoSchema, { tensorType })
	});
}

// src/models/onnx/trunk.ts
/**
* The part of a network in front of the layer, where the engine has a runtime for it. There is one at a time: another layer
* makes another.
*/
var Trunk = class {
	/** Why the runtime does not run it, where it does not: foreign text, it may hold names of the model's. */
	problem;
	#core;
	#runtime;
	#plan;
	#facts;
	#values = [];
	#session;
	constructor(core, runtime, plan, facts) {
		this.#core = core;
		this.#runtime = runtime;
		this.#plan = plan;
		this.#facts = facts;
	}
	/** The values that it makes of images, when it runs. */
	get values() {
		return this.#session ? this.#values : [];
	}
	/** Ends at other values from here on. */
	endAt(input, values) {
		if (this.#values.length === values.length && values.every((value, at) => value === this.#values[at])) return;
		this[Symbol.dispose]();
		this.#values = values;
		this.problem = void 0;
		this.#attempt(() => {
			const { file, apart } = writtenPart(this.#plan, {
				input,
				outputs: values,
				...this.#facts
			});
			this.#session = this.#runtime.session(file, apart);
		});
	}
	/** In the form that is seen outside, the caller's own; `undefined` where the runtime cannot. */
	run(images) {
		const data = images.dataSync();
		return this.#attempt(() => this.#session?.run({
			data,
			shape: images.shape
		}))?.map(({ data, shape }) => this.#core.tensor(data, [...shape]));
	}
	[Symbol.dispose]() {
		this.#session?.[Symbol.dispose]();
		this.#session = void 0;
	}
	/** What it cannot run the other engine can. */
	#attempt(what) {
		try {
			return what();
		} catch (error) {
			this.problem = error.message;
			this[Symbol.dispose]();
			return;
		}
	}
};

// src/models/onnx/onnx-graph.ts
/** An ONNX graph over the engine's operations; image-like values come and go with their channels last. */
function onnxGraph(proto, opset, external, engine, options) {
	const weights = new Weights(engine.tf.core);
	try {
		return build(proto, opset, external, weights, engine, options);
	} catch (error) {
		weights.dispose();
		throw error;
	}
}
function build(written, opset, external, weights, { runtime }, options) {
	const given = options.given ?? /* @__PURE__ */ new Map();
	const input = chooseInput(written, given);
	const inputShape = inputShapeOf(input.declared, options.size);
	const answer = chooseOutput(written, options.output);
	const { height, width, channels } = inputShape;
	const { images = 1 } = input;
	weights.limits.demand(images);
	weights.limits.value([
		images,
		height,
		width,
		channels
	], images, `The input \`${input.name}\``);
	const constantsIn = (graph) => {
		const [initial, fed] = [constantsOf(graph, external), givenConstants(graph, given)];
		return (name) => fed(name) ?? initial(name);
	};
	const blackFor = (plan) => blackImages(weights.core, new Readout(weights.core, plan, input), input, inputShape);
	const proto = withoutBranches(written, answer, (graph, condition) => {
		const constants = constantsIn(graph);
		const stated = constants(condition);
		if (stated) return stated.data[0] !== 0;
		const own = new Weights(weights.core, weights.limits);
		own.outlining = true;
		try {
			const plan = planOf(neededInOrder(graph, condition), constants, [input.name], [condition], opset, own);
			return wayOf(plan, condition, input.images ? [images] : [1, 2], own, {
				name: input.name,
				black: blackFor(plan)
			});
		} finally {
			own.dispose();
		}
	});
	const plan = planOf(neededInOrder(proto, answer), constantsIn(proto), [input.name], [answer], opset, weights);
	requireImage(plan, answer);
	if (!runtime) rememberReadOnce(plan, weights);
	const outside = new Readout(weights.core, plan, input);
	const black = blackImages(weights.core, outside, input, inputShape);
	const runner = new Runner(plan, weights, answer, black);
	weights.outlining = runtime !== void 0;
	const { shapes, whole } = seenValues(weights.core, runner, black, input, inputShape);
	weights.outlining = false;
	weights.limits.close();
	requireRows(shapes.get(answer), answer, images);
	const names = nodeNames(plan.steps, input.name, shapes);
	const facts = {
		constant: (name) => plan.constants.get(name) ?? runner.seen(name, images),
		shape: (name) => shapes.get(name),
		orientation: (name) => outside.orientation(name)
	};
	const cells = arrangementsOf(plan.steps, {
		name: input.name,
		isLast: input.orientation === "nhwc"
	}, facts);
	for (const name of shapes.keys()) outside.settle(name, cells.of(name));
	const shape = (name) => shapes.get(name) ?? plan.constants.get(name)?.shape;
	const turns = (name) => outside.isImage(shapes.get(name), name);
	const trunk = runtime && new Trunk(weights.core, runtime, plan, {
		turns,
		shape
	});
	const execute = executor(runner, outside, names, trunk && {
		trunk,
		input: input.name
	});
	const atOnce = given.size > 0 ? images : imagesAtOnce(plan, input.images, facts);
	return {
		format: "onnx",
		nodes: nodesOf(plan.steps, {
			input: input.name,
			nameOf: names.node,
			facts,
			cells,
			shapes,
			whole
		}),
		input: names.node(input.name),
		inputShape,
		takesBytes: input.isBytes,
		output: names.node(answer),
		weightBytes: [...plan.constants.values()].reduce((sum, { shape }) => sum + sizeOf(shape) * 4, 0),
		imagesAtOnce: atOnce,
		weights: () => learnedWeights(plan, weights),
		shapes: (wanted) => wanted.map(names.value).map((value) => outside.shape(shapes.get(value), value)),
		execute: atOnce === void 0 ? execute : inChunks(weights.core, atOnce, execute),
		endTrunkAt: (values) => trunk?.endAt(input.name, values.map(names.value)),
		trunkProblem: () => trunk?.problem,
		[Symbol.dispose]: () => {
			trunk?.[Symbol.dispose]();
			weights.dispose();
		}
	};
}
function requireImage(plan, answer) {
	if (plan.steps.some((step) => step.outputs.includes(answer))) return;
	throw new CamdriftError("model-unsupported", `The output \`${answer}\` does not depend on the image.`);
}
/** One answer per image, along the first axis. */
function requireRows(shape, answer, images) {
	if (shape.length < 2 || shape[0] === images) return;
	throw new CamdriftError("model-unsupported", `The output \`${answer}\` is of shape ${shape.join(" x ") || "a scalar"} for ${images} image${images === 1 ? "" : "s"}; expected one row of class scores per image.`, { remedy: "Export the model so that the first axis of its answer counts images, or name such an output with --output." });
}
const blackImages = (core, outside, { name }, { height, width, channels }) => (images) => /* @__PURE__ */ new Map([[name, outside.fed(core.zeros([
	images,
	height,
	width,
	channels
]), name)]]);
/** Runs between values by their nodes' names, in the form that is seen outside; what is fed comes back as it was. */
function executor(runner, outside, names, shortcut) {
	const run = (feeds, fetches) => {
		const fed = new Map([...feeds].map(([name, tensor]) => [names.value(name), tensor]));
		const given = new Map([...fed].map(([value, tensor]) => [value, outside.fed(tensor, value)]));
		const values = fetches.map(names.value);
		return runner.run(given, values, imagesOf(feeds)).map((live, at) => {
			const value = values[at];
			if (fed.has(value)) return fed.get(value);
			const shown = outside.shown(live, value);
			if (shown !== live.tensor) live.tensor.dispose();
			return shown;
		});
	};
	return shortcut ? (feeds, fetches) => run(withTrunk(shortcut, names, feeds), fetches) : run;
}
/** What the trunk makes of images is fed beside them: what lies before it does not run then. */
function withTrunk({ trunk, input }, names, feeds) {
	const images = feeds.get(names.node(input));
	if (!images || feeds.size > 1 || trunk.values.length === 0) return feeds;
	const made = trunk.run(images);
	return made ? new Map([...made.map((tensor, at) => [names.node(trunk.values[at]), tensor]), ...feeds]) : feeds;
}
function constantsOf(proto, external) {
	const table = new Map(proto.initializer.map((tensor) => [tensor.name, tensor]));
	return (name) => {
		const found = table.get(name);
		return found && readTensor(found, external(found), `Constant \`${name}\``);
	};
}
function rememberReadOnce(plan, weights) {
	const readers = /* @__PURE__ */ new Map();
	for (const name of [...plan.steps, ...plan.shapeSteps.values()].flatMap((step) => step.inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
	for (const [name, known] of plan.constants) if (readers.get(name) === 1 && known.type === "float" && sizeOf(known.shape) >= 4096) weights.readOnce.add(known);
}
/** One run of a black image finds out the shape of every value and which are whole numbers, uploads every weight and shows what cannot run. */
function seenValues(core, runner, black, input, inputShape) {
	const images = input.images ?? 1;
	const shapes = /* @__PURE__ */ new Map();
	const whole = /* @__PURE__ */ new Set();
	const { height, width, channels } = inputShape;
	shapes.set(input.name, input.orientation === "nchw" ? [
		images,
		channels,
		height,
		width
	] : [
		images,
		height,
		width,
		channels
	]);
	core.tidy(() => {
		runner.watch = (name, value) => {
			shapes.set(name, shapeOf$1(value));
			if (value.tensor.dtype !== "float32") whole.add(name);
		};
		runner.run(black(images), runner.everything, images);
		runner.watch = void 0;
	});
	return {
		shapes,
		whole
	};
}

// src/models/lowering/kinds.ts
/** What a layer does to features, from what each of its steps does. */
function kindOf(steps) {
	const kinds = steps.filter((kind) => kind !== "identity" && kind !== "input");
	if (kinds.length < 2) return kinds[0] ?? steps[0] ?? "identity";
	const has = (...some) => kinds.some((kind) => some.includes(kind));
	const others = (kind) => kinds.filter((other) => other !== kind);
	const linear = (rest) => rest.every((kind) => kind === "pointwise-linear");
	if (has("other", "softmax", "log-softmax")) return "other";
	if (has("convolution")) return "convolution";
	if (has("pointwise-convolution")) return linear(others("pointwise-convolution")) ? "pointwise-convolution" : "convolution";
	if (has("global-average")) return linear(others("global-average")) ? "global-average" : "other";
	if (has("spatial")) return "spatial";
	return linear(kinds) ? "pointwise-linear" : "elementwise";
}

// src/models/lowering/collapsed.ts
/**
* The graph of steps as its author knows it: one node per layer, under the layer's name. Every layer has one value, that
* of the step which has its name; feeds and fetches are the same.
*/
function collapsed(graph, { layers, aliases }, format) {
	const groups = groupsOf(graph, layers, aliases);
	const nodes = groups.map(shownGroup);
	const answering = answerOf(nodes, graph.output);
	const at = groups.findIndex(({ layer }) => layer.name === answering);
	return {
		...graph,
		format,
		nodes: nodes.toSpliced(at, 1, ...splitAnswer(groups[at]))
	};
}
/** Steps by layer, in execution order; what they read of other layers has those layers' names. */
function groupsOf({ nodes }, layers, aliases) {
	const real = /* @__PURE__ */ new Map();
	const members = /* @__PURE__ */ new Map();
	for (const node of nodes) {
		if (aliases.has(node.name)) {
			real.set(node.name, real.get(node.inputs[0]) ?? node.inputs[0]);
			continue;
		}
		const layer = layers.get(node.name) ?? {
			name: node.name,
			operation: node.operation
		};
		const group = members.get(layer.name) ?? {
			layer,
			steps: []
		};
		members.set(layer.name, group);
		const from = (name) => real.get(name) ?? name;
		const seen = (name) => {
			const maker = layers.get(name);
			return maker && maker !== layer ? maker.name : name;
		};
		group.steps.push({
			...node,
			inputs: [...new Set(node.inputs.map(from).map(seen))]
		});
	}
	return [...members.values()].filter(({ layer, steps }) => steps.at(-1).name === layer.name);
}
function shownGroup({ layer, steps }) {
	const { patches, skipsPatches: _, attends: __, ...last } = steps.at(-1);
	const own = new Set(steps.map(({ name }) => name));
	const inputs = [...new Set(steps.flatMap((step) => step.inputs))].filter((name) => !own.has(name));
	return {
		...last,
		name: layer.name,
		operation: layer.operation,
		kind: declaredKind(layer, steps),
		inputs,
		...patches && { patches },
		...steps.some(bends) && { bends: true },
		...steps.some((step) => step.attends) && { attends: true },
		...steps.some((step) => step.skipsPatches) && { skipsPatches: true }
	};
}
const bends = ({ kind, operation }) => kind === "elementwise" && !["Add", "Sub"].includes(operation);
/** A layer of which nobody knows where its features lie says so, whatever it is called. */
function declaredKind({ kind }, steps) {
	const kinds = steps.map((step) => step.kind);
	return kinds.includes("other") && kinds.every((each) => each === "other" || each === "identity") ? "other" : kind ?? kindOf(kinds);
}
/** The layer that gives the answer, seen past what changes no value. */
function answerOf(nodes, output) {
	const table = nodeTable(nodes);
	let node = table.get(output);
	while (node?.kind === "identity") node = table.get(node.inputs[0]);
	return node?.name ?? output;
}
/** A softmax or sigmoid that belongs to the answering layer becomes a node of its own. */
function splitAnswer(group) {
	const { layer, steps } = group;
	const at = steps.findIndex((step) => step.name === layer.logits);
	if (at < 0) return [shownGroup(group)];
	const link = kindOf(steps.slice(at + 1).map((step) => step.kind));
	return [shownGroup({
		layer: {
			name: layer.logits,
			operation: layer.operation
		},
		steps: steps.slice(0, at + 1)
	}), {
		...shownGroup({
			layer: {
				name: layer.name,
				operation: link
			},
			steps: steps.slice(at + 1)
		}),
		kind: link
	}];
}

// src/models/lowering/lowered.ts
/** The operator set whose definitions the importers follow. */
const opset = 23;
/** What an importer made of a file, as a graph whose nodes are the file's layers. */
const loweredGraph = (built, format, engine, { size, given }) => collapsed(onnxGraph(built.graph, opset, built.bytes, engine, {
	size,
	given
}), built, format);
/** The same as a classifier. */
function loweredClassifier(source, built, engine, options) {
	try {
		const graph = loweredGraph(built, source.format, engine, options);
		try {
			return classifier(graph, engine, options.task);
		} catch (error) {
			graph[Symbol.dispose]();
			throw error;
		}
	} catch (error) {
		const cause = executionProblem(error, engine);
		if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
		throw new CamdriftError("model-unreadable", `${source.path} cannot be run as a ${source.kind}: ${cause.message}`, { cause });
	}
}

// src/models/keras/config.ts
/** A sequence of early Keras 2 is its list of layers, without a name. */
const sequence = array(unknown()).transform((layers) => ({
	name: "sequential",
	layers
}));
/** A layer, an operation or a model as Keras 2 and 3 write it. What a class means is decided elsewhere. */
const layer = looseObject({
	class_name: string(),
	config: union([record(string(), unknown()), sequence]),
	module: string().nullish(),
	registered_name: string().nullish(),
	name: string().nullish(),
	inbound_nodes: array(unknown()).nullish(),
	build_config: looseObject({}).nullish()
});
function parseLayer(json, where) {
	const parsed = layer.safeParse(json);
	if (parsed.success) return parsed.data;
	const [{ path, message }] = parsed.error.issues;
	throw unreadable(`${where} is not a Keras layer: at ${path.join(".") || "its top"}: ${message}`);
}
/** The layers of a functional or sequential model. */
function innerLayers(model) {
	const { layers } = model.config;
	if (!Array.isArray(layers)) throw unreadable(`The model ${nameOf$2(model)} has no list of layers`);
	return layers.map((inner, index) => parseLayer(inner, `Entry ${index} of model ${nameOf$2(model)}`));
}
function nameOf$2(layer) {
	const name = layer.config.name ?? layer.name;
	if (typeof name !== "string" || name === "") throw unreadable(`A layer of class \`${layer.class_name}\` has no name`);
	return name;
}
const isSequential = ({ class_name: name }) => name === "Sequential";
const isModel = (layer) => [
	"Sequential",
	"Functional",
	"Model"
].includes(layer.class_name);
const unreadable = (message) => new CamdriftError("model-unreadable", `${message}.`, { remedy: saveAgain });
const saveAgain = "Save the model again with `model.save`, and check that the file was copied whole.";
const unsupported = (message, remedy) => new CamdriftError("model-unsupported", message, remedy === void 0 ? {} : { remedy });
/** Height x width x channels of the input that a layer declares, with the batch first; `undefined` if it declares none. */
function declaredInput(layer) {
	const { batch_input_shape: keras2, batch_shape: keras3, build_input_shape: built } = layer.config;
	const own = keras3 ?? keras2;
	if (own !== void 0 && own !== null) return own;
	const first = isModel(layer) ? innerLayers(layer)[0] : void 0;
	return (first && declaredInput(first)) ?? built ?? layer.build_config?.input_shape ?? void 0;
}

// src/models/lowering/attribute.ts
function attributeOf(name, value) {
	if (typeof value === "number") return create(AttributeProtoSchema, {
		name,
		type: 2,
		i: BigInt(value)
	});
	if (typeof value === "string") return create(AttributeProtoSchema, {
		name,
		type: 3,
		s: Buffer.from(value)
	});
	if ("float" in value) return create(AttributeProtoSchema, {
		name,
		type: 1,
		f: value.float
	});
	return create(AttributeProtoSchema, {
		name,
		type: 7,
		ints: value.map(BigInt)
	});
}

// src/models/lowering/builder.ts
const elements = {
	float: 1,
	uint8: 2,
	int: 7,
	int32: 6,
	bool: 9
};
/** Makes the graph that the executor of ONNX runs, layer by layer, each layer's steps after those it reads. */
var Builder = class {
	#nodes = [];
	#initializers = [];
	#bytes = /* @__PURE__ */ new Map();
	#layers = /* @__PURE__ */ new Map();
	#makers = /* @__PURE__ */ new Map();
	#aliases = /* @__PURE__ */ new Set();
	#shared = /* @__PURE__ */ new Map();
	#inputs = [];
	#layer = {
		name: "",
		operation: ""
	};
	#steps = 0;
	#constants = 0;
	/** The picture that the model takes. @param turned whether the file counts its axes N, H, W, C, and `dims` are N, C, H, W */
	input(name, dims, turned, isBytes = false) {
		this.#inputs.push(inputInfo(name, dims, isBytes ? elements.uint8 : elements.float));
		this.#layers.set(name, {
			name,
			operation: "InputLayer",
			kind: "input"
		});
		return turned ? {
			turned: name,
			rank: 4
		} : {
			plain: name,
			rank: dims.length
		};
	}
	/** What is given beside the picture, its axes as the file counts them. */
	further(name, dims) {
		this.#inputs.push(inputInfo(name, dims, elements.float));
		this.#layers.set(name, {
			name,
			operation: "InputLayer",
			kind: "input"
		});
		return {
			plain: name,
			rank: dims.length
		};
	}
	/** A picture of one channel as rows and columns alone. */
	withoutChannels(image) {
		const plain = this.#add("Squeeze", [image.turned, this.integers([1])], {});
		this.#aliases.add(this.#makers.get(plain).name);
		return {
			plain,
			rank: 3
		};
	}
	/** All steps that `make` adds are one layer, whose value has the layer's name; `name:1` is a second value. */
	layer(layer, make) {
		const outer = [this.#layer, this.#steps];
		[this.#layer, this.#steps] = [layer, 0];
		const values = [make()].flat().map((made) => this.#isOwn(made) ? made : this.step("Identity", [made]));
		for (const [at, value] of values.entries()) this.#named(value, at, layer);
		[this.#layer, this.#steps] = outer;
		return values;
	}
	/** Further values of one step have its name with a number behind it, and so have those that are made by themselves. */
	#named(value, at, layer) {
		const name = at === 0 ? layer.name : `${layer.name}:${at}`;
		const maker = this.#maker(value);
		if (maker.output.length === 1 || at === 0) maker.name = name;
		this.#layers.set(name, at === 0 ? layer : {
			...layer,
			name
		});
	}
	/** Says that this value are the logits of the layer that is being made. */
	logits(value) {
		const own = this.#isOwn(value) ? value : this.step("Identity", [value]);
		const name = `${this.#layer.name}/logits`;
		this.#layer.logits = name;
		this.#layers.set(name, this.#layer);
		this.#maker(own).name = name;
		return own;
	}
	/** A step that is the same however axes are counted. */
	step(operation, inputs, attributes = {}) {
		return inputs.every((input) => typeof input !== "object" || input.turned !== void 0) ? this.turnedStep(operation, inputs, attributes) : this.plainStep(operation, inputs, attributes);
	}
	/** A step that counts axes as the file does. @param rank of what it makes, where it is another than that of its first input */
	plainStep(operation, inputs, attributes = {}, rank = rankOf(inputs[0])) {
		return {
			plain: this.#add(operation, inputs.map((input) => this.plain(input)), attributes),
			rank
		};
	}
	/** A step of several values, which counts axes as the file does. */
	plainSteps(operation, inputs, attributes, count) {
		const first = this.#add(operation, inputs.map((input) => this.plain(input)), attributes, count);
		const { output } = this.#makers.get(first);
		return output.map((plain) => ({
			plain,
			rank: rankOf(inputs[0])
		}));
	}
	/** A step that counts a picture's axes N, C, H, W. */
	turnedStep(operation, inputs, attributes = {}) {
		return {
			turned: this.#add(operation, inputs.map((input) => this.turned(input)), attributes),
			rank: 4
		};
	}
	plain(operand) {
		if (typeof operand !== "object") return operand ?? "";
		operand.plain ??= this.#turn(operand.turned, [
			0,
			2,
			3,
			1
		]);
		return operand.plain;
	}
	turned(operand) {
		if (typeof operand !== "object") return operand ?? "";
		operand.turned ??= this.#turn(operand.plain, [
			0,
			3,
			1,
			2
		]);
		return operand.turned;
	}
	/** Weights and other numbers of the file. @param of what they are called in messages */
	constant(shape, data, of, type = "float") {
		const name = this.#bytes.has(of) ? `${of} (${this.#constants++})` : of;
		this.#initializer(name, shape, elements[type]);
		this.#bytes.set(name, () => bytesOf(data()));
		return name;
	}
	floats(values, shape = [values.length]) {
		const floatData = [...values];
		return this.#once(`floats ${shape.join(" x ")}: ${values}`, (name) => this.#initializer(name, shape, elements.float, { floatData }));
	}
	/** A single number, which fits whatever it is joined with. */
	scalar = (value) => this.floats([value], []);
	integers(values, shape = [values.length]) {
		const int64Data = values.map((value) => BigInt(Math.trunc(value)));
		return this.#once(`integers ${shape.join(" x ")}: ${values}`, (name) => this.#initializer(name, shape, elements.int, { int64Data }));
	}
	built(output) {
		const answer = create(ValueInfoProtoSchema, { name: this.#origin(output) });
		return {
			graph: create(GraphProtoSchema, {
				node: this.#nodes,
				initializer: this.#initializers,
				input: this.#inputs,
				output: [answer]
			}),
			bytes: (tensor) => this.#bytes.get(tensor.name)?.(),
			layers: this.#layers,
			aliases: this.#aliases
		};
	}
	#initializer(name, shape, dataType, data = {}) {
		this.#initializers.push(create(TensorProtoSchema, {
			name,
			dims: shape.map(BigInt),
			dataType,
			...data
		}));
	}
	#once(key, make) {
		const found = this.#shared.get(key);
		if (found !== void 0) return found;
		const name = `number ${this.#shared.size}`;
		make(name);
		this.#shared.set(key, name);
		return name;
	}
	#add(operation, input, attributes, count = 1) {
		const first = `value ${this.#nodes.length}`;
		const output = Array.from({ length: count }, (_, at) => at === 0 ? first : `${first}:${at}`);
		const dot = operation.lastIndexOf(".");
		const node = create(NodeProtoSchema, {
			name: `${this.#layer.name}#${this.#steps++}`,
			domain: operation.slice(0, Math.max(0, dot)),
			opType: operation.slice(dot + 1),
			input,
			output,
			attribute: Object.entries(attributes).map(([name, value]) => attributeOf(name, value))
		});
		this.#nodes.push(node);
		for (const name of output) this.#makers.set(name, node);
		this.#layers.set(node.name, this.#layer);
		return first;
	}
	#turn(value, perm) {
		const turned = this.#add("Transpose", [value], { perm });
		this.#aliases.add(this.#makers.get(turned).name);
		return turned;
	}
	/** The name that the value was made under. */
	#origin({ plain, turned }) {
		const isAlias = (name) => this.#aliases.has(this.#makers.get(name)?.name ?? "");
		return turned !== void 0 && !isAlias(turned) ? turned : plain;
	}
	#maker = (value) => this.#makers.get(this.#origin(value));
	#isOwn(value) {
		const maker = this.#maker(value);
		return maker !== void 0 && this.#layers.get(maker.name) === this.#layer;
	}
};
const rankOf = (operand) => typeof operand === "object" ? operand.rank : void 0;
function inputInfo(name, dims, elemType) {
	const dim = dims.map((size) => ({ dimValue: BigInt(size ?? 0) }));
	return create(ValueInfoProtoSchema, {
		name,
		type: { tensorType: {
			elemType,
			shape: { dim }
		} }
	});
}
const bytesOf = ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength);

// src/models/keras/calls.ts
const isReference = (operand) => typeof operand === "object" && "layer" in operand;
/** Every call of a layer, in the order in which others refer to them. */
function callsOf(layer) {
	return (layer.inbound_nodes ?? []).map((node) => {
		const call = isKeras3(node) ? keras3Call(node) : keras2Call(node);
		if (!call) throw unreadable(`The inputs of layer ${nameOf$2(layer)} cannot be read`);
		return call;
	});
}
/** The inputs or outputs of a model: one reference, or a list of them. */
function references(value, where) {
	const one = triple.safeParse(value);
	if (one.success) return [toReference(one.data)];
	const many = array(triple).safeParse(Array.isArray(value) ? value : Object.values(value ?? {}));
	if (many.success && many.data.length > 0) return many.data.map(toReference);
	throw unreadable(`The list of ${where} cannot be read`);
}
const index = int().min(0);
const triple = tuple([
	string(),
	index,
	index
]);
const toReference = ([layer, call, tensor]) => ({
	layer,
	call,
	tensor
});
const kerasTensor = looseObject({
	class_name: literal("__keras_tensor__"),
	config: looseObject({
		keras_history: triple,
		shape: array(number().nullable()).optional().catch(void 0)
	})
});
const numpyArray = looseObject({
	class_name: _enum(["__numpy__", "__tensor__"]),
	config: looseObject({ value: unknown() })
});
const keras3Node = looseObject({
	args: array(unknown()),
	kwargs: record(string(), unknown()).default({})
});
const place = int().nullable();
const indexPart = union([
	int(),
	_null(),
	looseObject({ class_name: literal("__ellipsis__") }).transform(() => "..."),
	looseObject({
		class_name: literal("__slice__"),
		config: looseObject({
			start: place,
			stop: place,
			step: place
		})
	}).transform(({ config: { start, stop, step } }) => ({
		start,
		stop,
		step
	}))
]);
/** What stands in the brackets of `x[...]`; `undefined` where it is more than places and ranges. */
function indexOf(value) {
	const parsed = array(indexPart).safeParse(Array.isArray(value) ? value : [value]);
	return parsed.success ? parsed.data : void 0;
}
const isKeras3 = (node) => typeof node === "object" && node !== null && "args" in node;
function keras3Call(node) {
	const parsed = keras3Node.safeParse(node);
	if (!parsed.success) return void 0;
	const { args, kwargs } = parsed.data;
	const tensors = Object.values(kwargs).flatMap((value) => operandsIn(value).filter(isReference));
	const shape = [
		args,
		kwargs.query,
		kwargs.inputs
	].flat(2).map((value) => kerasTensor.safeParse(value)).find(({ success }) => success)?.data?.config.shape;
	return {
		operands: [...args.flatMap(operandsIn), ...tensors],
		options: kwargs,
		args,
		shape
	};
}
function operandsIn(value) {
	const tensor = kerasTensor.safeParse(value);
	if (tensor.success) return [toReference(tensor.data.config.keras_history)];
	if (typeof value === "number") return [value];
	const array = numpyArray.safeParse(value);
	if (array.success) return operandsIn(array.data.config.value);
	if (!Array.isArray(value)) return [];
	if (value.length > 0 && value.every((item) => typeof item === "number")) return [value];
	return value.flatMap(operandsIn);
}
/** `[["layer", 0, 0, {}], ...]`; operations write `["layer", 0, 0, {"y": 127.5}]`, and tensors in their options likewise. */
function keras2Call(node) {
	if (!Array.isArray(node)) return void 0;
	const inputs = typeof node[0] === "string" ? [node] : node;
	const parsed = array(tuple([
		string(),
		index,
		index
	]).rest(unknown())).safeParse(inputs);
	if (!parsed.success) return void 0;
	const options = Object.assign({}, ...parsed.data.map(([, , , kwargs]) => kwargs ?? {}));
	return {
		operands: [...parsed.data.map(([layer, call, tensor]) => ({
			layer,
			call,
			tensor
		})), ...Object.values(options).flatMap(keras2Operand)],
		options
	};
}
function keras2Operand(value) {
	const tensor = triple.safeParse(value);
	return tensor.success ? [toReference(tensor.data)] : operandsIn(value);
}

// src/models/lowering/rearranged.ts
/** Row-major numbers with their axes in another order. */
function rearranged(data, shape, order) {
	if (order.every((axis, at) => axis === at)) return data;
	const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
	const sizes = order.map((axis) => shape[axis]);
	const steps = order.map((axis) => strides[axis]);
	const made = new data.constructor(data.length);
	const [inner, step] = [sizes.at(-1) ?? 1, steps.at(-1) ?? 1];
	const index = sizes.slice(0, -1).map(() => 0);
	let start = 0;
	for (let at = 0; at < made.length; at += inner) {
		for (let other = 0; other < inner; other++) made[at + other] = data[start + other * step];
		for (let axis = index.length - 1; axis >= 0; axis--) {
			index[axis]++;
			start += steps[axis];
			if (index[axis] < sizes[axis]) break;
			start -= index[axis] * steps[axis];
			index[axis] = 0;
		}
	}
	return made;
}

// src/models/keras/layer.ts
/** One call of a layer: what it reads, its configuration and weights. */
var LayerCall = class {
	builder;
	config;
	inputs;
	call;
	setting;
	constructor(setting, inputs, call, config = setting.layer.config) {
		this.setting = setting;
		this.builder = setting.builder;
		this.config = config;
		this.inputs = inputs;
		this.call = call;
	}
	/** The only input. */
	get x() {
		const [x] = this.inputs;
		if (!x) throw unreadable(`${this.where} reads nothing`);
		return x;
	}
	/** In words. */
	get where() {
		return `Layer \`${this.setting.path}\``;
	}
	get dialect() {
		return this.setting.dialect;
	}
	get channels() {
		return this.config.data_format === "channels_first" ? "first" : "last";
	}
	/** How many axes the input has. */
	get rank() {
		return this.x.rank ?? this.refuse("reads a value of an unknown number of dimensions");
	}
	number(key, fallback) {
		const value = this.config[key] ?? fallback;
		if (typeof value === "number" && Number.isFinite(value)) return value;
		throw unreadable(`${this.where} has ${key} = ${JSON.stringify(value)}; expected a number`);
	}
	/** Two whole numbers from one on, or one that stands for both. */
	pair(key, fallback) {
		const value = this.config[key] ?? fallback;
		const [rows, columns = rows] = [value].flat();
		if ([rows, columns].every((size) => Number.isSafeInteger(size) && Number(size) >= 1 && Number(size) < 2 ** 31) && [value].flat().length <= 2) return [Number(rows), Number(columns)];
		throw unreadable(`${this.where} has ${key} = ${JSON.stringify(value)}; expected two whole numbers from 1 on`);
	}
	/** Axes counted from the start, the batch being 0. */
	axes(key, fallback) {
		return [this.config[key] ?? fallback].flat().map((axis) => this.axis(axis));
	}
	axis(axis, rank = this.rank) {
		const counted = Number(axis) < 0 ? Number(axis) + rank : Number(axis);
		if (Number.isInteger(counted) && counted >= 0 && counted < rank) return counted;
		return this.refuse(`names axis ${JSON.stringify(axis)} of a value with ${rank} dimensions`);
	}
	has(role) {
		return this.setting.weight(role) !== void 0;
	}
	/**
	* A weight as a constant.
	* @param shape what the layer wants; `null` where any size will do
	* @param order of the constant's axes, by those of the weight
	*/
	weight(role, shape, order) {
		const weight = this.#found(role, shape);
		const found = weight.shape();
		const axes = order ?? found.map((_, axis) => axis);
		return this.builder.constant(axes.map((axis) => found[axis]), () => rearranged(this.#finite(role, weight), found, axes), `Weight \`${role}\` of \`${this.setting.path}\``);
	}
	/**
	* A constant that is worked out from a weight.
	* @param shape what the layer wants; `null` where any size will do
	*/
	derived(role, shape, made, make) {
		const weight = this.#found(role, shape);
		const name = `Weight \`${role}\` of \`${this.setting.path}\``;
		return this.builder.constant(made, () => make(this.#finite(role, weight)), name);
	}
	shapeOf(role) {
		return this.#found(role).shape();
	}
	/** The numbers of a weight, to make others of them. */
	valuesOf(role) {
		return this.#finite(role, this.#found(role));
	}
	#finite(role, weight) {
		const values = weight.floats();
		if (allFinite(values)) return values;
		throw new CamdriftError("model-numbers", `Weight \`${role}\` of \`${this.setting.path}\` holds NaN or infinite values.`);
	}
	refuse(what, remedy) {
		throw unsupported(`${this.where} ${what}.`, remedy);
	}
	#found(role, shape) {
		const weight = this.setting.weight(role);
		if (!weight) throw unreadable(`The file has no weights for \`${this.setting.path}, ${role}\``);
		const found = weight.shape();
		if (!shape || shape.length === found.length && shape.every((size, axis) => size === null || size === found[axis])) return weight;
		const wanted = shape.map((size) => size ?? "any").join(" x ") || "of a scalar";
		throw unreadable(`The weight \`${role}\` of \`${this.setting.path}\` has shape ${found.join(" x ") || "of a scalar"} in the file; its layer wants ${wanted}`);
	}
};

// src/models/keras/lower.ts
/**
* A model as one flat graph: nested models are inlined under their path (`backbone/conv5`), and a layer that is called
* twice becomes two (`conv`, `conv:1`).
*/
function lowered$1(model, output, manner) {
	const builder = new Builder();
	const answer = chosenOutput(model, output);
	const inputs = inputsOf(builder, model, manner.given ?? []);
	const [value] = new Lowering(builder, manner).model(model, inputs, [answer], "", "");
	return builder.built(value);
}
function chosenOutput({ outputs }, name) {
	const names = outputs.map(({ layer }) => layer);
	const chosen = name === void 0 ? outputs.length === 1 && outputs[0] : outputs[names.indexOf(name)];
	if (chosen) return chosen;
	throw outputsProblem("model", names.map((output) => ({ name: output })), name);
}
/** The picture among the inputs, and what is given beside it. */
function inputsOf(builder, model, given) {
	const declared = model.inputs.map(({ layer }) => model.layers.get(layer)).map(({ name, is, layer }) => ({
		name,
		sizes: is === "input" ? sizesOf$2(layer) : []
	}));
	const picture = pictureAmong(declared.map(({ name, sizes }) => ({
		name,
		sizes: [null, ...sizes]
	})), given).name;
	return declared.map(({ name, sizes }) => name === picture ? imageOf(builder, name, sizes) : builder.further(name, [null, ...sizes]));
}
function sizesOf$2(input) {
	const shape = declaredInput(input);
	return Array.isArray(shape) ? shape.slice(1).map((size) => Number(size) > 0 ? Number(size) : null) : [];
}
/** Channels last, or first where the sizes say so; a picture without channels has one. */
function imageOf(builder, name, sizes) {
	if (sizes.length === 2) return builder.withoutChannels(builder.input(name, [
		null,
		1,
		...sizes
	], true));
	if (sizes.length !== 3) return builder.input(name, [null, ...sizes], false);
	const [first, second, third] = sizes;
	return first !== null && first <= 4 && (third === null || third > 4) ? builder.input(name, [null, ...sizes], false) : builder.input(name, [
		null,
		third,
		first,
		second
	], true);
}
/** A small file can call a model twice in a model that is called twice in a model. */
const mostCalls = 2e4;
var Lowering = class {
	#builder;
	#manner;
	#names = /* @__PURE__ */ new Map();
	#calls = 0;
	constructor(builder, manner) {
		this.#builder = builder;
		this.#manner = manner;
	}
	/** @param scope goes before names; `path` before those by which weights are found */
	model(model, inputs, wanted, scope, path) {
		const given = new Map(model.inputs.map(({ layer }, at) => [layer, inputs[at]]));
		const nodes = /* @__PURE__ */ new Map();
		const values = /* @__PURE__ */ new Map();
		const key = ({ layer, call }) => `${layer} ${call}`;
		const nodeAt = (reference) => {
			if (given.has(reference.layer)) return [];
			const node = nodes.get(key(reference)) ?? {
				name: reference.layer,
				part: model.layers.get(reference.layer),
				call: reference.call
			};
			nodes.set(key(reference), node);
			return [node];
		};
		const valueAt = (reference) => {
			const found = given.get(reference.layer) ?? values.get(key(reference))?.[reference.tensor];
			if (found) return found;
			throw unreadable(`The model refers to output ${reference.tensor} of layer \`${reference.layer}\`, which it does not make`);
		};
		const read = ({ part, call }) => (part.calls[call]?.operands ?? []).filter(isReference);
		const ordered = inExecutionOrder(wanted.flatMap(nodeAt), (node) => read(node).flatMap(nodeAt).toReversed());
		for (const node of ordered) values.set(`${node.name} ${node.call}`, this.#call(node, read(node).map(valueAt), scope, path));
		return wanted.map(valueAt);
	}
	#call({ part, call }, inputs, scope, path) {
		if (++this.#calls > mostCalls) throw unreadable(`The model calls more than ${mostCalls} layers`);
		const name = this.#unique(`${scope}${part.name}`);
		const own = path === "" ? part.name : `${path}/${part.name}`;
		if (part.is === "input") throw unreadable(`The input layer \`${part.name}\` is not among the inputs of its model`);
		if ("model" in part.is) return this.model(part.is.model, inputs, part.is.model.outputs, `${name}/`, own);
		const { class: found } = part.is;
		const operation = part.layer.class_name;
		const setting = {
			...this.#manner,
			builder: this.#builder,
			layer: part.layer,
			path: own,
			weight: (role) => this.#manner.weight(own, role)
		};
		const made = new LayerCall(setting, inputs, part.calls[call] ?? {
			operands: [],
			options: {}
		});
		return this.#builder.layer({
			name,
			operation,
			kind: found.kind
		}, () => found.lower(made));
	}
	#unique(name) {
		const calls = this.#names.get(name) ?? 0;
		this.#names.set(name, calls + 1);
		return calls === 0 ? name : `${name}:${calls}`;
	}
};

// src/models/keras/roles.ts
/** Weights by name, those that are `false` left out; statistics and the like are not trained. */
const roles = (...names) => names.filter((name) => name !== false).map((role, at) => ({
	role,
	trainable: !/^(moving_|vector_u)/.test(role),
	place: `vars/${at}`
}));
/** Those of a layer inside another one. @param group where an archive keeps it */
const inside = (name, group, own) => own.map(({ role, trainable, place }) => ({
	role: `${name}/${role}`,
	trainable,
	place: `${group}/${place}`
}));
const withBias = (...kernels) => (config) => roles(...kernels, config.use_bias !== false && "bias");
const scaled = (config) => roles(config.scale !== false && "gamma", config.center !== false && "beta");

// src/models/keras/layers/attention.ts
const groups = {
	query: "query_dense",
	key: "key_dense",
	value: "value_dense",
	attention_output: "output_dense"
};
/** Query, value and, where it is another, key: images x tokens x channels, or a grid whose cells are the tokens. */
const multiHeadAttention = {
	weights: (config) => Object.entries(groups).flatMap(([name, group]) => inside(name, group, withBias("kernel")(config))),
	lower(call) {
		const b = call.builder;
		refuseMore(call);
		const [query, value, key = value] = call.inputs;
		if (!query || !value || !key) throw unreadable(`${call.where} needs a query and a value`);
		const outer = grid(call, query);
		const [heads, size, valueSize] = [
			call.number("num_heads"),
			call.number("key_dim"),
			call.number("value_dim", call.number("key_dim"))
		];
		const project = (x, name, width) => projected(call, tokens(call, x), name, heads, width);
		const [q, k, v] = [
			project(query, "query", size),
			project(key, "key", size),
			project(value, "value", valueSize)
		];
		const scaled = b.plainStep("Mul", [q, b.scalar(1 / Math.sqrt(size))]);
		const scores = b.plainStep("MatMul", [scaled, b.plainStep("Transpose", [k], { perm: [
			0,
			1,
			3,
			2
		] })]);
		const joined = joinedHeads(b, b.plainStep("MatMul", [b.plainStep("Softmax", [scores], { axis: -1 }), v]), heads * valueSize);
		const kernel = call.setting.weight("attention_output/kernel")?.shape() ?? [];
		if (kernel.length !== 3 || kernel[0] !== heads || kernel[1] !== valueSize) return call.refuse("gives other than one vector per token");
		const width = kernel[2];
		const matrix = call.derived("attention_output/kernel", kernel, [heads * valueSize, width], (data) => data);
		const made = b.plainStep("MatMul", [joined, matrix]);
		const whole = call.config.use_bias === false ? made : b.plainStep("Add", [made, call.weight("attention_output/bias", [width])]);
		return outer ? b.plainStep("Reshape", [whole, b.plainStep("Concat", [outer, b.integers([width])], { axis: 0 })], {}, query.rank) : whole;
	}
};
/** Options that change what is computed. */
function refuseMore(call) {
	const { options } = call.call;
	for (const name of [
		"attention_mask",
		"use_causal_mask",
		"query_mask",
		"value_mask",
		"key_mask",
		"return_attention_scores"
	]) if (options[name]) call.refuse(`is called with ${name}, which camdrift does not read`);
	for (const name of [
		"use_gate",
		"sliding_window",
		"output_shape"
	]) if (call.config[name]) call.refuse(`has ${name}, which camdrift does not read`);
	const axes = [call.config.attention_axes ?? []].flat();
	if (!(axes.length === 0 || axes.join() === Array.from({ length: call.rank - 2 }, (_, at) => at + 1).join())) call.refuse(`attends along the axes ${axes}, not along all`);
}
/** Where the input is a grid: its shape without the channels. */
function grid(call, query) {
	const b = call.builder;
	if (query.rank === 3) return void 0;
	const shape = b.plainStep("Shape", [b.plain(query)], {}, 1);
	return b.plainStep("Slice", [
		shape,
		b.integers([0]),
		b.integers([-1])
	]);
}
function tokens(call, x) {
	if (x.rank === 3) return x;
	if (x.rank !== 4) return call.refuse(`attends to a value of ${x.rank} dimensions`);
	const b = call.builder;
	const shape = b.plainStep("Shape", [b.plain(x)], {}, 1);
	const channels = b.plainStep("Slice", [
		shape,
		b.integers([3]),
		b.integers([4])
	]);
	return b.plainStep("Reshape", [x, b.plainStep("Concat", [b.integers([0, -1]), channels], { axis: 0 })], {}, 3);
}
/** Images x heads x tokens x width. Kernels are channels x heads x width. */
function projected(call, x, name, heads, width) {
	const b = call.builder;
	const [from] = call.setting.weight(`${name}/kernel`)?.shape() ?? [];
	const kernel = call.derived(`${name}/kernel`, [
		null,
		heads,
		width
	], [from ?? 0, heads * width], (data) => data);
	const made = b.plainStep("MatMul", [x, kernel]);
	const bias = () => call.derived(`${name}/bias`, [heads, width], [heads * width], (data) => data);
	const whole = call.config.use_bias === false ? made : b.plainStep("Add", [made, bias()]);
	const apart = b.plainStep("Reshape", [whole, b.integers([
		0,
		-1,
		heads,
		width
	])], {}, 4);
	return b.plainStep("Transpose", [apart], { perm: [
		0,
		2,
		1,
		3
	] });
}
function joinedHeads(b, mixed, width) {
	const turned = b.plainStep("Transpose", [mixed], { perm: [
		0,
		2,
		1,
		3
	] });
	return b.plainStep("Reshape", [turned, b.integers([
		0,
		-1,
		width
	])], {}, 3);
}
const attention = { MultiHeadAttention: multiHeadAttention };

// src/models/lowering/pictures.ts
/** A step that counts axes N, C, H, W. */
function pictureStep(b, channels, operation, inputs, attributes = {}) {
	if (channels === "first") return b.plainStep(operation, inputs, attributes, 4);
	return b.turnedStep(operation, inputs, attributes);
}
const slidingOf = ({ strides, dilations = [1, 1], padding }) => ({
	strides,
	dilations,
	...typeof padding === "string" ? { auto_pad: padding === "same" ? "SAME_UPPER" : "VALID" } : { pads: padding }
});
/** @param kernel to x from / groups x rows x columns; without groups, as many as it needs */
function convolution(b, x, kernel, bias, how) {
	const inputs = bias === void 0 ? [x, kernel] : [
		x,
		kernel,
		bias
	];
	return pictureStep(b, how.channels, "Conv", inputs, {
		...slidingOf(how),
		group: how.groups
	});
}
/** @param kernel from x to x rows x columns */
function transposedConvolution(b, x, kernel, bias, how) {
	const inputs = bias === void 0 ? [x, kernel] : [
		x,
		kernel,
		bias
	];
	return pictureStep(b, how.channels, "ConvTranspose", inputs, {
		...slidingOf(how),
		output_padding: how.more
	});
}
function pooled(b, x, kind, window, how) {
	const { dilations: _, ...sliding } = slidingOf(how);
	const operation = kind === "max" ? "MaxPool" : "AveragePool";
	return pictureStep(b, how.channels, operation, [x], {
		...sliding,
		kernel_shape: window
	});
}
/** Over the whole grid: images x 1 x 1 x channels, or images x channels. */
function pooledGlobally(b, x, kind, channels, keep) {
	const pool = pictureStep(b, channels, kind === "max" ? "GlobalMaxPool" : "GlobalAveragePool", [x]);
	if (keep) return pool;
	const cell = channels === "first" ? b.plain(pool) : b.turned(pool);
	return b.plainStep("Flatten", [cell], { axis: 1 }, 2);
}
/** Rows and columns before and after. */
function padded(b, x, [[top, bottom], [left, right]], channels) {
	return pictureStep(b, channels, "Pad", [x, b.integers([
		0,
		0,
		top,
		left,
		0,
		0,
		bottom,
		right
	])]);
}
function cropped(b, x, [[top, bottom], [left, right]], channels) {
	const whole = 2 ** 31 - 1;
	const ends = [bottom, right].map((size) => size > 0 ? -size : whole);
	return pictureStep(b, channels, "Slice", [
		x,
		b.integers([top, left]),
		b.integers(ends),
		b.integers([2, 3])
	]);
}
/** To a size, or by factors. */
function resized(b, x, to, how) {
	const attributes = {
		mode: how.interpolation === "bilinear" ? "linear" : "nearest",
		coordinate_transformation_mode: how.alignment,
		nearest_mode: how.alignment === "asymmetric" ? "floor" : "round_prefer_ceil",
		axes: [2, 3]
	};
	const size = "size" in to && (Array.isArray(to.size) ? b.integers(to.size) : b.plain(to.size));
	const sizes = size ? [
		x,
		void 0,
		void 0,
		size
	] : [
		x,
		void 0,
		b.floats("factors" in to ? to.factors : [1, 1])
	];
	return pictureStep(b, how.channels, "Resize", sizes, attributes);
}
/** Per channel, with the statistics of the training. */
function batchNormalized(b, x, [scale, shift, mean, variance], epsilon, channels) {
	return pictureStep(b, channels, "BatchNormalization", [
		x,
		scale,
		shift,
		mean,
		variance
	], { epsilon: { float: epsilon } });
}

// src/models/lowering/numbers.ts
/** One operation between each entry of a value and a number. @param first whether the numbers are its first operand */
function withNumbers(b, operation, x, numbers, first = false) {
	const { shape, data, of, type } = numbers;
	const perChannel = shape.slice(0, -1).every((size) => size === 1) && shape.length <= 4;
	const single = perChannel && (shape.at(-1) ?? 1) === 1 && shape.length <= (x.rank ?? 0);
	const inPicture = perChannel && !single && x.turned !== void 0;
	const constant = b.constant(single ? [] : inPicture ? [
		shape.at(-1),
		1,
		1
	] : shape, data, of, type);
	const operands = first ? [constant, x] : [x, constant];
	if (single) return b.step(operation, operands);
	if (inPicture) return b.turnedStep(operation, operands);
	return b.plainStep(operation, operands, {}, Math.max(x.rank ?? 0, shape.length) || void 0);
}
/** The axis of a picture in ONNX's order. */
const turnedAxis = (axis) => [
	0,
	2,
	3,
	1
][axis < 0 ? axis + 4 : axis] ?? axis;
function concatenated(b, values, axis) {
	return values.every((value) => value.turned !== void 0) ? b.turnedStep("Concat", values, { axis: turnedAxis(axis) }) : b.plainStep("Concat", values, { axis });
}
/** Along the last axis as the file counts, which is the channels of a picture. */
function softmax(b, x, operation, axis = -1) {
	if ((axis === -1 || axis === (x.rank ?? 0) - 1) && x.turned !== void 0) return b.turnedStep(operation, [x], { axis: 1 });
	return b.plainStep(operation, [x], { axis });
}

// src/models/keras/activations.ts
/** The layer's own activation on what it made; a softmax or sigmoid may be the model's answer, whose logits are told apart. */
function activated$2(call, made, named = call.config.activation) {
	const name = nameOf$1(named);
	if (!links.has(name ?? "")) return activation(named, call.dialect, call.setting.path)(call.builder, made);
	return activation(named, call.dialect, call.setting.path)(call.builder, call.builder.logits(made));
}
const links = /* @__PURE__ */ new Set([
	"softmax",
	"log_softmax",
	"sigmoid"
]);
/** Keras's activation, by its name or as a layer of its own written out. */
function activation(named, dialect, where) {
	if (named === null || named === void 0 || named === "linear") return (_, x) => x;
	const name = nameOf$1(named);
	if (name !== void 0) return byName(name, dialect, where);
	const { class_name: className, config } = named;
	const numbers = typeof config === "object" && config !== null ? config : {};
	if (className === "ReLU") return (b, x) => relu(b, x, reluNumbers(numbers));
	if (className === "LeakyReLU") return (b, x) => leaky$1(b, x, Number(numbers.negative_slope ?? numbers.alpha ?? .3));
	throw refused$2(String(className ?? JSON.stringify(named)), where);
}
function nameOf$1(named) {
	if (typeof named === "string") return named;
	const { class_name: className, config } = named ?? {};
	return className === "function" && typeof config === "string" ? config : void 0;
}
function byName(name, dialect, where) {
	if (name === "hard_sigmoid" && dialect === 2) return (b, x) => hardSigmoid(b, x, .2);
	const found = Object.hasOwn(activations, name) ? activations[name] : void 0;
	if (found) return found;
	throw refused$2(name, where);
}
const refused$2 = (name, where) => unsupported(`Layer \`${where}\` uses the activation \`${name}\`, which camdrift does not know.`, "Use one of Keras, or export the model to TensorFlow.js or ONNX.");
/** Keras 2 lets the numbers be null, or writes them as NumPy arrays, of which only plain ones are read. */
function reluNumbers(config) {
	const number = (value) => typeof value === "number" ? value : void 0;
	return {
		maxValue: number(config.max_value),
		negativeSlope: number(config.negative_slope) ?? 0,
		threshold: number(config.threshold) ?? 0
	};
}
/** The general ReLU: `maxValue` above, `x` from the threshold on, `negativeSlope (x - threshold)` below. */
function relu(b, x, { maxValue, negativeSlope, threshold }) {
	const upTo = (value) => maxValue === void 0 ? value : b.step("Min", [value, b.scalar(maxValue)]);
	if (threshold === 0 && negativeSlope === 0) return maxValue === void 0 ? b.step("Relu", [x]) : b.step("Clip", [
		x,
		b.scalar(0),
		b.scalar(maxValue)
	]);
	if (threshold === 0 && maxValue === void 0) return leaky$1(b, x, negativeSlope);
	const kept = threshold === 0 ? b.step("Relu", [x]) : b.step("Where", [
		b.step("Greater", [x, b.scalar(threshold)]),
		x,
		b.scalar(0)
	]);
	if (negativeSlope === 0) return upTo(kept);
	const below = b.step("Min", [b.step("Sub", [x, b.scalar(threshold)]), b.scalar(0)]);
	return b.step("Add", [upTo(kept), b.step("Mul", [below, b.scalar(negativeSlope)])]);
}
const leaky$1 = (b, x, slope) => b.step("LeakyRelu", [x], { alpha: { float: slope } });
const hardSigmoid = (b, x, alpha) => b.step("HardSigmoid", [x], {
	alpha: { float: alpha },
	beta: { float: .5 }
});
const one = (operation) => (b, x) => b.step(operation, [x]);
const clipped = (b, x, low, high) => b.step("Clip", [
	x,
	b.scalar(low),
	b.scalar(high)
]);
const silu = (b, x) => b.step("Mul", [x, b.step("Sigmoid", [x])]);
const squareplus = (b, x) => {
	const root = b.step("Sqrt", [b.step("Add", [b.step("Mul", [x, x]), b.scalar(4)])]);
	return b.step("Mul", [b.step("Add", [x, root]), b.scalar(.5)]);
};
/** A parabola between -1 and 1, that joins 0 and x. */
const sparsePlus = (b, x) => {
	const inner = clipped(b, b.step("Add", [x, b.scalar(1)]), 0, 2);
	const bent = b.step("Mul", [b.step("Mul", [inner, inner]), b.scalar(.25)]);
	return b.step("Add", [bent, b.step("Relu", [b.step("Sub", [x, b.scalar(1)])])]);
};
const activations = {
	relu: one("Relu"),
	relu6: (b, x) => clipped(b, x, 0, 6),
	sigmoid: one("Sigmoid"),
	softmax: (b, x) => softmax(b, x, "Softmax"),
	log_softmax: (b, x) => softmax(b, x, "LogSoftmax"),
	tanh: one("Tanh"),
	elu: one("Elu"),
	selu: one("Selu"),
	celu: one("Celu"),
	softplus: one("Softplus"),
	softsign: one("Softsign"),
	mish: one("Mish"),
	swish: silu,
	silu,
	gelu: one("Gelu"),
	gelu_tanh: (b, x) => b.step("Gelu", [x], { approximate: "tanh" }),
	gelu_new: (b, x) => b.step("Gelu", [x], { approximate: "tanh" }),
	exponential: one("Exp"),
	hard_sigmoid: (b, x) => hardSigmoid(b, x, 1 / 6),
	hard_silu: one("HardSwish"),
	hard_swish: one("HardSwish"),
	hard_tanh: (b, x) => clipped(b, x, -1, 1),
	leaky_relu: (b, x) => leaky$1(b, x, .2),
	log_sigmoid: (b, x) => b.step("Neg", [b.step("Softplus", [b.step("Neg", [x])])]),
	squareplus,
	tanh_shrink: (b, x) => b.step("Sub", [x, b.step("Tanh", [x])]),
	soft_shrink: (b, x) => b.step("Shrink", [x], {
		lambd: { float: .5 },
		bias: { float: .5 }
	}),
	hard_shrink: (b, x) => b.step("Shrink", [x], { lambd: { float: .5 } }),
	sparse_plus: sparsePlus,
	sparse_sigmoid: (b, x) => clipped(b, b.step("Mul", [b.step("Add", [x, b.scalar(1)]), b.scalar(.5)]), 0, 1)
};

// src/models/keras/layers/convolution.ts
/** Kernels of Keras are rows x columns x from / groups x to. */
const conv2d = {
	weights: withBias("kernel"),
	lower(call) {
		const kernel = call.weight("kernel", [
			...call.pair("kernel_size"),
			null,
			call.number("filters")
		], [
			3,
			2,
			0,
			1
		]);
		const how = {
			...sliding$1(call),
			groups: call.number("groups", 1)
		};
		return activated$2(call, convolution(call.builder, call.x, kernel, bias(call, call.number("filters")), how));
	}
};
const depthwise = {
	weights: withBias("depthwise_kernel"),
	lower: (call) => activated$2(call, channelwise$1(call, "bias"))
};
/** Each channel by itself, then 1 x 1. */
const separable = {
	weights: withBias("depthwise_kernel", "pointwise_kernel"),
	lower(call) {
		const pointwise = call.weight("pointwise_kernel", [
			1,
			1,
			null,
			call.number("filters")
		], [
			3,
			2,
			0,
			1
		]);
		const how = {
			channels: call.channels,
			strides: [1, 1],
			padding: "valid",
			groups: 1
		};
		const parted = channelwise$1(call);
		return activated$2(call, convolution(call.builder, parted, pointwise, bias(call, call.number("filters")), how));
	}
};
/** Kernels come as rows x columns x channels x multiplier; each channel is a group. */
function channelwise$1(call, biasRole) {
	const multiplier = call.number("depth_multiplier", 1);
	const [height, width] = call.pair("kernel_size");
	const channels = call.shapeOf("depthwise_kernel")[2] ?? 0;
	const kernel = call.derived("depthwise_kernel", [
		height,
		width,
		null,
		multiplier
	], [
		channels * multiplier,
		1,
		height,
		width
	], (data) => rearranged(data, [
		height,
		width,
		channels * multiplier
	], [
		2,
		0,
		1
	]));
	const how = {
		...sliding$1(call),
		groups: channels
	};
	return convolution(call.builder, call.x, kernel, biasRole && bias(call, channels * multiplier), how);
}
/** Kernels come as rows x columns x to x from. */
const transposed$1 = {
	weights: withBias("kernel"),
	lower(call) {
		const [filters, size] = [call.number("filters"), call.pair("kernel_size")];
		if (call.config.output_padding !== null && call.config.output_padding !== void 0) call.refuse("names an output_padding, which camdrift does not read");
		const kernel = call.weight("kernel", [
			...size,
			filters,
			null
		], [
			3,
			2,
			0,
			1
		]);
		const how = sliding$1(call);
		const gap = [0, 1].map((at) => how.padding === "valid" ? Math.max(0, how.strides[at] - size[at]) : 0);
		const more = { more: [gap[0], gap[1]] };
		return activated$2(call, transposedConvolution(call.builder, call.x, kernel, bias(call, filters), {
			...how,
			...more
		}));
	}
};
const bias = (call, size) => call.config.use_bias === false ? void 0 : call.weight("bias", [size]);
function sliding$1(call) {
	const padding = call.config.padding ?? "valid";
	if (padding !== "same" && padding !== "valid") return call.refuse(`has the padding ${JSON.stringify(padding)}`);
	return {
		channels: call.channels,
		strides: call.pair("strides", 1),
		dilations: call.pair("dilation_rate", 1),
		padding
	};
}
const convolutions$1 = {
	Conv2D: conv2d,
	Convolution2D: conv2d,
	Conv2DTranspose: transposed$1,
	DepthwiseConv2D: depthwise,
	SeparableConv2D: separable
};

// src/models/keras/layers/elementwise.ts
/** Inputs of one rank: Keras gives those with fewer axes some behind the batch. */
function aligned(call) {
	const rank = Math.max(...call.inputs.map((value) => value.rank ?? 0));
	if (call.inputs.length < 2) throw unreadable(`${call.where} joins fewer than two values`);
	return call.inputs.map((value) => {
		const missing = rank - (value.rank ?? rank);
		const axes = Array.from({ length: missing }, (_, at) => at + 1);
		return missing === 0 ? value : call.builder.plainStep("Unsqueeze", [value, call.builder.integers(axes)], {}, rank);
	});
}
const merge = (two, many = two) => ({ lower(call) {
	const inputs = aligned(call);
	return call.builder.step(inputs.length === 2 ? two : many, inputs);
} });
const multiply = { lower: (call) => aligned(call).reduce((product, next) => call.builder.step("Mul", [product, next])) };
const pReLU = {
	weights: () => roles("alpha"),
	kind: "elementwise",
	lower(call) {
		const shape = call.shapeOf("alpha");
		const of = `Weight \`alpha\` of \`${call.setting.path}\``;
		return withNumbers(call.builder, "PRelu", call.x, {
			shape,
			data: () => call.valuesOf("alpha"),
			of
		});
	}
};
const activationLayer = { lower: (call) => activation(call.config.activation, call.dialect, call.setting.path)(call.builder, call.x) };
const thresholded = {
	kind: "elementwise",
	lower: (call) => call.builder.step("ThresholdedRelu", [call.x], { alpha: { float: call.number("theta", 1) } })
};
/** Augmentation and regularisation: nothing happens in inference. Solarization and the like act always: they are refused. */
const inTrainingOnly = `AugMix CutMix MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter
  RandomContrast RandomCutout RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue
  RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear
  RandomTranslation RandomZoom ActivityRegularization AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout1D
  SpatialDropout2D StochasticDepth Identity`.split(/\s+/);
const identity$1 = {
	kind: "identity",
	lower: (call) => call.x
};
const elementwise = {
	...Object.fromEntries(inTrainingOnly.map((name) => [name, identity$1])),
	Activation: activationLayer,
	Add: merge("Add", "Sum"),
	Average: merge("Mean"),
	Maximum: merge("Max"),
	Minimum: merge("Min"),
	Multiply: multiply,
	Subtract: merge("Sub"),
	CustomScaleLayer: { lower(call) {
		const [one, other] = call.inputs;
		if (!one || !other) throw unreadable(`${call.where} joins nothing`);
		const b = call.builder;
		return b.step("Add", [one, b.step("Mul", [other, b.scalar(call.number("scale"))])]);
	} },
	Concatenate: { lower: (call) => concatenated(call.builder, call.inputs, call.axis(call.config.axis ?? -1)) },
	ReLU: {
		kind: "elementwise",
		lower: (call) => relu(call.builder, call.x, reluNumbers(call.config))
	},
	LeakyReLU: { lower: (call) => leaky$1(call.builder, call.x, Number(call.config.negative_slope ?? call.config.alpha ?? .3)) },
	PReLU: pReLU,
	ELU: { lower: (call) => call.builder.step("Elu", [call.x], { alpha: { float: call.number("alpha", 1) } }) },
	ThresholdedReLU: thresholded,
	Softmax: { lower(call) {
		const [axis, ...more] = call.axes("axis", -1);
		if (more.length > 0) return call.refuse("is a softmax over several axes");
		return softmax(call.builder, call.x, "Softmax", axis);
	} }
};

// src/models/keras/layers/normalization.ts
const epsilonOf = (call, fallback = .001) => call.number("epsilon", fallback);
/** Keras 2 writes the axes of a normalisation as a list. */
const batchNormalization = {
	weights: (config) => [...scaled(config), ...roles("moving_mean", "moving_variance")].map((role, at) => ({
		...role,
		place: `vars/${at}`
	})),
	lower(call) {
		const b = call.builder;
		const [axis, ...more] = call.axes("axis", -1);
		if (more.length > 0) return call.refuse("normalises over several axes at once");
		const [size] = call.shapeOf("moving_mean");
		const role = (name, flag, value) => call.config[flag] === false ? b.floats(Array.from({ length: size }, () => value)) : call.weight(name, [size]);
		const weights = [
			role("gamma", "scale", 1),
			role("beta", "center", 0),
			call.weight("moving_mean", [size]),
			call.weight("moving_variance", [size])
		];
		const last = axis === call.rank - 1;
		if (call.rank === 4 && last) return batchNormalized(b, call.x, weights, epsilonOf(call), "last");
		if (axis === 1) return batchNormalized(b, call.x, weights, epsilonOf(call), "first");
		if (!last) return call.refuse(`normalises over axis ${axis} of ${call.rank}`);
		const rows = b.plainStep("Reshape", [call.x, b.integers([-1, size])], {}, 2);
		const made = b.plainStep("BatchNormalization", [rows, ...weights], { epsilon: { float: epsilonOf(call) } });
		const shape = b.plainStep("Shape", [b.plain(call.x)], {}, 1);
		return b.plainStep("Reshape", [made, shape], {}, call.rank);
	},
	kind: "pointwise-linear"
};
/** Only the last axes, which broadcast without being moved. */
function lastAxes(call) {
	const axes = call.axes("axis", -1).toSorted((one, other) => one - other);
	const last = axes.every((axis, at) => axis === call.rank - axes.length + at);
	if (axes.length > 0 && last && axes[0] > 0) return axes;
	return call.refuse(`normalises over the axes ${axes.join(", ")}; expected the last ones`);
}
const layerNormalization = {
	weights: scaled,
	kind: "elementwise",
	lower(call) {
		if (call.config.rms_scaling) return call.refuse("normalises with rms_scaling, which camdrift does not read");
		const b = call.builder;
		const axes = lastAxes(call);
		const any = axes.map(() => null);
		const gamma = call.config.scale === false ? b.floats([1]) : call.weight("gamma", any);
		const beta = call.config.center === false ? [] : [call.weight("beta", any)];
		const attributes = {
			axis: axes[0] - call.rank,
			epsilon: { float: epsilonOf(call) }
		};
		return b.plainStep("LayerNormalization", [
			call.x,
			gamma,
			...beta
		], attributes);
	}
};
const rmsNormalization = {
	weights: () => roles("scale"),
	kind: "elementwise",
	lower(call) {
		const axes = lastAxes(call);
		const scale = call.weight("scale", axes.map(() => null));
		const attributes = {
			axis: axes[0] - call.rank,
			epsilon: { float: epsilonOf(call, 1e-6) }
		};
		return call.builder.plainStep("RMSNormalization", [call.x, scale], attributes);
	}
};
const groupNormalization = {
	weights: scaled,
	kind: "elementwise",
	lower(call) {
		const b = call.builder;
		if (lastAxes(call).length !== 1 || ![3, 4].includes(call.rank)) return call.refuse("normalises groups over several axes");
		const [size] = call.config.scale === false ? call.shapeOf("beta") : call.shapeOf("gamma");
		const groups = call.number("groups", 32);
		const one = (name, flag, value) => call.config[flag] === false ? b.floats(Array.from({ length: size }, () => value)) : call.weight(name, [size]);
		const operands = [one("gamma", "scale", 1), one("beta", "center", 0)];
		const attributes = {
			num_groups: groups === -1 ? size : groups,
			epsilon: { float: epsilonOf(call) }
		};
		if (call.rank === 4) return b.turnedStep("GroupNormalization", [call.x, ...operands], attributes);
		const turned = b.plainStep("Transpose", [call.x], { perm: [
			0,
			2,
			1
		] });
		const made = b.plainStep("GroupNormalization", [turned, ...operands], attributes);
		return b.plainStep("Transpose", [made], { perm: [
			0,
			2,
			1
		] });
	}
};
/** To a length of one. */
const unitNormalization = {
	kind: "elementwise",
	lower(call) {
		const b = call.builder;
		const squares = b.plainStep("ReduceSumSquare", [call.x, b.integers(lastAxes(call))], { keepdims: 1 });
		const length = b.plainStep("Sqrt", [b.plainStep("Max", [squares, b.scalar(1e-24)])]);
		return b.plainStep("Div", [call.x, length]);
	}
};
/** The statistics are constants of the configuration, or were learned with `adapt` and lie among the weights. */
const normalization$1 = {
	weights: (config) => config.mean === null || config.mean === void 0 ? roles("moving_mean", "moving_variance") : [],
	kind: "pointwise-linear",
	lower(call) {
		const b = call.builder;
		const mean = statistic(call, "mean", "moving_mean");
		const variance = statistic(call, "variance", "moving_variance");
		const spread = {
			...variance,
			data: () => variance.data().map((value) => Math.max(Math.sqrt(value), 1e-7))
		};
		if (call.config.invert) return withNumbers(b, "Add", withNumbers(b, "Mul", call.x, spread), mean);
		return withNumbers(b, "Div", withNumbers(b, "Sub", call.x, mean), spread);
	}
};
function statistic(call, key, role) {
	const of = `\`${key}\` of \`${call.setting.path}\``;
	const axis = call.config.axis;
	if (axis !== null && axis !== void 0) lastAxes(call);
	if (!call.has(role)) return listed$3(call.config[key], of);
	return {
		shape: call.shapeOf(role),
		data: () => call.valuesOf(role),
		of
	};
}
/** Numbers of the configuration, which Keras may nest: [[[0.5, 0.5, 0.5]]]. */
function listed$3(value, of) {
	const values = [value].flat(Number.POSITIVE_INFINITY);
	if (values.length === 0 || !values.every((one) => typeof one === "number" && Number.isFinite(one))) throw unreadable(`${of} is ${JSON.stringify(value)?.slice(0, 100)}; expected numbers`);
	return {
		shape: values.length === 1 ? [] : [values.length],
		data: () => Float32Array.from(values),
		of
	};
}
const rescaling = {
	kind: "pointwise-linear",
	lower(call) {
		const of = (key) => `\`${key}\` of \`${call.setting.path}\``;
		const wide = withNumbers(call.builder, "Mul", call.x, listed$3(call.config.scale ?? 1, of("scale")));
		return withNumbers(call.builder, "Add", wide, listed$3(call.config.offset ?? 0, of("offset")));
	}
};
const layerScale = {
	weights: () => roles("gamma"),
	kind: "pointwise-linear",
	lower(call) {
		const shape = [call.number("projection_dim")];
		call.weight("gamma", shape);
		return withNumbers(call.builder, "Mul", call.x, {
			shape,
			data: () => call.valuesOf("gamma"),
			of: `Weight \`gamma\` of \`${call.setting.path}\``
		});
	}
};
const normalizations = {
	BatchNormalization: batchNormalization,
	LayerNormalization: layerNormalization,
	RMSNormalization: rmsNormalization,
	GroupNormalization: groupNormalization,
	UnitNormalization: unitNormalization,
	Normalization: normalization$1,
	Rescaling: rescaling,
	LayerScale: layerScale
};

// src/models/keras/layers/pooling.ts
const pool$1 = (kind) => ({ lower(call) {
	const window = call.pair("pool_size", 2);
	const padding = call.config.padding === "same" ? "same" : "valid";
	const how = {
		channels: call.channels,
		strides: call.pair("strides", window),
		padding
	};
	return pooled(call.builder, call.x, kind, window, how);
} });
const global = (kind) => ({ lower: (call) => pooledGlobally(call.builder, call.x, kind, call.channels, call.config.keepdims === true) });
/** Over the tokens of a sequence; a mask plays no part in inference on pictures. */
const globalTokens = (operation) => ({ lower(call) {
	const keepdims = call.config.keepdims === true ? 1 : 0;
	const axes = call.builder.integers([call.channels === "first" ? 2 : 1]);
	return call.builder.plainStep(operation, [call.x, axes], { keepdims }, keepdims ? 3 : 2);
} });
/** Two numbers per axis, one per axis, or one for all. */
function edges(call, key) {
	const value = call.config[key] ?? 1;
	const [rows, columns = rows, ...more] = Array.isArray(value) ? value : [value];
	const pairs = [rows, columns].map((edge) => Array.isArray(edge) ? edge.map(Number) : [Number(edge), Number(edge)]);
	if (more.length === 0 && pairs.every((pair) => pair.length === 2 && pair.every((size) => Number.isSafeInteger(size) && size >= 0 && size < 2 ** 31))) return pairs;
	throw unreadable(`${call.where} has ${key} = ${JSON.stringify(value)}; expected whole numbers from 0 on`);
}
const interpolation = (call, fallback) => {
	const named = call.config.interpolation ?? fallback;
	if (named === "bilinear" || named === "nearest") return named;
	return call.refuse(`resizes by \`${String(named)}\`; expected bilinear or nearest`);
};
/** TensorFlow.js lays pixels on each other in ways of its own. */
const alignment = (call, inTfjs) => call.setting.inTfjs ? inTfjs : "half_pixel";
const resizing = { lower(call) {
	if (call.config.crop_to_aspect_ratio || call.config.pad_to_aspect_ratio) call.refuse("keeps the aspect ratio while resizing", "Resize the images before the model.");
	const [size] = [call.pair("size", [call.pair("height")[0], call.pair("width")[0]])];
	const how = {
		interpolation: interpolation(call, "bilinear"),
		alignment: alignment(call, "align_corners")
	};
	return resized(call.builder, call.x, { size }, {
		...how,
		channels: call.channels
	});
} };
const upSampling = { lower(call) {
	const how = interpolation(call, "nearest");
	const laid = how === "nearest" ? "asymmetric" : alignment(call, "asymmetric");
	return resized(call.builder, call.x, { factors: call.pair("size", 2) }, {
		interpolation: how,
		alignment: laid,
		channels: call.channels
	});
} };
/** The middle, its rest cut off at the end where it is odd. A smaller picture is resized by Keras, and refused here. */
const centerCrop = {
	kind: "spatial",
	lower(call) {
		const b = call.builder;
		const size = [call.pair("height")[0], call.pair("width")[0]];
		const axes = call.channels === "first" ? [2, 3] : [1, 2];
		const known = knownGrid(call);
		if (known && size.some((length, at) => length > known[at])) return call.refuse(`crops ${size.join(" x ")} out of ${known.join(" x ")}`, "Give larger images.");
		const shape = b.plainStep("Shape", [b.plain(call.x)], {}, 1);
		const rest = b.plainStep("Sub", [b.plainStep("Gather", [shape, b.integers(axes)], { axis: 0 }, 1), b.integers(size)]);
		const fits = b.plainStep("GreaterOrEqual", [rest, b.integers([0, 0])]);
		const start = b.plainStep("Where", [
			fits,
			b.plainStep("Div", [rest, b.integers([2, 2])]),
			b.integers([2 ** 30, 2 ** 30])
		]);
		const end = b.plainStep("Add", [start, b.integers(size)]);
		return b.plainStep("Slice", [
			call.x,
			start,
			end,
			b.integers(axes)
		]);
	}
};
/** Each part is two steps. */
const mostParts = 1024;
/** The mean or maximum of each of so many parts, which may overlap, as PyTorch defines them. */
const adaptive = (operation) => ({
	kind: "spatial",
	lower(call) {
		const [height, width] = gridOf(call);
		const [rows, columns] = call.pair("output_size");
		if (Math.max(rows, columns) > mostParts) return call.refuse(`divides its input into ${rows} x ${columns} parts; expected at most ${mostParts} a side`);
		const axis = call.channels === "first" ? 2 : 1;
		return parts(call, parts(call, call.x, operation, axis, height, rows), operation, axis + 1, width, columns);
	}
});
function parts(call, x, operation, axis, size, count) {
	const b = call.builder;
	const each = Array.from({ length: count }, (_, at) => {
		const [start, end] = [Math.floor(at * size / count), Math.ceil((at + 1) * size / count)];
		const cut = b.plainStep("Slice", [
			x,
			b.integers([start]),
			b.integers([end]),
			b.integers([axis])
		]);
		return b.plainStep(operation, [cut, b.integers([axis])], { keepdims: 1 });
	});
	return each.length === 1 ? each[0] : b.plainStep("Concat", each, { axis });
}
/** Rows and columns of the input, as the file says how the layer was built. */
const gridOf = (call) => knownGrid(call) ?? call.refuse("adapts to an input whose size the file does not tell");
function knownGrid(call) {
	const shape = call.call.shape ?? call.setting.layer.build_config?.input_shape;
	const [rows, columns] = Array.isArray(shape) ? call.channels === "first" ? shape.slice(2) : shape.slice(1) : [];
	return Number.isInteger(rows) && Number.isInteger(columns) ? [rows, columns] : void 0;
}
const grids = {
	MaxPooling2D: pool$1("max"),
	AveragePooling2D: pool$1("average"),
	GlobalAveragePooling2D: global("average"),
	GlobalMaxPooling2D: global("max"),
	GlobalAveragePooling1D: globalTokens("ReduceMean"),
	GlobalMaxPooling1D: globalTokens("ReduceMax"),
	AdaptiveAveragePooling2D: adaptive("ReduceMean"),
	AdaptiveMaxPooling2D: adaptive("ReduceMax"),
	ZeroPadding2D: { lower: (call) => padded(call.builder, call.x, edges(call, "padding"), call.channels) },
	Cropping2D: {
		kind: "spatial",
		lower: (call) => cropped(call.builder, call.x, edges(call, "cropping"), call.channels)
	},
	UpSampling2D: upSampling,
	Resizing: resizing,
	CenterCrop: centerCrop
};

// src/models/keras/layers/shape.ts
/** The last axis times a matrix. */
const dense = {
	weights: withBias("kernel"),
	lower(call) {
		const b = call.builder;
		const units = call.number("units");
		const product = b.plainStep("MatMul", [call.x, call.weight("kernel", [null, units])]);
		const made = call.config.use_bias === false ? product : b.plainStep("Add", [product, call.weight("bias", [units])]);
		return activated$2(call, made);
	}
};
const flatten = { lower(call) {
	const b = call.builder;
	const last = call.channels === "first" && call.rank === 4 ? b.plainStep("Transpose", [call.x], { perm: [
		0,
		2,
		3,
		1
	] }) : call.x;
	return b.plainStep("Flatten", [last], { axis: 1 }, 2);
} };
function sizes(call, key) {
	const value = call.config[key];
	const list = Array.isArray(value) ? value.map((size) => size === null ? -1 : Number(size)) : [];
	if (list.length > 0 && list.length < 8 && list.every(Number.isSafeInteger)) return list;
	throw unreadable(`${call.where} has ${key} = ${JSON.stringify(value)?.slice(0, 100)}; expected a list of whole numbers`);
}
const reshape$2 = { lower(call) {
	const target = sizes(call, "target_shape");
	return call.builder.plainStep("Reshape", [call.x, call.builder.integers([0, ...target])], {}, target.length + 1);
} };
/** Axes are counted from 1, the batch not among them. */
const permute = { lower: (call) => call.builder.plainStep("Transpose", [call.x], { perm: [0, ...sizes(call, "dims")] }) };
const repeat = { lower(call) {
	const b = call.builder;
	const one = b.plainStep("Unsqueeze", [call.x, b.integers([1])], {}, 3);
	return b.plainStep("Tile", [one, b.integers([
		1,
		call.number("n"),
		1
	])]);
} };
const shapes = {
	Dense: dense,
	Flatten: flatten,
	Reshape: reshape$2,
	Permute: permute,
	RepeatVector: repeat
};

// src/models/keras/layers/index.ts
/** Every class of Keras's layers that is read. */
const table$1 = {
	...attention,
	...convolutions$1,
	...elementwise,
	...grids,
	...normalizations,
	...shapes,
	SpectralNormalization: {
		weights: (config) => [...inside("layer", "layer", innerClass(config).weights?.(innerConfig(config)) ?? []), vectors],
		lower(call) {
			const { setting, inputs } = call;
			const weight = (role) => setting.weight(`layer/${role}`);
			const layer = innerLayer(call.config);
			return classOf(layer).lower(new LayerCall({
				...setting,
				layer,
				weight
			}, inputs, call.call));
		}
	}
};
/** The kernel is stored as it is applied; the other vector only helps to train. */
const vectors = {
	...roles("vector_u")[0],
	place: "vars/1"
};
const innerLayer = (config) => parseLayer(config.layer, "What a spectral normalisation holds");
const innerClass = (config) => classOf(innerLayer(config));
const innerConfig = (config) => innerLayer(config).config;
/** @throws CamdriftError `model-unsupported` for classes that are not Keras's, or not read */
function classOf(layer) {
	const { class_name: name } = layer;
	const found = isFromKeras(layer) && Object.hasOwn(table$1, name) ? table$1[name] : void 0;
	if (found) return found;
	throw refused$1(layer);
}
/** Classes of one's own carry their module or a registered name like `Custom>Mine`; files of Keras 2 carry neither. */
function isFromKeras({ module, registered_name: registered }) {
	return /^(keras|tf_keras|tensorflow\.keras)(\.|$)/.test(module ?? "keras") && !(registered ?? "").includes(">");
}
function refused$1(layer) {
	const where = `Layer \`${nameOf$2(layer)}\``;
	if (layer.class_name === "Lambda") return unsupported(`${where} is a Lambda layer, whose Python code camdrift does not run.`, "Replace it with layers of Keras (Rescaling, Resizing, Normalization), or export the model to TensorFlow.js or ONNX.");
	const origin = isFromKeras(layer) ? "which camdrift does not read" : `of your own (module ${layer.module ?? "unknown"})`;
	return unsupported(`${where} is of class \`${layer.class_name}\`, ${origin}.`, "Replace it with layers of Keras, or export the model to a TensorFlow.js graph model or ONNX, which need no classes.");
}

// src/models/keras/_operands.ts
/** Two operands, of which at least one is a value. */
const joined$2 = (operation) => ({ lower(call) {
	const operands = operandsOf(call);
	const [one, other] = operands;
	if (operands.length !== 2 || one === void 0 || other === void 0) return refused(call);
	const of = `A number of \`${call.setting.path}\``;
	if (isValue(one) && isValue(other)) return both$1(call.builder, operation, one, other);
	if (isValue(one)) return withNumbers(call.builder, operation, one, {
		...other,
		of
	});
	if (isValue(other)) return withNumbers(call.builder, operation, other, {
		...one,
		of
	}, true);
	return refused(call);
} });
function both$1(b, operation, one, other) {
	if (one.rank === other.rank) return b.step(operation, [one, other]);
	return b.plainStep(operation, [one, other], {}, Math.max(one.rank ?? 0, other.rank ?? 0));
}
const isValue = (operand) => !("data" in operand);
/** Values and numbers in the order in which the operation is called with them. */
function operandsOf(call) {
	const values = [...call.inputs];
	return call.call.operands.map((operand) => {
		if (isReference(operand)) return values.shift();
		const list = [operand].flat();
		return {
			shape: typeof operand === "number" ? [] : [list.length],
			data: () => Float32Array.from(list)
		};
	});
}
const refused = (call) => {
	throw unsupported(`The operation \`${call.setting.path}\` is called in a way that camdrift does not read.`);
};
/** An option, wherever Keras keeps it. */
const option = (call, ...names) => names.map((name) => call.config[name] ?? call.call.options[name]).find((value) => value !== void 0 && value !== null);
/** Whole numbers, one or several. */
const list = (value, call) => {
	const numbers = [value].flat();
	return numbers.length > 0 && numbers.every((one) => Number.isSafeInteger(one)) ? numbers : refused(call);
};

// src/models/keras/_index.ts
/** `x[:, 0]`, `x[..., ::-1]`: each part of the index is of an axis, but for `...` and new ones. */
const getItem = { lower(call) {
	const given = call.call.args?.[1] ?? keras2Index(call);
	const parts = indexOf(given);
	if (!parts || call.inputs.length !== 1) return refused(call);
	const b = call.builder;
	const whole = filledUp(call, parts);
	const cuts = whole.filter((part) => part !== null).map((part, axis) => ({
		axis,
		...rangeOf(part)
	}));
	const real = cuts.filter(({ start, end, step }) => start !== 0 || end !== most || step !== 1);
	const list = (key) => b.integers(real.map((cut) => cut[key]));
	const cut = real.length === 0 ? call.x : b.plainStep("Slice", [
		call.x,
		list("start"),
		list("end"),
		list("axis"),
		list("step")
	]);
	const lost = cuts.filter(({ isPlace }) => isPlace).map(({ axis }) => axis);
	if (lost.includes(0)) return call.refuse("takes one image out of a batch");
	const squeezed = lost.length === 0 ? cut : b.plainStep("Squeeze", [cut, b.integers(lost)], {}, call.rank - lost.length);
	const left = whole.filter((part) => typeof part !== "number");
	const added = left.flatMap((part, at) => part === null ? [at] : []);
	return added.length === 0 ? squeezed : b.plainStep("Unsqueeze", [squeezed, b.integers(added)], {}, left.length);
} };
/** Keras 2 writes ranges as `{"start": 0, "stop": null, "step": -1}` in an option. */
function keras2Index(call) {
	const given = call.call.options.slice_spec;
	if (!Array.isArray(given)) return void 0;
	return given.map((part) => {
		if (typeof part === "object" && part !== null && "start" in part) return {
			class_name: "__slice__",
			config: {
				start: null,
				stop: null,
				step: null,
				...part
			}
		};
		return typeof part === "object" && part !== null && "type" in part ? { class_name: "__ellipsis__" } : part;
	});
}
const most = 2 ** 31 - 1;
function filledUp(call, parts) {
	const counted = parts.filter((part) => part !== null && part !== "...").length;
	const all = {
		start: null,
		stop: null,
		step: null
	};
	const rest = Array.from({ length: Math.max(0, call.rank - counted) }, () => all);
	const at = parts.indexOf("...");
	const spread = at < 0 ? [...parts, ...rest] : parts.toSpliced(at, 1, ...rest);
	if (counted > call.rank || spread.includes("...")) return refused(call);
	return spread;
}
/** Negative steps go down to the first entry, which ONNX writes as far before it. */
function rangeOf(part) {
	if (typeof part === "number") return {
		start: part,
		end: part === -1 ? most : part + 1,
		step: 1,
		isPlace: true
	};
	const step = part.step ?? 1;
	const [first, last] = step > 0 ? [0, most] : [most, -most];
	return {
		start: part.start ?? first,
		end: part.stop ?? last,
		step,
		isPlace: false
	};
}

// src/models/keras/operations.ts
/**
* Operations on tensors that stand among the layers: `x / 255`. They are not layers to Keras, so they hold no weights.
* An `.h5` of Keras 3 leaves their module out; but every layer of Keras 3 says whether it is trained.
*/
function isOperation({ module, class_name: name, config }, dialect) {
	if (name === "TFOpLambda" || name === "SlicingOpLambda") return true;
	if (module) return /(^|\.)ops(\.|$)/.test(module);
	return dialect === 3 && !("trainable" in config) && Object.hasOwn(operations$1, name);
}
/** What an operation computes, by what Keras 3 calls it, and Keras 2. */
function operationOf$1(layer) {
	const name = layer.class_name.endsWith("OpLambda") ? String(layer.config.function) : layer.class_name;
	const key = ofKeras2[name] ?? name;
	const found = Object.hasOwn(operations$1, key) ? operations$1[key] : void 0;
	if (found) return found;
	throw unsupported(`\`${nameOf$2(layer)}\` is the operation \`${name}\`, which camdrift does not read.`, "Replace it with a layer of Keras (Rescaling, Normalization, GlobalAveragePooling2D), or export the model to ONNX.");
}
const ofKeras2 = {
	"__operators__.add": "Add",
	"__operators__.getitem": "GetItem",
	"math.add": "Add",
	"math.subtract": "Subtract",
	"math.multiply": "Multiply",
	"math.truediv": "TrueDivide",
	"math.divide": "TrueDivide",
	"math.maximum": "Maximum",
	"math.minimum": "Minimum",
	"math.sigmoid": "Sigmoid",
	"math.tanh": "Tanh",
	"math.reduce_mean": "Mean",
	"math.reduce_max": "Max",
	"math.reduce_sum": "Sum",
	"nn.bias_add": "Add",
	"nn.relu": "Relu",
	"nn.sigmoid": "Sigmoid",
	"nn.softmax": "Softmax"
};
const reduced$1 = (operation) => ({ lower(call) {
	const b = call.builder;
	const named = option(call, "axis");
	const counted = (named === void 0 ? Array.from({ length: call.rank }, (_, at) => at) : [named].flat()).map((axis) => call.axis(axis)).toSorted((one, other) => one - other);
	const keep = option(call, "keepdims") === true;
	if (counted.includes(0)) return call.refuse("works on several images at once (axis 0)");
	return b.plainStep(operation, [call.x, b.integers(counted)], { keepdims: keep ? 1 : 0 }, call.rank - (keep ? 0 : counted.length));
} });
const activated$1 = (name) => ({ lower(call) {
	return call.call.operands.some((operand) => !isReference(operand)) ? refused(call) : activation(name, 3, call.setting.path)(call.builder, call.x);
} });
const each$1 = (operation) => ({
	kind: "elementwise",
	lower: (call) => call.builder.step(operation, [call.x])
});
/** The axes of the images stay the first. */
const reshape$1 = { lower(call) {
	const [, ...target] = list(option(call, "newshape", "shape"), call);
	return call.builder.plainStep("Reshape", [call.x, call.builder.integers([0, ...target])], {}, target.length + 1);
} };
const transpose = { lower(call) {
	const perm = list(option(call, "axes"), call).map((axis) => call.axis(axis));
	if (perm[0] !== 0) return call.refuse("moves the axis of the images");
	return call.builder.plainStep("Transpose", [call.x], { perm });
} };
const operations$1 = {
	Add: joined$2("Add"),
	Subtract: joined$2("Sub"),
	Multiply: joined$2("Mul"),
	TrueDivide: joined$2("Div"),
	Divide: joined$2("Div"),
	Maximum: joined$2("Max"),
	Minimum: joined$2("Min"),
	Power: {
		...joined$2("Pow"),
		kind: "elementwise"
	},
	Matmul: { lower: (call) => call.builder.plainStep("MatMul", [...call.inputs]) },
	Mean: reduced$1("ReduceMean"),
	Max: reduced$1("ReduceMax"),
	Amax: reduced$1("ReduceMax"),
	Min: reduced$1("ReduceMin"),
	Sum: reduced$1("ReduceSum"),
	GetItem: getItem,
	Reshape: reshape$1,
	Transpose: transpose,
	Concatenate: { lower: (call) => concatenated(call.builder, call.inputs, call.axis(option(call, "axis") ?? -1)) },
	ExpandDims: { lower: (call) => call.builder.plainStep("Unsqueeze", [call.x, call.builder.integers(list(option(call, "axis"), call))], {}, call.rank + 1) },
	Squeeze: { lower: (call) => call.builder.plainStep("Squeeze", [call.x, call.builder.integers(list(option(call, "axis"), call))], {}, call.rank - list(option(call, "axis"), call).length) },
	Cast: {
		kind: "identity",
		lower: (call) => /^b?float/.test(String(option(call, "dtype"))) ? call.x : call.refuse("casts to whole numbers")
	},
	Clip: {
		kind: "elementwise",
		lower: (call) => call.builder.step("Clip", [
			call.x,
			call.builder.scalar(Number(option(call, "x_min"))),
			call.builder.scalar(Number(option(call, "x_max")))
		])
	},
	Negative: each$1("Neg"),
	Sqrt: each$1("Sqrt"),
	Exp: each$1("Exp"),
	Log: each$1("Log"),
	Absolute: each$1("Abs"),
	Abs: each$1("Abs"),
	Relu: activated$1("relu"),
	Relu6: activated$1("relu6"),
	Sigmoid: activated$1("sigmoid"),
	Softmax: { lower: (call) => softmax(call.builder, call.x, "Softmax", call.axis(option(call, "axis") ?? -1)) },
	LogSoftmax: { lower: (call) => softmax(call.builder, call.x, "LogSoftmax", call.axis(option(call, "axis") ?? -1)) },
	Tanh: activated$1("tanh"),
	Silu: activated$1("silu"),
	Gelu: { lower: (call) => activation(option(call, "approximate") === false ? "gelu" : "gelu_tanh", 3, "")(call.builder, call.x) },
	Elu: { lower: (call) => call.builder.step("Elu", [call.x], { alpha: { float: Number(option(call, "alpha") ?? 1) } }) },
	Selu: activated$1("selu"),
	HardSigmoid: activated$1("hard_sigmoid"),
	HardSilu: activated$1("hard_silu"),
	LeakyRelu: { lower: (call) => leaky$1(call.builder, call.x, Number(option(call, "negative_slope") ?? .2)) },
	Softplus: activated$1("softplus"),
	Softsign: activated$1("softsign")
};

// src/models/keras/parse.ts
/** No classifier comes near. */
const limits = {
	layers: 5e3,
	depth: 32
};
function parseModel(model, dialect) {
	if (!isModel(model)) throw unsupported(`The model is of class \`${model.class_name}\`; camdrift reads functional and sequential models of Keras.`, "Rebuild it with keras.Model(inputs, outputs), or export it to a TensorFlow.js graph model or ONNX.");
	const parsed = modelAt(model, {
		path: "",
		depth: 0,
		count: { layers: 0 },
		dialect
	});
	return {
		model: parsed.model,
		root: parsed.node
	};
}
function modelAt(model, scope) {
	const layers = isSequential(model) ? chained(model, scope) : innerLayers(model);
	scope.count.layers += layers.length;
	if (scope.depth > limits.depth || scope.count.layers > limits.layers) throw unreadable(`The model has more than ${limits.layers} layers, or is nested more than ${limits.depth} deep`);
	const calls = new Map(layers.map((layer) => [nameOf$2(layer), callsOf(layer)]));
	if (calls.size !== layers.length) throw unreadable(`Two layers of model ${nameOf$2(model)} have the same name`);
	const counted = fromZero(layers, calls, isSequential(model) ? chainEnds(layers) : modelEnds(model));
	requireOrder(counted.calls, counted.ends);
	const parts = layers.map((layer) => layerAt(layer, counted.calls.get(nameOf$2(layer)), scope));
	const own = parts.flatMap(({ node }) => node ?? []).filter(({ className }) => !isSequential(model) || className !== "InputLayer");
	return {
		model: {
			name: nameOf$2(model),
			layers: new Map(parts.map((part) => [part.name, part])),
			...counted.ends
		},
		node: {
			...nodeOf$1(model, scope.path),
			layers: own
		}
	};
}
function layerAt(layer, calls, scope) {
	const name = nameOf$2(layer);
	const path = scope.path ? `${scope.path}/${name}` : name;
	if (layer.class_name === "InputLayer") return {
		layer,
		name,
		calls,
		is: "input",
		node: nodeOf$1(layer, path)
	};
	if (isModel(layer)) {
		const { model, node } = modelAt(layer, {
			...scope,
			path,
			depth: scope.depth + 1
		});
		return {
			layer,
			name,
			calls,
			is: { model },
			node
		};
	}
	if (isOperation(layer, scope.dialect)) return {
		layer,
		name,
		calls,
		is: { class: operationOf$1(layer) }
	};
	const found = classOf(layer);
	return {
		layer,
		name,
		calls,
		is: { class: found },
		node: {
			...nodeOf$1(layer, path),
			weights: found.weights?.(layer.config) ?? []
		}
	};
}
function nodeOf$1(layer, path) {
	const { class_name: className } = layer;
	return {
		name: nameOf$2(layer),
		className,
		path,
		frozen: layer.config.trainable === false,
		weights: []
	};
}
/** A sequence as calls one after the other, with an input layer before it where the file leaves that out. */
function chained(model, { depth }) {
	const inner = innerLayers(model);
	const first = inner[0];
	const shape = first && declaredInput(model);
	if (!first || depth === 0 && !shape) throw unsupported(`The sequential model ${nameOf$2(model)} declares no input shape.`, "Give it an Input layer, or call it once, before saving.");
	const input = {
		class_name: "InputLayer",
		config: {
			name: inner.some((layer) => nameOf$2(layer) === "input") ? `${nameOf$2(model)}_input` : "input",
			batch_shape: shape
		}
	};
	const layers = first.class_name === "InputLayer" ? inner : [input, ...inner];
	return layers.map((layer, index) => ({
		...layer,
		inbound_nodes: index === 0 ? [] : [[[
			nameOf$2(layers[index - 1]),
			0,
			0,
			{}
		]]]
	}));
}
const chainEnds = (layers) => ({
	inputs: [{
		layer: nameOf$2(layers[0]),
		call: 0,
		tensor: 0
	}],
	outputs: [{
		layer: nameOf$2(layers.at(-1)),
		call: 0,
		tensor: 0
	}]
});
const modelEnds = ({ config }) => ({
	inputs: references(config.input_layers, "input layers"),
	outputs: references(config.output_layers, "output layers")
});
/** Keras 2 counts the calls of a nested model from 1, because its making was the first. */
function fromZero(layers, calls, ends) {
	const read = [...ends.outputs, ...[...calls.values()].flat().flatMap((call) => call.operands.filter(isReference))];
	const last = /* @__PURE__ */ new Map();
	for (const { layer, call } of read) last.set(layer, Math.max(last.get(layer) ?? 0, call));
	const models = new Set(layers.filter(isModel).map(nameOf$2));
	const shifted = new Set([...models].filter((name) => last.get(name) === calls.get(name).length));
	const counted = (reference) => shifted.has(reference.layer) ? {
		...reference,
		call: reference.call - 1
	} : reference;
	const all = [...calls].map(([name, list]) => [name, list.map((call) => ({
		...call,
		operands: call.operands.map((operand) => isReference(operand) ? counted(operand) : operand)
	}))]);
	return {
		calls: new Map(all),
		ends: {
			inputs: ends.inputs,
			outputs: ends.outputs.map(counted)
		}
	};
}
/** Every reference is to a call that is there, and no call waits for itself. */
function requireOrder(calls, ends) {
	const inputs = new Set(ends.inputs.map(({ layer }) => layer));
	const nodes = new Map([...calls].flatMap(([name, list]) => list.map((call, at) => [`${name} ${at}`, {
		name,
		call
	}])));
	const found = ({ layer, call }) => {
		if (!calls.has(layer)) throw unreadable(`The model refers to a layer \`${layer}\` that it does not have`);
		const node = nodes.get(`${layer} ${call}`);
		if (node || inputs.has(layer) || calls.get(layer).length === 0) return node ? [node] : [];
		throw unreadable(`The model refers to call ${call} of layer \`${layer}\`, which has ${calls.get(layer).length}`);
	};
	for (const reference of ends.inputs) found({
		...reference,
		call: 0
	});
	for (const reference of ends.outputs) found(reference);
	inExecutionOrder([...nodes.values()], (node) => node.call.operands.filter(isReference).flatMap(found), ({ name }) => unreadable(`Layer \`${name}\` waits for its own output`));
}

// src/models/keras/weights.ts
const weightKey = (path, role) => `${path} ${role}`;
/** `model.weights.h5` of a `.keras` file: one group per layer, named after its class and counted: `layers/conv2d_1/vars/0`. */
function placesInArchive(root, group) {
	return new Map(inArchive(root, group));
}
function* inArchive(node, group) {
	for (const { role, place } of node.weights) yield [weightKey(node.path, role), present(descend(group, place) ?? descend(group, `_${place}`), `${node.path}, ${role}`)];
	if (!node.layers?.some(holdsWeights)) return;
	const old = keras2Layers(group);
	const layers = old ?? present(group.child("layers"), node.path || node.name);
	const counted = countedNames(node.layers, old !== void 0);
	if (old) requireAll(node, old, counted);
	for (const [index, layer] of node.layers.entries()) if (holdsWeights(layer)) yield* inArchive(layer, layerGroup(layers, layer, counted[index]));
}
/** Where Keras 2.12 to 2.15 put the layers, with the separator of the machine that wrote the file. */
function keras2Layers(group) {
	const name = "_layer_checkpoint_dependencies";
	const plain = group.child(name);
	const below = group.names().filter((other) => other.startsWith(`${name}\\`));
	if (plain || below.length === 0) return plain;
	return {
		...group,
		names: () => below.map((other) => other.slice(31)),
		child: (other) => group.child(`${name}\\${other}`)
	};
}
/** Its way of counting is told nowhere, and a wrong guess could fit: all groups that hold numbers have to be expected ones. */
function requireAll(node, layers, counted) {
	const expected = new Set(node.layers.flatMap((layer, at) => holdsWeights(layer) ? [counted[at]] : []));
	const holds = (name) => (layers.child(name)?.child("vars")?.names().length ?? 0) > 0;
	const stray = layers.names().find((name) => !expected.has(name) && !/^(random|count)/.test(name) && holds(name));
	if (stray === void 0) return;
	throw unreadable(`The weights of \`${node.path || node.name}\` are counted in an unknown way: \`${stray}\` is nobody's`);
}
const holdsWeights = (node) => node.weights.length > 0 || (node.layers ?? []).some(holdsWeights);
/** Newer files say whose group it is; where the count leads elsewhere, the name decides. */
function layerGroup(layers, layer, counted) {
	const belongs = (group) => {
		const owner = group?.child("vars")?.texts("name")?.[0];
		return group && (owner === void 0 || owner === layer.name) ? group : void 0;
	};
	const found = belongs(layers.child(counted));
	if (found) return found;
	const named = layers.names().find((name) => layers.child(name)?.child("vars")?.texts("name")?.[0] === layer.name);
	return present(named === void 0 ? void 0 : layers.child(named), layer.path);
}
/** @param twice whether a layer that holds weights counts as two, as it did in Keras 2 */
function countedNames(layers, twice) {
	const counts = /* @__PURE__ */ new Map();
	return layers.map((layer) => {
		const name = snakeCase(layer.className);
		const count = counts.get(name) ?? 0;
		counts.set(name, count + (twice && holdsWeights(layer) ? 2 : 1));
		return count === 0 ? name : `${name}_${count}`;
	});
}
/** As Keras does: `SeparableConv2D` -> `separable_conv2d`, `ReLU` -> `re_lu`. */
function snakeCase(className) {
	return className.replaceAll(/\W+/g, "").replaceAll(/(.)([A-Z][a-z]+)/g, "$1_$2").replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
/** An `.h5` file: one group per outermost layer, whose weights are listed in Keras's order, trainable ones first. */
function placesInH5(root, group) {
	const places = /* @__PURE__ */ new Map();
	for (const layer of (root.layers ?? []).filter(holdsWeights)) {
		const own = present(descend(group, layer.name), layer.path);
		const names = listed$2(own, "weight_names").filter((name) => !unread$1.test(name));
		const wanted = [...trainable(layer), ...fixed(layer)];
		if (names.length !== wanted.length) throw unreadable(`Layer \`${layer.path}\` needs ${wanted.length} weights; the file has ${names.length} for it`);
		for (const [index, { path, role }] of wanted.entries()) {
			requireSameStatistic(names[index], role, path);
			places.set(weightKey(path, role), present(descend(own, names[index]), `${path}, ${role}`));
		}
	}
	return places;
}
/** States of random layers, and how many images `adapt` has seen. */
const unread$1 = /StateVar|seed_generator_state|(^|\/)count(:0)?$/;
const slots = (node) => node.weights.map((weight) => ({
	...weight,
	path: node.path
}));
function trainable(node) {
	if (node.frozen) return [];
	return [...slots(node).filter((slot) => slot.trainable), ...(node.layers ?? []).flatMap(trainable)];
}
function fixed(node) {
	const layers = node.layers ?? [];
	return [
		...node.frozen ? [...slots(node).filter((slot) => slot.trainable), ...layers.flatMap(trainable)] : [],
		...slots(node).filter((slot) => !slot.trainable),
		...layers.flatMap(fixed)
	];
}
/** Those four have the same shape: a wrong order would not be noticed otherwise. */
const statistics = [
	"gamma",
	"beta",
	"moving_mean",
	"moving_variance"
];
function requireSameStatistic(name, role, path) {
	const leaf = name.split("/").at(-1).replace(/:0$/, "");
	if (statistics.includes(leaf) && statistics.includes(role) && leaf !== role) throw unreadable(`The weights of \`${path}\` are in an unknown order: expected ${role}, got ${name}`);
}
/** Long lists are split over `weight_names0`, `weight_names1`, ... */
function listed$2(group, name) {
	const whole = group.texts(name);
	if (whole) return whole;
	const parts = [];
	for (let index = 0, part = group.texts(`${name}0`); part; part = group.texts(`${name}${++index}`)) parts.push(...part);
	return parts;
}
function descend(group, path) {
	return path.split("/").filter(Boolean).reduce((node, name) => node?.child(name), group);
}
function present(node, what) {
	if (node) return node;
	throw unreadable(`The file has no weights for \`${what}\``);
}

// src/models/keras/load.ts
/** Weights are read as the model is built, one by one: nothing is allocated that the file does not hold. */
function loadKeras(file, engine, options) {
	const { format, path, dialect } = file;
	const { model, root } = parseModel(parseLayer(file.config, "The architecture"), dialect);
	const places = file.places(root);
	const weight = (layer, role) => {
		const found = places.get(weightKey(layer, role));
		return found && {
			shape: () => found.shape() ?? [],
			floats: () => found.floats()
		};
	};
	const built = lowered$1(model, options.output, {
		dialect,
		inTfjs: false,
		weight,
		given: options.given?.keys()
	});
	return loweredClassifier({
		format,
		path,
		kind: "Keras model"
	}, built, engine, options);
}
/** Any failure to read a file as one of camdrift's errors, with the file's path. */
function inWords(path, cause) {
	if (cause instanceof CamdriftError) {
		if (cause.message.includes(path)) return cause;
		return new CamdriftError(cause.code, `${path}: ${cause.message}`, {
			cause,
			remedy: cause.remedy
		});
	}
	const message = cause instanceof Error ? cause.message : String(cause);
	return new CamdriftError("model-unreadable", `${path} cannot be read as a Keras model: ${message}.`, {
		cause,
		remedy: saveAgain
	});
}

// src/models/keras/tfjs.ts
/** A layers model of TensorFlow.js: Keras's architecture as JSON, and weights by their names. */
function loadTfjsLayers({ path, topology, weights }, engine, options) {
	try {
		const root = topology.model_config ?? topology;
		const dialect = String(topology.keras_version ?? "").startsWith("3") ? 3 : 2;
		const { model } = parseModel(parseLayer(typeof root === "string" ? JSON.parse(root) : root, "The architecture"), dialect);
		const weight = finder(weights);
		const manner = {
			dialect,
			inTfjs: dialect === 2,
			weight,
			given: options.given?.keys()
		};
		const built = lowered$1(model, options.output, manner);
		return loweredClassifier({
			format: "tfjs-layers",
			path,
			kind: "TensorFlow.js layers model"
		}, built, engine, options);
	} catch (cause) {
		throw inWords(path, cause);
	}
}
/**
* Weights by the layer's path, or by its own name; a converter may put the name of the model, of a scope or of an outer
* layer before it, and that of a scope behind it.
*/
function finder(weights) {
	const byEnds = /* @__PURE__ */ new Map();
	for (const [name, weight] of weights) {
		const parts = name.split("/");
		const leaf = parts.at(-1);
		for (const owner of new Set(parts.slice(0, -1))) {
			const key = `${owner}/${leaf}`;
			byEnds.set(key, [...byEnds.get(key) ?? [], [name, weight]]);
		}
	}
	return (path, role) => {
		const own = path.split("/").at(-1);
		const exact = [`${path}/${role}`, `${own}/${role}`].map((name) => weights.get(name)).find(Boolean);
		if (exact) return asWeight(exact);
		const [owner, leaf] = role.includes("/") ? role.split("/") : [own, role];
		const all = byEnds.get(`${owner}/${leaf}`) ?? [];
		const found = role.includes("/") ? all.filter(([name]) => name.split("/").includes(own)) : all;
		if (found.length > 1) throw unreadable(`The weights \`${found.map(([name]) => name).join("`, `")}\` could all be \`${role}\` of \`${path}\``);
		return found[0] && asWeight(found[0][1]);
	};
}
const asWeight = ({ shape, values }) => ({
	shape: () => shape,
	floats() {
		const read = values();
		return read instanceof Float32Array ? read : Float32Array.from(read);
	}
});

// src/models/onnx/outline.ts
/** Bytes that are read without a second thought. */
const small = 2 ** 20;
/** Fields of a model are few: its graph is one of them. */
const mostFields$1 = 1e4;
/**
* Whether the fields of a protobuf message fill a file from end to end, told from their tags and lengths alone: what is no
* message, or was cut short, is not read. @throws `model-unreadable`
*/
async function requireOutline(path) {
	const file = await open(path).catch((cause) => {
		throw new CamdriftError("model-unreadable", `There is no readable file ${path}.`, { cause });
	});
	try {
		const { size } = await file.stat();
		if (size < small) return;
		const head = Buffer.alloc(20);
		let at = 0;
		for (let field = 0; at < size; field++) {
			const { bytesRead } = await file.read(head, 0, head.length, at);
			const length = fieldAt(head.subarray(0, bytesRead))?.end;
			if (length === void 0 || at + length > size || field >= mostFields$1) throw notOnnx(path, at, size);
			at += length;
		}
	} finally {
		await file.close();
	}
}
/** A field from its first bytes; `undefined` for what no field begins with. */
function fieldAt(head) {
	const tag = varint(head, 0);
	if (!tag || tag.value < 8) return void 0;
	const [number, kind, start] = [
		Math.floor(tag.value / 8),
		tag.value % 8,
		tag.end
	];
	if (kind === 1) return {
		number,
		start,
		end: start + 8
	};
	if (kind === 5) return {
		number,
		start,
		end: start + 4
	};
	const next = kind === 0 || kind === 2 ? varint(head, start) : void 0;
	if (!next) return void 0;
	return kind === 0 ? {
		number,
		start,
		end: next.end,
		value: next.value
	} : {
		number,
		start: next.end,
		end: next.end + next.value
	};
}
/** Seven bits per byte, the lowest first, as long as the eighth is set. */
function varint(bytes, start) {
	let [value, factor] = [0, 1];
	for (let at = start; at < Math.min(bytes.length, start + 10); at++) {
		value += (bytes[at] & 127) * factor;
		factor *= 128;
		if (bytes[at] < 128) return {
			value,
			end: at + 1
		};
	}
}
const notOnnx = (path, at, size) => new CamdriftError("model-unreadable", `${path} cannot be read as an ONNX model (truncated, or of another format): what begins at byte ${at} of ${size} is no part of one.`);

// src/models/onnx/locations.ts
/** Fields of `onnx.proto`: of a model, a graph, a tensor, and an entry of a tensor's external data. */
const graphField = 7;
const initializerField = 5;
const externalField = 13;
const locationField = 14;
const [keyField, valueField] = [1, 2];
/** Of one entry: the name of a file, an offset. */
const longestEntry = 2 ** 14;
/** Fields in all: more are read as a whole. */
const mostFields = 2 ** 20;
/**
* The names of the files in which a model keeps initial values, told from tags and lengths alone: no weight is read, however
* large the file is. `undefined` where something is not as it should be: then the whole file is read, which says what.
*/
async function locationsIn(path) {
	const file = await open(path);
	try {
		const walk = new Walk(file);
		const found = /* @__PURE__ */ new Set();
		for await (const graph of walk.messages(0, (await file.stat()).size, graphField)) for await (const tensor of walk.messages(graph.start, graph.end, initializerField)) {
			const location = await walk.locationOf(tensor);
			if (location !== void 0) found.add(location);
		}
		return found;
	} catch (error) {
		if (error instanceof Unexpected) return void 0;
		throw error;
	} finally {
		await file.close();
	}
}
var Unexpected = class extends Error {};
var Walk = class {
	#file;
	#head = Buffer.alloc(20);
	#fields = 0;
	constructor(file) {
		this.#file = file;
	}
	/** Where the messages of one field lie. */
	async *messages(start, end, wanted) {
		for await (const { number, body } of this.#fieldsOf({
			start,
			end
		})) if (number === wanted) yield body;
	}
	/** Of a tensor that lies elsewhere: where. */
	async locationOf(tensor) {
		let isElsewhere = false;
		let location = "";
		for await (const { number, body, value } of this.#fieldsOf(tensor)) {
			if (number === locationField) isElsewhere = value === 1;
			if (number === externalField) location = await this.#entry(body, "location") ?? location;
		}
		return isElsewhere ? location : void 0;
	}
	async #entry(range, wanted) {
		if (range.end - range.start > longestEntry) throw new Unexpected();
		const texts = /* @__PURE__ */ new Map();
		for await (const { number, body } of this.#fieldsOf(range)) {
			const bytes = Buffer.alloc(body.end - body.start);
			await this.#file.read(bytes, 0, bytes.length, body.start);
			texts.set(number, bytes.toString("utf8"));
		}
		return texts.get(keyField) === wanted ? texts.get(valueField) ?? "" : void 0;
	}
	async *#fieldsOf({ start, end }) {
		for (let at = start; at < end;) {
			const { bytesRead } = await this.#file.read(this.#head, 0, this.#head.length, at);
			const field = fieldAt(this.#head.subarray(0, bytesRead));
			if (!field || at + field.end > end || ++this.#fields > mostFields) throw new Unexpected();
			yield {
				...field,
				body: {
					start: at + field.start,
					end: at + field.end
				}
			};
			at += field.end;
		}
	}
};

// src/models/onnx/read-model.ts
/** What a protobuf message can be at most. */
const maxBytes = 2 ** 31;
/** The operator sets whose definitions were compared with what is implemented. */
const operatorSets = {
	oldest: 7,
	newest: 28
};
/** Parses the file and checks that it is one this version can read; constants are not looked at. */
async function readOnnx(path, read) {
	await requireOutline(path);
	const model = parsed(path, await readLimited(path, maxBytes, read));
	if (!model.graph || model.graph.node.length === 0) throw new CamdriftError("model-unreadable", `${path} is not an ONNX model: it holds no graph.`);
	for (const tensor of model.graph.initializer) settle(tensor);
	const metadata = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
	return {
		graph: model.graph,
		opset: opsetOf(path, model),
		metadata
	};
}
function parsed(path, bytes) {
	try {
		return fromBinary(ModelProtoSchema, bytes, { readUnknownFields: false });
	} catch (cause) {
		const { message } = cause;
		throw new CamdriftError("model-unreadable", `${path} cannot be read as an ONNX model (truncated, or of another format): ${message}.`, { cause });
	}
}
function opsetOf(path, { opsetImport }) {
	const found = opsetImport.filter(({ domain }) => domain === "" || domain === "ai.onnx");
	const version = Number(found[0]?.version ?? 0);
	const { oldest, newest } = operatorSets;
	if (found.length === 1 && version >= oldest && version <= newest) return version;
	throw new CamdriftError("model-unsupported", `${path} uses version ${found.map((set) => set.version).join(" and ") || "none"} of ONNX's operator set; expected ${oldest} to ${newest}.`, { remedy: "Export it again with an operator set in that range (`opset_version` in PyTorch, `--opset` in tf2onnx)." });
}
/** The names of the files in which a graph keeps initial values. */
const externalLocations = (graph) => new Set(graph.initializer.flatMap((tensor) => location(tensor) ?? []));
/** The files beside the model in which it keeps constants, inside its own folder. */
async function externalFiles(path, locations, within) {
	const folder = dirname(path);
	const entries = [...locations].map(async (name) => {
		const what = `external data "${name}" of ${path}`;
		return [name, await confinedPart(folder, name, what, within)];
	});
	return new Map(await Promise.all(entries));
}
/** The bytes of constants that lie in other files, by tensor: of each what its shape says, when it is asked for. */
async function externalData(path, graph, within) {
	const files = await externalFiles(path, externalLocations(graph), within);
	await Promise.all([...files.values()].map(requireNoPointer));
	return (tensor) => {
		const name = location(tensor);
		return name === void 0 ? void 0 : part(tensor, files.get(name));
	};
}
/** A file that is there, and not the pointer that Git LFS left in its place. */
async function requireNoPointer(file) {
	const found = await stat(file).catch(() => void 0);
	if (!found || found.size <= 1024) await readLimited(file, maxBytes);
}
const entry = ({ externalData: entries }, key) => entries.find((other) => other.key === key)?.value;
const location = (tensor) => tensor.dataLocation === 1 ? entry(tensor, "location") ?? "" : void 0;
/** Sizes are compared before anything is allocated: the tensor's own, its entry's, and the file's. */
function part(tensor, file) {
	const handle = openSync(file, "r");
	try {
		const { size } = fstatSync(handle);
		const offset = Number(entry(tensor, "offset") ?? 0);
		const length = Number(entry(tensor, "length") ?? size - offset);
		const expected = bytesOf$1(tensor);
		if (!([offset, length].every((value) => Number.isSafeInteger(value) && value >= 0) && offset + length <= size) || expected !== void 0 && length !== expected) throw misplaced(tensor, file, {
			offset,
			length,
			size
		});
		const bytes = new Uint8Array(length);
		return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
	} finally {
		closeSync(handle);
	}
}
function misplaced(tensor, file, { offset, length, size }) {
	return new CamdriftError("model-unreadable", `Constant \`${tensor.name}\` lies at bytes ${offset} to ${offset + length} of ${file}, which has ${size} (truncated?); its shape asks for ${bytesOf$1(tensor) ?? "some"} bytes.`);
}

// src/models/onnx/load.ts
async function onnxFiles(path, within) {
	const locations = (((await stat(path).catch(() => void 0))?.size ?? 0) < small ? void 0 : await locationsIn(path)) ?? externalLocations((await readOnnx(path)).graph);
	return [path, ...(await externalFiles(path, locations, within)).values()];
}
async function loadOnnx(path, engine, options) {
	const { graph, opset, metadata } = await readOnnx(path, options.read);
	requireClassification(path, metadata);
	const external = await externalData(path, graph, options.within);
	try {
		const made = onnxGraph(graph, opset, external, engine, options);
		try {
			return withLabels(classifier(made, engine, options.task), metadata);
		} catch (error) {
			made[Symbol.dispose]();
			throw error;
		}
	} catch (error) {
		const cause = executionProblem(error, engine);
		if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
		throw new CamdriftError("model-unreadable", `${path} cannot be run: ${cause.message}`, { cause });
	}
}

// src/models/_saved-model/fold.ts
/**
* The value of a step that depends on constants alone, as converters work it out before they write a model: the
* arithmetic of a batch normalisation, biases that are given another shape. `undefined` when it is left to run time.
*/
function folded(step, inputs) {
	const values = inputs.map(({ step: { value } }) => value);
	if (values.length === 0 || !values.every((value) => value !== void 0)) return void 0;
	const [first, second] = values;
	const [one, two] = [unary.get(step.op), binary.get(step.op)];
	if (one) return mapped(first, one);
	if (two && second) return joined$1(first, second, two);
	if (step.op === "Identity") return first;
	if (step.op === "Range") return counted(values);
	if (step.op === "ConcatV2" || step.op === "Pack") return listed$1(step, values);
	if (step.op === "Reshape" && second) return reshaped(first, second);
	if (step.op === "ExpandDims" && second) return expandedDims(first, second.data[0] ?? 0);
	if (step.op === "Squeeze") return squeezed(first, step);
}
const unary = new Map(Object.entries({
	Abs: Math.abs,
	Exp: Math.exp,
	Log: Math.log,
	Neg: (x) => -x,
	Reciprocal: (x) => 1 / x,
	Rsqrt: (x) => 1 / Math.sqrt(x),
	Sqrt: Math.sqrt,
	Square: (x) => x * x
}));
const binary = new Map(Object.entries({
	Add: (a, b) => a + b,
	AddV2: (a, b) => a + b,
	Div: (a, b) => a / b,
	Maximum: Math.max,
	Minimum: Math.min,
	Mul: (a, b) => a * b,
	Pow: (a, b) => a ** b,
	RealDiv: (a, b) => a / b,
	Sub: (a, b) => a - b
}));
function mapped({ shape, type, data }, f) {
	return type === "float32" ? {
		shape,
		type,
		data: Float32Array.from(data, f)
	} : void 0;
}
/** Axes and sizes one after another, of lists or of single numbers; what is larger is left to run time. */
function listed$1({ op }, values) {
	const parts = op === "Pack" ? values : values.slice(0, -1);
	const rank = op === "Pack" ? 0 : 1;
	const { type } = parts[0] ?? {};
	if (type === void 0 || !parts.every((part) => part.type === type && part.shape.length === rank)) return void 0;
	const numbers = parts.flatMap(({ data }) => Array.from(data, Number));
	if (numbers.length > mostListed) return void 0;
	const data = type === "float32" ? Float32Array.from(numbers) : type === "bool" ? Uint8Array.from(numbers) : Int32Array.from(numbers);
	return {
		shape: [numbers.length],
		type,
		data
	};
}
const mostListed = 2 ** 16;
/** Whole numbers from one to before another. */
function counted([start, limit, delta]) {
	const [first, end, step] = [
		start,
		limit,
		delta
	].map((value) => Number(value?.data[0]));
	const length = Math.ceil((end - first) / step);
	if (start?.type !== "int32" || !(length >= 0 && length <= mostListed)) return void 0;
	return {
		shape: [length],
		type: "int32",
		data: Int32Array.from({ length }, (_, at) => first + at * step)
	};
}
/** Shapes are equal, or one is a single number, or one is a row of the other: that is what occurs, and it never grows. */
function joined$1(a, b, f) {
	if (a.type !== b.type || a.type === "bool") return void 0;
	const larger = a.data.length >= b.data.length && a.shape.length >= b.shape.length ? a : b;
	if (!repeats((larger === a ? b : a).shape, larger.shape)) return void 0;
	const [inA, inB] = [a.data.length, b.data.length];
	const numbers = Array.from(larger.data, (_, at) => f(a.data[at % inA], b.data[at % inB]));
	return {
		...larger,
		data: a.type === "int32" ? Int32Array.from(numbers) : Float32Array.from(numbers)
	};
}
/** Whether the larger is the smaller over and over, in memory. */
function repeats(smaller, larger) {
	const row = smaller.slice(smaller.findIndex((size) => size !== 1));
	if (countOf(smaller) === 1) return true;
	return smaller.length <= larger.length && row.every((size, at) => size === larger.at(at - row.length));
}
function reshaped(value, { data }) {
	const wanted = [...data].map(Number);
	const open = wanted.indexOf(-1);
	if (open >= 0) wanted[open] = value.data.length / -countOf(wanted);
	return wanted.every((size) => Number.isInteger(size) && size >= 0) && countOf(wanted) === value.data.length ? {
		...value,
		shape: wanted
	} : void 0;
}
function expandedDims({ shape, ...rest }, axis) {
	return {
		...rest,
		shape: shape.toSpliced(axis < 0 ? axis + shape.length + 1 : axis, 0, 1)
	};
}
function squeezed({ shape, ...rest }, { attr }) {
	const listed = attr.squeeze_dims?.value ?? attr.axis?.value;
	const axes = (listed?.case === "list" ? listed.value.i : []).map((axis) => (Number(axis) + shape.length) % shape.length);
	const dropped = (size, axis) => axes.length === 0 ? size === 1 : axes.includes(axis);
	if (shape.some((size, axis) => dropped(size, axis) && size !== 1)) return void 0;
	return {
		...rest,
		shape: shape.filter((size, axis) => !dropped(size, axis))
	};
}

// src/models/_saved-model/step.ts
/** What these outputs need, in execution order. */
const stepsOf = (outputs) => inExecutionOrder(outputs.map(({ step }) => step), ({ inputs }) => inputs.map(({ step }) => step));
/** Rebuilds the graph behind these outputs, step by step; each step's inputs have been rebuilt before. */
async function rebuilt(outputs, rebuild) {
	const made = /* @__PURE__ */ new Map();
	const renewed = ({ step, index }) => ({
		step: made.get(step),
		index
	});
	for (const step of stepsOf(outputs)) made.set(step, await rebuild(step, step.inputs.map(renewed)));
	return outputs.map(renewed);
}

// src/models/_saved-model/freeze.ts
/** The same graph with numbers in place of variables, and with what follows from numbers alone worked out. */
async function frozen(outputs, variable) {
	let listed = 0;
	const rebuild = async (step, inputs) => {
		if (step.op === "Const") {
			const value = constant$1(step);
			listed += value.data.length;
			if (listed > mostConstants) throw tooMuch(step);
			return {
				...step,
				value
			};
		}
		if (step.op === "ReadVariableOp") return numbers(step.name, await variable(handle(step, inputs)));
		if (step.op === "VariableV2" || step.op === "Variable") return numbers(step.name, await variable(step));
		if (step.op === "ResourceGather") return gather$1(step, inputs, await variable(handle(step, inputs)));
		const value = folded(step, inputs);
		return value ? numbers(step.name, value) : {
			...step,
			inputs
		};
	};
	return rebuilt(outputs, rebuild);
}
/** Of constants in the graph; a frozen network of half a gigabyte is within it. */
const mostConstants = 2 ** 27;
function tooMuch({ name }) {
	return new CamdriftError("model-unsupported", `The constants up to \`${name}\` have more than ${mostConstants} values.`);
}
function constant$1({ name, attr }) {
	const value = attr.value?.value;
	if (value?.case === "tensor") return valueFromProto(value.value, `The constant \`${name}\``);
	throw new CamdriftError("model-unreadable", `The constant \`${name}\` has no value.`);
}
const numbers = (name, value) => ({
	name,
	op: "Const",
	inputs: [],
	attr: {},
	value
});
function handle({ name, op }, [first]) {
	if (first) return first.step;
	throw new CamdriftError("model-unreadable", `\`${name}\` (${op}) reads no variable.`);
}
function gather$1(step, [, indices], value) {
	const axis = numbers(`${step.name}/axis`, {
		shape: [],
		type: "int32",
		data: Int32Array.of(0)
	});
	const table = numbers(`${step.name}/table`, value);
	if (!indices) throw new CamdriftError("model-unreadable", `\`${step.name}\` (${step.op}) reads no indices.`);
	const inputs = [
		{
			step: table,
			index: 0
		},
		indices,
		{
			step: axis,
			index: 0
		}
	];
	return {
		...step,
		op: "GatherV2",
		inputs
	};
}

// src/models/_saved-model/operations.ts
/** Operations whose value is their input, in inference. */
const passThrough = /* @__PURE__ */ new Set([
	"CheckNumerics",
	"EnsureShape",
	"Identity",
	"IdentityN",
	"PlaceholderWithDefault",
	"PreventGradient",
	"Snapshot",
	"StopGradient"
]);
/** Operations that run a function; the second is what TensorFlow 1 and Grappler leave. */
const calls = /* @__PURE__ */ new Set(["PartitionedCall", "StatefulPartitionedCall"]);
/** Branches; taken when the condition is constant. */
const branches = /* @__PURE__ */ new Set(["If", "StatelessIf"]);
/** Which output a name means, of operations that have several; a list of outputs counts by itself. */
function outputIndex(op, name, index) {
	const at = severalOutputs.get(op)?.indexOf(name) ?? -1;
	return at < 0 ? index : at;
}
const normalisation = [
	"y",
	"batch_mean",
	"batch_variance",
	"reserve_space_1",
	"reserve_space_2",
	"reserve_space_3"
];
const severalOutputs = /* @__PURE__ */ new Map([
	["FusedBatchNorm", normalisation],
	["FusedBatchNormV2", normalisation],
	["FusedBatchNormV3", normalisation],
	["MaxPoolWithArgmax", ["output", "argmax"]],
	["TopKV2", ["values", "indices"]]
]);

// src/models/_saved-model/inline.ts
/** @param inputs what stands for the nodes of those names, whatever the graph makes them from */
function inlined(graph, inputs) {
	const functions = new Map(graph.library?.function.map((made) => [made.signature?.name ?? "", made]));
	const context = {
		functions,
		active: [],
		counter: { steps: 0 }
	};
	const args = new Map(inputs.map(({ name, step }) => [nodeOf(name), {
		step,
		index: 0
	}]));
	const scope = {
		nodes: table(graph.node),
		args,
		path: "",
		known: /* @__PURE__ */ new Map()
	};
	const gather = (op, { nodes }, names) => [...nodes.values()].filter((node) => node.op === op).map((node) => resolve$1(context, names, dataInputs$1(node)));
	return {
		refs: (names) => resolve$1(context, scope, names),
		inputsOf(op, caller) {
			const node = scope.nodes.get(nodeOf(caller));
			const called = node && calls.has(node.op) && functions.get(functionName(node, "f"));
			const own = gather(op, scope, scope);
			if (!node || !called) return own;
			const inner = opened(called, resolve$1(context, scope, dataInputs$1(node)), "");
			return [...own, ...gather(op, inner, inner)];
		}
	};
}
/** Few models nest more than five; a chain that doubles at each level would fill any memory. */
const deepest = 32;
const mostSteps = 2e5;
const table = (nodes) => new Map(nodes.map((node) => [node.name, node]));
/** `node`, `node:0` and, in a function, `node:output:0` all name the node. */
const nodeOf = (reference) => reference.split(":")[0];
const dataInputs$1 = ({ input }) => input.filter((name) => !name.startsWith("^"));
function resolve$1(context, scope, names) {
	const { args, nodes, known } = scope;
	const wanted = (references) => references.map(nodeOf).flatMap((name) => known.has(name) || args.has(name) ? [] : nodes.get(name) ?? []);
	for (const node of inExecutionOrder(wanted(names), (other) => wanted(dataInputs$1(other)))) {
		countStep(context);
		known.set(node.name, expanded(context, scope, node));
	}
	return names.map((name) => lookUp(scope, name));
}
function countStep({ counter }) {
	if (++counter.steps > mostSteps) throw new CamdriftError("model-unsupported", `The graph has more than ${mostSteps} steps once its functions are inlined.`);
}
function lookUp({ args, known, nodes }, reference) {
	const [name, second, third] = reference.split(":");
	const found = args.get(name) ?? known.get(name);
	if (found === void 0) throw new CamdriftError("model-unreadable", `The graph reads \`${name}\`, which is not in it.`);
	if ("step" in found) return found;
	const index = Number(third ?? second ?? 0);
	if ("op" in found) return {
		step: found,
		index: third ? outputIndex(found.op, second, index) : index
	};
	const ref = found[index];
	if (ref) return ref;
	const { op } = nodes.get(name);
	throw new CamdriftError("model-unreadable", `The graph reads output ${index} of \`${name}\` (${op}), which has ${found.length}.`);
}
/** What a node's outputs are: those of its inputs, of the function it calls, or of a step of its own. */
function expanded(context, scope, node) {
	const inputs = dataInputs$1(node).map((name) => lookUp(scope, name));
	if (passThrough.has(node.op)) return inputs;
	const name = `${scope.path}${node.name}`;
	if (calls.has(node.op)) return called(context, functionName(node, "f"), inputs, name);
	const taken = branches.has(node.op) ? constantCondition(inputs[0], name) : void 0;
	if (taken !== void 0) return called(context, functionName(node, taken ? "then_branch" : "else_branch"), inputs.slice(1), name);
	return {
		name,
		op: node.op,
		inputs,
		attr: node.attr
	};
}
function functionName({ attr, name }, key) {
	const value = attr[key]?.value;
	if (value?.case === "func") return value.value.name;
	throw new CamdriftError("model-unreadable", `The call \`${name}\` does not say which function it calls.`);
}
function called(context, name, args, caller) {
	const made = context.functions.get(name);
	if (!made) throw new CamdriftError("model-unreadable", `The graph calls the function \`${name}\`, which is not in it.`);
	if (context.active.includes(name)) throw new CamdriftError("model-unsupported", `The function \`${name}\` calls itself (${[...context.active, name].join(" -> ")}).`);
	if (context.active.length >= deepest) throw new CamdriftError("model-unsupported", `The graph's functions are nested more than ${deepest} deep.`);
	const scope = opened(made, args, pathOf(caller));
	const outputs = (made.signature?.outputArg ?? []).map(({ name: output }) => made.ret[output] ?? output);
	return resolve$1({
		...context,
		active: [...context.active, name]
	}, scope, outputs);
}
function opened({ signature, nodeDef }, args, path) {
	const names = signature?.inputArg ?? [];
	if (names.length !== args.length) throw new CamdriftError("model-unreadable", `The function \`${signature?.name}\` takes ${names.length} arguments and is called with ${args.length}.`);
	return {
		nodes: table(nodeDef),
		args: new Map(names.map(({ name }, at) => [name, args[at]])),
		path,
		known: /* @__PURE__ */ new Map()
	};
}
/** A call that its author named is a scope; `StatefulPartitionedCall_3` is nobody's name. */
function pathOf(caller) {
	const named = caller.replace(/(^|\/)(Stateful)?PartitionedCall(_\d+)?$/, "");
	return named === "" ? "" : `${named}/`;
}
function constantCondition(ref, name) {
	const value = ref?.step.op === "Const" ? ref.step.attr.value?.value : void 0;
	if (value?.case !== "tensor") return void 0;
	return valueFromProto(value.value, `The condition of \`${name}\``).data[0] !== 0;
}

// src/models/_saved-model/names.ts
/**
* A name for each step: that of the file, as far as it says something. Keras puts all layers into a scope of the
* model's name, and numbers that scope and every layer's when it traces a model again, as an export does:
* `clothing_1/conv1_1/Relu` is `conv1/Relu`. So versions of a model have the same layer names, however they were exported.
*/
function stepNames(steps) {
	const shorter = shortening(steps.filter(({ op, value }) => op !== "Placeholder" && !value).map(({ name }) => name));
	const taken = /* @__PURE__ */ new Set();
	return new Map(steps.map((step) => {
		const name = unused(step.op === "Placeholder" ? step.name : shorter(step.name), taken);
		taken.add(name);
		return [step, name];
	}));
}
function shortening(names) {
	const [root] = (names[0] ?? "").split("/");
	if (!names.every((name) => name.startsWith(`${root}/`))) return (name) => name;
	const bare = (name) => name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
	const number = /_\d+$/.exec(root)?.[0];
	const layers = names.map(bare).filter((name) => name.includes("/"));
	if (number === void 0 || !layers.every((name) => layerOf(name).endsWith(number))) return bare;
	return (name) => {
		const layer = layerOf(bare(name));
		return bare(name).includes("/") && layer.endsWith(number) ? layer.slice(0, -number.length) + bare(name).slice(layer.length) : bare(name);
	};
}
const layerOf = (name) => name.split("/")[0];
/** A function that is called twice gives the same names twice. */
function unused(name, taken) {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name}#${count}`;
	return free;
}

// src/models/_saved-model/signature.ts
function signatureOf({ signatureDef }, { output, signature }) {
	const { inputs, outputs } = chosen(signatureDef, signature);
	const taken = Object.entries(inputs);
	for (const [key, tensor] of taken) requireNumbers(key, tensor, signatureDef);
	const one = output !== void 0 && Object.hasOwn(outputs, output);
	const declared = Object.entries(outputs).map(([name, info]) => ({
		name,
		shape: sizesOf$1(info)
	}));
	if (one) requireFitting(declared.find(({ name }) => name === output), declared);
	const names = Object.entries(outputs).filter(([name]) => !one || name === output);
	return {
		inputs: taken.map(([key, info]) => ({
			key,
			name: tensorName(info),
			shape: info.tensorShape,
			isBytes: info.dtype === DataType.DT_UINT8
		})),
		outputs: names.map(([name, info]) => ({
			key: name,
			name: tensorName(info),
			shape: sizesOf$1(info)
		}))
	};
}
const sizesOf$1 = ({ tensorShape }) => tensorShape && !tensorShape.unknownRank ? tensorShape.dim.map(({ size }) => size > 0n ? Number(size) : null) : void 0;
function chosen(signatures, wanted) {
	const others = namesOf(signatures);
	const name = wanted ?? (signatures.serving_default ? "serving_default" : others.length === 1 ? others[0] : void 0);
	const found = name !== void 0 && Object.hasOwn(signatures, name) ? signatures[name] : void 0;
	if (found) return found;
	throw new CamdriftError("model-unsupported", `The model has no signature \`${wanted ?? "serving_default"}\` (found ${listed(others) || "none"}).`, { remedy: others.length > 0 ? choose : "Export it with `model.export()`, or with `signatures=` of `tf.saved_model.save()`." });
}
const choose = "Name the one that takes pixels with --signature, or `signature` in the configuration.";
const listed = (names) => names.map((name) => `\`${name}\``).join(", ");
const namesOf = (signatures) => Object.keys(signatures).filter((name) => !name.startsWith("__"));
function requireNumbers(key, { dtype }, signatures) {
	if (takesNumbers(dtype)) return;
	const names = Object.entries(signatures).filter(([name, { inputs }]) => !name.startsWith("__") && Object.values(inputs).length === 1 && Object.values(inputs).every((input) => takesNumbers(input.dtype))).map(([name]) => name);
	throw new CamdriftError("model-unsupported", `The model's input \`${key}\` is ${typeName(dtype)}; camdrift explains models that take the pixels of an image.`, { remedy: names.length > 0 ? `${choose} Such are ${listed(names)}.` : "Export a signature that takes decoded images." });
}
const takesNumbers = (dtype) => narrowed(dtype) !== void 0 && dtype !== DataType.DT_BOOL;
function tensorName({ encoding }) {
	if (encoding.case === "name") return encoding.value;
	throw new CamdriftError("model-unsupported", "The signature takes or gives something that is no plain tensor.");
}

// src/models/_saved-model/variables.ts
/**
* Values of variables as TensorFlow itself would find them: the file holds a graph that reads each by its name in the
* bundle (`RestoreV2`) and assigns it. Names of variables in the graph and in the bundle need not resemble each other.
* @param restore the operation that does it
* @param open opens the bundle, when the first variable is needed
*/
function variables(graph, restore, open) {
	const names = /* @__PURE__ */ new Map();
	for (const op of ["AssignVariableOp", "Assign"]) for (const [handle, value] of graph.inputsOf(op, restore)) if (handle && value?.step.op === "RestoreV2") names.set(variableName(handle.step), restoredName(value));
	const read = /* @__PURE__ */ new Map();
	let opened;
	return async (handle) => {
		const variable = variableName(handle);
		opened ??= open().then(async (bundle) => ({
			bundle,
			listed: await listedNames(bundle)
		}));
		const { bundle, listed } = await opened;
		const name = names.get(variable) ?? listed.get(variable);
		const value = read.get(variable) ?? await readVariable(bundle, variable, name);
		read.set(variable, value);
		return value;
	};
}
/**
* Names in the bundle by those of variables, as Python's loader finds them: in a list that the bundle itself holds. For models
* whose graph restores copies of the variables that it uses, which Keras 3 does under `tf.saved_model.save`.
*/
async function listedNames(bundle) {
	const bytes = await bundle.readText("_CHECKPOINTABLE_OBJECT_GRAPH");
	if (!bytes) return /* @__PURE__ */ new Map();
	const { nodes } = decoded(TrackableObjectGraphSchema, bytes, "The list of variables");
	const pairs = nodes.flatMap(({ attributes }) => attributes.map((each) => [each.fullName, each.checkpointKey]));
	const listed = /* @__PURE__ */ new Map();
	const doubtful = /* @__PURE__ */ new Set();
	for (const [name, key] of pairs) {
		if ((listed.get(name) ?? key) !== key) doubtful.add(name);
		listed.set(name, key);
	}
	for (const name of doubtful) listed.delete(name);
	return listed;
}
async function readVariable(bundle, variable, name) {
	const value = name === void 0 ? void 0 : await bundle.read(name);
	if (value) return value;
	throw new CamdriftError("model-unreadable", `The values of the variable \`${variable}\` are not among those that were saved${name ? ` (\`${name}\`)` : ""}.`, { remedy: "Export the model again, with `model.export()` or `tf.saved_model.save()`." });
}
/** Variables of TensorFlow 2 are known by their shared name, however many handles there are. */
function variableName({ name, attr }) {
	const shared = attr.shared_name?.value;
	return shared?.case === "s" && shared.value.length > 0 ? Buffer.from(shared.value).toString() : name;
}
/** Output i of `RestoreV2` is the i-th of its names, or a part of it. */
function restoredName({ step, index }) {
	const [, names, slices] = step.inputs.map(({ step: { attr } }) => {
		const value = attr.value?.value;
		return value?.case === "tensor" ? value.value.stringVal.map((text) => Buffer.from(text).toString()) : [];
	});
	const slice = slices?.[index] ?? slices?.at(-1);
	if (slice) throw new CamdriftError("model-unsupported", `The variable \`${names?.[index]}\` is saved in slices (${slice}).`);
	return names?.[index] ?? "";
}

// src/models/tensorflow/answer.ts
/** The output that is explained: the only one that depends on the picture, or the one that is named by its key or node. */
function chosenAnswer(outputs, nodes, wanted) {
	const all = stepsOf(outputs.map(({ ref }) => ref));
	const pictured = /* @__PURE__ */ new Set();
	for (const step of all) if (step.op === "Placeholder" || step.inputs.some(({ step: other }) => pictured.has(other))) pictured.add(step);
	const usable = outputs.filter(({ ref }) => pictured.has(ref.step));
	const declared = usable.map(({ key, shape }) => ({
		name: key,
		shape
	}));
	const at = wanted === void 0 ? onlyOf(usable) : usable.findIndex(({ key }) => key === wanted);
	if (at >= 0) requireFitting(declared[at], declared);
	const found = usable[at]?.ref ?? (wanted === void 0 ? void 0 : nodeNamed(pictured, nodes, wanted));
	if (found) return found;
	throw outputsProblem("graph", declared, wanted);
}
/** The place of the first where all are one value, else -1. */
function onlyOf([first, ...others]) {
	const same = others.every(({ ref }) => ref.step === first?.ref.step && ref.index === first.ref.index);
	return first && same ? 0 : -1;
}
function nodeNamed(steps, nodes, wanted) {
	const [, name, index] = /^(.*?)(?::(\d+))?$/s.exec(wanted);
	for (const step of steps) {
		if (nodes.get(step) === wanted) return {
			step,
			index: 0
		};
		if (nodes.get(step) === name) return {
			step,
			index: Number(index ?? 0)
		};
	}
}
/** What has to be fed for an answer. */
const feedsOf = (answer) => stepsOf([answer]).filter(({ op }) => op === "Placeholder");

// src/models/tensorflow/call.ts
/** One node: what it reads, and its attributes with TensorFlow's own defaults. */
var NodeCall = class {
	builder;
	inputs;
	#step;
	constructor(builder, step, inputs) {
		this.builder = builder;
		this.inputs = inputs;
		this.#step = step;
	}
	get operation() {
		return this.#step.op;
	}
	get name() {
		return this.#step.name;
	}
	input(at) {
		return this.inputs[at] ?? this.refuse(`has no input ${at + 1}`);
	}
	/** The first input. */
	get x() {
		return this.input(0);
	}
	int(name, fallback) {
		return Number(this.#value(name, "i") ?? fallback);
	}
	float(name, fallback) {
		return this.#value(name, "f") ?? fallback;
	}
	flag(name, fallback = false) {
		return this.#value(name, "b") ?? fallback;
	}
	text(name, fallback) {
		const found = this.#value(name, "s");
		return found instanceof Uint8Array ? Buffer.from(found).toString("latin1") : fallback;
	}
	ints(name) {
		const { value } = this.#step.attr[name] ?? {};
		return value?.case === "list" ? value.value.i.map(Number) : void 0;
	}
	texts(name) {
		const { value } = this.#step.attr[name] ?? {};
		return value?.case === "list" ? value.value.s.map((text) => Buffer.from(text).toString("latin1")) : [];
	}
	/** The type that a cast makes. */
	type(name) {
		return this.#value(name, "type");
	}
	get channels() {
		const format = this.text("data_format", "NHWC");
		if (format !== "NHWC" && format !== "NCHW") return this.refuse(`counts axes ${format}`);
		return format === "NCHW" ? "first" : "last";
	}
	/** Of a list with one number per axis, those of rows and columns. */
	grid(name, fallback = [1, 1]) {
		const all = this.ints(name) ?? [];
		const [rows, columns] = this.channels === "first" ? all.slice(2) : all.slice(1);
		if (all.length === 0) return fallback;
		const others = all.filter((_, at) => this.channels === "first" ? at < 2 : at === 0 || at === 3);
		if (all.length !== 4 || others.some((size) => size !== 1) || !(rows >= 1) || !(columns >= 1)) return this.refuse(`has ${name} = ${all.join(", ")}`);
		return [rows, columns];
	}
	/** Numbers that have to stand in the file. */
	numbers(at) {
		const { numbers } = this.input(at);
		return numbers ? Array.from(numbers.data, Number) : this.refuse(`computes what its input ${at + 1} says, which camdrift does not read`);
	}
	refuse(what) {
		throw new CamdriftError("model-unsupported", `\`${this.name}\` (${this.operation}) ${what}.`);
	}
	#value(name, kind) {
		const { value } = this.#step.attr[name] ?? {};
		return value?.case === kind ? value.value : void 0;
	}
};

// src/models/tensorflow/operations/arithmetic.ts
/** One step between two values, of which one may be numbers of the file. */
function pairwise(call, operation, one, other) {
	const b = call.builder;
	const rank = one.rank === void 0 || other.rank === void 0 ? void 0 : Math.max(one.rank, other.rank);
	const joined = (x, { numbers }, first) => withNumbers(b, operation, x, {
		shape: numbers.shape,
		data: () => numbers.data,
		type: typeOf(numbers),
		of: `Constant of \`${call.name}\``
	}, first);
	if (other.numbers && !one.numbers) return joined(one, other, false);
	if (one.numbers && !other.numbers) return joined(other, one, true);
	return one.turned !== void 0 && other.turned !== void 0 ? b.turnedStep(operation, [one, other]) : b.plainStep(operation, [one, other], {}, rank);
}
const typeOf = ({ type }) => ({
	float32: "float",
	int32: "int32",
	bool: "bool"
})[type];
const both = (operation) => ({ lower: (call) => pairwise(call, operation, call.input(0), call.input(1)) });
const each = (operation) => ({ lower: (call) => call.builder.step(operation, [call.x]) });
const made$1 = (make, kind = "elementwise") => ({
	...kind && { kind },
	lower: (call) => make(call.builder, call.x, call)
});
const leaky = (b, x, slope) => b.step("LeakyRelu", [x], { alpha: { float: slope } });
const relu6 = (b, x) => b.step("Clip", [
	x,
	b.scalar(0),
	b.scalar(6)
]);
/** One number per channel. */
function biased(call, x, bias) {
	const b = call.builder;
	if (call.channels === "last") return pairwise(call, "Add", x, bias);
	const { numbers } = bias;
	if (!numbers) return call.refuse("adds a bias that is computed, with channels first");
	const tall = b.constant([
		numbers.data.length,
		1,
		1
	], () => numbers.data, `Constant of \`${call.name}\``);
	return b.plainStep("Add", [x, tall]);
}
const names = (list) => list.split(" ").map((name) => [name, each(name)]);
const arithmetic = {
	...Object.fromEntries(names("Abs Acos Acosh Asin Asinh Atan Atanh Ceil Cos Cosh Elu Erf Exp Floor Log Neg Relu Round Selu Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Tan Tanh Reciprocal")),
	Inv: each("Reciprocal"),
	LogicalNot: each("Not"),
	IsNan: each("IsNaN"),
	IsInf: each("IsInf"),
	Relu6: made$1(relu6, void 0),
	LeakyRelu: made$1((b, x, call) => leaky(b, x, call.float("alpha", .2)), void 0),
	Square: made$1((b, x) => b.step("Mul", [x, x])),
	Rsqrt: made$1((b, x) => b.step("Reciprocal", [b.step("Sqrt", [x])])),
	Expm1: made$1((b, x) => b.step("Sub", [b.step("Exp", [x]), b.scalar(1)])),
	Log1p: made$1((b, x) => b.step("Log", [b.step("Add", [x, b.scalar(1)])])),
	Erfc: made$1((b, x) => b.step("Sub", [b.scalar(1), b.step("Erf", [x])])),
	ZerosLike: made$1((b, x) => b.step("Mul", [x, b.scalar(0)]), "other"),
	OnesLike: made$1((b, x) => b.step("Add", [b.step("Mul", [x, b.scalar(0)]), b.scalar(1)]), "other"),
	IsFinite: made$1((b, x) => b.step("Not", [b.step("Or", [b.step("IsInf", [x]), b.step("IsNaN", [x])])]), "other"),
	Add: both("Add"),
	AddV2: both("Add"),
	Sub: both("Sub"),
	Mul: both("Mul"),
	Div: both("Div"),
	RealDiv: both("Div"),
	Maximum: both("Max"),
	Minimum: both("Min"),
	Pow: both("Pow"),
	Mod: both("Mod"),
	FloorMod: both("Mod"),
	Equal: both("Equal"),
	NotEqual: { lower: (call) => call.builder.step("Not", [pairwise(call, "Equal", call.input(0), call.input(1))]) },
	Greater: both("Greater"),
	GreaterEqual: both("GreaterOrEqual"),
	Less: both("Less"),
	LessEqual: both("LessOrEqual"),
	LogicalAnd: both("And"),
	LogicalOr: both("Or"),
	Prelu: both("PRelu"),
	FloorDiv: { lower: (call) => call.builder.step("Floor", [pairwise(call, "Div", call.input(0), call.input(1))]) },
	SquaredDifference: {
		kind: "elementwise",
		lower(call) {
			const apart = pairwise(call, "Sub", call.input(0), call.input(1));
			return call.builder.step("Mul", [apart, apart]);
		}
	},
	/** 0 where the divisor is. */
	DivNoNan: {
		kind: "elementwise",
		lower(call) {
			const b = call.builder;
			const [one, other] = [call.input(0), call.input(1)];
			const none = b.plainStep("Equal", [other, b.scalar(0)]);
			const safe = b.plainStep("Where", [
				none,
				b.scalar(1),
				other
			]);
			return b.plainStep("Where", [
				none,
				b.scalar(0),
				b.plainStep("Div", [one, safe])
			]);
		}
	},
	AddN: { lower: (call) => call.inputs.length === 1 ? call.x : call.builder.step("Sum", call.inputs) },
	BiasAdd: { lower: (call) => biased(call, call.x, call.input(1)) },
	ClipByValue: {
		kind: "elementwise",
		lower: (call) => pairwise(call, "Min", pairwise(call, "Max", call.input(0), call.input(1)), call.input(2))
	},
	SelectV2: { lower: (call) => call.builder.plainStep("Where", call.inputs, {}, call.inputs[1]?.rank) },
	Select: { lower(call) {
		if (call.inputs[0]?.rank !== call.inputs[1]?.rank) return call.refuse("chooses whole rows");
		return call.builder.plainStep("Where", call.inputs);
	} }
};

// src/models/tensorflow/operations/batches.ts
/** Cells that lie as far apart as a block is wide become images of their own, and back: how TensorFlow 1 dilates convolutions. */
const batches = {
	SpaceToBatchND: {
		kind: "other",
		lower: toBatch
	},
	BatchToSpaceND: {
		kind: "other",
		lower: toSpace
	}
};
function blocksOf(call) {
	const [block, around, { rank }] = [
		call.numbers(1),
		call.numbers(2),
		call.x
	];
	return around.length === 2 * block.length && block.every((size) => size >= 1) && rank !== void 0 && rank > block.length ? {
		block,
		around,
		rank
	} : call.refuse("has blocks of an unknown form");
}
/** Numbers of a shape, one after another. */
var Sizes = class {
	#b;
	#shape;
	constructor(b, x) {
		this.#b = b;
		this.#shape = b.plainStep("Shape", [b.plain(x)], {}, 1);
	}
	from(start, end) {
		return this.#b.plainStep("Slice", [
			this.#shape,
			this.#b.integers([start]),
			this.#b.integers([end])
		]);
	}
	times(axis, operation, by) {
		return this.#b.plainStep(operation, [this.from(axis, axis + 1), this.#b.integers([by])]);
	}
};
const joined = (b, parts) => b.plainStep("Concat", parts.map((part) => typeof part === "number" ? b.integers([part]) : part), { axis: 0 }, 1);
function toBatch(call) {
	const b = call.builder;
	const { block, around, rank } = blocksOf(call);
	const pads = [0, 1].flatMap((side) => Array.from({ length: rank }, (_, axis) => around[2 * (axis - 1) + side] ?? 0));
	const wide = b.plainStep("Pad", [call.x, b.integers(pads.map((size, at) => at % rank === 0 ? 0 : size))]);
	const sizes = new Sizes(b, wide);
	const rest = sizes.from(block.length + 1, rank);
	const apart = b.plainStep("Reshape", [wide, joined(b, [
		sizes.from(0, 1),
		...block.flatMap((size, at) => [sizes.times(at + 1, "Div", size), size]),
		rest
	])]);
	const inner = block.map((_, at) => 2 * at + 2);
	const outer = block.map((_, at) => 2 * at + 1);
	const behind = Array.from({ length: rank - block.length - 1 }, (_, at) => 2 * block.length + 1 + at);
	const turned = b.plainStep("Transpose", [apart], { perm: [
		...inner,
		0,
		...outer,
		...behind
	] });
	const count = block.reduce((product, size) => product * size, 1);
	const target = joined(b, [
		sizes.times(0, "Mul", count),
		...block.map((size, at) => sizes.times(at + 1, "Div", size)),
		rest
	]);
	return b.plainStep("Reshape", [turned, target], {}, rank);
}
function toSpace(call) {
	const b = call.builder;
	const { block, around, rank } = blocksOf(call);
	const sizes = new Sizes(b, call.x);
	const count = block.reduce((product, size) => product * size, 1);
	const images = sizes.times(0, "Div", count);
	const apart = b.plainStep("Reshape", [call.x, joined(b, [
		...block,
		images,
		sizes.from(1, rank)
	])]);
	const grid = block.flatMap((_, at) => [block.length + 1 + at, at]);
	const behind = Array.from({ length: rank - block.length - 1 }, (_, at) => 2 * block.length + 1 + at);
	const turned = b.plainStep("Transpose", [apart], { perm: [
		block.length,
		...grid,
		...behind
	] });
	const wide = block.map((size, at) => sizes.times(at + 1, "Mul", size));
	const whole = b.plainStep("Reshape", [turned, joined(b, [
		images,
		...wide,
		sizes.from(block.length + 1, rank)
	])], {}, rank);
	if (around.every((size) => size === 0)) return whole;
	const axes = block.map((_, at) => at + 1);
	const starts = axes.map((axis) => around[2 * (axis - 1)]);
	const ends = axes.map((axis) => around[2 * axis - 1] > 0 ? -around[2 * axis - 1] : 2 ** 31 - 1);
	return b.plainStep("Slice", [
		whole,
		b.integers(starts),
		b.integers(ends),
		b.integers(axes)
	]);
}

// src/models/tensorflow/operations/convolution.ts
/** A kernel in ONNX's order of axes. */
function kernel(call, { numbers, ...value }, order) {
	if (!numbers) return call.builder.plain(call.builder.plainStep("Transpose", [value], { perm: order }));
	const made = () => rearranged(numbers.data, numbers.shape, order);
	return call.builder.constant(order.map((axis) => numbers.shape[axis] ?? 1), made, `Kernel of \`${call.name}\``);
}
function sliding(call) {
	const padding = call.text("padding", "VALID");
	const how = {
		channels: call.channels,
		strides: call.grid("strides"),
		dilations: call.grid("dilations")
	};
	if (padding === "SAME" || padding === "VALID") return {
		...how,
		padding: padding === "SAME" ? "same" : "valid"
	};
	const all = call.ints("explicit_paddings") ?? [];
	const [top, bottom, left, right] = call.channels === "first" ? all.slice(4) : all.slice(2, 6);
	if (padding !== "EXPLICIT" || all.length !== 8) return call.refuse(`has the padding ${padding}`);
	return {
		...how,
		padding: [
			top,
			left,
			bottom,
			right
		]
	};
}
/** Kernels are rows x columns x from / groups x to; how many groups there are follows from the channels that come in. */
const convolved = (call) => convolution(call.builder, call.x, kernel(call, call.input(1), [
	3,
	2,
	0,
	1
]), void 0, {
	...sliding(call),
	groups: 0
});
/** Kernels are rows x columns x channels x multiplier; each channel is a group. */
function channelwise(call) {
	const { numbers } = call.input(1);
	const [rows, columns, channels, multiplier] = numbers?.shape ?? [];
	if (!numbers || !rows || !columns || !channels || !multiplier) return call.refuse("has a kernel that is computed");
	const filter = call.builder.constant([
		channels * multiplier,
		1,
		rows,
		columns
	], () => rearranged(numbers.data, [
		rows,
		columns,
		channels * multiplier
	], [
		2,
		0,
		1
	]), `Kernel of \`${call.name}\``);
	return convolution(call.builder, call.x, filter, void 0, {
		...sliding(call),
		groups: channels
	});
}
/** Bias and activation that were put into the same node. */
function fused(make) {
	return { lower(call) {
		const extra = call.inputs.slice(2);
		return call.texts("fused_ops").reduce((made, name) => activated(call, name, made, extra), make(call));
	} };
}
function activated(call, name, x, extra) {
	const b = call.builder;
	if (name === "BiasAdd") return biased(call, x, extra.shift() ?? call.refuse("has no bias"));
	if (name === "Prelu") return pairwise(call, "PRelu", x, extra.shift() ?? call.refuse("has no slope"));
	if (name === "Relu6") return relu6(b, x);
	if (name === "LeakyRelu") return leaky(b, x, call.float("leakyrelu_alpha", .2));
	if ([
		"Relu",
		"Elu",
		"Sigmoid",
		"Tanh"
	].includes(name)) return b.step(name, [x]);
	return call.refuse(`holds the fused operation ${name}`);
}
function product(call) {
	const b = call.builder;
	const [one, other] = [call.input(0), call.input(1)];
	const turned = (key) => call.flag(key) ? 1 : 0;
	if (turned("transpose_a") + turned("transpose_b") === 0) return b.plainStep("MatMul", [one, other], {}, 2);
	return b.plainStep("Gemm", [one, other], {
		transA: turned("transpose_a"),
		transB: turned("transpose_b")
	}, 2);
}
const batched = { lower(call) {
	const b = call.builder;
	const [a, c] = ["adj_x", "adj_y"].map((name) => call.flag(name) ? 1 : 0);
	if (!a && !c) return b.plainStep("MatMul", call.inputs);
	return b.plainStep("com.microsoft.FusedMatMul", call.inputs, {
		transA: a,
		transB: c
	});
} };
/** Kernels are rows x columns x to x from, and the first input is the size of what is made. */
const transposed = { lower(call) {
	const how = sliding(call);
	const size = call.input(1).numbers?.shape.slice(0, 2) ?? call.refuse("has a kernel that is computed");
	const gap = [0, 1].map((at) => how.padding === "valid" ? Math.max(0, how.strides[at] - size[at]) : 0);
	const filter = kernel(call, call.input(1), [
		3,
		2,
		0,
		1
	]);
	return transposedConvolution(call.builder, call.input(2), filter, void 0, {
		...how,
		more: [gap[0], gap[1]]
	});
} };
const pool = (kind) => ({ lower: (call) => pooled(call.builder, call.x, kind, call.grid("ksize"), sliding(call)) });
const normalization = {
	kind: "pointwise-linear",
	lower(call) {
		if (call.flag("is_training", true)) return call.refuse("is in training mode: its answer would depend on the other images of a batch");
		const weights = [
			1,
			2,
			3,
			4
		].map((at) => call.builder.plain(call.input(at)));
		return batchNormalized(call.builder, call.x, weights, call.float("epsilon", 1e-4), call.channels);
	}
};
const localResponse = { lower(call) {
	const size = 2 * call.int("depth_radius", 5) + 1;
	const alpha = call.float("alpha", 1) * size;
	return call.builder.turnedStep("LRN", [call.x], {
		size,
		alpha: { float: alpha },
		beta: { float: call.float("beta", .5) },
		bias: { float: call.float("bias", 1) }
	});
} };
const convolutions = {
	Conv2D: { lower: convolved },
	_FusedConv2D: fused(convolved),
	DepthwiseConv2dNative: { lower: channelwise },
	FusedDepthwiseConv2dNative: fused(channelwise),
	Conv2DBackpropInput: transposed,
	MatMul: { lower: product },
	_FusedMatMul: fused(product),
	BatchMatMul: batched,
	BatchMatMulV2: batched,
	Einsum: { lower: (call) => call.builder.plainStep("Einsum", call.inputs, { equation: call.text("equation", "") }, call.text("equation", "").split("->")[1]?.length) },
	AvgPool: pool("average"),
	MaxPool: pool("max"),
	MaxPoolWithArgmax: pool("max"),
	FusedBatchNorm: normalization,
	FusedBatchNormV2: normalization,
	FusedBatchNormV3: normalization,
	LRN: localResponse,
	Softmax: { lower: (call) => softmax(call.builder, call.x, "Softmax") },
	LogSoftmax: { lower: (call) => softmax(call.builder, call.x, "LogSoftmax") }
};

// src/models/tensorflow/operations/slices.ts
const whole = 2 ** 31 - 1;
/** `x[1:, ..., ::2, 0]` as TensorFlow writes it: three lists of numbers, and a bit per entry for what else it says. */
function stridedSlice(call) {
	const b = call.builder;
	const parts = partsOf(call);
	const axes = axesOf(call, parts);
	const cuts = parts.flatMap((part, at) => {
		const axis = axes[at];
		const all = part.kind === "range" && part.start === 0 && part.end === whole && part.step === 1;
		return axis === void 0 || all || part.kind === "new" ? [] : [{
			...part,
			axis
		}];
	});
	const list = (key) => b.integers(cuts.map((cut) => cut[key]));
	const cut = cuts.length === 0 ? call.x : b.plainStep("Slice", [
		call.x,
		list("start"),
		list("end"),
		list("axis"),
		list("step")
	]);
	const lost = cuts.filter(({ kind }) => kind === "place").map(({ axis }) => axis);
	const rank = call.x.rank === void 0 ? void 0 : call.x.rank - lost.length;
	const squeezed = lost.length === 0 ? cut : b.plainStep("Squeeze", [cut, b.integers(lost)], {}, rank);
	const added = newAxes(parts);
	if (added.length === 0) return squeezed;
	return b.plainStep("Unsqueeze", [squeezed, b.integers(added)], {}, rank === void 0 ? void 0 : rank + added.length);
}
function partsOf(call) {
	const [begin, end, strides] = [
		1,
		2,
		3
	].map((at) => call.numbers(at));
	const bit = (name, at) => (call.int(`${name}_mask`, 0) >> at) % 2 !== 0;
	return begin.map((start, at) => {
		const range = {
			start,
			end: end[at] ?? whole,
			step: strides[at] ?? 1
		};
		if (bit("ellipsis", at)) return {
			...range,
			kind: "rest"
		};
		if (bit("new_axis", at)) return {
			...range,
			kind: "new"
		};
		if (bit("shrink_axis", at)) return {
			kind: "place",
			start,
			end: start === -1 ? whole : start + 1,
			step: 1
		};
		return openEnded({
			...range,
			kind: "range"
		}, bit("begin", at), bit("end", at));
	});
}
/** From the one end, or to the other, in the direction of the steps. */
function openEnded(part, first, last) {
	const [start, end] = part.step > 0 ? [0, whole] : [whole, -whole];
	return {
		...part,
		...first && { start },
		...last && { end }
	};
}
/** The axis that each entry is of: from the start, or from the end behind `...`. */
function axesOf(call, parts) {
	const rest = parts.findIndex(({ kind }) => kind === "rest");
	const before = rest < 0 ? parts.length : rest;
	const counts = (part) => part.kind === "range" || part.kind === "place";
	if (parts.filter(({ kind }) => kind === "rest").length > 1) return call.refuse("has several ellipses");
	return parts.map((part, at) => {
		if (!counts(part)) return void 0;
		if (at < before) return parts.slice(0, at).filter(counts).length;
		return -parts.slice(at).filter(counts).length;
	});
}
/** Where new axes stand in the result. */
function newAxes(parts) {
	const left = parts.filter(({ kind }) => kind !== "place");
	const rest = left.findIndex(({ kind }) => kind === "rest");
	return left.flatMap(({ kind }, at) => {
		if (kind !== "new") return [];
		return rest >= 0 && at > rest ? [at - left.length] : [at];
	});
}

// src/models/tensorflow/operations/movement.ts
/** How a type of TensorFlow's is computed: ONNX's number of it. */
const floats = /* @__PURE__ */ new Set([
	1,
	2,
	14,
	19
]);
const castTo = (type) => type === void 0 || floats.has(type) ? 1 : type === 10 ? 9 : 7;
const lengthOf = ({ numbers }) => numbers?.data.length;
const plus = (rank, more) => rank === void 0 ? void 0 : rank + more;
/** The shape as the file counts axes: only that of a picture has to be put in order. */
function shapeOf(call, x) {
	const b = call.builder;
	if (x.plain !== void 0) return b.plainStep("Shape", [x], {}, 1);
	return b.plainStep("Gather", [b.plainStep("Shape", [b.turned(x)], {}, 1), b.integers([
		0,
		2,
		3,
		1
	])], { axis: 0 }, 1);
}
const reshape = { lower: (call) => call.builder.plainStep("Reshape", [call.x, call.builder.plain(call.input(1))], { allowzero: 1 }, lengthOf(call.input(1))) };
const squeeze = { lower(call) {
	const b = call.builder;
	const axes = call.ints("squeeze_dims") ?? call.ints("axis") ?? [];
	if (axes.length === 0) return b.plainStep("Squeeze", [call.x], {}, void 0);
	return b.plainStep("Squeeze", [call.x, b.integers(axes)], {}, plus(call.x.rank, -axes.length));
} };
/** Joined at a new axis. */
const pack = { lower(call) {
	const b = call.builder;
	const axis = call.int("axis", 0);
	const rank = plus(call.x.rank, 1);
	const wide = call.inputs.map((input) => b.plainStep("Unsqueeze", [input, b.integers([axis])], {}, rank));
	return wide.length === 1 ? wide[0] : b.plainStep("Concat", wide, { axis }, rank);
} };
const unpack = { lower(call) {
	const b = call.builder;
	const count = call.int("num", 0);
	if (count < 1 || count > 1e4) return call.refuse(`takes ${count} parts`);
	const axis = call.int("axis", 0);
	return Array.from({ length: count }, (_, at) => b.plainStep("Gather", [call.x, b.integers([at], [])], { axis }, plus(call.x.rank, -1)));
} };
function split(call, x, axis, sizes, count) {
	const b = call.builder;
	if (count < 1 || count > 1e4) return call.refuse(`makes ${count} parts`);
	if (count === 1) return b.step("Identity", [x]);
	if (!sizes) return b.plainSteps("Split", [x], {
		axis,
		num_outputs: count
	}, count);
	return b.plainSteps("Split", [x, b.integers(sizes)], { axis }, count);
}
/** Pairs of numbers per axis; those of a picture are put in ONNX's order. */
function pad(mode) {
	return { lower(call) {
		const b = call.builder;
		const around = call.numbers(1);
		if (mode === "mirror" && call.text("mode", "REFLECT") !== "REFLECT") return call.refuse("repeats its edges");
		const fill = call.inputs.length > 2 ? [b.floats(call.numbers(2).slice(0, 1), [])] : [];
		const attributes = { mode: mode === "mirror" ? "reflect" : "constant" };
		const turned = call.x.turned !== void 0 && around.length === 8;
		const order = turned ? [
			0,
			3,
			1,
			2
		] : Array.from({ length: around.length / 2 }, (_, axis) => axis);
		const pads = [0, 1].flatMap((side) => order.map((axis) => around[2 * axis + side]));
		const inputs = [
			call.x,
			b.integers(pads),
			...fill
		];
		return turned ? b.turnedStep("Pad", inputs, attributes) : b.plainStep("Pad", inputs, attributes);
	} };
}
const gather = (axisOf) => ({ lower(call) {
	if (call.int("batch_dims", 0) !== 0) return call.refuse("gathers by other indices for each image");
	return call.builder.plainStep("Gather", [call.x, call.builder.plain(call.input(1))], { axis: axisOf(call) }, void 0);
} });
/** From begin on so many entries of each axis, to the end where there are -1. */
const slice = { lower(call) {
	const b = call.builder;
	const [begin, size] = [call.numbers(1), call.numbers(2)];
	const whole = 2 ** 31 - 1;
	const ends = begin.map((start, axis) => size[axis] < 0 ? whole : start + size[axis]);
	return b.plainStep("Slice", [
		call.x,
		b.integers(begin),
		b.integers(ends),
		b.integers(begin.map((_, axis) => axis))
	]);
} };
const reverse = { lower(call) {
	const b = call.builder;
	const axes = call.operation === "Reverse" ? call.numbers(1).flatMap((flag, axis) => flag ? [axis] : []) : call.numbers(1);
	const each = (value) => b.integers(axes.map(() => value));
	if (axes.length === 0) return b.step("Identity", [call.x]);
	return b.plainStep("Slice", [
		call.x,
		each(-1),
		each(-(2 ** 31 - 1)),
		b.integers(axes),
		each(-1)
	]);
} };
/** Patches side by side with the numbers of their pixels in a row: axes are split and put in another order. */
const patches = { lower(call) {
	const b = call.builder;
	const [size, strides, rates] = [
		call.grid("ksizes"),
		call.grid("strides"),
		call.grid("rates")
	];
	if (size.join() !== strides.join() || rates.join() !== "1,1" || call.text("padding", "VALID") !== "VALID") return call.refuse("cuts out patches that overlap, or of pixels apart from one another");
	const shape = shapeOf(call, call.x);
	const [images, rows, columns, channels] = [
		0,
		1,
		2,
		3
	].map((at) => b.plainStep("Slice", [
		shape,
		b.integers([at]),
		b.integers([at + 1])
	], {}, 1));
	const [height, width] = size.map((each) => b.integers([each]));
	const [down, across] = [b.plainStep("Div", [rows, height]), b.plainStep("Div", [columns, width])];
	const joined = (...sizes) => b.plainStep("Concat", sizes, { axis: 0 }, 1);
	const apart = b.plainStep("Reshape", [call.x, joined(images, down, height, across, width, channels)], {}, 6);
	const turned = b.plainStep("Transpose", [apart], { perm: [
		0,
		1,
		3,
		2,
		4,
		5
	] });
	return b.plainStep("Reshape", [turned, joined(images, down, across, b.integers([-1]))], {}, 4);
} };
const range = { lower: (call) => call.builder.plainStep("Range", call.inputs, {}, 1) };
/** Blocks of cells that become channels, and back. */
const blocks = (operation) => ({ lower(call) {
	const attributes = {
		blocksize: call.int("block_size", 2),
		mode: "DCR"
	};
	return call.channels === "first" ? call.builder.plainStep(operation, [call.x], attributes, 4) : call.builder.turnedStep(operation, [call.x], attributes);
} });
/** What passes its input on, in inference. */
const passing = "CheckNumerics EnsureShape Identity IdentityN PlaceholderWithDefault PreventGradient Snapshot StopGradient";
const identity = {
	kind: "identity",
	lower: (call) => call.x
};
const movement = {
	...Object.fromEntries(passing.split(" ").map((name) => [name, identity])),
	Shape: {
		kind: "other",
		lower: (call) => shapeOf(call, call.x)
	},
	ShapeN: {
		kind: "other",
		lower: (call) => call.inputs.map((input) => shapeOf(call, input))
	},
	Size: {
		kind: "other",
		lower: (call) => call.builder.plainStep("Size", [call.x], {}, 0)
	},
	Rank: {
		kind: "other",
		lower: (call) => call.builder.plainStep("Size", [call.builder.plainStep("Shape", [call.x], {}, 1)], {}, 0)
	},
	Reshape: reshape,
	ExpandDims: { lower: (call) => call.builder.plainStep("Unsqueeze", [call.x, call.builder.integers([call.numbers(1)[0]])], {}, plus(call.x.rank, 1)) },
	Squeeze: squeeze,
	Transpose: { lower: (call) => call.builder.plainStep("Transpose", [call.x], { perm: call.numbers(1) }) },
	ConcatV2: { lower: (call) => concatenated(call.builder, call.inputs.slice(0, -1), call.numbers(call.inputs.length - 1)[0]) },
	Concat: { lower: (call) => concatenated(call.builder, call.inputs.slice(1), call.numbers(0)[0]) },
	Pack: pack,
	Unpack: unpack,
	Split: { lower: (call) => split(call, call.input(1), call.numbers(0)[0], void 0, call.int("num_split", 0)) },
	SplitV: { lower: (call) => split(call, call.x, call.numbers(2)[0], call.numbers(1), call.int("num_split", 0)) },
	Slice: slice,
	StridedSlice: { lower: stridedSlice },
	Gather: gather(() => 0),
	GatherV2: gather((call) => call.numbers(2)[0]),
	GatherNd: { lower: (call) => call.builder.plainStep("GatherND", call.inputs, {}, void 0) },
	Reverse: reverse,
	ReverseV2: reverse,
	Tile: { lower: (call) => call.builder.plainStep("Tile", call.inputs) },
	BroadcastTo: { lower: (call) => call.builder.plainStep("Expand", call.inputs, {}, lengthOf(call.input(1))) },
	Pad: pad("constant"),
	PadV2: pad("constant"),
	MirrorPad: pad("mirror"),
	DepthToSpace: blocks("DepthToSpace"),
	SpaceToDepth: blocks("SpaceToDepth"),
	Cast: { lower: (call) => call.builder.step("Cast", [call.x], { to: castTo(call.type("DstT")) }) },
	Fill: {
		kind: "other",
		lower: (call) => call.builder.plainStep("Expand", [call.builder.plain(call.input(1)), call.builder.plain(call.x)], {}, lengthOf(call.x))
	},
	Range: range,
	ExtractImagePatches: patches,
	OneHot: { lower(call) {
		const b = call.builder;
		const values = b.plainStep("Concat", [3, 2].map((at) => b.plainStep("Unsqueeze", [call.input(at), b.integers([0])], {}, 1)), { axis: 0 }, 1);
		return b.plainStep("OneHot", [
			call.x,
			call.input(1),
			values
		], { axis: call.int("axis", -1) }, plus(call.x.rank, 1));
	} },
	TopKV2: { lower: (call) => call.builder.plainSteps("TopK", [call.x, call.builder.integers([call.numbers(1)[0]])], { axis: -1 }, 2) }
};

// src/models/tensorflow/operations/reduction.ts
const reduced = (operation) => ({ lower: (call) => reduce(call, operation) });
/** Rows and columns of a picture are reduced where they are. */
function reduce(call, operation) {
	const b = call.builder;
	const axes = call.numbers(1);
	const keepdims = call.flag("keep_dims") ? 1 : 0;
	const rank = call.x.rank === void 0 ? void 0 : keepdims ? call.x.rank : call.x.rank - axes.length;
	const grid = call.x.turned !== void 0 && axes.map((axis) => (axis + 4) % 4).toSorted().join() === "1,2";
	if (grid && keepdims) return b.turnedStep(operation, [call.x, b.integers([2, 3])], { keepdims });
	if (grid) return b.plainStep(operation, [b.turned(call.x), b.integers([2, 3])], { keepdims }, 2);
	if (axes.length === 0) return b.step("Identity", [call.x]);
	return b.plainStep(operation, [call.x, b.integers(axes)], { keepdims }, rank);
}
/** A yes and no, as numbers. */
const logical = (operation) => ({
	kind: "other",
	lower(call) {
		const b = call.builder;
		const numbers = b.plainStep("Cast", [call.x], { to: 1 });
		const found = b.plainStep(operation, [numbers, b.integers(call.numbers(1))], { keepdims: call.flag("keep_dims") ? 1 : 0 });
		return b.plainStep("Cast", [found], { to: 9 });
	}
});
const extreme = (operation) => ({ lower: (call) => call.builder.plainStep(operation, [call.x], {
	axis: call.inputs.length > 1 ? call.numbers(1)[0] : 0,
	keepdims: 0
}) });
const resize = (interpolation) => ({ lower(call) {
	const [corners, half] = [call.flag("align_corners"), call.flag("half_pixel_centers")];
	const alignment = corners ? "align_corners" : half ? "half_pixel" : "asymmetric";
	const { numbers } = call.input(1);
	const size = numbers ? [Number(numbers.data[0]), Number(numbers.data[1])] : call.input(1);
	return resized(call.builder, call.x, { size }, {
		interpolation,
		alignment,
		channels: "last"
	});
} });
const reductions = {
	Mean: reduced("ReduceMean"),
	Sum: reduced("ReduceSum"),
	Max: reduced("ReduceMax"),
	Min: reduced("ReduceMin"),
	Prod: reduced("ReduceProd"),
	EuclideanNorm: reduced("ReduceL2"),
	All: logical("ReduceMin"),
	Any: logical("ReduceMax"),
	ArgMax: extreme("ArgMax"),
	ArgMin: extreme("ArgMin"),
	ResizeBilinear: resize("bilinear"),
	ResizeNearestNeighbor: resize("nearest"),
	Cumsum: { lower: (call) => call.builder.plainStep("CumSum", [call.x, call.builder.integers(call.numbers(1), [])], {
		exclusive: call.flag("exclusive") ? 1 : 0,
		reverse: call.flag("reverse") ? 1 : 0
	}) }
};

// src/models/tensorflow/operations/index.ts
/** Every operation of TensorFlow that is read. Everything else is refused by name, above all what reads files, calls out or keeps state. */
const operations = {
	...arithmetic,
	...batches,
	...convolutions,
	...movement,
	...reductions
};
const operationOf = (name) => Object.hasOwn(operations, name) ? operations[name] : void 0;

// src/models/tensorflow/lower.ts
/**
* As steps of the executor: each node of the file is a layer under its own name.
* @param given names of the inputs that are given something else than the picture
*/
function lowered({ answer, feeds, names }, given = []) {
	const steps = stepsOf([answer]);
	requireKnown(steps);
	const builder = new Builder();
	const picture = pictureAmong(feeds, given);
	const fed = new Map(feeds.map((feed) => [feed.name, feed === picture ? pictureOf(builder, feed) : builder.further(feed.name, feed.sizes)]));
	const values = /* @__PURE__ */ new Map();
	for (const step of steps) values.set(step, made(builder, step, {
		values,
		names,
		fed
	}));
	const value = values.get(answer.step)?.[answer.index];
	if (value) return builder.built(value);
	throw missing(answer);
}
function made(builder, step, { values, names, fed }) {
	if (step.op === "Placeholder") return [fed.get(step.name)];
	const name = names.get(step);
	if (step.value) return [constant(builder, name, step.value)];
	const inputs = step.inputs.map((ref) => values.get(ref.step)?.[ref.index] ?? fail(ref));
	const { kind, lower } = operationOf(step.op);
	const call = new NodeCall(builder, {
		...step,
		name
	}, inputs);
	return builder.layer({
		name,
		operation: step.op,
		kind
	}, () => lower(call));
}
function pictureOf(builder, { name, sizes: shape, isBytes = false }) {
	const [images = null, first = null, second = null, third = null] = shape;
	if (shape.length === 3) return builder.withoutChannels(builder.input(name, [
		images,
		1,
		first,
		second
	], true, isBytes));
	if (shape.length !== 4) return builder.input(name, shape.length > 0 ? shape : [null], false, isBytes);
	return first !== null && first <= 4 && (third === null || third > 4) ? builder.input(name, shape, false, isBytes) : builder.input(name, [
		images,
		third,
		first,
		second
	], true, isBytes);
}
function constant(builder, name, numbers) {
	const { shape } = numbers;
	let made;
	return {
		get plain() {
			made ??= builder.constant(shape, () => numbers.data, `\`${name}\``, typeOf(numbers));
			return made;
		},
		rank: shape.length,
		numbers
	};
}
const missing = ({ step, index }) => new CamdriftError("model-unreadable", `The graph reads output ${index} of \`${step.name}\` (${step.op}), which it does not have.`);
const fail = (ref) => {
	throw missing(ref);
};
const mostNamed = 5;
function requireKnown(steps) {
	const known = (step) => step.op === "Placeholder" || step.value !== void 0 || operationOf(step.op);
	const unknown = new Map(steps.filter((step) => !known(step)).map((step) => [step.op, step.name]));
	if (unknown.size === 0) return;
	const named = [...unknown].slice(0, mostNamed).map(([op, name]) => `\`${op}\` (\`${name}\`)`);
	const more = unknown.size > mostNamed ? ` and ${unknown.size - mostNamed} more` : "";
	throw new CamdriftError("model-unsupported", `The model uses operations that camdrift does not run: ${named.join(", ")}${more}.`, { remedy: "Export the model without them, or name an output that does not need them with --output." });
}

// src/models/tensorflow/load.ts
/** A frozen graph as a classifier. */
const loadFrozen = (source, frozen, engine, options) => loweredClassifier(source, lowered(frozen, options.given?.keys()), engine, options);

// src/models/tensorflow/saved-model.ts
/** What is explained, frozen, with the nodes that its author knows. */
async function frozenSavedModel(metaGraph, index, options) {
	const signature = signatureOf(metaGraph, options);
	const inputs = signature.inputs.map((input) => ({
		...input,
		step: placeholder(input)
	}));
	const graph = inlined(metaGraph.graphDef, inputs);
	const outputs = graph.refs(signature.outputs.map(({ name }) => name));
	const bundle = async () => openBundle(await index(), options.within);
	const values = variables(graph, metaGraph.saverDef?.restoreOpName ?? "", bundle);
	const answers = await frozen(outputs, values);
	const names = stepNames(stepsOf(answers));
	const listed = answers.map((ref, at) => ({
		...signature.outputs[at],
		ref
	}));
	return {
		answer: chosenAnswer(listed, names, options.output),
		names,
		feeds: inputs.map(feed)
	};
}
const feed = ({ key, shape, isBytes }) => ({
	name: key,
	isBytes,
	sizes: (shape?.dim ?? []).map(({ size }) => size > 0n ? Number(size) : null)
});
/** Images are fed as float32, whatever type the graph makes of them. */
function placeholder({ key, shape }) {
	const dtype = create(AttrValueSchema, { value: {
		case: "type",
		value: DataType.DT_FLOAT
	} });
	return {
		name: key,
		op: "Placeholder",
		inputs: [],
		attr: shape ? {
			dtype,
			shape: create(AttrValueSchema, { value: {
				case: "shape",
				value: shape
			} })
		} : { dtype }
	};
}

// src/models/tensorflow/tfjs.ts
/** The part of TensorFlow's GraphDef, as JSON, that is read here. */
const nodeDef = looseObject({
	name: string(),
	op: string(),
	input: array(string()).nullish(),
	attr: record(string(), unknown()).nullish()
});
const port = looseObject({
	name: string(),
	tensorShape: looseObject({ dim: array(looseObject({ size: union([string(), number()]).optional() })).optional() }).optional()
});
const signatureDef = looseObject({
	inputs: record(string(), port).optional().catch(void 0),
	outputs: record(string(), port).optional().catch(void 0)
});
/** A graph model of TensorFlow.js. */
async function loadTfjsGraph(file, engine, options) {
	const source = {
		format: "tfjs-graph",
		path: file.path,
		kind: "TensorFlow.js graph model"
	};
	return loadFrozen(source, await frozenTfjs(file, options), engine, options);
}
/** With what follows from numbers alone worked out. */
async function frozenTfjs(file, options) {
	const nodes = parsedNodes(file);
	const { inputs, outputs } = signatureDef.safeParse(file.signature ?? {}).data ?? {};
	const steps = new Steps(file, nodes);
	const keyed = Object.entries(outputs ?? {}).map(([key, { name, tensorShape }]) => ({
		key,
		name,
		shape: sizesOf(tensorShape)
	}));
	const ends = keyed.length > 0 ? keyed : unread(nodes).map((name) => ({
		key: name,
		name,
		shape: void 0
	}));
	const wanted = options.output !== void 0 && nodes.has(nameOf(options.output)) ? [options.output] : [];
	const found = ends.map(({ key, name, shape }) => ({
		key,
		ref: steps.ref(name),
		shape
	}));
	const more = wanted.map((name) => ({
		key: name,
		ref: steps.ref(name)
	}));
	const answer = chosenAnswer([...found, ...more], steps.names, options.output);
	const [settled] = await rebuilt([answer], (step, read) => {
		const value = step.value ?? folded(step, read);
		return value ? {
			...step,
			inputs: [],
			value
		} : {
			...step,
			inputs: read
		};
	});
	const ports = Object.values(inputs ?? {});
	const port = (step) => ports.length === 1 ? ports[0] : ports.find(({ name }) => nameOf(name) === step.name);
	return {
		answer: settled,
		feeds: feedsOf(settled).map((step) => ({
			name: step.name,
			sizes: declaredShape(step, port(step))
		})),
		names: new Map(stepsOf([settled]).map((step) => [step, step.name]))
	};
}
function parsedNodes({ path, topology }) {
	const parsed = array(nodeDef).safeParse(topology.node);
	if (!parsed.success) throw new CamdriftError("model-unreadable", `${path} holds no graph: ${parsed.error.issues[0].message}.`);
	return new Map(parsed.data.map((node) => [node.name, node]));
}
/** `^control`, `name:0` and `name` all name the node `name`. */
const nameOf = (reference) => reference.replace(/^\^/, "").replace(/:\d+$/, "");
const dataInputs = ({ input }) => (input ?? []).filter((name) => !name.startsWith("^"));
function unread(nodes) {
	const read = new Set([...nodes.values()].flatMap(dataInputs).map(nameOf));
	return [...nodes.keys()].filter((name) => !read.has(name));
}
/** Nodes as steps, made when somebody asks for them. */
var Steps = class {
	names = /* @__PURE__ */ new Map();
	#file;
	#nodes;
	#made = /* @__PURE__ */ new Map();
	constructor(file, nodes) {
		this.#file = file;
		this.#nodes = nodes;
	}
	ref(reference) {
		const node = this.#node(reference);
		const inputs = (of) => dataInputs(of).map((name) => this.#node(name)).toReversed();
		for (const each of inExecutionOrder([node], inputs)) this.#make(each);
		return this.#found(reference);
	}
	#node(reference) {
		const node = this.#nodes.get(nameOf(reference));
		if (node) return node;
		throw new CamdriftError("model-unreadable", `The graph reads \`${reference}\`, which is not in it.`);
	}
	#found = (reference) => ({
		step: this.#made.get(nameOf(reference)),
		index: Number(/:(\d+)$/.exec(reference)?.[1] ?? 0)
	});
	#make(node) {
		if (this.#made.has(node.name)) return;
		const inputs = dataInputs(node).map(this.#found);
		const step = {
			name: node.name,
			op: node.op,
			inputs,
			attr: attributes(node),
			...this.#value(node)
		};
		this.#made.set(node.name, step);
		this.names.set(step, node.name);
	}
	#value(node) {
		if (node.op !== "Const") return {};
		const weight = this.#file.weights.get(node.name);
		if (!weight) return { value: this.#inGraph(node) };
		const { shape, type } = weight;
		return { value: {
			shape,
			type,
			get data() {
				return weight.values();
			}
		} };
	}
	#inGraph(node) {
		const value = attributes(node).value?.value;
		if (value?.case === "tensor") return valueFromProto(value.value, `The constant \`${node.name}\``);
		throw new CamdriftError("model-unreadable", `${this.#file.path} has no weight for \`${node.name}\`.`);
	}
};
/** What is not understood of an attribute is left out: its operation says what it misses. */
function attributes({ attr, op }) {
	const listed = Object.entries(attr ?? {}).filter(([key]) => op !== "Const" || key === "value" || key === "dtype");
	return Object.fromEntries(listed.flatMap(([key, json]) => {
		try {
			return [[key, fromJson(AttrValueSchema, json, { ignoreUnknownFields: true })]];
		} catch {
			return [];
		}
	}));
}
function declaredShape({ attr }, declared) {
	const { value } = attr.shape ?? {};
	const own = value?.case === "shape" && !value.value.unknownRank ? value.value.dim.map(({ size }) => Number(size)) : void 0;
	return own && own.length > 0 ? own.map((size) => size > 0 ? size : null) : sizesOf(declared?.tensorShape) ?? [];
}
const sizesOf = (shape) => shape?.dim?.map(({ size }) => Number(size ?? -1) > 0 ? Number(size) : null);

export { loadOnnx as a, inWords as c, placesInH5 as d, weightKey as f, loadFrozen as i, loadKeras as l, openBundle as m, loadTfjsGraph as n, onnxFiles as o, readMetaGraph as p, frozenSavedModel as r, loadTfjsLayers as s, frozenTfjs as t, placesInArchive as u };