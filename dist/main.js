import { It as CamdriftError, Lt as actionable } from "./models.js";
import { a as inputNames, i as repositoryOf, n as givenInputs, o as readInputs, r as runner, s as handlerOf, t as failedRun } from "./action.js";
import { vn as apiWords, xn as isApiError } from "./camdrift.js";
import { tmpdir } from "node:os";
import { readFile } from "node:fs/promises";

// src/main.ts
process.exitCode = await run(process);
/** The Action: environment -> event -> exit code. Never throws. */
async function run(host) {
	const now = () => /* @__PURE__ */ new Date();
	const log = runner(now);
	const goodbyes = [];
	const leave = (ending) => Promise.all(goodbyes.map((say) => say(ending)));
	for (const signal of ["SIGINT", "SIGTERM"]) host.once(signal, () => void leave("cancelled").finally(() => host.kill(host.pid, signal)));
	try {
		const world = await worldOf(host, log, now, (say) => goodbyes.push(say));
		const { failure } = await handlerOf(world)(world);
		if (failure === void 0) return 0;
		log.error(failure);
		return 1;
	} catch (error) {
		await leave("crashed");
		await tell(isApiError(error) ? refusal(error) : error, log);
		return 1;
	}
}
async function worldOf({ env, cwd }, log, now, atExit) {
	const event = {
		name: env.GITHUB_EVENT_NAME ?? "",
		payload: await payload(env.GITHUB_EVENT_PATH)
	};
	const inputs = readInputs(givenInputs(inputNames));
	const token = inputs["github-token"];
	if (token) log.secret(token);
	delete env["INPUT_GITHUB-TOKEN"];
	const id = Number(env.GITHUB_RUN_ID ?? 0);
	return {
		inputs,
		event,
		repository: repositoryOf(env, token, log.warning),
		runner: log,
		run: {
			id,
			attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
			url: `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${id}`,
			actor: env.GITHUB_ACTOR ?? "",
			sha: env.GITHUB_SHA ?? "",
			workflow: workflowFile(env),
			job: env.GITHUB_JOB ?? "",
			step: env.GITHUB_ACTION ?? ""
		},
		workspace: env.GITHUB_WORKSPACE ?? cwd(),
		temporary: env.RUNNER_TEMP ?? tmpdir(),
		env,
		now,
		atExit
	};
}
/** `.github/workflows/a.yml` of `owner/name/.github/workflows/a.yml@refs/heads/main`; else the workflow's name. */
function workflowFile({ GITHUB_WORKFLOW_REF = "", GITHUB_WORKFLOW = "" }) {
	return /^[^/]+\/[^/]+\/([^@]+)@/.exec(GITHUB_WORKFLOW_REF)?.[1] ?? GITHUB_WORKFLOW;
}
async function payload(path) {
	if (!path) throw new CamdriftError("usage-wrong", "GITHUB_EVENT_PATH is not set.", { remedy: "This entry belongs to GitHub Actions. On your own machine use the command line, dist/cli.js." });
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch (cause) {
		throw new CamdriftError("usage-wrong", `The event's payload cannot be read: ${cause.message}.`, {
			cause,
			remedy: "The runner writes it to the file that GITHUB_EVENT_PATH names: no step may change that."
		});
	}
}
/** GitHub is no part of us: what it does not answer is no bug. */
function refusal(error) {
	return new CamdriftError("github-refused", `GitHub did not do what was asked: ${apiWords(error)}.`, { cause: error });
}
/** An error of the user's with its remedy; anything else is a bug, with its stack. */
async function tell(error, log) {
	const known = actionable(error);
	if (known) log.error(`${known.message}\n${known.remedy}`);
	else log.error(`Internal error, please report it with this text: ${error instanceof Error ? error.stack : String(error)}`);
	log.output("verdict", "incomplete");
	await log.summary(failedRun(known ?? error)).catch(() => {});
}

export {  };