import type { Type } from './type.ts';

export const weekday: Type = { is: 'enumeration', name: 'weekday' };
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
