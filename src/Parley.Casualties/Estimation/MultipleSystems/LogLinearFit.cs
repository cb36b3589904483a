using Parley.Casualties.Estimation.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>What came of fitting a model.</summary>
internal enum FitStatus
{
    /// <summary>There is an estimate.</summary>
    Estimated,

    /// <summary>No table with these margins has all cells filled: the likelihood has no maximum.</summary>
    DoesNotExist,

    /// <summary>The data cannot tell the parameters apart.</summary>
    NotIdentified,

    /// <summary>The steps did not settle.</summary>
    NotConverged,
}

/// <summary>A log-linear model fitted to a table. Without <see cref="FitStatus.Estimated"/> it has no figures.</summary>
internal sealed class LogLinearFit
{
    private readonly PoissonRegression? _regression;

    private LogLinearFit(CaptureTable table, LogLinearModel model, LogLinearDesign design, FitStatus status, PoissonRegression? regression)
    {
        (Table, Model, Design, Status, _regression) = (table, model, design, status, regression);
        if (regression is null)
        {
            return;
        }

        Intercept = regression.Coefficients[0];
        InterceptVariance = regression.Variance(0);
        LogLikelihood = regression.LogLikelihood(design.Counts);
    }

    public CaptureTable Table { get; }

    public LogLinearModel Model { get; }

    public LogLinearDesign Design { get; }

    public FitStatus Status { get; }

    public bool IsEstimated => Status == FitStatus.Estimated;

    /// <summary>Log of the expected number of unseen people.</summary>
    public double Intercept { get; }

    /// <summary>Its variance.</summary>
    public double InterceptVariance { get; }

    public double LogLikelihood { get; }

    /// <summary>Seen and unseen together.</summary>
    public double Population => Table.Observed + Math.Exp(Intercept);

    public double StandardError => Math.Sqrt(Math.Exp(Intercept) + Math.Exp(2 * Intercept) * InterceptVariance);

    public double Deviance => _regression!.Deviance;

    public int DegreesOfFreedom => Design.Patterns.Length - Design.Columns;

    public double Aic => -2 * LogLikelihood + 2 * Design.ParameterCount;

    public double Bic => Aic + (Math.Log(Table.Observed) - 2) * Design.ParameterCount;

    /// <summary>Fits after checking that an estimate exists and is identified.</summary>
    public static LogLinearFit Of(CaptureTable table, LogLinearModel model)
    {
        var design = LogLinearDesign.Of(table, model);
        return !design.IsIdentified() ? new(table, model, design, FitStatus.NotIdentified, null)
            : !design.MaximumExists() ? new(table, model, design, FitStatus.DoesNotExist, null)
            : Unchecked(table, model, design);
    }

    /// <summary>Fits without the check for existence, for searches that check their winners.</summary>
    public static LogLinearFit Unchecked(CaptureTable table, LogLinearModel model, LogLinearDesign? design = null)
    {
        design ??= LogLinearDesign.Of(table, model);
        var regression = PoissonRegression.Fit(design.Rows, design.Columns, design.Counts);
        return new(table, model, design, regression is null ? FitStatus.NotConverged : FitStatus.Estimated, regression);
    }

    /// <summary>Expected number of people on all lists of the set.</summary>
    public double ExpectedOnAll(int lists)
    {
        var sum = 0.0;
        for (var cell = 0; cell < Design.Patterns.Length; cell++)
        {
            sum += (Design.Patterns[cell] & lists) == lists ? _regression!.Means[cell] : 0;
        }

        return sum;
    }

    /// <summary>Coefficient of an interaction over its standard error; null when it is not among the fitted terms.</summary>
    public double? WaldRatio(int interaction)
    {
        var column = 1 + Design.Terms.IndexOf(interaction);
        return column == 0 ? null : _regression!.Coefficients[column] / Math.Sqrt(_regression.Variance(column));
    }

    /// <summary>Why there is no estimate, in words.</summary>
    public string Reason() => Status switch
    {
        FitStatus.DoesNotExist => "the maximum likelihood estimate does not exist: too many overlaps are empty",
        FitStatus.NotIdentified => "not identifiable: the data cannot tell the parameters apart",
        FitStatus.NotConverged => "the fit does not settle",
        _ => "",
    };
}
