namespace Parley.Attributions;

/// <summary>
/// Maps the probability that the model states for an attribution to how often such attributions are right, by a line in log odds (Platt 1999).
/// The numbers are those that the training program's command "calibrate" fits on the development articles for the shipped model.
/// </summary>
internal static class Calibration
{
    private const double Slope = 0.648;
    private const double Intercept = 0.705;
    private const double Least = 1e-6;

    /// <summary>The calibrated probability, 0 to 1; it rises with the stated one.</summary>
    public static double Of(double stated)
    {
        var p = Math.Clamp(stated, Least, 1 - Least);
        return 1 / (1 + Math.Exp(-((Slope * Math.Log(p / (1 - p))) + Intercept)));
    }
}
