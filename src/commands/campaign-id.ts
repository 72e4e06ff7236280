import { userPath } from './user-path.js';

/** A campaign, and the workspace that it lies in. */
export interface CampaignArgument {
  readonly id: string;
  readonly workspace: string;
}

/**
 * The campaign that an argument means: `demo`, `campaigns/demo`, `D:\leaflets\campaigns\demo\campaign.yaml`,
 * with either slash. A path names its workspace too: the campaign of another folder must not be taken for
 * one of the same name here. Anything else is handed on as it is, so that the reader of campaigns can name it.
 */
export function campaignArgument(argument: string, workspace: string): CampaignArgument {
  const path = userPath(argument)
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/campaign\.yaml$/, '');
  const parts = /^(?:(?<home>.*?)\/)?campaigns\/(?<id>[^/]+)$/.exec(path)?.groups;
  if (!parts?.id) return { id: path, workspace };
  return { id: parts.id, workspace: parts.home ?? (path.startsWith('/') ? '/' : workspace) };
}
