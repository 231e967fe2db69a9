import { r as __toESM } from "./rolldown-runtime.js";
import { n as require_ipaddr, r as require_undici, t as getProxyForUrl } from "./undici.js";
import { It as CamdriftError, o as _usingCtx } from "./models.js";
import { Gt as shownUrl, J as tried, S as unavailable, d as isAllowed, q as Passing } from "./camdrift.js";
import { createWriteStream } from "node:fs";
import { dirname } from "node:path";
import { createHash } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { isIP } from "node:net";
import { lookup } from "node:dns";

// src/sources/_reach.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
var import_undici = require_undici();
/**
* A connection to an address's host, after seeing that it may be asked. Names are looked at when the connection is made, so
* that a name cannot mean one thing when it is checked and another when it is used. Through a proxy, which finds names by
* itself, they are looked at before.
* @throws CamdriftError `model-unavailable`
*/
async function reach(url, network) {
	const { bounds, lookup: lookup$1 = lookup } = network;
	const free = isAllowed(url, network);
	const literal = url.hostname.replace(/^\[|\]$/g, "");
	if (!free && isIP(literal) && !isPublic(literal)) throw privateHost(url.hostname, literal);
	const timeouts = {
		headersTimeout: bounds.idle,
		bodyTimeout: bounds.idle
	};
	const guarded = free ? lookup$1 : guardedLookup(lookup$1);
	const proxy = getProxyForUrl(url.href);
	if (!proxy) return new import_undici.Agent({
		...timeouts,
		connect: {
			timeout: Math.min(bounds.idle, 1e4),
			lookup: guarded
		}
	});
	if (!free && !isIP(literal)) await lookedUp(url.hostname, guarded);
	return new import_undici.ProxyAgent({
		...timeouts,
		uri: proxy
	});
}
/** Of the Internet at large: neither this machine nor a network beside it, in whatever form the address is written. */
function isPublic(address) {
	const found = import_ipaddr.default.process(address);
	return found.range() === "unicast" && (found.kind() === "ipv4" || found.toByteArray()[0] >> 5 === 1);
}
const privateHost = (host, address) => new CamdriftError("model-unavailable", `${host} is not asked: ${address === host ? "it" : `its address ${address}`} is not one of the public Internet.`, { remedy: "If the model lies on your own network, name the host in the input `allow-hosts`, or with --allow-host." });
/** Of several addresses one that is private refuses all of them. */
function guardedLookup(lookup) {
	return (host, options, callback) => lookup(host, {
		...options,
		all: true
	}, (error, found) => {
		if (error) return callback(error, [], 0);
		const addresses = found;
		const bad = addresses.find(({ address }) => !isPublic(address));
		if (bad) return callback(privateHost(host, bad.address), [], 0);
		if (options.all) return callback(null, addresses, 0);
		callback(null, addresses[0].address, addresses[0].family);
	});
}
/** A name that only the proxy can find is left to the proxy. */
function lookedUp(host, guarded) {
	return new Promise((resolve, reject) => {
		guarded(host, { all: true }, (error) => error instanceof CamdriftError ? reject(error) : resolve());
	});
}

// src/sources/_request.ts
const mostRedirects = 5;
/**
* Asks for a file and follows where it is sent.
* @throws CamdriftError `model-unavailable`; Passing when another try may help
*/
async function requested({ url, token, open }, network, signal) {
	let [at, carried] = [url, token];
	for (let count = 0; count <= mostRedirects; count += 1) {
		requireScheme(at, url, open);
		const { answer, dispatcher } = await ask(at, carried, network, signal);
		const onwards = locationOf(answer, at);
		if (!onwards) return replyOf(answer, dispatcher, at, carried !== void 0);
		await discard(answer, dispatcher);
		if (onwards.host !== url.host) carried = void 0;
		at = onwards;
	}
	throw unavailable(`${shownUrl(url)} redirects more than ${mostRedirects} times.`, "Name the address that it leads to.");
}
function requireScheme(at, from, open = false) {
	if (at.protocol === "https:" || open && at.protocol === "http:") return;
	const what = at.href === from.href ? shownUrl(from) : `${shownUrl(from)} redirects to ${shownUrl(at)}, which`;
	throw unavailable(`${what} is no https address, and nothing else is fetched.`, "Name an address that stays on https.");
}
async function ask(url, token, network, signal) {
	const dispatcher = await reach(url, network);
	const headers = {
		accept: "application/octet-stream, */*;q=0.5",
		"accept-encoding": "identity",
		"user-agent": "camdrift",
		...token !== void 0 && { authorization: `Bearer ${token}` }
	};
	try {
		return {
			dispatcher,
			answer: await (0, import_undici.request)(url, {
				dispatcher,
				headers,
				signal
			})
		};
	} catch (error) {
		await dispatcher.destroy();
		throw inWords(error, url);
	}
}
function locationOf({ statusCode, headers }, at) {
	if (![
		301,
		302,
		303,
		307,
		308
	].includes(statusCode)) return void 0;
	const location = String(headers.location ?? "");
	if (URL.canParse(location, at.href)) return new URL(location, at);
	throw unavailable(`${shownUrl(at)} redirects to nowhere.`);
}
async function replyOf(answer, dispatcher, at, withToken) {
	const { statusCode, headers, body } = answer;
	if (statusCode === 200) {
		body.on("error", () => {});
		const length = Number(headers["content-length"] ?? NaN);
		return {
			body,
			length: Number.isSafeInteger(length) ? length : void 0,
			[Symbol.asyncDispose]: () => discard(answer, dispatcher)
		};
	}
	await discard(answer, dispatcher);
	if (statusCode >= 500 || statusCode === 429) throw new Passing(`the server answered with status ${statusCode}`);
	throw unavailable(`${shownUrl(at)} answered with status ${statusCode}.`, remedyFor(statusCode, withToken));
}
function remedyFor(status, withToken) {
	if (status === 404) return "Check the address, and its revision; some hosts answer so to who may not read.";
	if (status !== 401 && status !== 403) return void 0;
	return withToken ? "Check that the token in `token-env` is valid and may read the file." : "If the file is not public, name the environment variable that holds a token with `token-env`, and give it to the step.";
}
/** What is left of the body is not read. */
async function discard({ body }, dispatcher) {
	body.on("error", () => {}).destroy();
	await dispatcher.destroy();
}
/** Trouble on the way passes, perhaps; what we refuse does not. */
function inWords(error, url) {
	if (error instanceof CamdriftError || error instanceof Passing) return error;
	const { name, message, code } = error;
	if (name === "TimeoutError" || name === "AbortError") return unavailable(`${shownUrl(url)} took too long.`);
	if (typeof code !== "string") return error;
	return new Passing(message || code, { cause: error });
}

// src/sources/_download.ts
/**
* Fetches a file, which appears only when it is whole and of the hash that it must have. What fails on the way is tried
* three times, within the time that one file may take.
* @throws CamdriftError `model-unavailable`
*/
async function download(wanted, network) {
	const { bounds } = network;
	const signal = AbortSignal.timeout(bounds.milliseconds);
	try {
		await tried(() => once(wanted, network, signal), bounds.second);
	} catch (error) {
		if (!(error instanceof Passing)) throw error;
		throw unavailable(`${shownUrl(wanted.url)} could not be fetched: ${error.message}.`, againRemedy, error);
	}
}
const againRemedy = "Run it again; if that does not help, check the address.";
async function once(wanted, network, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { url, to } = wanted;
		const reply = _usingCtx$1.a(await requested(wanted, network, signal));
		const most = Math.min(network.bounds.bytes, wanted.size ?? Number.POSITIVE_INFINITY);
		if ((reply.length ?? 0) > most) throw tooLarge(wanted, most, `${reply.length}`);
		const partial = `${to}.${process.pid}.part`;
		try {
			await mkdir(dirname(to), { recursive: true });
			await pipeline(checked(wanted, reply, most, network.say), createWriteStream(partial, { flags: "wx" }));
			await rename(partial, to);
		} catch (error) {
			throw signal.aborted ? unavailable(`${shownUrl(url)} took too long.`, slowRemedy) : inWords(error, url);
		} finally {
			await rm(partial, { force: true });
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
const slowRemedy = "Let an earlier step fetch it, and name the file on disk as `path`.";
function tooLarge({ url }, most, found) {
	return unavailable(`${shownUrl(url)} is larger than it may be: expected at most ${most} bytes, got ${found}.`, "Check the address and the digest beside it.");
}
/** The body's bytes on their way, counted and hashed. */
async function* checked(wanted, reply, most, say) {
	const { url, size, hash } = wanted;
	const digest = createHash(hash.algorithm);
	const tell = progress(shownUrl(url), size ?? reply.length, say);
	let length = 0;
	for await (const chunk of reply.body) {
		length += chunk.length;
		if (length > most) throw tooLarge(wanted, most, "more");
		digest.update(chunk);
		tell(length);
		yield chunk;
	}
	const whole = size ?? reply.length;
	if (whole !== void 0 && length < whole) throw new Passing(`it ended after ${length} of ${whole} bytes`);
	const found = digest.digest("hex");
	if (found === hash.hex) return;
	const name = hash.algorithm === "md5" ? "MD5" : "SHA-256";
	throw unavailable(`What lies at ${shownUrl(url)} is not the file that is named: expected ${name} ${hash.hex}, got ${found} (${length} bytes).`, "If that is the model you mean, write its digest beside the address; if not, somebody has put another file there.");
}
/** A line at the start, and at each quarter of a file that takes a while. */
function progress(name, total, say) {
	let told = 0;
	say(`fetching ${name}${total === void 0 ? "" : ` (${megabytes(total)})`}`);
	return (length) => {
		const quarter = total === void 0 || total < 32 * 2 ** 20 ? 0 : Math.floor(length / total * 4);
		if (quarter <= told || length === total) return;
		told = quarter;
		say(`fetching ${name}: ${megabytes(length)} of ${megabytes(total)}`);
	};
}
const megabytes = (bytes) => bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export { download as t };