import { anyone } from './filters.ts';
import { type HomeState, homeShows } from './state.ts';

/**
 * Where a control of App Home leads from a state, or null when it is none that leads anywhere. `value` is what was chosen; for a search
 * the number in full, empty when what was typed is none.
 */
export function findNextState(state: HomeState, actionId: string, value: string): HomeState | null {
  const { find: _find, ...listed } = state;
  const first = { ...listed, page: 0 };
  const { right: _right, ...anyRight } = first;
  const { person: _person, ...anyPerson } = first;
  switch (actionId) {
    case 'home.show':
    case 'home.more':
    case 'home.set-up': {
      const show = homeShows.find((each) => each === value);
      return show === undefined ? null : { ...first, show };
    }
    case 'home.right':
      return value === anyone ? anyRight : { ...first, right: value };
    case 'home.person':
      return value === anyone ? anyPerson : { ...first, person: value };
    case 'home.page.previous':
    case 'home.page.next': {
      const page = Number(value);
      return Number.isInteger(page) && page >= 0 ? { ...listed, page } : null;
    }
    case 'home.search':
      return { ...listed, find: value };
    case 'home.refresh':
      return listed;
    default:
      return null;
  }
}
