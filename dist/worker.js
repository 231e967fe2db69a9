import { C as explainBatch, It as CamdriftError, at as loadModel, kt as startEngine } from "./models.js";
import { parentPort, workerData } from "node:worker_threads";

// src/maps/worker.ts
const { engine: name } = workerData;
const port = parentPort;
/** Whoever asks for a batch hears what went wrong. */
const later = () => {};
const engine = startEngine(name);
engine.catch(later);
let asked;
port.on("message", (message) => "request" in message ? read(message.request) : answer(message));
function read(request) {
	const model = engine.then((started) => loadModel(request.path, started, request.load));
	model.catch(later);
	asked = {
		request,
		model
	};
}
async function answer({ id, batch }) {
	try {
		const { request, model } = asked;
		const outcomes = await explainBatch(await model, batch, request);
		port.postMessage({
			id,
			outcomes
		});
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		const { code, message, remedy } = error;
		port.postMessage({
			id,
			problem: {
				code,
				message,
				remedy
			}
		});
	}
}

export {  };