import { r as __toESM } from "./rolldown-runtime.js";
import { Ct as lfsPointerText, E as findMethod, It as CamdriftError, Lt as actionable, Tt as readLfsPointer, W as fixtureEndings, Y as decode, bt as mostInputBytes, ft as confined, gt as requireOutside, ht as inside, m as metrics, o as _usingCtx, ot as modelDigest, st as modelFiles, vt as folderModels, wt as longestLfsPointer, zt as systemWords } from "./models.js";
import { b as url$1, c as int, f as object, g as string, h as strictObject, i as _enum, m as record, o as array, r as datetime, s as boolean, u as looseObject, y as unknown } from "./model-packages.js";
import { $ as acceptedName, $n as sentenceOf, $t as writeAudit, An as withHeard, At as noCalibration, B as parseCalibration, Bn as decide, Bt as staleReason, C as asEarlier, Cn as isLimited, Cr as escapeMarkdown, Ct as overall, Dn as resolvedPart, Dt as probesOf, E as writtenConfig, En as picturesFor, Er as commandsIn, Et as calibrated, F as arraysIn, Fn as readParts, Ft as fateOf, G as downloadLfs, Gt as shownUrl, H as baseModel, I as givenAt, In as shortSpeaker, J as tried, Jn as worstFirst, Jt as writeBaseline, K as unbroken, Kt as policyFor, L as calibrationIn, Ln as worst, Lt as explainSide, Mn as sameParts, Mt as withAccepted, N as defaultBaselines, Nn as wholeComment, On as mergedParts, Ot as settingsDigest, P as onDisk, Pn as partId, Q as acceptedFolder, Qn as isCompared, Qt as rewriteAudit, R as calibrationName, Rn as failure, S as unavailable, Sn as isForbidden, Sr as text$1, St as judgeAlone, T as readConfig, Tn as comment, Tr as picturePaths, Tt as unreadable, U as baseText, Un as readMarker, Ut as isAddress, V as writeCalibration, Vn as voided, Vt as addressOf, W as largestBlob, Wt as isSameAddress, X as several, Xt as tool, Y as unavailable$1, Yt as SpilledMap, Zt as lineageKinds, _ as addressModel, _n as againAt, _r as verdictWords, _t as audit, at as writeShard, bn as isAgainstRules, ct as shardFrom, d as isAllowed, dt as installRuntime, et as accepts, f as usualBounds, ft as engineOf, g as whyNot, gn as coordinates, gt as printable, h as remedyFor, hn as acceptedModel, ht as oneLine, i as resolveConfig, ir as says, it as wordOf, jn as roomFor, k as picturesMeant, kn as isOpen, kt as signalsOf, lt as cached, m as blobName, mn as pairOf, mt as engineWords, n as readResults, ot as readShards, p as blobHash, pt as joinedBy, q as Passing, qt as readBaseline, r as judgingOf, rr as codeOf, rt as parseAccepted, s as snapshotAt, sn as resultsText, st as recording, t as resultsSchema, tn as encodeWebp, tt as mostAcceptedBytes, u as gitFolder, un as writePieces, ut as startExplainer, v as located, vn as apiWords, w as parseConfig, wn as isLocked, wr as narrowPaths, wt as isSameModel, xn as isApiError, xr as link, xt as judge, y as locatedModel, yn as hasStatus$1, z as mostCalibrationBytes, zn as acceptBy, zt as digestNow } from "./camdrift.js";
import { c as require_picomatch, s as require_dist } from "./packages.js";
import { i as unzip } from "./archives.js";
import { a as notice, c as startGroup, d as throughProxy, f as throttling, i as info, l as warning, m as getOctokit, n as error, o as setOutput, p as retry, r as getInput, s as setSecret, t as endGroup, u as summary } from "./github.js";
import { constants, createReadStream, existsSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { constants as constants$1, copyFile, cp, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

// src/repository/comments.ts
/** All comments of a pull request: a request per hundred. */
const listedComments = (repository, number) => repository.api.paginate(repository.api.rest.issues.listComments, {
	...coordinates(repository),
	issue_number: number,
	per_page: 100
});
/** What people have said: bots and deleted accounts are left out. */
const commentsOfPeople = (listed) => listed.flatMap(({ id, node_id: node, html_url: url, body = "", user, created_at, updated_at }) => user?.type === "User" ? [{
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
		if (hasStatus$1(error, 404)) return "none";
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

// src/targets/_versions.ts
const nothingSaid = {
	now: void 0,
	ours: [],
	doubtful: []
};
const query$1 = `query CamdriftVersions($comment: ID!) {
  node(id: $comment) {
    ... on IssueComment {
      body lastEditedAt editor { login }
      userContentEdits(first: 20) { nodes { diff editor { login } } }
    }
  }
}`;
/**
* Whoever may write to the repository can edit our comment, and what stands in it then would pass as ours with the next word that we add. So only
* versions that our own login wrote are taken up again.
* @param written what this run has just written to it
*/
async function versionsOf(repository, { id, node, author }, written) {
	const found = await repository.api.graphql(query$1, { comment: node }).catch(() => void 0);
	if (!found?.node) {
		const { data } = await repository.api.rest.issues.getComment({
			...coordinates(repository),
			comment_id: id
		});
		const { body: stands = "" } = data;
		return stands === written ? {
			now: stands,
			ours: [stands],
			doubtful: []
		} : {
			...nothingSaid,
			doubtful: [stands]
		};
	}
	const { body, lastEditedAt, editor, userContentEdits } = found.node;
	const now = lastEditedAt == null || isSelf(editor?.login, author) ? body : void 0;
	const edits = (userContentEdits?.nodes ?? []).filter((edit) => isSelf(edit?.editor?.login, author));
	const ours = [...now === void 0 ? [] : [now], ...edits.flatMap((edit) => edit?.diff ?? [])];
	return {
		now,
		ours,
		doubtful: ours.length === 0 ? [body] : []
	};
}
/** Of a comment and the spare ones beside it. */
const joined = (all) => ({
	now: all[0]?.now,
	ours: all.flatMap(({ ours }) => ours),
	doubtful: all.flatMap(({ doubtful }) => doubtful)
});
/** Who else has edited a comment of ours last: undefined when nobody has, `''` when that cannot be read. */
async function foreignEditor(repository, { node, author }) {
	const editor = await lastEditor(repository, node).catch(() => "");
	return isSelf(editor, author) ? void 0 : editor;
}
/** GraphQL writes a bot's login without its ending. */
const isSelf = (login, author = "") => login !== void 0 && login !== "" && login === author.replace(/\[bot\]$/, "");

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
	const last = timelineItems.nodes.filter(({ actor, deletedCommentAuthor }) => same$1(deletedCommentAuthor?.login, me) && !same$1(actor?.login, me)).map(({ createdAt }) => createdAt).sort().at(-1);
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
const same$1 = (a, b) => a?.replace(/\[bot\]$/, "") === b.replace(/\[bot\]$/, "");
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
	const body = compose(nothingSaid);
	const { data: made } = await repository.api.rest.issues.createComment({
		...coordinates(repository),
		issue_number: number,
		body
	});
	const [oldest, ...others] = (await markedComments(repository, number, key)).filter(({ author }) => author === made.user?.login);
	if (!oldest || oldest.id === made.id) return made.html_url;
	return settle(repository, oldest, compose, others.filter(({ id }) => id === made.id));
}
const mostTries$1 = 6;
async function settle(repository, comment, compose, spare) {
	const { second = 1e3 } = repository;
	const beside = await Promise.all(spare.map((each) => versionsOf(repository, each).catch(gone)));
	let written;
	for (let count = 1;; count++) {
		const body = compose(joined([await versionsOf(repository, comment, written), ...beside]));
		if (body === void 0) break;
		if (count > mostTries$1) throw new Error(`others have overwritten the comment ${mostTries$1} times`);
		if (count > 1) await setTimeout(Math.random() * second * 2 ** (count - 2));
		await repository.api.rest.issues.updateComment({
			...coordinates(repository),
			comment_id: comment.id,
			body
		});
		written = body;
	}
	for (const { id } of spare) await remove(repository, id);
	return comment.url;
}
const gone = (error) => {
	if (hasStatus$1(error, 404)) return nothingSaid;
	throw error;
};
/** Whoever made it may have removed it already. */
async function remove(repository, id) {
	await repository.api.rest.issues.deleteComment({
		...coordinates(repository),
		comment_id: id
	}).catch((error) => hasStatus$1(error, 404) ? void 0 : Promise.reject(error));
}
const folding$1 = `mutation CamdriftFold($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;
/** Hides a comment as outdated; whoever wants to read it can unfold it. */
async function fold(repository, { node }) {
	await repository.api.graphql(folding$1, { input: {
		subjectId: node,
		classifier: "OUTDATED"
	} });
}

// src/events/_heard.ts
/** What people have said about what a job offers to accept: who may is said by this workflow, and by the job. */
function wordsOn(offer, statements, rights) {
	const rules = [.../* @__PURE__ */ new Set([rights.by, offer.by])].map((by) => ({
		...rights,
		by
	}));
	const accepted = /* @__PURE__ */ new Map();
	const notes = /* @__PURE__ */ new Set();
	const refused = [];
	for (const pair of offer.models) {
		const decisions = rules.map((each) => decide(pair, statements, each));
		const held = decisions.map((each) => each.accepted);
		if (held.every((each) => each !== void 0)) accepted.set(pair.code, held[0]);
		const all = decisions.flatMap((each) => each.refused);
		refused.push(...all);
		for (const { by, refusal } of all) if (rights.roles.get(by) !== "none") notes.add(sentenceOf({
			level: "pass",
			code: "acceptance-refused",
			by,
			refusal
		}));
	}
	for (const { by, code } of voided(offer.models, statements, rules.at(-1))) notes.add(sentenceOf({
		level: "pass",
		code: "acceptance-void",
		by,
		pair: code
	}));
	return {
		accepted,
		notes: [...notes],
		refused
	};
}

// src/events/_speaker.ts
/** This step of this job, as against those of other jobs that speak on the same pull request. */
function speakerOf({ inputs, run }) {
	return {
		workflow: run.workflow,
		job: run.job,
		leg: legOf(inputs.matrix),
		config: posix.join(inputs["working-directory"], inputs.config),
		step: run.step
	};
}
/** `ubuntu, 3.12`, from the matrix as JSON; empty without one. */
function legOf(matrix) {
	const read = jsonOf(matrix);
	if (typeof read !== "object" || read === null) return read === null ? "" : matrix;
	return Object.values(read).map((value) => typeof value === "object" ? JSON.stringify(value) : String(value)).join(", ");
}
function jsonOf(text) {
	if (text === "") return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

// src/events/message.ts
/** What a job leaves behind that may write nothing. */
const unpublished = {
	pictures: /* @__PURE__ */ new Map(),
	withoutPictures: "the job that judges publishes nothing"
};
/** Characters of a comment. GitHub takes 65,536; the rest is room for what it counts otherwise. */
const commentBudget = 6e4;

// src/events/_part.ts
/** Whose words a part is, and since when. */
const speaking = (world, { speaker = speakerOf(world), results }) => ({
	speaker,
	legs: Math.max(world.inputs.legs, results.legs ?? 1),
	time: world.now().getTime()
});
/** What its words are about. */
const aboutOf = ({ results: { change } }, { head }) => ({
	head: change?.head ?? head,
	base: change?.baseRef
});
/** Characters that the others leave; at least a fair share, for which theirs are shortened. */
function roomBeside(world, to, message, { earlier, spare }) {
	const mine = resolvedPart({
		...speaking(world, message),
		...aboutOf(message, to)
	});
	const versions = [earlier, ...spare].flatMap((each) => each?.body ?? []);
	return roomFor(mergedParts(versions, mine), mine.id, commentBudget);
}
/** Of the commit that it is about; a comment about an earlier one says nothing of this. */
const isSaid$1 = ({ id, head, base, content }, { earlier, spare }) => earlier !== void 0 && spare.length === 0 && readMarker(earlier.body)?.head === head && readParts(earlier.body).some((part) => part.id === id && part.base === base && part.content === content && part.text !== void 0);
/** Puts our part beside those of other jobs. A run of a newer commit that was faster is left alone. */
async function put(world, to, mine, found, key = world.inputs["comment-key"]) {
	const { repository } = world;
	const expected = /* @__PURE__ */ new Set([mine.head, found.earlier && readMarker(found.earlier.body)?.head]);
	const compose = ({ now, ours, doubtful }) => {
		const [last = doubtful[0]] = ours;
		if (last !== void 0 && !expected.has(readMarker(last)?.head)) return void 0;
		const parts = mergedParts(ours, mine, doubtful);
		const body = wholeComment(parts, {
			key,
			head: mine.head,
			budget: commentBudget
		}, mine.id);
		return now !== void 0 && isCurrent(now, body) ? void 0 : body;
	};
	const url = await say(repository, to.number, key, compose, found);
	if (!found.earlier) await foldForeign(world, found);
	return url;
}
/** What was said under another token speaks of an earlier commit, and nothing can be added to it. */
async function foldForeign({ repository, runner }, { foreign }) {
	for (const comment of foreign.slice(-mostFolded)) await fold(repository, comment).then(() => runner.line(`Folded what was said there before under another name: ${comment.url}`), (error) => runner.line(`What was said under another name could not be folded (${apiWords(error)}): ${comment.url}`));
}
const mostFolded = 3;
const isCurrent = (now, wanted) => readMarker(now)?.head === readMarker(wanted)?.head && sameParts(readParts(now), readParts(wanted));
/** A comment in which nothing but this stood for an earlier commit already needs no word for every later one. */
const isSettled = (part, found) => isSaid$1(part, found) || found.spare.length === 0 && readParts(found.earlier?.body ?? "").every(({ id, content }) => id === part.id && content === part.content) && readParts(found.earlier?.body ?? "").length > 0;

// src/repository/runs.ts
async function runState(repository, id) {
	try {
		const { data } = await repository.api.rest.actions.getWorkflowRun({
			...coordinates(repository),
			run_id: id
		});
		if (data.status !== "completed") return "going";
		return data.conclusion === "success" ? "green" : "red";
	} catch (error) {
		if (isForbidden(error) || hasStatus$1(error, 404)) return "unknown";
		throw error;
	}
}
/** Has the failed jobs of a run done again, or all of them. Takes `permissions: actions: write`. */
async function runAgain(repository, id, what) {
	const { reRunWorkflow, reRunWorkflowFailedJobs } = repository.api.rest.actions;
	const run = {
		...coordinates(repository),
		run_id: id
	};
	try {
		await (what === "all" ? reRunWorkflow(run) : reRunWorkflowFailedJobs(run));
		return "running";
	} catch (error) {
		if (!isForbidden(error) && !hasStatus$1(error, 404)) throw error;
		return await runState(repository, id) === "going" ? "running" : "refused";
	}
}
/** The run that an address of ours leads to. */
function runIn(url) {
	const [, id] = /\/actions\/runs\/(\d{1,15})(?:[#?].*)?$/.exec(url ?? "") ?? [];
	return id === void 0 ? void 0 : Number(id);
}

// src/repository/viewer.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/** The login of our token, of bots with its ending. Asked for once. */
async function viewerOf(repository) {
	const login = known$1.get(repository) ?? await asked(repository);
	learnViewer(repository, login);
	return login;
}
/** Whatever GitHub has just made for us tells it too. */
function learnViewer(repository, login) {
	known$1.set(repository, login);
}
async function asked({ api }) {
	const { viewer } = await api.graphql("query CamdriftViewer { viewer { login } }");
	return viewer.login;
}

// src/targets/_neighbours.ts
/** What other pull requests with the same head have to do with it. Each is asked for once. */
function neighbours(repository, sha, own) {
	const stands = /* @__PURE__ */ new Map();
	let open;
	const isOpen = (pull) => {
		const answer = stands.get(pull) ?? standsAt(repository, pull, sha);
		stands.set(pull, answer);
		return answer;
	};
	return {
		/** Without the words about pull requests that are closed, or have moved on. */
		counted: async (parts) => {
			const kept = await Promise.all(parts.map(async ({ pull, state }) => [0, own.pull].includes(pull) || state === "success" || isOpen(pull)));
			return parts.filter((_, at) => kept[at]);
		},
		/** No success while one of them has not been looked at: it would be green with it. */
		judged: async (found, ours) => {
			if (found.state !== "success" || own.pull === 0) return found;
			open ??= openAt(repository, sha);
			const silent = (await open).find((pull) => pull !== own.pull && !ours.some((each) => each.pull === pull));
			if (silent === void 0) return found;
			return {
				state: "pending",
				description: `#${silent} has the same commit and is not judged yet. Run its job, or close it and run this one again.`
			};
		}
	};
}
/** Whether a pull request is open and stands at the commit: whatever was said of another one stops nobody. */
async function standsAt(repository, number, sha) {
	try {
		const { data } = await repository.api.rest.pulls.get({
			...coordinates(repository),
			pull_number: number
		});
		return data.state === "open" && data.head.sha === sha;
	} catch (error) {
		if (hasStatus$1(error, 404)) return false;
		throw error;
	}
}
/** Numbers of all open pull requests whose head the commit is, as far as GitHub knows them by their commit. */
async function openAt(repository, sha) {
	const { data } = await repository.api.rest.repos.listPullRequestsAssociatedWithCommit({
		...coordinates(repository),
		commit_sha: sha,
		per_page: 100
	});
	return data.flatMap(({ state, head, number }) => state === "open" && head.sha === sha ? number : []);
}

// src/targets/_status-words.ts
/** 16 hexadecimal digits for the name of a branch, which may hold what an address cannot. */
const baseMark = (branch) => createHash("sha256").update(branch).digest("hex").slice(0, 16);
/** Not the job's name: GitHub takes a status and a check of one name for two required checks. */
const statusContext = ({ key, pushed = false }) => `camdrift / ${pushed ? "push" : "verdict"}${key === "default" ? "" : ` (${key})`}`;
/** The end of an address that holds a word. */
const fragmentOf = ({ id, group, legs, standing, state, pull, base }) => `#camdrift-${[
	id,
	group,
	legs,
	standing,
	state,
	pull,
	...base === void 0 ? [] : [base]
].join("-")}`;
const fragment = /#camdrift-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,3})-(own|claimed|trusted)-(pending|success|failure|error)(?:-(\d{1,12})(?:-([0-9a-f]{16}))?)?$/;
/** The state of our context, and the latest word of every job about every pull request, by whoever has set it. */
async function wordsAt(repository, place) {
	const { paginate, rest } = repository.api;
	const ours = (await paginate(rest.repos.listCommitStatusesForRef, {
		...coordinates(repository),
		ref: place.sha,
		per_page: 100
	})).filter(({ context }) => context === statusContext(place));
	const parts = /* @__PURE__ */ new Map();
	for (const { target_url, description, creator } of ours) {
		const [, id, group, legs, standing, state, pull = 0, base] = fragment.exec(target_url ?? "") ?? [];
		const by = creator?.login ?? "";
		const name = `${id} ${pull} ${by}`;
		if (id && !parts.has(name)) parts.set(name, {
			id,
			group,
			legs: Number(legs),
			pull: Number(pull),
			description: description ?? "",
			by,
			standing,
			state,
			url: target_url ?? "",
			...base !== void 0 && { base }
		});
	}
	return {
		latest: ours[0]?.state,
		parts: [...parts.values()]
	};
}

// src/targets/_worst-word.ts
const order$1 = [
	"error",
	"failure",
	"pending",
	"success"
];
/** What all words come to: the worst of them, in our own words where these are as bad. */
function worstOf(others, own) {
	const all = [own, ...others];
	const counted = all.filter((each) => each.standing !== "claimed" || !isChecked(each, all, own.by));
	const state = order$1.find((each) => counted.some((part) => part.state === each)) ?? own.state;
	const worst = [own, ...counted].find((part) => part.state === state && counted.includes(part)) ?? own;
	return (state === "success" ? awaited(counted) : void 0) ?? {
		state,
		description: told$2(worst, own)
	};
}
/** A claim counts no more once a trusted run has spoken. Anybody with a right to set a status may call theirs trusted. */
const isChecked = ({ pull }, all, me) => all.some((each) => each.standing === "trusted" && [each.pull, 0].includes(pull) && each.by === me);
const told$2 = ({ pull, description }, own) => pull === own.pull || pull === 0 ? description : `#${pull} has the same commit: ${description}`;
/** A matrix has not passed before all of its legs have, in one voice. */
function awaited(parts) {
	for (const { group, legs, pull, by } of parts) {
		const spoken = parts.filter((part) => part.group === group && part.pull === pull && part.by === by).length;
		if (spoken < legs) return {
			state: "pending",
			description: `${spoken} of ${legs} legs of the matrix have spoken, and pass. The input legs says how many will.`
		};
	}
}

// src/targets/commit-status.ts
/**
* A commit status of its own, for teams that require it instead of the job: the worst of what all jobs say of the commit, for
* every open pull request that stands at it, as GitHub requires the same status of all of them.
*
* GitHub keeps every status ever set, and no two jobs write the same part: so each reads them all before it writes, and
* again after, until the latest one is the worst of them. What a job says itself stands in the fragment of the address. Others
* may set a status too: what they say in the name of a job stands beside its own word, and makes nothing better.
* @throws what the API's client throws; Error when others have overwritten it at every try
*/
async function setStatus(repository, place, part) {
	const { second = 1e3 } = repository;
	const asked = neighbours(repository, place.sha, part);
	for (let count = 1;; count++) {
		const { latest, parts } = await wordsAt(repository, place);
		const by = parts.length > 0 ? await viewerOf(repository) : "";
		const ours = parts.filter((each) => each.by === by);
		const known = ours.filter((each) => isOf(each, part));
		const others = await asked.counted(parts.filter((each) => !known.includes(each)));
		const sum = await asked.judged(worstOf(others, {
			...part,
			by
		}), ours);
		if (count > 1 && latest === sum.state && isSaid(part, known[0])) return;
		if (count > mostTries) throw new Error(`others have overwritten the status ${mostTries} times`);
		if (count > 1) await setTimeout(Math.random() * second * 2 ** (count - 2));
		await create(repository, place, part, sum);
		if (part.state === "pending" && part.standing !== "claimed") return;
	}
}
const mostTries = 6;
const isSaid = ({ state, standing, base }, known) => known?.state === state && known.standing === standing && known.base === base;
async function create(repository, place, part, sum) {
	const { state, description } = sum;
	const { data } = await repository.api.rest.repos.createCommitStatus({
		...coordinates(repository),
		sha: place.sha,
		state,
		context: statusContext(place),
		description: description.length > 140 ? `${description.slice(0, 137)}...` : description,
		target_url: `${place.url}${fragmentOf(part)}`
	});
	if (data.creator) learnViewer(repository, data.creator.login);
}
/** What an earlier version of camdrift said names no pull request. */
const isOf = ({ id, pull }, part) => id === part.id && (pull === part.pull || pull === 0);
/** What every job has said of a commit last, and in which run; `ours`: whether our own token has said it. */
async function statusParts(repository, place) {
	const { parts } = await wordsAt(repository, place);
	const me = parts.length > 0 ? await viewerOf(repository) : "";
	return parts.map((part) => ({
		...part,
		ours: part.by === me
	}));
}

// src/events/_reopened.ts
function reopener(world, takenBack) {
	const { repository } = world;
	const asked = /* @__PURE__ */ new Map();
	const again = (id, what) => {
		const known = asked.get(id) ?? runAgain(repository, id, what).then((found) => found === "running" ? found : "by-hand");
		asked.set(id, known);
		return known;
	};
	return {
		part: async (place, part, open) => {
			const status = (await statusParts(repository, place)).find((each) => isOwn(each, [part], place));
			if (status) return {
				check: "settled",
				changed: await follows(world, place, status, part, open)
			};
			return {
				check: await byJob(world, part, open, again),
				changed: false
			};
		},
		others: async (place, parts, open) => {
			const said = await statusParts(repository, place);
			for (const status of said.filter((each) => isAbout(each, place))) {
				const id = isOwn(status, parts, place) ? void 0 : runIn(status.url);
				const isDue = open ? status.state === "failure" : takenBack && status.state === "success";
				if (id !== void 0 && isDue && await again(id, "all") === "by-hand") world.runner.warning(`${needed} The status is of the run ${repository.serverUrl}/${repository.owner}/${repository.name}/actions/runs/${id}.`);
			}
		}
	};
}
const needed = "No run could be done again: the job needs `permissions: actions: write`, or somebody does it by hand.";
/**
* A verdict of the trusted workflow on a pull request from here is judged by it alone: its own job says nothing in the comment, and whoever
* can write there might say so in its name.
*/
const isOwn = (status, parts, place) => status.ours && isAbout(status, place) && parts.some((part) => part.id === status.id) && (status.standing !== "trusted" || place.fork);
/** Another pull request with the same head has comments of its own. */
const isAbout = (status, { pull }) => status.pull === pull || status.pull === 0;
/** @returns whether it was another state */
async function follows(world, { sha, key, pull }, status, part, open) {
	const state = open ? "success" : "failure";
	if (status.state === state || !["success", "failure"].includes(status.state)) return false;
	const description = open ? verdictWords.accepted : "What failed is not accepted.";
	try {
		const url = part.run ?? world.run.url;
		await setStatus(world.repository, {
			sha,
			key,
			url
		}, {
			...status,
			pull,
			state,
			description
		});
		return true;
	} catch (error) {
		const remedy = isForbidden(error) ? " The job needs `permissions: statuses: write, pull-requests: read`." : "";
		world.runner.warning(`The commit status could not be set: ${apiWords(error)}.${remedy}`);
		return false;
	}
}
async function byJob({ repository, runner }, { run, status }, open, again) {
	const id = runIn(run);
	if (id === void 0) return open ? "by-hand" : "settled";
	if (!open && status === "fail") return "settled";
	const state = await runState(repository, id);
	if (state === "going") return "running";
	if (!(open ? state !== "green" : state === "green")) return "settled";
	const check = await again(id, open ? "failed" : "all");
	if (check === "by-hand") runner.notice(needed);
	return check;
}

// src/events/_statements.ts
/** What people say on a pull request about acceptances. What cannot be read accepts nothing, and the log says so. */
async function saidOn(world, number) {
	try {
		const listed = await listedComments(world.repository, number);
		return {
			listed,
			statements: (await Promise.all(commentsOfPeople(listed).map((comment) => statementsIn(world, comment)))).flat()
		};
	} catch (error) {
		const remedy = isForbidden(error) ? " The job needs `permissions: pull-requests: read`." : "";
		world.runner.warning(`Whether somebody has accepted this could not be read (${apiWords(error)}).${remedy}`);
		return;
	}
}
async function statementsIn({ repository }, comment) {
	const commands = commandsIn(comment.body);
	if (commands.length === 0) return [];
	const { author: by, url, created, updated, node } = comment;
	const editor = updated > created ? await lastEditor(repository, node) : void 0;
	return commands.map((command) => ({
		...command,
		by,
		url,
		at: updated,
		...editor !== void 0 && { editor }
	}));
}
/** What all who have spoken may do now. */
async function rightsOf({ repository, inputs }, author, heard) {
	const people = new Set(heard.flatMap(({ by, editor }) => editor === void 0 ? [by] : [by, editor]));
	const roles = /* @__PURE__ */ new Map();
	for (const login of people) roles.set(login, login === "" ? "unknown" : await roleOf(repository, login).catch(() => "unknown"));
	return {
		by: inputs["accept-by"],
		author,
		roles
	};
}

// src/events/_hearing.ts
/**
* Reads all comments, puts what they accept into ours and opens the gate; again until there is nothing left to do, so that
* events that come at once, or twice, all come to the same.
* @param takenBack whether somebody may have taken an acceptance back
*/
async function hear(world, number, takenBack) {
	const again = reopener(world, takenBack);
	for (let count = 1;; count++) {
		const pass = await once(world, number, again);
		if (!pass?.changed || count === mostPasses) return pass;
	}
}
const mostPasses = 5;
async function once(world, number, again) {
	const said = await saidOn(world, number);
	if (!said) return void 0;
	const { author, fork } = await openerOf(world.repository, number);
	const rights = await rightsOf(world, author, said.statements);
	const comments = await ours(world, number, said);
	const heard = [];
	for (const { key, found, parts } of comments) {
		const place = {
			sha: found.head,
			pull: number,
			key,
			fork
		};
		const here = [];
		for (const part of parts) {
			const { offer } = part;
			if (!offer) continue;
			const words = wordsOn(offer, said.statements, rights);
			const open = isOpen(offer, words.accepted);
			const gate = await again.part(place, part, open);
			const now = withHeard(part, offer, {
				...words,
				check: gate.check
			});
			const edited = !isSame$1(part, now) && await told$1(world, number, now, found, key);
			here.push({
				offer,
				words,
				open,
				now,
				changed: gate.changed || edited
			});
		}
		const all = here.every(({ open }) => open);
		if (here.length > 0) await again.others(place, parts, all);
		heard.push(...here);
	}
	return {
		...summed(heard),
		statements: said.statements,
		judged: comments.length > 0
	};
}
const summed = (heard) => ({
	known: new Set(heard.flatMap(({ offer }) => offer.models.map(({ code }) => code))),
	refused: heard.flatMap(({ words }) => words.refused),
	changed: heard.some(({ changed }) => changed),
	verdict: heard.length === 0 ? "skipped" : worst(heard.map(({ now }) => now.status === "new" ? "pass" : now.status))
});
const isSame$1 = (a, b) => a.text === b.text && a.status === b.status && a.words === b.words;
/** Our comments, under whatever key. One that somebody has edited by hand is not ours any more. */
async function ours({ repository, runner }, number, { listed }) {
	const keys = new Set(listed.flatMap(({ body }) => readMarker(body ?? "")?.key ?? []));
	const all = [];
	for (const key of keys) {
		const found = await conversation(repository, number, key, listed);
		const { earlier, head } = found;
		const parts = readParts(earlier?.body ?? "").filter((part) => part.head === head);
		if (!earlier || parts.length === 0) continue;
		const editor = await foreignEditor(repository, earlier);
		if (editor === void 0) all.push({
			key,
			found,
			parts
		});
		else runner.warning(`${editor || "Somebody"} has edited our comment, so it is not believed: run the job that judges again.`);
	}
	return all;
}
async function told$1(world, number, part, found, key) {
	try {
		const url = await put(world, { number }, {
			...part,
			time: world.now().getTime()
		}, found, key);
		world.runner.line(`Comment: ${url}`);
		return true;
	} catch (error) {
		const remedy = isForbidden(error) ? " The job needs `permissions: pull-requests: write`." : "";
		world.runner.warning(`The comment could not be updated: ${apiWords(error)}.${remedy}`);
		return false;
	}
}

// src/events/payloads.ts
/** The parts of GitHub's event payloads that are read. */
const sha$1 = string().regex(/^[0-9a-f]{40}$/);
const pullRequestPayload = object({
	action: string(),
	changes: object({ base: object({}).optional() }).optional(),
	pull_request: object({
		number: int().positive(),
		updated_at: datetime({ offset: true }),
		merged: boolean().optional(),
		head: object({
			sha: sha$1,
			repo: object({ full_name: string() }).nullable()
		}),
		base: object({
			sha: sha$1,
			ref: string(),
			repo: object({ full_name: string() })
		})
	})
});
const mergeGroupPayload = object({ merge_group: object({
	head_sha: sha$1,
	head_ref: string(),
	base_sha: sha$1,
	base_ref: string()
}) });
const pushPayload = object({
	ref: string(),
	before: sha$1,
	after: sha$1,
	deleted: boolean().optional(),
	repository: object({ default_branch: string() })
});
function readPullRequest(payload) {
	const { action, changes, pull_request: pull } = parse(pullRequestPayload, payload);
	return {
		number: pull.number,
		head: pull.head.sha,
		base: {
			ref: pull.base.ref,
			sha: pull.base.sha
		},
		moves: movesOf(action, {
			retargeted: changes?.base !== void 0,
			merged: pull.merged === true
		}),
		fork: pull.head.repo?.full_name !== pull.base.repo.full_name,
		pushed: ["opened", "synchronize"].includes(action) ? new Date(pull.updated_at) : void 0
	};
}
/** What people do on a pull request that leaves its commits as they are. */
const staying = /* @__PURE__ */ new Set([...[
	"labeled",
	"unlabeled",
	"assigned",
	"unassigned",
	"milestoned",
	"demilestoned",
	"locked",
	"unlocked"
], ...[
	"review_requested",
	"review_request_removed",
	"auto_merge_enabled",
	"auto_merge_disabled",
	"converted_to_draft"
]]);
function movesOf(action, { retargeted, merged }) {
	if (action === "closed") return merged ? "end" : "rest";
	return staying.has(action) || action === "edited" && !retargeted ? "stay" : "audit";
}
function readMergeGroup(payload) {
	const { head_sha, head_ref, base_sha, base_ref } = parse(mergeGroupPayload, payload).merge_group;
	const [, number] = /\/pr-(\d+)-[0-9a-f]+$/.exec(head_ref) ?? [];
	return {
		head: head_sha,
		number: number === void 0 ? void 0 : Number(number),
		base: {
			ref: base_ref.replace(/^refs\/heads\//, ""),
			sha: base_sha
		}
	};
}
function readPush(payload) {
	const { ref, before, after, repository, deleted = false } = parse(pushPayload, payload);
	const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
	const isNew = /^0+$/.test(before);
	return {
		branch,
		defaultBranch: repository.default_branch,
		head: after,
		before: isNew ? void 0 : before,
		deleted
	};
}
const issueCommentPayload = object({
	action: string(),
	changes: object({ body: object({ from: string() }).optional() }).optional(),
	issue: object({
		number: int().positive(),
		state: string(),
		pull_request: object({}).nullish()
	}),
	comment: object({
		id: int().positive(),
		html_url: string(),
		body: string().nullable(),
		user: object({
			login: string(),
			type: string()
		}).nullable()
	})
});
function readIssueComment(payload) {
	const { action, changes, issue, comment } = parse(issueCommentPayload, payload);
	return {
		action,
		number: issue.number,
		id: comment.id,
		url: comment.html_url,
		open: issue.pull_request != null && issue.state === "open",
		person: comment.user?.type === "User" ? comment.user.login : void 0,
		body: comment.body ?? "",
		was: changes?.body?.from ?? ""
	};
}
function parse(schema, payload) {
	const parsed = schema.safeParse(payload);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new CamdriftError("usage-wrong", `The event's payload is not what GitHub sends: at ${issue?.path.join(".")}: ${issue?.message}.`, { remedy: "Run camdrift on pull_request, merge_group, push, workflow_run, issue_comment, workflow_dispatch or schedule events of GitHub Actions." });
}

// src/events/issue-comment.ts
/**
* Somebody comments on a pull request: what they accept is put into our comment, and opens the gate. No model is read, and
* nothing is checked out: what there is to accept stands in our comment, and who has said so in theirs.
*/
async function onIssueComment(world) {
	const comment = readIssueComment(world.event.payload);
	const silence = whySilent$1(comment);
	if (silence !== void 0) return nothing$3(world, silence);
	const person = comment.person;
	if (await roleOf(world.repository, person).catch(() => "unknown") === "none") {
		await reacted(world, comment, "confused");
		return nothing$3(world, `${person} has no right to write to the repository.`);
	}
	await reacted(world, comment, "eyes");
	const isTakenBack = comment.action !== "created" || commandsIn(comment.body).some(({ verb }) => verb === "reject");
	const heard = await hear(world, comment.number, isTakenBack);
	const answer = heard && answerTo(heard, comment.url);
	if (answer) await reacted(world, comment, answer);
	world.runner.output("verdict", heard?.verdict ?? "skipped");
	return { failure: void 0 };
}
function whySilent$1({ open, person, body, was }) {
	if (!open) return "The comment is on no open pull request.";
	if (person === void 0) return "The comment is of no person.";
	if (readMarker(body)) return "The comment is our own.";
	return commandsIn(body).length + commandsIn(was).length === 0 ? "The comment has no command." : void 0;
}
function nothing$3({ runner }, reason) {
	runner.notice(`Nothing to hear. ${reason}`);
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}
/** Undefined while the run that judges has not spoken: it will read the comment itself. */
function answerTo({ statements, known, refused, judged }, url) {
	const own = statements.filter((each) => each.url === url);
	if (own.length === 0 || !judged) return void 0;
	return own.some(({ code }) => !known.has(code)) || refused.some((each) => each.url === url) ? "confused" : "+1";
}
/** What cannot be shown so is no trouble of the verdict. */
async function reacted({ repository, runner }, { id, action }, how) {
	if (action === "deleted") return;
	await react(repository, id, how).catch((error) => {
		const remedy = isForbidden(error) ? " The job needs `permissions: pull-requests: write`." : "";
		runner.warning(`No reaction could be left (${apiWords(error)}).${remedy}`);
	});
}

// src/events/_acceptance.ts
/**
* What people with the right to have accepted, by name. The record is their comments on the pull request, which are read anew at
* each run: what they may do is asked now, and an acceptance holds for the pair of models and the reasons that its code names.
* A file that the base branch has holds as well, until somebody who may takes it back.
* @param number of the pull request; undefined when there is none to ask
*/
async function accepted(world, number, checked) {
	const { results, folder, filed } = checked;
	const pairs = new Map(results.models.flatMap((model) => entry(model)));
	if (pairs.size === 0 || world.inputs["accept-by"] === "nobody") return checked;
	const said = number === void 0 ? void 0 : await saidOn(world, number);
	const statements = said?.statements ?? [];
	const opener = number !== void 0 && statements.length > 0 && await openerOf(world.repository, number);
	const rights = opener ? await rightsOf(world, opener.author, statements) : void 0;
	const offered = number !== void 0;
	const models = results.models.map((model) => withPair(model, pairs, filed?.get(model.name), {
		statements,
		rights,
		offered
	}));
	const found = {
		...results,
		models,
		verdict: worst(models.map(({ verdict }) => verdict))
	};
	await rewriteAudit(folder, found);
	return {
		...checked,
		results: found,
		listed: said?.listed
	};
}
function entry(model) {
	const pair = pairOf(model);
	return pair ? [[model.name, pair]] : [];
}
function withPair(model, pairs, filed, { statements, rights, offered }) {
	const pair = pairs.get(model.name);
	if (!pair || !model.judged) return model;
	const { accepted: word, refused } = rights ? decide(pair, statements, rights, filed?.accepted) : {
		accepted: filed?.accepted,
		refused: []
	};
	const notes = refused.map(({ by, refusal }) => ({
		level: "pass",
		code: "acceptance-refused",
		by,
		refusal
	}));
	if (word) return {
		...acceptedModel(model, pair, word),
		reasons: [...model.reasons, ...notes]
	};
	const gone = [...rights ? voided([...pairs.values()], statements, rights) : [], ...filed?.void ?? []].map(({ by, code }) => ({
		level: "pass",
		code: "acceptance-void",
		by,
		pair: code
	}));
	return {
		...offered ? {
			...model,
			pair: {
				code: pair.code,
				named: [...pair.named]
			}
		} : model,
		reasons: [
			...model.reasons,
			...notes,
			...gone
		]
	};
}

// src/repository/base-now.ts
/** The branch that a pull request goes to at this moment: it may have been another one when the event came. */
async function baseNow(repository, number) {
	const { data } = await repository.api.rest.pulls.get({
		...coordinates(repository),
		pull_number: number
	});
	return data.base.ref;
}

// src/events/_verdict-gate.ts
/**
* With `gate: status` the job stays green and the status alone says the verdict, on every way out of the run. When the
* status cannot be set, the job fails in its place: a verdict is never lost. What a stranger's run claims is never a
* success: it stays pending until it is checked.
*/
async function openGate(world, gated, { suspect, standing = "own" } = {}) {
	const { inputs, runner } = world;
	const byJob = {
		close: async (results) => ({ failure: failure(results, inputs["fail-on"]) }),
		giveUp: async () => {}
	};
	if (inputs.gate === "job") return byJob;
	if (inputs.mode === "judge") return gated.isPush ? byJob : {
		...byJob,
		close: async () => ({ failure: void 0 })
	};
	const say = (state, description, to) => set(world, gated, {
		state,
		description,
		standing,
		...to !== void 0 && { base: baseMark(to) }
	});
	const opened = await say("pending", "Looking at what the models look at");
	if (suspect !== void 0 && opened !== void 0 && isForbidden(opened)) {
		runner.notice(`The commit status cannot be set in ${suspect}; this job takes its place.`);
		return byJob;
	}
	warn(world, opened);
	const final = async (state, description, to) => {
		const trouble = await say(state, description, to);
		warn(world, trouble);
		return trouble === void 0;
	};
	world.atExit(async (ending) => void await final("error", `The run ${endings[ending]} before its verdict`));
	return {
		close: async (results) => {
			const { state, words, failed, to } = await conclusion(world, gated, standing, results);
			return { failure: await final(state, words, to) ? void 0 : failed };
		},
		giveUp: async (reason) => void await final("error", reason)
	};
}
async function conclusion(world, gated, standing, results) {
	const failed = failure(results, world.inputs["fail-on"]);
	const words = failed ?? passed(results);
	if (standing === "claimed") return {
		state: failed ? "failure" : "pending",
		words: `Claimed, not checked: ${words}`,
		failed
	};
	const to = results.change?.baseRef;
	if (failed) return {
		state: "failure",
		words,
		failed,
		to
	};
	const elsewhere = await goesElsewhere(world, gated, to);
	return elsewhere ? {
		state: "error",
		words: elsewhere,
		failed: elsewhere
	} : {
		state: "success",
		words,
		failed,
		to
	};
}
/**
* A commit has one status whatever branch its pull request goes to, so a run that began before it was sent elsewhere must not make it green: it
* may end after the one that judged it for where it goes now.
* @returns why the verdict is not about the pull request as it is now
*/
async function goesElsewhere({ repository }, { number }, judgedFor) {
	if (number === 0 || judgedFor === void 0) return void 0;
	const read = await baseNow(repository, number).then((to) => ({ to }), (error) => ({ trouble: apiWords(error) }));
	if ("trouble" in read) return `Where the pull request goes could not be read: ${read.trouble}. Run it again.`;
	return read.to === judgedFor ? void 0 : `Judged as going to ${judgedFor}, but it goes to ${read.to}: run it again.`;
}
/** A commit whose status would otherwise stay what it is, as of another pull request that has the same head. */
async function undecided(world, { reason, undecided: head }, standing) {
	if (head !== void 0) await (await openGate(world, {
		head,
		number: 0
	}, { standing })).giveUp(reason);
}
const endings = {
	cancelled: "was cancelled",
	crashed: "failed"
};
const passed = ({ models, verdict }) => models.length === 0 ? "No model changed" : verdictWords[verdict];
/** @returns why it could not be set */
async function set(world, { head: sha, number: pull, isPush }, said) {
	const { repository, inputs, run } = world;
	const speaker = speakerOf(world);
	const part = {
		id: partId(speaker),
		group: partId({
			...speaker,
			leg: ""
		}),
		pull,
		legs: inputs.legs,
		...said
	};
	try {
		await setStatus(repository, {
			sha,
			key: inputs["comment-key"],
			url: run.url,
			pushed: isPush
		}, part);
		return;
	} catch (error) {
		return error;
	}
}
function warn({ runner }, trouble) {
	if (trouble === void 0) return;
	const remedy = isForbidden(trouble) ? " The job needs `permissions: statuses: write, pull-requests: read`." : "";
	runner.warning(`The commit status could not be set: ${apiWords(trouble)}.${remedy}`);
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
/** The same model in the configuration before: of that name, or, when it got another name, of that path, and of its layer where several are explained. */
function predecessor(model, before, after) {
	const isGone = ({ name }) => !after.models.some((each) => each.name === name);
	const named = before.models.find(({ name }) => name === model.name);
	if (named) return named;
	const there = before.models.filter((each) => bare(each.path) === bare(model.path) && isGone(each));
	return there.find(({ layer }) => layer === model.layer) ?? there[0];
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
function effective({ models: _m, engine: _e, jobs: _j, batch: _b, out: _o, "run-timeout": _r, ...shared }, model) {
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
	"answer-limit",
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
	const { models, engine, jobs, batch, out, "run-timeout": runTimeout } = after;
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
		out,
		"run-timeout": runTimeout
	};
}
/** Where both can be weighed, the change may ask for more than the base branch does, never for less. */
function stricter(base, own) {
	return {
		"answer-limit": base["answer-limit"] && Math.min(base["answer-limit"], own["answer-limit"] ?? base["answer-limit"]),
		"false-alarms": most$1([.1, base["false-alarms"]], [.1, own["false-alarms"]]),
		checks: base.checks || own.checks ? higher(base.checks, own.checks) : void 0,
		repairs: own.repairs === "fail" ? "fail" : base.repairs,
		lineage: sternerLineage(base.lineage, own.lineage),
		pinned: base.pinned ?? own.pinned,
		"pinned-thresholds": base.pinned === void 0 ? own["pinned-thresholds"] : lowest(base, own),
		"baseline-model": base["baseline-model"] === "none" ? own["baseline-model"] : base["baseline-model"],
		probes: base.probes === "none" ? own.probes : moreProbes(base.probes, own.probes),
		regions: moreRegions(base.regions, own.regions)
	};
}
/** A higher rate of false alarms fails more. @param sides each with what holds when nothing is written */
function most$1(...sides) {
	if (sides.every(([, written]) => written === void 0)) return void 0;
	return Math.max(...sides.map(([usual, written]) => written ?? usual));
}
const levels$2 = [
	"none",
	"basic",
	"full"
];
const higher = (a = "basic", b = "basic") => levels$2.indexOf(b) > levels$2.indexOf(a) ? b : a;
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
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Letters' case is ignored: a disk may not tell it either, and then a file is read by another name than Git has for it. */
function policyOf({ labels, inputs = [], truth, regions = [], probes = [], fixtures, baselines = [] }, configuration) {
	const named = new Set(fixtures.paths.map(folded).flatMap(upwards));
	const globbed = matcher(fixtures.globs);
	const above = new Set(fixtures.globs.filter((glob) => !glob.startsWith("!")).flatMap((glob) => upwards(startOf(glob))));
	return onFolded({
		configuration: atFile(configuration),
		labels: atFile(labels),
		truth: atFile(truth),
		region: atPlaces(regions),
		probe: atFiles(probes),
		input: atFiles(inputs),
		baseline: atPlaces(baselines),
		fixture: (path) => named.has(path) || above.has(path) || isImage(path) && globbed(path)
	});
}
const folded = (path) => path.toLowerCase();
function onFolded(policy) {
	const kinds = order.map((what) => [what, (path) => policy[what](folded(path))]);
	return Object.fromEntries(kinds);
}
/** A path above a file is that of a submodule that has it: all in it may have changed. */
const atFile = (file) => (path) => file !== void 0 && within(path, folded(file));
const atFiles = (files) => (path) => files.some((file) => atFile(file)(path));
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
const order = [...[
	"configuration",
	"labels",
	"truth",
	"region",
	"probe",
	"input",
	"baseline",
	"fixture"
]];
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
const isImage = (path) => fixtureEndings.includes(path.split(".").at(-1).toLowerCase());

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
		inputs: watched.inputs !== void 0 && any(policy.input),
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

// src/events/_engine.ts
/** Starts what explains. With `setup: fast` the fastest engine is installed first; where that fails, `auto` takes the next one. */
async function startedFor(world, choice) {
	if (world.inputs.setup === "fast" && (choice === "auto" || choice === "onnxruntime")) await install(world);
	return startExplainer(choice);
}
async function install({ env, runner }) {
	try {
		const { engine, folder, before } = await installRuntime(env);
		runner.line(`${engine} ${before ? "is there already" : "was installed"}: ${folder}`);
	} catch (error) {
		const known = actionable(error);
		if (!known) throw error;
		runner.warning(known.message);
	}
}

// src/events/_legs.ts
/** What the job that publishes must know of one that judges: who it is, and of which matrix. */
function judgingJob(world) {
	const { mode, legs } = world.inputs;
	if (mode !== "judge") return {};
	const speaker = speakerOf(world);
	const job = {
		id: partId(speaker),
		group: partId({
			...speaker,
			leg: ""
		})
	};
	return {
		...legs > 1 && { legs },
		job
	};
}
/**
* Why what was found is not all: a leg that broke down leaves nothing, and its silence is no pass. No other job stands for it, nor another
* leg that has left two things.
* @param found by each leg that has left something
* @param publishing how many legs publish, each for as many of those that judge
*/
function silence(found, publishing) {
	for (const group of new Set(found.map(groupOf))) {
		const ofOne = found.filter((each) => groupOf(each) === group);
		const all = Math.ceil(Math.max(...ofOne.map(({ legs = 1 }) => legs)) / publishing);
		const left = new Set(ofOne.map(({ job }, at) => job?.id ?? at)).size;
		if (left < all) return `Only ${left} of ${all} legs of the matrix that judges have left results.`;
	}
}
const groupOf = ({ job }) => job?.group;

// src/events/_map-cache.ts
/** With the input `map-cache`, an explainer that computes nothing twice. */
async function withMapCache(engine, world) {
	const { inputs, workspace, event, runner } = world;
	if (inputs["map-cache"] === "") return engine;
	const folder = resolve(workspace, inputs["map-cache"]);
	await requireOutside(workspace, folder, "input `map-cache`");
	return cached(engine, {
		folder,
		scopes: scopesOf(event)
	}, runner.warning);
}
/**
* A pull request writes for itself and reads what its base branch wrote, too; a branch reads only its own. So nothing that a pull
* request wrote is ever taken where another is judged, or a branch.
*/
function scopesOf({ name, payload }) {
	if (name === "pull_request" || name === "pull_request_target") {
		const { number, base } = readPullRequest(payload);
		return [`pull-${number}`, branch(base.ref)];
	}
	const pushed = name === "push" ? readPush(payload).branch : void 0;
	return pushed === void 0 ? [`event-${name.replace(/\W/g, "-")}`] : [branch(pushed)];
}
/** Names of branches may hold what names of folders may not. */
const branch = (name) => `branch-${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;

// src/events/_own-paths.ts
/** Of each model the first of its files that the change removes or moves away, while the configuration still names it. */
function goneFiles({ files }, watched) {
	const away = new Set(files.flatMap((file) => file.status === "removed" ? file.path : file.previous ?? []));
	return new Map(watched.flatMap(({ name, files: own }) => {
		const path = own.find((file) => away.has(file));
		return path === void 0 ? [] : [[name, path]];
	}));
}
/** An audit in the repository's own paths: where a runner keeps its files says nothing to the reader of a comment. */
function inOwnPaths({ results, pictures }, told) {
	return {
		results: {
			...results,
			models: results.models.map((model) => readable(model, told))
		},
		pictures: pictures.map((each) => ({
			...each,
			result: readableFixtures(each.result, told)
		}))
	};
}
function readable(model, told) {
	if (model.judged) return readableFixtures(model, told);
	const reasons = model.reasons.map((reason) => inPlainPaths(reason, told));
	const { error } = model;
	if (!error) return {
		...model,
		reasons
	};
	const message = plain$1(error.message, told);
	return {
		...model,
		reasons,
		error: {
			...error,
			message,
			remedy: remedy$2(model, told) ?? error.remedy
		}
	};
}
const readableFixtures = (model, told) => ({
	...model,
	reasons: model.reasons.map((reason) => inPlainPaths(reason, told)),
	fixtures: model.fixtures.map((each) => each.reason === void 0 ? each : {
		...each,
		reason: plain$1(each.reason, told)
	})
});
const plain$1 = (text, { folders }) => folders.reduce((said, [folder, words]) => said.replaceAll(`${folder}${sep}`, words), text);
/** Every fact that is text, for each may quote an error. */
const inPlainPaths = (reason, told) => JSON.parse(JSON.stringify(reason), (_, fact) => typeof fact === "string" ? plain$1(fact, told) : fact);
function remedy$2({ name, error }, { gone, configuration }) {
	const path = gone.get(name);
	if (path === void 0 || error?.code !== "model-unreadable") return void 0;
	return `This change removes ${path} while ${configuration} still names the model \`${name}\`: bring the file back, or take the model out of the configuration.`;
}

// src/events/_shards.ts
/** What other jobs of this run found, where the input `shards` says that they did. They come from outside of what a pull request can write. */
async function shardsOf({ inputs, workspace }) {
	if (inputs.shards === "") return void 0;
	const folder = resolve(workspace, inputs.shards);
	await requireOutside(workspace, folder, "input `shards`");
	return readShards(folder);
}
/** An explainer of one share of the fixtures, and the file of what it found. */
function oneShard(engine, shard) {
	const outcomes = new SpilledMap();
	return {
		by: recording(engine, shard, outcomes),
		write: ({ out }) => writeShard(out, shard, engine, outcomes)
	};
}

// src/events/_audited.ts
/** Audits every model of the configuration and writes the output folder. */
async function judged(world, config, told, change) {
	try {
		var _usingCtx$2 = _usingCtx();
		const shards = await shardsOf(world);
		const engine = _usingCtx$2.a(await startedFor(world, shards ? engineOf(shards) : config.engine));
		const whole = await withMapCache(engine, world);
		const share = world.inputs.shard && oneShard(whole, world.inputs.shard);
		const by = share ? share.by : shards ? joinedBy(whole, shards) : whole;
		const { results, pictures } = inOwnPaths(await audited(world, config, engine, by), told);
		if (share) world.runner.line(`Written to ${await share.write(config)}, for the job that joins all shards.`);
		if (share) return results;
		return await writeAudit(config.out, {
			pictures,
			results: {
				...results,
				...change && { change },
				...judgingJob(world)
			}
		}, engine);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function audited(world, config, engine, by) {
	const count = config.models.length;
	world.runner.line(`${count} ${count === 1 ? "model" : "models"} to audit; engine: ${engineWords(engine)}`);
	const titled = (label) => `${label} ${place(config, label)}`.trimEnd();
	const bounded = {
		...config,
		runTimeout: Math.min(config.runTimeout, world.inputs.timeout)
	};
	return audit(bounded, by, (label) => world.runner.progress(titled(label)), world.now);
}
/** `(2 of 3)`, from a title such as `baseline of shoes`. */
function place({ models }, label) {
	const index = models.findIndex(({ name }) => label === name || label.endsWith(` ${name}`));
	return models.length > 1 && index >= 0 ? `(${index + 1} of ${models.length})` : "";
}

// src/events/_base-acceptance.ts
/** Files of the same two models: one per layer that is explained, and hardly more. */
const mostFiles$3 = 20;
/** Of every model that fails, by its name; nothing where neither side could be had. */
async function filedWords(comparison, configuration, models, warn) {
	const base = trustedSide(comparison);
	const words = (base ? models.filter(({ verdict }) => verdict === "fail") : []).map(async (model) => [model.name, await filedOn(base, configuration, model, warn)]);
	return new Map(await Promise.all(words));
}
/** The side that the change cannot have written: the branch as it is now; of a push, which is that, what was there before. */
const trustedSide = ({ sides }) => sides && (sides.tip.commit === sides.candidate.commit ? sides.before : sides.tip);
/**
* What `camdrift accept` has written, where the base branch has it. A change that brings or edits such a file has no word
* in it: what lies in the checkout is not read.
* @param configuration the configuration file, relative to the repository; the files lie beside it
* @param warn told of what cannot be read, which accepts nothing
*/
async function filedOn(base, configuration, model, warn) {
	const pair = pairOf(model);
	if (!pair) return {
		accepted: void 0,
		void: []
	};
	try {
		return await wordOn(base, posix.join(posix.dirname(configuration), acceptedFolder), model, pair);
	} catch (error) {
		if (!(error instanceof CamdriftError)) throw error;
		warn(`What the base branch accepts of ${model.name} is not believed: ${error.message}`);
		return {
			accepted: void 0,
			void: []
		};
	}
}
async function wordOn(base, folder, model, pair) {
	const name = acceptedName(model.baseline?.model.digest, model.candidate.model.digest);
	const listed = (await base.under(folder)).filter(({ path }) => isNamed(path, `${folder}/${name}`));
	const found = await Promise.all(listed.slice(0, mostFiles$3).map(async ({ path }) => {
		const text = await baseText(base, path, mostAcceptedBytes);
		return {
			path,
			file: parseAccepted(text ?? "", base.place(path))
		};
	}));
	const holding = found.find(({ file }) => accepts(file, pair));
	if (holding) return {
		accepted: wordOf(holding.file, holding.path),
		void: []
	};
	return {
		accepted: void 0,
		void: found.map(({ file }) => file)
	};
}
const isNamed = (path, start) => path.endsWith(".json") && (path === `${start}.json` || path.startsWith(`${start}.`));

// src/changes/rules.ts
/**
* The files that a model is judged by, as far as its configuration names them.
* @param written turns a path as a configuration writes it into one relative to the repository
*/
function rulesOf(raw, name, written) {
	const { labels, truth, regions, probes, fixtures = [], baseline, pinned, ...rest } = effectiveSettings(raw, name);
	const inputs = arraysIn(rest.inputs).map(written);
	const golden = rest["baseline-model"];
	const marks = typeof probes === "object" ? probes.flatMap(({ mark = "built-in" }) => mark) : [];
	const pictures = marks.filter((mark) => mark !== "built-in").map(written);
	const glob = (text) => text.startsWith("!") ? `!${written(text.slice(1))}` : written(text);
	return {
		name,
		files: [],
		...typeof labels === "string" && { labels: written(labels) },
		...inputs.length > 0 && { inputs },
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

// src/events/_base-rules.ts
/** More files of the rules would take too many requests. */
const mostFetched = 300;
const mostBytes$4 = 2 ** 30;
/**
* What a configuration means with the base branch's files: its fixtures, masks, annotations and marks as that branch has them today, whatever the
* change makes of them. Fixtures that the change adds are there too, to be shown. Where none differ, nothing is copied.
* @param policy the base branch's configuration
* @param judged the changed configuration under that policy
* @param folder to write to
* @throws CamdriftError `baseline-unavailable`
*/
async function withBaseFiles(project, sides, policy, judged, folder) {
	const [tip, head] = await Promise.all([sides.tip.list(), sides.candidate.list()]);
	if (!tip?.complete || !head?.complete) return project.resolved(judged);
	const files = whereTheyAre(project, filesFor(project, policy, judged, tip, head), tip);
	if (files.fetched.length === 0 && files.dropped.length === 0) return project.resolved(judged);
	if (files.fetched.length > mostFetched) throw tooMany(files.fetched.length, sides.tip);
	for (const path of files.copied) await copied(join(project.root, path), join(folder, path));
	await fetched$1(files.fetched, sides.tip, folder);
	const config = await project.resolved(judged, folder);
	const added = new Set(files.added);
	const real = (model) => inPlace(model, project, folder, added);
	return {
		...config,
		models: await Promise.all(config.models.map(real))
	};
}
function filesFor({ written }, policy, judged, tip, head) {
	const rules = (raw) => raw.models.map(({ name }) => policyOf(rulesOf(raw, name, written), ""));
	const [base, ours] = [rules(policy), rules(judged)];
	const kinds = [
		"truth",
		"region",
		"probe",
		"fixture"
	];
	const isBase = (path) => base.some((each) => kinds.some((kind) => each[kind](path)));
	const isOurs = (path) => ours.some((each) => each.labels(path) || kinds.some((kind) => each[kind](path)));
	const isFixture = (path) => base.some((each) => each.fixture(path) && !each.region(path));
	const filesOf = ({ entries }) => [...entries].flatMap(([path, { kind }]) => kind === "file" ? [path] : []);
	const known = filesOf(tip).filter(isBase);
	const same = (path) => tip.entries.get(path)?.sha === head.entries.get(path)?.sha;
	const own = filesOf(head).filter((path) => isBase(path) && !tip.entries.has(path));
	const added = own.filter(isFixture);
	const others = filesOf(head).filter((path) => !isBase(path) && isOurs(path));
	return {
		copied: [
			...known.filter(same),
			...added,
			...others
		],
		fetched: known.filter((path) => !same(path)),
		dropped: own.filter((path) => !isFixture(path)),
		added
	};
}
/** What the base branch has and this machine has not is fetched; what only the change has is not missed: it judges nothing. */
function whereTheyAre({ root }, files, tip) {
	const isHere = (path) => existsSync(join(root, path));
	const gone = files.copied.filter((path) => !isHere(path));
	return {
		...files,
		copied: files.copied.filter(isHere),
		fetched: [...files.fetched, ...gone.filter((path) => tip.entries.has(path))],
		added: files.added.filter(isHere)
	};
}
async function copied(from, to) {
	await mkdir(dirname(to), { recursive: true });
	await copyFile(from, to, constants.COPYFILE_FICLONE);
}
async function fetched$1(paths, tip, folder) {
	const objects = [];
	for (const path of paths) {
		const to = join(folder, path);
		const bytes = await tip.read(path, largestBlob);
		const pointer = readLfsPointer(bytes);
		await mkdir(dirname(to), { recursive: true });
		if (pointer) objects.push({
			pointer,
			place: tip.place(path),
			to
		});
		else await writeFile(to, bytes);
	}
	if (objects.length > 0) await downloadLfs(tip.repository, objects, mostBytes$4);
}
/** Models, what they are given, and stored maps stay where they are checked out; only what judges lies in the folder. */
async function inPlace(model, { root, workspace, configuration }, folder, added) {
	const path = (file) => relative(folder, file).split(sep).join("/");
	const real = (file) => confined(workspace, join(root, path(file)), `path ${path(file)} of model ${model.name}`);
	const { baseline, reference, pinned, calibration } = model;
	const base = posix.dirname(configuration);
	return {
		...model,
		load: {
			...model.load,
			inputs: await givenAt(model.load.inputs, real)
		},
		path: model.address ? model.path : await real(model.path),
		baseline: baseline && await real(baseline),
		reference: reference.kind === "model" ? onDisk(await real(await reference.model.path())) : reference,
		pinned: pinned && await real(pinned),
		calibration: calibrationIn(dirname(await real(calibration.path))),
		fixtures: model.fixtures.map((fixture) => added.has(path(fixture.path)) ? {
			...fixture,
			touched: "added"
		} : fixture),
		shown: (file) => relative(join(inside(folder, file) ? folder : root, base), file).split(sep).join("/") || "."
	};
}
const tooMany = (count, { commit }) => new CamdriftError("baseline-unavailable", `The change has ${count} other files to be judged by than the base branch at ${commit.slice(0, 7)}; at most ${mostFetched} are fetched.`, { remedy: "Change fixtures, masks and annotations in a pull request of their own, without the model." });

// src/events/_base-calibration.ts
/**
* The calibration that judges a change: a change which edits it would widen its own limits, so it is judged by the base
* branch's, and by none when that cannot be had.
*/
function believedCalibration(here, project, files, before) {
	const path = project.inRepository(here.path);
	if (!touchesPlace(files, path)) return here;
	return {
		path: here.path,
		read: async () => {
			const calibration = before && await calibrationAt(before, path).catch(tolerate$1);
			const own = await here.read().catch(tolerate$1);
			if (calibration && JSON.stringify(calibration) === JSON.stringify(own?.calibration)) return { calibration };
			return {
				calibration: calibration ?? noCalibration,
				notes: [edited(path, calibration !== void 0)]
			};
		}
	};
}
/** The calibration of an earlier commit; an empty one when it has none. */
const calibrationAt = async (before, path) => parseCalibration(await baseText(before, path, mostCalibrationBytes), before.place(path));
const edited = (path, baseRead) => ({
	level: "warn",
	code: "calibration-edited",
	path,
	baseRead
});
function tolerate$1(error) {
	if (!(error instanceof CamdriftError)) throw error;
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
const mostFiles$2 = 5e4;
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
		throw unavailable(`The list of files that ${place} names cannot be read.`, "Fetch it again with `dvc fetch`.", cause);
	}
}
/** Whether a folder on disk holds just the files that DVC names: the MD5 of the list that DVC would write for it. */
async function isFolderObject(folder, { md5, legacy }) {
	const paths = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
	if (paths.length === 0 || paths.length > mostFiles$2) return false;
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
const mostBytes$3 = 2 ** 18;
/** The settings of the DVC project that a path belongs to; undefined when none is above it. */
async function dvcConfig(path, files) {
	for (let root = posix.dirname(path);; root = posix.dirname(root)) {
		const text = await files.text(posix.join(root, ".dvc/config"), mostBytes$3);
		if (text !== void 0) {
			const local = await files.text(posix.join(root, ".dvc/config.local"), mostBytes$3) ?? "";
			return {
				root,
				...settingsOf$2(`${text}\n${local}`)
			};
		}
		if (root === "." || root === "/") return void 0;
	}
}
/** Sections in brackets, some of them quoted: `['remote "storage"']`; a later value wins. */
function settingsOf$2(text) {
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
var import_dist = require_dist();
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
		throw unavailable(`${place} is no file of DVC's, or is damaged.`, "Let DVC write it again.", cause);
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
	if (md5 === void 0 || hash !== void 0 && hash !== "md5") throw unavailable(`${place} has no MD5 of ${path}, which is what the model is known by.`, "Let DVC track the model with `dvc add`, or name its address as `path`, with `sha256`.");
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
function placesOf({ md5, isFolder, legacy }) {
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
		for (const place of placesOf(object)) {
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
		for (const place of placesOf(object)) if (await download({
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
	throw unavailable(`${what}: expected MD5 ${object.md5}.`, `Run \`dvc pull ${path}\` in a step before.`);
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
		if (md5 === void 0) throw unavailable(`${place} has no ${name}, which the model needs.`);
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
	throw unavailable(`${place} has neither ${names.filter(Boolean).join(" nor ")}.`);
}
/** A list comes from a stranger's storage. */
function insideOf(folder, name) {
	const steps = name.split(/[\\/]/);
	if (!steps.includes("..") && !steps.includes("") && !name.includes("\0")) return join(folder, name);
	throw unavailable(`DVC's list of files has the name ${JSON.stringify(name)}, which leads out of its folder.`);
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
	throw unavailable(`The earlier version is not on this machine: ${name}, MD5 ${object.md5}, is not in ${where}.`, missing);
}

// src/events/_elsewhere.ts
/** What the change says of a model; undefined when the model is its own word, in Git or on disk. */
async function saidNow(model, project) {
	if (model.address) return { address: model.address };
	const pointer = await dvcPointer(project.inRepository(model.path), checkedOut(project));
	return pointer && { pointer };
}
const isSameSaid = (a, b) => "address" in a ? "address" in b && isSameAddress(a.address, b.address) : "pointer" in b && isSamePointer(a.pointer, b.pointer);
/** What lies on disk must be what DVC says; what lies at an address is looked at when it is fetched. */
async function requireSaid(said, { root }) {
	if ("pointer" in said) await requirePulled(said.pointer, join(root, said.pointer.out));
}
/** The version that an earlier configuration says lies at an address. */
function versionAtAddress(raw, network) {
	const address = addressOf(raw);
	return {
		model: addressModel(address, network),
		said: { address }
	};
}
/** The version that DVC's pointer of an earlier commit names; undefined without one. */
async function versionInDvc(path, before, project, network, folder) {
	const pointer = await dvcPointer(path, committed(before, project));
	if (!pointer) return void 0;
	const stores = () => storesOf(pointer, before, project, network);
	return {
		model: dvcModel(pointer, stores, folder, fetchRemedy(pointer, before)),
		said: { pointer }
	};
}
/** The cache as the workspace has it, and the remote as the earlier commit names it: nobody else may say what is asked. */
async function storesOf({ file }, before, project, network) {
	const now = await dvcConfig(file, checkedOut(project));
	const then = await dvcConfig(file, committed(before, project));
	return [await cacheStore(now ?? then ?? { root: "." }, project.root, project.workspace), then && webStore(then, network)].filter((store) => store !== void 0);
}
function fetchRemedy({ out }, { commit }) {
	const name = /^[\w./@+-]+$/.test(out) ? out : `'${out.replaceAll("'", "'\\''")}'`;
	return `In a step before: \`git fetch --depth 1 origin ${commit} && git checkout -q ${commit} && dvc fetch ${name} && git checkout -q - && dvc pull ${name}\`.`;
}
/** Hosts of the configuration that nobody outside may edit. */
function trustedHosts(raw) {
	return (raw?.models.filter(({ path }) => isAddress(path)) ?? []).map(({ path, "token-env": tokenEnv }) => ({
		host: new URL(path).host,
		tokenEnv
	}));
}
/** What is checked out the same need not be asked for. */
const committed = (snapshot, project) => ({
	text: async (path, mostBytes) => {
		const entry = await snapshot.entry(path);
		const here = entry && await checkedOut(project).text(path, mostBytes);
		if (entry && here !== void 0 && blobName(Buffer.from(here), entry.sha) === entry.sha) return here;
		return entry && baseText(snapshot, path, mostBytes);
	},
	place: (path) => snapshot.place(path)
});
/** Links are followed within the workspace. */
const checkedOut = ({ root, workspace }) => ({
	text: async (path, mostBytes) => {
		const file = await realpath(join(root, posix.normalize(path))).catch(() => void 0);
		if (file === void 0 || !inside(await realpath(workspace), file)) return void 0;
		const { size } = await stat(file);
		return size > mostBytes ? void 0 : readFile(file, "utf8");
	},
	place: (path) => path
});

// src/events/_before-change.ts
/** The version before the change; undefined when there was none. */
async function versionBefore(side, name, folder) {
	const { project, comparison, written } = side;
	const { files, sides } = comparison;
	const found = sides.before;
	const here = project.raw.models.find((each) => each.name === name);
	const path = project.written(here.path);
	const origin = originOf(here, files, written, project.raw, project.written);
	if (origin.unclear.length > 1) throw unclear(name, origin.unclear);
	for (const candidate of origin.paths) {
		const version = await versionAt(side, candidate, name, folder);
		const renamed = candidate === path ? void 0 : {
			name,
			from: candidate,
			to: path
		};
		if (version) return {
			...version,
			path: candidate,
			renamed
		};
	}
	if (!origin.known) return void 0;
	throw notInGit(found.place(origin.paths[0]));
}
/** In Git; where the configuration had an address; where DVC held it. */
async function versionAt({ project, comparison, written, network }, path, name, folder) {
	const { before } = comparison.sides;
	const there = written?.models.filter((each) => isAddress(each.path) && project.written(each.path) === path) ?? [];
	const [first] = there;
	if (first) return versionAtAddress(there.find((each) => each.name === name) ?? first, network);
	const place = await before.locate(path);
	if (place) return {
		model: {
			...baseModel(before, path, folder),
			origin: before.place(path)
		},
		trouble: "entry" in place ? void 0 : outOfReach$1(path, place, before)
	};
	return versionInDvc(path, before, project, network, folder);
}
const outOfReach$1 = (path, place, before) => new CamdriftError("model-untracked", `The model ${before.place(path)} cannot be compared with${whyNot(place)}.`, { remedy: remedyFor(place) });
const unclear = (name, gone) => new CamdriftError("baseline-unavailable", `The model ${name} may have been any of ${gone.join(", ")}, which went away: it is not clear what to compare it with.`, { remedy: "Let a model keep its name when it moves, or move one model at a time." });
const notInGit = (path) => new CamdriftError("model-untracked", `Git does not hold ${path}, so nothing tells whether this change changes the model.`);
/** The version that the configuration names; as it was before when the change touches it. */
async function named({ files, sides }, project, { reference }, folder) {
	if (reference.kind !== "model") return void 0;
	const path = project.inRepository(await reference.model.path());
	if (!touchesPlace(files, placeOf(path))) return reference.model;
	const { before } = sides;
	if (!await before.locate(path).catch(() => "unknown")) return reference.model;
	return {
		...baseModel(before, path, folder),
		origin: before.place(path)
	};
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

// src/events/_fixtures.ts
/**
* The model with what the change does to its fixtures. Where the base has no configuration of it, or is too large to be
* listed, nothing is said: the fixtures then count as they are.
* @param before the base's configuration
*/
async function withFixtureChanges(model, project, { sides }, before) {
	const written = project.raw.models.find(({ name }) => name === model.name);
	const known = written && before && predecessor(written, before, project.raw);
	const areOurs = model.fixtures.every(({ path }) => inside(project.root, path));
	if (!sides || !known || !areOurs) return model;
	const [was, is] = await Promise.all([sides.before.list(), sides.candidate.list()]);
	if (!was?.complete || !is?.complete) return model;
	const own = [project.inRepository(project.out)].filter((folder) => folder !== "");
	const earlier = fixturesAmong(was.entries, rulesOf(before, known.name, project.written), own);
	if (earlier.size === 0) return model;
	const found = model.fixtures.flatMap(({ path }) => {
		const place = project.inRepository(path);
		const sha = is.entries.get(place)?.sha;
		return sha === void 0 ? [] : [[place, sha]];
	});
	const { touched, gone } = fixtureChanges(earlier, new Map(found));
	const folder = posix.dirname(project.configuration);
	return {
		...model,
		fixtures: model.fixtures.map((fixture) => ({
			...fixture,
			touched: touched.get(project.inRepository(fixture.path))
		})),
		gone: gone.map((path) => posix.relative(folder, path))
	};
}

// src/events/_known.ts
/** For a `catch`: an error of the user's as a value; anything else is a bug and thrown on. */
function known(error) {
	if (error instanceof CamdriftError) return error;
	throw error;
}
/** For a `catch`: nothing instead of an error of the user's. */
function tolerate(error) {
	known(error);
}

// src/events/_base-baseline.ts
const mostFiles$1 = 500;
const mostBytes$2 = 16 * 2 ** 20;
const mostAtOnce$1 = 8;
/**
* The stored maps that an earlier commit has, written to a folder: a change that brings its own is compared with those.
* @param path their folder, relative to the repository
* @returns undefined when there are none
* @throws CamdriftError `baseline-unavailable`
*/
async function storedBefore(before, path, folder) {
	const files = (await before.under(path)).filter((file) => file.path.endsWith(".json"));
	if (!files.some((file) => file.path === `${path}/manifest.json`)) return void 0;
	if (files.length > mostFiles$1) throw new CamdriftError("baseline-unavailable", `The stored maps ${before.place(path)} are ${files.length} files; at most ${mostFiles$1} are fetched.`, { remedy: "Change the model and its stored maps in two pull requests, or name the earlier version with `baseline-model`." });
	const waiting = [...files];
	const lane = async () => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			const target = join(folder, file.path.slice(path.length + 1));
			await mkdir(dirname(target), { recursive: true });
			await writeFile(target, await before.read(file.path, mostBytes$2));
		}
	};
	await Promise.all(Array.from({ length: mostAtOnce$1 }, lane));
	return folder;
}

// src/events/_stored-maps.ts
/** Stored maps that the change edits are taken as they were before. */
async function asStored(model, { project, comparison }, folder) {
	const path = model.baseline === void 0 ? void 0 : project.inRepository(model.baseline);
	const baseline = path && await storedBefore(comparison.sides.before, path, join(folder, "stored"));
	return {
		...model,
		baseline: baseline || void 0
	};
}
/** A version that cannot be fetched, where stored maps are there to stand for it. */
async function reached(model, stored, warn) {
	const { reference } = model;
	const trouble = reference.kind === "model" && await reference.model.path().then(() => void 0, known);
	if (!trouble) return model;
	const other = await stored();
	if (await storedDigest(other) === void 0) return model;
	warn(`${model.name} is compared with its stored maps, whether or not the version before made them: ${trouble.message}`);
	return {
		...model,
		baseline: other.baseline,
		reference: { kind: "stored" }
	};
}
/** Where Git has no earlier version, stored maps are one, whoever put the model there. */
async function onDiskOr(trouble, model, stored) {
	if (trouble.code !== "model-untracked") return refused(model, trouble);
	const other = await stored();
	if (await storedDigest(other) === void 0) return refused(model, trouble);
	return {
		...model,
		baseline: other.baseline,
		reference: { kind: "stored" }
	};
}
/** The model that stored maps were made from; undefined without such maps. */
async function storedDigest({ baseline }) {
	if (baseline === void 0) return void 0;
	return (await readBaseline(baseline).catch(tolerate))?.model.digest;
}
/** One model that cannot be judged does not stop the others: whoever asks for its earlier version is told why. */
function refused(model, trouble) {
	const fail = async () => {
		throw trouble;
	};
	return {
		...model,
		baseline: void 0,
		reference: {
			kind: "model",
			model: {
				digest: fail,
				path: fail
			}
		}
	};
}

// src/repository/on-disk.ts
/** Larger files are no text whose line ends a checkout rewrites. */
const largestText = 64 * 2 ** 20;
/**
* Whether a file on disk is what a commit has at a path: byte for byte, or as a checkout writes it: a Git LFS object for its
* pointer, line ends of Windows. Asks GitHub only where the bytes do not tell.
* @param entry the commit's, at that path
*/
async function isCheckedOut(file, entry, path, snapshot) {
	const { size } = await stat(file);
	const { name, sha256 } = await hashes(file, size, entry.sha);
	if (name === entry.sha || blobName(lfsPointerText({
		oid: sha256,
		size
	}), entry.sha) === entry.sha) return true;
	if (size <= largestText && blobName(withoutReturns(await readFile(file)), entry.sha) === entry.sha) return true;
	if (entry.size > 1024) return false;
	return readLfsPointer(await snapshot.read(path, longestLfsPointer))?.oid === sha256;
}
async function hashes(file, size, like) {
	const [git, sha256] = [blobHash(size, like), createHash("sha256")];
	for await (const chunk of createReadStream(file)) {
		git.update(chunk);
		sha256.update(chunk);
	}
	return {
		name: git.digest("hex"),
		sha256: sha256.digest("hex")
	};
}
/** Line ends as Git stores them. */
function withoutReturns(bytes) {
	if (bytes.includes(0)) return bytes;
	return bytes.filter((byte, index) => byte !== carriageReturn || bytes[index + 1] !== lineFeed);
}
const [carriageReturn, lineFeed] = [13, 10];
/**
* Where a commit's links lead, as far as the checkout tells: a link that is checked out as its hash says need not be asked for.
* @param at a path of the commit, on this machine
*/
async function checkedOutLinks(links, at) {
	const texts = /* @__PURE__ */ new Map();
	for (const { path, sha } of links) {
		const text = await readlink(at(path), "utf8").catch(() => readFile(at(path), "utf8").catch(() => void 0));
		if (text !== void 0 && blobName(Buffer.from(text), sha) === sha) texts.set(sha, text);
	}
	return texts;
}

// src/events/_checkout.ts
const sha = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** The commit that is checked out in a folder; undefined when it is no clone, as after a checkout without Git. */
async function checkedOutCommit(folder) {
	const git = await gitFolder(folder);
	const head = await textOf(join(git, "HEAD"));
	if (head === void 0 || sha.test(head)) return head;
	const [, ref] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
	if (ref === void 0 || ref.includes("..")) return void 0;
	const common = resolve(git, await textOf(join(git, "commondir")) ?? ".");
	const loose = await textOf(join(git, ref)) ?? await textOf(join(common, ref));
	if (loose !== void 0) return sha.test(loose) ? loose : void 0;
	return (await textOf(join(common, "packed-refs")) ?? "").split("\n").find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
}
const textOf = (path) => readFile(path, "utf8").then((text) => text.trim(), () => void 0);

// src/events/_standing.ts
/**
* What is known of a model before it is loaded: that it is there, whole, and the one that Git has for this change.
* @param path the model on disk
* @param candidate undefined when GitHub cannot be asked; a model that is there then counts as untracked
*/
async function standingOf(path, project, candidate) {
	try {
		const { root, files, isPointer } = await filesOf$2(path, project.root);
		const contents = /* @__PURE__ */ new Map();
		for (const name of files) {
			const file = join(root, name);
			const place = project.inRepository(file);
			const found = await candidate?.locate(place);
			await requireThere(file, place, found?.kind === "file");
			const contentName = found && nameOf(found);
			if (!candidate || !contentName) return {
				kind: "untracked",
				path: place
			};
			if (!await isOnDisk(file, found, place, project, candidate)) throw another(place, candidate);
			contents.set(name, contentName);
		}
		const beside = isPointer && candidate ? await siblings(project.inRepository(path), candidate) : [];
		return {
			kind: "tracked",
			files: new Map([...contents, ...beside])
		};
	} catch (error) {
		if (error instanceof CamdriftError) return {
			kind: "unusable",
			trouble: error
		};
		throw error;
	}
}
/** A Git LFS pointer does not tell which other files it needs. */
async function filesOf$2(path, within) {
	const found = await modelFiles(path, within).catch((error) => {
		if (!(error instanceof CamdriftError) || error.code !== "model-lfs-pointer") throw error;
	});
	if (found) return {
		...found,
		isPointer: false
	};
	return {
		root: dirname(path),
		files: [basename(path)],
		isPointer: true
	};
}
/** What lies beside a file may belong to it; in the repository's own folder, what begins with its name. */
async function siblings(path, candidate) {
	const folder = posix.dirname(path);
	const start = folder === "." ? posix.basename(path).replace(/\.[^.]*$/, "") : "";
	return (await candidate.under(folder)).map(({ path: found, sha }) => [folder === "." ? found : found.slice(folder.length + 1), sha]).filter(([name]) => !name.includes("/") && name.startsWith(start) && name !== posix.basename(path));
}
async function requireThere(file, place, inGit) {
	if ((await stat(file).catch(() => void 0))?.isFile()) return;
	throw new CamdriftError("model-unreadable", `There is no readable file ${place}.`, inGit ? { remedy: "The commit has it, the workspace has not: let actions/checkout bring it (`sparse-checkout`)." } : {});
}
const another = (place, { commit }) => new CamdriftError("workspace-differs", `The workspace has another ${place} than commit ${commit.slice(0, 7)}, which this run is about.`);
/**
* Whether the same files, by their contents, lie at a place of an earlier commit. Git's own names are compared, so nothing is
* fetched; `false` is no proof that they differ.
* @param path file or folder of the earlier commit
*/
async function isSameInGit(files, before, path) {
	const [named = ""] = files.keys();
	const place = await before.locate(path);
	const isFolder = place?.kind === "submodule" ? posix.basename(path) !== named : place?.kind === "folder";
	const folder = isFolder ? path : posix.dirname(path);
	if (place?.kind === "folder" && named !== await modelIn(before, folder)) return false;
	if (!isFolder && named !== posix.basename(path)) return false;
	for (const [name, content] of files) {
		const found = await before.locate(posix.join(folder, name));
		if (!found || nameOf(found) !== content) return false;
	}
	return true;
}
/** A name that no other content has; none of a folder, and of what is not in Git. */
function nameOf(place) {
	if (place.kind === "submodule") return `${place.commit}:${place.rest}`;
	return place.kind === "file" ? place.entry.sha : void 0;
}
/** Whether the checkout has it: by content, and inside a submodule that cannot be read by the commit that is checked out there. */
async function isOnDisk(file, place, path, { root }, candidate) {
	if (place.kind === "file") return isCheckedOut(file, place.entry, path, candidate);
	return place.kind === "submodule" && await checkedOutCommit(join(root, place.path)) === place.commit;
}
async function modelIn(before, folder) {
	for (const name of folderModels) if (await before.entry(posix.join(folder, name))) return name;
}

// src/events/_unchanged.ts
/** Proven by content: what would be loaded now is what would have been loaded before, and is judged as before. */
async function isUnchanged(found, standing, model, stored, snapshot, stands) {
	if (!stands || !found) return false;
	if (!(found instanceof CamdriftError)) {
		if (standing.kind === "elsewhere" && found.said && isSameSaid(standing.said, found.said)) return true;
		if (standing.kind === "tracked" && !found.said && await isSameInGit(standing.files, snapshot, found.path)) return true;
		if (!found.trouble) return same(found.model, model);
	}
	if ((found instanceof CamdriftError ? found : found.trouble)?.code !== "model-untracked") return false;
	return isSameOnDisk(model, stored);
}
/** As the version that the configuration names, or as stored maps say that it was. */
async function isSameOnDisk(model, stored) {
	const { reference } = model;
	if (reference.kind === "model") return same(reference.model, model);
	const before = await storedDigest(await stored());
	return before !== void 0 && before === await digestOf(model).catch(tolerate);
}
/** By content. A version that cannot be had is not the same. */
async function same(before, model) {
	const digests = await Promise.all([before.digest(), digestOf(model)]).catch(tolerate);
	return digests !== void 0 && digests[0] === digests[1];
}
async function digestOf(model) {
	await model.obtain?.();
	return modelDigest(model.path, model.load.within);
}
/** Where DVC or an address is to hold it, that is what it is held against. */
async function standingNow(model, { project, comparison }) {
	try {
		const said = await saidNow(model, project);
		if (!said) return await standingOf(model.path, project, comparison.sides?.candidate);
		await requireSaid(said, project);
		return {
			kind: "elsewhere",
			said
		};
	} catch (error) {
		return {
			kind: "unusable",
			trouble: known(error)
		};
	}
}
/**
* Whether the change leaves alone how the model is judged, so that its files decide. Where not everything that changed is
* known, the files that are and the settings as they are written tell.
*/
function policyStands({ project, comparison, raw }, touches, watched) {
	const { files, complete } = comparison.files;
	if (complete) return onlyFiles(touches);
	return (raw && settingChanges(raw, project.raw).filter(({ model }) => model === watched.name))?.length === 0 && onlyFiles(touched({
		files,
		complete: true
	}, watched, project.configuration));
}
const onlyFiles = ({ model: _, ...policy }) => !Object.values(policy).some(Boolean);

// src/repository/working-copy.ts
const mostAtOnce = 4;
/**
* Writes files of a commit below a folder, as data: links become the files that they lead to inside the commit, nothing becomes
* executable, Git LFS objects take the place of their pointers.
* @param paths relative to the repository
* @throws CamdriftError `baseline-unavailable` beyond the limits, and when something cannot be had; `path-outside`
*/
async function copyFiles(snapshot, paths, folder, limits) {
	const plain = (await Promise.all(paths.map(async (path) => (await snapshot.file(path)).size))).reduce((sum, size) => sum + size, 0);
	if (paths.length > limits.files || plain > limits.bytes) throw tooMuch(snapshot, paths, plain, limits);
	const objects = [];
	await several(mostAtOnce, paths, async (path) => {
		const to = await confined(folder, join(folder, path), `file ${path}`);
		const bytes = await snapshot.read(path, largestBlob);
		await mkdir(dirname(to), { recursive: true });
		await writeFile(to, bytes);
		const pointer = bytes.length <= 1024 ? readLfsPointer(bytes) : void 0;
		if (pointer) objects.push({
			pointer,
			place: snapshot.place(path),
			to
		});
	});
	if (objects.length > 0) await downloadLfs(snapshot.repository, objects, limits.bytes - plain);
}
const tooMuch = (snapshot, [first = ""], bytes, limits) => unavailable$1(`${snapshot.place(first)} and the files with it are more than ${limits.files} files or ${limits.bytes} bytes (${bytes}).`, "Judge by fewer or smaller files.");

// src/events/_used-before.ts
/**
* How pictures become its input, what it is given beside them, and which of its numbers count, belongs to a model: the earlier version
* is used as its own configuration says, whatever it was called.
* @param folder for files of the commit before
* @throws CamdriftError `baseline-unavailable`, `path-outside`
*/
async function usedAsBefore(side, model, path, folder) {
	const { written: raw, project } = side;
	const before = raw?.models.find(({ name }) => name === model.name) ?? raw?.models.find((each) => folderOf(project.written(each.path)) === folderOf(path));
	if (!raw || !before) return {};
	const settings = effective(raw, before);
	const { preprocess, fit, pixels } = picturesMeant(settings);
	const { output, signature, size } = settings;
	const inputs = await givenBefore(side, settings.inputs, folder);
	return {
		baselinePreprocess: preprocess,
		baselineUse: {
			fit,
			pixels,
			load: {
				...model.load,
				output,
				signature,
				size,
				inputs
			}
		}
	};
}
/** Arrays that the change edits are fetched as they were. */
async function givenBefore({ project, comparison: { files, sides } }, inputs, folder) {
	const { root, workspace, written } = project;
	const edited = arraysIn(inputs).map(written).filter((path) => touchesPlace(files, path));
	const held = await Promise.all(edited.map((path) => sides.before.locate(path)));
	const fetched = edited.filter((_, at) => held[at]);
	await copyFiles(sides.before, fetched, folder, {
		files: mostArrays,
		bytes: mostInputBytes
	});
	return givenAt(inputs, (given, name) => {
		const path = written(given);
		const [within, from] = fetched.includes(path) ? [folder, folder] : [workspace, root];
		return confined(within, join(from, path), `input ${name}`);
	});
}
const mostArrays = 16;

// src/events/_base-side.ts
/**
* @param folder for files of earlier versions
*/
async function baseSide(world, project, comparison, folder, { stranger = false, baseFixtures: trusted = false }) {
	const { files, sides } = comparison;
	const moved = (raw) => raw && followed(raw, project.raw, files, project.written);
	const written = touchesPlace(files, project.configuration) ? await rawAt(world, project, sides?.before) : project.raw;
	const atTip = async () => sides?.tip === sides?.before ? written : rawAt(world, project, sides?.tip);
	const someAddress = project.raw.models.some(({ path }) => isAddress(path));
	const only = stranger ? trustedHosts(someAddress ? await atTip() : void 0) : void 0;
	const network = {
		...project.network,
		only
	};
	const side = {
		project,
		comparison,
		written,
		raw: moved(written),
		network,
		warn: world.runner.warning
	};
	return {
		raw: side.raw,
		policy: async () => moved(await atTip()),
		earlier: async (model, touches, watched) => {
			const found = await earlierOf(side, model, touches, watched, join(folder, model.name));
			return found.model && !trusted ? {
				...found,
				model: await withFixtureChanges(found.model, project, comparison, side.raw)
			} : found;
		}
	};
}
async function earlierOf(side, given, touches, watched, folder) {
	const { project, comparison } = side;
	const model = locatedModel(given, side.network);
	const standing = await standingNow(model, side);
	if (standing.kind === "unusable") return { model: refused(model, standing.trouble) };
	const calibration = believedCalibration(model.calibration, project, comparison.files, comparison.sides?.before);
	const trusted = {
		...model,
		calibration,
		...touches.baseline && { baseline: void 0 }
	};
	const stands = policyStands(side, touches, watched);
	if (!comparison.sides) return { model: refused(trusted, comparison.trouble) };
	const found = standing.kind === "untracked" ? notInGit(standing.path) : await versionBefore(side, watched.name, folder).catch(known);
	const stored = () => touches.baseline ? asStored(model, side, folder) : Promise.resolve(trusted);
	if (await isUnchanged(found, standing, trusted, stored, comparison.sides.before, stands)) return { model: void 0 };
	const away = await model.obtain?.().then(() => void 0, known);
	if (away) return { model: refused(model, away) };
	if (model.reference.kind === "none") return { model: trusted };
	const golden = await named(comparison, project, model, folder);
	if (golden) return { model: {
		...trusted,
		reference: {
			kind: "model",
			model: golden
		}
	} };
	const trouble = found instanceof CamdriftError ? found : found?.trouble;
	if (trouble) return { model: await onDiskOr(trouble, trusted, stored) };
	if (found instanceof CamdriftError || !found) return { model: {
		...trusted,
		baseline: void 0,
		reference: { kind: "absent" }
	} };
	const used = await usedAsBefore(side, model, found.path, join(folder, "given")).catch(known);
	if (used instanceof CamdriftError) return { model: refused(model, used) };
	const earlier = {
		...trusted,
		...used,
		reference: {
			kind: "model",
			model: found.model
		}
	};
	return {
		model: found.said ? await reached(earlier, stored, side.warn) : earlier,
		renamed: found.renamed
	};
}
/** A branch without a readable configuration has no policy and no names; its model files may be there all the same. */
async function rawAt({ runner }, { configuration }, at) {
	if (!at) return void 0;
	try {
		const text = await baseText(at, configuration, 2 ** 20);
		return text === void 0 ? void 0 : parseConfig(text, `${configuration} of the base branch`);
	} catch (error) {
		runner.warning(`The base branch's configuration is not taken into account: ${error.message}`);
		return;
	}
}

// src/repository/changed-files.ts
const mostOfPullRequest = 3e3;
/**
* What differs between two commits, told from their trees: two requests, however many files. Links count as what they lead to, so a
* file that changes is listed at every path that leads to it. A file is renamed when one of the same content went away, and
* no other. Of commits too large to be listed it is what GitHub's comparison tells, which is never complete.
* @throws CamdriftError `baseline-unavailable`, or what the API's client throws
*/
async function changedFiles(before, after) {
	if (before.commit === after.commit) return {
		files: [],
		complete: true
	};
	const [was, is] = await Promise.all([before.list(), after.list()]);
	if (was && is) return differences(was, is);
	const { files } = await compared(before.repository, before.commit, after.commit);
	return {
		files,
		complete: false
	};
}
function differences(was, is) {
	const removed = [...was.entries].filter(([path]) => !is.entries.has(path));
	const added = [...is.entries].filter(([path]) => !was.entries.has(path));
	const modified = [...is.entries].filter(([path, entry]) => differs(was.entries.get(path), entry));
	const [gone, come] = [single(removed), single(added)];
	const cameFrom = (sha) => come.has(sha) ? gone.get(sha) : void 0;
	const moved = new Set(added.flatMap(([, { sha }]) => cameFrom(sha) ?? []));
	return {
		files: [
			...removed.filter(([path]) => !moved.has(path)).map(([path]) => ({
				path,
				status: "removed"
			})),
			...added.map(([path, { sha }]) => addition(path, cameFrom(sha))),
			...modified.map(([path]) => ({
				path,
				status: "modified"
			}))
		].sort((a, b) => a.path < b.path ? -1 : 1),
		complete: was.complete && is.complete
	};
}
const differs = (was, { kind, sha }) => was !== void 0 && (was.sha !== sha || was.kind !== kind);
const addition = (path, previous) => previous === void 0 ? {
	path,
	status: "added"
} : {
	path,
	status: "renamed",
	previous
};
/** Paths by content, of contents that are there once and are not empty. */
function single(files) {
	const paths = /* @__PURE__ */ new Map();
	const twice = /* @__PURE__ */ new Set();
	for (const [path, { sha, size }] of files) {
		if (size === 0 || paths.has(sha)) twice.add(sha);
		paths.set(sha, path);
	}
	for (const sha of twice) paths.delete(sha);
	return paths;
}
/**
* The files of a pull request as GitHub lists them: one request per hundred.
* @param total how many files the pull request says it changes
* @throws what the API's client throws
*/
async function pullRequestFiles(repository, number, total) {
	const { paginate, rest } = repository.api;
	const request = {
		...coordinates(repository),
		pull_number: number,
		per_page: 100
	};
	const files = [];
	for await (const { data } of paginate.iterator(rest.pulls.listFiles, request)) {
		files.push(...data.map(changedFile));
		if (files.length >= mostOfPullRequest) break;
	}
	return {
		files,
		complete: total === void 0 ? files.length < mostOfPullRequest : files.length >= total
	};
}
/**
* One request, and another where there are more than a hundred commits.
* @param base a branch or a commit
* @returns undefined when GitHub knows one of the two not, or nothing that they have in common
* @throws what the API's client throws
*/
async function descent(repository, base, head) {
	try {
		const first = await compared(repository, base, head);
		const last = Math.ceil(first.total / commitsPerPage);
		const tail = last > 1 ? await compared(repository, base, head, last) : first;
		return {
			tip: first.tip,
			mergeBase: first.mergeBase,
			commits: new Map([...first.commits, ...tail.commits])
		};
	} catch (error) {
		if (hasStatus$1(error, 404, 422)) return void 0;
		throw error;
	}
}
const commitsPerPage = 100;
async function compared(repository, base, head, page = 1) {
	const { data } = await repository.api.rest.repos.compareCommitsWithBasehead({
		...coordinates(repository),
		basehead: `${base}...${head}`,
		per_page: commitsPerPage,
		...page > 1 && { page }
	});
	return {
		tip: data.base_commit.sha,
		mergeBase: data.merge_base_commit.sha,
		total: data.total_commits,
		commits: data.commits.map(({ sha, parents }) => [sha, parents.map((parent) => parent.sha)]),
		files: (data.files ?? []).map(changedFile)
	};
}
/** The origin of a copy is still where it was, so it is no previous place. */
function changedFile({ filename: path, status, previous_filename: previous }) {
	if (status === "renamed") return {
		path,
		status,
		previous
	};
	if (status === "copied") return {
		path,
		status: "added"
	};
	return {
		path,
		status: status === "changed" || status === "unchanged" ? "modified" : status
	};
}

// src/events/_comparison.ts
/**
* Both sides, read as Git has them.
* @param commits which commits these are; what it throws becomes the trouble
* @param instead the commit to name when that is not known
*/
async function compare(world, project, commits, instead) {
	let commit = instead;
	try {
		const { candidate: after, before: from, tip: to } = await commits();
		commit = from;
		const texts = /* @__PURE__ */ new Map();
		const at = (sha) => snapshotAt(world.repository, sha, {
			texts,
			checkout: project.root
		});
		const [candidate, before] = [at(after), at(from)];
		const tip = to === from ? before : at(to);
		const links = await candidate.links() ?? [];
		for (const [sha, text] of await checkedOutLinks(links, (path) => join(project.root, path))) texts.set(sha, text);
		const files = await changedFiles(before, candidate);
		return {
			commit,
			files,
			sides: {
				candidate,
				before,
				tip
			},
			trouble: void 0
		};
	} catch (error) {
		const trouble = troubleOf(error);
		world.runner.warning(trouble.message);
		return {
			commit,
			files: {
				files: [],
				complete: false
			},
			sides: void 0,
			trouble
		};
	}
}
function troubleOf(error) {
	if (error instanceof CamdriftError) return error;
	const remedy = isForbidden(error) ? "Give the job `permissions: contents: read`." : "Run the job again.";
	const message = `What this change is to be compared with could not be had (${apiWords(error)}).`;
	return new CamdriftError("baseline-unavailable", message, {
		remedy,
		cause: error
	});
}

// src/changes/steers.ts
/**
* Whether a change has a hand in what would show that its model repairs something: a rule, a fixture, a reference, an array that
* both versions are given. Stored baselines that it brings are not among that: those of the base branch are believed, and no others.
* @param raw the changed configuration
*/
function steersRepairs({ edits, settings, files }, raw, written) {
	const references = raw.models.flatMap(({ name }) => referencesOf(raw, name, written)).map((path) => path.toLowerCase());
	const stored = raw.models.map(({ name }) => storedOf(raw, name, written));
	const touchesReference = (path) => references.some((place) => within(place, path) || within(path, place));
	const isStored = (path) => stored.some((place) => within(place, path)) && !touchesReference(path.toLowerCase());
	return !files.complete || settings.length > 0 || edits.some(({ what, path }) => what !== "baseline" || !isStored(path)) || raw.models.some(({ name }) => arraysOf(raw, name, written).some((path) => touchesPlace(files, path)));
}
/**
* Whether Git of the base branch holds all that would show a repair of a model. What a step of the workflow brings may be of the change:
* a pointer that it edits, a script.
* @param held paths of the base branch
* @param present whether there is a file at a path of the repository on this machine
*/
function isShownByBase({ name, labels, truth, regions = [], probes = [], fixtures }, raw, written, held, present) {
	const stored = storedOf(raw, name, written);
	const places = [
		...[labels ?? [], truth ?? []].flat(),
		...regions,
		...probes,
		...arraysOf(raw, name, written),
		...referencesOf(raw, name, written),
		...present(`${stored}/manifest.json`) ? [stored] : []
	];
	const paths = [...held.keys()];
	const isHeld = (place) => held.has(place) || paths.some((path) => within(place, path) && !isHidden(path));
	return fixtures.paths.every((path) => held.has(path)) && places.every(isHeld);
}
const isHidden = (path) => path.slice(path.lastIndexOf("/") + 1).startsWith(".");
const settingsOf$1 = (raw, name) => effective(raw, raw.models.find((model) => model.name === name));
const storedOf = (raw, name, written) => written(settingsOf$1(raw, name).baseline ?? `${".camdrift/baselines"}/${name}`);
/** The golden release, and the version that the configuration names. */
function referencesOf(raw, name, written) {
	const { pinned = [], "baseline-model": golden = [] } = settingsOf$1(raw, name);
	return [pinned, golden].flat().filter((path) => path !== "none").map((path) => placeOf(written(path)));
}
/** Files of what the models are given beside the picture. */
const arraysOf = (raw, name, written) => arraysIn(settingsOf$1(raw, name).inputs).map(written);

// src/events/_hand-in-rules.ts
/** @param before the configuration before, with models where the change has moved them */
async function handIn({ files, sides }, watched, { configuration, raw, written, present }, before) {
	const isMove = isJudgedAlike(before, raw);
	const edits = policyEdits(files, watched, configuration).filter(({ what, status }) => !(isMove && what === "configuration" && status === "modified"));
	const settings = settingChanges(before, raw);
	const held = (await sides?.before.list())?.entries;
	const isSteered = !held || steersRepairs({
		edits,
		settings,
		files
	}, raw, written);
	const isHere = (path) => present([path]) !== void 0;
	return {
		edits,
		settings,
		steersRepairs: watched.map((each) => isSteered || !isShownByBase(each, raw, written, held, isHere))
	};
}

// src/events/_network.ts
/** What the workflow lets models be fetched from, and where they are kept. */
async function networkOf({ inputs, workspace, temporary, env, runner }) {
	const { cache, "allow-hosts": allowed } = inputs;
	const folder = resolve(workspace, cache || join(temporary, "camdrift-models"));
	if (inside(workspace, folder)) await confined(workspace, folder, "input `cache`");
	return {
		cache: folder,
		allowed,
		env,
		say: runner.line,
		bounds: usualBounds
	};
}

// src/events/_project.ts
async function openProject(world) {
	const { inputs, workspace } = world;
	const folder = await confined(workspace, resolve(workspace, inputs["working-directory"]), "input `working-directory`");
	const file = await confined(workspace, resolve(folder, inputs.config), "input `config`");
	const out = await confined(workspace, resolve(folder, inputs.out), "input `out`");
	const root = repositoryRoot(dirname(file), workspace);
	const inRepository = (path) => relative(root, path).split(sep).join("/");
	const source = {
		base: dirname(file),
		workspace
	};
	const raw = await readConfig(file).catch(withoutOptions);
	const network = await networkOf(world);
	return {
		raw,
		root,
		workspace,
		network,
		configuration: inRepository(file),
		out,
		resolved: async (given = raw, instead = root) => {
			const at = (path) => join(instead, relative(root, path));
			const flags = {
				settings: {},
				source: { base: at(folder) }
			};
			const from = {
				base: at(source.base),
				workspace: instead === root ? workspace : instead
			};
			return located(await resolveConfig({
				raw: given,
				source: from
			}, flags, out), network);
		},
		inRepository,
		written: (path) => isAddress(path) ? shownUrl(path) : inRepository(resolve(source.base, path)),
		present: (paths) => paths.find((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
	};
}
/** The remedy of the command line speaks of options, which a workflow has none of. */
function withoutOptions(error) {
	if (!(error instanceof CamdriftError) || error.code !== "config-missing") throw error;
	throw new CamdriftError("config-missing", error.message, {
		cause: error,
		remedy: "Write a camdrift.yml, or name yours with the input `config`; and let actions/checkout run before this step."
	});
}
/** The nearest folder above that is a clone; the workspace when there is none. */
function repositoryRoot(folder, workspace) {
	if (folder === workspace || !inside(workspace, folder)) return workspace;
	return existsSync(join(folder, ".git")) ? folder : repositoryRoot(dirname(folder), workspace);
}
/** The files that decide one model's verdict. */
async function watch(project, config) {
	const rules = rulesOf(project.raw, config.name, project.written);
	const paths = config.fixtures.map(({ path }) => project.inRepository(path));
	return {
		...rules,
		files: config.address ? [] : (await filesOf$1(config.path, config.load.within)).map(project.inRepository),
		fixtures: {
			...rules.fixtures,
			paths
		}
	};
}
/** A model that cannot be read is audited all the same, and says then what is wrong with it. */
async function filesOf$1(path, within) {
	const found = await modelFiles(path, within).catch(() => void 0);
	return found ? found.files.map((file) => join(found.root, file)) : [path, ...folderModels.map((name) => join(path, name))];
}

// src/events/_rules-on-disk.ts
/**
* Why the files that judge a model are not those of the change: one that the commit has is not on disk, or is another there. A
* sparse checkout would judge by fewer fixtures, and a step in between by rules of its own, without a word.
* @returns undefined when they are, and when the commit is too large to be listed
*/
async function foreignRules({ root, configuration }, watched, candidate) {
	const policies = Object.values(policyOf(watched, configuration));
	for (const [path, entry] of (await candidate?.list())?.entries ?? []) {
		if (entry.kind !== "file" || !policies.some((matches) => matches(path))) continue;
		const file = join(root, path);
		const there = (await stat(file).catch(() => void 0))?.isFile() ?? false;
		if (there && await isCheckedOut(file, entry, path, candidate)) continue;
		return foreign(path, there, candidate);
	}
}
function foreign(path, there, { commit }) {
	const message = `The workspace ${there ? `has another ${path} than` : `lacks ${path} of`} commit ${commit.slice(0, 7)}, which this run is about: the model would be judged by other files.`;
	return new CamdriftError("workspace-differs", message);
}

// src/events/_temporary.ts
/**
* A new folder below the runner's folder for temporary files.
* @throws CamdriftError `system-refused` where that folder is not there or takes nothing
*/
async function temporaryFolder(temporary, prefix) {
	return mkdtemp(join(temporary, prefix)).catch((cause) => {
		if (cause.code === void 0) throw cause;
		throw new CamdriftError("system-refused", `No folder can be made in ${temporary}: ${systemWords(cause)}.`, {
			cause,
			remedy: "The runner names its folder for temporary files in RUNNER_TEMP: no step may change that, or remove it."
		});
	});
}

// src/events/check.ts
/** Which models changed, how far their attention moved, and what to think of it: judged, written to files, not yet published. */
async function check(world, subject) {
	const project = await openProject(world);
	const comparison = await compare(world, project, () => subject.commits(project), subject.base.sha);
	const plan = await planned(world, project, subject, comparison);
	const { models, config, change } = plan;
	for (const name of change.unchanged) world.runner.line(`${name}: unchanged`);
	const results = models.length > 0 ? await judged(world, {
		...config,
		models
	}, plan.told, change) : await writeAudit(config.out, {
		results: {
			...nothingToJudge(world),
			change,
			...judgingJob(world)
		},
		pictures: []
	}, void 0);
	return {
		results,
		filed: await filedWords(comparison, project.configuration, results.models, world.runner.warning),
		folder: config.out,
		fileOf: (path) => plan.files.get(path) ?? project.written(path)
	};
}
async function planned(world, project, subject, comparison) {
	const { files } = comparison;
	const config = await project.resolved();
	const watched = await Promise.all(config.models.map((model) => watch(project, model)));
	const touches = watched.map((each) => touched(files, each, project.configuration));
	const folder = await temporaryFolder(world.temporary, "camdrift-base-");
	const base = await baseSide(world, project, comparison, folder, subject);
	const rules = join(folder, "rules of the base branch");
	const judging = await judgedBy$1(world, project, base, comparison, config, rules);
	const found = await Promise.all(judging.models.map((model, index) => base.earlier(model, touches[index], watched[index])));
	const earlier = subject.baseFixtures ? found : await byTheRulesOfTheChange(project, comparison, watched, found);
	const folders = judging.models.map(({ name }) => [join(folder, name), "the earlier "]);
	const hand = await handIn(comparison, watched, project, base.raw);
	return {
		config: judging,
		models: earlier.flatMap(({ model }, index) => model ? {
			...model,
			repairs: hand.steersRepairs[index] ? "unproven" : model.repairs
		} : []),
		files: mainFiles(project, config, watched),
		told: {
			folders: [
				...folders,
				[rules, ""],
				[world.workspace, ""]
			],
			gone: goneFiles(files, watched),
			configuration: project.configuration
		},
		change: {
			head: subject.head,
			baseRef: subject.base.ref,
			base: comparison.commit,
			edits: hand.edits,
			policyFrom: judging === config ? "head" : "base",
			unchanged: judging.models.filter((_, index) => !earlier[index]?.model).map(({ name }) => name),
			...movedModels(base.raw, project, earlier),
			settings: hand.settings
		}
	};
}
/** Whatever is audited is judged by files that the change has, and by no others that lie on disk. */
async function byTheRulesOfTheChange(project, { sides }, watched, found) {
	const rules = found.map(({ model }, index) => model ? foreignRules(project, watched[index], sides?.candidate) : void 0);
	const troubles = await Promise.all(rules);
	return found.map((each, index) => {
		const trouble = troubles[index];
		return trouble && each.model ? {
			...each,
			model: refused(each.model, trouble)
		} : each;
	});
}
async function judgedBy$1({ inputs, runner }, project, base, { sides }, own, folder) {
	if (inputs["policy-from"] === "head" || !sides) return own;
	const policy = await base.policy();
	if (!policy) {
		runner.warning("The base branch has no configuration that could judge this change, so its own does.");
		return own;
	}
	const config = await withBaseFiles(project, sides, policy, withPolicyOf(policy, project.raw), folder);
	const models = config.models.map((model, index) => ({
		...model,
		alsoThresholds: own.models[index].thresholds ?? {}
	}));
	return {
		...config,
		models
	};
}
const mainFiles = (project, { models }, watched) => new Map(models.map((model, index) => [model.shown(model.path), project.present(watched[index].files) ?? project.configuration]));
function movedModels(before, { raw, written }, earlier) {
	const renamed = earlier.flatMap(({ renamed: move }) => move ?? []);
	return {
		renamed,
		removed: removedModels(before, raw, renamed, written)
	};
}
function nothingToJudge({ now }) {
	const times = {
		started: now().toISOString(),
		seconds: 0
	};
	return {
		version: 1,
		tool,
		engine: {
			name: "none",
			version: "none"
		},
		verdict: "pass",
		models: [],
		times
	};
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
			await setTimeout(Math.random() * 200 * 2 ** attempt);
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
		if (hasStatus$1(error, 404)) return void 0;
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
		const theirs = hasStatus$1(error, 422) ? await tipOf(repository, branch) : void 0;
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

// src/events/_hosted.ts
/** Branch, else the address that the workflow fills itself, else words. */
async function hosted(world, to, message, paths) {
	const { inputs, repository, run } = world;
	if (paths.length === 0) return { pictures: /* @__PURE__ */ new Map() };
	const files = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const bytes = await message.picture(path);
		if (bytes) files.set(path, bytes);
	}
	if (files.size === 0) return { pictures: /* @__PURE__ */ new Map() };
	const branch = inputs["image-branch"];
	const folder = `pr-${to.number}/${inputs["comment-key"]}/${run.id}-${run.attempt}`;
	let why = "no branch for them is named";
	if (branch !== "") try {
		const { commit, urls } = await publishPictures(repository, {
			branch,
			folder,
			files
		});
		return {
			pictures: urls,
			imagesCommit: commit
		};
	} catch (error) {
		why = `the branch \`${branch}\` could not be written (${apiWords(error)})`;
		if (to.suspect === void 0 || !isForbidden(error)) world.runner.warning(`Pictures are not shown: ${why}.${picturesRemedy(error)}`);
	}
	const prefix = inputs["image-url"];
	if (prefix === "") return {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: why
	};
	return { pictures: new Map([...files.keys()].map((path) => [path, addressed(prefix, path)])) };
}
const picturesRemedy = (error) => isForbidden(error) || isAgainstRules(error) ? " The job needs `permissions: contents: write`, and the branch must not be protected." : "";
/** Of a file of the output folder, below where the workflow uploads that. */
const addressed = (prefix, path) => `${prefix.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;

// src/events/publish.ts
/**
* Says it on the pull request: pictures first, so that the comment never shows broken ones. Trouble is a warning and
* never changes the verdict.
*/
async function publish(world, to, message) {
	try {
		return await spoken(world, to, message);
	} catch (error) {
		if (to.suspect !== void 0 && isForbidden(error)) return onlyReading(world, to.suspect);
		world.runner.warning(`The comment could not be posted: ${apiWords(error)}. ${remedy$1(error)}`);
		return {
			pictures: /* @__PURE__ */ new Map(),
			withoutPictures: "the comment could not be posted"
		};
	}
}
function onlyReading({ runner, inputs }, suspect) {
	const why = `in ${suspect} the token can only read`;
	runner.notice(`No comment and no pictures are posted: ${why}. The step summary says the same; ${inputs.out} has everything, and is kept if the workflow uploads it. A second workflow on workflow_run posts them: see "Pull requests from forks" in camdrift's README.`);
	return {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: why
	};
}
function remedy$1(error) {
	if (isLocked(error)) return "Its conversation is locked: unlock it, or read the step summary, which says the same.";
	if (isLimited(error)) return `The token may write again${againAt(error) || " after a while"}; the step summary says the same.`;
	return isForbidden(error) ? "The job needs `permissions: pull-requests: write`." : "The verdict does not depend on it; the step summary says the same.";
}
async function spoken(world, to, message) {
	const { repository, inputs, runner } = world;
	if (inputs.comment === "never") return quiet$2("`comment: never` is set");
	const found = await conversation(repository, to.number, inputs["comment-key"], to.listed);
	const silence = whySilent(world, to, message, found);
	if (silence !== void 0) {
		runner.line(silence);
		return quiet$2("no comment was due", found.earlier?.url);
	}
	if (isResolved(world, message)) return resolved(world, to, message, found);
	const said = requestOf(world, message, roomBeside(world, to, message, found));
	const paths = picturesFor(message.results, said.budget, inputs["max-images"]);
	const request = {
		...said,
		chosen: new Set(paths)
	};
	const drawn = [...paths, ...narrowPaths(message.results.models)];
	const draft = comment({
		...request,
		pictures: new Map(drawn.map((path) => [path, path]))
	});
	if (isSaid$1(draft.part, found) && !await isForged(world, found)) {
		runner.line(`The comment says all this already: ${found.earlier?.url}`);
		return quiet$2("the comment stays as it is", found.earlier?.url);
	}
	const shown = await hosted(world, to, message, [...draft.shown, ...draft.narrow].slice(0, mostFiles));
	const { part } = comment({
		...request,
		pictures: shown.pictures,
		withoutPictures: shown.withoutPictures
	});
	const commentUrl = await put(world, to, part, found);
	runner.line(`Comment: ${commentUrl}`);
	return {
		...shown,
		commentUrl
	};
}
/** What somebody else has written over ours is written anew, whatever it says. */
const isForged = async ({ repository }, { earlier }) => earlier !== void 0 && await foreignEditor(repository, earlier) !== void 0;
/** What GitHub takes in one commit; those for narrow screens come last. */
const mostFiles = 100;
const quiet$2 = (withoutPictures, commentUrl) => ({
	pictures: /* @__PURE__ */ new Map(),
	withoutPictures,
	commentUrl
});
function requestOf(world, message, budget = commentBudget) {
	const { inputs, repository } = world;
	const { results, claimed, runUrl = world.run.url, notes } = message;
	return {
		...speaking(world, message),
		results,
		key: inputs["comment-key"],
		terms: {
			by: inputs["accept-by"],
			failOn: inputs["fail-on"]
		},
		links: {
			repository: `${repository.serverUrl}/${repository.owner}/${repository.name}`,
			run: runUrl,
			report: reportOf(inputs["image-url"], message)
		},
		claimed,
		...notes && { notes },
		budget
	};
}
/** The page where the workflow puts the output folder, else the archive that it uploaded; of a claim, what was judged here is none of it. */
function reportOf(prefix, { claimed, reportUrl }) {
	if (prefix !== "" && !claimed) return {
		address: addressed(prefix, "report.html"),
		as: "page"
	};
	return reportUrl === void 0 ? void 0 : {
		address: reportUrl,
		as: "archive"
	};
}
/** Whether nothing about the models is left to tell. */
const hasNews = ({ models, change }) => models.length > 0 || (change?.removed.length ?? 0) > 0;
function whySilent({ inputs: { comment: when } }, { head, pushed }, { results }, found) {
	if (found.head !== head) return `The pull request has moved on to ${found.head.slice(0, 7)}: its own run speaks for it.`;
	if (found.earlier) return void 0;
	if (found.deleted && (pushed === void 0 || found.deleted >= pushed)) return "Somebody deleted the comment for this commit, so it is not made again. The step summary has it.";
	if (when === "on-regression" && ["pass", "warn"].includes(results.verdict)) return "No regression, so no comment.";
	if (when !== "always" && !hasNews(results)) return "No model changed, so no comment.";
}
const isResolved = ({ inputs }, { results }) => inputs.comment !== "always" && !hasNews(results);
async function resolved(world, to, message, found) {
	const part = resolvedPart({
		...speaking(world, message),
		...aboutOf(message, to)
	});
	if (isSettled(part, found) && !await isForged(world, found)) return quiet$2("no model changed", found.earlier?.url);
	const commentUrl = await put(world, to, part, found);
	world.runner.line(`The earlier comment says now that it is resolved: ${commentUrl}`);
	return quiet$2("no model changed", commentUrl);
}
/** Pictures of an audit of this run. */
const fromFolder = (folder) => (path) => readFile(join(folder, path)).then((bytes) => bytes);

// src/reports/annotations.ts
const levels$1 = {
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
		level: levels$1[verdictOf(reason.level)],
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

// src/events/report.ts
/** Characters; the runner takes 1 MiB of UTF-8, and shows nothing of more. */
const summaryBudget = 3e5;
/** What every run leaves behind, whatever could be posted: the step summary, annotations, outputs. */
async function report(world, { results, folder, fileOf }, message, published) {
	await summarise(world, message, published);
	if (world.inputs.annotations) for (const each of annotations(results, fileOf)) world.runner.annotate(each);
	writeOutputs(world, results, folder, published);
	for (const model of results.models) world.runner.line(`${model.name}: ${verdictWords[model.verdict]}`);
}
async function summarise(world, message, { pictures, withoutPictures }) {
	if (!world.inputs.summary) return;
	const { body } = comment({
		...requestOf(world, message),
		pictures,
		withoutPictures,
		budget: summaryBudget
	});
	await world.runner.summary(body).catch((error) => world.runner.warning(`The step summary could not be written: ${error.message}`));
}
function writeOutputs(world, results, folder, published) {
	const { runner, workspace } = world;
	const fixtures = results.models.flatMap((model) => model.fixtures);
	const count = (status) => fixtures.filter((fixture) => fixture.status === status).length;
	const path = relative(workspace, folder) || ".";
	const shifts = results.models.flatMap(judgedShift);
	const outputs = {
		verdict: results.models.length === 0 ? "skipped" : results.verdict,
		audited: results.models.length,
		"models-failed": results.models.filter(({ verdict }) => verdict === "fail").length,
		fixtures: fixtures.length,
		moved: count("moved"),
		new: count("new"),
		"attention-shift": shifts.length > 0 ? Math.max(...shifts) : "",
		results: `${path}/results.json`,
		out: path,
		"comment-url": published.commentUrl ?? "",
		"images-commit": published.imagesCommit ?? ""
	};
	for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}
const judgedShift = ({ drift, judged }) => {
	const found = judged && drift?.[judged.method]?.["attention-shift"];
	return found ? [found.mean] : [];
};

// src/events/merge-group.ts
/** A merge queue asks once more before it merges: judged and summarised, without a comment. */
async function onMergeGroup(world) {
	const { head, base, number } = readMergeGroup(world.event.payload);
	const gate = await openGate(world, {
		head,
		number: 0
	});
	const commits = async () => ({
		candidate: head,
		before: base.sha,
		tip: base.sha
	});
	const found = await check(world, {
		head,
		base,
		commits
	});
	const checked = await accepted(world, number, found);
	const message = {
		results: checked.results,
		picture: fromFolder(checked.folder)
	};
	await report(world, checked, message, {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: "a merge queue gets no comment"
	});
	return gate.close(checked.results);
}

// src/events/on-demand.ts
/** Somebody asks, or the clock does, and nothing has changed: every model is held against what the team has stored. Asks GitHub nothing. */
async function onDemand(world) {
	const project = await openProject(world);
	const config = await project.resolved();
	const models = config.models.map((model) => againstStored(locatedModel(model, project.network), project));
	const { configuration } = project;
	const told = {
		folders: [[world.workspace, ""]],
		gone: /* @__PURE__ */ new Map(),
		configuration
	};
	const results = await judged(world, {
		...config,
		models
	}, told);
	const published = {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: "there is no pull request to show them on"
	};
	const checked = {
		results,
		folder: config.out,
		fileOf: project.written
	};
	await report(world, checked, {
		results,
		picture: fromFolder(config.out)
	}, published);
	return { failure: failure(results, world.inputs["fail-on"]) };
}
/** What is named to compare with, else the stored maps, else the pinned release. */
function againstStored(model, { inRepository }) {
	const { baseline, reference, pinned, pinnedThresholds, thresholds } = model;
	if (reference.kind !== "stored" || baseline !== void 0 && isStored(baseline)) return model;
	if (pinned !== void 0) {
		const release = isStored(pinned) ? { baseline: pinned } : {
			baseline: void 0,
			reference: onDisk(pinned)
		};
		return {
			...model,
			...release,
			pinned: void 0,
			thresholds: pinnedThresholds ?? thresholds
		};
	}
	const where = baseline === void 0 ? "" : ` in ${inRepository(baseline)}`;
	const message = `There is nothing to hold ${model.name} against: no stored baseline${where}, no \`pinned\`, no \`baseline-model\`.`;
	return refused(model, new CamdriftError("baseline-unavailable", message));
}
const isStored = (folder) => existsSync(join(folder, "manifest.json"));

// src/artifacts/_rejection.ts
/** What a stranger's run left behind is not what it should be. Words that are not ours belong into `quoted`. */
function rejected(message, options = {}) {
	return new CamdriftError("claims-rejected", message, options);
}
const mostQuoted = 200;
/** A stranger's words inside a message: on one line, printable, and not longer than a reader needs to recognise them. */
function quoted(text) {
	const start = text.slice(0, mostQuoted).replace(/[\uD800-\uDBFF]$/, "");
	return `\`${oneLine(start).replaceAll("`", "'")}${text.length > mostQuoted ? "..." : ""}\``;
}

// src/artifacts/_plausible.ts
/**
* What the schema cannot say and every audit keeps to. Judging again relies on it.
* @throws CamdriftError `claims-rejected`
*/
function requirePlausible({ change, models }, { head, baseRef }) {
	if (change?.head !== head) throw rejected(`The results are of commit ${change?.head ?? "unknown"}; the run is of ${head}.`);
	if (baseRef !== void 0 && change.baseRef !== baseRef) throw rejected(`The results compare with the branch ${quoted(change.baseRef)}; the pull request goes to ${quoted(baseRef)}.`);
	requireUnique(models, "models");
	for (const model of models) {
		requireUnique(model.fixtures, `fixtures of model ${quoted(model.name)}`);
		requireKnownPolicy(model);
		for (const fixture of model.fixtures) requireSoundFixture(fixture, quoted(model.name));
		requireDistinct(model);
		requireUnique(model.probes ?? [], `probes of model ${quoted(model.name)}`);
		for (const { name, picture, narrow } of model.probes ?? []) requireOwnPaths([picture, narrow], `probe ${quoted(name)} of model ${quoted(model.name)}`, "MODEL/probe-NAME.webp");
		for (const { edit, picture, narrow } of model.flips ?? []) requireOwnPaths([picture, narrow], `edit ${quoted(edit)} of model ${quoted(model.name)}`, "MODEL/edit-NAME.webp");
	}
}
function requireUnique(items, what) {
	const names = /* @__PURE__ */ new Set();
	for (const { name } of items) {
		if (names.has(name)) throw rejected(`Two ${what} are named ${quoted(name)}.`);
		names.add(name);
	}
}
/** An audit counts each content once: a copy would give one picture the weight of several, and what is none is no copy. */
function requireDistinct({ name: model, fixtures }) {
	const counting = /* @__PURE__ */ new Map();
	for (const { name, digest, copyOf } of fixtures) {
		if (digest === void 0 || copyOf !== void 0) continue;
		if (counting.has(digest)) throw rejected(`Two fixtures of model ${quoted(model)} have the digest ${quoted(digest)}.`);
		counting.set(digest, name);
	}
	const wrong = fixtures.find(({ digest = "", copyOf }) => copyOf !== void 0 && counting.get(digest) !== copyOf);
	if (wrong) throw rejected(`The fixture ${quoted(wrong.name)} of model ${quoted(model)} is not the copy that it is called.`);
}
function requireKnownPolicy({ name, error, judged, fixtures, baseline, lineage }) {
	const model = quoted(name);
	if (!/^[\w.-]+$/.test(name)) throw rejected(`${model} is not a name that a model can have.`);
	if (error && fixtures.length > 0) throw rejected(`Model ${model} was not audited, and has fixtures.`);
	if (lineage && !baseline) throw rejected(`Model ${model} has a lineage, and no baseline that it comes from.`);
	if (!error && !judged) throw rejected(`Model ${model} says neither how it was judged nor why it was not.`);
	for (const method of judged ? [judged.method] : []) requireKnown(isMethod, method, `judged method of model ${model}`);
	for (const metric of Object.keys(judged?.thresholds ?? {})) requireKnown(isMetric, metric, `threshold of model ${model}`);
}
function requireSoundFixture(fixture, model) {
	const { name, status, baseline, candidate, flipped, divergence, maps = {}, montage, narrow } = fixture;
	const place = `fixture ${quoted(name)} of model ${model}`;
	const compared = status === "moved" || status === "steady";
	if (compared && !(baseline && candidate && fixture.maps)) throw rejected(`The ${place} is ${status} without maps.`);
	if (!compared && (baseline ?? flipped ?? divergence ?? fixture.maps) !== void 0) throw rejected(`The ${place} is ${status}, and was compared nevertheless.`);
	for (const [method, map] of Object.entries(maps)) {
		requireKnown(isMethod, method, `method in ${place}`);
		if ("drift" in map) requireEveryMetric(map.drift, place);
	}
	requireOwnPaths([montage, narrow], place, "MODEL/FIXTURE.webp");
}
function requireOwnPaths(paths, place, expected) {
	const wrong = paths.find((path) => path !== void 0 && !/^(?!\.\.?\/)[\w.-]+\/[\w.-]+\.webp$/.test(path));
	if (wrong !== void 0) throw rejected(`The picture of ${place} has the path ${quoted(wrong)}; expected ${expected}.`);
}
function requireEveryMetric(drift, place) {
	for (const metric of Object.keys(drift)) requireKnown(isMetric, metric, `metric in ${place}`);
	const missing = metrics.find(({ name }) => !Object.hasOwn(drift, name));
	if (missing) throw rejected(`The ${place} has no ${missing.name}. Another version of camdrift may have made it.`);
}
const isMethod = (name) => findMethod(name)?.name === name;
const isMetric = (name) => metrics.some((metric) => metric.name === name);
function requireKnown(known, name, what) {
	if (!known(name)) throw rejected(`${quoted(name)} is not known, which is a ${what}.`);
}

// src/artifacts/_bounded-json.ts
/** What JSON of a stranger may be like. Far above what an audit writes, and low enough that no reader chokes on it. */
const jsonLimits = {
	bytes: 5e6,
	depth: 16,
	/** Characters, as they are written. */
	string: 2e3,
	/** Elements of an array. */
	elements: 5e3,
	/** Keys of an object. */
	keys: 64
};
/**
* JSON that stays within `jsonLimits`. They are checked before parsing, so that neither the parser nor the schema's list
* of complaints can be made to grow.
* @throws CamdriftError `claims-rejected`
*/
function parseBounded(bytes, name) {
	if (bytes.length > jsonLimits.bytes) throw rejected(`${name} has ${bytes.length} bytes; at most ${jsonLimits.bytes} are read.`);
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		const excess = findExcess(text);
		if (excess) throw rejected(`${name} has ${excess}.`);
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError) throw rejected(`${name} is not JSON: ${quoted(error.message)}.`, { cause: error });
		throw error;
	}
}
/** Which limit a text passes, if it is JSON. What it says of other text does not matter: the parser refuses that. */
function findExcess(text) {
	/** Per open array or object: how many elements or keys it may still have. */
	const open = [];
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		const end = character === "\"" ? endOfString(text, at) : at;
		if (end - at - 1 > jsonLimits.string) return `a string of more than ${jsonLimits.string} characters`;
		const excess = countIn(open, character);
		if (excess) return excess;
		at = end;
	}
}
function countIn(open, character) {
	if (character === "{" || character === "[") return open.push(character === "{" ? jsonLimits.keys : jsonLimits.elements) > jsonLimits.depth ? `more than ${jsonLimits.depth} levels` : void 0;
	if (character === "}" || character === "]") open.pop();
	if (character !== ",") return void 0;
	const left = (open.pop() ?? 0) - 1;
	open.push(left);
	return left > 0 ? void 0 : `an array of more than ${jsonLimits.elements} elements or an object of more than ${jsonLimits.keys} keys`;
}
/** Where the closing quote is, or where the search for it was given up. */
function endOfString(text, from) {
	let at = from + 1;
	while (at < text.length && text[at] !== "\"" && at - from <= jsonLimits.string + 1) at += text[at] === "\\" ? 2 : 1;
	return at;
}

// src/artifacts/_results-file.ts
const resultsLimits = {
	models: 100,
	fixtures: 5e3
};
/**
* `results.json` by its schema, strictly. It is read part by part and given up at the first bad one: a schema lists every
* mistake it finds, and a stranger can make more of them than memory holds.
* @throws CamdriftError `claims-rejected`
*/
function writtenIn(bytes) {
	const { models, ...rest } = conforming(outline, parseBounded(bytes, "results.json"), []);
	const count = models.reduce((sum, { fixtures }) => sum + fixtures.length, 0);
	if (models.length > resultsLimits.models) throw rejected(`results.json has ${models.length} models; at most ${resultsLimits.models} are read.`);
	if (count > resultsLimits.fixtures) throw rejected(`results.json has ${count} fixtures; at most ${resultsLimits.fixtures} are read.`);
	const read = models.map((model, index) => ({
		...conforming(modelSchema, {
			...model,
			fixtures: []
		}, ["models", index]),
		fixtures: model.fixtures.map((fixture, at) => conforming(fixtureSchema, fixture, [
			"models",
			index,
			"fixtures",
			at
		]))
	}));
	return {
		...conforming(resultsSchema, {
			...rest,
			models: []
		}, []),
		models: read
	};
}
const outline = looseObject({ models: array(looseObject({ fixtures: array(unknown()) })) });
const modelSchema = resultsSchema.shape.models.element;
const fixtureSchema = modelSchema.shape.fixtures.element;
function conforming(schema, value, where) {
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const { path, message } = read.error.issues[0];
	const place = [...where, ...path].join(".");
	throw rejected(`results.json is not a result of an audit${place && `: at ${quoted(place)}`}: ${quoted(message)}.`);
}

// src/artifacts/pictures.ts
/** Pixels to either side; a montage of four tiles is a few hundred wide. */
const most = {
	width: 4e3,
	height: 2e3
};
/**
* A stranger's picture drawn anew: its pixels are decoded and encoded, and none of its bytes is passed on.
* @returns WebP bytes; `undefined` when it is not what the audit writes, or too large, or damaged
*/
async function republish(bytes) {
	const size = sizeOf(bytes);
	if (!size || size.width > most.width || size.height > most.height) return void 0;
	try {
		return await encodeWebp(await decode(bytes, "The picture"));
	} catch (error) {
		if (error instanceof CamdriftError) return void 0;
		throw error;
	}
}
/**
* Width and height of a simple lossy WebP file, from its header: all that `encodeWebp` writes. Animation, colour profiles,
* metadata and the lossless format never reach their decoders.
* Source: RFC 9649 for the container, RFC 6386 section 9.1 for the frame.
*/
function sizeOf(bytes) {
	const text = (from, to) => String.fromCharCode(...bytes.subarray(from, to));
	if (!(text(0, 4) === "RIFF" && text(8, 16) === "WEBPVP8 " && text(23, 26) === "*") || bytes.length < 30) return void 0;
	const side = (at) => (bytes[at] | bytes[at + 1] << 8) & 16383;
	return {
		width: side(26),
		height: side(28)
	};
}

// src/artifacts/rejudge.ts
/**
* Results with every verdict, reason, summary and status that follows from the fixtures' numbers worked out anew.
* Where the base branch has a policy, it takes the place of the one that the results say they were judged by. What the run
* noted beside the numbers is kept, and a claimed verdict that is worse than all that. So is the lineage: nobody here has
* the weights that it was told from.
*/
function rejudge(results, policyOf) {
	const models = results.models.map((model) => rejudgeModel(model, policyOf(model)));
	return {
		...results,
		models,
		verdict: worst([overall(models), unaccepted(results.verdict)])
	};
}
function rejudgeModel(model, ofBase) {
	if (!model.judged) return {
		...model,
		...byReasons(andWorse(model.reasons, worst([unaccepted(model.verdict), "incomplete"])))
	};
	const policy = ofBase ?? model.judged;
	const fixtures = model.fixtures.map((fixture) => restated(fixture, policy));
	const notes = model.reasons.filter((reason) => !says(reason, ...ownCodes));
	const { name, path, candidate, sanity, pinned, baseline, lineage, flips } = model;
	const kept = {
		name,
		path,
		candidate,
		judged: policy,
		fixtures,
		...sanity && { sanity },
		...pinned && { pinned }
	};
	const found = (judgement) => ({
		...judgement.probes && { probes: withPictures(judgement.probes, model.probes) },
		...judgement.regions && { regions: judgement.regions },
		...judgement.intervals && { intervals: judgement.intervals },
		...byReasons(andWorse(judgement.reasons, unaccepted(model.verdict)))
	});
	if (isAlone(model, ofBase)) return {
		...kept,
		...found(alone(fixtures, policy, notes))
	};
	const judgement = judge(fixtures, policy, [...notes, ...missingProbes(fixtures, policy)], isSame(model));
	if (!baseline) return {
		...kept,
		...found(judgement)
	};
	return {
		...kept,
		baseline,
		...lineage && { lineage },
		...flips && { flips },
		...judgement,
		...found(judgement)
	};
}
/** Whoever says that nothing was changed has numbers that say so too. */
const isSame = ({ baseline, candidate, fixtures }) => baseline !== void 0 && candidate !== void 0 && isSameModel(baseline, candidate) && fixtures.every(({ maps = {} }) => Object.values(maps).every((map) => !("drift" in map) || Object.values(map.drift).every((drift) => drift < 1e-9)));
/** What was drawn stays with what it shows. */
function withPictures(found, claimed = []) {
	return found.map((summary) => {
		const { picture, narrow } = claimed.find(({ name }) => name === summary.name) ?? {};
		return {
			...summary,
			...picture !== void 0 && { picture },
			...narrow !== void 0 && { narrow }
		};
	});
}
function alone(fixtures, policy, notes) {
	const judgement = judgeAlone(fixtures, policy);
	return {
		...judgement,
		reasons: [
			...judgement.reasons,
			...notes,
			...unreadable(fixtures)
		]
	};
}
/** What `judge` says by itself. Claims of it are dropped, and made again if the numbers bear them out. */
const ownCodes = [
	"attention-regression",
	"drift-doubtful",
	"cannot-tell",
	"class-doubtful",
	"accuracy-regression",
	"class-regression",
	"tag-regression",
	"prediction-regression",
	"answer-regression",
	"label-regression",
	"answer-limit-none",
	"calibration-small",
	"method-refused",
	"method-missing",
	"heat-missing",
	"limits-none",
	"answers-unmeasured",
	"fixture-failed",
	"prediction-drift",
	"fixtures-new",
	"fixtures-lost",
	"fixtures-touched",
	"fixtures-missing",
	"nothing-compared",
	"attention-lost",
	"maps-empty",
	"probe-regression",
	"probe-doubtful",
	"probe-pull",
	"probe-no-baseline",
	"probe-unseen",
	"probe-too-strong",
	"region-rule",
	"region-broken-before",
	"region-unseen",
	"region-heatless",
	"region-invisible",
	"attention-left",
	"baseline-none",
	"repair",
	"repair-unproven"
];
function restated(fixture, policy) {
	if (!isCompared(fixture)) return fixture;
	const { reason: _, ...rest } = fixture;
	const { baseline, candidate } = rest;
	const flipped = candidate.present === void 0 ? baseline.predicted.index !== candidate.predicted.index : baseline.present !== candidate.present;
	return {
		...rest,
		...fateOf(rest.maps, policy, rest.touched),
		flipped
	};
}
/** Nothing to compare with, which nobody can claim of a model that the base branch judges, unless it asks for none itself. */
function isAlone({ baseline, fixtures, reasons, judged }, ofBase) {
	if ((ofBase ?? judged)?.baseline === "none") return true;
	return reasons.some((reason) => says(reason, "model-new")) && !baseline && !ofBase && !fixtures.some(({ maps }) => maps);
}
const unaccepted = (verdict) => verdict === "accepted" ? "fail" : verdict;
/** An audit puts every probe to every fixture, and says so when one does not apply. */
function missingProbes(fixtures, { probes = {} }) {
	const compared = fixtures.filter(({ maps }) => maps);
	return Object.keys(probes).flatMap((name) => {
		const without = compared.filter((fixture) => !fixture.probes?.[name]).length;
		if (without === 0) return [];
		return [{
			level: "incomplete",
			code: "probe-missing",
			probe: name,
			without,
			compared: compared.length
		}];
	});
}
/** A claimed verdict that is worse than what is found stands, and the reader learns that nothing here bears it out. */
function andWorse(found, claimed) {
	const verdict = worst(found.map(({ level }) => level));
	if (worst([verdict, claimed]) === verdict) return found;
	const level = unaccepted(claimed);
	return [...found, {
		level,
		code: "claimed-verdict",
		verdict: level
	}];
}
const byReasons = (reasons) => ({
	verdict: worst(reasons.map(({ level }) => level)),
	reasons
});

// src/artifacts/claims.ts
/**
* Reads the output folder that a run without rights uploaded.
*
* @param files what `unpack` gave
* @param policyOf how the base branch judges; by default the results are held to the policy that they name themselves
* @throws CamdriftError `claims-rejected`: no `results.json`, one that no audit writes, or one about something else
*/
function readClaims(files, expected, policyOf = () => void 0) {
	const claimed = ofRun(files, expected);
	const results = rejudge(withoutMissingPictures(claimed, files), policyOf);
	return {
		results,
		pictures: picturesOf(results, files)
	};
}
/**
* Reads the output folder of a job of our own that may have met a stranger's files: within the same bounds, its pictures
* drawn anew, and its verdict as it is.
* @throws CamdriftError `claims-rejected`
*/
function readOwn(files, expected) {
	const results = withoutMissingPictures(ofRun(files, expected), files);
	return {
		results,
		pictures: picturesOf(results, files)
	};
}
function ofRun(files, expected) {
	const bytes = files.get("results.json");
	if (!bytes) throw rejected("The artifact has no results.json.", { remedy: "Let the job that judges upload the output folder itself, with results.json at the top." });
	const claimed = writtenIn(bytes);
	requirePlausible(claimed, expected);
	return readResults(claimed);
}
function withoutMissingPictures(results, files) {
	const kept = (each) => withoutMissing(each, files);
	const checked = (model) => {
		if (!model.judged) return model;
		const fixtures = model.fixtures.map(kept);
		const seen = {
			...model,
			fixtures,
			...model.probes && { probes: model.probes.map(kept) }
		};
		return seen.flips ? {
			...seen,
			flips: seen.flips.map(kept)
		} : seen;
	};
	return {
		...results,
		models: results.models.map(checked)
	};
}
function withoutMissing(each, files) {
	const missing = new Set([
		"montage",
		"picture",
		"narrow"
	].filter((key) => isMissing(each[key], files)));
	return missing.size === 0 ? each : Object.fromEntries(Object.entries(each).filter(([key]) => !missing.has(key)));
}
const isMissing = (path, files) => path !== void 0 && !files.has(path);
const picturesOf = ({ models }, files) => new Map(picturePaths(models).map((path) => [path, () => republish(files.get(path))]));

// src/artifacts/_attempt.ts
/**
* Whether all of these artifacts are what the jobs of this attempt have found. A run that is started again keeps what it uploaded before, and GitHub
* does not say which job that was: what is older counts while every job that was run again has left something, and was made while a job
* was at work that was not. Times are GitHub's own.
* @param artifacts the newest of each name
*/
async function areCurrent(repository, { id, attempt }, artifacts) {
	if (attempt <= 1) return true;
	const run = {
		...coordinates(repository),
		run_id: id
	};
	const { rest, paginate } = repository.api;
	const { data } = await rest.actions.getWorkflowRunAttempt({
		...run,
		attempt_number: attempt
	});
	const started = Date.parse(data.run_started_at ?? "");
	const fresh = artifacts.filter((artifact) => timeOf(artifact.created_at) > started);
	if (fresh.length === artifacts.length) return true;
	const jobs = await paginate(rest.actions.listJobsForWorkflowRunAttempt, {
		...run,
		attempt_number: attempt,
		per_page: 100
	});
	const again = jobs.filter(({ status, conclusion, started_at: at }) => status === "completed" && conclusion !== "skipped" && !(timeOf(at) < started));
	const stayed = jobs.filter(({ status, started_at: at }) => status === "completed" && timeOf(at) < started);
	const older = artifacts.filter((artifact) => !fresh.includes(artifact));
	return !Number.isNaN(started) && again.length <= fresh.length && again.every((job) => hasLeft(job, fresh)) && older.every((artifact) => stayed.some((job) => hasLeft(job, [artifact])));
}
const timeOf = (at) => Date.parse(at ?? "");
const hasLeft = ({ started_at: from, completed_at: to }, fresh) => fresh.some(({ created_at: at }) => timeOf(at) >= timeOf(from) && timeOf(at) <= timeOf(to));

// src/artifacts/download.ts
/** Bytes of the zip. */
const mostBytes$1 = 5e7;
/** Milliseconds for the whole transfer. */
const longestTransfer = 12e4;
/**
* The zip that a run uploaded as a workflow artifact, in memory. Of several with that name, as after a re-run, the newest.
*
* @param limit bytes, of what is declared and of what comes
* @returns the zip, or in words why there is none
* @throws CamdriftError `claims-rejected` when it is of another run or commit, or larger than `limit`
*/
async function downloadArtifact(repository, run, name, limit = mostBytes$1) {
	const artifact = await newest(repository, run.runId, name);
	if ("reason" in artifact) return artifact;
	requireFrom(run, artifact);
	if (artifact.size_in_bytes > limit) throw tooLarge(name, artifact.size_in_bytes, limit);
	return transferred(repository, artifact, limit);
}
/**
* The zips that this very run has uploaded so far: `name`, and all whose names go on with a hyphen. In memory. None, where one is of an
* earlier attempt and may be of a job that was run again since and has left nothing.
* @throws CamdriftError `claims-rejected` when one is larger than `limit`, or they are more than 50
*/
async function downloadOwnArtifacts(repository, run, name, limit = mostBytes$1) {
	const all = await listed(repository, run.id);
	const names = [...new Set(all.map((artifact) => artifact.name))].filter((each) => each === name || each.startsWith(`${name}-`));
	if (names.length > mostArtifacts) throw rejected(`The run has ${names.length} artifacts ${quoted(`${name}-…`)}; at most ${mostArtifacts} are taken.`);
	const own = names.toSorted().flatMap((each) => newestOf(all, each) ?? []).filter((artifact) => artifact.workflow_run?.id === run.id);
	for (const { name: each, size_in_bytes: size } of own) if (size > limit) throw tooLarge(each, size, limit);
	if (own.length > 0 && !await areCurrent(repository, run, own)) return { reason: ofEarlier(name) };
	const found = [];
	for (const artifact of own) {
		const zip = await transferred(repository, artifact, limit);
		found.push({
			suffix: artifact.name.slice(name.length + 1),
			id: artifact.id,
			zip
		});
	}
	const reason = `This run has no artifact ${quoted(name)}: the job that judges has left none.`;
	return found.length > 0 ? found : { reason };
}
const ofEarlier = (name) => `What there is of the artifact ${quoted(name)} is of an earlier attempt of this run, and a job that was run again has left none: run all jobs again.`;
const mostArtifacts = 50;
const listed = (repository, runId) => repository.api.paginate(repository.api.rest.actions.listWorkflowRunArtifacts, {
	...coordinates(repository),
	run_id: runId,
	per_page: 100
});
const newestOf = (all, name) => all.filter((artifact) => artifact.name === name && !artifact.expired).toSorted((a, b) => madeAt(b) - madeAt(a) || b.id - a.id)[0];
async function newest(repository, runId, name) {
	const { data } = await repository.api.rest.actions.listWorkflowRunArtifacts({
		...coordinates(repository),
		run_id: runId,
		name,
		per_page: 100
	});
	const named = data.artifacts.filter((artifact) => artifact.name === name);
	const [first] = named.filter(({ expired }) => !expired).toSorted((a, b) => madeAt(b) - madeAt(a));
	if (first) return first;
	return { reason: named.length > 0 ? `The artifact ${quoted(name)} of the run has expired. Run the first workflow again.` : `The run has no artifact ${quoted(name)}: the first workflow must upload the output folder with actions/upload-artifact under that name.` };
}
const madeAt = ({ created_at }) => Date.parse(created_at ?? "") || 0;
function requireFrom({ runId, pullRequest: { head } }, found) {
	if (found.workflow_run?.id !== runId) throw rejected(`The artifact ${quoted(found.name)} is of run ${found.workflow_run?.id}; expected ${runId}.`);
	if (found.workflow_run.head_sha !== head) throw rejected(`The artifact ${quoted(found.name)} is of commit ${quoted(found.workflow_run.head_sha ?? "unknown")}; expected ${head}.`);
}
/** What breaks off is tried again, from an address of its own. */
async function transferred(repository, { id, name }, limit) {
	try {
		return await tried(async () => collected((await fetched(repository, id)).body, name, limit), repository.second);
	} catch (error) {
		if (!(error instanceof Passing)) throw error;
		throw new CamdriftError("github-refused", `The artifact ${quoted(name)} could not be fetched: ${error.message}.`, {
			cause: error,
			remedy: "Run the job again."
		});
	}
}
/** GitHub answers with the address of a storage host. The token goes to GitHub only: the second request carries none. */
async function fetched(repository, id) {
	const { headers } = await repository.api.rest.actions.downloadArtifact({
		...coordinates(repository),
		artifact_id: id,
		archive_format: "zip",
		request: {
			redirect: "manual",
			parseSuccessResponseBody: false
		}
	});
	if (!headers.location) throw new Passing("GitHub did not say where it can be had");
	const address = new URL(headers.location);
	const response = await repository.fetch(address, { signal: AbortSignal.timeout(longestTransfer) }).catch((cause) => {
		throw new Passing(`${address.host} did not answer`, { cause });
	});
	if (!response.ok) throw new Passing(`${address.host} answered ${response.status}`);
	return response;
}
async function collected(body, name, limit) {
	const chunks = [];
	let total = 0;
	for await (const chunk of body ? unbroken(body) : []) {
		total += chunk.length;
		if (total > limit) throw tooLarge(name, total, limit);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
const tooLarge = (name, bytes, limit) => rejected(`The artifact ${quoted(name)} has ${bytes} bytes or more; at most ${limit} are taken.`);

// src/artifacts/triggering-run.ts
/**
* Who is behind a `workflow_run` event. The pull request is asked of the API, by repository, branch and commit: the event
* names none for forks, and whatever the artifact says about it is a stranger's word.
*
* @param event the event's payload
* @param workflow path of the workflow file whose runs are listened to
* @param ended whether the run's own results are asked for, which one that was cancelled has none of
* @throws CamdriftError `usage-wrong` when it is another event; `claims-rejected` when the run belongs to another
*   repository or workflow, or is not of a pull request
*/
async function triggeringRun(repository, event, workflow = ".github/workflows/camdrift.yml", { ended = "with a result" } = {}) {
	const run = readRun(event);
	requireOurs(run, repository, workflow);
	if (ended === "with a result" && run.conclusion !== "success" && run.conclusion !== "failure") return { reason: `The run ended as ${quoted(run.conclusion ?? "unfinished")}: it has no result.` };
	if (!run.head_repository) return { reason: "The repository that the pull request came from is gone." };
	return pullRequestOf(repository, run, run.head_repository);
}
const headRepository = looseObject({
	id: int(),
	owner: looseObject({ login: string() })
});
const eventSchema = looseObject({ workflow_run: looseObject({
	id: int(),
	html_url: string(),
	created_at: datetime({ offset: true }),
	event: string(),
	path: string(),
	conclusion: string().nullable(),
	actor: looseObject({ login: string() }).nullish(),
	head_sha: string().regex(/^[0-9a-f]{40}$/),
	head_branch: string().nullable(),
	repository: looseObject({
		id: int(),
		full_name: string()
	}),
	head_repository: headRepository.nullable()
}) });
function readRun(event) {
	const read = eventSchema.safeParse(event);
	if (read.success) return read.data.workflow_run;
	const { path, message } = read.error.issues[0];
	throw new CamdriftError("usage-wrong", `This is not a \`workflow_run\` event: ${path.join(".")}: ${message}.`, { remedy: "Comment on behalf of forks from a workflow that runs `on: workflow_run`." });
}
function requireOurs({ event, path, repository: { full_name } }, ours, workflow) {
	const expected = `${ours.owner}/${ours.name}`;
	if (full_name.toLowerCase() !== expected.toLowerCase()) throw rejected(`The run belongs to ${quoted(full_name)}; expected ${expected}.`);
	if (path !== workflow && !path.startsWith(`${workflow}@`)) throw rejected(`The run is of the workflow ${quoted(path)}; expected ${workflow}.`, { remedy: "Name the file of the workflow that judges, if it has another name." });
	if (event !== "pull_request") throw rejected(`The run was started by ${quoted(event)}; expected \`pull_request\`.`, { remedy: "Give the job `if: github.event.workflow_run.event == 'pull_request'`." });
}
async function pullRequestOf(repository, run, from) {
	const branch = `${from.owner.login}:${run.head_branch ?? ""}`;
	const { data } = await repository.api.rest.pulls.list({
		...coordinates(repository),
		state: "open",
		head: branch,
		per_page: 100
	});
	const open = data.filter(({ head, base }) => head.repo?.id === from.id && base.repo.id === run.repository.id);
	const [found, ...others] = open.filter(({ head }) => head.sha === run.head_sha);
	if (!found) return { reason: open[0] ? `#${open[0].number} has moved on: its head is ${open[0].head.sha}, and the run judged ${run.head_sha}.` : `No open pull request comes from ${quoted(branch)}; it may have been closed or merged.` };
	if (others.length > 0) return {
		reason: `Several open pull requests have this head: ${[found, ...others].map(({ number }) => `#${number}`).join(", ")}. Close all but one, and run it again.`,
		undecided: run.head_sha
	};
	return {
		pullRequest: {
			number: found.number,
			head: run.head_sha,
			base: {
				ref: found.base.ref,
				sha: found.base.sha
			}
		},
		runId: run.id,
		runUrl: run.html_url,
		pushed: new Date(run.created_at),
		mute: from.id !== run.repository.id || run.actor?.login === "dependabot[bot]"
	};
}

// src/artifacts/unpack.ts
/** What a stranger's artifact may hold. Sizes in bytes. */
const unpackLimits = {
	entries: 2e3,
	file: 5e6,
	total: 1e8,
	ratio: 200,
	ratioFrom: 1e6,
	name: 300
};
/**
* The JSON, WebP and Markdown files of an artifact, in memory.
*
* @throws CamdriftError `claims-rejected` past any of `unpackLimits`, and for all else that `unzip` refuses
*/
function unpack(archive) {
	const takes = (name) => /\.(json|webp|md)$/.test(name);
	return unzip(archive, {
		what: "The artifact",
		limits: unpackLimits,
		takes,
		rejected,
		quoted
	});
}

// src/events/_suspect.ts
/** Whose token usually can read and nothing else. Some may write all the same, so it is tried. */
function suspectOf({ run }, { fork }) {
	if (fork) return "a pull request from a fork";
	return run.actor === "dependabot[bot]" ? "Dependabot's pull request" : void 0;
}

// src/events/publish-run.ts
/**
* The second of two jobs: says what the first one, which may write nothing, has found. It reads no model and no picture but our
* own bounded results, which it takes from this very run and no other.
*/
async function onPublish(world) {
	const { repository, inputs } = world;
	const to = await addressee(world);
	if ("reason" in to) {
		await undecided(world, to, "trusted");
		return nothing$2(world, to.reason);
	}
	const found = () => downloadOwnArtifacts(repository, world.run, inputs.artifact);
	const still = to.moves === "audit" ? void 0 : await found();
	if (still && "reason" in still) return nothing$2(world, "This event moves nothing that camdrift judges.");
	const gate = await openGate(world, to, to);
	const artifacts = still ?? await found();
	if ("reason" in artifacts) {
		await gate.giveUp(artifacts.reason);
		world.runner.output("verdict", "incomplete");
		return { failure: `There is nothing to publish. ${artifacts.reason}` };
	}
	const messages = [];
	for (const artifact of artifacts) messages.push(await messageOf(world, to, artifact));
	const published = to.speaks ? await saidAll(world, to, messages) : quiet$1;
	for (const message of messages) await summarise(world, message, published);
	const results = together(messages.map((message) => message.results));
	await leave(world, results, published);
	const silent = silence(messages.map((message) => message.results), inputs.legs);
	if (silent !== void 0) {
		await gate.giveUp(silent);
		world.runner.output("verdict", worst([results.verdict, "incomplete"]));
		return { failure: `There is no verdict. ${silent}` };
	}
	const { failure } = await gate.close(results);
	return { failure: inputs.gate === "status" ? failure : void 0 };
}
const quiet$1 = {
	pictures: /* @__PURE__ */ new Map(),
	withoutPictures: "the pull request’s own run speaks for it"
};
async function addressee(world) {
	const { event, repository, inputs } = world;
	if (event.name === "pull_request") {
		const pull = readPullRequest(event.payload);
		return {
			...pull,
			suspect: suspectOf(world, pull),
			standing: "own",
			speaks: true,
			notes: []
		};
	}
	if (event.name === "merge_group") {
		const { head } = readMergeGroup(event.payload);
		return {
			number: 0,
			moves: "audit",
			head,
			pushed: void 0,
			standing: "own",
			speaks: false,
			notes: []
		};
	}
	const run = await triggeringRun(repository, event.payload, inputs.workflow, { ended: "in any way" });
	if ("reason" in run) return run;
	const { number, head, base } = run.pullRequest;
	const note = `Judged by the rules of ${base.ref}, from the files of the pull request, none of which was run.`;
	return {
		number,
		moves: "audit",
		head,
		pushed: run.pushed,
		standing: "trusted",
		speaks: run.mute,
		notes: [note]
	};
}
async function messageOf(world, { head, notes }, { suffix, id, zip }) {
	const { files } = await unpack(zip);
	const { results, pictures } = readOwn(files, { head });
	const speaker = speakerOf(world);
	return {
		results,
		picture: async (path) => pictures.get(path)?.(),
		notes,
		reportUrl: `${world.run.url}/artifacts/${id}`,
		speaker: suffix === "" ? speaker : {
			...speaker,
			leg: suffix
		}
	};
}
/** Addresses of pictures are told apart by nothing but their paths, so several messages have none in the summary. */
async function saidAll(world, to, messages) {
	let last = quiet$1;
	for (const message of messages) last = await publish(world, to, message);
	return messages.length === 1 ? last : {
		...last,
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: "they are in the comment"
	};
}
function together(all) {
	return {
		...all[0],
		models: all.flatMap(({ models }) => models),
		verdict: worst(all.map(({ verdict }) => verdict))
	};
}
async function leave(world, results, published) {
	const folder = resolve(world.workspace, world.inputs.out);
	await mkdir(folder, { recursive: true });
	await writePieces(resolve(folder, "results.json"), resultsText(results));
	writeOutputs(world, results, folder, published);
}
function nothing$2({ runner }, reason) {
	runner.notice(`Nothing to publish. ${reason}`);
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}

// src/events/_earlier-verdict.ts
/**
* An event that moves nothing, such as another title, is not audited. But its run takes the place of the earlier one in the
* list of checks, so it must not turn that one's failure into a success: it ends as our comment says that the earlier one did.
* @returns undefined when that cannot be known, and it takes an audit
*/
async function earlierVerdict(world, { number, head }) {
	const { inputs, repository } = world;
	if (inputs["fail-on"] === "never") return still(world, "skipped");
	const base = await baseNow(repository, number).catch(() => void 0);
	if (base === void 0) return void 0;
	const about = {
		number,
		head,
		base
	};
	const byStatus = inputs.gate === "status";
	if (byStatus && inputs.mode !== "judge") return await hasStatus(world, about) ? still(world, "skipped") : void 0;
	if (inputs.comment === "never" || !byStatus && inputs["fail-on"] !== "regression") return void 0;
	const said = await saidOf(world, about);
	if (said === void 0) return void 0;
	return byStatus ? still(world, "skipped") : asSaid(world, said);
}
/** What our comment says of it, in the name of this job; undefined where it does not say all, or is not our own word. */
async function saidOf(world, { number, head, base }) {
	const { inputs, repository } = world;
	const found = await conversation(repository, number, inputs["comment-key"]).catch(() => void 0);
	if (!found?.earlier || found.head !== head) return void 0;
	if (await foreignEditor(repository, found.earlier) !== void 0) return void 0;
	const [first, ...more] = readParts(found.earlier.body).filter((part) => part.head === head && speaksForUs(part, world));
	if (!first) return void 0;
	const parts = [first, ...more];
	return (inputs.mode !== "judge" || parts.length >= Math.max(...parts.map(({ legs }) => legs))) && parts.every((part) => part.base === base) ? {
		parts,
		url: found.earlier.url
	} : void 0;
}
function asSaid(world, { parts, url }) {
	const failed = parts.find(({ status }) => status === "fail" || status === "incomplete");
	if (!failed) return still(world, parts[0].status);
	world.runner.output("verdict", failed.status);
	return { failure: `This event moves nothing, and the verdict stands: ${failed.status} (${url}).` };
}
/**
* A status stands at the commit, whatever becomes of this job. Where none could be set, the job has failed in its place, and
* must not become a success. One that only judges has no status of its own: the job that publishes carries the verdict, and
* its comment tells whether it has.
*/
async function hasStatus(world, { head: sha, number, base }) {
	const { inputs, repository } = world;
	const own = partId(speakerOf(world));
	return (await statusParts(repository, {
		sha,
		key: inputs["comment-key"]
	}).catch(() => [])).some((each) => each.ours && each.id === own && each.pull === number && each.base === baseMark(base) && (each.state === "success" || each.state === "failure"));
}
/** A job that only judges lets another one speak, for all its legs. */
function speaksForUs({ id, speaker }, world) {
	const us = speakerOf(world);
	if (world.inputs.mode !== "judge") return id === partId(us);
	return speaker.workflow === shortSpeaker(us).workflow && speaker.config === shortSpeaker(us).config;
}
function still({ runner }, verdict) {
	runner.notice("This event moves nothing that camdrift judges, so nothing is audited again.");
	runner.output("verdict", verdict);
	return { failure: void 0 };
}

// src/events/_merged-onto.ts
/**
* What a change is compared with. The candidate is what is checked out: the head, or its merge with the base branch. Of a
* merge, the version before is the other parent; of a head, it is where it left the branch as that is now. So what the base
* branch got in the meantime is on both sides, or on none.
*
* A checkout that has nothing of the change is not believed: then the candidate is the merge that the event names, and the
* files on disk are held against it.
* @throws what the API's client throws; CamdriftError `baseline-unavailable`
*/
async function mergedOnto({ repository, run }, { root }, { head, to, moved }) {
	const here = await checkedOutCommit(root);
	for (const candidate of /* @__PURE__ */ new Set([
		here,
		run.sha,
		head
	])) {
		const found = candidate && await descent(repository, to, candidate);
		if (!found || candidate !== head && !found.commits.has(candidate)) continue;
		const parents = found.commits.get(candidate) ?? [];
		const isMerge = parents.length === 2 && parents[1] === head;
		if (candidate !== head && !isMerge && !found.commits.has(head)) continue;
		return {
			candidate,
			before: isMerge && !moved ? parents[0] : found.mergeBase,
			tip: found.tip
		};
	}
	throw new CamdriftError("baseline-unavailable", `${head.slice(0, 7)} and ${to} have no commit in common.`, { remedy: "Check that the commit still exists, and base the change on the branch that it goes to." });
}

// src/events/pull-request.ts
/** A pull request: compute, write files, publish, annotate, summarise, and only then fail. */
async function onPullRequest(world) {
	const pull = readPullRequest(world.event.payload);
	if (pull.moves === "end" || pull.moves === "rest" && world.inputs.shard) return over(world);
	if (pull.moves === "rest") return closed(world, pull);
	if (world.inputs.shard) return oneShare(world, pull);
	const stands = pull.moves === "stay" ? await earlierVerdict(world, pull) : void 0;
	if (stands) return stands;
	const suspect = suspectOf(world, pull);
	const gate = await openGate(world, pull, { suspect });
	const checked = await accepted(world, pull.number, await check(world, await subjectOf(world, pull)));
	const message = {
		results: checked.results,
		picture: fromFolder(checked.folder)
	};
	const published = world.inputs.mode === "judge" ? unpublished : await publish(world, {
		...pull,
		suspect,
		listed: checked.listed
	}, message);
	await report(world, checked, message, published);
	return gate.close(checked.results);
}
/** Explains its share, for the job that joins all; nothing is judged, said or gated here. */
async function oneShare(world, pull) {
	const { results } = await check(world, await subjectOf(world, pull));
	for (const { name, error } of results.models) if (error) world.runner.warning(`${name}: ${error.message}`);
	return { failure: void 0 };
}
function over({ runner }) {
	runner.notice("The pull request is closed: there is nothing to judge any more.");
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}
/**
* Nothing is audited, but this run takes the place of the earlier one in the list of checks, and a workflow that does not run when
* the pull request is opened again leaves it so.
*/
async function closed(world, pull) {
	const stands = await earlierVerdict(world, pull);
	if (stands) return stands;
	world.runner.output("verdict", "skipped");
	return { failure: "A pull request that is closed is not judged, and no earlier verdict on it was found. Leave `closed` out of the `types` of this workflow." };
}
/** Where it goes may have changed since the event: a re-run repeats the old one. */
async function subjectOf(world, { number, head, base, fork }) {
	const to = await baseNow(world.repository, number).catch((error) => {
		world.runner.warning(`The pull request could not be read (${apiWords(error)}), so it is held against ${base.ref}, where it went when this run began.`);
		return base.ref;
	});
	return {
		head,
		stranger: fork,
		base: {
			ref: to,
			sha: base.sha
		},
		commits: (project) => mergedOnto(world, project, {
			head,
			to,
			moved: to !== base.ref
		})
	};
}

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

// src/repository/merged-by.ts
/** The pull request that brought a commit to its branch: merged, squashed, or with its last commit rebased. */
async function mergedBy(repository, commit) {
	const { data } = await repository.api.rest.repos.listPullRequestsAssociatedWithCommit({
		...coordinates(repository),
		commit_sha: commit
	});
	const merged = data.filter(({ merged_at, merge_commit_sha }) => merged_at && merge_commit_sha === commit);
	return (merged.length === 1 ? merged[0] : void 0)?.number;
}

// src/reports/refresh.ts
const refreshTitle = (news) => `Refresh what camdrift has stored of ${modelsOf$1(news)}`;
/** Markdown of the pull request. */
function refreshBody(news, branch) {
	const lines = news.map((each) => each.what === "baseline" ? `- **${text$1(each.model)}**: the stored baseline is made anew; ${escapeMarkdown(each.why)}.` : `- **${text$1(each.model)}**: its scores join the calibration, ${link(`accepted by ${text$1(each.accepted.by, 40)}`, each.accepted.url)}: ${text$1(each.accepted.why, 300)}`);
	return [`Made by camdrift from ${text$1(branch)} as it is now, for you to merge; later pushes bring it up to date.`, lines.join("\n")].join("\n\n");
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
function modelsOf$1(news) {
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
		if (hasStatus$1(error, 404)) return void 0;
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
		if (hasStatus$1(error, 422) && /fast.forward/i.test(String(error))) return void 0;
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
		if (!hasStatus$1(error, 422, 404)) throw error;
		await git.createRef({
			...where,
			ref: `refs/heads/${branch}`,
			sha
		});
	}
}

// src/events/_sound.ts
/** Whether something may be made from a model by what a push has found of it. */
function isSound({ runner }, result) {
	const isBad = result?.verdict === "fail" || result?.verdict === "incomplete";
	if (isBad) runner.notice(`${result.name}: its verdict is ${result.verdict}, so nothing is made from it.`);
	return !isBad;
}
/**
* Whether a model that a push leaves alone, and so has not judged, is one that may become the measure of others: the one that its stored
* baseline was made from, or that an earlier push took for sound. One that failed would else be stored by the next push.
* @param waiting the text of a file as that push would have it, while nobody has merged it
*/
async function isKnownSound({ runner }, { inRepository }, model, waiting) {
	const stored = await readBaseline(model.baseline).catch(tolerate);
	const now = await digestNow(model).catch(tolerate);
	if (!stored || stored.model.digest === now) return true;
	const text = await waiting(inRepository(join(model.baseline, "manifest.json")));
	if (now !== void 0 && digestIn(text) === now) return true;
	runner.notice(`${model.name}: its stored baseline is of another model, and this push has not judged the one that is there, so nothing is made from it. If it is sound, run \`camdrift baseline\` and commit that.`);
	return false;
}
function digestIn(manifest) {
	try {
		return JSON.parse(manifest ?? "{}").model?.digest;
	} catch {
		return;
	}
}

// src/events/_refreshed.ts
/**
* Stored baselines made anew from the models that are there now, and the scores of those that were accepted by name. Of a model that fails, or that nobody could
* judge, nothing becomes the measure of others.
* @param judged what was found of the models that the push changed
* @param waiting the text of a file as an earlier push would have it, while nobody has merged that
*/
async function refreshed(world, project, stale, judged, waiting) {
	const config = await project.resolved();
	const folder = await mkdtemp(join(world.temporary, "camdrift-refresh-"));
	try {
		const all = [];
		for (const model of config.models) {
			const result = judged.find(({ name }) => name === model.name);
			if (!isSound(world, result)) continue;
			const scratch = join(folder, model.name);
			const why = stale.find(({ name }) => name === model.name)?.stale;
			if (why !== void 0 && (result || await isKnownSound(world, project, model, waiting))) all.push(await baselineOf(world, project, config, model, {
				why,
				scratch
			}));
			const path = project.inRepository(model.calibration.path);
			const taught = await calibrationText(model, result, await waiting(path), scratch);
			if (taught) all.push(calibrationOf(model, path, taught));
		}
		return {
			files: new Map(all.flatMap(({ files }) => [...files])),
			news: all.flatMap(({ news }) => news)
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function baselineOf(world, project, config, model, { why, scratch }) {
	const files = await baselineFiles(world, project, config, model, scratch);
	return {
		files,
		news: files.size > 0 ? [{
			what: "baseline",
			model: model.name,
			why
		}] : []
	};
}
const calibrationOf = ({ name }, path, { text, added }) => ({
	files: /* @__PURE__ */ new Map([[path, text]]),
	news: added.map(({ accepted }) => ({
		what: "calibration",
		model: name,
		accepted
	}))
});
async function baselineFiles(world, { inRepository }, config, model, scratch) {
	const there = model.baseline;
	const files = /* @__PURE__ */ new Map();
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			await model.obtain?.();
			const engine = _usingCtx$1.a(await startedFor(world, config.engine));
			const { jobs, batch } = config;
			const side = await explainSide(model, {
				title: model.name,
				path: model.path,
				preprocess: model.preprocess
			}, {
				engine,
				jobs,
				batch,
				progress: world.runner.progress
			});
			const [failure] = [side.unfinished?.message, ...side.failures.values()].filter((each) => each !== void 0);
			if (failure !== void 0) return told(world, model, failure);
			await writeBaseline(scratch, side);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		const known = actionable(error);
		if (!known) throw error;
		return told(world, model, known.message);
	}
	const isOurs = (name) => name === "manifest.json" || name.endsWith(".map.json");
	const now = (await readdir(scratch)).filter(isOurs);
	const before = (await readdir(there)).filter(isOurs);
	for (const name of before) if (!now.includes(name)) files.set(inRepository(join(there, name)), null);
	for (const name of now) {
		const text = await readFile(join(scratch, name), "utf8");
		if (text !== await readFile(join(there, name), "utf8").catch(() => void 0)) files.set(inRepository(join(there, name)), text);
	}
	return files;
}
function told({ runner }, { name }, why) {
	runner.warning(`${name}: its stored baseline could not be made anew: ${why}`);
	return /* @__PURE__ */ new Map();
}
/** What joins the calibration: the model, when it was accepted by name, and those that wait for that on our pull request. */
async function calibrationText(model, result, waiting, scratch) {
	const { calibration } = await model.calibration.read();
	const earlier = waiting === void 0 ? [] : parseCalibration(waiting, "the calibration that waits to be merged").models.filter(isTaught);
	const now = acceptedNow(model, result);
	const known = new Set(calibration.models.map((each) => JSON.stringify(each)));
	const added = [...earlier.filter(({ digest }) => digest !== now?.digest), ...now ? [now] : []].filter((each) => !known.has(JSON.stringify(each)) && (each === now || !calibration.models.some(({ digest }) => digest === each.digest)));
	if (added.length === 0) return void 0;
	await writeCalibration(join(scratch, calibrationName), withAccepted(calibration, added));
	return {
		text: await readFile(join(scratch, calibrationName), "utf8"),
		added
	};
}
const isTaught = (model) => model.accepted !== void 0;
/** Undefined when nobody has accepted the model by name, or its score is none to compare with. */
function acceptedNow(model, result) {
	if (!result?.accepted || !result.baseline || !result.score || !result.judged.lineage) return void 0;
	if (result.reasons.some((reason) => says(reason, "fixture-failed", "method-refused"))) return void 0;
	const { by, why, url } = result.accepted;
	return {
		name: model.shown(model.path),
		digest: result.candidate.model.digest,
		lineage: result.judged.lineage,
		against: result.baseline.model.digest,
		settings: settingsDigest(model, result),
		signals: signalsOf(result, model.methods[0]),
		...probesOf(result),
		accepted: {
			by,
			why,
			url
		}
	};
}

// src/events/_refresh.ts
/** Bytes: what is committed in one request. */
const mostBytes = 2e7;
/**
* Brings what the branch has stored up to date, once: what is there already is not written again, so a push of ours asks for
* no further one. Trouble is a warning, and changes no verdict.
*/
async function refresh(world, project, { head, branch }, stale, judged) {
	const { inputs, runner } = world;
	if (inputs.refresh === "never") return;
	if (inputs.mode === "judge") return runner.warning("`refresh` writes to the repository, and a job with `mode: judge` may not: give it a job of its own.");
	try {
		await brought(world, project, {
			head,
			branch
		}, stale, judged);
	} catch (error) {
		if (!isApiError(error)) throw error;
		const where = inputs.refresh === "commit" ? branch : refreshBranch(branch);
		runner.warning(`What is stored could not be refreshed on ${where} (${apiWords(error)}).${remedy(error)}`);
	}
}
async function brought(world, project, { head, branch }, stale, judged) {
	const { inputs, runner, repository } = world;
	const waiting = async (path) => inputs.refresh === "pull-request" ? waitingText(repository, branch, path) : void 0;
	const { files, news } = await refreshed(world, project, stale, judged, waiting);
	if (files.size === 0) return runner.line("What is stored is up to date: there is nothing to refresh.");
	const size = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), 0);
	if (size > mostBytes) return runner.warning(`What is to be stored has ${size} bytes, and at most ${mostBytes} are committed: run \`camdrift baseline\` and commit it.`);
	const wanted = {
		base: branch,
		head,
		files,
		title: refreshTitle(news),
		body: refreshBody(news, branch),
		message: refreshMessage(news)
	};
	if (inputs.refresh === "commit") {
		const sha = await refreshByCommit(repository, wanted);
		const moved = `${branch} has moved on: the run of that push refreshes what is stored.`;
		return runner.notice(sha ? `Refreshed what is stored: ${sha}.` : moved);
	}
	const { url, changed } = await refreshByPullRequest(repository, wanted);
	runner.notice(`${changed ? "Refreshed" : "There already"}: ${url}`);
}
const remedy = (error) => isAgainstRules(error) ? " A rule of the repository protects the branch: take `refresh: pull-request`." : isForbidden(error) ? " The job needs `permissions: contents: write, pull-requests: write`, and the repository must let GitHub Actions create pull requests." : "";

// src/events/push.ts
/**
* The default branch or a release branch moved: what is there now against what was there before, and whether stored
* baselines are still those of the models.
*/
async function onPush(world) {
	const push = readPush(world.event.payload);
	if (!isLookedAt(push)) return skipped(world, push);
	const project = await openProject(world);
	const baselines = await lookedUp(world, project);
	const stale = baselines.filter((each) => each.stale !== void 0);
	const before = await beforeOf(world, push);
	if (before === void 0) {
		await refresh(world, project, push, stale, []);
		world.runner.output("verdict", verdictOf(void 0, baselines));
		return { failure: staleFailure(world, stale) };
	}
	const { head, branch } = push;
	const gate = await openGate(world, {
		head,
		number: 0,
		isPush: true
	});
	const commits = async () => ({
		candidate: head,
		before,
		tip: head
	});
	const checked = await acceptedBefore(world, head, await check(world, {
		head,
		base: {
			ref: branch,
			sha: before
		},
		commits
	}));
	const { results, folder } = checked;
	const published = {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: "a push gets no comment"
	};
	if (results.models.length > 0) await report(world, checked, {
		results,
		picture: fromFolder(folder)
	}, published);
	await refresh(world, project, push, stale, results.models);
	world.runner.output("verdict", verdictOf(results, baselines));
	return { failure: (await gate.close(results)).failure ?? staleFailure(world, stale) };
}
/** Names under which teams keep what they have released. */
const release = /^(?:releases?|stable|maint(?:enance)?|hotfix)(?:$|[/-])|^v?\d+(?:\.(?:\d+|x))*$/;
const isLookedAt = (push) => push.branch !== void 0 && !push.deleted && (push.branch === push.defaultBranch || release.test(push.branch));
function skipped({ runner }, { branch }) {
	runner.notice(`Only pushes to the default branch and to release branches are looked at; this one went to ${branch ?? "a tag"}.`);
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}
/** A branch that is new left the default branch somewhere; the default branch itself had nothing before its first push. */
async function beforeOf({ repository }, push) {
	const { before, branch, defaultBranch, head } = push;
	if (before !== void 0 || branch === defaultBranch) return before;
	return (await descent(repository, defaultBranch, head))?.mergeBase;
}
/** What was accepted on the pull request that brought it is accepted here too. */
async function acceptedBefore(world, head, checked) {
	if (!checked.results.models.some(({ verdict }) => verdict === "fail")) return checked;
	const number = await mergedBy(world.repository, head).catch((error) => {
		world.runner.warning(`Which pull request brought this could not be read (${apiWords(error)}): what was accepted there is not known.`);
	});
	return accepted(world, number, checked);
}
/** Where no model changed and no baseline is stored there was nothing to look at, and nothing has passed. */
function verdictOf(audited, baselines) {
	const found = baselines.flatMap(({ folder, stale }) => folder === void 0 ? [] : [stale === void 0 ? "pass" : "warn"]);
	if (audited && (audited.models.length > 0 || audited.verdict !== "pass")) found.push(audited.verdict);
	return found.length === 0 ? "skipped" : worst(found);
}
async function lookedUp(world, project) {
	const { runner, inputs } = world;
	const { models } = await project.resolved();
	const found = await Promise.all(models.map(stored));
	for (const each of found) runner.line(`${each.name}: ${storedWords(each)}`);
	const stale = found.filter((each) => each.stale !== void 0);
	for (const each of stale) runner.warning(`${each.name}: ${storedWords(each)}. ${refreshWords}`);
	if (inputs.summary) await runner.summary(storedBaselines(found));
	return found;
}
function staleFailure({ inputs }, stale) {
	if (stale.length === 0 || inputs["fail-on"] !== "any") return void 0;
	return `Stored baselines are stale: ${stale.map(({ name }) => name).join(", ")}.`;
}
async function stored(model) {
	const { name, baseline: folder } = model;
	if (model.reference.kind === "none") return {
		name,
		folder: void 0,
		unwanted: true,
		stale: void 0
	};
	if (folder === void 0 || !await exists(join(folder, "manifest.json"))) return {
		name,
		folder: void 0,
		stale: void 0
	};
	return {
		name,
		folder: model.shown(folder),
		stale: await staleReason({
			...model,
			folder
		})
	};
}
const exists = async (path) => await stat(path).catch(() => void 0) !== void 0;

// src/events/_moved-by-dvc.ts
/**
* The models that a change gives another content by DVC's word alone, by name: a `dvc.lock`, or a pointer that lies elsewhere. No file of theirs
* changes. One that is in no commit, and of which no pointer is found, may be what such a file tells of.
* @param written turns a path as the configuration writes it into one of the repository
*/
async function movedByDvc(files, raw, written, { head, before }) {
	const moved = /* @__PURE__ */ new Set();
	if (!files.some(({ path, previous = path }) => [path, previous].some(isOfDvc))) return moved;
	for (const { name, path } of raw.models) if (!isAddress(path) && await isMoved(posix.normalize(written(path)), head, before)) moved.add(name);
	return moved;
}
const isOfDvc = (path) => /(?:^|\/)dvc\.lock$|\.dvc$/i.test(path);
async function isMoved(path, head, before) {
	try {
		if (await before.locate(path) ?? await head.locate(path)) return false;
		const [is, was] = await Promise.all([head, before].map((side) => dvcPointer(path, textFilesOf(side))));
		return !is || !was || !isSamePointer(is, was);
	} catch (error) {
		tolerate(error);
		return true;
	}
}
/** Text files of a commit, as DVC's pointers are read from them. */
const textFilesOf = (at) => ({
	text: async (path, mostBytes) => await at.entry(path) ? baseText(at, path, mostBytes) : void 0,
	place: (path) => at.place(path)
});

// src/events/_copied-models.ts
/**
* Writes the models of a configuration, and the arrays that they are given, as a commit has them.
* @param placed turns a path as the configuration writes it into one of the repository
* @param limits of the arrays; models have their own
* @returns why models could not be had, by their names
*/
async function copyModels(at, raw, placed, workspace, limits) {
	const troubles = /* @__PURE__ */ new Map();
	for (const model of raw.models) {
		const place = placed(model.path);
		const arrays = arraysIn(effective(raw, model).inputs).map(placed);
		try {
			await copyFiles(at, await held(at, arrays), workspace, limits);
			if (isAddress(model.path)) continue;
			const found = await at.locate(place);
			if (!found) throw await notHeld(at, place);
			if (found.kind === "submodule") throw outOfReach(at, place, found.path);
			await baseModel(at, place, workspace).path();
		} catch (error) {
			if (!(error instanceof CamdriftError)) throw error;
			troubles.set(model.name, error);
		}
	}
	return troubles;
}
async function held(at, paths) {
	const places = await Promise.all(paths.map((path) => at.locate(path)));
	return paths.filter((_, index) => places[index]);
}
/** Nothing is checked out here. */
const outOfReach = (at, place, submodule) => new CamdriftError("model-untracked", `${at.place(place)} lies in the submodule ${submodule}, which cannot be read.`, { remedy: "Give the job that judges a `github-token` that reads the submodule; only one of the same owner is read. Else open the change of the model as a pull request of this repository, whose own job checks the submodule out." });
/** No step runs here that could bring it. */
async function notHeld(at, place) {
	const isPointed = await at.locate(`${place}.dvc`) !== void 0;
	const pointer = isPointed ? void 0 : await dvcPointer(posix.normalize(place), textFilesOf(at)).catch(tolerate);
	const why = isPointed ? ", only its DVC pointer" : pointer ? `, only its DVC pointer in ${pointer.file}` : "";
	return new CamdriftError("model-untracked", `Git does not hold ${place} at commit ${at.commit.slice(0, 7)}${why}.`, { remedy: "A model is judged here when Git, Git LFS or an address with its SHA-256 (`path: https://…`) has it. Else review it by the claim of its own run." });
}

// src/events/_escaped-models.ts
/**
* A model that the pull request takes out of the configuration, and whose files stay, is judged all the same: else it could be
* replaced in the same breath. So is one that the configuration points elsewhere while its files change where they are, and one of
* several layers is explained at all of them.
* @param placed turns a path as the configuration writes it into one of the repository
* @returns undefined where there is none
*/
async function withEscaped(after, before, sides, placed) {
	const places = new Set(after.models.map(({ path }) => placed(path)));
	const names = new Set(after.models.map(({ name }) => name));
	const kept = [];
	for (const model of modelsOf(before)) {
		const place = placed(model.path);
		if (isAddress(model.path) || places.has(place)) continue;
		const isGone = !names.has(model.name);
		if (isGone ? await sides.head.locate(place) : await isReplaced(place, sides)) kept.push(isGone ? model : {
			...model,
			name: free(names, model.name)
		});
	}
	const own = modelsOf(after);
	const layered = own.map((model) => atAllLayers(model, modelsOf(before), placed));
	if (kept.length === 0 && layered.every((model, at) => model === own[at])) return void 0;
	const { engine, jobs, batch, out, "run-timeout": runTimeout } = after;
	return {
		engine,
		jobs,
		batch,
		out,
		"run-timeout": runTimeout,
		models: [...layered, ...kept]
	};
}
/** Each layer has a verdict of its own: one that is left out would not be looked at. */
function atAllLayers(model, before, placed) {
	const was = before.find(({ name }) => name === model.name) ?? before.find(({ path }) => placed(path) === placed(model.path));
	const asked = new Set([model.layer ?? []].flat());
	return Array.isArray(was?.layer) && was.layer.some((each) => !asked.has(each)) ? {
		...model,
		layer: was.layer
	} : model;
}
/** Each with what its configuration says for all: what the other one says is not meant for it. */
function modelsOf(config) {
	const { models, engine: _e, jobs: _j, batch: _b, out: _o, "run-timeout": _r, ...shared } = config;
	return models.map((model) => ({
		...shared,
		...model
	}));
}
/** Whether what lies there is another model, or another part of one. What is new beside it is none of its files. */
async function isReplaced(place, { head, base }) {
	if (!await head.locate(place)) return false;
	const folder = (await base.entry(place))?.kind === "folder" ? place : posix.dirname(place);
	const stem = folder === "." ? posix.parse(place).name : "";
	const isPart = (path) => folder !== "." || !path.includes("/") && path.startsWith(stem);
	const now = new Map((await head.under(folder)).map(({ path, sha }) => [path, sha]));
	return (await base.under(folder)).some(({ path, sha }) => isPart(path) && now.get(path) !== sha);
}
/** A name that no model has. */
function free(names, name) {
	const wanted = `${name.slice(0, 80)}-at-its-old-path`;
	return [wanted, ...Array.from({ length: names.size }, (_, at) => `${wanted}-${at + 2}`)].find((each) => !names.has(each));
}

// src/events/_head-copy.ts
/** Fixtures and the other files of rules; models have limits of their own. */
const limits = {
	files: 700,
	bytes: 2 ** 30
};
/**
* Models and their configuration as the pull request has them; fixtures, labels, true classes, regions, probes and stored
* baselines as the base branch has them now. Of these the pull request's are taken only where a model of its own asks for
* files that the base branch does not have, and no model of the base branch looks at.
* @throws CamdriftError when the configuration cannot be read, or the files are too many
*/
async function headCopy(world, head, tip) {
	const { repository, inputs, temporary } = world;
	const workspace = await temporaryFolder(temporary, "camdrift-head-");
	const configuration = posix.join(inputs["working-directory"], inputs.config);
	const sides = {
		head: snapshotAt(repository, head),
		base: snapshotAt(repository, tip)
	};
	const own = await textAt(sides.head, configuration);
	if (own === void 0) throw missing(sides.head, configuration);
	const base = {
		text: await textAt(sides.base, configuration) ?? own,
		place: sides.base.place(configuration)
	};
	const [after, before] = [writtenConfig(own, sides.head.place(configuration)), writtenConfig(base.text, base.place)];
	const joined = await withEscaped(after, before, sides, written(configuration));
	const text = joined ? JSON.stringify(joined) : own;
	const raw = parseConfig(text, sides.head.place(configuration));
	const troubles = await copyModels(sides.head, raw, written(configuration), workspace, limits);
	await copyRules(sides, [raw, parseConfig(base.text, base.place)], configuration, workspace);
	await copyFiles(sides.head, [configuration], workspace, limits);
	if (joined) await writeFile(join(workspace, configuration), text);
	return {
		workspace,
		troubles
	};
}
const textAt = (at, configuration) => baseText(at, configuration, 2 ** 20);
const missing = (at, configuration) => new CamdriftError("config-missing", `There is no ${at.place(configuration)}.`, { remedy: "Name the configuration with the inputs `config` and `working-directory`, as the first workflow does." });
const written = (configuration) => (path) => posix.join(posix.dirname(configuration), path);
async function copyRules({ head, base }, [after, before], configuration, workspace) {
	const [was, is] = [await filesOf(base), await filesOf(head)];
	const [ofBase, ofHead] = [ruling(before, configuration), ruling(after, configuration)];
	const trusted = [...was].filter((path) => ofBase(path) || ofHead(path));
	const added = [...is].filter((path) => ofHead(path) && !ofBase(path) && !was.has(path));
	await copyFiles(base, trusted, workspace, limits);
	await copyFiles(head, added, workspace, {
		...limits,
		files: limits.files - trusted.length
	});
}
/** Whether a file decides how a model is judged, the configuration itself left out. */
function ruling(raw, configuration) {
	const rules = raw.models.map(({ name }) => policyOf(rulesOf(raw, name, written(configuration)), configuration));
	return (path) => path !== configuration && rules.some(({ configuration: _, input: __, ...kinds }) => Object.values(kinds).some((matches) => matches(path)));
}
async function filesOf(at) {
	const listed = await at.list();
	if (!listed?.complete) throw new CamdriftError("baseline-unavailable", `Commit ${at.commit.slice(0, 7)} is too large to be listed.`, { remedy: "Keep the models in a smaller repository, or judge in the job of the pull request." });
	return new Set([...listed.entries].filter(([, { kind }]) => kind === "file").map(([path]) => path));
}

// src/events/recompute.ts
/**
* Judges a pull request in a run that it cannot edit, the default branch's: its models are fetched as data, nothing is checked
* out or run, and the base branch's rules judge. It writes nothing but files: another job publishes them.
*/
async function onRecompute(world) {
	const { repository, inputs, runner } = world;
	const run = await triggeringRun(repository, world.event.payload, inputs.workflow, { ended: "in any way" });
	if ("reason" in run) return nothing$1(world, run.reason);
	const { head, number, base } = run.pullRequest;
	const { tip, mergeBase: before } = await commonWith(world, base.ref, head);
	const { workspace, troubles } = await headCopy(world, head, tip);
	const there = {
		...world,
		workspace,
		inputs: {
			...inputs,
			"policy-from": "base"
		}
	};
	const checked = await check(there, {
		head,
		base,
		stranger: true,
		baseFixtures: true,
		commits: async () => ({
			candidate: head,
			before,
			tip
		})
	});
	const troubled = {
		...checked,
		results: withTroubles(checked.results, troubles)
	};
	const { results } = await accepted(there, number, troubled);
	const folder = resolve(world.workspace, inputs.out);
	await mkdir(folder, { recursive: true });
	await cp(checked.folder, folder, { recursive: true });
	await rewriteAudit(folder, results);
	const message = {
		results,
		picture: fromFolder(folder),
		runUrl: run.runUrl
	};
	await summarise(world, message, unpublished);
	writeOutputs(world, results, folder, unpublished);
	runner.line(`Judged pull request ${number} by the rules of ${base.ref}. The job that publishes says so.`);
	return { failure: void 0 };
}
async function commonWith({ repository }, branch, head) {
	const found = await descent(repository, branch, head);
	if (found) return found;
	throw new CamdriftError("baseline-unavailable", `${head.slice(0, 7)} and ${branch} have no commit in common.`, { remedy: "Check that the commit still exists, and base the change on the branch that it goes to." });
}
/** A model that could not be fetched is missing for that reason, and for no other. */
function withTroubles(results, troubles) {
	const told = (model) => {
		const trouble = troubles.get(model.name);
		if (!trouble || !model.error) return model;
		const { message, remedy } = trouble;
		const { error, ...rest } = model;
		const reasons = model.reasons.map((reason) => "message" in reason && reason.message === error.message ? {
			...reason,
			message
		} : reason);
		return {
			...rest,
			reasons,
			error: {
				...error,
				message,
				remedy
			}
		};
	};
	return {
		...results,
		models: results.models.map(told)
	};
}
function nothing$1({ runner }, reason) {
	runner.notice(`Nothing to judge. ${reason}`);
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}

// src/artifacts/unreported.ts
/**
* The models that a change touches and a stranger's results leave out: nobody passes by keeping quiet.
* @param raw the base branch's configuration
* @param configuration where that lies in the repository
* @param elsewhere models that it gives another content in no file of theirs, by name
*/
function unreported({ files, complete }, raw, configuration, { models, change }, elsewhere = /* @__PURE__ */ new Set()) {
	const told = new Set(models.map(({ name }) => name));
	const removed = new Set(change?.removed.map(({ name }) => name));
	const concerning = (belongs) => files.filter((file) => [file.path, file.previous].some(belongs));
	const reconfigured = concerning((path) => path === configuration).length > 0;
	const placed = (path) => posix.join(posix.dirname(configuration), path);
	return raw.models.flatMap((model) => {
		const { name, path } = model;
		if (told.has(name)) return [];
		const given = new Set(arraysIn(effective(raw, model).inputs).map(placed));
		const isPart = belongsTo(placed(path));
		const touched = concerning((file) => isPart(file) || given.has(file ?? ""));
		if (elsewhere.has(name) || touched.some(({ status }) => status !== "removed" || !removed.has(name))) return [withoutResult(name, path, "touches its files")];
		if (removed.has(name)) return [];
		if (reconfigured) return [withoutResult(name, path, "edits the configuration")];
		return complete ? [] : [withoutResult(name, path, "is too long to know")];
	});
}
/**
* A model owns its folder, since weights lie beside it; in the repository's own folder only the file is its. What has the name of a
* folder above it is the submodule, or the link, that it lies in; DVC's pointer stands for it or for such a folder.
*/
function belongsTo(model) {
	const folder = [".json", ".pb"].includes(posix.extname(model)) ? posix.dirname(model) : model;
	const steps = model.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
	const places = new Set(steps.flatMap((step) => [step, `${step}.dvc`]));
	return (path) => path !== void 0 && (places.has(path) || folder !== "." && path.startsWith(`${folder}/`));
}
function withoutResult(name, path, change) {
	return {
		name,
		path,
		verdict: "incomplete",
		reasons: [{
			level: "incomplete",
			code: "model-untold",
			change
		}],
		fixtures: []
	};
}

// src/events/_base-policy.ts
/** The base branch's own configuration and calibrations; undefined when it has no configuration. */
async function basePolicy({ inputs, repository }, commit) {
	const configuration = posix.join(inputs["working-directory"], inputs.config);
	const before = snapshotAt(repository, commit);
	const text = await baseText(before, configuration, 2 ** 20);
	if (text === void 0) return void 0;
	const raw = parseConfig(text, `${configuration} of the base branch`);
	const calibrations = await calibrationsOf(raw, posix.dirname(configuration), before);
	return {
		raw,
		configuration,
		of: (claimed) => {
			const settings = settingsOf(raw, claimed.name);
			return settings && judgedBy(settings, calibrations.get(claimed.name) ?? noCalibration, claimed);
		}
	};
}
async function calibrationsOf(raw, folder, before) {
	const read = raw.models.map(async ({ name }) => {
		const { baseline = posix.join(defaultBaselines, name) } = settingsOf(raw, name);
		return [name, await calibrationAt(before, posix.join(folder, baseline, calibrationName))];
	});
	return new Map(await Promise.all(read));
}
function settingsOf({ models, ...shared }, name) {
	const own = models.find((model) => model.name === name);
	return own && {
		...shared,
		...own
	};
}
function judgedBy(settings, calibration, claimed) {
	const { layer = "auto", lineage = "auto" } = settings;
	const judging = judgingOf(settings);
	const finer = layer === "auto" ? void 0 : claimed.judged?.finer;
	const policy = policyFor(judging, lineage === "auto" ? claimed.lineage?.kind : lineage, finer);
	return calibrated(policy, calibration, {
		...judging,
		layer: [layer].flat()[0]
	}, claimed).policy;
}

// src/events/workflow-run.ts
/**
* Posts what a run without rights has computed, such as one of a pull request from a fork: nothing is checked out, and
* nothing that the run says is believed further than it must be.
*/
async function onWorkflowRun(world) {
	const { repository, inputs, runner } = world;
	const run = await triggeringRun(repository, world.event.payload, inputs.workflow);
	if ("reason" in run) {
		await undecided(world, run, "claimed");
		return nothing(world, run.reason);
	}
	if (!run.mute && inputs.gate === "job") return nothing(world, "The run could comment by itself.");
	const { head, number } = run.pullRequest;
	const gate = await openGate(world, run.pullRequest, { standing: "claimed" });
	const zip = await downloadArtifact(repository, run, inputs.artifact);
	if ("reason" in zip) {
		await gate.giveUp(zip.reason);
		return nothing(world, zip.reason);
	}
	const message = await claimed(world, run, zip);
	const published = run.mute ? await publish(world, {
		number,
		head,
		pushed: run.pushed
	}, message) : {
		pictures: /* @__PURE__ */ new Map(),
		withoutPictures: "the run commented by itself"
	};
	await summarise(world, message, published);
	const folder = resolve(world.workspace, inputs.out);
	await mkdir(folder, { recursive: true });
	await writePieces(resolve(folder, "results.json"), resultsText(message.results));
	writeOutputs(world, message.results, folder, published);
	runner.line(`Spoke for the run ${run.runUrl} on pull request ${number}.`);
	const { failure } = await gate.close(message.results);
	return { failure: inputs.gate === "status" ? failure : void 0 };
}
function nothing({ runner }, reason) {
	runner.notice(`Nothing to post. ${reason}`);
	runner.output("verdict", "skipped");
	return { failure: void 0 };
}
async function claimed(world, run, zip) {
	const { head, number, base } = run.pullRequest;
	const { tip = base.sha, mergeBase = tip } = await descent(world.repository, base.ref, head) ?? {};
	const policy = await basePolicy(world, tip);
	const { files, ignored } = await unpack(zip);
	if (ignored > 0) world.runner.line(`${ignored} files of the artifact are of no known kind and were left in it.`);
	const { results, pictures } = readClaims(files, {
		head,
		baseRef: base.ref
	}, policy?.of);
	return {
		results: policy ? await checkedAgainst(world, policy, {
			number,
			head,
			before: mergeBase
		}, results) : results,
		picture: async (path) => pictures.get(path)?.(),
		claimed: true,
		runUrl: run.runUrl,
		notes: [policy ? "Judged by the thresholds of the base branch." : "The base branch has no configuration, so the thresholds are the run’s own."]
	};
}
/** What the list of changed files tells for certain takes the place of the run's word for it. */
async function checkedAgainst({ repository }, { raw, configuration }, change, results) {
	const files = await pullRequestFiles(repository, change.number);
	const written = (path) => posix.join(posix.dirname(configuration), path);
	const [head, before] = [snapshotAt(repository, change.head), snapshotAt(repository, change.before)];
	const elsewhere = await movedByDvc(files.files, raw, written, {
		head,
		before
	});
	const missing = unreported(files, raw, configuration, results, elsewhere);
	const rules = raw.models.map(({ name }) => rulesOf(raw, name, written));
	const edits = policyEdits(files, rules, configuration);
	return {
		...results,
		...results.change && { change: {
			...results.change,
			edits,
			policyFrom: "base"
		} },
		models: [...results.models, ...missing],
		verdict: worst([results.verdict, ...missing.map(({ verdict }) => verdict)])
	};
}

// src/events/index.ts
/** What each event leads to, in each mode that goes with it. */
const handlers = {
	pull_request: {
		auto: onPullRequest,
		check: onPullRequest,
		judge: onPullRequest,
		publish: onPublish
	},
	merge_group: {
		auto: onMergeGroup,
		check: onMergeGroup,
		judge: onMergeGroup,
		publish: onPublish
	},
	push: {
		auto: onPush,
		check: onPush,
		judge: onPush
	},
	workflow_dispatch: {
		auto: onDemand,
		check: onDemand,
		judge: onDemand
	},
	schedule: {
		auto: onDemand,
		check: onDemand,
		judge: onDemand
	},
	issue_comment: { auto: onIssueComment },
	workflow_run: {
		auto: onWorkflowRun,
		comment: onWorkflowRun,
		judge: onRecompute,
		publish: onPublish
	}
};
const eventNames = Object.keys(handlers);
/**
* @throws CamdriftError `usage-wrong` for an event that camdrift has nothing to say to
*/
function handlerOf({ event: { name }, inputs: { mode, shard } }) {
	const modes = Object.hasOwn(handlers, name) ? handlers[name] : void 0;
	if (!modes) throw new CamdriftError("usage-wrong", `camdrift does not know what to do on the event \`${name}\`.`, { remedy: `Run it on ${Object.keys(handlers).join(", ")}.${name === "pull_request_target" ? " pull_request_target checks out the base branch, not the change." : ""}` });
	const handler = modes[mode];
	if (shard && handler !== onPullRequest) throw new CamdriftError("usage-wrong", `A \`shard\` is explained on the event pull_request alone, and this is ${name}.`, { remedy: "Leave `shard` out on other events." });
	if (handler) return handler;
	throw new CamdriftError("usage-wrong", `\`mode: ${mode}\` does not go with the event ${name}.`, { remedy: `${name} goes with ${Object.keys(modes).join(", ")}; with \`auto\`, which is \`mode\` left out, the event says what to do.` });
}

// src/events/inputs.ts
const choice = (...values) => _enum(values);
const text = string().min(1, "expected some text");
const webAddress = url$1({ protocol: /^https?$/ });
const isHost = (host) => !host.includes("*") && URL.canParse(`https://${host}/`) && new URL(`https://${host}/`).host === host.toLowerCase().replace(/:443$/, "");
const unevaluated = /^\$\{\{.*\}\}$/;
const flag = _enum(["true", "false"]).transform((value) => value === "true");
/** The inputs of action.yml, which gives them their defaults. */
const inputsSchema = strictObject({
	config: text,
	"working-directory": text,
	"github-token": string(),
	mode: choice("auto", "check", "judge", "publish", "comment"),
	comment: choice("on-change", "always", "on-regression", "never"),
	"comment-key": string().regex(/^[\w.-]{1,40}$/, "expected 1 to 40 letters, digits, `.`, `-` and `_`"),
	matrix: string().transform((text) => unevaluated.test(text) ? "" : text),
	legs: string().refine((text) => unevaluated.test(text) || /^$|^[1-9]\d?$|^1\d\d$|^2[0-4]\d$|^25[0-6]$/.test(text), "expected a whole number from 1 to 256").transform((text) => unevaluated.test(text) ? 1 : Number(text || 1)),
	"fail-on": choice("regression", "new", "any", "never"),
	gate: choice("job", "status"),
	"policy-from": choice("head", "base"),
	"accept-by": choice(...acceptBy),
	refresh: choice("never", "pull-request", "commit"),
	"image-branch": string().regex(/^$|^(?!refs\/)[\w][\w./-]{0,99}$/, "expected the name of a branch"),
	"image-url": string().refine((url) => url === "" || webAddress.safeParse(url).success, "expected an address with http or https"),
	"max-images": string().regex(/^\d{1,2}$|^100$/, "expected a whole number from 0 to 100").transform(Number),
	timeout: string().regex(/^[1-9]\d{0,4}$/, "expected a whole number of seconds from 1 to 99999").transform(Number),
	annotations: flag,
	summary: flag,
	out: text,
	"allow-hosts": string().transform((value) => value.split(/[\s,]+/).filter(Boolean)).refine((hosts) => hosts.every(isHost), "expected hosts such as models.example.com or 10.0.0.7:8443"),
	cache: string(),
	setup: choice("none", "fast"),
	"map-cache": string(),
	shard: string().transform((text) => text === "" ? void 0 : shardFrom(text)),
	shards: string(),
	workflow: text,
	artifact: text
});
const inputNames = Object.keys(inputsSchema.shape);
/**
* @param given the inputs' texts, as the runner passes them
* @throws CamdriftError `config-invalid` with every mistake
*/
function readInputs(given) {
	const parsed = inputsSchema.safeParse(given);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => {
		const name = String(issue.path[0]);
		return `input \`${name}\`: ${issue.code === "invalid_value" ? `expected one of ${issue.values.join(", ")}` : issue.message}, got \`${given[name]}\`.`;
	});
	throw new CamdriftError("config-invalid", problems.join("\n"), { remedy: "Correct the `with:` block of the camdrift step." });
}

// src/hosts/github.ts
/**
* The repository that the workflow runs in.
*
* One write at a time, a second apart; a secondary rate limit is waited out twice, for as long as `retry-after` says or a
* minute; what fails on the server's side is tried four times.
*
* @param warn told when the API makes the run wait
* @throws CamdriftError `usage-wrong` without a token
*/
function repositoryOf(env, token, warn) {
	if (token === "") throw new CamdriftError("usage-wrong", "The input `github-token` is empty.", { remedy: "Leave the input out, and the job's own token is taken. A secret is empty in pull requests from forks and of Dependabot." });
	const [owner = "", name = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
	const retryAfterBaseValue = second(env);
	const patient = endingAfter(patienceOf(env, retryAfterBaseValue), throughProxy);
	const wait = (kind) => (seconds, options, _octokit, retries) => {
		const { method, url } = options;
		const waits = retries < mostWaits && seconds <= longestWait;
		warn(`${kind} at ${method} ${url.replace(/^https?:\/\/[^/]+/, "")}: waiting ${seconds} s${waits ? "" : " would be next; giving up"}.`);
		return waits;
	};
	const api = getOctokit(token, {
		baseUrl: env.GITHUB_API_URL ?? "https://api.github.com",
		request: { fetch: patient },
		retry: { retryAfterBaseValue },
		throttle: {
			retryAfterBaseValue,
			...retryAfterBaseValue < 1e3 && faster(retryAfterBaseValue),
			onRateLimit: wait("Rate limit"),
			onSecondaryRateLimit: wait("Secondary rate limit")
		},
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	}, retry, throttling);
	return {
		owner,
		name,
		serverUrl: env.GITHUB_SERVER_URL ?? "https://github.com",
		api,
		gitAuthorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
		fetch: patient,
		second: retryAfterBaseValue
	};
}
const mostWaits = 2;
/** Seconds. A primary limit can be an hour away; a job does not wait that long. */
const longestWait = 300;
/** Seconds until an answer begins; then it counts as lost. Bodies may take longer. */
const patience = 60;
/** Milliseconds, however short a second is. */
const leastPatience = 1e4;
const second = (env) => isLocal(env) && env.CAMDRIFT_SECOND ? Number(env.CAMDRIFT_SECOND) : 1e3;
const patienceOf = (env, milliseconds) => isLocal(env) && env.CAMDRIFT_PATIENCE ? Number(env.CAMDRIFT_PATIENCE) : Math.max(patience * milliseconds, leastPatience);
const isLocal = ({ GITHUB_API_URL }) => [
	"127.0.0.1",
	"localhost",
	"[::1]"
].includes(new URL(GITHUB_API_URL ?? "https://api.github.com").hostname);
/** The plugin's queues for writes and for comments, with another second: they take no option for it. */
function faster(milliseconds) {
	const queue = (pause) => {
		let last = Promise.resolve();
		const schedule = (_options, work) => {
			const turn = last.then(work);
			last = turn.then(() => setTimeout(pause));
			return turn;
		};
		return { key: () => ({ schedule }) };
	};
	return {
		write: queue(milliseconds),
		notifications: queue(3 * milliseconds)
	};
}
/** A server that never answers must not hold a job: what it was asked fails, and is tried again like a broken connection. */
function endingAfter(milliseconds, ask) {
	return async (input, init) => {
		const waiting = new AbortController();
		const signal = init?.signal ? AbortSignal.any([init.signal, waiting.signal]) : waiting.signal;
		const alarm = globalThis.setTimeout(() => waiting.abort(), milliseconds);
		try {
			return await ask(input, {
				...init,
				signal
			});
		} catch (error) {
			if (!waiting.signal.aborted) throw error;
			throw new TypeError(`no answer within ${milliseconds / 1e3} s`, { cause: error });
		} finally {
			clearTimeout(alarm);
		}
	};
}

// src/hosts/runner.ts
const levels = {
	error,
	warning,
	notice
};
function runner(now) {
	const fold = folding();
	/** Whatever is said beside a group stands outside of it: a group that broke off would hide the rest of the log. */
	const beside = (say) => {
		return (...words) => {
			fold.end();
			say(...words);
		};
	};
	return {
		line: beside((text) => info(loggable(text))),
		annotate: beside(({ level, file, title, message }) => levels[level](printable(message), {
			file,
			title: oneLine(title)
		})),
		notice: beside((message) => notice(printable(message))),
		warning: beside((message) => warning(printable(message))),
		error: beside((message) => error(printable(message))),
		output: (name, value) => setOutput(name, value),
		summary: async (markdown) => {
			if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown, true).write();
		},
		progress: (label) => progress(oneLine(label), now, fold),
		secret: (value) => setSecret(value)
	};
}
/** At most one group is open: the runner knows no groups within groups. */
function folding() {
	let open = false;
	const end = () => {
		if (open) endGroup();
		open = false;
	};
	const start = (label) => {
		end();
		startGroup(loggable(label));
		open = true;
	};
	return {
		start,
		end
	};
}
/** A group whose first line has the total and an estimate; then a line every few seconds, and how long it took. */
function progress(label, now, fold) {
	const started = now().getTime();
	let told = 0;
	fold.start(label);
	return (done, total) => {
		const time = now().getTime();
		if (done > 0 && done < total && time - told >= quiet) {
			told = time;
			info(`${done}/${total} fixtures${left(done, total, time - started)}`);
		}
		if (done < total) return;
		info(`${total} fixtures in ${((time - started) / 1e3).toFixed(1)} s`);
		fold.end();
	};
}
/** Milliseconds between two lines of progress. */
const quiet = 5e3;
function left(done, total, milliseconds) {
	if (done === 0) return "";
	const seconds = milliseconds / done * (total - done) / 1e3;
	return `, about ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;
}
/** The runner takes a line that starts with `::`, or has `##[` in it, for a command: no name may issue one. */
const loggable = (text) => printable(text).replace(/^(\s*):(?=:)/gm, "$1:​").replaceAll("##[", "## [");
/** The inputs' texts, as the runner passes them. */
const givenInputs = (names) => Object.fromEntries(names.map((name) => [name, getInput(name)]));

// src/reports/failed-run.ts
/** The step summary of a run that came to no verdict. */
function failedRun(error) {
	return `### ❌ camdrift came to no verdict\n\n${(error instanceof CamdriftError ? [escapeMarkdown(error.message), `**To do**: ${escapeMarkdown(error.remedy)}`] : ["Internal error: the log has the text to report."]).join("\n\n")}\n`;
}

export { inputNames as a, repositoryOf as i, givenInputs as n, readInputs as o, runner as r, handlerOf as s, failedRun as t };