import { C as explainBatch, It as CamdriftError, at as loadModel, kt as startEngine } from "./models.js";
import { parentPort, workerData } from "node:worker_threads";

// src/maps/worker.ts
const { engine: name, request } = workerData;
const port = parentPort;
let model;
port.on("message", async ({ id, batch }) => {
	try {
		model ??= startEngine(name).then((engine) => loadModel(request.path, engine, request.load));
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
});

export {  };