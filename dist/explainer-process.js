import { Bt as unforeseen, Lt as actionable, a as makeMaps, kt as startEngine, n as inProcess, r as ReceivedTasks } from "./models.js";
import { r as boundVariable } from "./ahead.js";
import * as nodeModules from "node:module";
import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

// src/explainer/explainer-process.ts
/** Jobs that wait for their tasks. */
const waiting = /* @__PURE__ */ new Map();
process.on("message", (message) => {
	if (message.kind === "tasks" || message.kind === "tasks-end") waiting.get(message.id)?.hear(message);
	else answered(message).then((answer) => say({
		id: message.id,
		kind: "answer",
		answer
	}), (error) => say({
		id: message.id,
		...told(error)
	})).finally(keepWhatIsCompiled);
});
process.on("disconnect", () => process.exit());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
beFirstToGo();
if (!("CAMDRIFT_BOUND" in process.env)) outliveNobody();
/** Begun before anybody asks: who asks hears what went wrong. */
const engine = startEngine(process.argv[2]);
engine.catch(() => {});
const say = (message) => void process.send?.(message);
async function answered(message) {
	const started = await engine;
	const here = inProcess(started);
	switch (message.kind) {
		case "start": return startedAs(started);
		case "answers": return here.answers(message.request);
		case "layers": return here.layers(message.path, message.load);
		case "fixture": return here.fixture(message.request);
		case "maps": return maps(message, started);
	}
}
const startedAs = ({ name, version, passedOver }) => ({
	name,
	version,
	...passedOver && { passedOver }
});
async function maps({ id, request }, started) {
	const tasks = new ReceivedTasks();
	waiting.set(id, tasks);
	const asked = (facts) => {
		say({
			id,
			kind: "facts",
			facts
		});
		return tasks.all;
	};
	const found = (from, outcomes) => say({
		id,
		kind: "outcomes",
		from,
		outcomes
	});
	try {
		const { outcomes: _, ...rest } = await makeMaps(started, request, asked, () => {}, found);
		return rest;
	} finally {
		waiting.delete(id);
	}
}
function told(error) {
	const { code, message, remedy } = actionable(error) ?? unforeseen(error);
	return {
		kind: "problem",
		code,
		message,
		remedy
	};
}
/** This process is killed when it is no longer needed, and Node writes what `NODE_COMPILE_CACHE` asks for only at an end of its own. */
function keepWhatIsCompiled() {
	nodeModules.flushCompileCache?.();
}
/** When memory is short Linux ends the process with the highest number, and the run can say so. */
function beFirstToGo() {
	try {
		writeFileSync("/proc/self/oom_score_adj", "1000");
	} catch {}
}
/** A thread that ends the process when its parent is gone: the main thread may be in a loop and hear nothing. */
function outliveNobody() {
	new Worker(`const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 500);`, {
		eval: true,
		stdin: false
	}).unref();
}

export {  };