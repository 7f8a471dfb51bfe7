-- Keeps this number for another room's step; replaced when that room's branch comes in.
select 1;
