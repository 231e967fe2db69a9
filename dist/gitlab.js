import { It as CamdriftError } from "./models.js";
import { d as throughProxy } from "./github.js";

// src/hosts/gitlab.ts
/** Milliseconds until an answer. */
const patience = 6e4;
/** Pages of a hundred notes. */
const mostPages = 100;
/**
* GitLab's API, as far as a comment needs it.
*
* @throws CamdriftError from every call: `gitlab-refused` when it does not do what was asked, by status and words
*/
function gitLabOf({ api, project, number, token }) {
	const notes = `/projects/${encodeURIComponent(project)}/merge_requests/${encodeURIComponent(number)}/notes`;
	const ask = async (method, path, body) => {
		const response = await throughProxy(`${api.replace(/\/+$/, "")}${path}`, {
			method,
			redirect: "error",
			signal: AbortSignal.timeout(patience),
			headers: {
				"private-token": token,
				...body !== void 0 && { "content-type": "application/json" }
			},
			...body !== void 0 && { body: JSON.stringify({ body }) }
		}).catch((cause) => refused(`${method} ${path}`, "it did not answer", cause));
		if (!response.ok) return refused(`${method} ${path}`, `${response.status} ${response.statusText}`);
		return response;
	};
	return {
		async ownNotes() {
			const { id } = await (await ask("GET", "/user")).json();
			const found = [];
			for (let page = 1; page <= mostPages; page++) {
				const response = await ask("GET", `${notes}?order_by=created_at&sort=asc&per_page=100&page=${page}`);
				found.push(...await response.json());
				if (!response.headers.get("x-next-page")) break;
			}
			return found.filter(({ author }) => author.id === id);
		},
		add: async (body) => await (await ask("POST", notes, body)).json(),
		change: async ({ id }, body) => void await ask("PUT", `${notes}/${id}`, body)
	};
}
function refused(asked, words, cause) {
	throw new CamdriftError("gitlab-refused", `GitLab did not do what was asked: ${asked}: ${words}.`, { cause });
}

export { gitLabOf };