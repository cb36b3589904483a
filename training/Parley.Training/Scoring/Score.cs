namespace Parley.Training.Scoring;

/// <summary>Precision, recall and their mean, in percent.</summary>
internal static class Score
{
    public static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    public static double F1(int right, int found, int wanted) => found + wanted == 0 ? 0 : 200.0 * right / (found + wanted);
}
