import { readFileSync, statSync } from "node:fs";
import { fork, spawnSync } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

// src/engines/engine.ts
/** The fastest first. */
const engineNames = [
	"onnxruntime",
	"native",
	"wasm"
];

// src/engines/folder.ts
/** Of the environment: where engines are kept that `camdrift setup` installed. */
const folderVariable = "CAMDRIFT_ENGINE_FOLDER";
/** The tool's own folder, never the workspace's: the runner's cache of tools, or the user's cache. */
function engineFolder(env) {
	const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = env;
	const home = cache || process.platform === "win32" && local || join(homedir(), ".cache");
	return env["CAMDRIFT_ENGINE_FOLDER"] || join(tools || home, "camdrift");
}

// src/explainer/fork.ts
/** Megabytes of JavaScript objects: the largest topology that is read takes a quarter of it. */
const heap = 2048;
/** Megabytes of one half of the space of young objects: it would double to 64, and stay so (`spill/young`). */
const young = 1;
/** Starts a process that explains; it starts the engine that it will be asked for. It ends with this one. */
function forkExplainer(engine) {
	const flags = [`--max-old-space-size=${heap}`, `--max-semi-space-size=${young}`];
	bound ??= canBind();
	const child = fork(new URL(entry, import.meta.url), [engine], {
		env: {
			...harmless(process.env),
			...temporary(),
			...hugePages(),
			[folderVariable]: engineFolder(process.env),
			...bound && { ["CAMDRIFT_BOUND"]: "yes" }
		},
		...bound ? {
			execPath: binding[0],
			execArgv: [
				...binding.slice(1),
				process.execPath,
				...flags
			]
		} : { execArgv: flags },
		serialization: "advanced",
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"ipc"
		]
	});
	alive.add(child);
	child.once("exit", () => alive.delete(child));
	return child;
}
/** Set where Linux ends the process with its parent: it needs no thread that looks. */
const boundVariable = "CAMDRIFT_BOUND";
let bound;
/** Of util-linux: becomes the program that follows, which is killed with its parent whatever it does. A thread takes 70 ms of a processor. */
const binding = [
	"/usr/bin/setpriv",
	"--pdeathsig",
	"KILL",
	"--"
];
/** Older ones know no such signal. */
const canBind = () => process.platform === "linux" && spawnSync(binding[0], [...binding.slice(1), "/bin/true"], { env: {} }).status === 0;
const alive = /* @__PURE__ */ new Set();
process.once("exit", () => {
	for (const child of alive) child.kill("SIGKILL");
});
/** Beside this file when running from source; the build gives it a file of its own. */
const entry = import.meta.url.endsWith(".ts") ? "./explainer-process.ts" : "./explainer-process.js";
/** Whether this process waits for it. */
function keepAlive(child, busy) {
	const change = busy ? "ref" : "unref";
	child[change]();
	child.channel?.[change]();
	child.stderr?.[change]();
}
const harmlessNames = /^(PATH|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|LANG|LC_\w+|TZ|(DY)?LD_LIBRARY_PATH|UV_THREADPOOL_SIZE|NODE_COMPILE_CACHE|CUDA_VISIBLE_DEVICES|OMP_NUM_THREADS|TF_(CPP_MIN_LOG_LEVEL|ENABLE_ONEDNN_OPTS|NUM_INTRAOP_THREADS|NUM_INTEROP_THREADS))$/i;
/** The runner's folder for temporary files, by the names that every system has: its own variables stay here. */
const temporary = () => {
	const folder = process.env.RUNNER_TEMP || tmpdir();
	return {
		TMPDIR: folder,
		TEMP: folder
	};
};
/**
* Memory of weights in pages of 2 MB, where Linux gives them to whoever asks: a run of ResNet-50 has a third of the page faults, and takes
* a tenth less time with `onnxruntime` and `native`. Other C libraries than glibc do not look at it.
*/
const hugePages = () => process.platform === "linux" ? { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" } : {};
/** What a process needs to run, and no secret of whoever started this one. */
const harmless = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => harmlessNames.test(name)));

// src/explainer/ahead.ts
/** Commands that load models and have a configuration, which may name the engine. */
const configured = /* @__PURE__ */ new Set([
	"audit",
	"accept",
	"baseline",
	"calibrate",
	"doctor"
]);
/** Commands that load models. */
const explaining = /* @__PURE__ */ new Set([
	...configured,
	"map",
	"layers"
]);
/** Bytes of the longest configuration that is read for a guess. */
const longest = 2 ** 20;
let ahead;
/**
* Starts what explains before the command line is loaded and read, where it names a command that will want it. Which engine that is, is
* a guess: a wrong one costs what it would have cost to wait.
* @param args of the command line
*/
function forkAhead([command = "", ...args]) {
	if (!explaining.has(command) || args.includes("--help")) return;
	const engine = guess(command, args);
	const child = forkExplainer(engine);
	ahead = {
		child,
		engine
	};
	child.on("error", () => {});
	keepAlive(child, false);
}
/** What was started ahead, if it is there and its engine is the one that is wanted; it is given away once. */
function forkedAhead(engine) {
	const found = ahead;
	ahead = void 0;
	if (found?.engine === engine && found.child.connected) return found.child;
	found?.child.kill("SIGKILL");
}
/** What is typed wins over the configuration. */
function guess(command, args) {
	const said = typed("--engine", args) ?? (configured.has(command) ? inConfiguration(args) : void 0);
	return engineNames.find((name) => name === said) ?? "auto";
}
/** What follows an option; the last counts, as everywhere on the command line. */
const typed = (option, args) => args.map((word, at) => word === option ? args[at + 1] : word.split(`${option}=`)[1]).findLast((value) => value !== void 0 && value !== "");
/** The engine that the configuration names in a line of its own, as nearly all do: nothing that reads YAML is loaded yet. */
function inConfiguration(args) {
	if (typed("--model", args) !== void 0) return void 0;
	try {
		const path = typed("--config", args) ?? "camdrift.yml";
		const facts = statSync(path);
		if (!facts.isFile() || facts.size > longest) return void 0;
		return /^engine:[ \t]*["']?(\w+)/m.exec(readFileSync(path, "utf8"))?.[1];
	} catch {
		return;
	}
}

export { heap as a, engineNames as c, forkExplainer as i, forkedAhead as n, keepAlive as o, boundVariable as r, engineFolder as s, forkAhead as t };