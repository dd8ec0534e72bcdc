/*
 * examples/10-area.c
 * A library of your own: 10-library.c says the rest.
 */

int area_calls;

int area(int width, int height)
{
	area_calls++;
	return width * height;
}
