import { n as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { It as CamdriftError } from "./models.js";
import { inflateRawSync, inflateSync } from "node:zlib";

// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));

// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));

// node_modules/yauzl/index.js
var require_yauzl = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.fromBufferPromise = fromBufferPromise;
	function fromBufferPromise(buffer, options) {
		return new Promise((resolve, reject) => {
			fromBuffer(buffer, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function fromBuffer(buffer, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		fromRandomAccessReader(new fd_slicer.BufferSlicer(buffer), buffer.length, options, callback);
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
}));

// src/archives/unzip.ts
var import_yauzl = require_yauzl();
/**
* The files of a zip that the rules take, in memory: nothing is written to disk.
* One bad entry condemns the whole, even one that is not taken.
*
* @throws CamdriftError as `rules.rejected` makes it, past any of the limits, which hold for the bytes that come out and
*   not for those that are declared; for names that are absolute, climb, or occur twice; for links, encryption and damage
*/
async function unzip(archive, rules) {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	try {
		return await readEntries(await (0, import_yauzl.fromBufferPromise)(bytes, { decodeStrings: false }), bytes, rules);
	} catch (error) {
		if (error instanceof CamdriftError) throw error;
		throw rules.rejected(`${rules.what} is not a zip that can be read: ${rules.quoted(String(error))}.`, { cause: error });
	}
}
async function readEntries(zip, bytes, rules) {
	const { what, limits, rejected, quoted } = rules;
	if (zip.entryCount > limits.entries) throw rejected(`${what} has ${zip.entryCount} entries; at most ${limits.entries} are read.`);
	const files = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	let [ignored, total] = [0, 0];
	for await (const entry of zip.eachEntry()) {
		const name = nameOf(entry, rules);
		if (seen.has(name)) throw rejected(`${what} has two entries ${quoted(name)}.`);
		seen.add(name);
		requirePlain(entry, name, rules);
		const content = rules.takes(name) ? await contentOf(zip, entry, {
			name,
			bytes,
			left: limits.total - total,
			rules
		}) : void 0;
		total += content?.length ?? entry.uncompressedSize;
		if (content) files.set(name, content);
		else if (!name.endsWith("/")) ignored++;
		if (total > limits.total) throw overTotal(rules);
	}
	return {
		files,
		ignored
	};
}
function nameOf({ fileNameRaw }, { what, limits, rejected, quoted }) {
	if (fileNameRaw.length > limits.name) throw rejected(`${what} has a name of ${fileNameRaw.length} bytes; at most ${limits.name} are read.`);
	const name = fileNameRaw.toString("utf8");
	const wrong = faults.find(([pattern]) => pattern.test(name))?.[1];
	if (wrong) throw rejected(`${what} has an entry ${quoted(name)}, whose name ${wrong}.`);
	return name;
}
const faults = [
	[/^$/, "is empty"],
	[/\p{Cc}/u, "has control characters"],
	[/\\/, "has a backslash"],
	[/^\//, "is absolute"],
	[/^[a-z]:/i, "begins with a drive"],
	[/(^|\/)\.\.(\/|$)/, "leaves the folder"]
];
const [fileTypes, regularFile, folder] = [
	61440,
	32768,
	16384
];
function requirePlain(entry, name, rules) {
	const { limits, rejected, quoted } = rules;
	const type = entry.externalFileAttributes >>> 16 & fileTypes;
	if (type !== 0 && type !== regularFile && type !== folder) throw rejected(`The entry ${quoted(name)} is a link or a device; expected a file.`);
	if (entry.isEncrypted()) throw rejected(`The entry ${quoted(name)} is encrypted.`);
	if (rules.takes(name) && entry.uncompressedSize > limits.file) throw overFile(name, rules);
}
/** One ceiling for what is inflated: the smallest of what the file, its ratio and all files together may take. */
async function contentOf(zip, entry, wanted) {
	const { name, bytes, left, rules } = wanted;
	const { limits, rejected, quoted } = rules;
	if (!entry.canDecodeFileData()) throw rejected(`The entry ${quoted(name)} is packed by method ${entry.compressionMethod}; expected deflate.`);
	const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
	const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
	const byRatio = Math.max(limits.ratioFrom, limits.ratio * packed.length);
	const ceiling = Math.min(limits.file, byRatio, left);
	const content = entry.compressionMethod === 0 ? packed : inflated(packed, ceiling);
	if (!content || content.length > ceiling) {
		if (ceiling === limits.file) throw overFile(name, rules);
		throw ceiling === left ? overTotal(rules) : rejected(`The entry ${quoted(name)} unpacks to more than ${limits.ratio} times its size.`);
	}
	if (content.length !== entry.uncompressedSize) throw rejected(`The entry ${quoted(name)} declares ${entry.uncompressedSize} bytes and has ${content.length}.`);
	return content;
}
/** `undefined` when more than `ceiling` bytes would come out. */
function inflated(packed, ceiling) {
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, ceiling) });
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") return void 0;
		throw error;
	}
}
const overFile = (name, { limits, rejected, quoted }) => rejected(`The entry ${quoted(name)} unpacks to more than ${limits.file} bytes.`);
const overTotal = ({ what, limits, rejected }) => rejected(`${what} unpacks to more than ${limits.total} bytes.`);

// src/hdf5/_bytes.ts
/** What a damaged or hostile file gives. */
var Hdf5Error = class extends Error {
	name = "Hdf5Error";
};
/**
* The bytes of a file behind one door: every read is checked against the end of the file and counted, so that whatever
* the file says, reading it ends.
*/
var Bytes = class {
	length;
	#bytes;
	#view;
	#left;
	constructor(bytes) {
		this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.length = bytes.length;
		this.#left = 4e6 + bytes.length;
	}
	u8(at) {
		return this.#view.getUint8(this.#checked(at, 1));
	}
	u16(at) {
		return this.#view.getUint16(this.#checked(at, 2), true);
	}
	u32(at) {
		return this.#view.getUint32(this.#checked(at, 4), true);
	}
	/** A length or an address; what does not fit a double exactly lies outside any file. */
	u64(at) {
		const value = this.#view.getBigUint64(this.#checked(at, 8), true);
		if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
		return Number.POSITIVE_INFINITY;
	}
	/** An unsigned number of 1 to 8 bytes. */
	uint(at, size) {
		if (size === 8) return this.u64(at);
		return this.slice(at, size).reduceRight((value, byte) => value * 256 + byte, 0);
	}
	/** A view, not a copy. */
	slice(at, length) {
		this.#checked(at, length);
		return this.#bytes.subarray(at, at + length);
	}
	text(at, length) {
		this.spend(length);
		return untilZero(this.slice(at, length));
	}
	requireSignature(at, signature) {
		const found = Buffer.from(this.slice(at, signature.length)).toString("latin1");
		if (found !== signature) throw new Hdf5Error(`expected "${signature}" at byte ${at}, got ${JSON.stringify(found)}`);
	}
	/** Counts work that does not read, such as values that are copied. */
	spend(amount) {
		this.#left -= amount;
		if (!(this.#left >= 0)) throw new Hdf5Error("it refers to the same bytes over and over");
	}
	#checked(at, length) {
		this.#left--;
		if (this.#left < 0) throw new Hdf5Error("it refers to the same bytes over and over");
		if (at >= 0 && length >= 0 && at + length <= this.length) return at;
		throw new Hdf5Error(`it is cut off or damaged: bytes ${at} to ${at + length} of ${this.length} are referred to`);
	}
};
function untilZero(bytes) {
	const end = bytes.indexOf(0);
	return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
}
/** An address that stands for "nothing there". */
const isUndefined = (address) => address === Number.POSITIVE_INFINITY;

// src/hdf5/_btree-v2.ts
/** Where the heap identifiers of a new group's links, or of an object's many attributes, lie. */
function* heapIds(file, address, { type, idAt }) {
	if (isUndefined(address)) return;
	file.requireSignature(address, "BTHD");
	if (file.u8(address + 5) !== type) throw new Hdf5Error(`an index holds records of type ${file.u8(address + 5)}`);
	const tree = {
		nodeSize: file.u32(address + 6),
		recordSize: file.u16(address + 10)
	};
	const [depth, root, count] = [
		file.u16(address + 12),
		file.u64(address + 16),
		file.u16(address + 24)
	];
	if (tree.recordSize === 0 || depth > 16) throw new Hdf5Error("an index is damaged");
	if (count === 0) return;
	const pointers = pointerSizes(tree, depth);
	const seen = /* @__PURE__ */ new Set();
	const open = [{
		at: root,
		count,
		depth
	}];
	for (let node = open.pop(); node; node = open.pop()) {
		if (seen.has(node.at)) throw new Hdf5Error("an index refers to itself");
		seen.add(node.at);
		file.requireSignature(node.at, node.depth > 0 ? "BTIN" : "BTLF");
		for (let index = 0; index < node.count; index++) yield node.at + 6 + index * tree.recordSize + idAt;
		const children = node.at + 6 + node.count * tree.recordSize;
		if (node.depth > 0) open.push(...childrenOf(file, children, node, pointers));
	}
}
function childrenOf(file, at, { count, depth }, pointers) {
	const step = 8 + pointers.count + pointers.totals[depth - 1];
	return Array.from({ length: count + 1 }, (_, index) => ({
		at: file.u64(at + index * step),
		count: file.uint(at + index * step + 8, pointers.count),
		depth: depth - 1
	}));
}
/** How many bytes a pointer spends on the number of records in the child, and by level on the number below it. */
function pointerSizes({ nodeSize, recordSize }, depth) {
	const inLeaf = Math.floor((nodeSize - 10) / recordSize);
	const count = bytesFor(inLeaf);
	const totals = [0];
	let below = inLeaf;
	for (let level = 1; level < depth; level++) {
		const pointer = 8 + count + totals[level - 1];
		const here = Math.floor((nodeSize - 10 - pointer) / (recordSize + pointer));
		below = (here + 1) * below + here;
		totals.push(bytesFor(below));
	}
	return {
		count,
		totals
	};
}
const bytesFor = (limit) => Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1;

// src/hdf5/_datatype.ts
function readDatatype(file, at) {
	const [type, flags, size] = [
		file.u8(at) & 15,
		file.u8(at + 1),
		file.u32(at + 4)
	];
	if (size === 0) throw new Hdf5Error("a data type has no size");
	const little = (flags & 1) === 0;
	if (type === 0) return whole(size, little, (flags & 8) !== 0);
	if (type === 1) return floating(size, little, file.u8(at + 13));
	if (type === 3) return {
		kind: "text",
		size
	};
	if (type === 9 && (flags & 15) === 1) return {
		kind: "long text",
		size
	};
	return {
		kind: "other",
		size
	};
}
/** The shape; `undefined` for a null space, which holds nothing. */
function readDataspace(file, at) {
	const [version, rank] = [file.u8(at), file.u8(at + 1)];
	if (version === 2 && file.u8(at + 3) === 2) return void 0;
	if (rank > 32) throw new Hdf5Error(`a data space has ${rank} dimensions`);
	const dims = at + (version === 1 ? 8 : 4);
	return Array.from({ length: rank }, (_, axis) => file.u64(dims + 8 * axis));
}
const countOf = (shape) => shape.reduce((product, size) => product * size, 1);
function whole(size, little, signed) {
	const read = {
		1: (view, at) => signed ? view.getInt8(at) : view.getUint8(at),
		2: (view, at) => signed ? view.getInt16(at, little) : view.getUint16(at, little),
		4: (view, at) => signed ? view.getInt32(at, little) : view.getUint32(at, little),
		8: (view, at) => Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little))
	}[size];
	return read ? {
		kind: "number",
		size,
		read
	} : {
		kind: "other",
		size
	};
}
function floating(size, little, exponentBits) {
	const half = (view, at) => fromHalf(view.getUint16(at, little));
	const brain = (view, at) => fromBrain(view.getUint16(at, little));
	const read = {
		2: exponentBits === 8 ? brain : half,
		4: (view, at) => view.getFloat32(at, little),
		8: (view, at) => view.getFloat64(at, little)
	}[size];
	return read ? {
		kind: "number",
		size,
		read
	} : {
		kind: "other",
		size
	};
}
/** IEEE 754 half: 1 sign, 5 exponent, 10 fraction bits. */
function fromHalf(bits) {
	const [sign, exponent, fraction] = [
		bits & 32768 ? -1 : 1,
		bits >> 10 & 31,
		bits & 1023
	];
	if (exponent === 31) return fraction ? NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
const word = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(4));
/** bfloat16: the upper half of a float32. */
function fromBrain(bits) {
	word.setUint32(0, bits * 65536);
	return word.getFloat32(0);
}

// src/hdf5/_fractal-heap.ts
/** Heaps of new groups and of objects with many attributes. Huge and tiny objects do not occur there and are refused. */
function fractalHeap(file, address) {
	file.requireSignature(address, "FRHP");
	if (file.u16(address + 7) !== 0) throw new Hdf5Error("compressed heaps are not read");
	const table = {
		width: file.u16(address + 110),
		start: file.u64(address + 112),
		largest: file.u64(address + 120),
		offsetSize: Math.ceil(file.u16(address + 128) / 8)
	};
	const [root, rows] = [file.u64(address + 132), file.u16(address + 140)];
	if (!(table.width > 0 && table.start > 0 && table.largest >= table.start && table.offsetSize <= 8)) throw new Hdf5Error("a heap is damaged");
	return (idAt) => {
		if ((file.u8(idAt) & 48) !== 0) throw new Hdf5Error("huge and tiny heap objects are not read");
		const offset = file.uint(idAt + 1, table.offsetSize);
		return rows === 0 ? root + offset : placeOf(file, table, {
			at: root,
			rows
		}, offset, 0);
	};
}
/** Walks the doubling table: rows of `width` blocks; sizes start, start, 2 start, 4 start, ... */
function placeOf(file, table, block, offset, depth) {
	if (depth > 16) throw new Hdf5Error("a heap refers to itself");
	file.requireSignature(block.at, "FHIB");
	const entries = block.at + 13 + table.offsetSize;
	let before = 0;
	for (let row = 0; row < Math.min(block.rows, 64); row++) {
		const size = row === 0 ? table.start : table.start * 2 ** (row - 1);
		const column = Math.floor((offset - before) / size);
		if (column < table.width) {
			const at = file.u64(entries + 8 * (row * table.width + column));
			const inside = offset - before - column * size;
			if (size <= table.largest) return at + inside;
			return placeOf(file, table, {
				at,
				rows: Math.log2(size) - Math.log2(table.start * table.width) + 1
			}, inside, depth + 1);
		}
		before += table.width * size;
	}
	throw new Hdf5Error("an object lies outside its heap");
}

// src/hdf5/_object-header.ts
const messageTypes = {
	dataspace: 1,
	linkInfo: 2,
	datatype: 3,
	link: 6,
	layout: 8,
	filters: 11,
	attribute: 12,
	continuation: 16,
	symbolTable: 17,
	attributeInfo: 21
};
function find(header, type) {
	return header.find((message) => message.type === messageTypes[type]);
}
/** All messages of an object, from its first block and from those that continue it. */
function readHeader(file, address) {
	const isNew = file.u8(address) === "O".charCodeAt(0);
	const blocks = [isNew ? firstNewBlock(file, address) : firstOldBlock(file, address)];
	const seen = /* @__PURE__ */ new Set();
	const messages = [];
	for (const block of blocks) {
		if (seen.has(block.at)) throw new Hdf5Error(`an object header at byte ${address} continues itself`);
		seen.add(block.at);
		for (const message of isNew ? newMessages(file, block) : oldMessages(file, block)) if (message.type === messageTypes.continuation) blocks.push(continued(file, message, block));
		else messages.push(message);
	}
	return messages;
}
function firstOldBlock(file, address) {
	if (file.u8(address) !== 1) throw new Hdf5Error(`there is no object header at byte ${address}`);
	return {
		at: address + 16,
		end: address + 16 + file.u32(address + 8),
		head: 8,
		isNew: false
	};
}
function firstNewBlock(file, address) {
	file.requireSignature(address, "OHDR");
	const flags = file.u8(address + 5);
	const sizeAt = address + 6 + (flags & 32 ? 16 : 0) + (flags & 16 ? 4 : 0);
	const width = 1 << (flags & 3);
	const at = sizeAt + width;
	return {
		at,
		end: at + file.uint(sizeAt, width),
		head: flags & 4 ? 6 : 4,
		isNew: true
	};
}
function continued(file, { at }, { head, isNew }) {
	const [start, size] = [file.u64(at), file.u64(at + 8)];
	if (!isNew) return {
		at: start,
		end: start + size,
		head,
		isNew
	};
	file.requireSignature(start, "OCHK");
	return {
		at: start + 4,
		end: start + size - 4,
		head,
		isNew
	};
}
function* oldMessages(file, { at, end }) {
	for (let next = at; next + 8 <= end; next += 8 + file.u16(next + 2)) yield message(file, {
		type: file.u16(next),
		at: next + 8,
		size: file.u16(next + 2)
	}, file.u8(next + 4));
}
function* newMessages(file, { at, end, head }) {
	for (let next = at; next + head <= end; next += head + file.u16(next + 1)) yield message(file, {
		type: file.u8(next),
		at: next + head,
		size: file.u16(next + 1)
	}, file.u8(next + 3));
}
/** A shared message holds an address where its content should be. */
function message(file, found, flags) {
	file.slice(found.at, found.size);
	const matters = Object.values(messageTypes).some((type) => type === found.type);
	if (flags & 2 && matters) throw new Hdf5Error("shared messages (committed data types) are not read");
	return found;
}

// src/hdf5/_attributes.ts
/** The attributes that hold texts, by name. */
function attributesOf(file, header) {
	const places = header.filter(({ type }) => type === messageTypes.attribute).map(({ at }) => at);
	const found = /* @__PURE__ */ new Map();
	for (const at of [...places, ...denseAttributes(file, header)]) {
		const attribute = readAttribute(file, at);
		if (attribute) found.set(attribute.name, attribute.texts);
	}
	return found;
}
function* denseAttributes(file, header) {
	const info = find(header, "attributeInfo");
	if (!info) return;
	const start = info.at + 2 + (file.u8(info.at + 1) & 1 ? 2 : 0);
	const [heapAt, treeAt] = [file.u64(start), file.u64(start + 8)];
	if (isUndefined(heapAt)) return;
	const heap = fractalHeap(file, heapAt);
	for (const id of heapIds(file, treeAt, {
		type: 8,
		idAt: 0
	})) yield heap(id);
}
function readAttribute(file, at) {
	const version = file.u8(at);
	if (version < 1 || version > 3) throw new Hdf5Error(`attributes of version ${version} are not read`);
	const padded = (size) => version === 1 ? Math.ceil(size / 8) * 8 : size;
	const [nameSize, typeSize, spaceSize] = [
		file.u16(at + 2),
		file.u16(at + 4),
		file.u16(at + 6)
	];
	const nameAt = at + (version === 3 ? 9 : 8);
	const typeAt = nameAt + padded(nameSize);
	const spaceAt = typeAt + padded(typeSize);
	const dataAt = spaceAt + padded(spaceSize);
	const type = readDatatype(file, typeAt);
	if (type.kind !== "text" && type.kind !== "long text") return void 0;
	const count = countOf(readDataspace(file, spaceAt) ?? [0]);
	file.slice(dataAt, count * type.size);
	const texts = [];
	for (let index = 0; index < count; index++) {
		const place = dataAt + index * type.size;
		texts.push(type.kind === "text" ? file.text(place, type.size) : longText(file, place));
	}
	return {
		name: file.text(nameAt, nameSize),
		texts
	};
}
/** Texts of any length lie in a global heap, found by address and number. */
function longText(file, at) {
	const [length, collection, wanted] = [
		file.u32(at),
		file.u64(at + 4),
		file.u32(at + 12)
	];
	if (length === 0) return "";
	file.requireSignature(collection, "GCOL");
	const end = collection + file.u64(collection + 8);
	for (let next = collection + 16; next + 16 <= end;) {
		const [index, size] = [file.u16(next), file.u64(next + 8)];
		if (index === wanted) {
			file.spend(length);
			return untilZero(file.slice(next + 16, Math.min(length, size)));
		}
		if (index === 0) break;
		next += 16 + Math.ceil(size / 8) * 8;
	}
	throw new Hdf5Error("a text is missing from its heap");
}

// src/hdf5/_btree-v1.ts
/** Name (its place in the group's heap) and address of each member of an old group. */
function* groupEntries(file, root) {
	for (const { child } of leaves(file, root, 0, 8)) {
		file.requireSignature(child, "SNOD");
		const count = file.u16(child + 6);
		for (let index = 0; index < count; index++) {
			const entry = child + 8 + 40 * index;
			yield {
				name: file.u64(entry),
				address: file.u64(entry + 8)
			};
		}
	}
}
/** The chunks of a data set of this rank, with where each belongs. */
function* chunks(file, root, rank) {
	for (const { key, child } of leaves(file, root, 1, 16 + 8 * rank)) {
		const offsets = Array.from({ length: rank }, (_, axis) => file.u64(key + 8 + 8 * axis));
		yield {
			address: child,
			size: file.u32(key),
			mask: file.u32(key + 4),
			offsets
		};
	}
}
/** Every node is visited once and is one level below the last, so that no tree of references grows without end. */
function* leaves(file, root, type, keySize) {
	const seen = /* @__PURE__ */ new Set();
	const open = isUndefined(root) ? [] : [{
		at: root,
		level: -1
	}];
	for (let node = open.pop(); node; node = open.pop()) {
		file.requireSignature(node.at, "TREE");
		const level = file.u8(node.at + 5);
		if (seen.has(node.at) || file.u8(node.at + 4) !== type || node.level >= 0 && level !== node.level) throw new Hdf5Error(`the tree at byte ${root} is damaged or refers to itself`);
		seen.add(node.at);
		for (let index = file.u16(node.at + 6) - 1; index >= 0; index--) {
			const key = node.at + 24 + index * (keySize + 8);
			const child = file.u64(key + keySize);
			if (level > 0) open.push({
				at: child,
				level: level - 1
			});
			else yield {
				key,
				child
			};
		}
	}
}

// src/hdf5/_dataset.ts
/** The shape of a data set; `undefined` for a group. */
function shapeOf(file, header) {
	const space = find(header, "dataspace");
	return space && find(header, "layout") ? readDataspace(file, space.at) ?? [0] : void 0;
}
/** No compression of weights comes near; what claims more is a bomb. */
const largestRatio = 200;
/**
* The values as float32. Nothing is allocated before the declared size is held against the size of the file.
*/
function readFloats(file, header) {
	const [shape, type, layout] = [
		shapeOf(file, header),
		find(header, "datatype"),
		find(header, "layout")
	];
	if (!shape || !type || !layout) throw new Hdf5Error("a group stands where a data set is expected");
	const datatype = readDatatype(file, type.at);
	if (datatype.kind !== "number") throw new Hdf5Error("a data set does not hold numbers");
	const count = countOf(shape);
	const bytes = count * datatype.size;
	if (bytes > largestRatio * file.length) throw new Hdf5Error(`a data set of ${shape.join(" x ")} values cannot be in a file of ${file.length} bytes`);
	file.spend(Math.floor(count / 4));
	return toFloats(rawBytes(file, header, {
		shape,
		bytes,
		element: datatype.size,
		at: layout.at
	}), datatype, count);
}
function rawBytes(file, header, layout) {
	const { at, bytes } = layout;
	const [version, kind] = [file.u8(at), file.u8(at + 1)];
	if (version !== 3 && version !== 4) throw new Hdf5Error(`data layouts of version ${version} are not read`);
	if (kind === 0) return file.slice(at + 4, bytes);
	if (kind === 2) return chunked(file, header, layout, version);
	if (kind !== 1) throw new Hdf5Error("data outside the file are not read");
	const address = file.u64(at + 2);
	if (isUndefined(address)) throw new Hdf5Error("a data set was declared and never written");
	return file.slice(address, bytes);
}
function chunked(file, header, layout, version) {
	const { at, shape, bytes, element } = layout;
	const rank = shape.length;
	if (version !== 3) throw new Hdf5Error("chunk indexes newer than HDF5 1.8 are not read");
	if (file.u8(at + 2) !== rank + 1) throw new Hdf5Error("chunks and data set differ in rank");
	const size = Array.from({ length: rank }, (_, axis) => file.u32(at + 11 + 4 * axis));
	const chunkBytes = countOf(size) * element;
	if (size.some((side) => side === 0) || chunkBytes > Math.max(2 ** 20, largestRatio * file.length)) throw new Hdf5Error(`chunks of ${size.join(" x ")} values cannot be in a file of ${file.length} bytes`);
	const filters = readFilters(file, header);
	const whole = new Uint8Array(bytes);
	const seen = /* @__PURE__ */ new Set();
	for (const chunk of chunks(file, file.u64(at + 3), rank)) {
		const place = chunk.offsets.join();
		if (seen.has(place)) throw new Hdf5Error("a data set has the same chunk twice");
		seen.add(place);
		file.spend(Math.floor(chunkBytes / 16));
		put(whole, unfiltered(file, chunk, filters, chunkBytes, element), {
			shape,
			size,
			element,
			chunk
		});
	}
	const expected = shape.reduce((product, side, axis) => product * Math.ceil(side / size[axis]), 1);
	if (seen.size !== expected) throw new Hdf5Error(`a data set has ${seen.size} of the ${expected} chunks that it needs`);
	return whole;
}
const filterNames = {
	1: "gzip",
	2: "shuffle",
	3: "fletcher32"
};
/** In the order in which they were applied when writing. */
function readFilters(file, header) {
	const message = find(header, "filters");
	if (!message) return [];
	const [version, count] = [file.u8(message.at), file.u8(message.at + 1)];
	const ids = [];
	for (let index = 0, next = message.at + (version === 1 ? 8 : 2); index < count; index++) {
		const id = file.u16(next);
		if (!filterNames[id]) throw new Hdf5Error(`data compressed with filter ${id} are not read; expected gzip or none`);
		ids.push(id);
		if (version === 1) {
			const [name, values] = [file.u16(next + 2), file.u16(next + 6)];
			next += 8 + Math.ceil(name / 8) * 8 + 4 * (values + values % 2);
		} else next += 6 + 4 * file.u16(next + 4);
	}
	return ids;
}
function unfiltered(file, chunk, filters, size, element) {
	let bytes = file.slice(chunk.address, chunk.size);
	for (const [index, id] of [...filters.entries()].toReversed()) {
		if (chunk.mask & 1 << index) continue;
		if (id === 1) bytes = inflateSync(bytes, { maxOutputLength: size + 4 });
		if (id === 2) bytes = unshuffled(bytes, element);
		if (id === 3) bytes = bytes.subarray(0, bytes.length - 4);
	}
	if (bytes.length !== size) throw new Hdf5Error(`a chunk has ${bytes.length} bytes; expected ${size}`);
	return bytes;
}
/** Shuffling puts all first bytes of the values first, then all second ones. */
function unshuffled(bytes, element) {
	const count = Math.floor(bytes.length / element);
	const out = new Uint8Array(bytes);
	for (let byte = 0; byte < element; byte++) for (let index = 0; index < count; index++) out[index * element + byte] = bytes[byte * count + index];
	return out;
}
/** Copies a chunk row by row to where it belongs; what lies over the edge is padding. */
function put(whole, bytes, { shape, size, element, chunk }) {
	const last = shape.length - 1;
	const rows = countOf(size.slice(0, last));
	if (chunk.offsets.some((offset, axis) => offset >= shape[axis] || offset % size[axis] !== 0)) throw new Hdf5Error("a chunk lies outside its data set");
	const width = Math.min(size[last], shape[last] - chunk.offsets[last]) * element;
	for (let row = 0; row < rows; row++) {
		const at = cellOf(row, size.slice(0, last)).map((step, axis) => step + chunk.offsets[axis]);
		if (at.some((step, axis) => step >= shape[axis])) continue;
		const target = [...at, chunk.offsets[last]].reduce((index, step, axis) => index * shape[axis] + step, 0);
		const start = row * size[last] * element;
		whole.set(bytes.subarray(start, start + width), target * element);
	}
}
function cellOf(index, sizes) {
	const cell = [];
	for (const size of sizes.toReversed()) {
		cell.unshift(index % size);
		index = Math.floor(index / size);
	}
	return cell;
}
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
function toFloats(bytes, type, count) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (type.size === 4 && littleEndian && isPlainFloat(type)) return new Float32Array(new Uint8Array(bytes).buffer);
	const values = new Float32Array(count);
	for (let index = 0; index < count; index++) values[index] = type.read(view, index * type.size);
	return values;
}
/** Whether a float32 in this machine's order is read as it lies. */
function isPlainFloat({ read }) {
	return read(new DataView(Float32Array.of(1.5).buffer), 0) === 1.5;
}

// src/hdf5/_links.ts
/** Addresses of a group's members by name. Soft and external links are left out: they may lead anywhere. */
function linksOf(file, header) {
	const links = /* @__PURE__ */ new Map();
	for (const [name, address] of allLinks(file, header)) {
		if (links.has(name)) throw new Hdf5Error(`a group has two members "${name}"`);
		links.set(name, address);
	}
	return links;
}
function* allLinks(file, header) {
	const table = find(header, "symbolTable");
	if (table) yield* symbolTable(file, table);
	for (const { type, at } of header) if (type === messageTypes.link) yield* link(file, at);
	const info = find(header, "linkInfo");
	if (info) yield* denseLinks(file, info);
}
function* symbolTable(file, { at }) {
	const [tree, heap] = [file.u64(at), file.u64(at + 8)];
	file.requireSignature(heap, "HEAP");
	const [size, names] = [file.u64(heap + 8), file.u64(heap + 24)];
	for (const { name, address } of groupEntries(file, tree)) {
		if (name >= size) throw new Hdf5Error("a name lies outside its heap");
		yield [file.text(names + name, Math.min(size - name, longestName)), address];
	}
}
const longestName = 1024;
function* denseLinks(file, { at }) {
	const start = at + 2 + (file.u8(at + 1) & 1 ? 8 : 0);
	const [heapAt, treeAt] = [file.u64(start), file.u64(start + 8)];
	if (isUndefined(heapAt)) return;
	const heap = fractalHeap(file, heapAt);
	for (const id of heapIds(file, treeAt, {
		type: 5,
		idAt: 4
	})) yield* link(file, heap(id));
}
function* link(file, at) {
	const flags = file.u8(at + 1);
	let next = at + 2;
	const kind = flags & 8 ? file.u8(next++) : 0;
	if (flags & 4) next += 8;
	if (flags & 16) next += 1;
	const width = 1 << (flags & 3);
	const length = file.uint(next, width);
	const name = file.text(next + width, length);
	if (kind === 0) yield [name, file.u64(next + width + length)];
}

// src/hdf5/hdf5.ts
/** The eight bytes that every HDF5 file begins with. */
const hdf5Signature = Uint8Array.of(137, 72, 68, 70, 13, 10, 26, 10);
/**
* What Keras writes of HDF5 (https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html), read without trust:
* groups and attributes old (symbol tables) and new (links, fractal heaps), data contiguous, compact, or chunked with gzip and
* shuffle. Memory follows the size of the file, never the sizes it declares.
*
* @throws Hdf5Error for damage, for what refers to itself, and for parts of HDF5 that are not read, by name
*/
function openHdf5(bytes) {
	const file = new Bytes(bytes);
	return nodeAt(file, rootAddress(file));
}
function rootAddress(file) {
	if (!file.slice(0, 8).every((byte, index) => byte === hdf5Signature[index])) throw new Hdf5Error("it does not begin like an HDF5 file");
	const version = file.u8(8);
	if (version > 3) throw new Hdf5Error(`superblock version ${version} is not read; expected 0 to 3`);
	const [sizes, end, root] = version >= 2 ? [
		9,
		28,
		36
	] : version === 1 ? [
		13,
		44,
		68
	] : [
		13,
		40,
		64
	];
	if (file.u8(sizes) !== 8 || file.u8(sizes + 1) !== 8) throw new Hdf5Error("its addresses are not of 8 bytes");
	const declared = file.u64(end);
	if (declared > file.length) throw new Hdf5Error(`it is cut off: it says it has ${declared} bytes and has ${file.length}`);
	return file.u64(root);
}
function nodeAt(file, address) {
	const header = readHeader(file, address);
	let links;
	let attributes;
	const children = () => {
		links ??= linksOf(file, header);
		return links;
	};
	return {
		names: () => [...children().keys()],
		child(name) {
			const found = children().get(name);
			return found === void 0 ? void 0 : nodeAt(file, found);
		},
		texts(name) {
			attributes ??= attributesOf(file, header);
			return attributes.get(name);
		},
		shape: () => shapeOf(file, header),
		floats: () => readFloats(file, header)
	};
}

export { unzip as i, openHdf5 as n, Hdf5Error as r, hdf5Signature as t };